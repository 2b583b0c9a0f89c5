//! A journal as the rows of a store: the same bytes for the same entry, read back as they stand.

use tongquan::{AnyCase, Journal};

use crate::journals::{GOLDEN, proven};

#[track_caller]
fn text(row: &[u8]) -> &str {
    std::str::from_utf8(row).unwrap()
}

#[test]
fn the_rows_of_a_golden_journal_are_the_lines_of_its_file() {
    for golden in GOLDEN {
        let rows = proven(&golden.entries()).record().rows_since(0).unwrap();
        let rows: Vec<&str> = rows.iter().map(|it| text(it)).collect();
        assert_eq!(rows, golden.lines().collect::<Vec<_>>(), "{}", golden.name);
    }
}

#[test]
fn what_a_store_has_yet_to_append_is_the_rest_of_the_rows() {
    for golden in GOLDEN {
        let record = proven(&golden.entries());
        let record = record.record();
        let whole = record.rows_since(0).unwrap();
        for version in 0..=record.version() + 2 {
            let rest = record.rows_since(version).unwrap();
            assert_eq!(rest, whole[version.min(whole.len())..], "{} since {version}", golden.name);
        }
    }
}

#[test]
fn rows_are_read_back_as_the_case_that_they_prove_whatever_their_spelling() {
    for golden in GOLDEN {
        let case = proven(&golden.entries());
        let rows = case.record().rows_since(0).unwrap();
        let read = |rows: &[Vec<u8>]| AnyCase::replay(Journal::from_rows(rows).unwrap()).unwrap();
        assert_eq!(read(&rows), case);
        for length in 1..=rows.len() {
            assert_eq!(read(&rows[..length]).record().rows_since(0).unwrap(), rows[..length]);
        }
        // spread over lines, it is the same entry, and is written in the one spelling again
        let spread = |row: &Vec<u8>| {
            let value: serde_json::Value = serde_json::from_slice(row).unwrap();
            serde_json::to_vec_pretty(&value).unwrap()
        };
        let spread: Vec<Vec<u8>> = rows.iter().map(spread).collect();
        assert_ne!(spread, rows);
        assert_eq!(read(&spread).record().rows_since(0).unwrap(), rows);
    }
}

#[test]
fn a_row_that_is_none_is_told_by_its_number_with_the_readers_reason() {
    let rows = proven(&GOLDEN[0].entries()).record().rows_since(0).unwrap();
    let read = |rows: &[&[u8]]| Journal::from_rows(rows);
    let good: Vec<&[u8]> = rows.iter().map(Vec::as_slice).collect();
    for at in 0..good.len() {
        for bad in [&b""[..], b"null", b"{}", b"\xff\xfe", &good[at][..good[at].len() - 1], &good[at][1..]] {
            let mut rows = good.clone();
            rows[at] = bad;
            let why = read(&rows).unwrap_err();
            assert_eq!(why.at, at);
            assert!(why.to_string().ends_with(&why.why.to_string()), "{why}");
            assert!(why.to_string().starts_with(&format!("row {at} is not of the form of a journal: ")), "{why}");
            assert!(why.zh().starts_with(&format!("第{at}行不是流转记录的格式：")), "{}", why.zh());
        }
    }
    // an opening where an entry belongs, an entry where the opening does, and nothing at all
    assert_eq!(read(&[good[0], good[0]]).unwrap_err().at, 1);
    assert_eq!(read(&[good[1], good[1]]).unwrap_err().at, 0);
    assert_eq!(read(&[]).unwrap_err().at, 0);
    // two entries in one row are not one
    let two = [good[1], good[2]].concat();
    assert_eq!(read(&[good[0], &two]).unwrap_err().at, 1);
}

#[test]
fn rows_in_the_wrong_order_are_read_and_prove_no_case() {
    let rows = proven(&GOLDEN[0].entries()).record().rows_since(0).unwrap();
    let mut swapped = rows.clone();
    swapped.swap(1, 2);
    let unproven = AnyCase::replay(Journal::from_rows(&swapped).unwrap()).unwrap_err();
    assert_eq!(unproven.at, 1);
}
