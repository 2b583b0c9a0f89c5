use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Stamp, steps::File};
use crate::{
    among::Among,
    catalogue::{EditionId, ItemFacts},
    law::Fact,
    register::Outline,
    route::{Admission, Gap, UndertakingRecord},
    text::Mark,
    version::Version,
};

/// 立案依据: what the catalogue and the registers said on the filing day. A case keeps it for life (`S4`); its route follows from it and is
/// never stored.
///
/// ```
/// use tongquan::{AnyCase, Kind, Standing, Modality};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let brief = case.record().brief();
/// assert_eq!((brief.edition.number, brief.item.kind), (1, Kind::OtherPower));
/// assert_eq!(brief.item.cell.standing, Standing::Devolved(Modality::Review));
/// assert_eq!(brief.standard.as_ref().map(|it| it.edition), Some(1)); // of the handbook
/// assert!(brief.gaps.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// 登记批次: how many revisions the registers knew (`S39`).
    pub revision: u32,
    /// 清单版次: the edition of the catalogue.
    pub edition: EditionId,
    /// 事项情况: the item, as it stood in the case's region.
    pub item: ItemFacts,
    /// 承接方案: what the region's plan said of it.
    pub undertaking: UndertakingRecord,
    /// 收件权限: what a running permission gave at the venue, where it was not the competent one.
    pub admission: Option<Admission>,
    /// 标准: the standard in force; none where no handbook was on record, which bars nothing (`S11`).
    pub standard: Option<Outline>,
    /// 缺项: what was missing, and barred nothing but the impossible (`S11`).
    pub gaps: Vec<Gap>,
}

impl Brief {
    /// 必交: those of papers asked for that hold acceptance up: what the standard requires, and without one all of them (`S48`).
    pub(super) fn needed<'a>(&self, papers: impl Iterator<Item = &'a Mark>) -> impl Iterator<Item = &'a Mark> {
        let required = self.standard.as_ref().map(|it| it.required.iter().collect::<Among<'_, Mark>>());
        papers.filter(move |it| required.as_ref().is_none_or(|required| required.has(it)))
    }

    /// Which of its parts are not as the registers say.
    pub(super) fn differing(&self, other: &Self) -> Vec<Fact> {
        let parts = [
            (self.edition == other.edition, "事项清单版次", "the edition"),
            (self.item == other.item, "事项", "the item"),
            (self.undertaking == other.undertaking, "承接方案", "the undertaking plan"),
            (self.admission == other.admission, "收件权限", "the venue's permission"),
            (self.standard == other.standard, "业务手册", "the standard"),
            // INVARIANT (kinds of version 1): a kind of gap that is added later was not asked of these journals, and is left out here
            (self.gaps == other.gaps, "承接准备", "the readiness"),
        ];
        parts.into_iter().filter(|(same, ..)| !same).map(|(_, zh, en)| Fact::Term { zh, en }).collect()
    }

    /// Whether it is of a later edition of the catalogue or of the standard. A region's own is later than the handbook that it is drawn from, and a
    /// handbook later than what is drawn from those before it.
    pub(super) fn is_later_than(&self, other: &Self) -> bool {
        let rank = |it: &Outline| it.own.map_or((it.edition, 0), |own| (own.handbook, it.edition));
        let standard = |it: &Self| it.standard.as_ref().map(rank);
        self.edition.number > other.edition.number || standard(self) > standard(other)
    }

    /// Its editions, of the catalogue and of the standard, as a fact.
    pub(super) fn told(&self) -> Fact {
        let standard = self.standard.as_ref().map(|it| {
            let (edition, own) = (it.edition, it.own.map(|own| own.region));
            let (zh, en) = own.map_or_else(
                || ("业务手册".to_owned(), "handbook".to_owned()),
                |it| (format!("{it}区域标准"), format!("{it}'s own standard")),
            );
            Fact::Told { zh: format!("{zh}第{edition}版"), en: format!("{en}, edition {edition}") }
        });
        let number = self.edition.number;
        let list = Fact::Told { zh: format!("事项清单第{number}版"), en: format!("catalogue, edition {number}") };
        Fact::List(vec![list, standard.into()])
    }
}

/// 收件: the first entry of a journal: what was filed, when, by whom, and the brief.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let opening = case.record().opening();
/// assert_eq!((opening.case().as_str(), opening.day()), ("2024-000001", "2024-03-04".parse()?));
/// assert_eq!(opening.stamp.by.body().map(|it| it.label()), Some("汶上县行政审批服务局（虚构）"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// 版本: version of wire shape and rules.
    pub v: Version,
    /// 办理记录: when and by whom.
    pub stamp: Stamp,
    /// 收件内容: what was filed.
    pub step: File,
    /// 立案依据: what catalogue and registers said.
    pub found: Box<Brief>,
}

impl Opening {
    /// 办件编号: the case's number, as the service gave it.
    pub const fn case(&self) -> &Mark {
        &self.step.case
    }

    /// 收件日: the day on which the first venue took the papers in (`S29`).
    pub const fn day(&self) -> NaiveDate {
        self.stamp.at.day()
    }
}
