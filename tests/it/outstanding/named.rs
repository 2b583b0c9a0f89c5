//! Seats that nobody is named for, those that are named since, and bodies that have another name since.

use serde_json::json;
use tongquan::{
    AnyCase, Body, Calendar, Moment, Office, Region, Stamp, Unit,
    body::BodyRef,
    case::{
        DutyState, Message, Role, StageKind,
        steps::{Acknowledge, Push, Reply},
    },
    oversight::Outstanding,
    register::Revision,
    route::{Supervision, Tier},
};

use crate::{
    scenes::unit,
    support::{OFFICE, case_at, changed, day, official, rows},
};

/// Of the city approval bureau, so that no department stands in at the city's tier.
const ITEM: &str = "A1-46";
const REGION: Region = Region::Wenshang;

/// The row of the plan that speaks of the item.
fn supervised(rows: &mut Revision) -> &mut Supervision<BodyRef> {
    let plan = rows.plans.iter_mut().find(|it| it.region == REGION).unwrap();
    let key = ITEM.parse().unwrap();
    let row = plan.undertakes.iter_mut().find(|it| it.items.keys().contains(&key)).unwrap();
    &mut row.supervision
}

fn without(empty: &[Tier]) -> Office {
    changed(|rows| {
        let seats = supervised(rows);
        let named = seats.clone();
        *seats = Supervision::by_seat(|tier| named.named(tier).filter(|_| !empty.contains(&tier)).cloned());
    })
}

#[track_caller]
fn push(case: AnyCase, on: chrono::NaiveDate, office: &Office) -> AnyCase {
    let by = official(case.record().holders(Role::Pushing).next().unwrap().to_body().unwrap());
    let at = Moment::new(on, 9, 0, 0).unwrap();
    case.apply(Push {}.into(), Stamp { at, by }, office).unwrap_or_else(|it| panic!("{it}"))
}

fn told(case: &AnyCase, on: chrono::NaiveDate) -> Outstanding<'_> {
    Outstanding::on(on, [case.record()], None, Calendar::built_in())
}

/// Whoever is asked of every set of seats: nobody acts on those that are empty, the bureau on the others; and of what is pushed since.
#[test]
fn an_empty_seat_waits_for_nobody_until_it_is_named_and_pushed() {
    let bureau: Body = unit("wenshang-bureau").into();
    for set in 0..16_usize {
        let empty: Vec<Tier> =
            Tier::ALL.into_iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|it| it.1).collect();
        let office = without(&empty);
        let case = case_at(&office, ITEM, REGION, StageKind::Decided);
        let decided = case.record().last_at().day();
        let next = |outstanding: &Outstanding<'_>, message| {
            let row = outstanding.rows().iter().find(|it| it.duty.message == message).unwrap();
            (row.next.clone(), row.since)
        };
        let now = told(&case, decided);
        assert_eq!((now.rows().len(), next(&now, Message::Report)), (5, (Some(bureau.clone()), decided)));
        for tier in Tier::ALL {
            let who = (!empty.contains(&tier)).then(|| bureau.clone());
            assert_eq!(next(&now, Message::Push(tier)), (who, decided), "{tier} without {empty:?}");
        }
        let nobody = now.by_body().find(|it| it.body.is_none()).map_or(0, |it| it.rows.len());
        assert_eq!(nobody, empty.len());
        // pushed, the named ones wait for their addressees, and the empty ones for nobody still
        let pushed = day(2024, 4, 10);
        let case = if empty.len() < 4 { push(case, pushed, &office) } else { case };
        let later = told(&case, day(2024, 4, 20));
        for tier in Tier::ALL {
            let (who, since) = next(&later, Message::Push(tier));
            let state =
                later.rows().iter().find(|it| it.duty.message == Message::Push(tier)).map(|it| it.duty.state.clone());
            let sent = matches!(state, Some(DutyState::Sent(_)));
            assert_eq!(
                (who.is_some(), sent, since),
                if empty.contains(&tier) { (false, false, decided) } else { (true, true, pushed) }
            );
        }
        // a later plan names them all
        let plan =
            changed(|rows| _ = supervised(rows)).revisions()[0].plans.iter().find(|it| it.region == REGION).cloned();
        let plans = plan.map(|it| tongquan::register::Plan { from: day(2024, 4, 15), ..it }).into_iter().collect();
        let office = office.record(&Revision { plans, ..Revision::on(day(2024, 4, 15)) }).unwrap();
        if !empty.is_empty() {
            let case = push(case, day(2024, 4, 16), &office);
            for tier in empty {
                let (who, since) = next(&told(&case, day(2024, 4, 20)), Message::Push(tier));
                assert_eq!((who.is_some(), since), (true, day(2024, 4, 16)), "{tier}");
                // nobody knew on the day before
                assert_eq!(next(&told(&case, day(2024, 4, 15)), Message::Push(tier)), (None, decided));
            }
        }
    }
}

#[test]
fn a_body_that_has_another_name_is_the_same_and_told_by_the_last() {
    let bureau = unit("wenshang-bureau");
    let renamed = Unit { name: "更名后的单位（虚构）".parse().unwrap(), ..bureau.clone() };
    let before = case_at(&OFFICE, ITEM, REGION, StageKind::Decided);
    let later = changed(|rows| *rows.units.iter_mut().find(|it| it.id == bureau.id).unwrap() = renamed.clone());
    let mut told = serde_json::to_value(case_at(&later, ITEM, REGION, StageKind::Decided)).unwrap();
    told[0]["file"]["step"]["case"] = json!("2024-000002");
    let after: AnyCase = serde_json::from_value(told).unwrap();
    assert!(rows().units.contains(&bureau) && before.record().id() < after.record().id());
    for records in [[before.record(), after.record()], [after.record(), before.record()]] {
        let outstanding = Outstanding::on(day(2024, 4, 1), records, None, Calendar::built_in());
        let groups: Vec<_> = outstanding.by_body().collect();
        let [group] = &groups[..] else { panic!("{groups:?}") };
        assert_eq!((group.rows.len(), group.body), (10, Some(&Body::from(renamed.clone()))));
    }
}

/// One rejection goes back to whoever pushes, with its reason; what the others have stays with them.
#[test]
fn a_rejection_goes_back_to_whoever_sends_it_again() {
    let case = push(case_at(&OFFICE, ITEM, REGION, StageKind::Decided), day(2024, 4, 10), &OFFICE);
    let message = Message::Push(Tier::CountyEnforcement);
    let reason = "（虚构）缺少附件".parse::<tongquan::text::Text>().unwrap();
    let step = Acknowledge { message, reply: Reply::Rejected(reason.clone()) };
    let at = Moment::new(day(2024, 4, 12), 9, 0, 0).unwrap();
    let case = case.apply(step.into(), Stamp { at, by: official(unit("wenshang-enforcement")) }, &OFFICE).unwrap();
    let outstanding = told(&case, day(2024, 4, 15));
    let row = outstanding.rows().iter().find(|it| it.duty.message == message).unwrap();
    assert_eq!((row.next.clone(), row.since, row.age), (Some(unit("wenshang-bureau").into()), day(2024, 4, 12), 3));
    assert_eq!(row.duty.state, DutyState::Rejected(at, reason));
    let others = outstanding.rows().iter().filter(|it| matches!(it.duty.state, DutyState::Sent(_)));
    assert!(others.clone().count() == 3 && others.into_iter().all(|it| it.age == 5 && it.next == it.duty.to));
}
