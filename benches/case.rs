//! What a case costs: one step taken and refused, by its type and at run time; a whole course of each modality with its journal, on an
//! office; replay. Beside it, a `match` by hand that looks at nothing but which step comes at which stage, and keeps the same payloads in a
//! `Vec`. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::panic, reason = "a bench stops when its courses do not fit")]

use divan::Bencher;
use once_cell::sync::Lazy;
use serde_json::{Value, json};
use tongquan::{
    AnyCase, AnyStep, Case, Journal, Office, Stamp,
    case::{
        StageKind as At, StepKind as By,
        stage::Correcting,
        steps::{Accept, File},
    },
};

fn main() {
    for course in Course::ALL {
        let (case, (stage, _, kept)) = (course.read().taken(), course.read().by_hand());
        let journal: Value = serde_json::from_str(course.text()).expect("a journal");
        assert_eq!(serde_json::to_value(&case).expect("a journal"), journal);
        assert_eq!((stage, kept.len()), (case.stage(), case.record().entries().len()));
    }
    let [early, in_time] = Comes::ALL.map(|comes| {
        let (case, accept, stamp) = comes.next();
        case.check(&accept, &stamp, &OFFICE)
    });
    assert_eq!((early.map_err(|why| why.objections().len()), in_time), (Err(1), Ok(())));
    divan::main();
}

/// The fictional office of the examples, which the golden journals were made on.
static OFFICE: Lazy<Office> =
    Lazy::new(|| serde_json::from_str(include_str!("../examples/office.json")).expect("the example's office"));

/// A whole course, one for each modality.
#[derive(Clone, Copy, Debug)]
enum Course {
    Direct,
    Window,
    Review,
    Intake,
}

impl Course {
    const ALL: [Self; 4] = [Self::Direct, Self::Window, Self::Review, Self::Intake];

    fn text(self) -> &'static str {
        match self {
            Self::Direct => include_str!("../tests/golden/direct.json"),
            Self::Window => include_str!("../tests/golden/window.json"),
            Self::Review => include_str!("../tests/golden/review.json"),
            Self::Intake => include_str!("../tests/golden/intake.json"),
        }
    }

    fn read(self) -> Asked {
        let journal: Value = serde_json::from_str(self.text()).expect("a journal");
        let mut entries = journal.as_array().expect("a sequence").iter();
        let (_, file, filed) = part(entries.next().expect("an opening"));
        let step = |(kind, step, stamp): (&str, Value, Value)| (read(json!({ kind: step })), read(stamp));
        let steps = entries.map(|it| step(part(it))).collect();
        Asked { file: read(file), filed: read(filed), steps }
    }
}

fn part(entry: &Value) -> (&str, Value, Value) {
    let (kind, taken) = entry.as_object().and_then(|it| it.iter().next()).expect("an entry");
    let of = |name| taken.get(name).expect("a step and its stamp").clone();
    (kind, of("step"), of("stamp"))
}

fn read<T: serde::de::DeserializeOwned>(it: Value) -> T {
    serde_json::from_value(it).expect("of the form")
}

/// What clients asked, one after the other.
#[derive(Clone)]
struct Asked {
    file: File,
    filed: Stamp,
    steps: Vec<(AnyStep, Stamp)>,
}

impl Asked {
    /// The case at that stage, before the first step after it.
    fn until(self, stage: At) -> AnyCase {
        let mut case = AnyCase::file(self.file, self.filed, &OFFICE).expect("a lawful filing");
        for (step, stamp) in self.steps {
            if case.stage() == stage {
                break;
            }
            case = case.apply(step, stamp, &OFFICE).expect("a lawful step");
        }
        case
    }

    fn taken(self) -> AnyCase {
        self.until(At::Closed)
    }

