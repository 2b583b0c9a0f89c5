//! Each way to use a Seal No. 2 wrongly, told by a forged journal, is found by exactly the rules that it breaks.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, Department, Moment, Office, Region, Rule, Stamp,
    case::{
        Role, StageKind, StepKind,
        steps::{AffixSealNo2, Deliver},
    },
    oversight::Ledger,
    register::{Ending, Ends, Revision, SealEvent, SealId, SealState, SealStep},
    text::Text,
};

use super::{journal, ledger};
use crate::{
    seal_no_2::rules,
    support::{OFFICE, changed, day, stranger},
};

const REGION: Region = Region::Wenshang;
const SEAL: SealId = SealId { department: Department::NaturalResources, number: 7 };

/// A lawful journal: decided on 13 March 2024, sealed on the 14th.
fn lawful() -> Value {
    journal("A1-33", REGION, day(2024, 3, 4), 1, StageKind::Closed)
}

fn entries(told: &mut Value) -> &mut Vec<Value> {
    told.as_array_mut().unwrap()
}

fn position(told: &Value, step: &str) -> usize {
    told.as_array().unwrap().iter().position(|it| it.get(step).is_some()).unwrap()
}

/// The entry of the use.
fn sealing(told: &mut Value) -> &mut Value {
    let at = position(told, "affix_seal_no2");
    &mut told[at]["affix_seal_no2"]
}

fn file(told: &mut Value) -> &mut Value {
    &mut told[0]["file"]["step"]
}

type Forge = fn(&mut Value);

/// An event for a reason.
type Happens = fn(Text) -> SealStep;

