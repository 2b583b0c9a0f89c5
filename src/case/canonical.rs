//! Feature `canonical`: a journal as the rows of a store that only appends.

use super::{Entry, Journal, Opening, Record, journal::First};

/// 行有误: a row is not of the form of a journal's entry.
///
/// ```
/// use tongquan::Journal;
/// let bad = Journal::from_rows([b"{}"]).unwrap_err();
/// assert_eq!(bad.at, 0);
/// assert!(bad.zh().starts_with("第0行不是流转记录的格式"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {at} is not of the form of a journal: {why}")]
pub struct BadRow {
    /// Which row, counted from 0, which is the opening.
    pub at: usize,
    /// What is not of the form, as the reader of JSON tells it.
    pub why: String,
}

impl BadRow {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("第{}行不是流转记录的格式：{}", self.at, self.why)
    }
}

impl Record {
    /// 待追加的行: the entries after those that a version has, each as its canonical bytes: what a store that holds that version has yet to append. Of
    /// version 0 it is the whole, the opening first.
    ///
    /// A row is the entry's compact JSON. The same entry gives the same bytes on every machine: its fields have one order, it has no map and no
    /// fraction, and a moment or a day has one form. So a service may sign a row, or chain the digests of rows; the crate ships no digest.
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let rows = case.record().rows_since(0)?;
    /// assert_eq!(rows.len(), case.record().version());
    /// assert_eq!(case.record().rows_since(rows.len() - 1)?, rows[rows.len() - 1..]);
    /// assert_eq!(AnyCase::replay(Journal::from_rows(&rows)?).map_err(|it| it.why)?, case);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What the JSON writer says; for what a record holds it has no reason to.
    pub fn rows_since(&self, version: usize) -> serde_json::Result<Vec<Vec<u8>>> {
        let opening = (version == 0).then(|| serde_json::to_vec(&First::File(self.opening())));
        opening.into_iter().chain(self.since(version).iter().map(serde_json::to_vec)).collect()
    }
}

impl Journal {
    /// The journal of rows, in their order. What it proves, [`AnyCase::replay`](super::AnyCase::replay) tells.
    ///
    /// ```
    /// use tongquan::Journal;
    /// let none: [&[u8]; 0] = [];
    /// assert!(Journal::from_rows(none).is_err());
    /// assert!(Journal::from_rows([b"{}"]).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`BadRow`] for the first row that is none, or where there is no row: a journal begins with a filing.
    pub fn from_rows<R: AsRef<[u8]>>(rows: impl IntoIterator<Item = R>) -> Result<Self, BadRow> {
        let bad = |at| move |why: serde_json::Error| BadRow { at, why: why.to_string() };
        let mut rows = rows.into_iter();
        let first = rows.next();
        let First::File(opening) =
            serde_json::from_slice::<First<Opening>>(first.as_ref().map_or(b"", R::as_ref)).map_err(bad(0))?;
        let read = |(at, row): (usize, R)| serde_json::from_slice::<Entry>(row.as_ref()).map_err(bad(at));
        let entries = (1..).zip(rows).map(read).collect::<Result<_, _>>()?;
        Ok(Self { opening, entries })
    }
}
