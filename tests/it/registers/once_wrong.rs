//! What was once taken or told wrongly.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Department, Office, Region, Rule,
    law::Fact,
    place::Centre,
    register::{Revision, SealId, SealState},
    route::Offer,
};

use super::{agreement, event, faults, office, permission, put, recorded, small, told};
use crate::support::day;

fn seal(number: u16) -> SealId {
    SealId { department: Department::Transport, number }
}

#[test]
fn a_field_that_no_event_and_no_ending_has_is_refused() {
    let takes = |at: &str, value: Value| {
        let mut file = small();
        put(&mut file, at, value);
        serde_json::from_value::<Vec<Revision>>(file).is_ok()
    };
    let taken = [
        // a twin misspelt is a physical seal
        takes("/0/seals/2/event", json!({"cut": {"twin": 7}})),
        takes("/0/seals/1/event", json!({"handed_over": {"agreement": "XY-1", "region": "qufu"}})),
        takes("/1/seals/0/event", json!({"suspended": {"reason": "虚构", "until": "2021-10-01"}})),
        takes(
            "/1/endings/2/ends",
            json!({"posting": {"department": "ecology", "region": "wenshang", "venue": "city"}}),
        ),
    ];
    assert_eq!(taken, [false; 4]);
}

#[test]
fn a_permission_that_still_runs_counts_after_a_later_one_has_ended() {
    let mut rows = [
        permission("SJ-1", json!({"centre": "city"}), "2021-08-01"),
        permission("SJ-2", json!({"centre": "city"}), "2021-08-10"),
    ];
    rows[1]["until"] = json!("2021-08-12");
    let offer = |items: [Value; 2]| {
        let mut rows = rows.clone();
        for (row, items) in rows.iter_mut().zip(items) {
            row["items"] = items;
        }
        let office = recorded(Office::built_in(), json!({"recorded": "2021-07-31", "permissions": rows}));
        let item = office.catalogue().latest().annex_1(36).unwrap();
        matches!(office.now().offer(item, Region::Wenshang, &Centre::CITY.into(), day(2021, 8, 13)), Offer::Running(_))
    };
    let (all, one) = (json!("all"), json!({"only": ["A1-36"]}));
    let runs = [[&all, &one], [&one, &all], [&all, &all], [&one, &one]].map(|[a, b]| offer([a.clone(), b.clone()]));
    assert_eq!(runs, [true; 4]);
}

#[test]
fn a_seal_is_not_lost_before_it_is_cut() {
    let mut file = small();
    put(&mut file, "/1/seals/3/on", json!("2021-06-01")); // cut on 2021-07-01
    let before = Office::new(serde_json::from_value(file.clone()).unwrap())
        .map(|it| it.now().seal_state(seal(8), day(2021, 6, 15)))
        .map_err(|it| told(it.all()).iter().map(|it| it.1.to_owned()).collect::<Vec<_>>());

    assert_eq!(before, Err::<Option<SealState>, _>(vec!["seal_life_in_order".to_owned()]));
}

#[test]
fn a_backdated_ending_is_told_by_the_day_that_it_has() {
    let mut file = small();
    put(&mut file, "/1/endings/2/last", json!("2021-08-30"));
    let found = faults(&file);
    assert_eq!(told(&found), [("[1].endings[2].last", Rule::RowNotBackdated.id())]);
    assert_eq!(found[0].objection.got, Fact::Day(day(2021, 8, 30)));
}

#[test]
fn what_is_loaded_whole_could_have_been_recorded_one_by_one() {
    // 市财政局 has no item of the annexes; one of its own is recorded after the agreement
    let own = json!({"key": "WS-9", "name": "（虚构）又一事项", "kind": "licence",
        "origin": {"city": {"department": "finance", "modality": "review"}}});
    let file = json!([
        {"recorded": "2021-07-31", "agreements": [agreement("XY-9", "finance", "wenshang", json!("all"), "2021-07-31")]},
        {"recorded": "2021-09-01", "own_items": [own]}
    ]);
    assert!(Office::new(serde_json::from_value(json!([file[0]])).unwrap()).is_err());

    assert!(Office::new(serde_json::from_value(file).unwrap()).is_err());
}

#[test]
fn a_withdrawn_seal_is_held_by_no_region() {
    let mut file = small();
    put(&mut file, "/1/seals", json!([event(7, "2021-09-01", json!({"withdrawn": {"reason": "虚构"}}))]));
    let office = office(&file);
    let held: Vec<SealId> = office.now().seals_held(Department::Transport, Region::Wenshang, day(2021, 9, 2)).collect();

    assert_eq!((office.now().seal_holder(seal(7), day(2021, 9, 2)).map(|it| it.0), held), (None, vec![]));
}

#[test]
fn an_electronic_twin_is_not_cut_before_or_after_the_seal() {
    let tried = [("2021-06-19", None), ("2021-07-01", Some("lost"))].map(|(on, last): (&str, Option<&str>)| {
        let mut events = vec![event(1, "2021-06-20", json!({"cut": {}}))];
        events.extend(last.map(|last| event(1, "2021-06-30", json!({last: {"reason": "虚构"}}))));
        events.push(event(2, on, json!({"cut": {"twin_of": 1}})));
        Office::new(serde_json::from_value(json!([{"recorded": "2021-07-31", "seals": events}])).unwrap()).is_ok()
    });
    assert_eq!(tried, [false, false]);
}

#[test]
fn nobody_can_claim_that_nothing_was_on_record() {
    // S39: what the first revision carries over counts as known before it
    let office = Office::new(vec![Revision::on(day(2021, 7, 31))]).unwrap();
    let on: fn(u32) -> NaiveDate = |it| day(2021, 7, it);
    assert_eq!(office.on(on(1)).revision(), 1);

    assert_eq!([on(1), on(31)].map(|it| office.as_of(0, it).map(|it| it.revision())), [None, None]);
}
