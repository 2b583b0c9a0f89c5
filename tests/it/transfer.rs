//! 改用新版: a running case moves on to what holds later, keeps what was done, and what was done before is still held against what held then.

mod drawn;
mod handed_over;
mod later;
mod vouched;

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Region, Rule, Standing, Venue,
    case::{
        DutyState, Message, Period, Role, StageKind,
        stage::{Accepted, Correcting, Filed, Suspended},
        steps::{
            Accept, AffixSeal, AffixSealNo2, AskForCorrections, CorrectOnSpot, DecideFavourably, HandInCorrections,
            PassOn, Push, Report, Resume,
        },
    },
    place::Centre,
    register::{Own, SealId},
    route::{Access, Seal},
    time::Calendar,
};

use self::later::{ITEMS, LATER, accept, at, filed, refused, review, taken, transfer};
use crate::support::{day, extend, marks, official, suspend};

/// The office that has grown.
pub(crate) fn grown() -> &'static tongquan::Office {
    &LATER
}

const HOME: Region = Region::Wenshang;

/// A case filed in March, driven to a stage by the steps of a day each.
fn started(key: &str, region: Region, stage: StageKind) -> AnyCase {
    let whole: &[&str] = if stage == StageKind::Correcting { &["proof"] } else { &["form", "subject", "proof"] };
    let case = filed(key, region, region.centre().unwrap().into(), day(2024, 3, 4), whole);
    let accepted = |case| {
        let case = taken(case, day(2024, 3, 5), accept());
        let entrusted = case.record().route().standing() == Standing::Devolved(tongquan::Modality::Intake);
        let case = if entrusted { taken(case, day(2024, 3, 6), PassOn {}) } else { case };
        taken(case, day(2024, 3, 7), review("desk"))
    };
    match stage {
        StageKind::Filed => case,
        StageKind::Correcting => {
            let asked = taken(case, day(2024, 3, 5), AskForCorrections { materials: marks(&["form", "subject"]) });
            taken(asked, day(2024, 3, 6), HandInCorrections { materials: marks(&["form"]) })
        }
        StageKind::Accepted => accepted(case),
        StageKind::Suspended => taken(accepted(case), day(2024, 3, 11), suspend()),
        other => panic!("{other}"),
    }
}

const BEFORE: [StageKind; 4] = [StageKind::Filed, StageKind::Correcting, StageKind::Accepted, StageKind::Suspended];

/// Its stage, with everything that the stage knows.
fn staged(case: &AnyCase) -> (Option<Filed>, Option<Correcting>, Option<Accepted>, Option<Suspended>) {
    let mut told = (None, None, None, None);
    match case {
        AnyCase::Filed(it) => told.0 = Some(it.stage().clone()),
        AnyCase::Correcting(it) => told.1 = Some(it.stage().clone()),
        AnyCase::Accepted(it) => told.2 = Some(it.stage().clone()),
        AnyCase::Suspended(it) => told.3 = Some(it.stage().clone()),
        other => panic!("{other:?}"),
    }
    told
}

#[test]
fn at_every_stage_before_the_decision_a_case_moves_on_and_on_and_stays_where_it_was() {
    for key in ITEMS {
        for stage in BEFORE {
            let case = started(key, HOME, stage);
            let (before, file) = (staged(&case), case.record().file().clone());
            let mut moved = case.clone();
            for (on, edition) in [(day(2024, 4, 1), 2), (day(2024, 5, 6), 3)] {
                moved = taken(moved, on, transfer());
                assert_eq!(moved.record().standard().unwrap().edition, edition, "{key} at {stage}");
            }
            assert_eq!(staged(&moved), before, "{key} at {stage}");
            let record = moved.record();
            assert_eq!((record.file(), record.filed()), (&file, day(2024, 3, 4)));
            assert_eq!(record.opening().found.standard.as_ref().unwrap().edition, 1);
            assert_eq!(record.version(), case.record().version() + 2);
            assert_eq!(record.entries()[..record.version() - 3], *case.record().entries());
        }
    }
}

