//! What was once taken or told wrongly of a case.

use tongquan::{
    Actor, AnyCase, AnyStep, Office, Region, Rule, Stamp, Venue,
    case::{
        Role, StageKind, StepKind,
        steps::{AffixSealNo2, AskForCorrections, Ground, Lapse, NotAccept, Transfer},
    },
    law::Fact,
    place::Regions,
    register::{Items, Permission, Revision, SealEvent, SealId, SealStep, Standard},
    route::{Admission, Bearer, Handling},
    time::Moment,
};

use crate::support::{OFFICE, case_at, case_via, changed, day, filing_day, marks, official, rows};

const HOME: Region = Region::Wenshang;

fn stamp(case: &AnyCase, role: Role, on: chrono::NaiveDate) -> Stamp {
    let by = match role {
        Role::Applicant => Actor::Applicant(case.record().file().applicant.clone()),
        _ => official(case.record().holders(role).next().unwrap().to_body().unwrap()),
    };
    Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by }
}

fn told(case: &AnyCase, step: impl Into<AnyStep>, stamp: &Stamp, office: &Office) -> Vec<Rule> {
    let told = case.check(&step.into(), stamp, office);
    told.map_or_else(|why| why.objections().iter().map(|it| it.rule).collect(), |()| vec![])
}

#[test]
fn a_seal_that_was_handed_over_since_the_last_step_is_offered() {
    let department = tongquan::Department::NaturalResources;
    let seal = SealId { department, number: 7 };
    let mut first = rows().clone();
    first.seals.retain(|it| it.seal != seal);
    let agreement = first.agreements.iter().find(|it| (it.department, it.region) == (department, HOME)).unwrap();
    let (number, keeper) = (agreement.number.clone(), agreement.users[0].clone());
    let on = day(2024, 5, 1);
    let happened = [SealStep::Cut { twin_of: None }, SealStep::HandedOver { agreement: number }];
    let seals = happened.map(|event| SealEvent { seal, on, event }).into();
    let office = Office::new(vec![first, Revision { seals, ..Revision::on(on) }]).unwrap();
    let case = case_at(&office, "A1-33", HOME, StageKind::Decided);
    let of = |on| {
        let Stamp { at, by } = stamp(&case, Role::Sealing, on);
        let stamp = Stamp { at, by: Actor::Official { body: by.body().unwrap().clone(), person: keeper.clone() } };
        let told = case.available(&stamp, &office);
        (stamp, told.into_iter().find(|it| it.step == StepKind::AffixSealNo2).unwrap())
    };
    let (eve, none) = of(day(2024, 4, 30));
    assert!(none.of.is_none() && none.why_not.is_some_and(|it| it.names(Rule::SealNo2OnRecord)));
    let (then, offered) = of(on);
    assert!(offered.is_open() && offered.of.is_some());
    let step =
        || AffixSealNo2 {
            seal, circumstance: "decision".parse().unwrap(), documents: vec!["决定书".parse().unwrap()]
        };
    assert_eq!(told(&case, step(), &eve, &office), [Rule::SealNo2OnRecord]);
    assert_eq!(told(&case, step(), &then, &office), []);
}

