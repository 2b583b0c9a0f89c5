//! The seven licences of annex 2: the law's silence, the clocks, the extension and the proceedings run for them, whoever decides.

use chrono::{Days, NaiveDate};
use tongquan::{
    Actor, AnyCase, AnyStep, Calendar, Kind, Moment, Rule, Stamp,
    case::{
        Clock, Period, StageKind, StepKind,
        steps::{DeemAccepted, Extend, PassOn, Resume},
    },
    time::Uncovered,
};

use super::{
    cases::{Scene, each_prefix_is_read_back_and_moves_on, kinds, venues},
    items,
};
use crate::{
    support::{day, extend, filing_day, official, suspend},
    walk::Walk,
};

fn licences() -> impl Iterator<Item = u8> {
    let number = |it: tongquan::Item<'_>| match it.key() {
        tongquan::Key::Annex2(number) => *number,
        tongquan::Key::Annex1(_) | tongquan::Key::Own(_) => panic!("of annex 2"),
    };
    items().filter(|it| it.kind() == Kind::Licence).map(number)
}

fn anyone() -> Actor {
    Actor::Applicant("somebody-else".parse().unwrap())
}

fn stamp(on: NaiveDate, by: Actor) -> Stamp {
    Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by }
}

fn deadline(clock: &Clock) -> Result<Option<NaiveDate>, Uncovered> {
    clock.deadline(Calendar::built_in())
}

#[test]
fn annex_2_has_seven_licences_and_they_are_the_first() {
    assert_eq!(licences().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn a_licence_unanswered_for_five_working_days_counts_as_accepted_and_is_passed_on_and_decided_by_its_bodies() {
    // filed on Monday 4 March 2024: the fifth working day is Monday the 11th
    let (last, over) = (day(2024, 3, 11), day(2024, 3, 12));
    let mut deemed = 0;
    for scene in Scene::all() {
        for number in licences() {
            for venue in [&venues()[0], &venues()[3]] {
                let case = scene.until(number, venue, StageKind::Filed);
                let notice = case.record().clock(Period::Notice).unwrap();
                assert_eq!(deadline(&notice), Ok(Some(last)));
                let deem: AnyStep = DeemAccepted {}.into();
                let early = case.check(&deem, &stamp(last, anyone()), &scene.office).unwrap_err();
                assert_eq!(early.objections().iter().map(|it| it.rule).collect::<Vec<_>>(), [Rule::NoticePeriodOver]);
                let case = case.apply(deem, stamp(over, anyone()), &scene.office).unwrap();
                assert_eq!(case.stage(), StageKind::Accepted);
                // from the day on which the papers came in
                let calendar = Calendar::built_in();
                for (period, days) in [(Period::Promised, 5), (Period::Statutory, 20)] {
                    let clock = case.record().clock(period).unwrap();
                    assert_eq!(deadline(&clock), Ok(Some(calendar.after(filing_day(), days).unwrap())));
                }
                let foreign = *venue != venues()[0];
                let model = scene.told();
                let legs = usize::from(foreign) + usize::from(model.accepts != model.decides);
                let closed = Walk::new(&scene.office, over, None).on(case, StageKind::Closed).unwrap();
                let passed = kinds(&closed).iter().filter(|it| **it == StepKind::PassOn).count();
                assert_eq!(passed, legs);
                let decided = closed.record().entries().iter().find(|it| it.kind() == StepKind::DecideFavourably);
                assert_eq!(*decided.unwrap().stamp().by.body().unwrap(), scene.body(model.decides));
                if number == 1 {
                    each_prefix_is_read_back_and_moves_on(&closed, &scene.office);
                }
                deemed += 1;
            }
        }
        // what is no licence has no such period
        let case = scene.until(8, &venues()[0], StageKind::Filed);
        let why = case.check(&DeemAccepted {}.into(), &stamp(day(2024, 4, 12), anyone()), &scene.office).unwrap_err();
        assert!(why.names(Rule::DeemedForLicence), "{why}");
    }
    assert_eq!(deemed, 8 * 7 * 2);
}

#[test]
fn who_decides_suspends_resumes_and_extends_a_licence_once_and_nobody_else_does() {
    for scene in Scene::all() {
        let model = scene.told();
        let decider = official(scene.body(model.decides));
        let case = scene.until(1, &venues()[0], StageKind::Accepted);
        // under entrusted intake the papers are to come to the county first
        let case = if model.accepts == model.decides {
            case
        } else {
            let (by, on) = (official(scene.body("township")), case.record().last_at().day().succ_opt().unwrap());
            case.apply(PassOn {}.into(), stamp(on, by), &scene.office).unwrap()
        };
        let accepted = day(2024, 3, 7);
        assert_eq!(
            case.record().entries().iter().find(|it| it.kind() == StepKind::Accept).unwrap().stamp().at.day(),
            accepted
        );
        let end = |case: &AnyCase| deadline(&case.record().clock(Period::Statutory).unwrap()).unwrap();
        let calendar = Calendar::built_in();
        assert_eq!(end(&case), Some(calendar.after(accepted, 20).unwrap()));
        let on = case.record().last_at().day() + Days::new(3);
        let others = ["wenshang-bureau", "wenshang-sector", "nanwang"];
        let others = others.map(|it| official(scene.office.now().body(&super::mark(it)).unwrap().clone()));
        let others: Vec<Actor> = others.into_iter().filter(|it| it.body() != decider.body()).collect();
        for other in &others {
            let why = case.check(&suspend().into(), &stamp(on, other.clone()), &scene.office).unwrap_err();
            assert_eq!(why.objections()[0].rule, Rule::ActorHoldsRole, "{why}");
            // whose head approves is the deciding body's (S16)
            let by = stamp(on, decider.clone());
            let why = case.check(&extend(other.clone()).into(), &by, &scene.office).unwrap_err();
            assert_eq!(why.objections().iter().map(|it| it.rule).collect::<Vec<_>>(), [Rule::ExtensionByHead]);
        }
        assert_eq!(others.len(), 2);
        let suspended = case.apply(suspend().into(), stamp(on, decider.clone()), &scene.office).unwrap();
        assert_eq!((suspended.stage(), end(&suspended)), (StageKind::Suspended, None));
        let resumed_on = calendar.after(on, 10).unwrap();
        let resumed = suspended.apply(Resume {}.into(), stamp(resumed_on, decider.clone()), &scene.office).unwrap();
        let stood = end(&resumed).unwrap();
        assert!(calendar.after(accepted, 20).unwrap() < stood);
        let once: AnyStep = extend(decider.clone()).into();
        let extended = resumed.apply(once.clone(), stamp(resumed_on, decider.clone()), &scene.office).unwrap();
        let Extend { working_days, .. } = extend(decider.clone());
        assert_eq!(end(&extended), Some(calendar.after(stood, working_days).unwrap()));
        let why = extended.check(&once, &stamp(resumed_on, decider), &scene.office).unwrap_err();
        assert!(why.names(Rule::ExtensionOnce), "{why}");
        let closed = Walk::new(&scene.office, resumed_on, None).on(extended, StageKind::Closed).unwrap();
        each_prefix_is_read_back_and_moves_on(&closed, &scene.office);
    }
}
