//! Numbers of cases that came before, in memory that does not grow.

use std::{
    collections::TryReserveError,
    hash::{BuildHasher, RandomState},
};

/// Fingerprints of case numbers, with the line on which each came first. It holds so many and no more, and says when it is full.
pub(crate) struct Seen<S = RandomState> {
    hash: S,
    /// As many as there ever will be. All are written to from the start, so that what they take is taken then.
    slots: Box<[Slot]>,
    held: usize,
    most: usize,
}

#[derive(Clone, Copy)]
struct Slot {
    case: u64,
    line: u64,
    input: u32,
    text: u32,
}

const EMPTY: Slot = Slot { case: u64::MAX, line: u64::MAX, input: u32::MAX, text: u32::MAX };

/// Whether a number came before.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Came {
    First,
    /// On this line of an input, with this very text or another one.
    Before {
        input: usize,
        line: u64,
        same: bool,
    },
    /// Nobody knows: there was no room for all of them.
    Unknown,
}

impl Seen {
    /// Room for so many.
    pub(crate) fn of(most: usize) -> Result<Self, TryReserveError> {
        Self::by(RandomState::new(), most)
    }
}

impl<S: BuildHasher> Seen<S> {
    pub(crate) fn by(hash: S, most: usize) -> Result<Self, TryReserveError> {
        // a third of the slots stays empty, so that a search ends, and soon
        let many = most.saturating_add(most.div_ceil(2)).saturating_add(1);
        let mut slots = Vec::new();
        slots.try_reserve_exact(many)?;
        slots.resize(many, EMPTY);
        Ok(Self { hash, slots: slots.into(), held: 0, most })
    }

    pub(crate) fn came(&mut self, case: &str, text: &str, input: usize, line: u64) -> Came {
        let print = self.hash.hash_one(case);
        // half a fingerprint: it only has to tell apart two texts of one case
        let text = self.hash.hash_one(text.trim()) as u32;
        let many = self.slots.len() as u64;
        let mut at = print % many;
        while let Some(slot) = self.slots.get_mut(at as usize) {
            if slot.line == EMPTY.line {
                if self.held == self.most {
                    return Came::Unknown;
                }
                *slot = Slot { case: print, line, input: u32::try_from(input).unwrap_or(u32::MAX), text };
                self.held += 1;
                return Came::First;
            }
            if slot.case == print {
                return Came::Before { input: slot.input as usize, line: slot.line, same: slot.text == text };
            }
            at = (at + 1) % many;
        }
        Came::Unknown
    }
}