#[test]
fn a_paper_that_the_later_handbook_dropped_holds_a_case_up_no_longer_and_ends_none() {
    let filed = case_at(&OFFICE, "XK-001", HOME, StageKind::Filed);
    let stamp_at = |case: &AnyCase, role, on| stamp(case, role, on);
    let by = stamp_at(&filed, Role::Accepting, filing_day());
    // the second handbook, of June, asks for no proof; what it still asks for was handed in
    let file = tongquan::case::steps::File { materials: marks(&["form", "subject"]), ..filed.record().file().clone() };
    let opened = Stamp { at: Moment::new(day(2024, 5, 27), 9, 0, 0).unwrap(), by: by.by };
    let case = AnyCase::file(file, opened, &OFFICE).unwrap();
    let notice = AskForCorrections { materials: marks(&["proof"]) };
    let case = case.clone().apply(notice.into(), stamp_at(&case, Role::Accepting, day(2024, 5, 28)), &OFFICE).unwrap();
    let AnyCase::Correcting(before) = &case else { panic!("correcting") };
    assert_eq!(before.outstanding().len(), 1);
    let reason = "手册换版".parse().unwrap();
    let moved = stamp_at(&case, Role::Deciding, day(2024, 6, 3));
    let case = case.apply(Transfer { reason }.into(), moved, &OFFICE).unwrap();
    let AnyCase::Correcting(after) = &case else { panic!("correcting") };
    assert_eq!(after.outstanding(), Vec::<&tongquan::text::Mark>::new());
    let accept = tongquan::case::steps::Accept { receipt: "SL-1".parse().unwrap() };
    assert_eq!(told(&case, accept, &stamp_at(&case, Role::Accepting, day(2024, 6, 4)), &OFFICE), []);
    let late = stamp_at(&case, Role::Accepting, day(2024, 7, 4));
    assert_eq!(told(&case, Lapse {}, &late, &OFFICE), [Rule::CorrectionsOutstanding]);
    let still = NotAccept { receipt: "B-1".parse().unwrap(), ground: Ground::StillIncomplete(marks(&["proof"])) };
    assert_eq!(told(&case, still, &late, &OFFICE), [Rule::StillIncomplete]);
}

#[test]
fn a_case_does_not_go_back_to_an_earlier_handbook_within_a_day() {
    let mut first = rows().clone();
    first.standards.retain(|it| it.edition == 1);
    let handbook = first.standards.iter().find(|it| it.item.to_string() == "A1-33").unwrap().clone();
    let on = day(2024, 4, 1);
    let second = Standard { edition: 2, from: on, baseline: None, ..handbook };
    let morning = Office::new(vec![first.clone()]).unwrap();
    let noon = Office::new(vec![first, Revision { standards: vec![second], ..Revision::on(on) }]).unwrap();
    let case = case_at(&noon, "A1-33", HOME, StageKind::Accepted);
    let transfer = || Transfer { reason: "手册换版".parse().unwrap() };
    let by = stamp(&case, Role::Deciding, on);
    let case = case.apply(transfer().into(), by.clone(), &noon).unwrap();
    assert_eq!(told(&case, transfer(), &by, &morning), [Rule::LaterEdition]);
    assert_eq!(told(&case, transfer(), &by, &noon), [Rule::LaterEdition]);
}

#[test]
fn a_window_that_decides_does_not_name_itself_as_the_body_that_is_competent_instead() {
    let venue = Venue::Online;
    let office = changed(|rows| {
        rows.permissions.retain(|it| it.venue != venue);
        rows.permissions.push(Permission {
            number: "SJ-99".parse().unwrap(),
            venue: venue.clone(),
            gives: Admission {
                operator: tongquan::body::BodyRef::Body("wenshang-sector".parse().unwrap()),
                handling: Handling::Decide(Bearer::Competent),
            },
            items: Items::All,
            regions: Regions::ALL,
            from: day(2024, 1, 1),
            until: None,
            ground: "（虚构）".parse().unwrap(),
        });
    });
    let case = case_via(&office, "A1-1", HOME, &venue, StageKind::Filed);
    let by = stamp(&case, Role::Accepting, filing_day());
    let own = by.by.body().unwrap().clone();
    let competent = case.record().route().acceptance().is.to_body().unwrap();
    assert!(!competent.is(&own));
    let step = |body| NotAccept { receipt: "B-1".parse().unwrap(), ground: Ground::AnotherIsCompetent(body) };
    assert_eq!(told(&case, step(own), &by, &office), [Rule::AnotherIsCompetent]);
    assert_eq!(told(&case, step(tongquan::Department::Finance.into()), &by, &office), []);
}

#[test]
fn what_is_named_three_times_is_told_once() {
    let case = case_at(&OFFICE, "A1-33", HOME, StageKind::Filed);
    let by = stamp(&case, Role::Accepting, day(2024, 3, 5));
    let step = AskForCorrections { materials: marks(&["form", "form", "form"]) };
    let why = case.check(&step.into(), &by, &OFFICE).unwrap_err();
    let [objection] = why.objections() else { panic!("{why}") };
    assert_eq!(
        (objection.rule, &objection.got),
        (Rule::NamedOnce, &Fact::list(marks::<tongquan::text::Mark>(&["form"])))
    );
}

