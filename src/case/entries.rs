//! The entries of a record, and those that a journal claims to come after them.

use std::ops::Deref;

use super::Entry;

/// What was judged. While a journal is proven, its entries lie here already, where they are to stay, and are no part of it until each is.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries {
    all: Vec<Entry>,
    /// INVARIANT (so many as a case has): four billion entries would take a terabyte.
    judged: u32,
    /// Whether what was judged, the opening included, was compared with an office's records, or made from them. Never written.
    pub(super) vouched: bool,
}

impl Entries {
    pub(super) const fn claimed(all: Vec<Entry>) -> Self {
        Self { all, judged: 0, vouched: false }
    }

    /// Claims one more.
    pub(super) fn claim(&mut self, entry: Entry) {
        self.all.push(entry);
    }

    /// The first that is claimed.
    pub(super) fn next(&self) -> Option<&Entry> {
        self.all.get(self.judged as usize)
    }

    /// The first that was claimed is one of them.
    pub(super) fn go_on(&mut self) {
        self.judged += u32::from(self.next().is_some());
    }

    /// With what is claimed.
    pub(super) fn into_all(self) -> Vec<Entry> {
        self.all
    }
}

impl Deref for Entries {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        self.all.get(..self.judged as usize).unwrap_or(&self.all)
    }
}
