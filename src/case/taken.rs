use std::fmt::Debug;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, ser::SerializeStruct};

use super::{Brief, Case, Docket, Draft, Listed, Record, Stage};
use crate::{
    body::Actor,
    law::{Bench, Permit},
    register::{Office, Registers},
    text::Mark,
    time::Moment,
};

/// 办理记录: when and by whom. The service vouches for both.
///
/// ```
/// use tongquan::{Actor, AnyCase, Stamp};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let opening = &case.record().opening().stamp;
/// assert_eq!((opening.at.to_string().as_str(), opening.by.person().as_str()), ("2024-03-04T09:00:00+08:00", "clerk-1"));
/// // the same clerk, later: the service says who it is and when
/// let stamp = Stamp { at: "2024-03-05T09:00:00+08:00".parse()?, ..opening.clone() };
/// assert!(stamp.at > opening.at && matches!(stamp.by, Actor::Official { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// 办理时间: when, Beijing time, to the second.
    pub at: Moment,
    /// 办理人: who acted, and for which body.
    pub by: Actor,
}

/// 登记依据: what a step found in the registers: nothing (`()`) for most.
///
/// See the example of [`Taken`].
pub trait Grounds: Clone + Eq + Debug + Serialize + DeserializeOwned {
    /// The value, where there is only one: such grounds are not written.
    const NOTHING: Option<Self>;

    /// The revision of the registers that was asked; none where none was.
    fn revision(&self) -> Option<u32>;
}

impl Grounds for () {
    const NOTHING: Option<Self> = Some(());

    fn revision(&self) -> Option<u32> {
        None
    }
}

/// 登记所载: what the registers said, as a revision left them (`S39`).
///
/// ```
/// use tongquan::{AnyCase, case::{Entry, PeriodState}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let Entry::AskForCorrections(notice) = &case.record().entries()[0] else { return Err("another step".into()) };
/// assert_eq!((notice.found.revision, notice.found.said), (1, PeriodState::Unset)); // no period for the notice is set
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Said{T}"))]
#[serde(deny_unknown_fields)]
pub struct Said<T> {
    /// 登记批次: how many revisions they knew.
    pub revision: u32,
    /// 登记所载: what they said.
    #[serde(bound(deserialize = "T: Deserialize<'de>"), deserialize_with = "T::deserialize")]
    #[cfg_attr(feature = "schema", schemars(with = "Always<T>"))]
    pub said: T,
}

/// What may be none and is still never left out.
#[cfg(feature = "schema")]
struct Always<T>(std::marker::PhantomData<T>);

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Always<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Always{}", T::schema_name()).into()
    }
    fn json_schema(all: &mut schemars::SchemaGenerator) -> schemars::Schema {
        all.subschema_for::<T>()
    }
}

impl<T: Clone + Eq + Debug + Serialize + DeserializeOwned> Grounds for Said<T> {
    const NOTHING: Option<Self> = None;

    fn revision(&self) -> Option<u32> {
        Some(self.revision)
    }
}

/// The brief of a later day, which carries its revision itself.
impl Grounds for Brief {
    const NOTHING: Option<Self> = None;

    fn revision(&self) -> Option<u32> {
        Some(self.revision)
    }
}

/// What takes room stands apart, so that an entry of a journal is small. There is never only one value of it.
impl<T: Grounds> Grounds for Box<T> {
    const NOTHING: Option<Self> = None;

    fn revision(&self) -> Option<u32> {
        T::revision(self)
    }
}

/// Closed to other crates: a step made elsewhere could judge nothing and enter anything.
pub(super) mod sealed {
    /// Held by the steps of this crate alone.
    #[diagnostic::on_unimplemented(
        message = "环节只能由本库规定: `{Self}` cannot be made a step outside this crate",
        label = "no step of the lifecycle",
        note = "环节只减不增 (C7): the lifecycle table of `tongquan::case` lists every step"
    )]
    pub trait Sealed {}
}

/// What somebody asks of a case, apart from the stage that it is asked in. Only the steps of this crate are acts.
///
/// ```compile_fail
/// use tongquan::{Stamp, case::{Act, Docket}, register::Registers};
/// #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
/// struct CounterSign {}
/// impl Act for CounterSign {
///     type Grounds = ();
///     fn look_up(&self, _: Docket<'_>, _: &Stamp, _: Registers<'_>) {}
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "环节只能由本库规定: `{Self}` is no step of a case",
    label = "no step of the lifecycle",
    note = "环节只减不增 (C7): the lifecycle table of `tongquan::case` lists every step"
)]
pub trait Act: Clone + Eq + Debug + Serialize + DeserializeOwned + sealed::Sealed {
    /// What the registers say for its judgement.
    type Grounds: Grounds;

    /// Asks the registers, as of the stamp's day, for a record as it stood before the step. It knows no rule.
    fn look_up(&self, docket: Docket<'_>, stamp: &Stamp, registers: Registers<'_>) -> Self::Grounds;
}

/// 环节: a step out of a stage. The lifecycle table lists every pair; nothing outside the crate can add one.
///
/// ```
/// use tongquan::case::{Listed, Role, Stage, StageKind, Step, stage::{Correcting, Filed}, steps::Accept};
/// // where a step leads, and who may take it, as the compiler knows it
/// fn arc<S: Stage, T: Step<S>>() -> (Role, StageKind) {
///     (<T as Listed<S>>::ROLE, T::To::KIND)
/// }
/// assert_eq!(arc::<Filed, Accept>(), (Role::Accepting, StageKind::Accepted));
/// assert_eq!(arc::<Filed, Accept>(), arc::<Correcting, Accept>());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// steps of several stages are not recommended by the compiler, so that a stage without them is told here, once, and not bound by bound
#[diagnostic::on_unimplemented(
    message = "此阶段没有这一环节: a case at `{S}` has no step `{Self}`",
    label = "no such step at this stage",
    note = "环节只减不增 (C7): the lifecycle table lists every step of every stage; see `tongquan::case::ARCS`"
)]
pub trait Step<S: Stage>: Act + Listed<S> {
    /// The stage that it leads to.
    type To: Stage;