/// What is changed, and the rules that it breaks.
const WRONG: [(&str, Forge, &[Rule]); 29] = [
    (
        "another user",
        |it| sealing(it)["stamp"]["by"]["official"]["person"] = json!("stranger"),
        &[Rule::SealNo2NamedUser],
    ),
    (
        "another body",
        |it| sealing(it)["stamp"]["by"]["official"]["body"] = json!(stranger(REGION)),
        &[Rule::ActorHoldsRole],
    ),
    (
        "the city department itself",
        |it| sealing(it)["stamp"]["by"]["official"]["body"] = json!({"department": "natural_resources"}),
        &[Rule::ActorHoldsRole],
    ),
    (
        "the applicant",
        |it| sealing(it)["stamp"]["by"] = json!({"applicant": "applicant-1"}),
        &[Rule::ActorHoldsRole, Rule::SealNo2NamedUser],
    ),
    (
        "another circumstance",
        |it| sealing(it)["step"]["circumstance"] = json!("favour"),
        &[Rule::SealNo2ForCircumstance],
    ),
    (
        "another department's seal of the region",
        |it| sealing(it)["step"]["seal"]["department"] = json!("commerce"),
        &[Rule::SealNo2OfDepartment, Rule::SealNo2ForItem],
    ),
    (
        "the department's seal of another region, by the own user",
        |it| sealing(it)["step"]["seal"]["number"] = json!(10),
        &[Rule::SealNo2HeldHere, Rule::SealNo2NamedUser],
    ),
    ("a number that nobody cut", |it| sealing(it)["step"]["seal"]["number"] = json!(99), &[Rule::SealNo2OnRecord]),
    ("no document", |it| sealing(it)["step"]["documents"] = json!([]), &[Rule::DocumentsListed]),
    ("a document twice", |it| sealing(it)["step"]["documents"] = json!(["证", "证"]), &[Rule::NamedOnce]),
    ("a lie about what was found", |it| sealing(it)["found"]["said"]["users"] = json!(["friend"]), &[]),
    (
        "what was found lets another user pass",
        |it| {
            sealing(it)["found"]["said"]["users"] = json!(["friend"]);
            sealing(it)["stamp"]["by"]["official"]["person"] = json!("friend");
        },
        &[Rule::SealNo2NamedUser],
    ),
    (
        "undecided",
        |it| {
            let at = position(it, "decide_favourably");
            entries(it).remove(at);
        },
        &[Rule::StepHasPlace],
    ),
    (
        "decided afterwards",
        |it| {
            let at = position(it, "decide_favourably");
            entries(it).swap(at, at + 1);
        },
        &[Rule::StepHasPlace],
    ),
    (
        "stamped before the decision",
        |it| sealing(it)["stamp"]["at"] = json!("2024-03-13T08:59:59+08:00"),
        &[Rule::StepHasPlace],
    ),
    ("stamped with the decision", |it| sealing(it)["stamp"]["at"] = json!("2024-03-13T09:00:00+08:00"), &[]),
    (
        "the own seal before it",
        |it| {
            let (at, stamp) = (position(it, "affix_seal_no2"), sealing(it)["stamp"].clone());
            entries(it).insert(at, json!({"affix_seal": {"stamp": stamp, "step": {}}}));
        },
        &[Rule::StepHasPlace],
    ),
    (
        "a county-original item",
        |it| file(it)["item"] = json!("WS-001"),
        &[Rule::SealNo2FormerlyCity, Rule::SealNo2Review],
    ),
    ("an item of annex 2", |it| file(it)["item"] = json!("A2-3"), &[Rule::SealNo2Review]),
    (
        "an item that is devolved directly",
        |it| file(it)["item"] = json!("A1-1"),
        &[Rule::SealNo2Review, Rule::SealNo2ForItem],
    ),
    (
        "an item of another department under review",
        |it| file(it)["item"] = json!("A1-37"),
        &[Rule::SealNo2OfDepartment, Rule::SealNo2ForItem],
    ),
    (
        "a forward service window",
        |it| file(it)["item"] = json!("A1-24"),
        &[Rule::ActorHoldsRole, Rule::SealNo2Review, Rule::SealNo2OfDepartment, Rule::SealNo2ForItem],
    ),
    ("an unknown item", |it| file(it)["item"] = json!("A1-62"), &[Rule::ItemInForce]),
    ("an own item that is not on record", |it| file(it)["item"] = json!("WS-002"), &[Rule::ItemInForce]),
    ("no region", |it| file(it)["place"] = json!("city"), &[Rule::PlaceHasRegion]),
    (
        "neither item nor region",
        |it| (file(it)["item"], file(it)["place"]) = (json!("A1-62"), json!("city")),
        &[Rule::ItemInForce, Rule::PlaceHasRegion],
    ),
    (
        "a matter that crosses regions",
        |it| file(it)["scope"] = json!(["liangshan"]),
        &[Rule::ActorHoldsRole, Rule::SealNo2Review],
    ),
    (
        "a county-original matter that crosses",
        |it| (file(it)["item"], file(it)["scope"]) = (json!("WS-001"), json!(["liangshan"])),
        &[Rule::SealNo2Review],
    ),
    (
        "another region's business",
        |it| file(it)["place"] = json!({"region": "qufu"}),
        &[Rule::ActorHoldsRole, Rule::SealNo2HeldHere],
    ),
];

#[test]
fn every_wrong_use_is_found_by_exactly_the_rules_that_it_breaks_and_no_lawful_one_beside_it() {
    let beside = ["A1-33", "A1-36"].map(|key| journal(key, Region::Qufu, day(2024, 3, 5), 2, StageKind::Closed));
    let mut met: BTreeSet<Rule> = BTreeSet::new();
    for (what, forge, broken) in WRONG {
        let mut forged = lawful();
        forge(&mut forged);
        assert_ne!(forged, lawful(), "{what}");
        let ledger = ledger([&forged].into_iter().chain(&beside));
        assert_eq!(ledger.uses().len(), 3, "{what}");
        let found: Vec<_> = ledger.findings(&OFFICE).collect();
        if broken.is_empty() {
            assert_eq!(found.len(), 0, "{what}");
            continue;
        }
        let [finding] = &found[..] else { panic!("{what}: {found:?}") };
        assert_eq!(finding.at.case().as_str(), "2024-000001", "{what}");
        let told: Vec<Rule> = finding.why.objections().iter().map(|it| it.rule).collect();
        assert_eq!(told, broken, "{what}");
        assert!(!finding.why.zh().is_empty());
        met.extend(broken);
    }
    assert_eq!(met.len(), 14, "{met:?}");
}

