use chrono::NaiveDate;

use super::{Bearer, Handling, Offer, Seal};
use crate::{
    body::{Body, Department},
    law::{Clause, Fact, Silence, Source},
    term::terms,
};

/// 收件地点: what a venue is to a route.
///
/// ```
/// use tongquan::{Office, Question, Region, Scope, route::Access};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let item = "A1-36".parse()?;
/// let access = |venue: &str, day: &str| -> Result<Access, Box<dyn std::error::Error>> {
///     let (venue, day) = (venue.parse()?, day.parse()?);
///     Ok(office.route(&Question { item: &item, place: Region::Wenshang.into(), scope: Scope::WITHIN, venue: Some(&venue), day })?.access())
/// };
/// assert_eq!(access("汶上县为民服务中心", "2024-03-04")?, Access::Competent);
/// assert_eq!(access("网上", "2024-03-04")?.label(), "代为收件并转送"); // this office has a permission on record
/// assert!(!access("曲阜市为民服务中心", "2024-03-04")?.is_open()); // and none here
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// 未指明办理地点: no venue was named; the answers are those of the competent one.
    NotAsked,
    /// 主管地点: the competent body's own counter.
    Competent,
    /// 派出窗口: another counter of the competent body itself, as recorded; nothing is passed on (`C14`).
    Outpost,
    /// 受审分离: it takes in and passes on.
    PassOn,
    /// 窗口直接办理: it decides, in this body's name and with that body's own seal.
    Direct(Bearer),
    /// It may not take the papers in.
    Closed(Closed),
}

/// 不可收件的理由: why a venue may not take the papers in (`C13` to `C15`).
///
/// ```
/// use tongquan::{Office, Question, Region, Scope, route::{Access, Closed}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let item = "A1-36".parse()?;
/// let access = |venue: &str, day: &str| -> Result<Access, Box<dyn std::error::Error>> {
///     let (venue, day) = (venue.parse()?, day.parse()?);
///     Ok(office.route(&Question { item: &item, place: Region::Wenshang.into(), scope: Scope::WITHIN, venue: Some(&venue), day })?.access())
/// };
/// assert_eq!(access("曲阜市为民服务中心", "2024-03-04")?, Access::Closed(Closed::NotRecorded));
/// let Access::Closed(why) = access("网上", "2021-07-14")? else { return Err("it is open".into()) };
/// assert_eq!(why.day(), Some("2021-07-15".parse()?)); // the permission begins on the next day
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Closed {
    /// 未登记: no permission is on record: what is not recorded has not started (`S13`).
    NotRecorded,
    /// 尚未开始: the recorded permission begins on this later day.
    NotBegun(NaiveDate),
    /// 已终止: the recorded permission ended with this day.
    Ended(NaiveDate),
    /// 不得使用2号章: it would have to decide with Seal No. 2, which no window may (`S12`).
    SealNo2,
    /// It would decide in the name of a body that has no power and seal of its own for the item, or whose staff do not sit there (`S12`, `S38`).
    NoBearer,
    /// It would decide, but whoever runs it is no authority of the place: neither a city department at the city's or an online window, nor a
    /// unit of the region that the venue lies in, or else whose business it is.
    NoAuthority,
    /// 行政审批服务所 take the items of their own bureau only (`C14`).
    NotTheBureaus,
    /// 村（社区） handle public-service items only; others they take in and pass on (`C15`).
    NotForVillages,
}

terms!(Access {
    Self::NotAsked => "未指明办理地点", "no venue named";
    Self::Competent => "主管地点", "the competent venue";
    Self::Outpost => "派出窗口，由承办单位直接办理", "an outpost of the competent body";
    Self::PassOn => "代为收件并转送", "takes in and passes on";
    Self::Direct(_) => "窗口直接办理", "decides at the window";
    Self::Closed(Closed::NotRecorded) => "未登记，不可收件", "closed: no permission on record";
    Self::Closed(Closed::NotBegun(_)) => "登记的收件权限尚未开始", "closed: the recorded permission begins later";
    Self::Closed(Closed::Ended(_)) => "登记的收件权限已终止", "closed: the recorded permission has ended";
    Self::Closed(Closed::SealNo2) => "窗口直接办理不得使用2号章", "closed: a window never uses Seal No. 2";
    Self::Closed(Closed::NoBearer) => "所载单位对本事项无决定权和自有印章，不可直接办理", "closed: the body named has no power and seal of its own here";
    Self::Closed(Closed::NoAuthority) => "窗口运行方不是当地行政机关，不可直接办理", "closed: whoever runs the window is no authority there";
    Self::Closed(Closed::NotForVillages) => "村（社区）只直接办理公共服务事项", "closed: villages handle public-service items only";
    Self::Closed(Closed::NotTheBureaus) => "非该行政审批服务局承办的事项", "closed: not an item of the station's bureau";
});

