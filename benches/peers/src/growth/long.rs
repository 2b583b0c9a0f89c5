//! What an entry costs in a long case: of the steps that may be taken again, three that find most to look back at.

use std::time::Instant;

use once_cell::sync::Lazy;
use serde_json::Value;
use tongquan::{
    AnyCase, AnyStep, Journal, Office, Stamp,
    case::steps::{CorrectOnSpot, Reply},
};

use crate::{
    lifecycle::courses::{Asked, Course},
    measure,
};

/// What is done again and again.
#[derive(Clone, Copy)]
pub(super) enum Again {
    /// A paper is corrected on the spot.
    Corrected,
    /// A step of review is taken, by a handbook that lets it be repeated.
    Reviewed,
    /// What was decided is reported, and the report rejected.
    Reported,
}

/// The example's office, whose handbooks let each step of review be repeated.
static REPEATING: Lazy<Office> = Lazy::new(|| {
    let mut office: Value = serde_json::from_str(include_str!("../../../../examples/office.json")).expect("JSON");
    for handbook in office[0]["standards"].as_array_mut().expect("handbooks") {
        let steps = handbook["steps"].as_array_mut().expect("steps");
        steps.iter_mut().for_each(|it| it["repeats"] = true.into());
    }
    serde_json::from_value(office).expect("a lawful office")
});

impl Again {
    pub(super) const ALL: [Self; 3] = [Self::Corrected, Self::Reviewed, Self::Reported];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Corrected => "corrected on the spot",
            Self::Reviewed => "review step repeated",
            Self::Reported => "reported and rejected",
        }
    }

    /// The case before, and the steps that are taken in turn.
    fn before(self) -> (AnyCase, Vec<(AnyStep, Stamp)>) {
        let Asked { file, filed, steps } = Course::Review.read();
        let material = file.materials.first().expect("a paper").clone();
        let mut case = AnyCase::file(file, filed.clone(), &REPEATING).expect("a lawful filing");
        if matches!(self, Self::Corrected) {
            let correct = CorrectOnSpot { material, what: "笔误".parse().expect("a text") };
            return (case, vec![(correct.into(), filed)]);
        }
        let mut steps = steps.into_iter().peekable();
        while let Some((step, stamp)) = steps.next() {
            match (self, &step) {
                (Self::Reviewed, AnyStep::TakeReviewStep(_)) => return (case, vec![(step, stamp)]),
                (Self::Reported, AnyStep::Report(_)) => {
                    let Some((AnyStep::Acknowledge(mut received), by)) = steps.next() else { panic!("received next") };
                    received.reply = Reply::Rejected("（虚构）缺附件".parse().expect("a text"));
                    return (case, vec![(step, Stamp { at: by.at, ..stamp }), (received.into(), by)]);
                }
                _ => case = case.apply(step, stamp, &REPEATING).expect("a lawful step"),
            }
        }
        panic!("the course has it")
    }

    fn steps(self, many: usize) -> (AnyCase, Vec<(AnyStep, Stamp)>) {
        let (case, again) = self.before();
        (case, again.into_iter().cycle().take(many).collect())
    }

    /// Nanoseconds a step, of so many, and an entry of the replay of the whole case.
    pub(super) fn times(self, many: usize) -> (f64, f64) {
        let (case, steps) = self.steps(many);
        let before = case.record().version();
        let begun = Instant::now();
        let case = taken(case, steps);
        let took = begun.elapsed().as_nanos();
        assert_eq!(case.record().version(), before + many);
        let journal = Journal::from(case);
        let begun = Instant::now();
        let case = AnyCase::replay(journal).expect("a lawful journal");
        let replayed = begun.elapsed().as_nanos();
        assert_eq!(case.record().version(), before + many);
        (took as f64 / many as f64, replayed as f64 / (before + many) as f64)
    }

    /// Takes so many where callgrind looks.
    pub(super) fn count(self, many: usize) {
        // what is laid out when it is first asked for is laid out by others
        self.times(10);
        let (mut steps, mut case) = (Some(self.steps(many)), None);
        measure::count(&mut || case = steps.take().map(|(case, steps)| taken(case, steps)));
        assert!(case.is_some());
    }
}

fn taken(case: AnyCase, steps: Vec<(AnyStep, Stamp)>) -> AnyCase {
    steps.into_iter().fold(case, |case, (step, stamp)| case.apply(step, stamp, &REPEATING).expect("a lawful step"))
}
