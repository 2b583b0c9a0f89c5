//! The machine as a finite graph: what of a case the rules of later steps look at is a point, what somebody may do there an edge.

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Stamp,
    case::{
        DutyStateKind, StageKind, StepKind,
        steps::{Acknowledge, Reply, TakeReviewStep},
    },
};

use crate::scenes::{Played, Scene, contents};

/// What of a case is kept apart. Before the decision: where the papers are and what was done once or is still to be done. After it: which way
/// it was decided, how it was sealed, and how many messages are how far.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    pub(super) stage: StageKind,
    /// Papers that are not there, or were asked for and not handed in.
    missing: bool,
    papers: Option<String>,
    once: BTreeSet<StepKind>,
    reviewed: BTreeSet<String>,
    pub(super) report: Option<DutyStateKind>,
    pub(super) pushes: BTreeMap<DutyStateKind, usize>,
}

const BEFORE: [StepKind; 4] = [StepKind::AskForCorrections, StepKind::Extend, StepKind::Suspend, StepKind::Transfer];
const AFTER: [StepKind; 5] = [
    StepKind::DecideFavourably,
    StepKind::DecideUnfavourably,
    StepKind::AffixSeal,
    StepKind::AffixSealNo2,
    StepKind::IssueLicence,
];

impl Point {
    fn of(case: &AnyCase) -> Self {
        let record = case.record();
        let decided = record.entries().iter().any(|it| AFTER.contains(&it.kind()));
        let kept: &[StepKind] = if decided { &AFTER } else { &BEFORE };
        let once = record.entries().iter().map(|it| it.kind()).filter(|it| kept.contains(it)).collect();
        let missing = match case {
            AnyCase::Filed(_) => {
                let filed = &record.file().materials;
                record.standard().is_some_and(|it| it.required.iter().any(|it| !filed.contains(it)))
            }
            AnyCase::Correcting(it) => !it.outstanding().is_empty(),
            _ => false,
        };
        let reviewed = match case {
            AnyCase::Accepted(it) => it.stage().reviewed().iter().map(ToString::to_string).collect(),
            AnyCase::Suspended(it) => it.stage().accepted().reviewed().iter().map(ToString::to_string).collect(),
            _ => BTreeSet::new(),
        };
        let (mut report, mut pushes) = (None, BTreeMap::new());
        for duty in record.duties().iter().filter(|_| decided) {
            let state = duty.state.kind();
            match duty.message {
                tongquan::case::Message::Report => report = Some(state),
                tongquan::case::Message::Push(_) => *pushes.entry(state).or_default() += 1,
            }
        }
        let papers = case.papers_with().map(|it| it.to_string());
        Self { stage: case.stage(), missing, papers, once, reviewed, report, pushes }
    }

    /// Whether a report or a push is not acknowledged yet.
    pub(super) fn owes(&self) -> bool {
        let open = |it: &DutyStateKind| *it != DutyStateKind::Acknowledged;
        self.report.as_ref().is_some_and(open) || self.pushes.keys().any(open)
    }

    pub(super) fn is_decided(&self) -> bool {
        self.once.contains(&StepKind::DecideFavourably) || self.once.contains(&StepKind::DecideUnfavourably)
    }
}

pub(super) struct Edge {
    pub(super) step: AnyStep,
    pub(super) to: usize,
}

/// What can come of a filing, complete or not, and by whatever anybody does.
pub(super) struct Graph {
    pub(super) points: Vec<Point>,
    pub(super) edges: Vec<Vec<Edge>>,
    pub(super) tried: usize,
}

impl Graph {
    pub(super) fn of(played: &Played) -> Self {
        let mut graph = Self { points: Vec::new(), edges: Vec::new(), tried: 0 };
        let (mut known, mut waiting) = (BTreeMap::new(), Vec::new());
        for shot in played.shots.iter().filter(|it| it.case.stage() == StageKind::Filed) {
            graph.point(&shot.case, &mut known, &mut waiting);
        }
        while let Some((at, case)) = waiting.pop() {
            for (step, stamp) in attempts(&played.scene, &case) {
                graph.tried += 1;
                let office = played.scene.office();
                if case.check(&step, &stamp, office).is_err() {
                    continue;
                }
                let next = case.clone().apply(step.clone(), stamp, office).unwrap();
                let to = graph.point(&next, &mut known, &mut waiting);
                if !graph.edges[at].iter().any(|it| it.to == to && it.step == step) {
                    graph.edges[at].push(Edge { step, to });
                }
            }
        }
        graph
    }

    fn point(
        &mut self,
        case: &AnyCase,
        known: &mut BTreeMap<Point, usize>,
        waiting: &mut Vec<(usize, AnyCase)>,
    ) -> usize {
        let point = Point::of(case);
        if let Some(at) = known.get(&point) {
            return *at;
        }
        let at = self.points.len();
        known.insert(point.clone(), at);
        self.points.push(point);
        self.edges.push(Vec::new());
        waiting.push((at, case.clone()));
        at
    }

    /// Every edge, with the point that it leaves.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Point, &Edge)> {
        self.points.iter().zip(&self.edges).flat_map(|(from, edges)| edges.iter().map(move |it| (from, it)))
    }

    /// The points from which one of these can be reached.
    pub(super) fn leading_to(&self, is: impl Fn(&Point) -> bool) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = (0..self.points.len()).filter(|it| is(&self.points[*it])).collect();
        loop {
            let more: Vec<usize> = (0..self.points.len())
                .filter(|at| !found.contains(at) && self.edges[*at].iter().any(|it| found.contains(&it.to)))
                .collect();
            if more.is_empty() {
                return found;
            }
            found.extend(more);
        }
    }
}

/// Every step with good contents, whatever the stage, by everybody: either answer to a message, and each review step with one that no standard
/// has.
fn attempts(scene: &Scene, case: &AnyCase) -> Vec<(AnyStep, Stamp)> {
    let standard = case.record().standard();
    let mut steps = Vec::new();
    for kind in StepKind::iter() {
        for (step, at) in contents(scene, case, kind) {
            match &step {
                AnyStep::Acknowledge(it) => {
                    let rejected = Reply::Rejected("材料不清".parse().unwrap());
                    steps.push((Acknowledge { reply: rejected, ..it.clone() }.into(), at));
                }
                AnyStep::TakeReviewStep(it) => {
                    let others = standard
                        .into_iter()
                        .flat_map(|it| &it.steps)
                        .map(|it| it.code.clone())
                        .chain(["extra".parse().unwrap()]);
                    let others = others.filter(|code| *code != it.step);
                    steps.extend(others.map(|step| (TakeReviewStep { step, ..it.clone() }.into(), at)));
                }
                _ => {}
            }
            steps.push((step, at));
        }
    }
    let everybody = scene.universe();
    let by = |(step, at): (AnyStep, _)| everybody.iter().map(move |by| (step.clone(), Stamp { at, by: by.clone() }));
    steps.into_iter().flat_map(by).collect()
}
