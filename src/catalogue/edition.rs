use std::{borrow::Cow, fmt};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    BadKey, Item, Key,
    shelf::{LISTED, Shelf, Shelved},
};
use crate::{
    law::{Fact, Faults, Rule},
    text::{Sought, Unknown, alike},
    time::day,
};

/// 清单版次: which edition of the catalogue: its number and the day from which it is in force.
///
/// ```
/// use tongquan::{Edition, catalogue::EditionId};
/// assert_eq!(Edition::built_in().id(), EditionId::BUILT_IN);
/// assert_eq!(EditionId::BUILT_IN.to_string(), "1 (2021-06-15)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EditionId {
    /// 版次: counted from 1, the built-in one.
    pub number: u16,
    /// 施行日: first day in force.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

impl EditionId {
    /// The lists as the document has them, in force from the day of its signature (`S14`).
    pub const BUILT_IN: Self = Self { number: 1, from: day(2021, 6, 15) };
}

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.number, self.from)
    }
}

/// 事项清单的一版: all items and how each stands in each region. Built-in and amended editions are one type and answer at one cost: an edition
/// is a list of four bytes an item, and what the bytes stand for is shared by every edition of a [`Catalogue`](super::Catalogue).
///
/// ```
/// use tongquan::Edition;
/// let edition = Edition::built_in();
/// assert_eq!(edition.items().count(), 76);
/// let wrong = edition.item_named("船舶登计").unwrap_err();
/// assert_eq!(wrong.nearest.first().unwrap(), "船舶登记");
/// ```
#[derive(Clone)]
pub struct Edition {
    pub(super) id: EditionId,
    /// The day from which it is as it is: its first day in force, or that of a service's own items that came to it later.
    pub(super) begins: NaiveDate,
    pub(super) shelf: Shelved,
    /// The row of each position; one that an item does not have in this edition is [`ABSENT`].
    pub(super) row_of: Cow<'static, [u32]>,
}

/// What a key is to name.
pub(crate) const ON_THE_LIST: (&str, &str) = ("清单所列事项", "an item of the list");

/// No row: the item was removed, or came later.
pub(super) const ABSENT: u32 = u32::MAX;

static BUILT_IN: Edition = Edition {
    id: EditionId::BUILT_IN,
    begins: EditionId::BUILT_IN.from,
    shelf: Shelved::BuiltIn,
    row_of: Cow::Borrowed(&AS_LISTED),
};

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "runs at compile time only")]
const AS_LISTED: [u32; LISTED] = {
    let mut rows = [0; LISTED];
    let mut at = 0;
    while at < LISTED {
        rows[at] = at as u32;
        at += 1;
    }
    rows
};

impl Edition {
    /// Annexes 1 and 2 of 济政字〔2021〕30号, in force from 2021-06-15.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Its number and first day.
    pub const fn id(&self) -> EditionId {
        self.id
    }

    /// The day from which it is as it is: its first day in force, or that of a service's own items that came to it later.
    pub const fn begins(&self) -> NaiveDate {
        self.begins
    }

