use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use strum::IntoEnumIterator;

use crate::{
    body::{Actor, Body, Department, Party},
    case::{Role, holders},
    law::Fact,
    route::Route,
    text::{BadText, FromText, Mark},
    written::written,
};

/// 办理方: who took an activity, as a plain log names it: in one word.
///
/// It is read from `applicant` or 申请人, a city department's name in data or in the document (`commerce`, 市商务局), or else the id of a body on
/// record; it is written as `applicant`, the department's name in the document, or the id.
///
/// ```
/// use tongquan::{Department, oversight::By};
/// assert_eq!("applicant".parse(), Ok(By::Applicant));
/// assert_eq!("市商务局".parse(), Ok(By::Department(Department::Commerce)));
/// assert_eq!("commerce".parse(), Ok(By::Department(Department::Commerce)));
/// assert_eq!(By::Department(Department::Commerce).to_string(), "市商务局");
/// assert_eq!("wenshang-spj".parse(), Ok(By::Body("wenshang-spj".parse()?)));
/// # Ok::<(), tongquan::text::BadText>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// 申请人, or whoever acts for them. Whether it is the applicant of this case, a plain log does not show.
    Applicant,
    /// A city department.
    Department(Department),
    /// A body, by its id.
    Body(Mark),
}

const APPLICANT: [&str; 2] = ["applicant", "申请人"];

impl By {
    /// Whether it may be this one. A body that no plan has named may be any.
    fn may_be(&self, party: Party<'_>) -> bool {
        match (self, party) {
            (Self::Department(it), party) => party.department() == Some(*it),
            (Self::Body(_), Party::Undertaker(_)) => true,
            (Self::Body(id), Party::Unit(unit) | Party::Stationed { unit, .. }) => unit.id == *id,
            (Self::Body(id), Party::Operator(body)) => body.id() == Some(id),
            (Self::Applicant, _) | (Self::Body(_), Party::Department(_) | Party::Posted { .. }) => false,
        }
    }
}

impl From<&Actor> for By {
    fn from(it: &Actor) -> Self {
        match it {
            Actor::Applicant(_) => Self::Applicant,
            Actor::Official { body, .. } => body.into(),
        }
    }
}

impl From<&Body> for By {
    fn from(it: &Body) -> Self {
        match it {
            Body::Department(it) => Self::Department(*it),
            Body::City(it) | Body::Partner(it) => Self::Body(it.id.clone()),
            Body::Unit(it) => Self::Body(it.id.clone()),
        }
    }
}

impl FromStr for By {
    type Err = BadText;
    fn from_str(text: &str) -> Result<Self, BadText> {
        if APPLICANT.contains(&text) {
            return Ok(Self::Applicant);
        }
        match Department::named(text) {
            Some(it) => Ok(Self::Department(it)),
            None => text.parse().map(Self::Body),
        }
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Applicant => f.write_str("applicant"),
            Self::Department(it) => f.write_str(it.label()),
            Self::Body(id) => id.fmt(f),
        }
    }
}

impl Serialize for By {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for By {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(FromText::new())
    }
}

written! {
    By => "By", {
        "type": "string", "minLength": 1, "maxLength": Mark::MOST, "pattern": crate::text::pattern::MARK,
        "description": "办理方: `applicant` or 申请人, a city department, or a body's id",
    };
}

/// 角色集: the roles that somebody may hold on a case's route, a bit each: what a plain log's actor comes to. Copied freely; made once for each body
/// and route.
///
/// ```
/// use tongquan::{Department, Edition, Region, Route, Scope, case::Role, oversight::{By, Hand}};
/// let route = Route::of(Edition::built_in().annex_1(31)?, Region::Wenshang, Scope::WITHIN)?;
/// let hand = Hand::of(&route, &By::Department(Department::HumanResources));
/// assert!(!hand.may(Role::Applicant) && hand.may(Role::Addressee));
/// assert!(Hand::UNKNOWN.may(Role::Applicant) && !Hand::UNKNOWN.is_routed() && hand.is_routed());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hand(u16);

impl Hand {
    /// Of whom the log does not say who it was: any role, as far as can be seen.
    pub const UNKNOWN: Self = Self(!Self::ROUTED);

    /// The bit that no role has: the roles are those of a route.
    const ROUTED: u16 = 1 << (u16::BITS - 1);

    const APPLICANT: Self = Self(Self::bit(Role::Applicant) | Self::bit(Role::Anyone));
    const OFFICIAL: Self = Self(Self::UNKNOWN.0 & !Self::bit(Role::Applicant));

    /// On a route. Whose applicant it is, and which addressee, is not asked.
    pub fn of(route: &Route<'_>, by: &By) -> Self {
        let applies = *by == By::Applicant;
        let holds = |role: &Role| match role {
            Role::Applicant => applies,
            Role::Addressee => !applies,
            Role::Anyone => true,
            Role::Intake
            | Role::Accepting
            | Role::Deciding
            | Role::Sealing
            | Role::Reporting
            | Role::Pushing
            | Role::Window => holders(route, *role).any(|it| by.may_be(it)),
        };
        Self(Role::iter().filter(holds).fold(Self::ROUTED, |hand, role| hand | Self::bit(role)))
    }

    /// Where the route is not known: an applicant is no official, and that is all that can be checked.
    pub fn apart(by: &By) -> Self {
        if *by == By::Applicant { Self::APPLICANT } else { Self::OFFICIAL }
    }

    /// Whether it may hold a role.
    pub const fn may(self, role: Role) -> bool {
        self.0 & Self::bit(role) != 0
    }

    /// Whether its roles are those of a route, so that each can be checked.
    pub const fn is_routed(self) -> bool {
        self.0 & Self::ROUTED != 0
    }

    /// What is left of it where its route no longer holds: whether it was an applicant.
    #[cold]
    pub(super) const fn off_route(self) -> Self {
        match (self.is_routed(), self.may(Role::Applicant)) {
            (false, _) => self,
            (true, true) => Self::APPLICANT,
            (true, false) => Self::OFFICIAL,
        }
    }

    const fn bit(role: Role) -> u16 {
        1 << role as u16
    }
}

impl From<Hand> for Fact {
    fn from(it: Hand) -> Self {
        Self::list(Role::iter().filter(|role| it.may(*role)))
    }
}
