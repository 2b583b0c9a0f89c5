//! Every step at every point of every course, asked by everybody who might: against the column "who may", written again by hand.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Body, Moment, Refusal, Rule, Stamp,
    case::{Role, StageKind, StepKind},
};

use crate::{
    model::{self, beside},
    scenes::{Letters, Papers, Played, Scene, Shot, contents, everywhere, name, same},
    support::filing_day,
};

/// What the model says of a step, whoever asks.
enum Told {
    /// The table lacks it at this stage.
    NoPlace,
    /// The route calls for none, or not any more: nobody may, and this rule says so.
    NotCalledFor(Rule),
    /// These may.
    Who(BTreeSet<&'static str>),
    /// The addressee of the message may.
    Addressee(Body),
}

static NAMES: LazyLock<BTreeMap<StepKind, &str>> =
    LazyLock::new(|| StepKind::iter().map(|it| (it, name(it))).collect());

static PLACES: LazyLock<BTreeSet<(&str, &str)>> =
    LazyLock::new(|| model::arcs().into_iter().map(|(from, step, ..)| (from, step)).collect());

fn told(scene: &Scene, shot: &Shot, step: &AnyStep) -> Told {
    let (kind, stage) = (step.kind(), shot.stage());
    if !PLACES.contains(&(stage, NAMES[&kind])) {
        return Told::NoPlace;
    }
    let mut who = model::who_may(NAMES[&kind], stage, &scene.situation);
    match step {
        // each leg by whoever has the papers
        AnyStep::PassOn(_) if stage == "accepted" => who.retain(|it| match shot.papers {
            Papers::Venue => *it == "operator",
            Papers::Accepting => *it != "operator",
            Papers::There => false,
        }),
        AnyStep::PassOn(_) => who.retain(|_| shot.papers == Papers::Venue),
        // C12: only by a bureau, which a situation does not say
        AnyStep::Push(_) if !scene.pushes() => who.clear(),
        // what was not sent has no addressee yet, and what nobody is named for is not sent
        AnyStep::Acknowledge(it) if shot.letters != Letters::Sent || !scene.is_addressed(it.message) => who.clear(),
        AnyStep::Acknowledge(it) if scene.messages().contains(&it.message) => {
            assert!(who.contains("addressee"), "{scene:?}");
            return Told::Addressee(scene.addressee(it.message));
        }
        _ => {}
    }
    if !who.is_empty() {
        return Told::Who(who);
    }
    Told::NotCalledFor(match kind {
        StepKind::PassOn => Rule::PassingCalledFor,
        StepKind::AffixSeal => Rule::SealAsRouted,
        StepKind::AffixSealNo2 => Rule::SealNo2Review,
        StepKind::Report => Rule::ReportCalledFor,
        StepKind::Push => Rule::PushCalledFor,
        StepKind::Acknowledge => Rule::WasAddressed,
        _ => panic!("nobody may {kind} at {stage} of {scene:?}"),
    })
}

/// Whether a reason speaks of who asks.
fn of_the_actor(why: &Refusal, step: StepKind) -> bool {
    why.names(Rule::ActorHoldsRole)
        || (step == StepKind::Acknowledge && why.names(Rule::WasAddressed))
        || (step == StepKind::PassOn && why.names(Rule::PapersWithActor))
}

/// Standing, what the venue is, fallen back, stage, step.
type What = (&'static str, &'static str, bool, &'static str, &'static str);

#[derive(Default)]
struct Tally {
    decided: usize,
    without_place: usize,
    not_called_for: usize,
    turned_away: usize,
    /// What somebody may do, and what somebody in fact could.
    may: BTreeSet<What>,
    could: BTreeSet<What>,
}

impl Tally {
    fn point(&mut self, scene: &Scene, shot: &Shot) {
        let everybody = scene.universe();
        for kind in StepKind::iter() {
            for (step, at) in contents(scene, &shot.case, kind) {
                let told = told(scene, shot, &step);
                for by in &everybody {
                    let stamp = Stamp { at, by: by.clone() };
                    self.ask(scene, shot, &told, &step, &stamp);
                }
            }
        }
    }

