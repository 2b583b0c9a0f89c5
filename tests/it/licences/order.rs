//! Every sequence of acts and syncs, right ones and wrong, against the model: what may follow what, what is open then, whether it is valid.

use std::collections::BTreeSet;

use tongquan::oversight::{Dossier, LicenceState, OnCase, SyncDuty};

use super::*;
use crate::{
    matters::rules,
    model::licences::{Event, State, after},
};

const LONGEST: usize = 6;

fn word(with: Repository) -> &'static str {
    match with {
        Repository::Province => "province",
        Repository::City => "city",
    }
}

/// Every step, with what the model calls it: a change, the grounds on which it may be cancelled, and syncs of acts that there are and are not.
fn steps() -> Vec<(LicenceStep, Event)> {
    let mut steps = vec![(change(None), Event::Change)];
    let grounds = grounds().into_iter().filter(|it| *it != CancelGround::Expired);
    steps.extend(grounds.map(|it| (cancel(it), Event::Cancel)));
    for act in 0..=3 {
        steps.extend(Repository::ALL.map(|it| (sync(act, it), Event::Sync(act as usize, word(it)))));
    }
    steps
}

struct Walk<'o> {
    beside: OnCase<'o>,
    stamp: Stamp,
    steps: Vec<(LicenceStep, Event)>,
    tried: usize,
    taken: usize,
    states: BTreeSet<(usize, usize, bool)>,
}

impl Walk<'_> {
    fn on(&mut self, licence: &Dossier<Licence>, state: &State, left: usize) {
        self.then_as_the_model_says(licence, state);
        if left == 0 {
            return;
        }
        for (step, event) in self.steps.clone() {
            self.tried += 1;
            let got = taken(licence, &step, &self.stamp, self.beside);
            match after(state, event) {
                Ok(next) => {
                    self.taken += 1;
                    self.on(&got.unwrap_or_else(|why| panic!("{event:?}: {why}")), &next, left - 1);
                }
                Err(why) => {
                    let rule = match why {
                        "cancelled" => Rule::MatterInOrder,
                        "no_such_act" | "synced_already" => Rule::SyncOwed,
                        other => panic!("{other}"),
                    };
                    assert_eq!(rules(&got.unwrap_err()), [rule], "{event:?} in {state:?}");
                }
            }
        }
    }

    fn then_as_the_model_says(&mut self, licence: &Dossier<Licence>, state: &State) {
        let it = licence.matter();
        let owed: Vec<SyncDuty> = it.owed().collect();
        let open: BTreeSet<_> = owed.iter().map(|it| (it.act as usize, word(it.with))).collect();
        assert_eq!((&open, open.len()), (&state.open, owed.len()));
        assert!(owed.is_sorted(), "act by act");
        let expected = if state.cancelled { LicenceState::Cancelled } else { LicenceState::Issued };
        assert_eq!(licence.state(), expected);
        assert_eq!(it.is_valid_on(self.stamp.at.day()), state.issued && !state.cancelled);
        assert_eq!(it.cancelled().is_some(), state.cancelled);
        assert_eq!(it.number().as_str(), "ZZ-1");
        self.states.insert((state.acts, state.open.len(), state.cancelled));
    }
}

#[test]
fn every_sequence_of_up_to_six_acts_and_syncs_goes_as_the_model_says() {
    let case = golden();
    let beside = on(&case, &OFFICE);
    let stamp = stamp(day(2024, 6, 17), &issuer(&case));
    let licence = opened(&issued(&case, None), &stamp, beside).unwrap();
    let state = after(&State::default(), Event::Issue).unwrap();
    let mut walk = Walk { beside, stamp, steps: steps(), tried: 0, taken: 0, states: BTreeSet::new() };
    walk.on(&licence, &state, LONGEST);
    // a model alone counts the same
    let mut count = (0, 0);
    counted(&state, LONGEST, &mut count);
    assert_eq!((walk.taken, walk.tried), count);
    assert_eq!(walk.tried, 39_948);
    let most = walk.states.iter().map(|it| it.0).max();
    assert_eq!(most, Some(1 + LONGEST));
    assert!(walk.states.contains(&(1, 0, false)) && walk.states.contains(&(2, 0, true)), "everything synced");
}

/// How many steps the model takes, and how many are tried.
fn counted(state: &State, left: usize, count: &mut (usize, usize)) {
    if left == 0 {
        return;
    }
    for (_, event) in steps() {
        count.1 += 1;
        if let Ok(next) = after(state, event) {
            count.0 += 1;
            counted(&next, left - 1, count);
        }
    }
}
