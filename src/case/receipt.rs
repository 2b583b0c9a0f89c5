use super::{Entry, Record, Role, roles::Holders};
use crate::{
    body::Party,
    law::{Article, Fact, Silence, Source},
};

/// 受理印章: the stamp on the receipts of a case, for acceptance and for turning away alike (`APL32s`, `S28`). It is the accepting body's acceptance
/// stamp, and never Seal No. 2.
///
/// See the example of [`Record::receipt_stamp`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceiptStamp<'r> {
    /// The body whose stamp of receipt it is.
    pub of: Party<'r>,
    /// 代: for whom it accepts, where another decides (entrusted intake).
    pub on_behalf_of: Option<Party<'r>>,
}

impl ReceiptStamp<'_> {
    /// What it rests on.
    pub const BASIS: &'static [Source] = &[Source::Article(Article::Apl32s), Source::Silence(Silence::S28)];
}

impl From<ReceiptStamp<'_>> for Fact {
    fn from(it: ReceiptStamp<'_>) -> Self {
        let (of, decider) = (it.of, it.on_behalf_of);
        let zh = decider.map_or_else(String::new, |decider| format!("（代{}）", decider.zh()));
        let en = decider.map_or_else(String::new, |decider| format!(", for {decider}"));
        Self::Told { zh: format!("{}受理印章{zh}", of.zh()), en: format!("acceptance stamp of {of}{en}") }
    }
}

impl Record {
    /// 受理凭证用印: whose acceptance stamp the receipts carry.
    ///
    /// ```
    /// use tongquan::{AnyCase, law::Fact};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/intake.json")?)?;
    /// let stamp = case.record().receipt_stamp().ok_or("nobody accepts")?;
    /// assert_eq!(Fact::from(stamp).zh(), "梁山县承办部门（虚构）受理印章（代市人力资源社会保障局）");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn receipt_stamp(&self) -> Option<ReceiptStamp<'_>> {
        // a receipt that was issued keeps its stamp, whatever edition the case moved on to since
        let issued = self.entries().iter().position(|it| matches!(it, Entry::Accept(_) | Entry::NotAccept(_)));
        let route = issued.map_or_else(|| self.docket(), |at| self.before(at)).route();
        let of = Holders::of(Role::Accepting, || route).bodies().next()?;
        let decides = Holders::of(Role::Deciding, || route).bodies().next()?;
        let same = of.is_same(decides);
        Some(ReceiptStamp { of, on_behalf_of: Some(decides).filter(|_| !same) })
    }
}
