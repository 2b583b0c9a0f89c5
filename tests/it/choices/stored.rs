//! A case keeps what was chosen: what was chosen since does not touch it, and what a journal says of it is held against the registers.

use serde_json::{Value, json};
use tongquan::{
    AnyCase, Journal, Modality, Office, Rule, UnitKind, Venue,
    body::BodyRef,
    case::{StageKind, steps::File},
    place::Township,
    register::Revision,
    route::Supervision,
};

use super::{
    FIRST, WAYS,
    cases::{Scene, each_prefix_may_move_on, entries, venues},
    chosen, mark, nanwang, town,
};
use crate::{
    journals::{Golden, asked, proven},
    model::township::Way,
    support::{OFFICE, changed, day, filing_day},
    walk::Walk,
};

#[test]
fn a_stored_case_ends_as_it_began_whatever_was_chosen_since_and_a_new_one_follows_the_new_choice() {
    for (way, county) in WAYS {
        for (later, by) in WAYS {
            if (later, by) == (way, county) {
                continue;
            }
            let office = super::office_of(way, county);
            let on = filing_day();
            let item = office.catalogue().latest().annex_2(8).unwrap();
            let case = Walk::new(&office, on, None).until(StageKind::Accepted, item, nanwang(), &venues()[0]).unwrap();
            let stored = serde_json::to_string(&case).unwrap();
            let recorded = case.record().last_at().day();
            let second = Revision { choices: vec![chosen(later, by, recorded)], ..Revision::on(recorded) };
            let office = office.record(&second).unwrap();
            let read: AnyCase = serde_json::from_str(&stored).unwrap();
            assert_eq!(read.record().hold_against(&office), Ok(()));
            let closed = Walk::new(&office, recorded, None).on(read, StageKind::Closed).unwrap();
            let route = closed.record().route();
            assert_eq!(route.modality(), Some(super::modality(way)));
            each_prefix_may_move_on(&closed, &office);
            let item = office.catalogue().latest().annex_2(8).unwrap();
            let new =
                Walk::new(&office, recorded, None).until(StageKind::Filed, item, nanwang(), &venues()[0]).unwrap();
            assert_eq!(new.record().route().modality(), Some(super::modality(later)));
            assert_eq!(new.record().brief().revision, 2);
        }
    }
}

#[test]
fn a_case_filed_before_a_choice_was_recorded_is_not_made_by_it() {
    // recorded on the day of filing, after the case came in: the revision of before had it otherwise
    let first = changed(|rows| {
        rows.units.push(town("nanwang"));
        rows.choices.push(chosen(Way::Direct, None, FIRST));
    });
    let item = first.catalogue().latest().annex_2(8).unwrap();
    let walk = |office| Walk::new(office, filing_day(), None);
    let morning = walk(&first).until(StageKind::Filed, item, nanwang(), &venues()[0]).unwrap();
    let intake = chosen(Way::Intake, Some(UnitKind::Sector), filing_day());
    let office = first.record(&Revision { choices: vec![intake], ..Revision::on(filing_day()) }).unwrap();
    let afternoon = walk(&office).until(StageKind::Filed, item, nanwang(), &venues()[0]).unwrap();
    let told = |case: &AnyCase| (case.record().brief().revision, case.record().route().modality());
    assert_eq!(told(&morning), (1, Some(Modality::Direct)));
    assert_eq!(told(&afternoon), (2, Some(Modality::Intake)));
    for case in [morning, afternoon] {
        let read = proven(&entries(&case));
        assert_eq!(read.record().hold_against(&office), Ok(()));
        let closed = walk(&office).on(read, StageKind::Closed).unwrap();
        each_prefix_may_move_on(&closed, &office);
    }
}

/// The choice of another scene, as a journal tells it.
fn told(scene: &Scene) -> Value {
    let case = scene.until(8, &venues()[0], StageKind::Filed);
    entries(&case)[0]["file"]["found"]["undertaking"]["chosen"].take()
}

/// What a journal may say instead of what the registers said.
fn lies(truth: &Value, others: &[Value]) -> Vec<Value> {
    let mut lies: Vec<Value> = others.iter().filter(|it| *it != truth).cloned().collect();
    let mut put = |at: &str, value: Value| {
        let mut lie = truth.clone();
        if let Some(it) = lie.pointer_mut(at).filter(|it| **it != value) {
            *it = value;
            lies.push(lie);
        }
    };
    put("", Value::Null);
    put("/way", json!({"review": {"seal": null}}));
    put("/township", json!("370830103"));
    for unit in ["/body", "/way/window/county", "/way/intake/county", "/way/review/seal/county"] {
        put(&format!("{unit}/id"), json!("somebody"));
        put(&format!("{unit}/name"), json!("别名（虚构）"));
        put(&format!("{unit}/region"), json!("liangshan"));
        for kind in ["approval_bureau", "sector", "enforcement", "township"] {
            put(&format!("{unit}/kind"), json!(kind));
        }
    }
    for seat in ["county_supervisor", "county_enforcement", "city_supervisor", "city_enforcement"] {
        put(&format!("/supervision/{seat}"), Value::Null);
        put(&format!("/supervision/{seat}"), json!({"department": "finance"}));
    }
    lies
}

