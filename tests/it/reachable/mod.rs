//! Whatever anybody does, in whatever order: the machine's finite graph, walked whole for every standing at every kind of window.

mod graph;

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    AnyStep,
    case::{ARCS, Message, StageKind, StepKind},
};

use self::graph::Graph;
use crate::{
    model,
    scenes::{Played, everywhere},
};

const DECISIONS: [StepKind; 2] = [StepKind::DecideFavourably, StepKind::DecideUnfavourably];

/// One scene for each situation, with a licence and without, and for each of these where something is missing.
fn situations() -> Vec<&'static Played> {
    let mut found = BTreeMap::new();
    for played in everywhere() {
        let it = &played.scene;
        let licence = it.is_licence();
        let short = it.kept.is_short().then_some(it.kept as u8);
        let key = (it.situation.standing, it.situation.venue, it.situation.fallen_back, licence, it.pushes(), short);
        found.entry(key).or_insert(played);
    }
    found.into_values().collect()
}

#[track_caller]
fn then_every_path_is_lawful(played: &Played, graph: &Graph) {
    let scene = &played.scene;
    let standard: BTreeSet<String> = {
        let record = played.shots[0].case.record();
        record.standard().into_iter().flat_map(|it| &it.steps).map(|it| it.code.to_string()).collect()
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
        if kind == StepKind::Close {
            let owed = scene.messages();
            let reports = owed.contains(&Message::Report);
            assert_eq!(from.acknowledged(), (reports, owed.len() - usize::from(reports)), "an open duty: {}", told());
        }
        assert!(ARCS.iter().any(|it| (it.from, it.step) == (from.stage, kind)), "{}", told());
    }
    // what is accepted can still be closed, whatever was done since; where something is missing, it comes as far as it can
    let ends = [StageKind::Closed, StageKind::Concluded, StageKind::Decided];
    let end = ends.into_iter().find(|it| scene.reaches(*it)).unwrap();
    let closing = graph.leading_to(|it| it.stage == end);
    let accepted = |it: &StageKind| !matches!(it, StageKind::Filed | StageKind::Correcting) && !it.is_terminal();
    for (at, point) in graph.points.iter().enumerate().filter(|(_, it)| accepted(&it.stage)) {
        assert!(closing.contains(&at), "never to be closed: {point:?} in {scene:?}");
    }
    // what is not accepted yet can be ended at least
    let ending = graph.leading_to(|it| it.stage.is_terminal() || it.stage == end);
    assert_eq!(ending.len(), graph.points.len(), "{scene:?}");
}

#[test]
fn every_stage_is_reached_and_no_path_whatever_leads_to_what_is_forbidden() {
    let (mut points, mut edges, mut tried, mut twins) = (0, 0, 0, 0);
    let mut arcs = BTreeSet::new();
    let situations = situations();
    for played in &situations {
        let graph = Graph::of(played);
        let stages: BTreeSet<StageKind> = graph.points.iter().map(|it| it.stage).collect();
        let reached = StageKind::iter().filter(|it| played.scene.reaches(*it)).collect();
        assert_eq!(stages, reached, "{:?}", played.scene);
        then_every_path_is_lawful(played, &graph);
        arcs.extend(graph.all().map(|(from, edge)| (from.stage, edge.step.kind())));
        points += graph.points.len();
        edges += graph.all().count();
        tried += graph.tried;
        twins += graph.twins;
    }
    assert_eq!(arcs, ARCS.iter().map(|it| (it.from, it.step)).collect());
    assert_eq!((situations.len(), points, edges, tried, twins), (121, 35_559, 121_832, 42_340_476, 28_324));
}
