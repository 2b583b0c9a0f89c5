//! Seal No. 2: every item in every region against the model, and every way to go wrong at once.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, Key, Office, Refusal, Region, Rule, Stamp,
    case::{Role, StageKind, steps::AffixSealNo2},
    register::{SealId, SealState, Service},
    route::Items,
};

use crate::{
    model,
    support::{OFFICE, case_at, day},
};

fn affix(case: &AnyCase, seal: SealId, person: &str, circumstance: &str, office: &Office) -> Result<(), Refusal> {
    let body = case.record().holders(Role::Sealing).next().unwrap().to_body().unwrap();
    let by = Actor::Official { body, person: person.parse().unwrap() };
    let stamp = Stamp { at: case.record().last_at(), by };
    let documents = vec!["决定书".parse().unwrap()];
    let step = AffixSealNo2 { seal, circumstance: circumstance.parse().unwrap(), documents };
    case.clone().apply(step.into(), stamp, office).map(drop).map_err(|refused| refused.why)
}

#[test]
fn it_is_affixed_exactly_where_the_model_says_whichever_seal_the_region_tries() {
    let (mut lawful, mut refused) = (0, 0);
    for item in OFFICE.edition().items() {
        for region in Region::all() {
            let model = match item.key() {
                Key::Annex1(number) => model::answer(1, *number, region.label(), false),
                Key::Own(_) => model::original(region.label(), false),
                Key::Annex2(_) => continue,
            };
            let case = case_at(&OFFICE, &item.key().to_string(), region, StageKind::Decided);
            let today = case.record().last_at().day();
            for row in OFFICE.rows().seals.iter().filter(|it| it.holding_on(today).unwrap().region == region) {
                let user = OFFICE
                    .now()
                    .agreement(&row.holding_on(today).unwrap().agreement)
                    .unwrap()
                    .users
                    .first()
                    .unwrap()
                    .as_str();
                let done = affix(&case, row.seal, user, "decision", &OFFICE);
                let own = Some(row.seal.department) == item.department();
                assert_eq!(done.is_ok(), model.seal_no2_lawful && own, "{item} in {region} with {}", row.seal);
                *(if done.is_ok() { &mut lawful } else { &mut refused }) += 1;
            }
        }
    }
    assert_eq!(lawful, 30 + 10 * 34 + 4 * 25);
    assert!(refused > 5_000, "{refused}");
}

#[test]
fn every_state_of_the_seal_and_every_mistake_together_names_exactly_its_reasons() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Decided);
    let natural = tongquan::Department::NaturalResources;
    let mut tried = 0;
    for state in SealState::iter() {
        for covered in [true, false] {
            let mut rows = OFFICE.rows().clone();
            for it in &mut rows.agreements {
                it.items = if covered { Items::All } else { Items::Only(vec![]) };
                it.users = vec!["keeper".parse().unwrap()];
            }
            for it in &mut rows.seals {
                it.service = vec![Service { from: day(2021, 6, 30), state }];
            }
            let office = Office::new(rows).unwrap();
            for (department, number, person, circumstance) in mistakes(natural) {
                let seal = SealId { department, number };
                let got: BTreeSet<Rule> = match affix(&case, seal, person, circumstance, &office) {
                    Ok(()) => BTreeSet::new(),
                    Err(why) => why.objections().iter().map(|it| it.rule).collect(),
                };
                let mut expected = BTreeSet::new();
                let mut unless = |holds: bool, rule| {
                    if !holds {
                        expected.insert(rule);
                    }
                };
                unless(department == natural, Rule::SealNo2OfDepartment);
                if number == 99 {
                    unless(false, Rule::SealNo2OnRecord);
                } else {
                    unless(number == 7, Rule::SealNo2HeldHere);
                    unless(state == SealState::InService, Rule::SealNo2InService);
                    unless(covered, Rule::SealNo2ForItem);
                    unless(circumstance == "decision", Rule::SealNo2ForCircumstance);
                    unless(person == "keeper", Rule::SealNo2NamedUser);
                }
                assert_eq!(got, expected, "{state} {covered} {seal} {person} {circumstance}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 5 * 2 * 24);
}

fn mistakes(own: tongquan::Department) -> Vec<(tongquan::Department, u16, &'static str, &'static str)> {
    let mut all = Vec::new();
    for department in [own, tongquan::Department::Commerce] {
        for number in [7, 6, 99] {
            for person in ["keeper", "thief"] {
                for circumstance in ["decision", "a-favour"] {
                    all.push((department, number, person, circumstance));
                }
            }
        }
    }
    all
}
