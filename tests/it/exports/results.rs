//! 结果: how a case ended is told of it, from the entry that ended it on; of one that goes on nothing is.

use tongquan::{AnyCase, Moment};

use super::{array, called, golden_prefixes, log, text, written};
use crate::scenes::name;

/// A golden case for each way to end, the step and the word.
const ENDS: [(&str, &str, &str); 5] = [
    ("direct", "decide_favourably", "favourable"),
    ("unfavourable", "decide_unfavourably", "unfavourable"),
    ("not_accepted", "not_accept", "not_accepted"),
    ("withdrawn", "withdraw", "withdrawn"),
    ("lapsed", "lapse", "lapsed"),
];

/// The result that a log of one case tells, and since when.
fn result(case: &AnyCase) -> Vec<(String, String)> {
    let log = written(&log([case], &[]));
    let object = array(&log["objects"]).iter().find(|it| it["type"] == "case").unwrap();
    let told = array(&object["attributes"]).iter().filter(|it| it["name"] == "result");
    told.map(|it| (text(&it["time"]).to_owned(), text(&it["value"]).to_owned())).collect()
}

/// When a step of a kind was taken, where it was.
fn taken(case: &AnyCase, step: &str) -> Option<Moment> {
    case.record().entries().iter().find(|it| name(it.kind()) == step).map(|it| it.stamp().at)
}

#[test]
fn every_way_to_end_has_its_word_from_its_entry_on() {
    for (golden, step, word) in ENDS {
        let case = called(golden);
        let at = taken(&case, step).unwrap().to_string();
        assert_eq!(result(&case), [(at, word.to_owned())], "{golden}");
    }
}

#[test]
fn of_a_case_without_an_end_no_result_is_told() {
    let mut without = 0;
    for case in golden_prefixes() {
        let has_end = ENDS.iter().any(|it| taken(&case, it.1).is_some());
        assert_eq!(result(&case).len(), usize::from(has_end));
        without += usize::from(!has_end);
    }
    assert!(without > 30, "{without}");
}
