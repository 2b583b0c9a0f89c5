//! Measures how a stored case comes back, and how it is written: into plain structs, which take whatever fits their shape, and into a case, which
//! every entry of its journal has proven.

mod plain;

use std::hint::black_box;

use chrono::{DateTime, FixedOffset};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use tongquan::{AnyCase, Journal, case::StageKind};

use self::plain::Entry;
use crate::{lifecycle::by_hand, measure::Row, table::Table};

const GOLDEN: &str = include_str!("../../../tests/golden/review.json");

type Plain = Vec<Entry<DateTime<FixedOffset>>>;
type Borrowed = Vec<Entry<&'static str>>;

pub fn table() -> Table {
    let beside = "serde_json into plain structs (external tags, chrono timestamps)";
    let rows = vec![
        reads(beside, || serde_json::from_str::<Plain>(black_box(GOLDEN)).expect("plain structs")),
        reads("the same, with the order of steps replayed by hand", || replayed(black_box(GOLDEN))),
        reads("the same, timestamps left as borrowed text", || {
            serde_json::from_str::<Borrowed>(black_box(GOLDEN)).expect("plain structs")
        }),
        reads("tongquan: JSON into Journal, unproven", || {
            serde_json::from_str::<Journal>(black_box(GOLDEN)).expect("a journal")
        }),
        reads("tongquan: JSON into AnyCase, proven", || {
            serde_json::from_str::<AnyCase>(black_box(GOLDEN)).expect("a lawful journal")
        }),
    ];
    Table { title: "JSON → a case that is proven", beside, check: Box::new(check), rows }
}

pub fn json() -> Table {
    let beside = "plain structs to JSON";
    let rows = vec![
        writes(beside, plain, |it| serde_json::to_vec(it).expect("JSON")),
        writes("tongquan: AnyCase to JSON", case, |it| serde_json::to_vec(it).expect("JSON")),
    ];
    Table { title: "A case → JSON", beside, check: Box::new(check), rows }
}

pub fn postcard() -> Table {
    let beside = "postcard into plain structs (chrono timestamps)";
    let rows = vec![
        from_bytes::<Plain>(beside, plain),
        from_bytes::<AnyCase>("tongquan: postcard into AnyCase, proven", case),
        writes("plain structs to postcard", plain, |it| postcard::to_stdvec(it).expect("bytes")),
        writes("tongquan: AnyCase to postcard", case, |it| postcard::to_stdvec(it).expect("bytes")),
    ];
    Table { title: "postcard, both ways", beside, check: Box::new(check), rows }
}

fn plain() -> Plain {
    serde_json::from_str(GOLDEN).expect("plain structs")
}

fn case() -> AnyCase {
    serde_json::from_str(GOLDEN).expect("a lawful journal")
}

/// What a service that trusts its store for all but the order would do.
fn replayed(text: &str) -> Plain {
    let read: Plain = serde_json::from_str(text).expect("plain structs");
    let mut steps = read.iter().map(Entry::kind);
    let Some(None) = steps.next() else { panic!("it is filed first") };
    let end = steps.try_fold(StageKind::Filed, |at, by| by.and_then(|by| by_hand::next(at, by)));
    black_box(end.expect("an order that is lawful"));
    read
}

fn reads<T: 'static>(name: &'static str, read: fn() -> T) -> Row {
    Row::asks(name, 1, move || {
        move || {
            black_box(read());
        }
    })
}

fn from_bytes<T: Serialize + DeserializeOwned + 'static>(name: &'static str, make: fn() -> T) -> Row {
    Row::asks(name, 1, move || {
        let bytes = postcard::to_stdvec(&make()).expect("bytes");
        move || {
            black_box(postcard::from_bytes::<T>(black_box(&bytes)).expect("the same"));
        }
    })
}

fn writes<T: 'static>(name: &'static str, make: fn() -> T, write: fn(&T) -> Vec<u8>) -> Row {
    Row::asks(name, 1, move || {
        let it = make();
        move || {
            black_box(write(black_box(&it)));
        }
    })
}

fn check() {
    let golden: Value = serde_json::from_str(GOLDEN).expect("JSON");
    let told = |it: Vec<u8>| serde_json::from_slice::<Value>(&it).expect("JSON");
    let borrowed: Borrowed = serde_json::from_str(GOLDEN).expect("plain structs");
    let journal: Journal = serde_json::from_str(GOLDEN).expect("a journal");
    let written = [
        serde_json::to_vec(&plain()),
        serde_json::to_vec(&replayed(GOLDEN)),
        serde_json::to_vec(&borrowed),
        serde_json::to_vec(&journal),
        serde_json::to_vec(&case()),
        serde_json::to_vec(&through_postcard(plain())),
        serde_json::to_vec(&through_postcard(case())),
    ];
    for it in written {
        assert_eq!(told(it.expect("JSON")), golden);
    }
    let mut bad: Value = golden;
    bad.as_array_mut().expect("a sequence").remove(3);
    assert!(serde_json::from_str::<Plain>(&bad.to_string()).is_ok(), "plain structs take what lacks its acceptance");
    assert!(serde_json::from_str::<AnyCase>(&bad.to_string()).is_err(), "which proves no case");
}

fn through_postcard<T: Serialize + DeserializeOwned>(it: T) -> T {
    postcard::from_bytes(&postcard::to_stdvec(&it).expect("bytes")).expect("the same")
}
