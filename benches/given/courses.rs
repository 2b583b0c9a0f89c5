//! The golden courses, as clients asked them: shared by the benches and by the peers.

#![allow(
    clippy::expect_used,
    clippy::panic,
    dead_code,
    reason = "a bench stops when its courses do not fit, and not all use everything"
)]

use once_cell::sync::Lazy;
use serde_json::{Value, json};
use tongquan::{
    AnyCase, AnyStep, Office, Stamp,
    case::{StageKind as At, steps::File},
};

/// The fictional office of the examples, which the golden journals were made on.
pub(crate) static OFFICE: Lazy<Office> =
    Lazy::new(|| serde_json::from_str(include_str!("../../examples/office.json")).expect("the example's office"));

/// A whole course.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Course {
    Direct,
    Window,
    Review,
    Intake,
    /// Of a licence of a county's own: it moves to a later handbook, and its limit is extended.
    Extended,
    /// Its clock is stopped and runs on, and whoever applied withdraws.
    Withdrawn,
}

impl Course {
    /// One for each modality, from the filing to the archive.
    pub(crate) const ALL: [Self; 4] = [Self::Direct, Self::Window, Self::Review, Self::Intake];

    pub(crate) const EVERY: [Self; 6] =
        [Self::Direct, Self::Window, Self::Review, Self::Intake, Self::Extended, Self::Withdrawn];

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Direct => include_str!("../../tests/golden/direct.json"),
            Self::Window => include_str!("../../tests/golden/window.json"),
            Self::Review => include_str!("../../tests/golden/review.json"),
            Self::Intake => include_str!("../../tests/golden/intake.json"),
            Self::Extended => include_str!("../../tests/golden/licence.json"),
            Self::Withdrawn => include_str!("../../tests/golden/withdrawn.json"),
        }
    }

    pub(crate) fn read(self) -> Asked {
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
pub(crate) struct Asked {
    pub(crate) file: File,
    pub(crate) filed: Stamp,
    pub(crate) steps: Vec<(AnyStep, Stamp)>,
}

impl Asked {
    /// The case at that stage, before the first step after it.
    pub(crate) fn until(self, stage: At) -> AnyCase {
        let mut case = AnyCase::file(self.file, self.filed, &OFFICE).expect("a lawful filing");
        for (step, stamp) in self.steps {
            if case.stage() == stage {
                break;
            }
            case = case.apply(step, stamp, &OFFICE).expect("a lawful step");
        }
        case
    }

    pub(crate) fn taken(self) -> AnyCase {
        self.until(At::Closed)
    }
}