    /// The same order of steps, and nothing else that a case must hold.
    fn by_hand(self) -> (At, (File, Stamp), Vec<(AnyStep, Stamp)>) {
        let (mut stage, mut kept) = (At::Filed, Vec::with_capacity(4));
        for (step, stamp) in self.steps {
            stage = match (stage, step.kind()) {
                (At::Filed, By::PassOn | By::CorrectOnSpot) => At::Filed,
                (At::Filed, By::AskForCorrections) | (At::Correcting, By::HandInCorrections) => At::Correcting,
                (At::Filed | At::Correcting, By::Accept) | (At::Accepted, By::PassOn | By::TakeReviewStep) => {
                    At::Accepted
                }
                (At::Accepted, By::DecideFavourably | By::DecideUnfavourably) => At::Decided,
                (At::Decided, By::AffixSeal | By::AffixSealNo2) => At::Sealed,
                (At::Sealed, By::IssueLicence) => At::Licensed,
                (At::Sealed | At::Licensed, By::Deliver) => At::Concluded,
                (
                    at @ (At::Decided | At::Sealed | At::Licensed | At::Concluded),
                    By::Report | By::Push | By::Acknowledge,
                ) => at,
                (At::Concluded, By::Close) => At::Closed,
                (at, by) => panic!("{by} at {at}"),
            };
            kept.push((step, stamp));
        }
        (stage, (self.file, self.filed), kept)
    }
}

#[divan::bench(args = Course::ALL)]
fn whole_course(bencher: Bencher<'_, '_>, course: &Course) {
    let asked = course.read();
    bencher.with_inputs(|| asked.clone()).bench_local_values(Asked::taken);
}

#[divan::bench(args = Course::ALL)]
fn whole_course_by_hand(bencher: Bencher<'_, '_>, course: &Course) {
    let asked = course.read();
    bencher.with_inputs(|| asked.clone()).bench_local_values(Asked::by_hand);
}

#[divan::bench(args = Course::ALL)]
fn replay(bencher: Bencher<'_, '_>, course: &Course) {
    let journal: Journal = serde_json::from_str(course.text()).expect("a journal");
    bencher.with_inputs(|| journal.clone()).bench_local_values(|it| AnyCase::replay(it).expect("a lawful journal"));
}

/// When an acceptance comes: before a paper that was asked for, so that it is refused for one reason, or after it.
#[derive(Clone, Copy, Debug)]
enum Comes {
    Early,
    InTime,
}

impl Comes {
    const ALL: [Self; 2] = [Self::Early, Self::InTime];

    /// The acceptance, with the case that it is asked of.
    fn next(self) -> (AnyCase, AnyStep, Stamp) {
        let Asked { file, filed, steps } = Course::Review.read();
        let last = match self {
            Self::Early => By::HandInCorrections,
            Self::InTime => By::Accept,
        };
        let (accept, stamp) = steps.iter().find(|it| it.0.kind() == By::Accept).expect("it is accepted").clone();
        let mut case = AnyCase::file(file, filed, &OFFICE).expect("a lawful filing");
        for (step, stamp) in steps.into_iter().take_while(|it| it.0.kind() != last) {
            case = case.apply(step, stamp, &OFFICE).expect("a lawful step");
        }
        (case, accept, stamp)
    }

    /// The same with the stage known.
    fn typed(self) -> (Case<Correcting>, Accept, Stamp) {
        let (case, AnyStep::Accept(accept), stamp) = self.next() else { panic!("it accepts") };
        (Case::try_from(case).expect("papers are asked for"), accept, stamp)
    }
}

#[divan::bench(args = Comes::ALL)]
fn step(bencher: Bencher<'_, '_>, comes: &Comes) {
    let next = comes.next();
    bencher.with_inputs(|| next.clone()).bench_local_values(|(case, step, stamp)| case.apply(step, stamp, &OFFICE));
}

#[divan::bench(args = Comes::ALL)]
fn typed_step(bencher: Bencher<'_, '_>, comes: &Comes) {
    let next = comes.typed();
    bencher.with_inputs(|| next.clone()).bench_local_values(|(case, step, stamp)| case.apply(step, stamp, &OFFICE));
}
