//! Case and diacritics: the plain lower-case writing of a character.
//!
//! Small tables of our own in place of the Unicode database: Latin to its plain letters, Greek, Cyrillic, Armenian,
//! Georgian and full-width forms to lower case without accents, Arabic to its plain letters and European digits.
//! Combining marks never get here ([`super::chars::Class::Mark`]). The tests hold the tables against the Unicode database.

/// U+00C0 to U+0292, one byte a character: the plain letter, a capital for one of [`PAIRS`], `.` for no change.
const LATIN: &[u8; 467] = b"\
aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkklllllll\
lllnnnnnnnGGooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bbbb..occdddd.eeeffgghiikkl.mnnooo..ppr....ttttuuuvyyzzzzz......\
....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooozzjDDDggh.nnaaAAoo\
aaaaeeeeiiiioooorrrruuuussttyyhhnduuzzaaeeooooooooyylntj..acclts\
z..buaeejjqqrryyaa.bocddee.ee..jgg.g..hhiiilll.m.mnnno..frrrrrrr\
r.s.....tuuva...zzz";

/// U+1E00 to U+1EFF, written as [`LATIN`].
const LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";

/// What the capitals of the tables stand for.
const PAIRS: [(u8, &str); 9] = [
    (b'A', "ae"),
    (b'D', "dz"),
    (b'G', "ng"),
    (b'J', "ij"),
    (b'L', "lj"),
    (b'N', "nj"),
    (b'O', "oe"),
    (b'S', "ss"),
    (b'T', "th"),
];

/// Appends the plain lower-case writing of a character.
pub fn fold(c: char, out: &mut String) {
    let code = c as usize;
    let entry = match code {
        ..0x80 => return out.push(c.to_ascii_lowercase()),
        0xC0..0x293 => LATIN.get(code - 0xC0),
        0x1E00..0x1F00 => LATIN_ADDITIONAL.get(code - 0x1E00),
        0xFB00..0xFB07 => return out.push_str(ligature(code)),
        _ => None,
    };
    match entry {
        None | Some(b'.') => out.push(other(c)),
        Some(letter @ b'a'..=b'z') => out.push(char::from(*letter)),
        Some(pair) => {
            let found = PAIRS.iter().find(|(name, _)| name == pair);
            out.push_str(found.map_or("", |(_, letters)| letters));
        }
    }
}

/// Latin ligatures that PDF files leave in texts.
fn ligature(code: usize) -> &'static str {
    match code {
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0xFB03 => "ffi",
        0xFB04 => "ffl",
        _ => "st",
    }
}

/// Letters outside the Latin tables.
fn other(c: char) -> char {
    let code = c as u32;
    let moved = match code {
        0x370..0x400 => return greek(c),
        0x400..0x460 => return cyrillic(c),
        // Pairs of a capital and its small letter.
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F if code.is_multiple_of(2) => code + 1,
        0x4C1..=0x4CE if !code.is_multiple_of(2) => code + 1,
        0x4C0 => 0x4CF,
        // Armenian and Georgian capitals.
        0x531..=0x556 => code + 0x30,
        0x1C90..=0x1CBF => code - 0x1C90 + 0x10D0,
        0x622..=0x6CC => return arabic(c),
        // Arabic and Persian digits.
        0x6F0..=0x6F9 => code - 0x6F0 + 0x30,
        // Full-width forms of ASCII.
        0xFF01..=0xFF5E => code - 0xFF01 + 0x21,
        _ => code,
    };
    let moved = char::from_u32(moved).unwrap_or(c);
    moved.to_ascii_lowercase()
}

fn greek(c: char) -> char {
    match c {
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'Ϊ' | 'ϊ' | 'ΐ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'Ϋ' | 'ϋ' | 'ΰ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        'Α'..='Ω' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        _ => c,
    }
}

fn cyrillic(c: char) -> char {
    match c {
        'Ѐ' | 'Ё' | 'ѐ' | 'ё' => 'е',
        'Ѓ' | 'ѓ' => 'г',
        'Ї' | 'ї' => 'і',
        'Ќ' | 'ќ' => 'к',
        'Ѝ' | 'Й' | 'ѝ' | 'й' => 'и',
        'Ў' | 'ў' => 'у',
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        'Ѐ'..='Џ' => char::from_u32(c as u32 + 0x50).unwrap_or(c),
        _ => c,
    }
}

fn arabic(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => char::from_u32(c as u32 - 0x660 + 0x30).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| fold(c, &mut out));
        out
    }

    /// Letters whose plain writing is a matter of custom, not of decomposition.
    const CUSTOM: &str = "ÆæØøÞþßĐđÐðĦħıĸŁłŊŋŒœŦŧĿŀŉẚẞẜẝỾỿ";

    #[test]
    fn latin_greek_and_cyrillic_agree_with_the_unicode_database() {
        let ranges = [
            '\u{c0}'..='\u{17f}',
            '\u{1cd}'..='\u{1dc}',
            '\u{1e00}'..='\u{1eff}',
            'Ά'..='ώ',
            'Ѐ'..='џ',
        ];
        for c in ranges.into_iter().flatten().filter(|c| c.is_alphabetic()) {
            let plain: String = c.nfkd().filter(|c| !is_combining_mark(*c)).collect();
            let plain = plain.to_lowercase().replace('ς', "σ");
            if !CUSTOM.contains(c) && !('\u{1efa}'..='\u{1efd}').contains(&c) && c != 'ẟ' {
                assert_eq!(folded(&c.to_string()), plain, "{c} U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn customary_letters_are_written_plainly() {
        for (text, plain) in [
            ("Æther ß Þór Øre Łódź", "aether ss thor ore lodz"),
            ("Đà Nẵng İstanbul ısı", "da nang istanbul isi"),
            ("ﬁnancial ＡＢＣ１", "financial abc1"),
            ("Əliyev Ǆ", "eliyev dz"),
            ("٣٤ ۵", "34 5"),
        ] {
            assert_eq!(folded(text), plain);
        }
    }

    #[test]
    fn capital_and_small_letters_of_one_kind_fold_alike() {
        let scripts = [
            '\u{41}'..='\u{24f}',
            '\u{370}'..='\u{52f}',
            '\u{531}'..='\u{556}',
            '\u{1c90}'..='\u{1cba}',
            '\u{1e00}'..='\u{1eff}',
        ];
        // Letters of old or phonetic writing that no article is written in.
        let rare = "ȺȾƄƢƧƩƼǷɁͰͲͶϏϷϺϽϾϿϘϚϜϞϠϢϤϦϨϪϬϮϴϹɅỺỼ\u{37f}";
        for c in scripts.into_iter().flatten().filter(|c| !rare.contains(*c)) {
            let small: String = c.to_lowercase().collect();
            assert_eq!(
                folded(&c.to_string()),
                folded(&small).replace('\u{307}', ""),
                "{c} U+{:04X}",
                c as u32
            );
        }
    }
}
