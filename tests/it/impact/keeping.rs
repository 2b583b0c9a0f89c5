//! To keep its edition is lawful always: what was filed before runs to its end as it began, what is filed since does not.

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Calendar, Modality, Moment, Office, Place, Question, Region, Rule, Scope, Seal, Stamp,
    Venue,
    case::{Message, Role, StageKind, steps::AffixSealNo2},
    oversight::Ledger,
    register::{Items, Plan, Revision, SealId, Undertaken},
    route::Tier,
};

use super::{Single, amended, item, removal};
use crate::{
    support::{changed, day, filing_day, marks, rows},
    walk::Walk,
};

const HOME: Region = Region::Wenshang;

/// A case that a service walks to a stage, a step a working day, in the office given.
fn walked(office: &Office, key: &str, stage: StageKind) -> Result<AnyCase, String> {
    let on = filing_day();
    let item = office.now().item_on(&key.parse().unwrap(), on).map_err(|it| it.to_string())?;
    let venue = Venue::from(tongquan::place::Centre::CITY);
    let asked =
        Question { item: item.key(), place: Place::Region(HOME), scope: Scope::WITHIN, venue: Some(&venue), day: on };
    let counter = office.route(&asked).unwrap().counter().unwrap();
    Walk::new(office, on, None).until(stage, item, HOME, &counter).map_err(|it| it.to_string())
}

/// The working days that a case in review takes from its filing to its seal.
fn days() -> Vec<NaiveDate> {
    (1..=8).map(|after| Calendar::built_in().after(filing_day(), after).unwrap()).collect()
}

#[test]
fn a_case_filed_before_is_sealed_with_seal_no_2_whatever_becomes_of_its_item_and_on_whichever_day() {
    let mut closed = 0;
    for key in ["A1-33", "A1-36"] {
        for single in Single::all(item(key), HOME) {
            for from in days().into_iter().step_by(3) {
                let office = amended(&single.of(item(key), from));
                let case = walked(&office, key, StageKind::Closed).unwrap();
                let record = case.record();
                assert_eq!((record.brief().edition.number, record.route().seal().is), (1, Seal::No2));
                assert!(record.last_at().day() > from, "it passes over the day of effect");
                let mut ledger = Ledger::default();
                ledger.add(record);
                assert_eq!((ledger.uses().len(), ledger.findings(&office).count()), (1, 0), "{single:?} of {key}");
                assert_eq!(record.hold_against(&office), Ok(()));
                closed += 1;
            }
        }
    }
    assert_eq!(closed, 2 * 7 * 3);
}

#[test]
fn a_case_of_every_modality_keeps_its_route_to_its_end() {
    for key in ["A1-1", "A1-24", "A1-61"] {
        let before = walked(&crate::support::OFFICE, key, StageKind::Closed).unwrap();
        for single in Single::all(item(key), HOME) {
            let office = amended(&single.of(item(key), days()[2]));
            let case = walked(&office, key, StageKind::Closed).unwrap();
            let parties = |case: &AnyCase| {
                Role::iter()
                    .map(|role| case.record().holders(role).map(|it| it.zh()).collect())
                    .collect::<Vec<Vec<_>>>()
            };
            assert_eq!(parties(&case), parties(&before), "{single:?} of {key}");
            let stamps = |case: &AnyCase| case.record().stamps().cloned().collect::<Vec<_>>();
            assert_eq!(stamps(&case), stamps(&before), "{single:?} of {key}");
        }
    }
}

/// Why Seal No. 2 may not be affixed on a decided case by the seal's named user.
fn affixed(case: AnyCase, office: &Office) -> Vec<Rule> {
    let department = tongquan::Department::NaturalResources;
    let on = Calendar::built_in().after(case.record().last_at().day(), 1).unwrap();
    let seals = office.now();
    let seal = seals.seals_held(department, HOME, on).next().unwrap_or(SealId { department, number: 7 });
    let documents = vec!["决定书".parse().unwrap()];
    let step = AnyStep::from(AffixSealNo2 { seal, circumstance: "decision".parse().unwrap(), documents });
    let body = case.record().holders(Role::Sealing).next().unwrap().to_body().unwrap();
    let by = Actor::Official { body, person: marks::<tongquan::text::Person>(&["wenshang-seal-keeper"]).remove(0) };
    let stamp = Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by };
    let refused = case.apply(step, stamp, office).map(|it| it.stage());
    refused.map_or_else(|it| it.why.objections().iter().map(|it| it.rule).collect(), |_| Vec::new())
}

#[test]
fn a_case_filed_from_the_day_of_effect_is_not_sealed_with_seal_no_2() {
    let key = "A1-33";
    for (from, rules) in [(days()[0], vec![]), (filing_day(), vec![Rule::SealNo2Review])] {
        for modality in [Modality::Direct, Modality::Window, Modality::Intake] {
            let office = amended(&Single::To(modality).of(item(key), from));
            let decided = walked(&office, key, StageKind::Decided).unwrap();
            assert_eq!(affixed(decided, &office), rules, "{modality} from {from}");
        }
        let office = amended(&Single::Withheld(HOME).of(item(key), from));
        assert_eq!(affixed(walked(&office, key, StageKind::Decided).unwrap(), &office), rules, "from {from}");
    }
    let office = amended(&Single::Passed(tongquan::Department::Health).of(item(key), filing_day()));
    let decided = walked(&office, key, StageKind::Decided).unwrap();
    assert_eq!(affixed(decided, &office), [Rule::SealNo2OfDepartment]);
}

#[test]
fn what_is_removed_takes_no_case_from_the_day_of_effect_and_does_the_day_before() {
    let office = amended(&Single::Removed.of(item("A1-33"), filing_day()));
    assert!(walked(&office, "A1-33", StageKind::Filed).unwrap_err().contains("A1-33"));
    let office = amended(&Single::Removed.of(item("A1-33"), days()[0]));
    assert_eq!(walked(&office, "A1-33", StageKind::Filed).map(|it| it.stage()), Ok(StageKind::Filed));
}

#[test]
fn a_case_whose_item_left_the_list_is_pushed_to_whom_the_plan_names_since_and_closed() {
    let from = day(2024, 6, 1);
    let of_home = |rows: &Revision| rows.plans.iter().find(|it| it.region == HOME).unwrap().clone();
    let bare = changed(|rows| {
        let plan = rows.plans.iter_mut().find(|it| it.region == HOME).unwrap();
        plan.undertakes.iter_mut().for_each(|it| it.supervision.county_enforcement = None);
    });
    let case = walked(&bare, "A1-33", StageKind::Concluded).unwrap();
    // the item leaves the list, and the region's new plan names it all the same, for the cases that run
    let mut plan = Plan { from, ..of_home(rows()) };
    let seated = plan.undertakes.iter().find(|it| it.supervision.county_enforcement.is_some()).unwrap();
    let named = Undertaken { items: Items::Only(vec!["A1-33".parse().unwrap()]), ..seated.clone() };
    plan.undertakes.insert(0, named);
    let since = Revision { amendments: vec![removal(from, "A1-33")], plans: vec![plan], ..Revision::on(from) };
    let office = bare.record(&since).unwrap();
    assert!(office.now().item_on(&"A1-33".parse().unwrap(), from).is_err());
    let closed = Walk::new(&office, from, None).on(case, StageKind::Closed).unwrap();
    let told = closed.record().duties().iter().find(|it| it.message == Message::Push(Tier::CountyEnforcement));
    assert!(told.is_some_and(|it| it.is_done() && it.to.is_some()), "{told:?}");
}
