//! Moves to a later edition by which an item comes to be handled otherwise: from every point before the decision, at every window, by another modality, another
//! body, or nobody; and what everybody may do from there on.

mod moved;

use std::collections::BTreeSet;

use serde_json::Value;
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Body, Department, Moment, Office, Stamp,
    case::{Journal, StepKind, steps::Transfer},
};

use self::moved::{AGAIN, ANOTHER, Moved};
use super::{
    Compared,
    attempts::{TOLD, entry, then_was_told_the_same},
    read, rules, then_stand_alike,
};
use crate::{
    model::machine::Machine,
    scenes::{Kept, Played, Scene, Shot, contents, everywhere, later, name, run_by_others, slug, unit},
};

/// Who might have a part in it, before or after.
fn cast(scene: &Scene) -> Vec<Actor> {
    let home = slug(scene.region);
    let units = ["bureau", "sector", "supervisor"].map(|it| unit(&format!("{home}-{it}")));
    let departments = [Some(Department::ApprovalService), Some(ANOTHER), scene.department()].into_iter().flatten();
    let mut bodies: BTreeSet<Body> = units.into_iter().map(Body::from).chain(departments.map(Body::from)).collect();
    bodies.extend(scene.operator.clone());
    bodies.extend(["township", "county"].iter().filter_map(|it| scene.body(it)));
    let applicant = Actor::Applicant("applicant-1".parse().unwrap());
    bodies.into_iter().map(|it| scene.of(it)).chain([applicant]).collect()
}

/// A case, and the other reading of it.
#[derive(Clone)]
struct Both {
    case: AnyCase,
    model: Machine,
}

struct Asked<'a> {
    scene: &'a Scene,
    moved: Moved,
    office: &'a Office,
    /// After a second move.
    again: Option<&'a Office>,
    cast: Vec<Actor>,
    compared: &'a mut Compared,
    moves: usize,
}

impl<'a> Asked<'a> {
    fn told_of<'b>(&self, both: &'b Both) -> impl Fn(&Value) -> String + use<'b, 'a> {
        let (moved, scene) = (self.moved, self.scene);
        move |entry| {
            let journal = serde_json::to_string(&both.case).unwrap();
            format!("{entry} after {moved:?}, in {scene:?}\n  {journal}")
        }
    }

    /// Of a step, by everybody: what comes of it by the first who may.
    fn by_everybody(&mut self, both: &Both, step: &AnyStep, at: Moment, office: &Office) -> Option<Both> {
        let kind = step.kind();
        let mut entry = entry(&both.case, step, &Stamp { at, by: self.cast[0].clone() }, office);
        let mut taken = None;
        for by in self.cast.clone() {
            let stamp = Stamp { at, by };
            entry[name(kind)]["stamp"]["by"] = serde_json::to_value(&stamp.by).unwrap();
            let ours = both.case.check(step, &stamp, office).map_err(|why| rules(&why));
            let model = both.model.enter(&entry);
            if let (Ok(()), Ok(model), None) = (&ours, &model, &taken) {
                let case = both.case.clone().apply(step.clone(), stamp, office).unwrap();
                if TOLD.contains(&kind) {
                    then_was_told_the_same(&case, &entry);
                }
                then_stand_alike(model, &case, || self.told_of(both)(&entry));
                taken = Some(Both { case, model: model.clone() });
            }
            let told = self.told_of(both);
            self.compared.with(kind.label(), ours, model.map(drop), || told(&entry));
        }
        taken
    }

    /// Those steps of the stage; where those lead that lead on.
    fn steps(&mut self, both: &Both, office: &Office, asked: fn(StepKind) -> bool) -> Vec<Both> {
        let mut on = Vec::new();
        for kind in StepKind::iter().filter(|it| asked(*it) && both.case.steps().any(|step| step == *it)) {
            for (step, at) in contents(self.scene, &both.case, kind) {
                let taken = self.by_everybody(both, &step, at, office);
                let again = both.case.record().entries().last().is_some_and(|it| it.kind() == kind);
                let leads_on = FORWARD.contains(&kind) && !(again && kind == StepKind::HandInCorrections);
                on.extend(taken.filter(|_| leads_on));
            }
        }
        on
    }

    /// Moves a case from there, and asks every step, and at each point after it, until its papers lie with who decides, what hangs on them; and every step
    /// where it moves again at once. Nothing where it may not move.
    fn ask(&mut self, from: &Shot) {
        let journal = serde_json::to_value(Journal::from(from.case.clone())).unwrap();
        let both = Both { case: from.case.clone(), model: read(journal.as_array().unwrap()).unwrap() };
        let (step, at) = contents(self.scene, &from.case, StepKind::Transfer).remove(0);
        let Some(moved) = self.by_everybody(&both, &step, at, self.office) else { return };
        self.moves += 1;
        if let Some(office) = self.again {
            let step = Transfer { reason: "（虚构）".parse().unwrap() }.into();
            if let Some(again) = self.by_everybody(&moved, &step, later(&moved.case, AGAIN), office) {
                self.moves += 1;
                self.steps(&again, office, |_| true);
            }
        }
        let mut open = self.steps(&moved, self.office, |_| true);
        while let Some(both) = open.pop() {
            open.extend(self.steps(&both, self.office, |it| FORWARD.contains(&it) || ON_PAPERS.contains(&it)));
        }
    }
}