#[test]
fn papers_that_were_passed_on_do_not_go_back_to_the_window_that_took_them_in() {
    let kiosk = Venue::Kiosk("某处（虚构）".parse().unwrap());
    let mut first = rows().clone();
    first.standards.retain(|it| it.edition == 1);
    first.permissions.push(Permission {
        number: "SJ-98".parse().unwrap(),
        venue: kiosk.clone(),
        gives: Admission {
            operator: tongquan::body::BodyRef::Body("wenshang-supervisor".parse().unwrap()),
            handling: Handling::PassOn,
        },
        items: Items::All,
        regions: Regions::ALL,
        from: day(2024, 1, 1),
        until: None,
        ground: "（虚构）".parse().unwrap(),
    });
    let on = day(2024, 4, 1);
    let handbook = first.standards.iter().find(|it| it.item.to_string() == "A1-33").unwrap().clone();
    let plan = first.plans.iter().find(|it| it.region == HOME).unwrap().clone();
    let standards = vec![Standard { edition: 2, from: on, baseline: None, ..handbook }];
    let plans = vec![tongquan::register::Plan { from: on, undertakes: vec![], ..plan }];
    let office = Office::new(vec![first, Revision { standards, plans, ..Revision::on(on) }]).unwrap();
    let case = case_via(&office, "A1-33", HOME, &kiosk, StageKind::Accepted);
    let keeper = case.papers_with().unwrap().zh();
    let by = stamp(&case, Role::Deciding, on);
    let case = case.apply(Transfer { reason: "手册换版".parse().unwrap() }.into(), by, &office).unwrap();
    assert_eq!(case.papers_with().unwrap().zh(), keeper);
    assert_eq!(case.record().route().decision().is.zh(), "市自然资源和规划局");
}

#[test]
fn a_later_handbook_shortens_nobodys_time_to_correct_and_makes_no_notice_late() {
    let mut first = rows().clone();
    first.standards.retain(|it| it.edition == 1);
    let on = day(2024, 4, 1);
    let handbook = first.standards.iter().find(|it| it.item.to_string() == "A1-1").unwrap().clone();
    let one = Some(tongquan::register::Limit { amount: 1, unit: tongquan::register::TimeUnit::WorkingDay });
    let second = Standard { edition: 2, from: on, baseline: None, notice: one, corrections: one, ..handbook };
    let office = Office::new(vec![first, Revision { standards: vec![second], ..Revision::on(on) }]).unwrap();
    let case = case_at(&office, "A1-1", HOME, StageKind::Correcting);
    let by = stamp(&case, Role::Deciding, on);
    let case = case.apply(Transfer { reason: "手册换版".parse().unwrap() }.into(), by, &office).unwrap();
    let late = stamp(&case, Role::Accepting, day(2024, 6, 3));
    assert_eq!(told(&case, Lapse {}, &late, &office), [Rule::CorrectionPeriodOver]);
    let still = NotAccept { receipt: "B-1".parse().unwrap(), ground: Ground::StillIncomplete(marks(&["form"])) };
    assert_eq!(told(&case, still, &late, &office), [Rule::ApplicantHadTime]);
    assert!(case.record().periods().all(|it| it.is_late(day(2024, 6, 3), office.now().calendar()) == Ok(false)));
}

#[test]
fn a_paper_that_nobody_has_to_hand_in_holds_no_application_up() {
    let case = case_at(&OFFICE, "A1-33", HOME, StageKind::Filed);
    let file =
        tongquan::case::steps::File { materials: marks(&["form", "subject", "proof"]), ..case.record().file().clone() };
    let case = AnyCase::file(file, case.record().opening().stamp.clone(), &OFFICE).unwrap();
    let by = stamp(&case, Role::Accepting, day(2024, 3, 5));
    let case = case.apply(AskForCorrections { materials: marks(&["other"]) }.into(), by, &OFFICE).unwrap();
    let accept = || tongquan::case::steps::Accept { receipt: "SL-1".parse().unwrap() };
    let late = stamp(&case, Role::Accepting, day(2024, 6, 3));
    assert_eq!(told(&case, accept(), &late, &OFFICE), []);
    assert_eq!(told(&case, Lapse {}, &late, &OFFICE), [Rule::CorrectionsOutstanding]);
}

