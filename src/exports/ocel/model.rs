use serde::{Serialize, Serializer};

use super::{EventType, ObjectType, Qualifier};
use crate::time::Moment;

/// 事件: one entry of a journal or of a licence's dossier.
///
/// ```
/// use tongquan::{AnyCase, exports::{Ocel, ocel::{Qualifier, Value}}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let log = Ocel::of([case.record()], []);
/// let event = log.events().iter().find(|it| it.kind.to_string() == "ask_for_corrections").ok_or("none asked for")?;
/// assert_eq!((event.id.as_str(), event.time.day().to_string()), ("step:2024-000001:2", "2024-03-05".into()));
/// let materials = event.attributes.iter().find(|it| it.name == "materials").ok_or("not told")?;
/// assert_eq!(materials.value, Value::Integer(1)); // how many were asked for
/// let of = event.relations.iter().find(|it| it.qualifier == Qualifier::OfCase).ok_or("of no case")?;
/// assert_eq!(of.object, "case:2024-000001");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Its id, unique in every log.
    pub id: String,
    /// What happened: a filing, a step, or an act on a licence.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// When it happened, in Beijing time.
    pub time: Moment,
    /// What is known of it.
    pub attributes: Vec<Attribute>,
    /// The objects that it is of, each once.
    #[serde(rename = "relationships")]
    pub relations: Vec<Relation>,
}

/// 对象: what events are of.
///
/// ```
/// use tongquan::{AnyCase, exports::{Ocel, ocel::{ObjectType, Value}}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let log = Ocel::of([case.record()], []);
/// let told = log.objects_of(ObjectType::CaseFile).next().ok_or("no case")?;
/// let stages: Vec<&Value> = told.attributes.iter().filter(|it| it.name == "stage").map(|it| &it.value).collect();
/// assert_eq!((stages.first(), stages.last()), (Some(&&"filed".into()), Some(&&"closed".into()))); // each since its own moment
/// assert!(told.relations.iter().any(|it| it.object == "item:A1-33"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Object {
    /// Its id, unique in every log.
    pub id: String,
    /// What it is: a case, a seal, a licence, an item or a body.
    #[serde(rename = "type")]
    pub kind: ObjectType,
    /// What is known of it, and since when; of one name, in the order of time.
    pub attributes: Vec<Dated>,
    /// The objects that it belongs to.
    #[serde(rename = "relationships")]
    pub relations: Vec<Relation>,
}

/// 属性: a value of an event.
///
/// See the example of [`Event`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attribute {
    /// The name under which its event type declares it.
    pub name: &'static str,
    /// The value, of the type declared.
    pub value: Value,
}

/// 属性沿革: a value of an object, and since when it has it.
///
/// See the examples of [`Object`] and [`Since`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The name under which its object type declares it.
    pub name: &'static str,
    /// From which moment it has the value.
    pub time: Since,
    /// The value, of the type declared.
    pub value: Value,
}

/// 自何时: since when an object has a value.
///
/// ```
/// use tongquan::{AnyCase, exports::{Ocel, ocel::{ObjectType, Since, Value}}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/licence.json")?)?;
/// let log = Ocel::of([case.record()], []);
/// let told = log.objects_of(ObjectType::CaseFile).next().ok_or("no case")?;
/// // it moved on to a later edition of the standard
/// let editions: Vec<_> = told.attributes.iter().filter(|it| it.name == "standard").map(|it| (it.time, it.value.clone())).collect();
/// assert_eq!(editions, [(Since::Ever, Value::Integer(1)), (Since::At("2024-06-03T09:00:00+08:00".parse()?), Value::Integer(2))]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// 自始: as long as it is known. Written as the standard has it: `1970-01-01T00:00:00Z`.
    Ever,
    /// 自某时: since this moment.
    At(Moment),
}

impl Serialize for Since {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Ever => to.serialize_str("1970-01-01T00:00:00Z"),
            Self::At(at) => at.serialize(to),
        }
    }
}

/// 关系: what something has to do with an object.
///
/// See the example of [`Event`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// The object's id.
    #[serde(rename = "objectId")]
    pub object: String,
    /// What it has to do with it.
    pub qualifier: Qualifier,
}

/// 值: of one of the types that OCEL knows.
///
/// ```
/// use tongquan::exports::ocel::{Value, ValueKind};
/// assert_eq!((Value::from("准予"), Value::from(3_u32).kind()), (Value::Text("准予".into()), ValueKind::Integer));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// 文本: a word of the crate's data, a name, a number that was given, or a day (`YYYY-MM-DD`).
    Text(String),
    /// 整数: a count, or the number of an edition, a version or a seal.
    Integer(i64),
    /// 是否: yes or no.
    Boolean(bool),
}

impl Value {
    /// Its type.
    pub const fn kind(&self) -> ValueKind {
        match self {
            Self::Text(_) => ValueKind::String,
            Self::Integer(_) => ValueKind::Integer,
            Self::Boolean(_) => ValueKind::Boolean,
        }
    }
}

impl From<String> for Value {
    fn from(it: String) -> Self {
        Self::Text(it)
    }
}

impl From<&str> for Value {
    fn from(it: &str) -> Self {
        Self::Text(it.to_owned())
    }
}

impl From<bool> for Value {
    fn from(it: bool) -> Self {
        Self::Boolean(it)
    }
}

impl From<u32> for Value {
    fn from(it: u32) -> Self {
        Self::Integer(it.into())
    }
}

impl From<usize> for Value {
    fn from(it: usize) -> Self {
        Self::Integer(i64::try_from(it).unwrap_or(i64::MAX))
    }
}

/// 值的类型: of the types that OCEL knows, those that are used here.
///
/// See the example of [`Declaration`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// 文本: a text, written `string`.
    String,
    /// 整数: a whole number, written `integer`.
    Integer,
    /// 是否: `true` or `false`, written `boolean`.
    Boolean,
}

/// 属性声明: an attribute that events or objects of a type can have; one that is not known is left out.
///
/// See the example of [`Declaration`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// The attribute's name.
    pub name: &'static str,
    /// The type of its values.
    #[serde(rename = "type")]
    pub kind: ValueKind,
}

/// 类型声明: a type of events or objects, with every attribute that they can have.
///
/// ```
/// use tongquan::exports::{Ocel, ocel::{ObjectType, ValueKind}};
/// let log = Ocel::of([], []); // the types are declared, whatever stands in a log
/// let seal = log.object_types().iter().find(|it| it.name == ObjectType::Seal).ok_or("not declared")?;
/// let columns: Vec<_> = seal.attributes.iter().map(|it| (it.name, it.kind)).collect();
/// assert_eq!(columns[2], ("seal_number", ValueKind::Integer));
/// assert_eq!(serde_json::to_value(seal)?["attributes"][0]["type"], "string");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Declaration<T> {
    /// The type of events or objects that is declared.
    pub name: T,
    /// The attributes that they can have.
    pub attributes: &'static [Declared],
}
