use std::{
    collections::{HashMap, hash_map::Entry},
    fs::File,
    hash::{BuildHasher, RandomState},
    io::{self, BufRead, BufReader},
    path::Path,
};

use chrono::NaiveDate;
use tongquan::{Journal, Office, Refusal, oversight::Audit};

use super::note::{First, Note};
use crate::audit::{Count, Document, Journals, Lines, Reading};

/// One of the batch's inputs: a file, or a text that is held in memory.
pub(crate) struct Shard {
    name: String,
    text: Option<String>,
}

impl Shard {
    pub(crate) fn file(path: &str) -> Self {
        Self { name: path.into(), text: None }
    }

    pub(crate) fn text(name: &str, text: String) -> Self {
        Self { name: name.into(), text: Some(text) }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn open(&self) -> io::Result<Box<dyn BufRead + '_>> {
        if let Some(text) = &self.text {
            return Ok(Box::new(text.as_bytes()));
        }
        #[expect(clippy::disallowed_methods, reason = "a program reads its files; the crate reads none")]
        let file = File::open(&self.name)?;
        Ok(Box::new(BufReader::with_capacity(1 << 20, file)))
    }
}

/// Whether a file of this name holds counts, and not journals.
pub(crate) fn is_counts(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

/// Why a shard is left out, as a whole.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    #[error("it holds no counts: {0}")]
    NotCounts(#[from] serde_json::Error),
    #[error("{}", .0.told(Journals::EACH).1)]
    Document(Document),
    #[error("{0}")]
    Refused(#[from] Refusal),
}

impl Fault {
    pub(crate) fn zh(&self) -> String {
        match self {
            Self::Unreadable(why) => format!("不能读取：{why}"),
            Self::NotCounts(why) => format!("不是统计：{why}"),
            Self::Document(it) => it.told(Journals::EACH).0,
            Self::Refused(why) => why.zh(),
        }
    }
}

/// What a shard came to.
#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) count: Count,
    pub(crate) notes: First<(u64, Note)>,
    /// The line on which each case came, by the fingerprint of its number; none where it was counted elsewhere, for counts name no cases.
    pub(crate) cases: Option<HashMap<u64, u64>>,
}

/// By what all shards of a run are counted.
pub(crate) struct Batch<'o> {
    day: NaiveDate,
    office: Option<&'o Office>,
    prints: RandomState,
}

impl<'o> Batch<'o> {
    pub(crate) fn on(day: NaiveDate, office: Option<&'o Office>) -> Self {
        Self { day, office, prints: RandomState::new() }
    }

    pub(crate) const fn day(&self) -> NaiveDate {
        self.day
    }

    pub(super) fn count(&self, shard: &Shard) -> Result<Counted, Fault> {
        let from = shard.open()?;
        if is_counts(&shard.name) { self.counts(from) } else { self.journals(from) }
    }

    fn counts(&self, from: impl BufRead) -> Result<Counted, Fault> {
        // each part of counts has its day: those of another are refused here, before any part is merged with what others counted
        let mut count = Count::on(self.day);
        count.merge(serde_json::from_reader(from)?)?;
        Ok(Counted { count, notes: First::default(), cases: None })
    }

    fn journals(&self, from: impl BufRead) -> Result<Counted, Fault> {
        let calendar = Count::calendar(self.office);
        let (mut count, mut notes, mut cases) = (Count::on(self.day), First::default(), HashMap::new());
        let mut lines = Lines::of(from);
        if let Some(document) = Document::of::<Journal>(lines.ahead()?) {
            return Err(Fault::Document(document));
        }
        while let Some(line) = lines.next()? {
            let number = line.number;
            if line.marked {
                notes.add((number, Note::Marked));
            }
            let read = line.text.map_err(Note::Unread);
            let journal: Journal = match read.and_then(|it| serde_json::from_str(it).map_err(Note::NotJournal)) {
                Ok(journal) => journal,
                Err(note) => {
                    count.unread += 1;
                    notes.add((number, note));
                    continue;
                }
            };
            let case = journal.opening.step.case.as_str();
            match cases.entry(self.prints.hash_one(case)) {
                Entry::Vacant(it) => it.insert(number),
                Entry::Occupied(it) => {
                    count.again += 1;
                    notes.add((number, Note::Again { case: case.into(), first: *it.get() }));
                    continue;
                }
            };
            let audit = match self.office {
                Some(office) => Audit::against(journal, office),
                None => Audit::of(journal),
            };
            count.add(&audit, calendar);
        }
        Ok(Counted { count, notes, cases: Some(cases) })
    }
}