/// What leads on, until the papers lie with who decides.
const FORWARD: [StepKind; 5] =
    [StepKind::PassOn, StepKind::HandInCorrections, StepKind::Accept, StepKind::DeemAccepted, StepKind::Resume];

/// What else hangs on where the papers lie.
const ON_PAPERS: [StepKind; 3] = [StepKind::AskForCorrections, StepKind::TakeReviewStep, StepKind::DecideFavourably];

/// Of scenes that are of one sort, one is asked.
fn sort(scene: &Scene) -> impl Ord + use<> {
    let it = &scene.situation;
    let near = scene.venue.region().map(|it| it == scene.region);
    let handler = scene.handler().map(|it| it.kind);
    let item = scene.office().catalogue().latest().item(&scene.key.parse().unwrap()).unwrap();
    let column = item.facts(scene.region).column;
    let chosen = scene.key.strip_prefix("A2-");
    let departments = scene.operator == scene.department().map(Body::from);
    let item = (it.standing, it.fallen_back, scene.is_licence(), column, chosen);
    (item, scene.region.is_zone(), handler, (it.venue, scene.venue.kind(), near, departments))
}

/// Points before the decision; of those that differ by what was reviewed alone, the first.
const FROM_WHERE: [&str; 9] = [
    "filed",
    "filed, complete",
    "passed on",
    "deemed accepted",
    "deemed accepted, passed on",
    "correcting",
    "accepted",
    "accepted, passed on",
    "suspended",
];

#[test]
fn what_moved_to_other_hands_is_judged_as_the_model_judges_it_by_whoever_asks() {
    let mut compared = Compared::default();
    let mut moves = 0;
    for moved in Moved::all() {
        for kept in [Kept::Whole, Kept::RunByOthers, Kept::Planless, Kept::Unposted, Kept::Deciding] {
            let mut sorts = BTreeSet::new();
            let all = everywhere().chain(run_by_others());
            let concerned = all.filter(|it| it.scene.kept == kept && moved.concerns(&it.scene));
            let scenes: Vec<_> = concerned.filter(|it| sorts.insert(sort(&it.scene))).collect();
            if scenes.is_empty() {
                continue;
            }
            let office = moved.office(kept);
            let again = moved.again(&office);
            for Played { scene, shots } in scenes {
                let (office, again, cast, compared) = (&office, again.as_ref(), cast(scene), &mut compared);
                let mut asked = Asked { scene, moved, office, again, cast, compared, moves: 0 };
                let from = FROM_WHERE.iter().filter_map(|told| shots.iter().find(|it| it.told == *told));
                from.for_each(|it| asked.ask(it));
                moves += asked.moves;
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((moves, compared.taken, compared.refused), (39_940, 302_396, 3_325_913));
}
