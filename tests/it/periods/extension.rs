//! The one extension of a licence (`APL42x`): how long, until when, and by whose head it is approved (`S16`).

use std::collections::BTreeSet;

use tongquan::case::{
    StageKind, StepKind,
    steps::{Accept, Extend, Resume},
};

use super::*;
use crate::{
    model::{extension_allowed, who_may},
    recount::last,
    scenes::{PLAYED, Papers, Scene, Shot},
    support::{extend, stranger, suspend},
};

/// The law's limit to decide, and that of the fictional handbooks.
const STATUTORY: u16 = 20;

fn by(approved_by: Actor, working_days: u16) -> Extend {
    Extend { working_days, ..extend(approved_by) }
}

/// The day of acceptance; where the law deems it, of filing.
#[track_caller]
fn accepted_on(case: &AnyCase) -> NaiveDate {
    let of = |kind| case.record().entries().iter().find(|it| it.kind() == kind).map(|it| it.stamp().at.day());
    of(StepKind::Accept).or_else(|| of(StepKind::DeemAccepted).map(|_| case.record().filed())).unwrap()
}

fn extended(case: &AnyCase) -> u16 {
    u16::try_from(case.record().entries().iter().filter(|it| it.kind() == StepKind::Extend).count()).unwrap()
}

/// The rules that an extension by some days would break.
#[track_caller]
fn of(scene: &Scene, shot: &Shot, step: Extend, on: NaiveDate) -> Vec<Rule> {
    let step = step.into();
    let stamp = Stamp { at: nine(on), by: scene.whoever(shot, &step) };
    let why = shot.case.check(&step, &stamp, scene.office()).err();
    why.iter().flat_map(|it| it.objections()).map(|it| it.rule).collect()
}

/// What the model makes of it, a condition at a time.
fn expected(licence: bool, before: bool, past: bool, working_days: u16, by_head: bool) -> Vec<Rule> {
    let told = rules(&[
        (!extension_allowed(licence, false, false, 1, true), Rule::ExtensionForLicence),
        (!extension_allowed(true, before, false, 1, true), Rule::ExtensionOnce),
        (!extension_allowed(true, false, false, working_days.into(), true), Rule::ExtensionWithinLaw),
        (!extension_allowed(true, false, past, 1, true), Rule::ExtensionInTime),
        (!extension_allowed(true, false, false, 1, by_head), Rule::ExtensionByHead),
    ]);
    assert_eq!(told.is_empty(), extension_allowed(licence, before, past, working_days.into(), by_head));
    told
}

#[test]
fn a_limit_is_extended_for_a_licence_once_by_ten_days_in_time_and_by_the_deciding_bodys_head() {
    let (mut asked, mut open) = (0, BTreeSet::new());
    for played in PLAYED.iter() {
        let scene = &played.scene;
        let head = who_may("extend", "accepted", &scene.situation);
        let head = scene.of(scene.body(head.first().unwrap()).unwrap());
        let accepted = |it: &&Shot| it.case.stage() == StageKind::Accepted && it.papers == Papers::There;
        // once for each of: accepted, reviewed, extended, deemed; the windows differ in who decides, which `who_may` compares
        if scene.situation.venue == "pass_on" {
            continue;
        }
        for shot in played.shots.iter().filter(accepted) {
            let before = extended(&shot.case);
            let end = last(accepted_on(&shot.case), working(STATUTORY + 10 * before), |_| false);
            let next = nine(shot.case.record().last_at().day().succ_opt().unwrap()).day();
            let about = (-3..=4).map(|it| end + chrono::TimeDelta::days(it));
            for on in about.chain([next]) {
                for (approved_by, by_head) in [(head.clone(), true), (scene.of(stranger(scene.region)), false)] {
                    for working_days in 0..=12 {
                        let got = of(scene, shot, by(approved_by.clone(), working_days), on);
                        let past = on > end;
                        let expected = expected(scene.is_licence(), before > 0, past, working_days, by_head);
                        assert_eq!(got, expected, "{working_days} at “{}” on {on} in {scene:?}", shot.told);
                        asked += 1;
                        if got.is_empty() {
                            open.insert((scene.situation.standing, scene.situation.venue, scene.situation.fallen_back));
                        }
                    }
                }
            }
        }
    }
    assert!(asked > 100_000, "{asked}");
    // at the counter, of every standing that has a licence; fallen back; at windows in the region's name, and in the department's
    assert_eq!(open.len(), 6 + 4 + 2 + 2, "{open:?}");
}

