//! The machine over the golden journals: every entry, and so every prefix, is taken in.

use serde_json::Value;

use super::{after, clock};

pub(super) const GOLDEN: [(&str, &str, &str); 15] = [
    ("county_original", include_str!("../../../golden/county_original.json"), "closed"),
    ("deemed", include_str!("../../../golden/deemed.json"), "closed"),
    ("direct", include_str!("../../../golden/direct.json"), "closed"),
    ("foreign_venue", include_str!("../../../golden/foreign_venue.json"), "closed"),
    ("intake", include_str!("../../../golden/intake.json"), "closed"),
    ("lapsed", include_str!("../../../golden/lapsed.json"), "lapsed"),
    ("licence", include_str!("../../../golden/licence.json"), "closed"),
    ("not_accepted", include_str!("../../../golden/not_accepted.json"), "not_accepted"),
    ("not_devolved", include_str!("../../../golden/not_devolved.json"), "closed"),
    ("review", include_str!("../../../golden/review.json"), "closed"),
    ("township_direct", include_str!("../../../golden/township_direct.json"), "closed"),
    ("township_intake", include_str!("../../../golden/township_intake.json"), "closed"),
    ("unfavourable", include_str!("../../../golden/unfavourable.json"), "closed"),
    ("window", include_str!("../../../golden/window.json"), "closed"),
    ("withdrawn", include_str!("../../../golden/withdrawn.json"), "withdrawn"),
];
const AMENDED: &str = include_str!("../../../golden/amended_journals.json");

/// The entries of a golden journal; "amended 2" is one of the amended.
pub(super) fn golden(name: &str) -> Vec<Value> {
    let read = |text| serde_json::from_str(text).expect("JSON");
    if let Some(place) = name.strip_prefix("amended ") {
        let all: Vec<Vec<Value>> = read_all();
        return all[place.parse::<usize>().expect("a number")].clone();
    }
    let (_, text, _) = GOLDEN.into_iter().find(|one| one.0 == name).unwrap_or_else(|| panic!("no journal {name}"));
    read(text)
}

fn read_all() -> Vec<Vec<Value>> {
    serde_json::from_str(AMENDED).expect("JSON")
}

#[test]
fn every_entry_of_the_golden_journals_is_taken_in() {
    let mut entries = 0;
    for (name, _, stage) in GOLDEN {
        let journal = golden(name);
        assert_eq!(after(&journal).stage(), stage, "{name}");
        entries += journal.len();
    }
    for journal in read_all() {
        assert_eq!(after(&journal).stage(), "closed");
        entries += journal.len();
    }
    assert_eq!(entries, 265);
}

#[test]
fn the_calendar_says_of_each_period_what_the_golden_journals_found() {
    let mut periods = 0;
    let mut journals: Vec<_> = GOLDEN.into_iter().map(|(name, ..)| golden(name)).collect();
    journals.extend(read_all());
    for journal in journals {
        for (place, entry) in journal.iter().enumerate().skip(1) {
            let case = after(&journal[..place]);
            let Some(reckoned) = case.period(entry) else { continue };
            let what = entry.as_object().and_then(|one| one.values().next()).expect("an entry");
            assert_eq!(Some(reckoned), clock::said(&what["found"]), "{entry}");
            periods += 1;
        }
    }
    assert_eq!(periods, 40);
}

#[test]
fn what_is_owed_is_what_nobody_has_acknowledged_yet() {
    let journal = golden("unfavourable");
    let seats = ["city_enforcement", "city_supervisor", "county_enforcement", "county_supervisor"];
    let owes = |entries: usize| after(&journal[..entries]).owes().into_iter().collect::<Vec<_>>();
    assert!(owes(5).is_empty(), "nothing is due before the decision");
    assert_eq!(owes(6), [&seats[..], &["report"]].concat(), "decided");
    assert_eq!(owes(12).len(), 5, "sent, rejected, sent again");
    assert_eq!(owes(13).len(), 4);
    assert_eq!(owes(16), ["report"]);
    assert!(owes(17).is_empty());
    let whole = |name: &str| after(&golden(name)[..golden(name).len() - 1]).owes();
    assert!(whole("window").is_empty() && whole("county_original").is_empty() && whole("township_direct").is_empty());
    let bureau = after(&golden("township_intake")[..9]).owes();
    assert_eq!(bureau.into_iter().collect::<Vec<_>>(), seats, "a three-tier item is pushed, and not reported");
}