#[test]
fn where_there_is_nothing_later_in_force_a_case_stays_with_what_it_has() {
    for key in ITEMS {
        for stage in BEFORE {
            let case = started(key, HOME, stage);
            let later = day(2024, 3, 29);
            // a handbook that is recorded is not yet in force
            assert_eq!(LATER.on(later).revision(), 2);
            assert_eq!(refused(&case, later, transfer()), [Rule::LaterEdition], "{key}");
            let moved = taken(case, day(2024, 4, 1), transfer());
            for on in [day(2024, 4, 1), day(2024, 5, 3)] {
                assert_eq!(refused(&moved, on, transfer()), [Rule::LaterEdition], "{key} on {on}");
            }
            let last = taken(moved, day(2024, 5, 6), transfer());
            assert_eq!(refused(&last, day(2026, 12, 31), transfer()), [Rule::LaterEdition], "{key}");
        }
    }
    for stage in StageKind::iter().filter(|it| !BEFORE.contains(it)) {
        assert!(stage.arc(tongquan::case::StepKind::Transfer).is_none(), "{stage}");
    }
}

#[test]
fn the_brief_is_that_of_a_case_filed_on_the_day_of_the_move() {
    for key in ITEMS {
        for region in [HOME, Region::Qufu] {
            for on in [day(2024, 4, 1), day(2024, 4, 16), day(2024, 4, 26), day(2024, 5, 6)] {
                let moved = taken(started(key, region, StageKind::Accepted), on, transfer());
                let new = filed(key, region, region.centre().unwrap().into(), on, &["form"]);
                assert_eq!(moved.record().brief(), new.record().brief(), "{key} on {on}");
                let (ours, theirs) = (moved.record().route(), new.record().route());
                assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{key} on {on}");
                assert_eq!(moved.record().gaps(), new.record().gaps());
            }
        }
    }
}

#[test]
fn the_clock_runs_from_the_same_acceptance_by_the_later_limits() {
    let calendar = Calendar::built_in();
    let clock = |case: &AnyCase, period| case.record().clock(period).unwrap();
    let case = started("XK-003", HOME, StageKind::Accepted);
    let head = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
    let case = taken(case, day(2024, 3, 8), suspend());
    let case = taken(case, day(2024, 3, 12), Resume {});
    let case = taken(case, day(2024, 3, 25), extend(official(head)));
    let (promised, statutory) = (clock(&case, Period::Promised), clock(&case, Period::Statutory));
    assert_eq!((promised.limit().amount, statutory.limit().amount), (10, 20));

    let moved = taken(case.clone(), day(2024, 4, 1), transfer());
    for (period, before, amount) in [(Period::Promised, promised, 8), (Period::Statutory, statutory, 12)] {
        let after = clock(&moved, period);
        assert_eq!(after.limit().amount, amount);
        assert_eq!((after.started(), after.extension()), (day(2024, 3, 5), 10));
        assert_eq!(after.stops(), before.stops());
        let fewer = i64::from(before.limit().amount - amount);
        let ends = |it: &tongquan::case::Clock| it.deadline(calendar).unwrap().unwrap();
        let between = calendar.working_days_between(ends(&after), ends(&before)).unwrap();
        assert_eq!(i64::from(between), fewer, "{period}");
    }
    // what was answered, and what the applicant was told, stay as they were
    let corrected = started("XK-003", HOME, StageKind::Correcting);
    let moved = taken(corrected, day(2024, 4, 1), transfer());
    let (notice, corrections) = (clock(&moved, Period::Notice), clock(&moved, Period::Corrections));
    assert_eq!((notice.started(), notice.limit().amount), (day(2024, 3, 4), 3));
    assert_eq!((corrections.started(), corrections.limit().amount), (day(2024, 3, 5), 15));
    // of a licence the one extension stays the one
    let head = official(moved.record().holders(Role::Deciding).next().unwrap().to_body().unwrap());
    let extended = taken(case, day(2024, 4, 1), transfer());
    assert_eq!(refused(&extended, day(2024, 4, 2), extend(head)), [Rule::ExtensionOnce]);
}

