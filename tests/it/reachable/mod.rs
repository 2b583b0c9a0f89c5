//! Whatever anybody does, in whatever order: the machine's finite graph, walked whole for every standing at every kind of window.

mod graph;

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    AnyStep,
    case::{ARCS, StageKind, StepKind},
};

use self::graph::Graph;
use crate::{
    model,
    scenes::{PLAYED, Played},
};

const DECISIONS: [StepKind; 2] = [StepKind::DecideFavourably, StepKind::DecideUnfavourably];

/// One scene for each situation, with a licence and without.
fn situations() -> Vec<&'static Played> {
    let mut found = BTreeMap::new();
    for played in PLAYED.iter() {
        let it = &played.scene;
        let licence = it.is_licence();
        let key = (it.situation.standing, it.situation.venue, it.situation.fallen_back, licence, it.pushes());
        found.entry(key).or_insert(played);
    }
    found.into_values().collect()
}

#[track_caller]
fn then_every_path_is_lawful(played: &Played, graph: &Graph) {
    let scene = &played.scene;
    let standard: BTreeSet<String> = {
        let record = played.shots[0].case.record();
        record.standard().unwrap().steps.iter().map(|it| it.code.to_string()).collect()
    };
    let review = scene.situation.standing == model::REVIEW && !scene.situation.fallen_back;
    for (from, edge) in graph.all() {
        let told = || format!("{:?} from {from:?} in {scene:?}", edge.step);
        let kind = edge.step.kind();
        if kind == StepKind::AffixSealNo2 {
            assert!(review, "Seal No. 2 outside substantive review: {}", told());
        }
        if review {
            assert_ne!(kind, StepKind::AffixSeal, "a seal of its own under review: {}", told());
        }
        assert!(!(DECISIONS.contains(&kind) && from.is_decided()), "decided twice: {}", told());
        if let AnyStep::TakeReviewStep(it) = &edge.step {
            assert!(standard.contains(&it.step.to_string()), "a step that the standard lacks: {}", told());
        }
        assert!(!(kind == StepKind::Close && from.owes()), "closed with an open duty: {}", told());
        assert!(ARCS.iter().any(|it| (it.from, it.step) == (from.stage, kind)), "{}", told());
    }
    // what is accepted can still be closed, whatever was done since
    let closing = graph.leading_to(|it| it.stage == StageKind::Closed);
    let accepted = |it: &StageKind| !matches!(it, StageKind::Filed | StageKind::Correcting) && !it.is_terminal();
    for (at, point) in graph.points.iter().enumerate().filter(|(_, it)| accepted(&it.stage)) {
        assert!(closing.contains(&at), "never to be closed: {point:?} in {scene:?}");
    }
    // what is not accepted yet can be ended at least
    let ending = graph.leading_to(|it| it.stage.is_terminal());
    assert_eq!(ending.len(), graph.points.len(), "{scene:?}");
}

#[test]
fn every_stage_is_reached_and_no_path_whatever_leads_to_what_is_forbidden() {
    let (mut points, mut edges, mut tried) = (0, 0, 0);
    let mut arcs = BTreeSet::new();
    let situations = situations();
    for played in &situations {
        let graph = Graph::of(played);
        let stages: BTreeSet<StageKind> = graph.points.iter().map(|it| it.stage).collect();
        assert_eq!(stages, StageKind::iter().collect(), "{:?}", played.scene);
        then_every_path_is_lawful(played, &graph);
        arcs.extend(graph.all().map(|(from, edge)| (from.stage, edge.step.kind())));
        points += graph.points.len();
        edges += graph.all().count();
        tried += graph.tried;
    }
    assert_eq!(arcs, ARCS.iter().map(|it| (it.from, it.step)).collect());
    assert_eq!((situations.len(), points, edges, tried), (60, 12_132, 45_998, 7_877_264));
}
