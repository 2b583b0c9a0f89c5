use serde::{Deserialize, Serialize};

use super::{Docket, Entry, steps::Reply};
use crate::{
    body::{Body, Party},
    law::Fact,
    route::{Route, Supervisors, Tier},
    term::{named, terms},
    text::Text,
    time::Moment,
};

/// 报备、推送: one message that a decided case owes.
///
/// ```
/// use tongquan::{case::Message, route::Tier};
/// let message = Message::Push(Tier::CityEnforcement);
/// assert_eq!((message.label(), message.kind().label()), ("市级执法机构", "审管信息推送"));
/// assert_eq!(serde_json::to_string(&message)?, r#"{"push":"city_enforcement"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// 批后报备: to the item's city department (`C4`).
    Report,
    /// 审管信息推送: to one of the four seats (`C12`).
    Push(Tier),
}

impl Message {
    /// Whether it is a report or a push.
    pub const fn kind(self) -> MessageKind {
        match self {
            Self::Report => MessageKind::Report,
            Self::Push(_) => MessageKind::Push,
        }
    }
    /// The document's own word, with the seat's for a push.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Report => MessageKind::Report.label(),
            Self::Push(tier) => tier.label(),
        }
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Report => self.kind().fmt(f),
            Self::Push(tier) => write!(f, "push to the {tier}"),
        }
    }
}

impl From<Message> for Fact {
    fn from(it: Message) -> Self {
        match it {
            Message::Report => it.kind().into(),
            Message::Push(tier) => Self::Told { zh: format!("推送{}", tier.label()), en: it.to_string() },
        }
    }
}

/// 信息种类: which of the two kinds of message.
///
/// ```
/// use tongquan::case::{Message, MessageKind};
/// assert_eq!("批后报备".parse::<MessageKind>()?, Message::Report.kind());
/// assert_eq!(MessageKind::Report.english(), "post-approval filing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// 批后报备: what a region decided, told to the item's city department (`C4`).
    Report,
    /// 审管信息推送: what an approval bureau decided, told to each of the four seats (`C12`).
    Push,
}

terms!(MessageKind {
    Self::Report => "批后报备", "post-approval filing";
    Self::Push => "审管信息推送", "push";
});
named!(word: MessageKind);

/// 报备、推送的状态: how far a message is.
///
/// See the example of [`Duty`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyState {
    /// 待发: owed, not sent.
    Owed,
    /// 已发: sent, not answered.
    Sent(Moment),
    /// 已退回: rejected with a reason, so to be sent again.
    Rejected(Moment, Text),
    /// 已签收: acknowledged by its addressee, and so done.
    Acknowledged(Moment),
}

/// 状态种类: how far a message is, without when and why.
///
/// ```
/// use tongquan::{AnyCase, case::DutyStateKind};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let states: Vec<DutyStateKind> = case.record().duties().iter().map(|it| it.state.kind()).collect();
/// assert_eq!(states, [DutyStateKind::Acknowledged; 5]); // closed, so all of them
/// assert_eq!(states[0].label(), "已签收");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyStateKind {
    /// 待发: owed, not sent.
    Owed,
    /// 已发: sent, not answered.
    Sent,
    /// 已退回: rejected with a reason, so to be sent again.
    Rejected,
    /// 已签收: acknowledged by its addressee, and so done.
    Acknowledged,
}

terms!(DutyStateKind {
    Self::Owed => "待发", "owed";
    Self::Sent => "已发", "sent";
    Self::Rejected => "已退回", "rejected";
    Self::Acknowledged => "已签收", "acknowledged";
});
named!(word: DutyStateKind);

impl DutyState {
    /// How far it is, without what came of it.
    pub const fn kind(&self) -> DutyStateKind {
        match self {
            Self::Owed => DutyStateKind::Owed,
            Self::Sent(_) => DutyStateKind::Sent,
            Self::Rejected(..) => DutyStateKind::Rejected,
            Self::Acknowledged(_) => DutyStateKind::Acknowledged,
        }
    }
}

impl From<DutyState> for Fact {
    fn from(it: DutyState) -> Self {
        it.kind().into()
    }
}

/// 报备、推送的办理: one message, its addressee and how far it is (`C4`, `C12`, `S19`).
///
/// ```
/// use tongquan::{AnyCase, case::{Duty, DutyStateKind, Message}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let duties = case.record().duties_on("2024-03-13".parse()?); // decided on that day
/// let [report, pushes @ ..] = &duties[..] else { return Err("nothing is owed".into()) };
/// assert_eq!((report.message, report.state.kind()), (Message::Report, DutyStateKind::Owed));
/// assert_eq!(report.to.as_ref().map(|it| it.label()), Some("市自然资源和规划局"));
/// assert_eq!((pushes.len(), pushes[0].message.kind().label()), (4, "审管信息推送"));
/// assert!(case.record().duties().iter().all(Duty::is_done)); // in the end
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The report, or the push to one seat.
    pub message: Message,
    /// Whom it goes to: once it is sent, whom it was sent to; until then, who sits there by the case's brief, none where the plan named nobody.
    pub to: Option<Body>,
    /// How far it is.
    pub state: DutyState,
}

impl Duty {
    /// Whether nothing is left to do.
    pub const fn is_done(&self) -> bool {
        matches!(self.state, DutyState::Acknowledged(_))
    }
    /// Whether it is to be sent: not sent yet, or rejected since.
    pub const fn is_to_send(&self) -> bool {
        matches!(self.state, DutyState::Owed | DutyState::Rejected(..))
    }
}

