//! Where the papers lie, through deemed acceptance and moves to a later edition (S50, S51).

use serde_json::{Value, json};

use super::{
    after, broken,
    selfcheck::golden,
    selfcheck_rules::{instead, later, set, told},
};

/// The entry of another journal, at another time and by another body.
fn by(entry: &Value, at: &str, body: &Value) -> Value {
    set(&later(entry, at), "stamp/by/official/body", body.clone())
}

/// A move to a later edition under which the item stands otherwise, in the place of an entry.
fn moving(journal: &[Value], place: usize, standing: &str) -> Value {
    let mut found = journal[0]["file"]["found"].clone();
    found["edition"] = json!({ "number": 2, "from": "2024-03-05" });
    found["item"]["cell"] = json!({ "standing": { "devolved": standing }, "why": "amendment" });
    let mut entry = instead(&journal[place], "transfer", json!({ "reason": "（虚构）" }), Value::Null);
    entry["transfer"]["found"] = found;
    entry
}

/// S51: the papers of a case that a later list gives to the city are passed on by the region that has them.
#[test]
fn a_move_to_another_tier_has_the_papers_passed_on_once() {
    let journal = golden("amended 2");
    assert_eq!(told(&journal[..5], &journal[6]), broken(["papers_passed_on"]));
    let again = later(&journal[5], "2024-07-03T10:00:00+08:00");
    assert_eq!(told(&journal[..6], &again), broken(["passing_called_for"]));
    // within the region nobody has to
    let direct = set(&journal[4], "found/item/cell/standing/devolved", json!("direct"));
    let moved = [&journal[..4], &[direct]].concat();
    assert_eq!(told(&moved, &journal[5]), broken(["passing_called_for"]));
}

/// S51: and the former window still delivers.
#[test]
fn who_had_the_case_before_a_move_may_still_deliver() {
    let journal = golden("window");
    let case = after(&[&journal[..4], &[moving(&journal, 4, "direct")]].concat());
    let by_region = |entry: &Value| {
        let bureau = &journal[0]["file"]["found"]["undertaking"]["handler"];
        set(entry, "stamp/by/official/body", json!({ "unit": bureau }))
    };
    // the papers lie in the city, and go to the region that decides now
    assert_eq!(case.enter(&by_region(&journal[4])).unwrap_err(), broken(["papers_passed_on"]));
    let pass = instead(&journal[4], "pass_on", json!({}), Value::Null);
    assert_eq!(case.enter(&by_region(&pass)).unwrap_err(), broken(["papers_with_actor"]));
    let mut case = case.enter(&pass).expect("the department has them");
    for entry in &journal[4..9] {
        case = case.enter(&by_region(entry)).unwrap_or_else(|why| panic!("{entry}: {why:?}"));
    }
    assert_eq!(case.enter(&journal[9]).expect("the department's window").stage(), "concluded");
}

#[test]
fn what_is_being_corrected_is_accepted_first_and_passed_on_after() {
    let journal = golden("window");
    let bureau = json!({ "unit": journal[0]["file"]["found"]["undertaking"]["handler"] });
    let move_at = later(&moving(&journal, 1, "direct"), "2024-03-05T10:00:00+08:00");
    let accept = by(&journal[3], "2024-03-07T09:00:00+08:00", &bureau);
    let review = by(&journal[4], "2024-03-09T09:00:00+08:00", &bureau);
    let accepted = [&journal[..2], &[move_at, journal[2].clone(), accept]].concat();
    assert_eq!(told(&accepted, &review), broken(["papers_passed_on"]));
    let pass = instead(&journal[4], "pass_on", json!({}), Value::Null);
    let passed = [&accepted[..], &[pass]].concat();
    assert!(told(&passed, &review).is_empty());
    assert_eq!(told(&passed, &passed[5]), broken(["passing_called_for"]), "once");
}

#[test]
fn a_move_before_acceptance_has_the_papers_passed_on_before_it_too() {
    let journal = golden("window");
    let bureau = json!({ "unit": journal[0]["file"]["found"]["undertaking"]["handler"] });
    let moved = [&journal[..1], &[later(&moving(&journal, 1, "direct"), "2024-03-05T09:00:00+08:00")]].concat();
    let ask = by(&journal[1], "2024-03-06T09:00:00+08:00", &bureau);
    assert_eq!(told(&moved, &ask), broken(["papers_passed_on"]));
    let pass = later(&instead(&journal[1], "pass_on", json!({}), Value::Null), "2024-03-05T10:00:00+08:00");
    assert!(told(&[&moved[..], &[pass]].concat(), &ask).is_empty());
}

/// S27, S50: two legs, and each by who has the papers; none where the window is the deciding department's.
#[test]
fn what_counts_as_accepted_in_transit_is_passed_on_then() {
    let journal = golden("deemed");
    assert_eq!(told(&journal[..2], &journal[4]), broken(["papers_passed_on"]));
    assert_eq!(told(&journal[..3], &journal[4]), broken(["papers_passed_on"]));
    let first_again = later(&journal[2], "2024-03-12T11:00:00+08:00");
    assert_eq!(told(&journal[..3], &first_again), broken(["papers_with_actor"]));
    let own = set(&journal[0], "found/item/department", json!("approval_service"));
    let deemed = [own, journal[1].clone()];
    assert_eq!(told(&deemed, &journal[2]), broken(["passing_called_for"]));
    let decide = set(&journal[4], "stamp/by/official/body", json!({ "department": "approval_service" }));
    assert!(told(&deemed, &decide).is_empty());
}

/// The move is judged as a filing is: but the venue stays as it was permitted.
#[test]
fn a_move_needs_a_route_of_its_own_day() {
    let journal = golden("direct");
    let before = &journal[..4];
    let to = |path: &str, value: Value| told(before, &set(&moving(&journal, 4, "direct"), path, value));
    assert!(
        to("found/admission", json!({ "operator": { "department": "transport" }, "handling": "pass_on" })).is_empty()
    );
    assert_eq!(to("found/item", Value::Null), broken(["item_in_force"]));
    assert_eq!(to("found/edition/from", json!("2024-03-09")), broken(["edition_in_force"]));
    assert_eq!(
        to("found/edition", json!({ "number": 1, "from": "2021-06-15" })),
        broken(["later_edition", "catalogue_agrees"])
    );
    assert_eq!(to("found/item/cell/standing", json!("original")), broken(["catalogue_agrees"]));
    assert_eq!(to("stamp/by/official/body", json!({ "department": "transport" })), broken(["actor_holds_role"]));
}
