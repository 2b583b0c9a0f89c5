//! Which of a list something is.

use std::{collections::HashSet, hash::Hash};

/// 名列其中: what a list names, each once. A short one is looked through, which takes neither memory nor a hash; a long one is found by hash, so
/// that no list that a client sends makes a step slow.
pub(crate) enum Among<'a, T> {
    Few([Option<&'a T>; FEW], usize),
    Many(HashSet<&'a T>),
}

const FEW: usize = 16;

impl<'a, T: Eq + Hash> Among<'a, T> {
    pub(crate) const fn nothing() -> Self {
        Self::Few([None; FEW], 0)
    }

    pub(crate) fn has(&self, it: &T) -> bool {
        match self {
            Self::Few(few, count) => few.iter().take(*count).flatten().any(|other| *other == it),
            Self::Many(many) => many.contains(it),
        }
    }

    /// Names something; whether it is new.
    pub(crate) fn add(&mut self, it: &'a T) -> bool {
        if self.has(it) {
            return false;
        }
        match self {
            Self::Few(few, count) => match few.get_mut(*count) {
                Some(slot) => (*slot, *count) = (Some(it), *count + 1),
                None => *self = Self::Many(few.iter().flatten().copied().chain([it]).collect()),
            },
            Self::Many(many) => {
                many.insert(it);
            }
        }
        true
    }
}

impl<'a, T: Eq + Hash> FromIterator<&'a T> for Among<'a, T> {
    fn from_iter<I: IntoIterator<Item = &'a T>>(named: I) -> Self {
        let mut it = Self::nothing();
        named.into_iter().for_each(|named| _ = it.add(named));
        it
    }
}
