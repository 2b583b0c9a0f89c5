//! 结果: how a case ended is told of it, from the entry that ended it on; of one that goes on nothing is.

use super::{array, called, golden_prefixes, log, text, written};

/// The result that a log of one case tells, and since when.
fn result(case: &tongquan::AnyCase) -> Vec<(String, String)> {
    let log = written(&log([case], &[]));
    let object = array(&log["objects"]).iter().find(|it| it["type"] == "case").unwrap();
    let told = array(&object["attributes"]).iter().filter(|it| it["name"] == "result");
    told.map(|it| (text(&it["time"]).to_owned(), text(&it["value"]).to_owned())).collect()
}

#[test]
fn every_way_to_end_has_its_word_from_its_entry_on() {
    let ends = [
        ("direct", "decide_favourably", "favourable"),
        ("unfavourable", "decide_unfavourably", "unfavourable"),
        ("not_accepted", "not_accept", "not_accepted"),
        ("withdrawn", "withdraw", "withdrawn"),
        ("lapsed", "lapse", "lapsed"),
    ];
    for (golden, step, word) in ends {
        let case = called(golden);
        let by = |it: &&tongquan::case::Entry| serde_json::to_value(it.kind()).unwrap() == step;
        let at = case.record().entries().iter().find(by).unwrap().stamp().at.to_string();
        assert_eq!(result(&case), [(at, word.to_owned())], "{golden}");
    }
}

#[test]
fn of_a_case_without_an_end_no_result_is_told() {
    let open = golden_prefixes();
    let ends = ["decide_favourably", "decide_unfavourably", "not_accept", "withdraw", "lapse"];
    let has_end = |case: &tongquan::AnyCase| {
        let kinds = case.record().entries().iter().map(|it| serde_json::to_value(it.kind()).unwrap());
        kinds.into_iter().any(|it| ends.contains(&it.as_str().unwrap()))
    };
    let mut without = 0;
    for case in &open {
        assert_eq!(result(case).len(), usize::from(has_end(case)));
        without += usize::from(!has_end(case));
    }
    assert!(without > 30, "{without}");
}
