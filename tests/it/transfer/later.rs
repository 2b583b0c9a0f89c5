//! An office that has grown: later handbooks, another plan, a permission that ended; and cases driven in it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Place, Question, Region, Rule, Scope, Stamp, Venue,
    case::{
        Role,
        steps::{Accept, File, TakeReviewStep, Transfer},
    },
    register::{Ending, Ends, Items, Limit, Own, Plan, Revision, Standard, TimeUnit, Undertaken},
};

use super::HOME;
use crate::support::{day, marks, rows};

/// What has later handbooks.
pub(super) const ITEMS: [&str; 8] = ["A1-1", "A1-33", "A1-34", "A1-61", "WS-001", "XK-001", "XK-003", "XK-004"];

/// Recorded in March, April and May 2024: second editions from April on, a plan of the middle of April, third editions in May.
pub(super) static LATER: LazyLock<Office> = LazyLock::new(|| {
    let mut first = rows().clone();
    first.standards.retain(|it| it.edition == 1);
    let second: Vec<Standard> = ITEMS.map(|key| second_edition(&first, key)).into();
    let third = second.iter().map(third_edition).collect();
    let qufu = Some(Own { region: Region::Qufu, handbook: 2 });
    let own = Standard { own: qufu, from: day(2024, 4, 26), ..second[2].clone() };
    let permission = first.permissions[0].number.clone();
    let plan = sectors_plan(&first);
    let revisions = vec![
        first,
        Revision { standards: second, ..Revision::on(day(2024, 3, 20)) },
        Revision {
            plans: vec![plan],
            endings: vec![Ending {
                ends: Ends::Permission(permission),
                last: day(2024, 4, 20),
                reason: "（虚构）".parse().unwrap(),
            }],
            ..Revision::on(day(2024, 4, 15))
        },
        Revision { standards: vec![own], ..Revision::on(day(2024, 4, 25)) },
        Revision { standards: third, ..Revision::on(day(2024, 5, 6)) },
    ];
    Office::new(revisions).unwrap()
});

/// No proof is asked for any more, and limits are shorter.
fn second_edition(first: &Revision, key: &str) -> Standard {
    let handbook = first.standards.iter().find(|it| it.item.to_string() == key && it.own.is_none()).unwrap();
    let mut later = Standard { edition: 2, from: day(2024, 4, 1), baseline: None, ..handbook.clone() };
    later.materials.retain(|it| it.code.as_str() != "proof");
    let limits = later.limits.as_mut().unwrap();
    let working_days = |amount| Limit { amount, unit: TimeUnit::WorkingDay };
    let licence = key.starts_with("XK");
    limits.promised = working_days(if licence { 8 } else { 4 });
    limits.statutory = Some(working_days(12));
    if licence {
        later.notice = Some(working_days(2));
        later.corrections = Some(Limit { amount: 40, unit: TimeUnit::Day });
    }
    later
}

fn third_edition(second: &Standard) -> Standard {
    let mut later = Standard { edition: 3, from: day(2024, 5, 6), ..second.clone() };
    later.limits.as_mut().unwrap().promised.amount = 3;
    later
}

/// The sector department handles everything but two licences, which the bureau keeps.
fn sectors_plan(first: &Revision) -> Plan {
    let plan = first.plans.iter().find(|it| it.region == HOME).unwrap();
    let bureaus = plan.undertakes.last().unwrap();
    let sectors = Undertaken { handler: "wenshang-sector".parse().unwrap(), ..plan.undertakes[0].clone() };
    let undertakes = vec![
        Undertaken { items: Items::Only(marks(&["XK-003", "XK-004"])), ..bureaus.clone() },
        Undertaken { items: Items::All, ..sectors },
    ];
    Plan { from: day(2024, 4, 15), undertakes, ..plan.clone() }
}

pub(super) fn accept() -> Accept {
    Accept { receipt: "SL-1".parse().unwrap() }
}

pub(super) fn review(code: &str) -> TakeReviewStep {
    TakeReviewStep { step: code.parse().unwrap(), finding: None, officers: marks(&["a", "b"]) }
}

pub(super) fn transfer() -> Transfer {
    Transfer { reason: "手册换版".parse().unwrap() }
}

pub(super) fn at(on: NaiveDate, by: Actor) -> Stamp {
    Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by }
}

/// Who uses the region's seals; so that person acts for every body.
const KEEPER: &str = "wenshang-seal-keeper";

fn official(body: tongquan::Body) -> Actor {
    Actor::Official { body, person: KEEPER.parse().unwrap() }
}

pub(super) fn filed_in(
    office: &Office,
    key: &str,
    region: Region,
    venue: Venue,
    on: NaiveDate,
    materials: &[&str],
) -> Result<AnyCase, tongquan::Refusal> {
    let file = File {
        case: "C-1".parse().unwrap(),
        item: key.parse().unwrap(),
        place: Place::Region(region),
        scope: Scope::WITHIN,
        venue: venue.clone(),
        applicant: "applicant-1".parse().unwrap(),
        materials: marks(materials),
        follows: None,
    };
    let asked = Question { item: &file.item, place: file.place, scope: file.scope, venue: Some(&venue), day: on };
    let intake = office.on(on).route(&asked).unwrap().intake().is.to_body();
    let nobody = || tongquan::Department::Finance.into();
    AnyCase::file(file, at(on, official(intake.unwrap_or_else(nobody))), office).map_err(|back| back.why)
}

#[track_caller]
pub(super) fn filed(key: &str, region: Region, venue: Venue, on: NaiveDate, materials: &[&str]) -> AnyCase {
    filed_in(&LATER, key, region, venue, on, materials).unwrap()
}

/// Whoever may take a step: who holds its role, and of papers who has them.
pub(super) fn holder(case: &AnyCase, step: &AnyStep) -> Actor {
    let record = case.record();
    let role = case.stage().arc(step.kind()).unwrap().role;
    let keeper = case.papers_with().filter(|_| role == Role::Window);
    let body = keeper.or_else(|| record.holders(role).next()).and_then(tongquan::Party::to_body);
    match (role, step) {
        (Role::Applicant, _) => Actor::Applicant(record.file().applicant.clone()),
        (_, AnyStep::Acknowledge(it)) => {
            let duties = record.duties();
            let duty = duties.iter().find(|duty| duty.message == it.message);
            official(duty.and_then(|it| it.to.clone()).unwrap())
        }
        _ => official(body.unwrap_or_else(|| tongquan::Department::Finance.into())),
    }
}

pub(super) fn taken_in(
    office: &Office,
    case: AnyCase,
    on: NaiveDate,
    step: impl Into<AnyStep>,
) -> Result<AnyCase, Box<tongquan::case::AnyRefused>> {
    let step = step.into();
    let stamp = at(on, holder(&case, &step));
    case.apply(step, stamp, office)
}

#[track_caller]
pub(super) fn taken(case: AnyCase, on: NaiveDate, step: impl Into<AnyStep>) -> AnyCase {
    taken_in(&LATER, case, on, step).unwrap()
}

#[track_caller]
pub(super) fn refused(case: &AnyCase, on: NaiveDate, step: impl Into<AnyStep>) -> Vec<Rule> {
    let back = taken_in(&LATER, case.clone(), on, step).unwrap_err();
    assert_eq!(back.case, *case);
    back.why.objections().iter().map(|it| it.rule).collect()
}
