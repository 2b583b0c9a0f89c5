use std::{fmt, str::FromStr};

use serde::{Serialize, Serializer};
use strum::IntoEnumIterator;

use super::{Dispatch, EventSource, word};
use crate::{
    case::{Message, Record, Sent},
    text::{Mark, Sought, Unknown, named_in},
    time::Moment,
    written::written,
};

/// 信封: a report (批后报备, `C4`) or a push (审管信息推送, `C12`) to one addressee, as a CloudEvents 1.0 envelope in the JSON event format. A body that sits
/// in two seats has one for each: it answers for each.
///
/// Its `id` is the case's number, the version of the case that the entry made, and the message: the same entry and addressee have the same id whenever
/// they are told, so that a receiver drops what it has; what is sent again after a rejection is another entry, and has another. The number of a case
/// is unique per service, as its [source](EventSource) is.
///
/// ```
/// use tongquan::{AnyCase, exports::{CloudEvent, EventSource}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let source: EventSource = "/jining/approvals".parse()?;
/// let events = CloudEvent::of(case.record(), &source);
/// let told: Vec<String> = events.iter().map(|it| format!("{} to {}", it.id(), it.data().to.label())).collect();
/// assert_eq!(told.len(), 5);
/// assert_eq!(told[..2], ["2024-000001:12:report to 市自然资源和规划局", "2024-000001:14:county_supervisor to 汶上县监管部门（虚构）"]);
/// let sent = serde_json::to_value(&events[0])?;
/// assert_eq!((&sent["specversion"], &sent["type"]), (&"1.0".into(), &"tongquan.report.v1".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CloudEvent {
    /// 信封版本: of CloudEvents.
    specversion: &'static str,
    /// 信封编号: case, version and message; unique within the source.
    id: String,
    /// 来源: which service sends it.
    source: EventSource,
    /// 信封类型: a report or a push.
    #[serde(rename = "type")]
    kind: MessageType,
    /// 办件编号: the number of the case.
    subject: Mark,
    /// 发送时间: when it was sent.
    time: Moment,
    /// 内容类型: the media type of `data`.
    datacontenttype: &'static str,
    /// 报送内容: what it tells.
    data: Dispatch,
}

/// 信封类型: the `type` of an envelope. A receiver tells by it what `data` is: where that changes its shape, another number follows the name.
///
/// ```
/// use tongquan::exports::MessageType;
/// assert_eq!([MessageType::Report, MessageType::Push].map(MessageType::name), ["tongquan.report.v1", "tongquan.push.v1"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum MessageType {
    /// 批后报备: `tongquan.report.v1`.
    Report,
    /// 审管信息推送: `tongquan.push.v1`.
    Push,
}

impl MessageType {
    /// As it stands in an envelope.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "tongquan.report.v1",
            Self::Push => "tongquan.push.v1",
        }
    }
}

/// As it stands in an envelope.
///
/// ```
/// use tongquan::exports::MessageType;
/// assert_eq!("tongquan.push.v1".parse(), Ok(MessageType::Push));
/// ```
///
/// # Errors
///
/// [`Unknown`] with the nearest names.
impl FromStr for MessageType {
    type Err = Unknown;

    fn from_str(name: &str) -> Result<Self, Unknown> {
        named_in(Sought::Word, name, Self::iter(), Self::name)
    }
}

impl fmt::Display for MessageType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for MessageType {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

written! {
    MessageType => "MessageType", {
        "type": "string", "enum": [Self::Report.name(), Self::Push.name()], "description": "信封类型: 批后报备, 审管信息推送",
    };
}

impl CloudEvent {
    /// The version of CloudEvents.
    pub const SPEC_VERSION: &'static str = "1.0";
    /// The media type of one envelope as it is sent: what `Content-Type` says.
    pub const MEDIA_TYPE: &'static str = "application/cloudevents+json";
    /// The media type of several in one array.
    pub const BATCH_MEDIA_TYPE: &'static str = "application/cloudevents-batch+json";

    /// Every report and push that a case has sent, in the order sent; those of one entry in the order of the seats.
    pub fn of(record: &Record, source: &EventSource) -> Vec<Self> {
        record.docket().sent().into_iter().map(|it| Self::sent(record, source, it)).collect()
    }

    fn sent(record: &Record, source: &EventSource, sent: Sent) -> Self {
        let (case, version) = (record.id(), sent.version);
        let kind = match sent.message {
            Message::Report => MessageType::Report,
            Message::Push(_) => MessageType::Push,
        };
        Self {
            specversion: Self::SPEC_VERSION,
            id: format!("{case}:{version}:{}", word::message(sent.message)),
            source: source.clone(),
            kind,
            subject: case.clone(),
            time: sent.at,
            datacontenttype: "application/json",
            data: Dispatch::of(record, sent),
        }
    }

    /// The id, unique within its source.
    pub fn id(&self) -> &str {
        &self.id
    }
    /// Which service sends it.
    pub const fn source(&self) -> &EventSource {
        &self.source
    }
    /// Report or push.
    pub const fn kind(&self) -> MessageType {
        self.kind
    }
    /// The number of the case that it is about.
    pub const fn subject(&self) -> &Mark {
        &self.subject
    }
    /// When it was sent.
    pub const fn time(&self) -> Moment {
        self.time
    }
    /// What it tells.
    pub const fn data(&self) -> &Dispatch {
        &self.data
    }
}
