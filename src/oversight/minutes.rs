use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, SeqAccess, Visitor},
    ser::SerializeSeq,
};

use super::Matter;
use crate::{case::Stamp, version::Version};

/// 一笔记录: something that happened in a matter, when and by whom. The service vouches for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted<T> {
    /// When and by whom.
    pub stamp: Stamp,
    /// What.
    pub step: T,
}

/// 卷宗记录: what is told of a matter, as it was read. It may hold anything; what it proves, [`Dossier::prove`](super::Dossier::prove) tells.
///
/// Written as a sequence, the opening first, so that a store can append one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes<M: Matter> {
    /// What opened it.
    pub opening: Noted<M::Opening>,
    /// What happened since.
    pub steps: Vec<Noted<M::Step>>,
}

/// The opening carries the version of wire shape and rules.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened<S, T> {
    v: Version,
    stamp: S,
    step: T,
}

impl<M: Matter> Serialize for Minutes<M> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut sequence = to.serialize_seq(Some(1 + self.steps.len()))?;
        let Noted { stamp, step } = &self.opening;
        sequence.serialize_element(&Opened { v: Version, stamp, step })?;
        for step in &self.steps {
            sequence.serialize_element(step)?;
        }
        sequence.end()
    }
}

impl<'de, M: Matter> Deserialize<'de> for Minutes<M> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<M>(std::marker::PhantomData<M>);
        impl<'de, M: Matter> Visitor<'de> for Entries<M> {
            type Value = Minutes<M>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("minutes: a sequence of entries, the opening first")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Minutes<M>, A::Error> {
                let Some(Opened { v: Version, stamp, step }) = from.next_element()? else {
                    return Err(A::Error::invalid_length(0, &self));
                };
                let mut steps = Vec::with_capacity(from.size_hint().unwrap_or(0).min(1_024));
                while let Some(step) = from.next_element()? {
                    steps.push(step);
                }
                Ok(Minutes { opening: Noted { stamp, step }, steps })
            }
        }
        from.deserialize_seq(Entries(std::marker::PhantomData))
    }
}