impl Access {
    /// Clauses and silences that it rests on.
    pub const fn basis(self) -> &'static [Source] {
        match self {
            Self::NotAsked => &[],
            Self::Competent => &[Source::Clause(Clause::C1), Source::Clause(Clause::C2)],
            Self::Outpost | Self::Closed(Closed::NotTheBureaus) => {
                &[Source::Clause(Clause::C14), Source::Silence(Silence::S13)]
            }
            Self::PassOn | Self::Closed(Closed::NotRecorded | Closed::NotBegun(_) | Closed::Ended(_)) => {
                &[Source::Clause(Clause::C13), Source::Clause(Clause::C15), Source::Silence(Silence::S13)]
            }
            Self::Direct(_) | Self::Closed(Closed::SealNo2 | Closed::NoBearer | Closed::NoAuthority) => DIRECTLY,
            Self::Closed(Closed::NotForVillages) => &[Source::Clause(Clause::C15)],
        }
    }
    /// The word as a fact, with the day on which a permission begins or ended.
    pub fn told(self) -> Fact {
        let day = if let Self::Closed(closed) = self { closed.day() } else { None };
        day.map_or_else(|| self.into(), |day| Fact::List(vec![self.into(), day.into()]))
    }
    /// Whether papers may be handed in there; of no venue, that is not said. A route of a closed venue still tells who is competent, and where ([`Route::counter`](super::Route::counter)).
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::NotAsked | Self::Closed(_))
    }
}

/// 窗口直接办理.
pub(super) const DIRECTLY: &[Source] =
    &[Source::Clause(Clause::C13), Source::Silence(Silence::S12), Source::Silence(Silence::S38)];

impl Closed {
    /// The day on which the recorded permission begins or ended.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::NotBegun(day) | Self::Ended(day) => Some(day),
            Self::NotRecorded
            | Self::SealNo2
            | Self::NoBearer
            | Self::NoAuthority
            | Self::NotTheBureaus
            | Self::NotForVillages => None,
        }
    }
}

/// What a venue's answer needs of the route.
#[derive(Clone, Copy, Debug)]
pub(super) struct Competence {
    /// The operator is the body that accepts.
    pub(super) its_own: bool,
    /// The venue is a 行政审批服务所.
    pub(super) station: bool,
    /// The venue is a village's, and the item no public service.
    pub(super) village: bool,
    /// Who decides has the seal for its own.
    pub(super) own_seal: bool,
    /// The operator is an authority whose window it can be.
    pub(super) window_of: bool,
    /// The seal that the route has without a permission.
    pub(super) seal: Seal,
    /// 市级实施部门
    pub(super) department: Option<Department>,
}

/// What an offer makes of a venue that is not the competent one.
pub(super) fn by_offer(offer: Offer<'_>, route: Competence) -> Access {
    let it = match offer {
        Offer::NotRecorded => return Access::Closed(Closed::NotRecorded),
        Offer::NotBegun(from) => return Access::Closed(Closed::NotBegun(from)),
        Offer::Ended(until) => return Access::Closed(Closed::Ended(until)),
        Offer::Running(it) => it,
    };
    let bearer = match it.handling {
        _ if route.its_own => return Access::Outpost,
        _ if route.station => return Access::Closed(Closed::NotTheBureaus),
        Handling::PassOn => return Access::PassOn,
        Handling::Decide(bearer) => bearer,
    };
    let is_department = route.department.is_some_and(|it_is| it.operator == Body::Department(it_is));
    match (bearer, route.seal) {
        _ if route.village => Access::Closed(Closed::NotForVillages),
        _ if !route.window_of => Access::Closed(Closed::NoAuthority),
        (Bearer::Department, Seal::No2 | Seal::Department) if is_department => Access::Direct(bearer),
        (Bearer::Competent, Seal::Region) if route.own_seal => Access::Direct(bearer),
        (Bearer::Competent, Seal::No2) => Access::Closed(Closed::SealNo2),
        // a township's own power stays there
        (Bearer::Competent, Seal::Region | Seal::Township | Seal::Department) | (Bearer::Department, _) => {
            Access::Closed(Closed::NoBearer)
        }
    }
}