    /// Every item: annex 1, annex 2, then those that a service or an amendment added, in the order in which they were added.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> + Clone {
        self.view().items()
    }

    fn view(&self) -> View<'_> {
        View { shelf: &self.shelf, row_of: &self.row_of }
    }

    /// The item of annex 1 with this number.
    ///
    /// ```
    /// use tongquan::Edition;
    /// assert_eq!(Edition::built_in().annex_1(36)?.name(), "道路客运站站级核定");
    /// assert!(Edition::built_in().annex_1(62).is_err());
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unknown`] where the annex has no such number, or an amendment removed it.
    pub fn annex_1(&self, number: u8) -> Result<Item<'_>, Unknown> {
        self.item(&Key::Annex1(number))
    }

    /// The item of annex 2 with this number.
    ///
    /// ```
    /// use tongquan::Edition;
    /// assert_eq!(Edition::built_in().annex_2(8)?.key().to_string(), "A2-8");
    /// assert!(Edition::built_in().annex_2(16).is_err());
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unknown`] where the annex has no such number, or an amendment removed it.
    pub fn annex_2(&self, number: u8) -> Result<Item<'_>, Unknown> {
        self.item(&Key::Annex2(number))
    }

    /// The item of a key.
    ///
    /// ```
    /// use tongquan::Edition;
    /// let why = Edition::built_in().item(&"A1-62".parse()?).unwrap_err();
    /// assert!(why.nearest.iter().all(|it| it.starts_with("A1-")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unknown`] with the nearest keys.
    pub fn item(&self, key: &Key) -> Result<Item<'_>, Unknown> {
        self.find(key).ok_or_else(|| self.unknown(key))
    }

    /// What may have been meant by a key that no item has.
    pub(crate) fn meant(&self, key: &Key) -> Fact {
        self.view().meant(key)
    }

    /// That there is no item of a key, with the nearest keys.
    pub(crate) fn unknown(&self, key: &Key) -> Unknown {
        self.view().unknown(key)
    }

    /// The item of a name, letter for letter as in the list; its brackets, dashes and spaces in whichever form they are typed.
    ///
    /// ```
    /// use tongquan::Edition;
    /// assert_eq!(Edition::built_in().item_named("船舶登记")?.key().to_string(), "A1-47");
    /// let why = Edition::built_in().item_named("船只登记").unwrap_err();
    /// assert_eq!(why.nearest[0], "船舶登记");
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unknown`] with the nearest names; where several are typed alike, with the keys of them all.
    pub fn item_named(&self, name: &str) -> Result<Item<'_>, Unknown> {
        self.called(name).ok_or_else(|| self.none_called(name.trim()))
    }

    /// The one item of a name, as it is typed.
    fn called(&self, name: &str) -> Option<Item<'_>> {
        let (view, trimmed) = (self.view(), || name.trim());
        let alike = || self.typed_alike(trimmed()).try_into().ok().map(|[only]: [Item<'_>; 1]| only);
        view.named(name).or_else(|| view.named(trimmed())).or_else(alike)
    }

    fn typed_alike(&self, name: &str) -> Vec<Item<'_>> {
        self.items().filter(|it| alike(it.name(), name)).collect()
    }

    fn none_called(&self, name: &str) -> Unknown {
        match self.typed_alike(name) {
            none if none.is_empty() && name.is_ascii() => self.view().no_key(name),
            none if none.is_empty() => Unknown::new(Sought::Item, name, self.items().map(Item::name)),
            several => Unknown::shared(Sought::Item, name, several.iter().map(|it| it.key().to_string()).collect()),
        }
    }

    /// The item that a person means: by its key, in small letters too, or by its name as [`item_named`](Self::item_named) takes it.
    ///
    /// ```
    /// use tongquan::Edition;
    /// let edition = Edition::built_in();
    /// assert_eq!(edition.look_up("A1-47")?, edition.look_up("船舶登记")?);
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unknown`] with the nearest keys or names; where several are typed alike, with the keys of them all.
    pub fn look_up(&self, text: &str) -> Result<Item<'_>, Unknown> {
        self.meant_by(text).ok_or_else(|| match typed_key(text) {
            Ok(key @ (Key::Annex1(_) | Key::Annex2(_))) => self.unknown(&key),
            Ok(Key::Own(_)) | Err(_) => self.none_called(text.trim()),
        })
    }

    /// The one item of that key or name.
    pub(super) fn meant_by(&self, text: &str) -> Option<Item<'_>> {
        match typed_key(text) {
            Ok(key @ (Key::Annex1(_) | Key::Annex2(_))) => self.find(&key),
            Ok(key) => self.find(&key).or_else(|| self.called(text)),
            Err(_) => self.called(text),
        }
    }

    /// The item of a key, if there is one.
    #[inline]
    pub fn find(&self, key: &Key) -> Option<Item<'_>> {
        self.view().find(key)
    }
}

/// A key typed in small letters is still the annex's; no key of one's own is of its form.
fn typed_key(text: &str) -> Result<Key, BadKey> {
    let key = text.trim();
    let annex = ["a1-", "a2-"].iter().any(|it| key.starts_with(it)).then(|| key.replacen('a', "A", 1));
    annex.as_deref().unwrap_or(key).parse()
}

/// The rows that count, out of all that a catalogue keeps.
#[derive(Clone, Copy)]
pub(super) struct View<'e> {
    pub(super) shelf: &'e Shelf,
    pub(super) row_of: &'e [u32],
}

impl<'e> View<'e> {
    pub(super) fn items(self) -> impl Iterator<Item = Item<'e>> + Clone {
        self.row_of.iter().filter_map(move |row| self.shelf.item(*row))
    }

    /// The row of a position.
    #[inline]
    pub(super) fn row_at(self, position: u32) -> Option<u32> {
        self.row_of.get(usize::try_from(position).ok()?).copied()
    }

    #[inline]
    pub(super) fn find(self, key: &Key) -> Option<Item<'e>> {
        self.shelf.item(self.row_at(self.shelf.position(key)?)?)
    }

    pub(super) fn named(self, name: &str) -> Option<Item<'e>> {
        // most often what the annexes name is meant, and it is as they have it
        match Shelf::listed(name).filter(|row| self.row_at(*row) == Some(*row)) {
            Some(row) => self.shelf.item(row),
            None => self.all_named(name).next(),
        }
    }

    /// The items of a name; one may come again.
    pub(super) fn all_named(self, name: &str) -> impl Iterator<Item = Item<'e>> {
        self.shelf.named(name).filter_map(move |row| {
            let now = self.row_at(self.shelf.position_of(row))?;
            self.shelf.item(now).filter(|item| now == row || item.name() == name)
        })
    }

    /// The item that a row of data names.
    pub(super) fn on_record(self, key: &Key, path: impl FnOnce() -> String, faults: &mut Faults) -> Option<Item<'e>> {
        let (item, crowded) = (self.find(key), faults.is_crowded());
        faults.require(item.is_some(), Rule::ItemInForce, || {
            let meant = if crowded { Fact::Nothing } else { self.meant(key) };
            (path(), meant, key)
        });
        item
    }

    /// What may have been meant by a key that no item has: a name was written where a key is wanted, or one of the nearest keys.
    pub(super) fn meant(self, key: &Key) -> Fact {
        if let Some(named) = self.named(&key.to_string()) {
            return Fact::list([named.key()]);
        }
        Fact::near(ON_THE_LIST, &self.unknown(key).nearest)
    }

    pub(super) fn unknown(self, key: &Key) -> Unknown {
        self.no_key(&key.to_string())
    }

    fn no_key(self, key: &str) -> Unknown {
        let keys: Vec<String> = self.items().map(|item| item.key().to_string()).filter(|it| it != key).collect();
        Unknown::new(Sought::Item, key, keys.iter().map(String::as_str))
    }
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.items().eq(other.items())
    }
}

impl Eq for Edition {}

impl fmt::Debug for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Edition({}, {} items)", self.id, self.items().count())
    }
}
