//! Numbers of cases that came before, in memory that does not grow.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Fingerprints of case numbers, with the line on which each came first. It holds so many and no more, and says when it is full.
pub(crate) struct Seen {
    /// A fingerprint and a line, in as many slots as there ever will be; line 0 is an empty one.
    slots: Box<[(u64, u64)]>,
    held: usize,
}

/// Whether a number came before.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Came {
    First,
    /// On this line.
    Before(u64),
    /// Nobody knows: there was no room for all of them.
    Unknown,
}

impl Seen {
    /// Room for so many.
    pub(crate) fn of(most: usize) -> Self {
        // a third of the slots stays empty, so that a search ends soon
        let slots = most.saturating_mul(3).div_ceil(2).max(2);
        Self { slots: vec![(u64::MAX, 0); slots].into(), held: 0 }
    }

    pub(crate) fn came(&mut self, case: &str, line: u64) -> Came {
        let mut hasher = DefaultHasher::new();
        case.hash(&mut hasher);
        let print = hasher.finish();
        let slots = self.slots.len() as u64;
        let full = self.held * 3 >= self.slots.len() * 2;
        for at in (0..slots).map(|it| (print.wrapping_add(it) % slots) as usize) {
            match self.slots.get_mut(at) {
                Some(slot) if slot.1 == 0 && !full => {
                    *slot = (print, line);
                    self.held += 1;
                    return Came::First;
                }
                Some((_, 0)) | None => return Came::Unknown,
                Some((known, first)) if *known == print => return Came::Before(*first),
                Some(_) => {}
            }
        }
        Came::Unknown
    }
}
