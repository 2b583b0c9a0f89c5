//! Who watches over a case follows who sits in the four seats: nobody, the item's department, whoever is named, and whoever a push was sent to since.

use tongquan::{
    Unit, UnitKind,
    body::BodyRef,
    case::{
        Message,
        steps::{Acknowledge, Push, Reply},
    },
    oversight::{Feedback, GiveFeedback, OnCase},
    register::Revision,
    route::{Supervision, Tier},
};

use super::*;
use crate::support::changed;

/// The fictional office, with these in the seats of the plan of 汶上县.
fn seated(seats: &Supervision<BodyRef>) -> Office {
    changed(|rows| {
        let plans = rows.plans.iter_mut().filter(|it| it.region == Region::Wenshang);
        for row in plans.flat_map(|it| &mut it.undertakes) {
            row.supervision = seats.clone();
        }
    })
}

fn body(id: &str) -> Body {
    OFFICE.now().body(&mark(id)).unwrap().clone()
}

fn may_make(office: &Office, case: &AnyCase, may: &[Body], what: &str) -> usize {
    all_ask(office, may, what, |by| {
        let stamp = Stamp { at: next_day(case), by: by.clone() };
        opened::<Finding>(&of_case(case), &stamp, within(case, office)).map(drop)
    })
}

#[test]
fn of_every_way_to_fill_the_seats_exactly_those_who_sit_there_may_make_a_finding() {
    let ids = ["wenshang-supervisor", "wenshang-enforcement", "city-supervisor", "city-enforcement"];
    let (mut asked, mut ways) = (0, 0);
    // an item of a department that stands in at the city's tier, and one of the city approval bureau, which does not
    let items = [("A1-33", Some(Department::NaturalResources)), ("A1-46", None)];
    for named in 0..16_usize {
        let is_named = |tier: Tier| named >> (tier as usize) & 1 == 1;
        let seat = |tier: Tier| is_named(tier).then(|| BodyRef::Body(mark(ids[tier as usize])));
        let office = seated(&Supervision::by_seat(seat));
        for (item, stands_in) in items {
            let case = case_at(&office, item, Region::Wenshang, StageKind::Decided);
            let department = case.record().route().department().unwrap();
            let mut may = city(&[Department::ApprovalService, Department::GovernmentOffice, department]);
            may.extend(Tier::ALL.into_iter().filter(|it| is_named(*it)).map(|it| body(ids[it as usize])));
            may.extend(stands_in.map(Body::from));
            asked += may_make(&office, &case, &may, item);
            ways += 1;
        }
    }
    assert_eq!(ways, 32);
    assert!(asked > 4_000, "{asked}");
}

/// A unit that the plan names later.
fn later() -> Unit {
    let name = "新设监管单位（虚构）".parse().unwrap();
    Unit { id: mark("wenshang-new"), region: Region::Wenshang, kind: UnitKind::Sector, name }
}

/// From 1 April the plan of 汶上县 names another county supervisor.
fn renamed(office: &Office) -> Office {
    let on = day(2024, 4, 1);
    let mut plan = office.revisions()[0].plans.iter().find(|it| it.region == Region::Wenshang).unwrap().clone();
    plan.from = on;
    for row in &mut plan.undertakes {
        row.supervision.county_supervisor = Some(BodyRef::Body(later().id));
    }
    office.record(&Revision { units: vec![later()], plans: vec![plan], ..Revision::on(on) }).unwrap()
}

#[test]
fn whoever_a_push_was_sent_to_may_beside_those_who_sat_there_when_it_was_filed() {
    let office = renamed(&OFFICE);
    let case = case_at(&office, "A1-33", Region::Wenshang, StageKind::Decided);
    let mut may = city(&[Department::ApprovalService, Department::GovernmentOffice, Department::NaturalResources]);
    may.extend(["wenshang-supervisor", "wenshang-enforcement"].map(body));
    may_make(&office, &case, &may, "not pushed");
    let decides = official(body("wenshang-bureau"));
    let case = case.apply(Push {}.into(), stamp(day(2024, 4, 2), &decides), &office).unwrap();
    assert_eq!(case.record().docket().pushed_to()[0], &Body::from(later()));
    may.push(later().into());
    may_make(&office, &case, &may, "pushed");
}

/// After a rejection it goes to who rejected it, and to no other: whom the plan names for another seat by then was sent nothing.
#[test]
fn who_sits_in_a_seat_that_had_its_push_before_was_sent_none() {
    let office = renamed(&OFFICE);
    let mut case = case_at(&office, "A1-33", Region::Wenshang, StageKind::Decided);
    let decides = official(body("wenshang-bureau"));
    let rejects = official(body("wenshang-enforcement"));
    let rejected = Acknowledge {
        message: Message::Push(Tier::CountyEnforcement),
        reply: Reply::Rejected(text("（虚构）缺附件")),
    };
    let steps: [(tongquan::AnyStep, NaiveDate, &Actor); 3] = [
        (Push {}.into(), day(2024, 3, 20), &decides),
        (rejected.into(), day(2024, 3, 21), &rejects),
        (Push {}.into(), day(2024, 4, 2), &decides),
    ];
    for (step, on, by) in steps {
        case = case.apply(step, stamp(on, by), &office).unwrap();
    }
    let mut may = city(&[Department::ApprovalService, Department::GovernmentOffice, Department::NaturalResources]);
    may.extend(["wenshang-supervisor", "wenshang-enforcement"].map(body));
    may_make(&office, &case, &may, "sent again to one");
    // nor does it give feedback
    let may = ["wenshang-supervisor", "wenshang-enforcement"].map(body);
    let told =
        GiveFeedback {
            number: mark("FK-1"), case: case.record().id().clone(), what: text("（虚构）"), finding: None
        };
    for it in may.into_iter().chain([Department::NaturalResources.into(), later().into()]) {
        let stamp = Stamp { at: next_day(&case), by: official(it.clone()) };
        let beside = OnCase { record: case.record(), office: &office };
        let refused = opened::<Feedback>(&told, &stamp, beside).err().map(|why| rules(&why));
        assert_eq!(refused, (it == later().into()).then(|| vec![Rule::FeedbackFromAddressee]), "{it}");
    }
    let sent: Vec<&str> = case.record().docket().pushed_to().into_iter().map(Body::label).collect();
    let department = Department::NaturalResources.label();
    let (first, second) = ("汶上县监管部门（虚构）", "汶上县执法机构（虚构）");
    // each once, whatever seats it has and however often it was sent
    assert_eq!(sent, [first, second, department]);
}
