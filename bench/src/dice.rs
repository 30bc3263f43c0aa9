//! Random numbers that are the same on every machine.

/// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// Any number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a bound, which must not be 0. Biased by less than one in 2³² for bounds below 2³².
    pub fn below(&mut self, bound: usize) -> usize {
        (self.number() % bound.max(1) as u64) as usize
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

/// Ranks from 0 on, drawn as words are in a language: rank `r` with a weight of `1 / (r + 3)`, after G. Zipf and
/// B. Mandelbrot, and falling twice as fast from [`KERNEL`] on: R. Ferrer i Cancho, R. Solé, "Two Regimes in the Frequency of
/// Words" (2001).
#[derive(Clone, Debug)]
pub struct Zipf {
    /// The sums of the weights.
    sums: Vec<u64>,
}

/// How many words everybody uses.
const KERNEL: u64 = 2_000;

impl Zipf {
    /// So many ranks.
    #[must_use]
    pub fn new(ranks: usize) -> Self {
        let mut sum = 0;
        let weights = (0..).map(|rank| {
            sum += (1 << 50) / ((rank + 3) * (KERNEL + rank));
            sum
        });
        Self {
            sums: weights.take(ranks.max(1)).collect(),
        }
    }

    /// Draws a rank.
    pub fn draw(&self, dice: &mut Dice) -> usize {
        let all = self.sums.last().copied().unwrap_or(1);
        let drawn = dice.number() % all;
        self.sums.partition_point(|sum| *sum <= drawn)
    }
}
