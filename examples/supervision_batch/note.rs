use crate::audit::{Unread, Words};

/// What there is to tell of a line.
#[derive(Debug)]
pub(crate) enum Note {
    /// A byte order mark stood before it.
    Marked,
    /// It could not be read.
    Unread(Unread),
    /// It is no journal.
    NotJournal(serde_json::Error),
    /// Its case came before, on this line of the same shard, and is not counted again.
    Again { case: String, first: u64 },
}

impl Note {
    pub(crate) fn told(&self, words: Words) -> String {
        match self {
            Self::Marked => words.of("开头的字节序标记（BOM）已略去", "the byte order mark (BOM) is left out"),
            Self::Unread(why) => words.told(&why),
            Self::NotJournal(why) => words.of(&format!("不是流转记录：{why}"), &format!("not a journal: {why}")),
            Self::Again { case, first } => words.of(
                &format!("办件{case}已见于第{first}行，不再计"),
                &format!("case {case} came on line {first}, and is not counted again"),
            ),
        }
    }
}

/// The first of many, and how many more there are: a shard may be wrong in every line.
#[derive(Debug)]
pub(crate) struct First<T> {
    pub(crate) shown: Vec<T>,
    pub(crate) more: u64,
}

/// How many are shown.
pub(crate) const SHOWN: usize = 10;

impl<T> First<T> {
    pub(crate) fn add(&mut self, it: T) {
        if self.shown.len() < SHOWN {
            self.shown.push(it);
        } else {
            self.more += 1;
        }
    }
}

impl<T> Default for First<T> {
    fn default() -> Self {
        Self { shown: Vec::new(), more: 0 }
    }
}

impl<T> FromIterator<T> for First<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut first = Self::default();
        all.into_iter().for_each(|it| first.add(it));
        first
    }
}