#[test]
fn a_second_use_on_one_case_is_found_and_not_the_first() {
    let mut told = lawful();
    let at = position(&told, "affix_seal_no2");
    let mut again = told[at].clone();
    again["affix_seal_no2"]["stamp"]["at"] = json!("2024-03-14T09:00:01+08:00");
    entries(&mut told).insert(at + 1, again);
    let ledger = ledger([&told]);
    let found: Vec<_> = ledger.findings(&OFFICE).collect();
    assert_eq!((ledger.uses().len(), found.len()), (2, 1));
    assert_eq!(found[0].at.at(), "2024-03-14T09:00:01+08:00".parse::<Moment>().unwrap());
    assert_eq!(rules(Err(found[0].why.clone())), [Rule::StepHasPlace].into());
}

fn happened(on: (i32, u32, u32), event: SealStep) -> SealEvent {
    SealEvent { seal: SEAL, on: day(on.0, on.1, on.2), event }
}

fn reason() -> Text {
    "（虚构）".parse().unwrap()
}

/// The rules by which the one use of a journal is found.
#[track_caller]
fn found(told: &Value, office: &Office) -> BTreeSet<Rule> {
    let ledger = ledger([told]);
    assert_eq!(ledger.uses().len(), 1);
    let found: Vec<_> = ledger.findings(office).map(|it| it.why).collect();
    assert!(found.len() <= 1);
    found.into_iter().next().map_or_else(BTreeSet::new, |why| rules(Err(why)))
}

#[test]
fn a_use_on_a_day_out_of_service_or_under_no_agreement_is_found() {
    let suspended = changed(|it| {
        it.seals.push(happened((2024, 3, 10), SealStep::Suspended { reason: reason() }));
        it.seals.push(happened((2024, 3, 20), SealStep::Restored { reason: reason() }));
    });
    for (at, broken) in [("14", true), ("19", true), ("20", false), ("21", false)] {
        let mut told = lawful();
        sealing(&mut told)["stamp"]["at"] = json!(format!("2024-03-{at}T09:00:00+08:00"));
        let expected = if broken { BTreeSet::from([Rule::SealNo2InService]) } else { BTreeSet::new() };
        assert_eq!(found(&told, &suspended), expected, "{at}");
    }
    let states: [(Happens, SealState); 2] = [
        (|reason| SealStep::Withdrawn { reason }, SealState::Withdrawn),
        (|reason| SealStep::Lost { reason }, SealState::Lost),
    ];
    for (event, state) in states {
        let gone = changed(|it| it.seals.push(happened((2024, 3, 14), event(reason()))));
        assert_eq!(gone.now().seal_state(SEAL, day(2024, 3, 14)), Some(state));
        assert_eq!(found(&lawful(), &gone), [Rule::SealNo2InService].into());
    }
    // before it was handed over there is neither holder nor agreement
    let late = changed(|it| {
        let handed = it.seals.iter_mut().filter(|it| it.seal == SEAL && it.event.agreement().is_some());
        handed.for_each(|it| it.on = day(2024, 3, 15));
    });
    let none = [Rule::SealNo2OnRecord, Rule::SealNo2HeldHere, Rule::SealNo2InService];
    assert_eq!(found(&lawful(), &late), none.into());
    // the agreement had closed before the case was filed, or closed on its day
    let until = |last| changed(|it| it.agreements.iter_mut().for_each(|it| it.until = Some(day(2024, 3, last))));
    assert_eq!(found(&lawful(), &until(3)), [Rule::SealNo2OnRecord].into());
    assert_eq!(found(&lawful(), &until(4)), [].into());
    // the plan named nobody on the day of filing, so that the matter was the city's
    let gap = changed(|it| it.plans.retain(|it| it.region != REGION));
    assert_eq!(found(&lawful(), &gap), [Rule::ActorHoldsRole, Rule::SealNo2Review].into());
}