/// 已发: one message that an entry sent to its addressee.
///
/// See the example of [`Docket::sent`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The report, or the push to one seat.
    pub message: Message,
    /// Whom it was sent to.
    pub to: Body,
    /// When it was sent.
    pub at: Moment,
    /// By which entry: the version of the case that it made.
    pub version: usize,
    /// 第几次: 1 when it is sent first, 2 when it is sent again after a rejection.
    pub nth: usize,
}

impl Sent {
    /// For which of the four seats a push is; none for a report.
    pub const fn seat(&self) -> Option<Tier> {
        match self.message {
            Message::Report => None,
            Message::Push(tier) => Some(tier),
        }
    }
}

impl<'r> Docket<'r> {
    /// 已推送的单位: whom pushes were sent to, each once, in order, those that rejected one included.
    ///
    /// ```
    /// use tongquan::AnyCase;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let record = case.record();
    /// let sent = record.docket().pushed_to();
    /// assert_eq!(sent.iter().map(|it| it.label()).nth(1), Some("汶上县执法机构（虚构）"));
    /// assert!(record.up_to(record.opening().stamp.at).pushed_to().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pushed_to(&self) -> Vec<&'r Body> {
        let mut told = Vec::<&'r Body>::new();
        for sent in self.sent() {
            let to = match (sent.seat(), sent.version.checked_sub(2).and_then(|at| self.entries.get(at))) {
                (Some(tier), Some(Entry::Push(push))) => push.found.said.named(tier),
                _ => None,
            };
            told.extend(to.filter(|to| !told.iter().any(|it| it.is(to))));
        }
        told
    }

    /// 已发的报备和推送: every message that was sent, in order, those that were rejected and sent again each time; those of one entry in the order of the
    /// seats.
    ///
    /// ```
    /// use tongquan::{AnyCase, case::Message};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/unfavourable.json")?)?;
    /// let sent = case.record().docket().sent();
    /// // four pushes, the report, and a push once more to the seat that rejected it
    /// assert_eq!(sent.iter().filter(|it| it.message == Message::Report).count(), 1);
    /// assert_eq!(sent.iter().map(|it| it.nth).max(), Some(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sent(&self) -> Vec<Sent> {
        let (mut duties, mut told) = (Vec::<Duty>::new(), Vec::<Sent>::new());
        for (version, entry) in (2..).zip(self.entries) {
            let open: Vec<Message> = duties.iter().filter(|it| it.is_to_send()).map(|it| it.message).collect();
            follow(&mut duties, || self.route(), entry);
            for Duty { message, to, state } in &duties {
                if let (DutyState::Sent(at), Some(to), true) = (state, to, open.contains(message)) {
                    let nth = 1 + told.iter().filter(|it| it.message == *message).count();
                    told.push(Sent { message: *message, to: to.clone(), at: *at, version, nth });
                }
            }
        }
        told
    }
}

/// What an entry makes of the messages that a case owes.
pub(super) fn follow<'r>(duties: &mut Vec<Duty>, route: impl FnOnce() -> Route<'r>, entry: &Entry) {
    match arising(route, entry) {
        Some(owed) => *duties = owed,
        None => carry(duties, entry),
    }
}

/// The messages that an entry makes a case owe, where it does.
pub(super) fn arising<'r>(route: impl FnOnce() -> Route<'r>, entry: &Entry) -> Option<Vec<Duty>> {
    let decides = matches!(entry, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_));
    decides.then(|| owed(&route())).filter(|it| !it.is_empty())
}

/// What an entry does to the messages that a case owes.
pub(super) fn carry(duties: &mut [Duty], entry: &Entry) {
    #[expect(clippy::wildcard_enum_match_arm, reason = "no other step moves a message")]
    match entry {
        Entry::Report(it) => mark(duties, Message::Report, |duty| duty.state = DutyState::Sent(it.stamp.at)),
        Entry::Push(it) => {
            for tier in Tier::ALL {
                let Some(to) = it.found.said.named(tier) else { continue };
                mark(duties, Message::Push(tier), |duty| {
                    if duty.is_to_send() {
                        duty.state = DutyState::Sent(it.stamp.at);
                        duty.to = Some(to.clone());
                    }
                });
            }
        }
        Entry::Acknowledge(it) => mark(duties, it.step.message, |duty| {
            duty.state = match &it.step.reply {
                Reply::Acknowledged => DutyState::Acknowledged(it.stamp.at),
                Reply::Rejected(reason) => DutyState::Rejected(it.stamp.at, reason.clone()),
            };
        }),
        _ => {}
    }
}

/// What comes to be owed once a case is decided: it follows from the route.
pub(super) fn owed(route: &Route<'_>) -> Vec<Duty> {
    let owed =
        |message, to: Option<Party<'_>>| Duty { message, to: to.and_then(Party::to_body), state: DutyState::Owed };
    let mut duties: Vec<Duty> = Vec::new();
    duties.extend(route.reports_to().map(|it| owed(Message::Report, Some(Party::Department(it)))));
    if let Supervisors::Seats(seats) = route.supervisors() {
        duties.extend(Tier::ALL.into_iter().zip(seats.is).map(|(tier, to)| owed(Message::Push(tier), to)));
    }
    duties
}

fn mark(duties: &mut [Duty], message: Message, change: impl FnOnce(&mut Duty)) {
    if let Some(duty) = duties.iter_mut().find(|it| it.message == message) {
        change(duty);
    }
}