    /// The rules. It asks no register, so that a replay judges by the very same lines.
    #[doc(hidden)]
    fn judge(&self, case: &Case<S>, stamp: &Stamp, found: &Self::Grounds, bench: &mut Bench);

    /// 拟办: the step at this stage with contents that a judgement holds least against, one for each thing that it can be of.
    #[doc(hidden)]
    fn drafts(case: &Case<S>, stamp: &Stamp, registers: Registers<'_>) -> Vec<Draft<Self>>;

    /// The new stage, of a record as it stood before; only a judgement without objection gives the permit.
    #[doc(hidden)]
    fn enter(&self, from: S, record: &Record, stamp: &Stamp, found: &Self::Grounds, permit: Permit) -> Self::To;
}

/// 一笔记录: a step taken: what was asked, when, by whom, and what the registers said.
///
/// ```
/// use tongquan::{AnyCase, case::Entry};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/lapsed.json")?)?;
/// let Some(Entry::Lapse(taken)) = case.record().entries().last() else { return Err("it did not lapse".into()) };
/// assert_eq!(taken.action, None); // entered without an id
/// assert_eq!(taken.found.revision, 1); // the calendar was asked, as the first revision left it
/// assert!(taken.found.said.is_over());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<T: Act> {
    /// When and by whom.
    pub stamp: Stamp,
    /// 操作编号: the id that the service gave the action, where it gave one (`S44`).
    pub action: Option<Mark>,
    /// What was asked: the step with its contents.
    pub step: T,
    /// What the registers said.
    pub found: T::Grounds,
}

impl<T: Act> Taken<T> {
    /// The stage that it leads to, of a record as it stood before.
    pub(super) fn enter<S: Stage>(&self, from: S, record: &Record, permit: Permit) -> T::To
    where
        T: Step<S>,
    {
        self.step.enter(from, record, &self.stamp, &self.found, permit)
    }

    /// What the registers said for it, as they stood when it was taken.
    pub(super) fn truth(&self, docket: Docket<'_>, office: &Office) -> Truth<T::Grounds> {
        let Some(revision) = self.found.revision() else { return Truth::NotAsked };
        let registers = office.as_of(revision, self.stamp.at.day());
        registers.map_or(Truth::NeverKnown, |it| Truth::Said(self.step.look_up(docket, &self.stamp, it)))
    }

    /// Whether what it says was found is what the registers said. What was asked of no register agrees.
    pub(super) fn agrees(&self, docket: Docket<'_>, office: &Office) -> bool {
        match self.truth(docket, office) {
            Truth::NotAsked => true,
            Truth::NeverKnown => false,
            Truth::Said(truth) => truth == self.found,
        }
    }
}

/// What registers said for an entry.
pub(super) enum Truth<G> {
    /// No register was asked.
    NotAsked,
    /// The revision that it names was not known then.
    NeverKnown,
    /// This.
    Said(G),
}

impl<T: Act> Serialize for Taken<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let bare = T::Grounds::NOTHING.is_some();
        // told only where there is one, save in formats that name no fields
        let told = self.action.is_some() || !to.is_human_readable();
        let mut it = to.serialize_struct("Taken", 2 + usize::from(told) + usize::from(!bare))?;
        it.serialize_field("stamp", &self.stamp)?;
        if told {
            it.serialize_field("action", &self.action)?;
        }
        it.serialize_field("step", &self.step)?;
        if !bare {
            it.serialize_field("found", &self.found)?;
        }
        it.end()
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename = "Taken", deny_unknown_fields)]
struct Bare<T> {
    /// 办理记录: when and by whom.
    stamp: Stamp,
    /// 操作编号: given by the service, where it gave one (`S44`).
    #[serde(default)]
    action: Option<Mark>,
    /// 环节内容
    step: T,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename = "Taken", deny_unknown_fields)]
#[serde(bound = "T: Deserialize<'de>, G: Deserialize<'de>")]
struct Full<T, G> {
    /// 办理记录: when and by whom.
    stamp: Stamp,
    /// 操作编号: given by the service, where it gave one (`S44`).
    #[serde(default)]
    action: Option<Mark>,
    /// 环节内容
    step: T,
    /// 登记所载: what the registers said.
    // read by a function, so that grounds that may be none are still not left out
    #[serde(deserialize_with = "G::deserialize")]
    found: G,
}

impl<'de, T: Act> Deserialize<'de> for Taken<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if let Some(found) = T::Grounds::NOTHING {
            let Bare { stamp, action, step } = Bare::deserialize(from)?;
            Ok(Self { stamp, action, step, found })
        } else {
            let Full { stamp, action, step, found } = Full::deserialize(from)?;
            Ok(Self { stamp, action, step, found })
        }
    }
}

#[cfg(feature = "schema")]
impl<T: Act<Grounds: schemars::JsonSchema> + schemars::JsonSchema> schemars::JsonSchema for Taken<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Taken{}", T::schema_name()).into()
    }
    fn json_schema(all: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = match T::Grounds::NOTHING {
            Some(_) => Bare::<T>::json_schema(all),
            None => Full::<T, T::Grounds>::json_schema(all),
        };
        schema.insert("description".to_owned(), "一笔记录: a step taken, when and by whom.".into());
        schema
    }
}
