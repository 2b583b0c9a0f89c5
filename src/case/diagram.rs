use std::fmt::Write;

use strum::IntoEnumIterator;

use super::{
    ARCS, Arc, Role, StageKind, StepKind,
    desk::{to_accepting, to_deciding},
};
use crate::{
    catalogue::Kind,
    route::{Access, Route, Seal, Supervisors},
};

/// 流程图: the lifecycle as a picture, made from [`ARCS`]: stages, and between them the steps, in a lane for each role.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, case::Diagram};
/// let whole = Diagram::whole().mermaid();
/// assert!(whole.starts_with("flowchart LR\n") && whole.contains("加盖2号章"));
/// // a directly devolved item is never sealed with Seal No. 2
/// let route = Route::of(Edition::built_in().annex_1(1)?, Region::Wenshang, Scope::WITHIN)?;
/// assert!(!Diagram::of(&route).mermaid().contains("加盖2号章"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram(Vec<&'static Arc>);

impl Diagram {
    /// Every arc that there is.
    pub fn whole() -> Self {
        Self(ARCS.iter().collect())
    }

    /// The arcs that a case of a route can come to: those of its seal, its reports and pushes, and its ways between desks.
    pub fn of(route: &Route<'_>) -> Self {
        let pushes = matches!(route.supervisors(), Supervisors::Seats(_) | Supervisors::PlanNotAsked(_));
        let reports = route.reports_to().is_some();
        let venue_open = route.access() == Access::NotAsked || to_accepting(route);
        let licence = route.facts().kind == Kind::Licence;
        let possible = |arc: &&Arc| match (arc.step, arc.from) {
            (StepKind::AffixSealNo2, _) => route.seal().is == Seal::No2,
            (StepKind::AffixSeal, _) => route.seal().is != Seal::No2,
            (StepKind::PassOn, StageKind::Filed) => venue_open,
            (StepKind::PassOn, _) => to_deciding(route) || (licence && venue_open),
            (StepKind::DeemAccepted | StepKind::Extend, _) => licence,
            (StepKind::Report, _) => reports,
            (StepKind::Push, _) => pushes,
            (StepKind::Acknowledge, _) => reports || pushes,
            _ => true,
        };
        Self(ARCS.iter().filter(possible).collect())
    }

    /// Its arcs, in the order of the table.
    pub fn arcs(&self) -> impl ExactSizeIterator<Item = &'static Arc> {
        self.0.iter().copied()
    }

    fn stages(&self) -> impl Iterator<Item = StageKind> {
        StageKind::iter().filter(|it| self.0.iter().any(|arc| arc.from == *it || arc.to == *it))
    }

    fn lane(&self, role: Role) -> impl Iterator<Item = (usize, &'static Arc)> {
        self.0.iter().enumerate().filter(move |(_, arc)| arc.role == role).map(|(at, arc)| (at, *arc))
    }

    /// As a Mermaid flowchart, in the document's own words.
    pub fn mermaid(&self) -> String {
        let mut told = String::from("flowchart LR\n");
        for stage in self.stages() {
            let (open, close) = if stage.is_terminal() { ("[[", "]]") } else { ("([", "])") };
            line(&mut told, format_args!("  S{}{open}{}{close}", stage as usize, stage.label()));
        }
        for role in Role::iter().filter(|role| self.lane(*role).next().is_some()) {
            line(&mut told, format_args!("  subgraph R{}[{}]", role as usize, role.label()));
            for (at, arc) in self.lane(role) {
                line(&mut told, format_args!("    A{at}[{}]", arc.step.label()));
            }
            line(&mut told, format_args!("  end"));
        }
        for (at, arc) in self.0.iter().enumerate() {
            line(&mut told, format_args!("  S{} --> A{at} --> S{}", arc.from as usize, arc.to as usize));
        }
        told
    }

    /// As a Graphviz digraph, in the document's own words.
    pub fn dot(&self) -> String {
        let mut told = String::from("digraph lifecycle {\n  rankdir=LR;\n");
        for stage in self.stages() {
            let shape = if stage.is_terminal() { "doubleoctagon" } else { "ellipse" };
            line(&mut told, format_args!("  s{} [label=\"{}\", shape={shape}];", stage as usize, stage.label()));
        }
        for role in Role::iter().filter(|role| self.lane(*role).next().is_some()) {
            line(&mut told, format_args!("  subgraph cluster_{} {{", role as usize));
            line(&mut told, format_args!("    label=\"{}\";", role.label()));
            for (at, arc) in self.lane(role) {
                line(&mut told, format_args!("    a{at} [label=\"{}\", shape=box];", arc.step.label()));
            }
            line(&mut told, format_args!("  }}"));
        }
        for (at, arc) in self.0.iter().enumerate() {
            line(&mut told, format_args!("  s{} -> a{at} -> s{};", arc.from as usize, arc.to as usize));
        }
        told.push_str("}\n");
        told
    }
}

fn line(told: &mut String, what: std::fmt::Arguments<'_>) {
    // writing to a string cannot fail
    let _ = writeln!(told, "{what}");
}