#[test]
fn a_forged_choice_proves_no_case_or_one_that_is_never_moved() {
    let scenes: Vec<Scene> = Scene::all().collect();
    let others: Vec<Value> = scenes.iter().map(told).collect();
    let (mut unproven, mut unmoved) = (0, 0);
    for (scene, truth) in scenes.iter().zip(&others) {
        for venue in [&venues()[0], &Venue::Online] {
            let whole = scene.until(8, venue, StageKind::Closed);
            let entries = entries(&whole);
            for lie in lies(truth, &others) {
                for length in [1, entries.len() - 1] {
                    let mut forged = entries[..length].to_vec();
                    forged[0]["file"]["found"]["undertaking"]["chosen"] = lie.clone();
                    let journal: Journal = serde_json::from_value(Value::Array(forged)).unwrap();
                    let Ok(case) = AnyCase::replay(journal) else {
                        unproven += 1;
                        continue;
                    };
                    let (step, stamp) = asked(&entries[length]);
                    let why = case.record().hold_against(&scene.office).unwrap_err();
                    assert_eq!(why.objections()[0].rule, Rule::RecordAgrees, "{lie}");
                    let refused = case.clone().apply(step, stamp, &scene.office);
                    // another way may lack the step at all; what it has is not taken
                    let why = refused.unwrap_err().why;
                    assert!(why.names(Rule::RecordAgrees) || why.names(Rule::StepHasPlace), "{lie}: {why}");
                    unmoved += 1;
                }
            }
        }
    }
    assert!(unproven > 250 && unmoved > 600, "{unproven} {unmoved}");
}

#[test]
fn a_choice_that_names_no_seal_or_none_at_all_proves_no_case_whoever_reads_it() {
    let scene = Scene::all().next().unwrap();
    let entries = entries(&scene.until(8, &venues()[0], StageKind::Filed));
    let lies =
        [(json!({"review": {"seal": null}}), Rule::ReviewSealNamed), (json!({"review": {}}), Rule::ReviewSealNamed)];
    let rules = |forged: Vec<Value>| {
        let journal: Journal = serde_json::from_value(Value::Array(forged)).unwrap();
        let why = AnyCase::replay(journal).unwrap_err().why;
        why.objections().iter().map(|it| it.rule).collect::<Vec<_>>()
    };
    for (way, rule) in lies {
        let mut forged = entries.clone();
        forged[0]["file"]["found"]["undertaking"]["chosen"]["way"] = way;
        assert_eq!(rules(forged), [rule]);
    }
    let mut forged = entries.clone();
    forged[0]["file"]["found"]["undertaking"]["chosen"] = Value::Null;
    assert_eq!(rules(forged), [Rule::RegionHasChosen]);
    // nor does a claim of the list's that it stands as chosen make a choice
    let mut forged = entries;
    forged[0]["file"]["found"]["item"]["cell"]["standing"] = json!({"chosen": "direct"});
    assert!(rules(forged).contains(&Rule::CatalogueAgrees));
}

#[test]
fn a_choice_told_of_an_item_that_is_not_three_tier_is_a_lie_too() {
    let truth = told(&Scene::all().next().unwrap());
    for name in ["direct", "window", "review", "county_original"] {
        let mut entries = Golden::called(name).entries();
        let last = entries.pop().unwrap();
        entries[0]["file"]["found"]["undertaking"]["chosen"] = truth.clone();
        let (step, stamp) = asked(&last);
        let why = proven(&entries).check(&step, &stamp, &OFFICE).unwrap_err();
        assert!(why.names(Rule::RecordAgrees), "{name}: {why}");
    }
}

#[test]
fn an_office_that_chose_otherwise_moves_none_of_the_cases() {
    let scenes: Vec<Scene> = Scene::all().collect();
    for scene in &scenes {
        let case = scene.until(8, &venues()[0], StageKind::Filed);
        let read = proven(&entries(&case));
        for other in &scenes {
            let same = (scene.way, scene.county) == (other.way, other.county);
            assert_eq!(read.record().hold_against(&other.office).is_ok(), same);
        }
        let none: Office = changed(|rows| rows.units.push(town("nanwang")));
        assert!(read.record().hold_against(&none).unwrap_err().names(Rule::RecordAgrees));
        assert_eq!(day(2024, 3, 4), read.record().filed());
        let File { place, .. } = read.record().file();
        assert_eq!(place.township(), Some(nanwang()));
    }
}

#[test]
fn what_a_case_pushes_goes_by_its_choice_also_where_the_region_no_longer_chooses_for_its_township() {
    // the plan of the region has seats of its own for its own items, which a choice's never are
    let mut choice = chosen(Way::Intake, Some(UnitKind::ApprovalBureau), FIRST);
    let sector = Some(BodyRef::Body(mark("wenshang-sector")));
    choice.supervision = Supervision { county_supervisor: sector, ..choice.supervision };
    let office = changed(|rows| {
        rows.units.push(town("nanwang"));
        rows.choices.push(choice.clone());
    });
    let item = office.catalogue().latest().annex_2(8).unwrap();
    let case =
        Walk::new(&office, filing_day(), None).until(StageKind::Concluded, item, nanwang(), &venues()[0]).unwrap();
    let on = case.record().last_at().day().succ_opt().unwrap();
    choice.from = on;
    choice.townships[0].township = Township::with_code(370_830_103).unwrap();
    let office = office.record(&Revision { choices: vec![choice], ..Revision::on(on) }).unwrap();
    let closed = Walk::new(&office, on, None).on(case, StageKind::Closed).unwrap();
    let told: Vec<String> = closed.record().duties().iter().map(|it| it.to.as_ref().unwrap().to_string()).collect();
    let expected = ["汶上县承办部门（虚构）", "汶上县执法机构（虚构）", "市级监管部门（虚构）", "市级执法机构（虚构）"];
    assert_eq!(told, expected);
    each_prefix_may_move_on(&closed, &office);
}
