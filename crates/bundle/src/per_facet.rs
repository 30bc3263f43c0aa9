//! A value for each facet.

use crate::Facet;

/// A value for each [`Facet`]: an array that is indexed by facets. Small in code, unlike a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerFacet<T>([T; Facet::ALL.len()]);

impl<T> PerFacet<T> {
    /// Makes the value of each facet.
    pub fn from_fn(mut make: impl FnMut(Facet) -> T) -> Self {
        Self(Facet::ALL.map(&mut make))
    }

    /// The value of a facet.
    #[must_use]
    #[allow(
        clippy::indexing_slicing,
        reason = "a facet's number is below their count"
    )]
    pub fn get(&self, facet: Facet) -> &T {
        &self.0[facet as usize]
    }

    /// The value of a facet, to be changed.
    #[allow(
        clippy::indexing_slicing,
        reason = "a facet's number is below their count"
    )]
    pub fn get_mut(&mut self, facet: Facet) -> &mut T {
        &mut self.0[facet as usize]
    }

    /// Each facet with its value, in the order of [`Facet::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &T)> {
        Facet::ALL.into_iter().zip(&self.0)
    }

    /// The values, in the order of [`Facet::ALL`].
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_has_its_own_value() {
        let mut lengths = PerFacet::from_fn(|facet| facet.name().len());
        for facet in Facet::ALL {
            assert_eq!(*lengths.get(facet), facet.name().len());
            *lengths.get_mut(facet) += 1;
        }
        assert!(
            lengths
                .iter()
                .all(|(facet, length)| *length == facet.name().len() + 1)
        );
    }
}
