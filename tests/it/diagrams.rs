//! The pictures are of the table, whole or as far as a route can come to it, and the README shows the whole.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{
    Edition, Modality, Region, Route, Scope, Seal, Standing,
    case::{ARCS, Diagram, Role, StageKind, StepKind},
};

const README: &str = include_str!("../../README.md");

/// What a Mermaid text draws: stage, role, step, stage.
fn drawn(mermaid: &str) -> BTreeSet<[String; 4]> {
    let mut names = std::collections::BTreeMap::new();
    let (mut lane, mut lanes) = (String::new(), std::collections::BTreeMap::new());
    let mut arcs = BTreeSet::new();
    for line in mermaid.lines().skip(1).map(str::trim) {
        if let Some((id, label)) = line.strip_prefix("subgraph ").and_then(|it| it.split_once('[')) {
            assert!(id.starts_with('R'));
            lane = label.trim_end_matches(']').to_owned();
        } else if let Some((from, rest)) = line.split_once(" --> ") {
            let (step, to) = rest.split_once(" --> ").unwrap();
            let name = |id: &str| -> String { String::clone(&names[id]) };
            arcs.insert([name(from), String::clone(&lanes[step]), name(step), name(to)]);
        } else if let Some(at) = line.find(['[', '(']) {
            let (id, label) = line.split_at(at);
            names.insert(id.to_owned(), label.trim_matches(['[', ']', '(', ')']).to_owned());
            lanes.insert(id.to_owned(), lane.clone());
        } else {
            assert_eq!(line, "end");
        }
    }
    arcs
}

fn told(diagram: &Diagram) -> BTreeSet<[String; 4]> {
    let label = |it: StageKind| it.label().to_owned();
    diagram
        .arcs()
        .map(|it| [label(it.from), it.role.label().to_owned(), it.step.label().to_owned(), label(it.to)])
        .collect()
}

#[test]
fn the_whole_picture_has_every_arc_in_the_lane_of_its_role() {
    let whole = Diagram::whole();
    assert_eq!(whole.arcs().count(), ARCS.len());
    assert_eq!(drawn(&whole.mermaid()), told(&whole));
    assert_eq!(told(&whole).len(), ARCS.len());
    let dot = whole.dot();
    assert_eq!(dot.matches("->").count(), 2 * ARCS.len());
    assert_eq!(dot.matches("subgraph").count(), Role::iter().count());
    assert_eq!(dot.matches("doubleoctagon").count(), StageKind::iter().filter(|it| it.is_terminal()).count());
    assert_eq!(dot.matches('{').count(), dot.matches('}').count());
}

#[test]
fn a_routes_picture_leaves_out_what_it_cannot_come_to() {
    for (modality, number) in
        [(Modality::Direct, 1), (Modality::Window, 24), (Modality::Review, 36), (Modality::Intake, 61)]
    {
        let route = Route::of(Edition::built_in().annex_1(number).unwrap(), Region::Wenshang, Scope::WITHIN).unwrap();
        assert_eq!(route.standing(), Standing::Devolved(modality));
        let diagram = Diagram::of(&route);
        let has = |step| diagram.arcs().any(|it| it.step == step);
        assert_eq!(has(StepKind::AffixSealNo2), modality == Modality::Review);
        assert_eq!(has(StepKind::AffixSeal), route.seal().is != Seal::No2);
        let decides = matches!(modality, Modality::Direct | Modality::Review);
        assert_eq!([StepKind::Report, StepKind::Push, StepKind::Acknowledge].map(has), [decides; 3]);
        let handed_on = diagram.arcs().any(|it| it.step == StepKind::PassOn && it.from == StageKind::Accepted);
        assert_eq!(handed_on, modality == Modality::Intake);
        assert_eq!(drawn(&diagram.mermaid()), told(&diagram));
        assert!(told(&diagram).is_subset(&told(&Diagram::whole())));
    }
}

#[test]
fn the_readme_shows_the_whole() {
    let shown = README.split("```mermaid\n").nth(1).and_then(|it| it.split("```").next()).unwrap();
    assert_eq!(shown, Diagram::whole().mermaid(), "the README's picture is to read\n{}", Diagram::whole().mermaid());
}
