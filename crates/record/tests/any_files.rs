//! Whatever stands in the files of a record, it is read or told, and nothing panics.

use dateline_article::{Source, sort_out};
use dateline_bundle::record::{read_record, write_record};
use dateline_record::{Names, read};
use proptest::prelude::*;

/// Words that tables, corrections and settings are made of, and what breaks them.
const PIECES: [&str; 22] = [
    "id,visitor,host,start,end,kind\n",
    "r1,President Xi Jinping,Japan,2019-06-27,2019-06-29,visit\n",
    "r1",
    ",",
    "\"",
    "\n",
    "President",
    "2019-02-30",
    "9999-12-31",
    "0001-01-01/..",
    "[[corrections]]\nid = 'r1'\nreason = 'x'\n",
    "suppress = true\n",
    "end = 0001-01-01\n",
    "visitor = 'King'\n",
    "host = 'Congo, ('\n",
    "[[people]]\nname = 'X'\nalso = ['Xi Jinping', '']\n",
    "[record]\n",
    "first = 2023\nlast = 1866\n",
    "[names]\n'' = ['x']\n",
    "\u{feff}",
    "Å",
    "\u{0}",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES.to_vec());
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_files_make_a_record_that_can_be_packed(table in any_text(), corrections in any_text(), settings in any_text()) {
        let folder = sort_out(vec![
            Source::new("visits.csv", table),
            Source::new("visits.corrections.toml", corrections),
            Source::new("collection.toml", settings),
        ]);
        if let Some(files) = &folder.record {
            let (read, _) = read(files, &Names::new(&folder.settings.names));
            prop_assert_eq!(read_record(&write_record(&read.record)), Ok(read.record));
        }
    }

    #[test]
    fn any_bytes_are_a_table(bytes: Vec<u8>) {
        let folder = sort_out(vec![Source::new("visits.csv", bytes)]);
        if let Some(files) = &folder.record {
            let _ = read(files, &Names::default());
        }
    }
}
