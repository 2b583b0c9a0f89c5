//! An on-site check for a licence takes two officers (`APL34`).

use tongquan::{
    Office,
    case::steps::{Accept, TakeReviewStep},
};

use super::*;
use crate::model::site_check_allowed;

/// Every list of up to three of three officers.
fn lists() -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = vec![vec![]];
    for length in 0..3 {
        let longer: Vec<Vec<&str>> = all
            .iter()
            .filter(|it| it.len() == length)
            .flat_map(|it| ["clerk-1", "clerk-2", "clerk-3"].map(|more| [&it[..], &[more]].concat()))
            .collect();
        all.extend(longer);
    }
    all
}

#[test]
fn an_on_site_check_for_a_licence_is_made_by_two_and_no_other_step_asks_who_made_it() {
    let lists = lists();
    assert_eq!(lists.len(), 1 + 3 + 9 + 27);
    // Q-0 and L-0 are like XK-004, whose step "site" is on site; "desk" comes before it and "opinion" beside it
    let office: &Office = &OFFICE;
    let start = day(2024, 3, 4);
    let mut checked = 0;
    for (key, licence) in [("Q-0", false), ("L-0", true)] {
        let receipt = "SL-1".parse().unwrap();
        let accepted = taken(office, &filed(office, key, start, 0), Accept { receipt }, start);
        let step = |code: &str, officers: &[&str]| TakeReviewStep {
            step: code.parse().unwrap(),
            finding: None,
            officers: marks(officers),
        };
        let case = taken(office, &accepted, step("desk", &[]), start);
        let of_it = case.record().standard().unwrap().steps.iter();
        let on_site: Vec<(&str, bool)> = of_it.map(|it| (it.code.as_str(), it.on_site)).collect();
        assert_eq!(on_site, [("desk", false), ("site", true), ("opinion", false)]);
        for (code, on_site, case) in [("desk", false, &accepted), ("site", true, &case), ("opinion", false, &case)] {
            for officers in &lists {
                let mut distinct = officers.clone();
                distinct.sort_unstable();
                distinct.dedup();
                let (many, different) = (officers.len(), distinct.len());
                // S36: a list names each thing once; one who is named twice is one
                let doubled = many != different;
                let few = !site_check_allowed(licence, on_site, many, different);
                let got = broken(office, case, step(code, officers), start);
                let expected = rules(&[(doubled, Rule::NamedOnce), (few, Rule::TwoOfficers)]);
                assert_eq!(got, expected, "{code} of {key} by {officers:?}");
                assert!(site_check_allowed(licence, on_site, many, different) || !got.is_empty());
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 2 * 3 * 40);
}
