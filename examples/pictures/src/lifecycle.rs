use std::collections::BTreeSet;

use askama::Template;
use strum::IntoEnumIterator;
use tongquan::{
    Record, Source,
    case::{Diagram, Role, StepKind},
};

use crate::{
    drawing::Drawing,
    sign::Sign,
    words::Words,
    year::{Sample, Year},
};

/// 办理流程: who holds each role, and a picture for each way in which an item is handled.
#[derive(Debug, Template)]
#[template(path = "lifecycle.html")]
pub(crate) struct Lifecycle {
    pub(crate) pictures: Vec<Picture>,
    pub(crate) roles: Vec<HeldRole>,
}

/// What the cases of one route can come to.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) id: String,
    pub(crate) sign: Sign,
    pub(crate) title: Words,
    /// Of which item, by its key and name, in which region.
    pub(crate) example: String,
    pub(crate) seal: Words,
    pub(crate) basis: String,
    pub(crate) drawing: Drawing,
    pub(crate) arcs: Vec<[Words; 4]>,
    /// Steps of the table that are not in the picture.
    pub(crate) lacks: Vec<Words>,
}

/// A role, and who holds it in each picture.
#[derive(Debug)]
pub(crate) struct HeldRole {
    pub(crate) role: Words,
    pub(crate) held: Vec<Held>,
}

#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) by: Vec<Words>,
    pub(crate) basis: String,
}

impl Lifecycle {
    pub(crate) fn of(year: &Year) -> Self {
        let diagrams: Vec<(&Sample, Diagram)> =
            year.samples.iter().map(|it| (it, Diagram::of(&it.case.record().route()))).collect();
        let roles = Role::iter().map(|role| HeldRole {
            role: Words::of(role),
            held: diagrams.iter().map(|(it, diagram)| Held::of(it.case.record(), diagram, role)).collect(),
        });
        Self {
            roles: roles.collect(),
            pictures: diagrams.iter().map(|(it, diagram)| Picture::of(it, diagram)).collect(),
        }
    }
}

impl Picture {
    fn of(sample: &Sample, diagram: &Diagram) -> Self {
        let record = sample.case.record();
        let route = record.route();
        let standing = Words::of(sample.of.standing);
        let title = if sample.of.licence {
            Words::new(format!("{}（行政许可）", standing.zh), format!("{}, of a licence", standing.en))
        } else {
            standing
        };
        let arcs =
            diagram.arcs().map(|it| [Words::of(it.step), Words::of(it.role), Words::of(it.from), Words::of(it.to)]);
        let taken: BTreeSet<StepKind> = diagram.arcs().map(|it| it.step).collect();
        let key = &record.file().item;
        Self {
            id: format!("lifecycle-{key}"),
            sign: Sign::of(sample.of.standing),
            title,
            example: format!("{key} {}，{}", sample.item, route.region()),
            seal: Words::of(route.seal().is),
            basis: ids(route.why().basis),
            drawing: Drawing::of(record, diagram),
            arcs: arcs.collect(),
            lacks: StepKind::iter().filter(|it| !taken.contains(it)).map(Words::of).collect(),
        }
    }
}

impl Held {
    /// Nobody, where no step of the role can be taken.
    fn of(record: &Record, diagram: &Diagram, role: Role) -> Self {
        if !diagram.arcs().any(|arc| arc.role == role) {
            return Self { by: Vec::new(), basis: String::new() };
        }
        Self { by: holders(record, role), basis: ids(record.basis(role)) }
    }
}

/// Who holds a role; of one that no body holds, the role itself.
pub(crate) fn holders(record: &Record, role: Role) -> Vec<Words> {
    let bodies: Vec<Words> = record.holders(role).map(|it| Words::new(it.zh(), it.to_string())).collect();
    let bodies = bodies.into_iter().map(|it| if it.zh == it.en { Words::new(it.zh, "") } else { it });
    let bodies: Vec<Words> = bodies.collect();
    if bodies.is_empty() { vec![Words::of(role)] } else { bodies }
}

fn ids(basis: &[Source]) -> String {
    basis.iter().map(|it| it.id()).collect::<Vec<_>>().join(" ")
}
