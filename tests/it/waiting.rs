//! Whom a case waits for, at every point of every course, against the model; and that whoever is named can in fact take the step.

mod missing;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Party, Stamp,
    case::{Awaited, Role, StageKind, StepKind, Who},
    register::TimeUnit,
};

use crate::{
    model::{self, Waiting},
    recount::gone,
    scenes::{Letters, PLAYED, Papers, Played, Scene, Shot, contents, next_day},
    support::{day, filing_day, official, stranger},
};

/// What of a case's state the model asks for.
fn state(scene: &Scene, shot: &Shot, on: NaiveDate, seal_no2_usable: bool) -> Waiting {
    let stage = shot.stage();
    let licence = scene.is_licence();
    let noticed = |kind| shot.case.record().entries().iter().find(|it| it.kind() == kind).map(|it| it.stamp().at.day());
    let notice = noticed(StepKind::AskForCorrections);
    let filed_gone = gone(filing_day(), on, TimeUnit::WorkingDay);
    // the licences' handbooks give fifteen days, the others fifteen working days
    let unit = if licence { TimeUnit::Day } else { TimeUnit::WorkingDay };
    let unsent = matches!(shot.letters, Letters::Unsent | Letters::Rejected);
    Waiting {
        at_foreign_venue: shot.papers == Papers::Venue,
        counts_as_accepted: stage == "filed" && model::deemed_allowed(licence, filed_gone, notice.is_some()),
        at_accepting_window: shot.papers == Papers::Accepting,
        corrections_missing: usize::from(shot.told == "correcting"),
        correction_period_over: notice.is_some_and(|it| gone(it, on, unit) >= 15),
        needs_seal_no2: scene.needs_seal_no2(),
        seal_no2_usable,
        licence_due: shot.told.starts_with("sealed") && shot.told != "sealed unfavourably",
        report_unsent: scene.reports() && unsent,
        push_unsent: scene.pushes() && unsent,
        unacknowledged: !scene.messages().is_empty() && shot.letters == Letters::Sent,
    }
}

/// A role in the model's words, which name no window for papers on their way, and the city department where there is nothing to seal with.
fn role(awaited: &Awaited<'_>, papers: Papers) -> &'static str {
    match (awaited.role, awaited.steps, awaited.who) {
        (Role::Window, [StepKind::PassOn], _) if papers == Papers::Venue => "intake",
        (Role::Window, [StepKind::PassOn], _) => "accepting",
        (Role::Sealing, [], Who::Body(Party::Department(_))) => "city_department",
        (role, ..) => role.english(),
    }
}

#[track_caller]
fn agrees(scene: &Scene, shot: &Shot, office: &Office, on: NaiveDate, seal_no2_usable: bool) {
    let told = shot.case.waits_for(office, on);
    let roles: BTreeSet<&str> = told.iter().map(|it| role(it, shot.papers)).collect();
    let expected = model::waits_for(shot.stage(), &state(scene, shot, on, seal_no2_usable));
    assert_eq!(roles, expected, "“{}” on {on} in {scene:?}: {told:?}", shot.told);
    assert_eq!(told.is_empty(), shot.case.stage().is_terminal(), "a running case waits for somebody");
    let distinct: BTreeSet<String> = told.iter().map(|it| format!("{it:?}")).collect();
    assert_eq!(distinct.len(), told.len(), "nobody is named twice for the same: {told:?}");
    for it in told.iter().filter(|it| role(it, shot.papers) != "city_department") {
        let tried = tries(scene, &shot.case, office, it, on);
        assert!(tried.contains(&Ok(())), "{it:?} at “{}” on {on} in {scene:?}: {tried:?}", shot.told);
    }
}

/// What comes of the steps that somebody is awaited for, taken by that very one.
fn tries(
    scene: &Scene,
    case: &AnyCase,
    office: &Office,
    awaited: &Awaited<'_>,
    on: NaiveDate,
) -> Vec<Result<(), tongquan::Refusal>> {
    let by = match awaited.who {
        Who::Applicant(it) => Actor::Applicant(it.clone()),
        Who::Body(it) => scene.of(it.to_body().unwrap()),
        Who::Addressee(it) => scene.of(it.clone()),
        Who::Anyone => official(stranger(scene.region)),
    };
    let at = Moment::new(on, 9, 0, 0).unwrap();
    let is_it = |step: &AnyStep| match step {
        AnyStep::Acknowledge(it) => Some(it.message) == awaited.message,
        _ => true,
    };
    let steps = awaited.steps.iter().flat_map(|kind| contents(scene, case, *kind)).map(|(step, _)| step);
    steps.filter(is_it).map(|step| case.check(&step, &Stamp { at, by: by.clone() }, office)).collect()
}

/// The day after the last step and, while something runs out, the days about its end.
fn days(case: &AnyCase) -> Vec<NaiveDate> {
    let next = next_day(case).day();
    let ends = match case.stage() {
        // five working days from 2024-03-04
        StageKind::Filed => vec![day(2024, 3, 11), day(2024, 3, 12), day(2024, 6, 3)],
        StageKind::Correcting => (18..=31).map(|it| day(2024, 3, it)).collect(),
        _ => vec![day(2024, 6, 3)],
    };
    ends.into_iter().filter(|it| *it > next).chain([next]).collect()
}

#[test]
fn a_case_waits_for_whom_the_rulebook_says_and_for_whoever_can_in_fact_go_on() {
    let mut compared = 0;
    for Played { scene, shots } in PLAYED.iter() {
        for shot in shots {
            for on in days(&shot.case) {
                agrees(scene, shot, scene.office(), on, true);
                compared += 1;
            }
        }
    }
    assert!(compared > 40_000, "{compared}");
}