    #[track_caller]
    fn ask(&mut self, scene: &Scene, shot: &Shot, told: &Told, step: &AnyStep, stamp: &Stamp) {
        let kind = step.kind();
        let got = shot.case.check(step, stamp, scene.office());
        let here = || format!("{kind} at “{}” by {}, in {scene:?}: {got:?}", shot.told, stamp.by);
        self.decided += 1;
        let named = match told {
            Told::NoPlace => {
                let alone = |why: &Refusal| matches!(why.objections(), [it] if it.rule == Rule::StepHasPlace);
                assert!(got.as_ref().is_err_and(alone), "{}", here());
                self.without_place += 1;
                return;
            }
            Told::NotCalledFor(rule) => {
                assert!(got.as_ref().is_err_and(|why| why.names(*rule)), "{}", here());
                self.not_called_for += 1;
                return;
            }
            Told::Who(who) => scene.names(who, &stamp.by),
            Told::Addressee(to) => stamp.by.body().is_some_and(|it| same(it, to)),
        };
        let objected = got.as_ref().err().is_some_and(|why| of_the_actor(why, kind));
        assert_eq!(objected, !named, "{}", here());
        self.turned_away += usize::from(!named);
        let it = &scene.situation;
        let what = (it.standing, it.venue, it.fallen_back, shot.stage(), NAMES[&kind]);
        if named {
            self.may.insert(what);
        }
        if got.is_ok() {
            self.could.insert(what);
        }
    }
}

#[test]
fn every_step_at_every_point_of_every_course_is_open_to_exactly_those_whom_the_rulebook_names() {
    let mut tally = Tally::default();
    for Played { scene, shots } in everywhere() {
        shots.iter().for_each(|shot| tally.point(scene, shot));
    }
    let Tally { decided, without_place, not_called_for, turned_away, may, could } = tally;
    assert_eq!((decided, without_place, not_called_for, turned_away), (9_086_141, 7_197_877, 642_316, 1_120_806));
    // whoever may take a step could take it somewhere: but no licence is among what is not devolved to the zones
    let never: Vec<What> = may.difference(&could).copied().collect();
    let expected = ["competent", "pass_on"].map(|venue| {
        [("accepted", "extend"), ("filed", "deem_accepted")].map(|it| (model::NOT_HERE, venue, false, it.0, it.1))
    });
    assert_eq!(never, expected.concat());
    assert_eq!(could.difference(&may).count(), 0);
    let places: BTreeSet<(&str, &str)> = could.iter().map(|it| (it.3, it.4)).collect();
    assert_eq!(places, *PLACES);
}

#[test]
fn the_courses_are_of_every_standing_at_every_kind_of_window_and_visit_every_stage() {
    let standings = [
        model::DIRECT,
        model::WINDOW,
        model::REVIEW,
        model::ENTRUSTED,
        model::NOT_HERE,
        model::RESERVED,
        model::ORIGINAL,
        beside::TOWN_DIRECT,
        beside::TOWN_WINDOW,
        beside::TOWN_REVIEW,
        beside::TOWN_REVIEW_COUNTY,
        beside::TOWN_INTAKE,
    ];
    let found: BTreeSet<(&str, &str, bool)> =
        everywhere().map(|it| it.scene.situation).map(|it| (it.standing, it.venue, it.fallen_back)).collect();
    let mut expected: BTreeSet<(&str, &str, bool)> = BTreeSet::new();
    for standing in standings {
        expected.extend(["competent", "pass_on"].map(|venue| (standing, venue, false)));
        let falls_back = matches!(standing, model::DIRECT | model::WINDOW | model::REVIEW | model::ENTRUSTED);
        expected.extend(["competent", "pass_on"].into_iter().filter(|_| falls_back).map(|it| (standing, it, true)));
    }
    expected.extend([model::DIRECT, model::ORIGINAL].map(|it| (it, "direct", false)));
    expected.extend([beside::TOWN_WINDOW, beside::TOWN_INTAKE].map(|it| (it, "direct", false)));
    // in the department's own name
    expected.extend([model::REVIEW, model::ENTRUSTED].map(|it| (it, "direct", true)));
    assert_eq!(found, expected);
    for Played { scene, shots } in everywhere() {
        let stages: BTreeSet<StageKind> = shots.iter().map(|it| it.case.stage()).collect();
        assert_eq!(stages, StageKind::iter().filter(|it| scene.reaches(*it)).collect(), "{scene:?}");
    }
}

#[test]
fn every_role_is_held_by_exactly_those_whom_the_rulebook_names_for_its_steps() {
    let mut compared = 0;
    for Played { scene, shots } in everywhere() {
        let seal = if scene.needs_seal_no2() { "affix_seal_no2" } else { "affix_seal" };
        let roles = [
            (Role::Intake, "file", ""),
            (Role::Accepting, "accept", "filed"),
            (Role::Deciding, "close", "concluded"),
            (Role::Sealing, seal, "decided"),
            (Role::Window, "deliver", "licensed"),
            (Role::Reporting, "report", "decided"),
            (Role::Pushing, "push", "decided"),
        ];
        for (role, step, stage) in roles {
            let who = model::who_may(step, stage, &scene.situation);
            if who.is_empty() {
                continue;
            }
            let record = shots[0].case.record();
            for by in scene.universe() {
                let Some(body) = by.body() else { continue };
                let holds = record.holders(role).filter(|it| it.is(body)).count();
                assert_eq!(holds, usize::from(scene.names(&who, &by)), "{role} held by {body} in {scene:?}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 60_251);
}

#[test]
fn papers_are_taken_in_by_exactly_those_whom_the_rulebook_names() {
    let mut decided = 0;
    for scene in everywhere().map(|it| &it.scene) {
        let who = model::who_may("file", "", &scene.situation);
        for by in scene.universe() {
            let at = Moment::new(filing_day(), 9, 0, 0).unwrap();
            let named = scene.names(&who, &by);
            let got = AnyCase::file(scene.file(scene.papers()), Stamp { at, by: by.clone() }, scene.office());
            let rules = got.map_err(|it| it.why.objections().iter().map(|it| it.rule).collect::<Vec<_>>()).err();
            let expected = (!named).then(|| vec![Rule::ActorHoldsRole]);
            assert_eq!(rules, expected, "{by} in {scene:?}");
            decided += 1;
        }
    }
    assert_eq!(decided, 12_161);
}
