use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, SeqAccess, Visitor},
    ser::SerializeSeq,
};

use super::Matter;
use crate::{case::Stamp, law::Fact, text::Mark, version::Version};

/// 一笔记录: something that happened in a matter, when and by whom. The service vouches for both.
///
/// ```
/// use tongquan::oversight::{Feedback, Minutes};
/// let mut stored: serde_json::Value = serde_json::from_str(&std::fs::read_to_string("tests/golden/dossiers.json")?)?;
/// let minutes: Minutes<Feedback> = serde_json::from_value(stored["feedback"].take())?;
/// assert_eq!(minutes.opening.step.case.as_str(), "2024-000001");
/// let received = &minutes.steps[0];
/// assert!(received.stamp.at > minutes.opening.stamp.at && received.seen.revision >= minutes.opening.seen.revision);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Noted{T}"))]
#[serde(deny_unknown_fields)]
pub struct Noted<T> {
    /// 办理记录: when and by whom.
    pub stamp: Stamp,
    /// 所据: by what it was judged.
    pub seen: Seen,
    /// 内容: the opening or the step, with its contents.
    pub step: T,
}

/// 所据: the registers and the case, as an entry saw them. It is kept, so that what is recorded or done later, be it on the same day or in the same
/// second, makes no entry unlawful that was lawful (`S39`).
///
/// ```
/// use tongquan::oversight::{Finding, Minutes};
/// let mut stored: serde_json::Value = serde_json::from_str(&std::fs::read_to_string("tests/golden/dossiers.json")?)?;
/// let minutes: Minutes<Finding> = serde_json::from_value(stored["finding"].take())?;
/// let seen = minutes.opening.seen;
/// assert_eq!((seen.revision, seen.version), (1, None)); // it is against a seal, and of no case
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// 登记批次: how many revisions the registers had.
    pub revision: u32,
    /// 办件版本: how many entries the case had; none where the matter is of no case.
    #[serde(default)]
    pub version: Option<usize>,
}

impl Seen {
    /// Whether it saw no less than an earlier entry.
    pub(super) fn is_since(self, earlier: Self) -> bool {
        earlier.revision <= self.revision && earlier.version <= self.version
    }
}

impl From<Seen> for Fact {
    fn from(it: Seen) -> Self {
        let (revision, mut zh, mut en) = (it.revision, String::new(), String::new());
        if let Some(version) = it.version {
            (zh, en) = (format!("、办件第{version}版"), format!(", version {version} of the case"));
        }
        Self::Told {
            zh: format!("登记第{revision}批{zh}"), en: format!("revision {revision} of the registers{en}")
        }
    }
}

/// 卷宗记录: what is told of a matter, as it was read. It may hold anything; what it proves, [`Dossier::prove`](super::Dossier::prove) tells.
///
/// Written as a sequence, the opening first, so that a store can append one entry. The opening says of which matter they are; those of another are not
/// read.
///
/// ```
/// use tongquan::oversight::{Dispute, Feedback, Minutes};
/// let stored = r#"[{"v": 1, "matter": "feedback", "stamp": {"at": "2024-04-10T09:00:00+08:00", "by": {"applicant": "somebody"}},
///   "seen": {"revision": 1, "version": 12}, "step": {"number": "FK-1", "case": "2024-000001", "what": "（虚构）与许可内容一致"}}]"#;
/// assert!(serde_json::from_str::<Minutes<Feedback>>(stored).is_ok());
/// let why = serde_json::from_str::<Minutes<Dispute>>(stored).unwrap_err();
/// assert!(why.to_string().starts_with("minutes of feedback, and not of dispute"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes<M: Matter> {
    /// The first entry: what opened the matter, when and by whom.
    pub opening: Noted<M::Opening>,
    /// The entries after it, in the order in which they were made.
    pub steps: Vec<Noted<M::Step>>,
}

/// 立卷: the opening carries the version of wire shape and rules, and the name of the matter.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Opened{T}"))]
#[cfg_attr(feature = "schema", schemars(bound = "S: schemars::JsonSchema, T: schemars::JsonSchema"))]
#[serde(deny_unknown_fields)]
#[serde(bound(serialize = "S: Serialize, T: Serialize", deserialize = "S: Deserialize<'de>, T: Deserialize<'de>"))]
struct Opened<M: Matter, S, T> {
    /// 版本
    v: Version,
    /// 卷宗类别
    matter: Named<M>,
    /// 办理记录: when and by whom.
    stamp: S,
    /// 所据: by what it was judged.
    seen: Seen,
    /// 内容: what opened it.
    step: T,
}

/// 卷宗类别: a format without names of fields could take one matter for another.
struct Named<M>(PhantomData<M>);

impl<M: Matter> Serialize for Named<M> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(M::NAME)
    }
}

impl<'de, M: Matter> Deserialize<'de> for Named<M> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let got = Mark::deserialize(from)?;
        if got.as_str() == M::NAME {
            return Ok(Self(PhantomData));
        }
        let name = M::NAME;
        Err(D::Error::custom(format_args!("minutes of {got}, and not of {name}; 卷宗类别为{got}，应为{name}")))
    }
}

impl<M: Matter> Serialize for Minutes<M> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut sequence = to.serialize_seq(Some(1 + self.steps.len()))?;
        let Noted { stamp, seen, step } = &self.opening;
        let (v, matter, seen) = (Version, Named(PhantomData), *seen);
        sequence.serialize_element(&Opened::<M, _, _> { v, matter, stamp, seen, step })?;
        for step in &self.steps {
            sequence.serialize_element(step)?;
        }
        sequence.end()
    }
}

impl<'de, M: Matter> Deserialize<'de> for Minutes<M> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<M>(PhantomData<M>);
        impl<'de, M: Matter> Visitor<'de> for Entries<M> {
            type Value = Minutes<M>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("minutes: a sequence of entries, the opening first")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Minutes<M>, A::Error> {
                let Some(Opened::<M, _, _> { v: Version, stamp, seen, step, .. }) = from.next_element()? else {
                    return Err(A::Error::invalid_length(0, &self));
                };
                let mut steps = Vec::with_capacity(from.size_hint().unwrap_or(0).min(1_024));
                while let Some(step) = from.next_element()? {
                    steps.push(step);
                }
                Ok(Minutes { opening: Noted { stamp, seen, step }, steps })
            }
        }
        from.deserialize_seq(Entries(PhantomData))
    }
}

#[cfg(feature = "schema")]
impl<M: Matter> schemars::JsonSchema for Named<M> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Named_{}", M::NAME).into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": M::NAME, "description": "卷宗类别" })
    }
}

#[cfg(feature = "schema")]
impl<M: Matter<Opening: schemars::JsonSchema, Step: schemars::JsonSchema>> schemars::JsonSchema for Minutes<M> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Minutes_{}", M::NAME).into()
    }
    fn json_schema(all: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let opening = all.subschema_for::<Opened<M, Stamp, M::Opening>>();
        let step = all.subschema_for::<Noted<M::Step>>();
        schemars::json_schema!({ "type": "array", "prefixItems": [opening], "items": step, "minItems": 1 })
    }
}
