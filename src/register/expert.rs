use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Registers, line::At};
use crate::{
    body::Department,
    term::{named, terms},
    text::{Mark, Person, Text},
};

/// 专家: an organisation or a person of the pool that a city department keeps for its system, for the use of the whole city (`C8`).
///
/// ```
/// use tongquan::{Office, register::{ExpertWork, Revision}};
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-31", "experts": [
///   {"number": "ZJ-1", "department": "ecology", "reference": "org-1", "organisation": "（虚构）监测机构", "qualifications": ["（虚构）资质"],
///    "works": ["monitoring", "assessment"], "from": "2021-07-31"}]}"#)?;
/// let office = Office::new(vec![revision])?;
/// // the pool is the whole city's: whoever calls for a work is shown those who do it
/// let who = office.now().experts("2024-03-04".parse()?).find(|it| it.works.contains(&ExpertWork::Monitoring)).ok_or("nobody")?;
/// assert_eq!((who.number.as_str(), ExpertWork::Monitoring.label()), ("ZJ-1", "监测"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// 入库编号: its number in the pools, given once.
    pub number: Mark,
    /// 部门: the department that keeps the pool.
    pub department: Department,
    /// 专家代号: who, as an opaque reference.
    pub reference: Person,
    /// 机构名称, where it is an organisation.
    #[serde(default)]
    pub organisation: Option<Text>,
    /// 资质: at least one.
    pub qualifications: Vec<Text>,
    /// 工作种类: what it is called for: at least one.
    pub works: Vec<ExpertWork>,
    /// 入库日: first day in the pool.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 出库日: last day; none while it is in the pool.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
}

/// 专家工作: what experts are called for. The document lists the four, and says 等 (`C8`); what else there is, is of another kind.
///
/// ```
/// use tongquan::register::ExpertWork;
/// let work: ExpertWork = "监测".parse()?; // by the document's word, the English one, or that of data
/// assert_eq!((work, "survey".parse()), (ExpertWork::Monitoring, Ok(ExpertWork::Survey)));
/// assert_eq!(ExpertWork::Other.label(), "其他专家工作");
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExpertWork {
    /// 评估: an assessment.
    Assessment,
    /// 鉴定: an appraisal.
    Appraisal,
    /// 监测: monitoring.
    Monitoring,
    /// 勘察: a survey.
    Survey,
    /// 其他: what the document means by 等.
    Other,
}

terms!(ExpertWork {
    Self::Assessment => "评估", "assessment";
    Self::Appraisal => "鉴定", "appraisal";
    Self::Monitoring => "监测", "monitoring";
    Self::Survey => "勘察", "survey";
    Self::Other => "其他专家工作", "other expert work";
});
named!(word: ExpertWork);

impl<'o> Registers<'o> {
    /// 在库专家: an expert of a number who is in a pool on a day.
    ///
    /// ```
    /// use tongquan::{Office, register::Revision};
    /// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-30", "experts": [{"number": "ZJ-1", "department": "ecology",
    ///   "reference": "org-1", "organisation": "（虚构）检测机构", "qualifications": ["（虚构）资质"], "works": ["monitoring"], "from": "2021-07-31"}]}"#)?;
    /// let office = Office::new(vec![revision])?;
    /// assert!(office.now().expert(&"ZJ-1".parse()?, "2021-07-30".parse()?).is_none());
    /// assert!(office.now().expert(&"ZJ-1".parse()?, "2021-07-31".parse()?).is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn expert(self, number: &Mark, day: NaiveDate) -> Option<&'o Expert> {
        let at = self.office.index.experts.at(number, self.revision)?;
        self.row(at, |it| &it.experts).filter(|it| self.is_in_pool(at, it, day))
    }

    /// 专家库: those who are in the pools on a day, in the order of recording.
    pub fn experts(self, day: NaiveDate) -> impl Iterator<Item = &'o Expert> {
        let known = self.rows(|it| &it.experts);
        known.filter(move |(at, it)| self.is_in_pool(*at, it, day)).map(|(_, it)| it)
    }

    fn is_in_pool(self, at: At, it: &Expert, day: NaiveDate) -> bool {
        it.from <= day && self.office.index.experts.until(at, self.revision).is_none_or(|until| day <= until)
    }
}
