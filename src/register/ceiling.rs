use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Items, Registers};
use crate::{
    body::Department,
    place::Regions,
    term::{named, terms},
    text::Mark,
};

/// 约束指标: at most so many of something in cases of a department's items, in a period that the department sets (`C7`, `S25`). It bars no step:
/// what exceeds it is flagged, or calls for a finding.
///
/// ```
/// use tongquan::register::{Ceiling, CeilingEffect};
/// let ceiling: Ceiling = serde_json::from_str(r#"{"number": "ZB-1", "department": "transport", "counts": "seal_no2", "items": "all",
///   "regions": ["wenshang", "qufu"], "shared": "each", "from": "2024-04-01", "until": "2024-12-31", "at_most": 30}"#)?;
/// assert_eq!((ceiling.counts.label(), ceiling.shared.label()), ("2号章使用", "各区域分别")); // 30 for each of the two
/// assert_eq!(ceiling.effect, CeilingEffect::Flag); // where the row says nothing else
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// 指标编号: its number, given once.
    pub number: Mark,
    /// 部门: whose it is.
    pub department: Department,
    /// 计数内容: what is counted.
    pub counts: Indicator,
    /// 事项: in cases of which of its items.
    pub items: Items,
    /// 区域: in cases of which regions.
    pub regions: Regions,
    /// 合并计数: whether the regions have it together, or each has it whole.
    #[serde(default)]
    pub shared: Shared,
    /// 起始日: first day that counts.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 截止日: last day that counts. An [`Ending`](super::Ending) may bring it forward.
    #[serde(with = "crate::time::Iso")]
    pub until: NaiveDate,
    /// 上限: how many there may be, the last of them included; none at all where it is 0.
    pub at_most: u32,
    /// 后果: what follows when there are more.
    #[serde(default)]
    pub effect: CeilingEffect,
}

/// 指标: what a ceiling counts. Each happens in a case once at the most, so that a case counts once. Closed: what a journal does not tell is
/// not counted.
///
/// ```
/// use tongquan::register::Indicator;
/// let counted: Indicator = "2号章使用".parse()?;
/// assert_eq!((counted, counted.english()), (Indicator::SealNo2, "uses of Seal No. 2"));
/// assert_eq!("favourable".parse(), Ok(Indicator::Favourable)); // as a row writes it
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// 收件: on the filing day (`S29`).
    Filed,
    /// 受理: on the day of acceptance; where the law deems that, on the filing day, once it is recorded (`S50`).
    Accepted,
    /// 不予受理: on the day on which it was not accepted.
    NotAccepted,
    /// 准予决定: favourable decisions, on the day of the decision.
    Favourable,
    /// 不予决定: unfavourable decisions, on the day of the decision.
    Unfavourable,
    /// 2号章使用: on the day of use.
    SealNo2,
    /// 制证: on the day of issue.
    Licence,
}

terms!(Indicator {
    Self::Filed => "收件", "cases filed";
    Self::Accepted => "受理", "cases accepted";
    Self::NotAccepted => "不予受理", "cases not accepted";
    Self::Favourable => "准予决定", "favourable decisions";
    Self::Unfavourable => "不予决定", "unfavourable decisions";
    Self::SealNo2 => "2号章使用", "uses of Seal No. 2";
    Self::Licence => "制证", "licences issued";
});
named!(word: Indicator);

/// 合计与分别: over what a ceiling is counted.
///
/// ```
/// use tongquan::register::Shared;
/// // where a ceiling says nothing, the regions have it together
/// assert_eq!((Shared::default(), Shared::default().label()), (Shared::Together, "各区域合计"));
/// assert_eq!(serde_json::from_str::<Shared>(r#""each""#)?.english(), "each region");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// 各区域合计: the regions have one count.
    #[default]
    Together,
    /// 各区域分别: each region has a count of its own, and may reach the ceiling alone.
    Each,
}

terms!(Shared {
    Self::Together => "各区域合计", "the regions together";
    Self::Each => "各区域分别", "each region";
});
named!(word: Shared);

/// 效果: what follows where a ceiling is exceeded. No step is barred by either (`S25`).
///
/// ```
/// use tongquan::register::CeilingEffect;
/// assert_eq!(CeilingEffect::default(), CeilingEffect::Flag); // where a ceiling says nothing
/// assert_eq!(serde_json::from_str::<CeilingEffect>(r#""finding""#)?.label(), "据以作出检查结论");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CeilingEffect {
    /// 提示: it is shown.
    #[default]
    Flag,
    /// 据以作出检查结论: it calls for a finding.
    Finding,
}

terms!(CeilingEffect {
    Self::Flag => "提示", "flagged";
    Self::Finding => "据以作出检查结论", "calls for a finding";
});
named!(word: CeilingEffect);

impl<'o> Registers<'o> {
    /// 约束指标 in force on a day, each with its last day as they know it, in the order in which they were recorded.
    ///
    /// ```
    /// use tongquan::{Office, register::{Ceiling, Ending, Ends, Revision}};
    /// let ceiling: Ceiling = serde_json::from_str(r#"{"number": "ZB-1", "department": "transport", "counts": "favourable",
    ///   "items": {"only": ["A1-36"]}, "regions": ["wenshang", "qufu"], "from": "2024-04-01", "until": "2024-12-31", "at_most": 30}"#)?;
    /// let office = Office::new(vec![Revision { ceilings: vec![ceiling], ..Revision::on("2024-03-20".parse()?) }])?;
    /// let last = |day: &str| office.now().ceilings(day.parse().expect("a day")).map(|(_, last)| last.to_string()).next();
    /// assert_eq!((last("2024-03-31"), last("2024-04-01").as_deref(), last("2025-01-01")), (None, Some("2024-12-31"), None));
    /// // it is brought forward: from the day of recording on, that is known
    /// let (ends, last_day) = (Ends::Ceiling("ZB-1".parse()?), "2024-06-30".parse()?);
    /// let endings = vec![Ending { ends, last: last_day, reason: "（虚构）已无必要".parse()? }];
    /// let office = office.record(&Revision { endings, ..Revision::on("2024-06-20".parse()?) })?;
    /// assert_eq!(office.now().ceilings("2024-07-01".parse()?).count(), 0);
    /// assert_eq!(office.on("2024-06-19".parse()?).ceilings("2024-07-01".parse()?).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ceilings(self, day: NaiveDate) -> impl Iterator<Item = (&'o Ceiling, NaiveDate)> {
        let last = move |at, it: &Ceiling| self.office.index.ceilings.until(at, self.revision).unwrap_or(it.until);
        let known = self.rows(|it| &it.ceilings).map(move |(at, it)| (it, last(at, it)));
        known.filter(move |(it, last)| it.from <= day && day <= *last)
    }

    /// 约束指标 of a number, whether it is in force or not.
    pub fn ceiling(self, number: &Mark) -> Option<&'o Ceiling> {
        self.row(self.office.index.ceilings.at(number, self.revision)?, |it| &it.ceilings)
    }
}
