use std::fmt;

use serde::{Deserialize, Serialize};

use super::Body;
use crate::{law::Fact, text::Person};

/// 办理人: who takes a step. The crate judges the body acted for; who the person is, the service vouches for (`S35`). A unit is known by its
/// id and region: the name and kind that the actor carries are claims, told and not compared.
///
/// ```
/// use tongquan::{Actor, Department};
/// let clerk: Actor = serde_json::from_str(r#"{"official": {"body": {"department": "transport"}, "person": "clerk-7"}}"#)?;
/// assert_eq!(clerk.body(), Some(&Department::Transport.into()));
/// let applicant: Actor = serde_json::from_str(r#"{"applicant": "applicant-1"}"#)?;
/// assert_eq!((applicant.body(), applicant.person().as_str()), (None, "applicant-1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Actor {
    /// 工作人员: somebody acting for a body.
    Official {
        /// 所属单位: the body acted for.
        body: Body,
        /// 人员代号: the person, as an opaque reference.
        person: Person,
    },
    /// 申请人: the applicant, or whoever acts for them, as an opaque reference to the applicant.
    Applicant(Person),
}

impl Actor {
    /// Somebody acting for a body.
    ///
    /// ```
    /// use tongquan::{Actor, Department};
    /// let clerk = Actor::official(Department::Transport, "clerk-7".parse()?);
    /// assert_eq!(clerk.body(), Some(&Department::Transport.into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn official(body: impl Into<Body>, person: Person) -> Self {
        Self::Official { body: body.into(), person }
    }
    /// The body acted for; none for an applicant.
    pub const fn body(&self) -> Option<&Body> {
        match self {
            Self::Official { body, .. } => Some(body),
            Self::Applicant(_) => None,
        }
    }
    /// The reference to the person or the applicant.
    pub const fn person(&self) -> &Person {
        match self {
            Self::Official { person, .. } => person,
            Self::Applicant(applicant) => applicant,
        }
    }
    /// In Chinese: the body, and by which reference the person is known.
    ///
    /// ```
    /// use tongquan::{Actor, Department};
    /// let clerk = Actor::official(Department::Transport, "clerk-7".parse()?);
    /// assert_eq!((clerk.zh(), clerk.to_string()), ("市交通运输局（clerk-7）".to_owned(), "Municipal Bureau of Transport (clerk-7)".to_owned()));
    /// # Ok::<(), tongquan::text::BadText>(())
    /// ```
    pub fn zh(&self) -> String {
        match self {
            Self::Official { body, person } => format!("{}（{person}）", body.label()),
            Self::Applicant(applicant) => format!("申请人{applicant}"),
        }
    }
    /// Whether another is the same person acting for the same [body](Body::is), under whatever name, or the same applicant.
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Official { body: mine, person }, Self::Official { body, person: it }) => {
                mine.is(body) && person == it
            }
            (Self::Applicant(mine), Self::Applicant(it)) => mine == it,
            _ => false,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Official { body, person } => write!(f, "{body} ({person})"),
            Self::Applicant(applicant) => write!(f, "applicant {applicant}"),
        }
    }
}

impl From<&Actor> for Fact {
    fn from(it: &Actor) -> Self {
        match it {
            Actor::Official { body, .. } => body.into(),
            Actor::Applicant(it) => Self::List(vec![Self::Term { zh: "申请人", en: "the applicant" }, it.into()]),
        }
    }
}
