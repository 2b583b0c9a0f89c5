use std::fmt;

use chrono::NaiveDate;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use super::{Stamp, steps::File};
use crate::{
    catalogue::{EditionId, ItemFacts},
    law::Fact,
    register::Outline,
    route::{Admission, Gap, UndertakingRecord},
};

/// 立案依据: what the catalogue and the registers said on the filing day. A case keeps it for life (`S4`); its route follows from it and is
/// never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// 登记批次: how many revisions the registers knew (`S39`).
    pub revision: u32,
    /// The edition of the catalogue.
    pub edition: EditionId,
    /// The item, as it stood in the case's region.
    pub item: ItemFacts,
    /// What the region's plan said of it.
    pub undertaking: UndertakingRecord,
    /// What a running permission gave at the venue, where it was not the competent one.
    pub admission: Option<Admission>,
    /// The standard in force; none where no handbook was on record, which bars nothing (`S11`).
    pub standard: Option<Outline>,
    /// 缺项: what was missing, and barred nothing but the impossible (`S11`).
    pub gaps: Vec<Gap>,
}

impl Brief {
    /// Which of its parts are not as another says.
    pub(super) fn differing(&self, other: &Self) -> Vec<Fact> {
        let parts = [
            (self.edition == other.edition, "事项清单版次", "the edition"),
            (self.item == other.item, "事项", "the item"),
            (self.undertaking == other.undertaking, "承接方案", "the undertaking plan"),
            (self.admission == other.admission, "收件权限", "the venue's permission"),
            (self.standard == other.standard, "业务手册", "the standard"),
            (self.gaps == other.gaps, "承接准备", "the readiness"),
        ];
        parts.into_iter().filter(|(same, ..)| !same).map(|(_, zh, en)| Fact::Term { zh, en }).collect()
    }
}

impl Brief {
    /// Whether it is of a later edition of the catalogue or of the standard. A region's own is later than the handbook that it is drawn from, and a
    /// handbook later than what is drawn from those before it.
    pub(super) fn is_later_than(&self, other: &Self) -> bool {
        let rank = |it: &Outline| it.own.map_or((it.edition, 0), |own| (own.handbook, it.edition));
        let standard = |it: &Self| it.standard.as_ref().map(rank);
        self.edition.number > other.edition.number || standard(self) > standard(other)
    }

    /// The same as a fact.
    pub(super) fn told(&self) -> Fact {
        let standard = self.standard.as_ref().map(|it| {
            let (edition, own) = (it.edition, it.own.map(|own| own.region));
            let (zh, en) = own.map_or_else(
                || ("业务手册".to_owned(), "handbook".to_owned()),
                |it| (format!("{it}区域标准"), format!("{it}'s own standard")),
            );
            Fact::Told { zh: format!("{zh}第{edition}版"), en: format!("{en}, edition {edition}") }
        });
        let number = self.edition.number;
        let list = Fact::Told { zh: format!("事项清单第{number}版"), en: format!("catalogue, edition {number}") };
        Fact::List(vec![list, standard.into()])
    }
}

/// 收件: the first entry of a journal: what was filed, when, by whom, and the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Version of wire shape and rules.
    pub v: Version,
    /// When and by whom.
    pub stamp: Stamp,
    /// What was filed.
    pub step: File,
    /// What catalogue and registers said.
    pub found: Box<Brief>,
}

/// 版本: the version of wire shape and rules that this crate writes and reads: `0`, which promises nothing yet. A journal of another
/// version is refused where it is read, by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// Its number.
    pub const NUMBER: u16 = 0;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u16(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Version;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let number = Version::NUMBER;
                write!(
                    f,
                    "the version of a journal; this crate reads version {number}（流转记录的版本；本库只识版本{number}）"
                )
            }
            fn visit_u64<E: de::Error>(self, other: u64) -> Result<Version, E> {
                if other == u64::from(Version::NUMBER) { Ok(Version) } else { Err(unread(other)) }
            }
            fn visit_i64<E: de::Error>(self, other: i64) -> Result<Version, E> {
                u64::try_from(other).map_or_else(|_| Err(unread(other)), |it| self.visit_u64(it))
            }
        }
        from.deserialize_u16(Number)
    }
}

fn unread<E: de::Error>(other: impl fmt::Display) -> E {
    let number = Version::NUMBER;
    E::custom(format_args!(
        "a journal of version {other}; this crate reads version {number}（流转记录版本为{other}，本库只识版本{number}）"
    ))
}

impl Opening {
    /// 收件日: the day on which the first venue took the papers in (`S29`).
    pub const fn day(&self) -> NaiveDate {
        self.stamp.at.day()
    }
}