/// A case at the stage after its seal, as it was stored, and the stamp of its next step.
fn sealed() -> (AnyCase, Stamp) {
    let told = journal("A1-37", REGION, day(2024, 3, 4), 1, StageKind::Sealed);
    let case: AnyCase = serde_json::from_value(told).unwrap();
    assert_eq!(case.stage(), StageKind::Sealed);
    let body = case.record().holders(Role::Window).next().unwrap().to_body().unwrap();
    let at = Moment::new(day(2024, 4, 8), 9, 0, 0).unwrap();
    (case, Stamp { at, by: Actor::Official { body, person: "clerk-1".parse().unwrap() } })
}

#[test]
fn a_loss_found_out_late_makes_a_finding_of_a_lawful_use_and_the_case_still_moves_on() {
    let (case, next) = sealed();
    let used = case.record().last_at().day();
    let seal = SealId { department: Department::Commerce, number: 7 };
    let mut ledger = Ledger::default();
    ledger.add(case.record());
    assert_eq!((ledger.findings(&OFFICE).count(), used), (0, day(2024, 3, 14)));
    let recorded = day(2024, 4, 1);
    let later = |on, event| {
        let events = vec![SealEvent { seal, on, event }];
        OFFICE.record(&Revision { seals: events, ..Revision::on(recorded) }).unwrap()
    };
    let lost = |on| later(on, SealStep::Lost { reason: reason() });
    for (on, wrong) in [(day(2024, 3, 1), true), (used, true), (used.succ_opt().unwrap(), false), (recorded, false)] {
        let office = lost(on);
        let found: Vec<_> = ledger.findings(&office).map(|it| it.why).collect();
        assert_eq!(found.len(), usize::from(wrong), "{on}");
        found.into_iter().for_each(|why| assert_eq!(rules(Err(why)), [Rule::SealNo2InService].into()));
        // what was done stands as the registers knew it then
        assert_eq!(case.record().hold_against(&office), Ok(()));
        let moved = case.clone().apply(Deliver {}.into(), next.clone(), &office).unwrap();
        assert_eq!(moved.stage(), StageKind::Concluded);
        let again: AnyCase = serde_json::from_str(&serde_json::to_string(&moved).unwrap()).unwrap();
        assert_eq!(again.record().hold_against(&office), Ok(()));
        assert!(again.steps().any(|it| it == StepKind::Report));
    }
    // no use is begun with it any more
    let mut told = journal("A1-37", REGION, day(2024, 3, 18), 2, StageKind::Decided);
    let waiting: AnyCase = serde_json::from_value(told.take()).unwrap();
    let by = Actor::Official {
        body: waiting.record().holders(Role::Sealing).next().unwrap().to_body().unwrap(),
        person: "wenshang-seal-keeper".parse().unwrap(),
    };
    let step =
        AffixSealNo2 { seal, circumstance: "decision".parse().unwrap(), documents: vec!["决定书".parse().unwrap()] };
    let why = waiting.check(&step.into(), &Stamp { at: next.at, by }, &lost(recorded));
    assert_eq!(rules(why), [Rule::SealNo2InService].into());

    // a suspension or a withdrawal is no discovery: it counts from its recording on
    let others: [Happens; 2] = [|reason| SealStep::Suspended { reason }, |reason| SealStep::Withdrawn { reason }];
    for event in others {
        let office = later(recorded, event(reason()));
        assert_eq!(ledger.findings(&office).count(), 0);
        assert_eq!(case.record().hold_against(&office), Ok(()));
    }
    // nor is an agreement that ends after the filing, or another plan
    let ends = Ends::Agreement("XY-commerce-07".parse().unwrap());
    let ended = Ending { ends, last: recorded, reason: reason() };
    let office = OFFICE.record(&Revision { endings: vec![ended], ..Revision::on(recorded) }).unwrap();
    assert_eq!(ledger.findings(&office).count(), 0);
}
