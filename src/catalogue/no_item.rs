use chrono::NaiveDate;
use serde::Serialize;

use super::{Edition, EditionId, Item, Key, catalogue};
use crate::{law::Fact, text::Unknown};

/// 查无事项: on a day, no item of the list is of a key or name.
///
/// ```
/// use tongquan::{Catalogue, catalogue::NoItem};
/// let list = Catalogue::built_in();
/// let early = list.look_up("船舶登记", "2021-06-14".parse()?).unwrap_err();
/// assert_eq!(early.zh(), "2021-06-14尚无生效的事项清单，首版自2021-06-15起施行");
/// let wrong = list.look_up("船只登记", "2024-03-04".parse()?).unwrap_err();
/// assert!(matches!(wrong, NoItem::NoSuch(it) if it.nearest[0] == "船舶登记"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoItem {
    /// 尚无清单: no edition of the catalogue is in force on that day.
    #[error("no catalogue is in force on {day}; the first is from {first}")]
    NotInForce {
        /// The day asked.
        #[serde(with = "crate::time::Iso")]
        day: NaiveDate,
        /// First day of the first edition.
        #[serde(with = "crate::time::Iso")]
        first: NaiveDate,
    },
    /// 当日不在清单上: it left the list, or comes to it later.
    #[error("{item} is not on the list on {day}; the list has it {}", span(*.from, *.until).1)]
    NotListed {
        /// The item.
        item: Key,
        /// The day asked.
        #[serde(with = "crate::time::Iso")]
        day: NaiveDate,
        /// The first day on which it is there.
        #[serde(with = "crate::time::Iso")]
        from: NaiveDate,
        /// The last day; none where it stays.
        #[serde(with = "crate::time::MaybeIso")]
        until: Option<NaiveDate>,
    },
    /// 没有此项: no item was ever called so; or it is called otherwise on that day, and that is told as the nearest.
    #[error(transparent)]
    NoSuch(#[from] Unknown),
}

fn span(from: NaiveDate, until: Option<NaiveDate>) -> (String, String) {
    let span = Fact::span(Some(from), until);
    (span.zh(), span.to_string())
}

impl NoItem {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::NotInForce { day, first } => format!("{day}尚无生效的事项清单，首版自{first}起施行"),
            Self::NotListed { item, day, from, until } => {
                format!("{}于{day}不在清单上，在清单上的日期：{}", Fact::from(item).zh(), span(*from, *until).0)
            }
            Self::NoSuch(it) => it.zh(),
        }
    }
}

/// Of editions as they came to be, the item of a key on a day.
pub(crate) fn item_on<'e>(editions: &'e [Edition], key: &Key, day: NaiveDate) -> Result<Item<'e>, NoItem> {
    let edition = edition_on(editions, day)?;
    edition.find(key).ok_or_else(|| gone(editions, key, day).unwrap_or_else(|| edition.unknown(key).into()))
}

/// Of editions as they came to be, the item that a person means on a day.
pub(crate) fn look_up<'e>(editions: &'e [Edition], text: &str, day: NaiveDate) -> Result<Item<'e>, NoItem> {
    let edition = edition_on(editions, day)?;
    edition.look_up(text).map_err(|unknown| {
        let Some(other) = editions.iter().rev().find_map(|it| it.meant_by(text)) else { return unknown.into() };
        match edition.find(other.key()) {
            Some(item) => Unknown { nearest: vec![item.name().to_owned()], ..unknown }.into(),
            None => gone(editions, other.key(), day).unwrap_or_else(|| unknown.into()),
        }
    })
}

/// Of editions as they came to be, that in force on a day.
pub(crate) fn edition_on(editions: &[Edition], day: NaiveDate) -> Result<&Edition, NoItem> {
    catalogue::in_force(editions, day).ok_or(NoItem::NotInForce { day, first: EditionId::BUILT_IN.from })
}

fn gone(editions: &[Edition], key: &Key, day: NaiveDate) -> Option<NoItem> {
    let (from, until) = catalogue::listed(editions, key)?;
    Some(NoItem::NotListed { item: key.clone(), day, from, until })
}