#[test]
fn the_permission_of_the_venue_stays_that_of_the_filing_day_when_it_has_ended_since() {
    for key in ["A1-1", "XK-003", "XK-004"] {
        let city = Venue::Centre(Centre::CITY);
        let case = filed(key, HOME, city, day(2024, 3, 4), &["form", "subject", "proof"]);
        let permission = case.record().brief().admission.clone();
        assert!(permission.is_some());
        let moved = taken(case, day(2024, 5, 6), transfer());
        assert_eq!(moved.record().brief().admission, permission, "{key}");
        assert_eq!(moved.record().route().access(), Access::PassOn, "{key}");
        let operator = moved.record().holders(Role::Intake).next().unwrap().to_body();
        assert_eq!(operator, Some(tongquan::Department::ApprovalService.into()), "{key}");
        // the papers still lie there, and go to whoever accepts by now; of a licence the law has accepted it
        let by_law: &[Rule] = if moved.record().docket().is_licence() { &[Rule::NotYetDeemed] } else { &[] };
        let expected = [by_law, &[Rule::PapersPassedOn]].concat();
        assert_eq!(refused(&moved, day(2024, 5, 7), turn_away()), expected, "{key}");
        let passed = taken(moved, day(2024, 5, 7), PassOn {});
        if by_law.is_empty() {
            taken(passed, day(2024, 5, 8), turn_away());
        } else {
            assert_eq!(refused(&passed, day(2024, 5, 8), turn_away()), by_law, "{key}");
            taken(passed, day(2024, 5, 8), tongquan::case::steps::DeemAccepted {});
        }
    }
}

fn turn_away() -> tongquan::case::steps::NotAccept {
    let ground = tongquan::case::steps::Ground::NothingToApplyFor;
    tongquan::case::steps::NotAccept { receipt: "BYSL-1".parse().unwrap(), ground }
}

#[test]
fn between_the_handbook_and_a_region_s_own_a_case_moves_either_way_as_they_come_into_force() {
    let qufu = Region::Qufu;
    let own = |case: &AnyCase| case.record().standard().map(|it| (it.edition, it.own)).unwrap();
    let case = started("A1-34", qufu, StageKind::Accepted);
    assert_eq!(own(&case), (1, Some(Own { region: qufu, handbook: 1 })));
    let handbook = taken(case, day(2024, 4, 1), transfer());
    assert_eq!(own(&handbook), (2, None));
    let again = taken(handbook, day(2024, 4, 26), transfer());
    assert_eq!(own(&again), (2, Some(Own { region: qufu, handbook: 2 })));
    let last = taken(again, day(2024, 5, 6), transfer());
    assert_eq!(own(&last), (3, None));
    assert_eq!(last.record().clock(Period::Promised).unwrap().limit().amount, 3);
}

#[test]
fn whoever_the_later_plan_names_holds_every_role_from_the_move_on_and_nobody_else() {
    for key in ["A1-1", "A1-33", "A1-34", "XK-001"] {
        let case = started(key, HOME, StageKind::Accepted);
        let body = |name: &str| LATER.now().body(&name.parse().unwrap()).unwrap().clone();
        let (old, new) = (body("wenshang-bureau"), body("wenshang-sector"));
        let by = |case: &AnyCase, body: &tongquan::Body, on, step| {
            let told = case.check(&step, &at(on, official(body.clone())), &LATER);
            told.map_or_else(|why| why.objections().iter().map(|it| it.rule).collect(), |()| Vec::new())
        };
        let opinion = || review("opinion").into();
        // the plan has changed, the case has not
        assert_eq!(by(&case, &old, day(2024, 4, 16), opinion()), [], "{key}");
        assert_eq!(by(&case, &new, day(2024, 4, 16), opinion()), [Rule::ActorHoldsRole], "{key}");
        // the body that decides so far is the one that moves it on
        assert_eq!(by(&case, &new, day(2024, 5, 6), transfer().into()), [Rule::ActorHoldsRole], "{key}");
        let moved = taken(case, day(2024, 5, 6), transfer());
        assert_eq!(by(&moved, &new, day(2024, 5, 7), opinion()), [], "{key}");
        assert_eq!(by(&moved, &old, day(2024, 5, 7), opinion()), [Rule::ActorHoldsRole], "{key}");
        let holders =
            |role| moved.record().holders(role).filter_map(tongquan::Party::to_body).collect::<Vec<tongquan::Body>>();
        for role in [Role::Intake, Role::Accepting, Role::Deciding, Role::Sealing, Role::Reporting, Role::Pushing] {
            assert_eq!(holders(role), std::slice::from_ref(&new), "{key} {role}");
        }
        // who took the papers in may deliver (P2)
        assert_eq!(holders(Role::Window), [new.clone(), old.clone()], "{key}");
        // and corrects nothing in them any more
        let case = taken(started(key, HOME, StageKind::Filed), day(2024, 5, 6), transfer());
        let correct = || CorrectOnSpot { material: "form".parse().unwrap(), what: "补填日期".parse().unwrap() }.into();
        assert_eq!(by(&case, &new, day(2024, 5, 7), correct()), [], "{key}");
        assert_eq!(by(&case, &old, day(2024, 5, 7), correct()), [Rule::ActorHoldsRole], "{key}");
    }
}

