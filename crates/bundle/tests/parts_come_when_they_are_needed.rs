//! A collection in parts answers as one that is there as a whole; a part that is not as it was written is refused by name.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

mod any;

use any::{PEOPLE, WORDS, any_contents};
use dateline_bundle::{
    Choice, Collection, Contents, Facet, File, Filter, PartError, PerFacet, ReadError, Selection,
    Sort, read_parts, write, write_fitting, write_parts,
};
use proptest::prelude::*;

/// The bytes of a part, as its file holds them.
fn fetch(contents: &Contents, collection: &Collection, part: u32) -> Vec<u8> {
    let name = collection.file(part);
    let parts = write_parts(contents).parts;
    parts
        .into_iter()
        .find(|file| file.name == name)
        .unwrap()
        .bytes
}

/// What a filter selects, when what is missing is fetched.
fn select(contents: &Contents, collection: &Collection, filter: &Filter) -> Selection {
    loop {
        let selection = collection.select_forgiving(filter);
        if selection.missing.is_empty() {
            return selection;
        }
        assert!(selection.articles.is_empty());
        for part in &selection.missing {
            let bytes = fetch(contents, collection, *part);
            assert_eq!(collection.put(*part, &bytes), Ok(()));
        }
    }
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let words = prop::collection::vec(prop::sample::select(&WORDS[..]), 0..3);
    let person = prop::option::of(prop::sample::select(&PEOPLE[..]));
    let sort = prop::sample::select(&Sort::ALL[..]);
    (words, any::<bool>(), person, sort).prop_map(|(words, typing, person, sort)| {
        let mut choices = PerFacet::<Vec<Choice>>::default();
        let choice = person.map(|person| Choice {
            value: person.to_owned(),
            exclude: false,
        });
        choices.get_mut(Facet::Person).extend(choice);
        Filter {
            query: words.join(" "),
            typing,
            choices,
            sort,
            ..Filter::default()
        }
    })
}

proptest! {
    #[test]
    fn parts_give_the_answers_of_the_whole(
        contents in any_contents(),
        filters in prop::collection::vec(any_filter(), 1..6),
    ) {
        let whole = Collection::new(contents.clone());
        let parts = Collection::open(&write_parts(&contents).first).unwrap();
        prop_assert_eq!(parts.articles() as usize, contents.articles.len());
        for filter in filters {
            let (expected, mut found) = (whole.select_forgiving(&filter), select(&contents, &parts, &filter));
            prop_assert_eq!(&found.articles, &expected.articles);
            if let Some(part) = found.missing_facets {
                prop_assert_eq!(parts.put(part, &fetch(&contents, &parts, part)), Ok(()));
                found = parts.select_forgiving(&filter);
            }
            prop_assert_eq!(&found.visits, &expected.visits);
            prop_assert_eq!(&found.facets, &expected.facets);
            for article in found.articles.iter().copied() {
                if let Some(part) = parts.missing_for(article) {
                    prop_assert_eq!(parts.entry(article), None);
                    prop_assert_eq!(parts.put(part, &fetch(&contents, &parts, part)), Ok(()));
                }
                prop_assert_eq!(parts.missing_for(article), None);
                prop_assert_eq!(parts.entry(article), whole.entry(article));
                prop_assert_eq!(parts.marks(&found, article), whole.marks(&expected, article));
                prop_assert_eq!(parts.snippet(&found, article), whole.snippet(&expected, article));
            }
        }
        let ids = parts.missing_ids().unwrap();
        prop_assert_eq!(parts.put(ids, &fetch(&contents, &parts, ids)), Ok(()));
        prop_assert_eq!(parts.missing_ids(), None);
        for (number, entry) in (0..).zip(&contents.articles) {
            prop_assert_eq!(parts.article(&entry.article.id), Some(number));
            prop_assert_eq!(parts.visits_of(number), whole.visits_of(number));
        }
    }

    #[test]
    fn fetching_what_is_needed_comes_to_an_end_and_shows_everything(
        contents in any_contents(),
        filter in any_filter(),
        shown in 0..4_usize,
    ) {
        let parts = Collection::open(&write_parts(&contents).first).unwrap();
        let mut selection = parts.select_forgiving(&filter);
        for _ in 0..4 {
            for part in parts.needs(&selection, shown) {
                prop_assert_eq!(parts.put(part, &fetch(&contents, &parts, part)), Ok(()));
            }
            selection = parts.select_forgiving(&filter);
        }
        prop_assert_eq!(parts.needs(&selection, shown), Vec::<u32>::new());
        let expected = Collection::new(contents.clone()).select_forgiving(&filter);
        prop_assert_eq!(&selection.articles, &expected.articles);
        prop_assert_eq!(&selection.facets, &expected.facets);
        prop_assert!(selection.articles.iter().take(shown).all(|it| parts.entry(*it).is_some()));
    }

    #[test]
    fn a_bundle_is_the_same_whole_or_in_parts(contents in any_contents()) {
        let packed = write_parts(&contents);
        prop_assert_eq!(&write_parts(&contents.clone()), &packed);
        let mut files = packed.parts.iter();
        let read = read_parts(&packed.first, &mut |name, length| {
            let file = files.next().unwrap();
            assert_eq!((name, length), (file.name.as_str(), file.bytes.len()));
            Some(file.bytes.clone())
        });
        prop_assert_eq!(read.as_ref(), Ok(&contents));
        let whole = Collection::open(&write(&contents)).unwrap();
        prop_assert_eq!(whole.contents(), &contents);
        prop_assert_eq!((whole.missing_for(0), whole.missing_ids()), (None, None));
        for (number, entry) in (0..).zip(&contents.articles) {
            prop_assert_eq!(whole.article(&entry.article.id), Some(number));
        }
    }

    #[test]
    fn a_bundle_is_whole_as_long_as_it_is_small(contents in any_contents(), large in 0..9_000_usize) {
        let (whole, mut packed) = (write(&contents), write_parts(&contents));
        let mut parts = Vec::new();
        let first = write_fitting(contents, large, &mut |part| parts.push(part));
        if whole.len() < large {
            prop_assert_eq!((first, parts), (whole, Vec::new()));
        } else {
            let by_name = |a: &File, b: &File| a.name.cmp(&b.name);
            parts.sort_by(by_name);
            packed.parts.sort_by(by_name);
            prop_assert_eq!((first, parts), (packed.first, packed.parts));
        }
    }

    #[test]
    fn a_damaged_part_is_refused_by_name_and_may_come_again(
        contents in any_contents(),
        at: prop::sample::Index,
        flip in 1..=255_u8,
    ) {
        let packed = write_parts(&contents);
        let collection = Collection::open(&packed.first).unwrap();
        for (number, file) in (0..).zip(&packed.parts) {
            let refused = |why| Err(PartError { file: file.name.clone(), why });
            let (expected, length) = (file.bytes.len() as u64, at.index(file.bytes.len()));
            let cut = ReadError::Truncated { expected, got: length as u64 };
            prop_assert_eq!(collection.put(number, &file.bytes[..length]), refused(cut));
            let mut bytes = file.bytes.clone();
            bytes[length] ^= flip;
            prop_assert_eq!(collection.put(number, &bytes), refused(ReadError::Damaged));
            prop_assert_eq!(collection.put(number, &file.bytes), Ok(()));
            prop_assert_eq!(collection.put(number, &file.bytes), Ok(()));
        }
        prop_assert!(collection.put(packed.parts.len() as u32, &[]).is_err());
    }
}
