//! Findings against ceilings: on record by then, made by the department that set it and the two offices, put right by the regions that it is over.

use tongquan::register::{Ceiling, Ending, Ends, Revision};

use super::*;
use crate::{
    matters::OFFICES,
    model::findings::{against, makers},
    support::changed,
};

fn of(number: &str) -> Against {
    Against::Ceiling { number: mark(number), region: None }
}

/// One of 市交通运输局, from the first of April on, over two regions.
pub(super) fn with_one() -> Office {
    let ceiling: Ceiling = serde_json::from_str(
        r#"{"number": "ZB-1", "department": "transport", "counts": "favourable", "items": {"only": ["A1-36"]},
            "regions": ["wenshang", "qufu"], "from": "2024-04-01", "until": "2024-12-31", "at_most": 0, "effect": "finding"}"#,
    )
    .unwrap();
    changed(|rows| rows.ceilings = vec![ceiling])
}

#[test]
fn a_finding_against_a_ceiling_is_made_by_whoever_set_it_and_put_right_by_its_regions() {
    let office = with_one();
    let beside = of_office(&office);
    let make = |by: &Actor| opened::<Finding>(&finding(of("ZB-1")), &stamp(FOUND, by), beside);
    assert_eq!(makers("ceiling", false, true), BTreeSet::from(["approval_bureau", "department", "general_office"]));
    let may: Vec<Body> = OFFICES.into_iter().chain([Department::Transport]).map(Body::from).collect();
    let mut asked = all_ask(&office, &may, "ZB-1", |by| make(by).map(drop));
    let made = make(&official(Department::Transport)).unwrap();
    assert_eq!(against("ceiling"), ["region"]);
    let regions: Vec<Body> =
        [Region::Wenshang, Region::Qufu].into_iter().flat_map(|it| units_of(&office, it)).collect();
    assert!(regions.len() > 3);
    asked += all_ask(&office, &regions, "ZB-1", |by| taken(&made, &correct(), &stamp(FOUND, by), beside).map(drop));
    assert!(asked > 100, "{asked}");
}

/// Where each region has it whole, the finding is against one of them, and that one puts it right.
#[test]
fn a_ceiling_that_each_region_has_is_exceeded_by_one() {
    let mut rows = with_one().revisions()[0].clone();
    rows.ceilings[0].shared = tongquan::register::Shared::Each;
    let (together, each) = (with_one(), Office::new(vec![rows]).unwrap());
    let by = official(Department::Transport);
    let made = |office, region| {
        let against = Against::Ceiling { number: mark("ZB-1"), region };
        opened::<Finding>(&finding(against), &stamp(FOUND, &by), of_office(office))
    };
    for region in Region::all() {
        let capped = [Region::Wenshang, Region::Qufu].contains(&region);
        assert_eq!(made(&each, Some(region)).is_ok(), capped, "{region}");
        assert_eq!(rules(&made(&together, Some(region)).unwrap_err()), [Rule::SubjectOnRecord], "{region}");
        let Ok(made) = made(&each, Some(region)) else { continue };
        all_ask(&each, &units_of(&each, region), region.label(), |by| {
            taken(&made, &correct(), &stamp(FOUND, by), of_office(&each)).map(drop)
        });
    }
    assert_eq!(rules(&made(&each, None).unwrap_err()), [Rule::SubjectOnRecord]);
    assert!(made(&together, None).is_ok());
}

/// It is there from its first day on, and after its last: what was exceeded is found out late.
#[test]
fn a_ceiling_is_there_to_be_found_against_once_it_has_begun() {
    let office = with_one();
    let ends =
        Ending { ends: Ends::Ceiling(mark("ZB-1")), last: day(2024, 4, 30), reason: text("（虚构）已无必要") };
    let office = office.record(&Revision { endings: vec![ends], ..Revision::on(day(2024, 4, 20)) }).unwrap();
    let by = official(Department::GovernmentOffice);
    let made = |number, on| opened::<Finding>(&finding(of(number)), &stamp(on, &by), of_office(&office)).map(drop);
    for on in [day(2024, 4, 1), FOUND, day(2024, 5, 1), day(2025, 6, 1)] {
        assert_eq!(made("ZB-1", on), Ok(()), "{on}");
        assert_eq!(rules(&made("ZB-2", on).unwrap_err()), [Rule::SubjectOnRecord], "{on}");
    }
    assert_eq!(rules(&made("ZB-1", day(2024, 3, 31)).unwrap_err()), [Rule::SubjectOnRecord]);
}
