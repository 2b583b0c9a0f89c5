use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, SeqAccess, Visitor},
    ser::SerializeSeq,
};

use super::{AnyCase, Entry, Opening, Record};
use crate::{law::Refusal, text::Mark, written::written};

/// 流转记录: a journal as it was read, not yet proven. It may hold anything; what it proves, [`AnyCase::replay`] tells.
///
/// ```
/// use tongquan::{AnyCase, Journal, case::StepKind};
/// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// assert_eq!(journal.case().as_str(), "2024-000001");
/// assert_eq!(journal.entries.last().map(|it| it.kind()), Some(StepKind::Close));
/// assert_eq!(Journal::from(AnyCase::replay(journal.clone())?), journal); // it proves a case, and is its journal again
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// The first entry: what was filed, when, by whom, and what was found that day.
    pub opening: Opening,
    /// The entries after it, in the order in which they were made.
    pub entries: Vec<Entry>,
}

impl Journal {
    /// 办件编号: the case's number, as it says.
    pub const fn case(&self) -> &Mark {
        self.opening.case()
    }
}

/// 收件: the opening under the tag that every other entry has too.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(super) enum First<T> {
    /// 收件
    File(T),
}

/// 不能成立: a journal proves no case, from some entry on.
///
/// See the example of [`AnyCase::replay`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unproven {
    /// The journal, as it was given.
    pub journal: Journal,
    /// Which entry was refused; 0 is the opening.
    pub at: usize,
    /// Every rule that the entry breaks.
    pub why: Refusal,
}

impl fmt::Display for Unproven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {} of the journal was {}", self.at, self.why)
    }
}

impl Unproven {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("流转记录第{}条不能成立：\n{}", self.at, self.why.zh())
    }
}

impl std::error::Error for Unproven {}

impl AnyCase {
    /// 重放: the case that a journal proves, by judging each entry again on what it says was found. It asks no register: a journal that lies
    /// about them may be read, but the first live step compares it with the office and refuses to move it. That a lawful step was really taken,
    /// by whom and when, is the store's to vouch for.
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal, Rule};
    /// let stored = std::fs::read_to_string("tests/golden/review.json")?;
    /// let mut journal: Journal = serde_json::from_str(&stored)?;
    /// assert!(AnyCase::replay(journal.clone()).is_ok());
    /// journal.entries.swap(0, 1);
    /// let unproven = AnyCase::replay(journal).unwrap_err();
    /// assert_eq!(unproven.at, 1);
    /// assert!(unproven.why.names(Rule::StepHasPlace));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unproven`] gives the journal back, and says which entry could not lawfully have been, and why.
    pub fn replay(journal: Journal) -> Result<Self, Box<Unproven>> {
        let Journal { opening, entries } = journal;
        let mut case = match Record::open(opening) {
            Ok(record) => Self::opened(record.claiming(entries)),
            Err(refused) => {
                let (opening, why) = *refused;
                return Err(Box::new(Unproven { journal: Journal { opening, entries }, at: 0, why }));
            }
        };
        while let Some(entry) = case.record().next() {
            case = match case.proves(entry) {
                Ok(permit) => case.enter(permit),
                Err(why) => {
                    let at = case.record().version();
                    return Err(Box::new(Unproven { journal: case.into(), at, why }));
                }
            };
        }
        Ok(case)
    }
}

impl From<AnyCase> for Journal {
    fn from(case: AnyCase) -> Self {
        case.into_record().into_journal()
    }
}

/// A journal is written as a sequence, the opening first, so that a store can append one entry.
pub(super) fn write<S: Serializer>(opening: &Opening, entries: &[Entry], to: S) -> Result<S::Ok, S::Error> {
    let mut sequence = to.serialize_seq(Some(1 + entries.len()))?;
    sequence.serialize_element(&First::File(opening))?;
    for entry in entries {
        sequence.serialize_element(entry)?;
    }
    sequence.end()
}

impl Serialize for Journal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(&self.opening, &self.entries, to)
    }
}

impl<'de> Deserialize<'de> for Journal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Journal;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a journal: a sequence of entries, the filing first")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Journal, A::Error> {
                let Some(First::File(opening)) = from.next_element()? else {
                    return Err(A::Error::invalid_length(0, &self));
                };
                let mut entries = Vec::with_capacity(from.size_hint().unwrap_or(0).min(1_024));
                while let Some(entry) = from.next_element()? {
                    entries.push(entry);
                }
                Ok(Journal { opening, entries })
            }
        }
        from.deserialize_seq(Entries)
    }
}

impl Serialize for AnyCase {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.record().serialize(to)
    }
}

/// Reads a journal and replays it; what it does not prove does not come to be.
impl<'de> Deserialize<'de> for AnyCase {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::replay(Journal::deserialize(from)?).map_err(D::Error::custom)
    }
}

written! {
    Journal => "Journal", of opening: First<Opening>, entry: Entry => {
        "type": "array", "prefixItems": [opening], "items": entry, "minItems": 1,
        "description": "流转记录: the entries of a case in order, the filing first",
    };
}