#[test]
fn a_body_of_the_route_is_not_named_as_the_one_that_is_competent_instead() {
    let case = case_at(&OFFICE, "A1-61", HOME, StageKind::Filed);
    let by = stamp(&case, Role::Accepting, filing_day());
    let route = case.record().route();
    let step = |body| NotAccept { receipt: "B-1".parse().unwrap(), ground: Ground::AnotherIsCompetent(body) };
    for body in [route.acceptance().is, route.decision().is].map(|it| it.to_body().unwrap()) {
        assert_eq!(told(&case, step(body), &by, &OFFICE), [Rule::AnotherIsCompetent]);
    }
}

#[test]
fn a_retry_under_the_bodys_new_name_is_the_same_action() {
    let case = case_at(&OFFICE, "A1-33", HOME, StageKind::Filed);
    let stamp = stamp(&case, Role::Accepting, day(2024, 3, 5));
    let step = AnyStep::from(AskForCorrections { materials: marks(&["form"]) });
    let action = tongquan::case::Action { id: "op-1".parse().unwrap(), expected: None, step, stamp };
    let case = case.act(action.clone(), &OFFICE).unwrap().into_case();
    let Actor::Official { body: tongquan::Body::Unit(unit), person } = action.stamp.by.clone() else {
        panic!("a unit")
    };
    let renamed = tongquan::Unit { name: "更名后的单位（虚构）".parse().unwrap(), ..unit };
    let by = Actor::Official { body: renamed.into(), person: person.clone() };
    let again = tongquan::case::Action { stamp: Stamp { by, ..action.stamp.clone() }, ..action.clone() };
    assert!(matches!(case.clone().act(again, &OFFICE), Ok(tongquan::case::Applied::Already(_))));
    let by = Actor::Official { body: action.stamp.by.body().unwrap().clone(), person: "another".parse().unwrap() };
    let other = tongquan::case::Action { stamp: Stamp { by, ..action.stamp.clone() }, ..action };
    assert!(case.act(other, &OFFICE).unwrap_err().why.names(Rule::ActionOnce));
}

#[test]
fn a_step_that_the_standard_lets_be_repeated_is_repeated() {
    let repeating = changed(|rows| {
        let standards = rows.standards.iter_mut().filter(|it| it.item.to_string() == "A1-33");
        standards.flat_map(|it| &mut it.steps).filter(|it| it.code.as_str() == "desk").for_each(|it| it.repeats = true);
    });
    for (office, expected) in [(&repeating, &[][..]), (&*OFFICE, &[Rule::StepNotRepeated])] {
        let case = case_at(office, "A1-33", HOME, StageKind::Accepted);
        let step =
            || tongquan::case::steps::TakeReviewStep { step: "desk".parse().unwrap(), finding: None, officers: vec![] };
        let by = stamp(&case, Role::Deciding, day(2024, 3, 20));
        let case = case.apply(step().into(), by.clone(), office).unwrap();
        assert_eq!(told(&case, step(), &by, office), expected);
    }
}

#[test]
fn a_proceeding_does_not_hold_the_clock_still_again_and_again() {
    let case = case_at(&OFFICE, "A1-33", HOME, StageKind::Suspended);
    let by = stamp(&case, Role::Deciding, day(2024, 3, 20));
    let case = case.apply(tongquan::case::steps::Resume {}.into(), by.clone(), &OFFICE).unwrap();
    assert_eq!(told(&case, crate::support::suspend(), &by, &OFFICE), [Rule::ProcedureOnce]);
    let told = case.available(&by, &OFFICE);
    assert!(told.iter().filter(|it| it.step == StepKind::Suspend).all(|it| !it.is_open()));
}
