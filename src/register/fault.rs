use std::fmt;

use crate::{
    body::{Body, Department},
    catalogue::{Key, OwnItemFault},
    place::Region,
    text::Mark,
};

use super::{Limit, Limits, SealId};

/// A row of the registers was refused. Each names the row by its path, as `seals[3]`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// An own item was refused.
    #[error(transparent)]
    OwnItem(#[from] OwnItemFault),
    /// It speaks of an item that is not in the catalogue.
    #[error("{path}: no item {item} in the catalogue")]
    NoSuchItem {
        /// The row.
        path: String,
        /// The item.
        item: Key,
    },
    /// A second row for the same thing from the same day.
    #[error("{path}: another row says the same thing from the same day")]
    Twice {
        /// The row.
        path: String,
    },
    /// A region's plan names a body of another region.
    #[error("{path}: the body is of {got}, in a plan of {expected}")]
    ForeignBody {
        /// The row.
        path: String,
        /// The plan's region.
        expected: Region,
        /// The body's region.
        got: Region,
    },
    /// A body that is no authority, or is of the wrong tier, where one is needed.
    #[error("{path}: {got} is no authority of the tier that is needed here")]
    NotTheAuthority {
        /// The row.
        path: String,
        /// What it names.
        got: Body,
    },
    /// A list that must name something is empty.
    #[error("{path}: names nothing")]
    Empty {
        /// The list.
        path: String,
    },
    /// A span ends before it begins.
    #[error("{path}: ends before it begins")]
    EndsBeforeItBegins {
        /// The row.
        path: String,
    },
    /// The same code twice in one list of a standard.
    #[error("{path}: the code {code} stands twice")]
    CodeTwice {
        /// The list.
        path: String,
        /// The code.
        code: Mark,
    },
    /// A step comes after one that the standard does not have.
    #[error("{path}: comes after {after}, which the standard does not have")]
    NoSuchStep {
        /// The step.
        path: String,
        /// What it names.
        after: Mark,
    },
    /// Steps can never be taken, because they wait for a ring of steps.
    #[error("{path}: the steps {} can never be taken: they wait in a ring", Codes(.steps))]
    Ring {
        /// The standard.
        path: String,
        /// The steps that can never be reached.
        steps: Vec<Mark>,
    },
    /// The promised limit exceeds the statutory one, or is of another unit.
    #[error("{path}: the promised limit of {} is not within the statutory one of {}, or of another unit", Told(&.limits.promised), .limits.statutory.as_ref().map_or_else(String::new, |it| Told(it).to_string()))]
    Limits {
        /// The standard.
        path: String,
        /// What it says.
        limits: Limits,
    },
    /// The number of a seal or of an agreement is used twice.
    #[error("{path}: the number is used twice")]
    NumberTwice {
        /// The row.
        path: String,
    },
    /// A seal is under no agreement on record.
    #[error("{path}: no agreement {agreement} on record")]
    NoAgreement {
        /// The seal.
        path: String,
        /// What it names.
        agreement: Mark,
    },
    /// A seal is under an agreement of another department or region.
    #[error("{path}: the agreement is of {department} with {region}", region = .region.label())]
    ForeignAgreement {
        /// The seal.
        path: String,
        /// Which seal.
        seal: SealId,
        /// The agreement's department.
        department: Department,
        /// The agreement's region.
        region: Region,
    },
    /// A seal's life is not told in the order of days.
    #[error("{path}: days run backwards")]
    DaysRunBack {
        /// The row.
        path: String,
    },
}

struct Told<'a>(&'a Limit);

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.amount, self.0.unit)
    }
}

struct Codes<'a>(&'a [Mark]);

impl fmt::Display for Codes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.0.iter().map(Mark::as_str).collect();
        f.write_str(&codes.join(", "))
    }
}

impl Fault {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::OwnItem(it) => it.zh(),
            Self::NoSuchItem { path, item } => format!("{path}：清单中没有事项{item}"),
            Self::Twice { path } => format!("{path}：同日已有同一内容的登记"),
            Self::ForeignBody { path, expected, got } => format!("{path}：{expected}的方案写了{got}的单位"),
            Self::NotTheAuthority { path, got } => format!("{path}：{}不是此处所需层级的行政机关", got.label()),
            Self::Empty { path } => format!("{path}：不得为空"),
            Self::EndsBeforeItBegins { path } => format!("{path}：终止日早于开始日"),
            Self::CodeTwice { path, code } => format!("{path}：编号{code}重复"),
            Self::NoSuchStep { path, after } => format!("{path}：前置环节{after}不在手册中"),
            Self::Ring { path, steps } => format!("{path}：环节{}互为前置，永远无法办理", Codes(steps)),
            Self::Limits { path, .. } => format!("{path}：承诺时限超出法定时限，或单位不同"),
            Self::NumberTwice { path } => format!("{path}：编号重复"),
            Self::NoAgreement { path, agreement } => format!("{path}：没有登记协议{agreement}"),
            Self::ForeignAgreement { path, department, region, .. } => {
                format!("{path}：所依协议为{}与{region}所签", department.label())
            }
            Self::DaysRunBack { path } => format!("{path}：日期次序颠倒"),
        }
    }
}

/// Every fault of a bad register at once. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub(super) Vec<Fault>);

impl Faults {
    /// Each of them.
    pub fn all(&self) -> &[Fault] {
        &self.0
    }
    /// The same in Chinese, one a line.
    pub fn zh(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(Fault::zh).collect();
        lines.join("\n")
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "faults in the registers: {}", self.0.len())?;
        for fault in &self.0 {
            write!(f, "\n- {fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
