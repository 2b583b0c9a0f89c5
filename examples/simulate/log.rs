//! 事件日志: what a system tells that knows only case, activity, time and actor.

use serde::Serialize;
use tongquan::{Body, Department, Journal, Moment, Stamp, case::StepKind, text::Mark};

/// One event.
#[derive(Serialize)]
pub(crate) struct Event<'j> {
    case: &'j Mark,
    activity: Activity,
    at: Moment,
    by: By<'j>,
}

/// The wire name of a step, or that it was filed.
#[derive(Serialize)]
#[serde(untagged)]
enum Activity {
    File(&'static str),
    Step(StepKind),
}

/// The id of a body, the wire name of a department, or that it was the applicant.
#[derive(Serialize)]
#[serde(untagged)]
enum By<'j> {
    Applicant(&'static str),
    Department(Department),
    Body(&'j Mark),
}

/// The events of a journal.
pub(crate) fn events(journal: &Journal) -> impl Iterator<Item = Event<'_>> {
    let opening = &journal.opening;
    let filed = std::iter::once((Activity::File("file"), &opening.stamp));
    let steps = journal.entries.iter().map(|it| (Activity::Step(it.kind()), it.stamp()));
    let case = &opening.step.case;
    filed.chain(steps).map(move |(activity, stamp)| Event { case, activity, at: stamp.at, by: by(stamp) })
}

const fn by(stamp: &Stamp) -> By<'_> {
    match stamp.by.body() {
        None => By::Applicant("applicant"),
        Some(Body::Department(it)) => By::Department(*it),
        Some(Body::Unit(it)) => By::Body(&it.id),
        Some(Body::City(it) | Body::Partner(it)) => By::Body(&it.id),
    }
}
