//! What is recorded later leaves every stored case movable; a journal that claims to have asked other registers than those of its day is never
//! moved.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, Department, Office, Place, Region, Rule, Scope, Stamp,
    case::{
        Role, StageKind, StepKind,
        steps::{AffixSealNo2, Close, Deliver, File, PassOn},
    },
    law::Fact,
    register::{SealId, SealState},
    route::Gap,
};

use super::{parsed, recorded, rules, stored, taken};
use crate::support::{OFFICE, case_at, case_via, day, filing_day, official};

const HOME: Region = Region::Wenshang;
const SEAL: SealId = SealId { department: Department::Transport, number: 7 };

/// A case of A1-36 in 汶上县, filed on 2024-03-04; its seal was affixed by the middle of March.
fn case(office: &Office, stage: StageKind) -> AnyCase {
    case_at(office, "A1-36", HOME, stage)
}

fn happened(on: &str, event: Value) -> Value {
    json!({"seal": SEAL, "on": on, "event": event})
}

fn ends(what: Value, last: &str) -> Value {
    json!({"ends": what, "last": last, "reason": "虚构"})
}

/// What a revision of 2024-05-06 may bring, by name: each takes away something that the case rests on.
fn later() -> Vec<(&'static str, Value)> {
    let because = || json!({"reason": "虚构"});
    let nobody = json!([{"region": "wenshang", "from": "2024-05-06", "undertakes": []}]);
    let every = json!({
        "plans": nobody,
        "seals": [happened("2024-01-02", json!({"lost": because()}))],
        "endings": [ends(json!({"agreement": "XY-transport-07"}), "2024-05-05"),
            ends(json!({"posting": {"department": "ecology", "region": "wenshang"}}), "2024-05-05"),
            ends(json!({"permission": "SJ-01"}), "2024-05-05")]
    });
    vec![
        ("a loss before the use", json!({"seals": [happened("2024-01-02", json!({"lost": because()}))]})),
        ("a suspension", json!({"seals": [happened("2024-05-06", json!({"suspended": because()}))]})),
        ("a withdrawal", json!({"seals": [happened("2024-05-06", json!({"withdrawn": because()}))]})),
        ("an agreement that ends", json!({"endings": [ends(json!({"agreement": "XY-transport-07"}), "2024-05-05")]})),
        ("a plan that names nobody", json!({"plans": nobody})),
        (
            "a new name",
            json!({"units": [{"id": "wenshang-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "新局（虚构）"}]}),
        ),
        ("all of it", every),
    ]
}

fn after(mut revision: Value) -> Office {
    revision["recorded"] = "2024-05-06".into();
    recorded(&OFFICE, revision)
}

/// Whoever holds the role of a step.
fn holder(case: &AnyCase, role: Role) -> Actor {
    official(case.record().holders(role).next().unwrap().to_body().unwrap())
}

fn affix(case: &AnyCase, on: NaiveDate, office: &Office) -> Result<AnyCase, Vec<Rule>> {
    let body = case.record().holders(Role::Sealing).next().unwrap().to_body().unwrap();
    let by = Actor::Official { body, person: parsed("wenshang-seal-keeper") };
    let step = AffixSealNo2 { seal: SEAL, circumstance: parsed("decision"), documents: vec![parsed("决定书")] };
    taken(case.clone(), step, by, on, office).map_err(|why| rules(&why))
}

#[test]
fn what_is_recorded_later_leaves_a_sealed_case_movable() {
    let sealed = case(&OFFICE, StageKind::Sealed);
    assert!(sealed.record().last_at().day() < day(2024, 4, 1));
    for (what, revision) in later() {
        let office = after(revision);
        let case = stored(&sealed);
        assert_eq!(case.record().hold_against(&office), Ok(()), "{what}");
        let by = holder(&case, Role::Window);
        let delivered =
            taken(case, Deliver {}, by, day(2024, 5, 7), &office).unwrap_or_else(|why| panic!("{what}: {why}"));
        assert_eq!(delivered.stage(), StageKind::Concluded, "{what}");
        assert_eq!(stored(&delivered).record().hold_against(&office), Ok(()), "{what}");
        // a closed case is only shown: what it says still agrees
        let closed = stored(&self::case(&OFFICE, StageKind::Closed));
        assert_eq!(closed.record().hold_against(&office), Ok(()), "{what}");
        // and the registers of its day still say what they said
        let used = sealed.record().last_at().day();
        assert_eq!(office.on(used).seal_state(SEAL, used), Some(SealState::InService), "{what}");
    }
    let lost = after(later()[0].1.clone());
    let used = sealed.record().last_at().day();
    assert_eq!(lost.now().seal_state(SEAL, used), Some(SealState::Lost));
}

#[test]
fn a_case_that_is_not_sealed_yet_meets_the_registers_of_the_day_it_is_sealed_on() {
    let decided = case(&OFFICE, StageKind::Decided);
    let (before, on) = (day(2024, 5, 5), day(2024, 5, 7));
    let expected = [
        ("a loss before the use", Err(vec![Rule::SealNo2InService])),
        ("a suspension", Err(vec![Rule::SealNo2InService])),
        ("a withdrawal", Err(vec![Rule::SealNo2InService])),
        // S4: it was filed before the agreement ended
        ("an agreement that ends", Ok(StageKind::Sealed)),
        ("a plan that names nobody", Ok(StageKind::Sealed)),
        ("a new name", Ok(StageKind::Sealed)),
        ("all of it", Err(vec![Rule::SealNo2InService])),
    ];
    for ((what, revision), (named, told)) in later().into_iter().zip(expected) {
        assert_eq!(what, named);
        let office = after(revision);
        let found = affix(&stored(&decided), on, &office).map(|it| it.stage());
        assert_eq!(found, told, "{what}");
        // what was done the day before was done under what was known then
        let sealed = affix(&stored(&decided), before, &office).unwrap();
        assert_eq!(stored(&sealed).record().hold_against(&office), Ok(()), "{what}");
    }
}

#[test]
fn a_case_taken_in_at_a_window_goes_on_when_its_permission_has_ended() {
    let venue = "济宁市为民服务中心".parse().unwrap();
    for stage in [StageKind::Filed, StageKind::Accepted, StageKind::Concluded] {
        let case = case_via(&OFFICE, "A1-36", HOME, &venue, stage);
        assert!(case.record().brief().admission.is_some());
        let office = after(later().pop().unwrap().1);
        let case = stored(&case);
        assert_eq!(case.record().hold_against(&office), Ok(()));
        if stage == StageKind::Filed {
            let by = holder(&case, Role::Intake);
            assert!(taken(case, PassOn {}, by, day(2024, 5, 7), &office).is_ok());
        }
    }
    // a new one is not taken in there
    let office = after(json!({"endings": [ends(json!({"permission": "SJ-01"}), "2024-05-05")]}));
    let item = office.catalogue().latest().annex_1(36).unwrap();
    let offer = |on| office.now().offer(item, HOME, &venue, on);
    assert!(matches!(offer(day(2024, 5, 5)), tongquan::route::Offer::Running(_)));
    assert_eq!(offer(day(2024, 5, 6)), tongquan::route::Offer::Ended(day(2024, 5, 5)));
}

/// The fictional office; the seal is suspended before the case is filed, and restored two days after.
fn suspended() -> Office {
    let event =
        |kind: &str, on: &str| json!({"recorded": on, "seals": [happened(on, json!({kind: {"reason": "虚构"}}))]});
    recorded(&recorded(&OFFICE, event("suspended", "2024-03-01")), event("restored", "2024-03-06"))
}

/// The place of a revision in a journal: the filing's, or another entry's.
fn claims(journal: &mut Value) -> Vec<&mut Value> {
    let entries = journal.as_array_mut().unwrap().iter_mut().filter_map(|it| it.as_object_mut());
    entries.flat_map(|it| it.values_mut()).filter_map(|it| it.pointer_mut("/found/revision")).collect()
}

/// The case of a journal in which one claim is another, as far as it proves one.
fn claiming(case: &AnyCase, which: usize, revision: u32) -> AnyCase {
    let mut journal = serde_json::to_value(case).unwrap();
    *claims(&mut journal)[which] = revision.into();
    let read: AnyCase = serde_json::from_value(journal).unwrap();
    assert_ne!(&read, case);
    read
}

/// The entries that disagree, by number, with what else is told of them.
fn lies(case: &AnyCase, office: &Office) -> Vec<(u64, Vec<Fact>)> {
    let Err(why) = case.record().hold_against(office) else { return vec![] };
    let [only] = why.objections() else { panic!("{why}") };
    assert_eq!(only.rule, Rule::RecordAgrees);
    let Fact::List(lies) = &only.got else { panic!("{why}") };
    let told = lies.iter().map(|it| match it {
        Fact::List(told) => match &told[..] {
            [Fact::Number(at), rest @ ..] => (*at, rest.to_vec()),
            _ => panic!("{why}"),
        },
        _ => panic!("{why}"),
    });
    told.collect()
}

#[test]
fn a_journal_that_claims_another_revision_than_its_day_had_is_read_but_never_moved() {
    let office = suspended();
    let closing = case(&office, StageKind::Concluded);
    let mut journal = serde_json::to_value(&closing).unwrap();
    let said: Vec<u64> = claims(&mut journal).iter().map(|it| it.as_u64().unwrap()).collect();
    // filed and noticed under the second revision, accepted and sealed under the third
    assert_eq!(said, [2, 2, 3, 3]);
    let seal = closing.record().entries().iter().position(|it| it.kind() == StepKind::AffixSealNo2).unwrap() as u64 + 1;
    let file = Fact::Term { zh: "收件", en: "file" };
    let revision = Fact::Term { zh: "登记批次", en: "the revision of the registers" };
    let filing = (0, vec![file, revision]);
    let sealing = (seal, vec![StepKind::AffixSealNo2.into()]);
    for (which, honest, lie) in [(0, 2, filing), (3, 3, sealing)] {
        for claimed in [0, 1, 2, 3, 4, 5, u32::MAX] {
            if claimed == honest {
                continue;
            }
            let forged = claiming(&closing, which, claimed);
            assert_eq!(lies(&forged, &office), std::slice::from_ref(&lie), "{claimed}");
            let by = holder(&forged, Role::Deciding);
            let why = taken(forged.clone(), Close {}, by.clone(), day(2024, 5, 7), &office).unwrap_err();
            assert_eq!(rules(&why), [Rule::RecordAgrees], "{claimed}");
            let stamp = Stamp { at: tongquan::Moment::new(day(2024, 5, 7), 9, 0, 0).unwrap(), by };
            assert_eq!(forged.check(&Close {}.into(), &stamp, &office), Err(why));
        }
        assert_eq!(lies(&stored(&closing), &office), []);
    }
    // two lies are told at once
    let forged = claiming(&claiming(&closing, 0, 1), 3, 9);
    assert_eq!(lies(&forged, &office).iter().map(|it| it.0).collect::<Vec<_>>(), [0, seal]);
}

#[test]
fn an_older_revision_does_not_make_a_suspended_seal_fit_for_use() {
    // suspended on the day of the decision: sealed in spite of it, under what was known the day before
    let decided = case(&OFFICE, StageKind::Decided);
    let on = decided.record().last_at().day().succ_opt().unwrap();
    let suspended = json!({"recorded": on.to_string(), "seals": [happened(&on.to_string(), json!({"suspended": {"reason": "虚构"}}))]});
    let office = recorded(&OFFICE, suspended);
    assert_eq!(affix(&decided, on, &office).unwrap_err(), [Rule::SealNo2InService]);
    let next = on.succ_opt().unwrap();
    assert_eq!(affix(&decided, next, &office).unwrap_err(), [Rule::SealNo2InService]);
    let forged = stored(&affix(&decided, next, &OFFICE).unwrap());
    assert_eq!(lies(&forged, &OFFICE), []);
    let [(at, told)] = &lies(&forged, &office)[..] else { panic!() };
    assert_eq!((*at as usize, &told[..]), (forged.record().entries().len(), &[StepKind::AffixSealNo2.into()][..]));
    let by = holder(&forged, Role::Window);
    let why = taken(forged, Deliver {}, by, day(2024, 5, 7), &office).unwrap_err();
    assert_eq!(rules(&why), [Rule::RecordAgrees]);
    // on the very day it may have been sealed before the suspension was recorded
    let honest = stored(&affix(&decided, on, &OFFICE).unwrap());
    assert_eq!(lies(&honest, &office), []);
}

#[test]
fn what_was_filed_before_anything_was_recorded_is_held_against_what_the_first_revision_carries_over() {
    let file = |office: &Office| {
        let step = File {
            case: parsed("C-1"),
            item: parsed("A1-36"),
            place: Place::Region(HOME),
            scope: Scope::WITHIN,
            venue: "济宁市为民服务中心".parse().unwrap(),
            applicant: parsed("applicant-1"),
            materials: vec![],
            follows: None,
        };
        let at = tongquan::Moment::new(filing_day(), 9, 0, 0).unwrap();
        AnyCase::file(step, Stamp { at, by: official(Department::Transport) }, office)
    };
    // S11: nothing is on record, so it is the city's
    let case = file(Office::built_in()).unwrap();
    assert_eq!((case.record().brief().revision, case.record().route().why().is.gap), (0, Some(Gap::NoHandler)));
    let plan = |on: NaiveDate| {
        let on = on.to_string();
        let revision = json!({"recorded": on,
            "units": [{"id": "ws", "region": "wenshang", "kind": "sector", "name": "某局（虚构）"}],
            "plans": [{"region": "wenshang", "from": "2021-06-30", "undertakes": [{"items": "all", "handler": "ws"}]}]});
        recorded(Office::built_in(), revision)
    };
    for recorded in [filing_day(), day(2024, 5, 6), day(2024, 3, 3)] {
        let office = plan(recorded);
        let revision = Fact::Term { zh: "登记批次", en: "the revision of the registers" };
        let file = Fact::Term { zh: "收件", en: "file" };
        assert_eq!(lies(&stored(&case), &office), [(0, vec![file, revision])], "{recorded}");
    }
    // what is filed once there is a plan is not the city's
    assert_eq!(super::rules(&file(&plan(day(2024, 3, 3))).unwrap_err().why), [Rule::VenueOpen, Rule::ActorHoldsRole]);
}
