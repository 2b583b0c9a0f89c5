//! The order of a finding: every sequence of steps by whoever might take them, against the model.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use super::*;
use crate::model::findings::{STATES, after};

/// A state, and a step, in the model's words.
fn word(told: &impl serde::Serialize) -> &'static str {
    let told = serde_json::to_value(told).unwrap();
    let words = STATES.into_iter().chain(["correct", "return", "close", "withdraw"]);
    words.into_iter().find(|it| told == *it).unwrap()
}

const BY: [&str; 3] = ["maker", "against", "stranger"];
const LONGEST: usize = 8;

struct Walk<'o> {
    beside: InOffice<'o>,
    case: &'o AnyCase,
    tried: usize,
    taken: usize,
    /// How often a state was reached by how many steps.
    reached: BTreeMap<(&'static str, usize), usize>,
}

impl Walk<'_> {
    fn by(&self, who: &str) -> Actor {
        official(match who {
            "maker" => Body::from(Department::ApprovalService),
            "against" => self.case.record().opening().stamp.by.body().unwrap().clone(),
            _ => Department::Finance.into(),
        })
    }

    /// Everything that might follow: what is taken goes on, what is refused changed nothing, so that nothing longer begins there.
    fn on(&mut self, dossier: &Dossier<Finding>, steps: usize) {
        let state = word(&dossier.state());
        *self.reached.entry((state, steps)).or_default() += 1;
        if steps == LONGEST {
            return;
        }
        for kind in FindingStepKind::iter() {
            for who in BY {
                self.tried += 1;
                let stamp = Stamp { at: dossier.last_at(), by: self.by(who) };
                let got = taken(dossier, &step(kind), &stamp, self.beside);
                match after(state, word(&kind), who) {
                    Some(next) => {
                        let dossier = got.unwrap_or_else(|why| panic!("{state} {kind} by {who}: {why}"));
                        assert_eq!(word(&dossier.state()), next, "{state} {kind} by {who}");
                        self.taken += 1;
                        self.on(&dossier, steps + 1);
                    }
                    None => {
                        let somebody = BY.iter().any(|it| after(state, word(&kind), it).is_some());
                        let rule = if somebody { Rule::MatterActor } else { Rule::MatterInOrder };
                        assert_eq!(rules(&got.unwrap_err()), [rule], "{state} {kind} by {who}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_sequence_of_up_to_eight_steps_by_maker_corrector_and_stranger_goes_as_the_model_says() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Closed);
    let beside = within(&case, &OFFICE);
    let by = official(Department::ApprovalService);
    let made = opened::<Finding>(&of_case(&case), &stamp(FOUND, &by), beside).unwrap();
    assert_eq!(after("", "make", "maker"), Some(word(&made.state())));
    let mut walk = Walk { beside, case: &case, tried: 0, taken: 0, reached: BTreeMap::new() };
    walk.on(&made, 0);
    // each length alternates between what is open and corrected, with one way out of the first and two out of the second
    let reached = |state: &'static str, steps| walk.reached.get(&(state, steps)).copied().unwrap_or_default();
    for steps in 0..=LONGEST {
        let corrected = steps % 2;
        assert_eq!((reached("open", steps), reached("corrected", steps)), (1 - corrected, corrected));
        let (closed, withdrawn) = (usize::from(steps > 1 && corrected == 0), usize::from(steps > 0));
        assert_eq!((reached("closed", steps), reached("withdrawn", steps)), (closed, withdrawn), "{steps}");
    }
    // where it has ended, every step by everybody is refused too
    assert_eq!((walk.taken, walk.tried), (8 + 4 + 8, (8 + 3 + 7) * 12));
}

/// Where the two are one body, as for a department's own handbook.
#[test]
fn a_department_may_find_fault_with_its_own_handbook_correct_and_close_it() {
    let own = official(Department::NaturalResources);
    let beside = of_office(&OFFICE);
    let found = finding(Against::Standard { item: Key::Annex1(33), own: None });
    let kinds = [FindingStepKind::Correct, FindingStepKind::Return, FindingStepKind::Correct, FindingStepKind::Close];
    let mut dossier = opened::<Finding>(&found, &stamp(FOUND, &own), beside).unwrap();
    for kind in kinds {
        dossier = taken(&dossier, &step(kind), &stamp(FOUND, &own), beside).unwrap();
    }
    assert_eq!((dossier.state(), dossier.version()), (FindingState::Closed, 5));
    assert_eq!(FindingStepKind::iter().filter(|it| dossier.next_steps().any(|next| next == *it)).count(), 0);
}