#[test]
fn nobody_else_can_approve_it_whatever_tier_region_or_name() {
    let (mut asked, mut approved) = (0, 0);
    for played in PLAYED.iter().filter(|it| it.scene.is_licence()) {
        let scene = &played.scene;
        let head = who_may("extend", "accepted", &scene.situation);
        let shot = played.shots.iter().find(|it| it.told == "reviewed").unwrap();
        let on = shot.case.record().last_at().day().succ_opt().unwrap();
        for approves in scene.universe() {
            let is = scene.names(&head, &approves);
            let got = of(scene, shot, by(approves.clone(), 10), on);
            assert_eq!(got, rules(&[(!is, Rule::ExtensionByHead)]), "{approves} in {scene:?}");
            asked += 1;
            approved += usize::from(is);
        }
    }
    assert!(asked > 4_500 && approved > 250, "{asked} {approved}");
}

/// Accepted on a day, with everything there.
#[track_caller]
fn accepted(key: &str, on: NaiveDate) -> AnyCase {
    let receipt = "SL-1".parse().unwrap();
    taken(&OFFICE, &filed(&OFFICE, key, on, 0), Accept { receipt }, on)
}

#[track_caller]
fn head(case: &AnyCase) -> Actor {
    official(case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap())
}

#[test]
fn the_limit_that_binds_is_the_statutory_one_and_the_laws_where_no_other_is_told() {
    for start in [day(2024, 2, 2), day(2024, 9, 26), day(2025, 12, 29)] {
        for (key, amount) in [("L-8-15w", 15), ("L-10w", 20), ("L-0", 20)] {
            let case = accepted(key, start);
            let end = last(start, working(amount), |_| false);
            for on in start.iter_days().take(60) {
                let got = broken(&OFFICE, &case, by(head(&case), 10), on);
                assert_eq!(got, expected(true, false, on > end, 10, true), "{key} {start} {on}");
            }
        }
        // a limit in days is not lengthened by working days
        let case = accepted("L-10-20d", start);
        let end = last(start, days(20), |_| false);
        for on in start.iter_days().take(30) {
            let got = broken(&OFFICE, &case, by(head(&case), 10), on);
            assert_eq!(got, rules(&[(true, Rule::ExtensionOfWorkingDays), (on > end, Rule::ExtensionInTime)]));
        }
        // what is no licence may have any limit
        for (key, in_days) in [("Q-0", false), ("Q-5-20w", false), ("Q-10d", true)] {
            let case = accepted(key, start);
            let got = broken(&OFFICE, &case, by(head(&case), 10), start);
            assert_eq!(got, rules(&[(true, Rule::ExtensionForLicence), (in_days, Rule::ExtensionOfWorkingDays)]));
        }
    }
}

#[test]
fn days_on_which_the_clock_stood_still_put_the_end_off() {
    let start = day(2024, 1, 31);
    for (from, until) in [(1, 2), (2, 9), (5, 25), (12, 30)] {
        let [from, until] = [from, until].map(|it| start + chrono::Days::new(it));
        let case = taken(&OFFICE, &accepted("L-0", start), suspend(), from);
        let case = taken(&OFFICE, &case, Resume {}, until);
        let end = last(start, working(20), |on| from <= on && on < until);
        for on in until.iter_days().take(50) {
            let got = broken(&OFFICE, &case, by(head(&case), 1), on);
            assert_eq!(got, expected(true, false, on > end, 1, true), "{from} {until} {on}");
        }
    }
}