#[test]
fn seal_reports_and_pushes_follow_the_later_route() {
    // the approval bureau owes pushes, a sector department does not
    for (key, seal, reports) in
        [("A1-1", Seal::Region, true), ("A1-33", Seal::No2, true), ("WS-001", Seal::Region, false)]
    {
        let decided = |on: Option<chrono::NaiveDate>| {
            let case = started(key, HOME, StageKind::Accepted);
            let case = taken(case, day(2024, 3, 8), review("opinion"));
            let case = on.into_iter().fold(case, |case, on| taken(case, on, transfer()));
            taken(case, day(2024, 5, 7), DecideFavourably { attested: marks(&["eligible", "true"]) })
        };
        let messages = |case: &AnyCase| case.record().duties().iter().map(|it| it.message).collect::<Vec<_>>();
        let (kept, moved) = (decided(None), decided(Some(day(2024, 5, 6))));
        assert_eq!((kept.record().route().seal().is, moved.record().route().seal().is), (seal, seal), "{key}");
        let report = if reports { vec![Message::Report] } else { vec![] };
        assert_eq!(messages(&moved), report, "{key}");
        assert_eq!(messages(&kept).len(), report.len() + if reports { 4 } else { 0 }, "{key}");
        if reports {
            let told = taken(moved.clone(), day(2024, 5, 8), Report {});
            assert!(matches!(told.record().duties()[0].state, DutyState::Sent(_)));
            assert_eq!(refused(&moved, day(2024, 5, 8), Push {}), [Rule::PushCalledFor], "{key}");
        }
        let number_7 = SealId { department: tongquan::Department::NaturalResources, number: 7 };
        let documents = vec!["决定书".parse().unwrap()];
        let affix = AffixSealNo2 { seal: number_7, circumstance: "decision".parse().unwrap(), documents };
        if seal == Seal::No2 {
            let sealed = taken(moved, day(2024, 5, 8), affix);
            assert_eq!(sealed.stage(), StageKind::Sealed);
            // the ledger judges the use by the plan that the case moved on to
            let mut ledger = tongquan::oversight::Ledger::default();
            ledger.add(sealed.record());
            assert_eq!((ledger.uses().len(), ledger.findings(grown()).count()), (1, 0));
        } else {
            assert_eq!(taken(moved, day(2024, 5, 8), AffixSeal {}).stage(), StageKind::Sealed);
        }
    }
}

#[test]
fn papers_are_those_of_the_later_standard_while_no_notice_is_out() {
    for key in ["A1-1", "XK-003"] {
        let city = HOME.centre().unwrap().into();
        let case = filed(key, HOME, city, day(2024, 3, 29), &["form", "subject"]);
        let receipt = || Accept { receipt: "SL-1".parse().unwrap() };
        assert_eq!(refused(&case, day(2024, 4, 1), receipt()), [Rule::PapersComplete], "{key}");
        // the later handbook asks for no proof
        let moved = taken(case, day(2024, 4, 1), transfer());
        let ask = AskForCorrections { materials: marks(&["proof"]) };
        assert_eq!(refused(&moved, day(2024, 4, 1), ask), [Rule::MaterialsInStandard], "{key}");
        assert_eq!(taken(moved, day(2024, 4, 1), receipt()).stage(), StageKind::Accepted, "{key}");
    }
}
