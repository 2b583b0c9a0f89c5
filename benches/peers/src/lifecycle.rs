//! Measures a step, and whole courses of cases, kept with their payloads: what the stages alone cost by hand and in two state machines, and what a case costs that
//! holds every rule against an office and keeps its journal. All machines have every arc of the lifecycle; by what they do not ask they are cheaper.

pub mod by_hand;
#[path = "../../given/courses.rs"]
pub mod courses;
mod in_rust_fsm;
mod in_statig;

use std::{collections::HashSet, hint::black_box};

use statig::blocking::StateMachine as Statig;
use tongquan::{
    AnyCase, AnyStep, Journal, Stamp,
    case::{ARCS, StageKind as At, StepKind as By, steps::File},
};

use self::{
    by_hand::ByHand,
    courses::{Asked, Course, OFFICE},
    in_rust_fsm::RustFsm,
    in_statig::Lifecycle,
};
use crate::{budget::budgeted::Comes, measure::Row, table::Table};

const TAKEN: &str = "tongquan, taken";
const BY_HAND: &str = "match by hand, same payloads kept";

pub fn table() -> Table {
    let title = "A whole course with its journal: the golden course of a substantive review, 18 steps after the filing";
    of(Course::Review, title)
}

pub fn direct() -> Table {
    of(Course::Direct, "The same, devolved directly: 17 steps after the filing")
}

pub fn window() -> Table {
    of(Course::Window, "The same, with the window moved forward: 10 steps after the filing")
}

pub fn intake() -> Table {
    of(Course::Intake, "The same, with intake entrusted: 11 steps after the filing")
}

/// One step, of a case whose type says its stage and of one that is asked for it.
pub fn step() -> Table {
    let title =
        "One step on an office: the acceptance of what waits for a paper, after it has come, before, and dated before";
    let typed = |name, comes: Comes| {
        Row::takes(name, 1, move || {
            let next = comes.typed();
            (move || next.clone(), |(case, step, stamp)| case.apply(step, stamp, &OFFICE))
        })
    };
    let at_run_time = |name, comes: Comes| {
        Row::takes(name, 1, move || {
            let next = comes.next();
            (move || next.clone(), |(case, step, stamp): (AnyCase, AnyStep, Stamp)| case.apply(step, stamp, &OFFICE))
        })
    };
    let rows = vec![
        at_run_time(TAKEN, Comes::InTime),
        at_run_time("tongquan, refused for one reason", Comes::Backdated),
        at_run_time("tongquan, refused for one reason, with a list", Comes::Early),
        typed("tongquan, typed, taken", Comes::InTime),
        typed("tongquan, typed, refused for one reason", Comes::Backdated),
        typed("tongquan, typed, refused for one reason, with a list", Comes::Early),
    ];
    Table { title, beside: TAKEN, check: Box::new(Comes::check), rows }
}

fn of(course: Course, title: &'static str) -> Table {
    let rows = vec![
        walks::<ByHand>("match by hand, stage alone", course),
        walks::<Statig<Lifecycle>>("statig, stage alone", course),
        walks::<RustFsm>("rust-fsm, stage alone", course),
        keeps::<ByHand>(BY_HAND, course),
        keeps::<Statig<Lifecycle>>("statig, same payloads kept", course),
        keeps::<RustFsm>("rust-fsm, same payloads kept", course),
        Row::takes("tongquan, file and apply: all rules, office, journal", 1, move || {
            let asked = course.read();
            (move || asked.clone(), Asked::taken)
        }),
        Row::takes("tongquan, replay of the journal", 1, move || {
            let journal: Journal = serde_json::from_str(course.text()).expect("a journal");
            (move || journal.clone(), |it| AnyCase::replay(it).expect("a lawful journal"))
        }),
    ];
    Table { title, beside: BY_HAND, check: Box::new(check), rows }
}

/// What has stages, and takes steps from one to the next.
pub trait Machine {
    fn filed() -> Self;
    /// Whether it was taken.
    fn take(&mut self, by: By) -> bool;
    fn stage(&self) -> At;
}

/// What is stored of a course.
struct Kept {
    stage: At,
    opening: (File, Stamp),
    entries: Vec<(AnyStep, Stamp)>,
}

fn walks<M: Machine>(name: &'static str, course: Course) -> Row {
    Row::asks(name, 1, move || {
        let steps: Vec<By> = course.read().steps.iter().map(|it| it.0.kind()).collect();
        move || {
            black_box(walk::<M>(black_box(&steps)).stage());
        }
    })
}

fn keeps<M: Machine>(name: &'static str, course: Course) -> Row {
    Row::takes(name, 1, move || {
        let asked = course.read();
        (move || asked.clone(), keep::<M>)
    })
}

fn walk<M: Machine>(steps: &[By]) -> M {
    let mut machine = M::filed();
    for by in steps {
        assert!(machine.take(*by), "{by} at {}", machine.stage());
    }
    machine
}

fn keep<M: Machine>(asked: Asked) -> Kept {
    // how many it will be, nobody knows when a case is filed
    let (mut machine, mut entries) = (M::filed(), Vec::with_capacity(4));
    for (step, stamp) in asked.steps {
        assert!(machine.take(step.kind()), "{} at {}", step.kind(), machine.stage());
        entries.push((step, stamp));
    }
    Kept { stage: machine.stage(), opening: (asked.file, asked.filed), entries }
}

fn check() {
    has_every_arc::<ByHand>();
    has_every_arc::<Statig<Lifecycle>>();
    has_every_arc::<RustFsm>();
    for course in Course::ALL {
        let case = course.read().taken();
        let golden: serde_json::Value = serde_json::from_str(course.text()).expect("a journal");
        assert_eq!(serde_json::to_value(&case).expect("a journal"), golden);
        assert_eq!(AnyCase::replay(case.clone().into()).as_ref(), Ok(&case));
        for kept in [keep::<ByHand>, keep::<Statig<Lifecycle>>, keep::<RustFsm>].map(|it| it(course.read())) {
            let asked = course.read();
            assert_eq!((kept.stage, kept.opening), (case.stage(), (asked.file, asked.filed)));
            assert_eq!(kept.entries, asked.steps);
        }
    }
}

/// Asks every step at every stage, by way of the arcs that lead there.
fn has_every_arc<M: Machine>() {
    let (mut ways, mut seen) = (vec![vec![]], HashSet::from([At::Filed]));
    let mut asked = 0;
    while let Some(way) = ways.pop() {
        let at = walk::<M>(&way).stage();
        for by in ARCS.iter().map(|it| it.step).collect::<HashSet<By>>() {
            let (mut machine, to) = (walk::<M>(&way), at.arc(by).map(|it| it.to));
            assert_eq!((machine.take(by), machine.stage()), (to.is_some(), to.unwrap_or(at)), "{by} at {at}");
            asked += 1;
            ways.extend(to.filter(|it| seen.insert(*it)).map(|_| [&way[..], &[by]].concat()));
        }
    }
    assert_eq!(asked, 12 * 24);
}
