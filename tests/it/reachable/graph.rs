//! The machine as a finite graph: what of a case the rules of later steps look at is a point, what somebody may do there an edge.

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Stamp,
    case::{
        DutyStateKind, Period, StageKind, StepKind, Timing,
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
    /// What had run out when the last step was taken.
    late: BTreeSet<Period>,
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
    fn of(case: &AnyCase, scene: &Scene) -> Self {
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
        let (calendar, day) = (scene.office().now().calendar(), record.last_at().day());
        let over = |it: &Timing| it.is_late(day, calendar).is_ok_and(|late| late);
        let late = record.periods().filter(|_| !decided).filter(over).map(|it| it.period).collect();
        let papers = case.papers_with().map(|it| it.to_string());
        Self { stage: case.stage(), missing, papers, late, once, reviewed, report, pushes }
    }

    /// Whether the report is acknowledged, and how many pushes are.
    pub(super) fn acknowledged(&self) -> (bool, usize) {
        let done = DutyStateKind::Acknowledged;
        (self.report == Some(done), self.pushes.get(&done).copied().unwrap_or_default())
    }

    pub(super) fn is_decided(&self) -> bool {
        self.once.contains(&StepKind::DecideFavourably) || self.once.contains(&StepKind::DecideUnfavourably)
    }
}

pub(super) struct Edge {
    pub(super) step: AnyStep,
    pub(super) to: usize,
}

/// What was found so far: of each point the first case, which stands for it until it is asked, and the last that came to it.
struct Found<'s> {
    scene: &'s Scene,
    known: BTreeMap<Point, usize>,
    waiting: Vec<(usize, AnyCase)>,
    twins: BTreeMap<usize, AnyCase>,
}

/// What can come of a filing, complete or not, and by whatever anybody does.
pub(super) struct Graph {
    pub(super) points: Vec<Point>,
    pub(super) edges: Vec<Vec<Edge>>,
    pub(super) tried: usize,
    /// How many points another case was held against than the one that stands for them.
    pub(super) twins: usize,
}

impl Graph {
    pub(super) fn of(played: &Played) -> Self {
        let mut graph = Self { points: Vec::new(), edges: Vec::new(), tried: 0, twins: 0 };
        let mut found =
            Found { scene: &played.scene, known: BTreeMap::new(), waiting: Vec::new(), twins: BTreeMap::new() };
        for shot in played.shots.iter().filter(|it| it.case.stage() == StageKind::Filed) {
            graph.point(&shot.case, &mut found);
        }
        while let Some((at, case)) = found.waiting.pop() {
            for (step, next) in graph.taken(&played.scene, &case) {
                let to = graph.point(&next, &mut found);
                if !graph.edges[at].iter().any(|it| it.to == to && it.step == step) {
                    graph.edges[at].push(Edge { step, to });
                }
            }
        }
        graph.then_a_point_stands_for_all_its_cases(&found);
        graph
    }

    /// What is taken of all that is tried, and the case after it.
    fn taken(&mut self, scene: &Scene, case: &AnyCase) -> Vec<(AnyStep, AnyCase)> {
        let (all, office) = (attempts(scene, case), scene.office());
        self.tried += all.len();
        let lawful = all.into_iter().filter(|(step, stamp)| case.check(step, stamp, office).is_ok());
        lawful.map(|(step, stamp)| (step.clone(), case.clone().apply(step, stamp, office).unwrap())).collect()
    }

    /// What another case of a point can do leads to the same points, whatever runs out on the way.
    #[track_caller]
    fn then_a_point_stands_for_all_its_cases(&mut self, found: &Found<'_>) {
        for (at, twin) in &found.twins {
            let taken = self.taken(found.scene, twin);
            let timeless = |it: Point| Point { late: BTreeSet::new(), ..it };
            let of_twin: BTreeSet<_> =
                taken.iter().map(|(step, next)| (step.kind(), timeless(Point::of(next, found.scene)))).collect();
            let edges = self.edges[*at].iter();
            let of_point: BTreeSet<_> =
                edges.map(|it| (it.step.kind(), timeless(self.points[it.to].clone()))).collect();
            assert_eq!(of_twin, of_point, "{:?} in {:?}", self.points[*at], found.scene);
        }
        self.twins = found.twins.len();
    }

    fn point(&mut self, case: &AnyCase, found: &mut Found<'_>) -> usize {
        let point = Point::of(case, found.scene);
        if let Some(at) = found.known.get(&point) {
            found.twins.insert(*at, case.clone());
            return *at;
        }
        let at = self.points.len();
        found.known.insert(point.clone(), at);
        self.points.push(point);
        self.edges.push(Vec::new());
        found.waiting.push((at, case.clone()));
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
