//! 逐条核查: goes through a journal to its end, past what could not lawfully have been, so that each fault is told once, where it stands. It judges
//! by the very rules of the steps. What it makes of a broken journal is a claim: its record may be counted, and no case comes of it.

mod claims;
mod missed;

use self::missed::{Missed, is_unsent};
use super::{AnyCase, Entry, Journal, Record, StepKind};
use crate::{
    law::{Bench, Refusal},
    register::Office,
};

/// What was found on the way through a journal.
pub(crate) struct Walked {
    /// As it claims, where its opening makes a route; entries that have no place are left out.
    pub(crate) record: Option<Record>,
    /// What was held against which entry; 0 is the opening.
    pub(crate) faults: Vec<(usize, Refusal)>,
}

impl Walked {
    /// Through a journal, by what it says and, with an office, by what its registers said.
    pub(crate) fn through(journal: &Journal, office: Option<&Office>) -> Self {
        let (mut faults, mut bench) = (Vec::new(), Bench::new());
        let record = Record::claimed(&journal.opening, office, &mut bench);
        faults.extend(bench.rise().err().map(|why| (0, why)));
        let Some(record) = record else { return Self { record: None, faults } };
        let mut walker = Walker { entries: &journal.entries, office, early: None, missed: Missed::default() };
        let mut case = AnyCase::opened(record);
        for (at, entry) in journal.entries.iter().enumerate() {
            let mut bench = Bench::new();
            case = walker.step(case, at, entry, &mut bench);
            faults.extend(bench.rise().err().map(|why| (at + 1, why)));
        }
        Self { record: Some(case.into_record()), faults }
    }
}

struct Walker<'j> {
    entries: &'j [Entry],
    office: Option<&'j Office>,
    /// A step that came too early, was told so and left out: where it is what is missing later, that is no second fault.
    early: Option<StepKind>,
    missed: Missed,
}

impl Walker<'_> {
    /// The case after an entry, which is judged where it has place: at this stage; at one ahead, where a step is missing; else it is left out.
    fn step(&mut self, mut case: AnyCase, at: usize, entry: &Entry, bench: &mut Bench) -> AnyCase {
        let (stage, step) = (case.stage(), entry.kind());
        let Some(place) = stage.ahead(step) else {
            bench.object(AnyCase::unplaced(stage, step));
            return case;
        };
        if place != stage && self.early.take_if(|early| stage.lacks(*early, step)).is_none() {
            bench.object(AnyCase::unplaced(stage, step));
            let next = self.entries.get(at + 1).map(Entry::kind);
            if next.is_some_and(|next| stage.is_early(step, next)) {
                self.early = Some(step);
                return case;
            }
        }
        if place != stage {
            let rest = self.entries.get(at..).unwrap_or_default();
            case = case.stand(place, stage.passes_over_decision(step), entry.stamp().at, rest);
        }
        let unsent = is_unsent(&case, entry);
        case.weigh(entry, self.office, bench);
        self.missed.forgive(entry, bench);
        case.record_mut().claim(entry.clone());
        case = case.enter(bench.go_on());
        self.missed.note(case, entry, unsent, bench)
    }
}
