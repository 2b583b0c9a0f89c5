use std::{borrow::Cow, collections::HashMap, fmt};

use chrono::NaiveDate;
use once_cell::sync::OnceCell;
use serde::{Deserialize, Serialize};

use super::{
    Class, Item, Key, OwnKey, Row,
    table::{self, CLASS_OF, CLASSES, ROWS},
};
use crate::{
    text::{Sought, Unknown},
    time::day,
};

/// Which edition of the catalogue: its number and the day from which it is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionId {
    /// Counted from 1, the built-in one.
    pub number: u16,
    /// First day in force.
    #[serde(with = "crate::time::iso")]
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

/// 事项清单的一版: all items and how each stands in each region. Built-in and run-time editions are one type and answer at one cost.
///
/// ```
/// use tongquan::Edition;
/// let edition = Edition::built_in();
/// assert_eq!(edition.items().count(), 76);
/// let wrong = edition.item_named("船舶登计").unwrap_err();
/// assert_eq!(wrong.nearest.first().unwrap(), "船舶登记");
/// ```
pub struct Edition {
    id: EditionId,
    class_of: Cow<'static, [u16]>,
    classes: Cow<'static, [Class]>,
    rows: Cow<'static, [Row]>,
    own: OnceCell<Index>,
}

/// Finds the items that a service added; the built-in ones are found by number and by generated match.
#[derive(Default)]
struct Index {
    keys: HashMap<OwnKey, usize>,
    names: HashMap<String, usize>,
}

static BUILT_IN: Edition = Edition {
    id: EditionId::BUILT_IN,
    class_of: Cow::Borrowed(&CLASS_OF),
    classes: Cow::Borrowed(&CLASSES),
    rows: Cow::Borrowed(&ROWS),
    own: OnceCell::new(),
};

/// How many rows of the built-in edition are annex 1.
pub(super) const ANNEX_1: usize = 61;
/// How many rows are annex 2.
pub(super) const ANNEX_2: usize = 15;

impl Edition {
    /// Annexes 1 and 2 of 济政字〔2021〕30号, in force from 2021-06-15.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The built-in rows with more after them; the caller has checked that keys and names are new. An item whose pattern of regions is one
    /// too many is told by its position.
    pub(super) fn extended(added: impl Iterator<Item = (Row, Class)>) -> Result<Self, usize> {
        let (mut classes, mut class_of, mut rows) = (CLASSES.to_vec(), CLASS_OF.to_vec(), ROWS.to_vec());
        let mut known: HashMap<Class, u16> = HashMap::new();
        for (at, (row, class)) in added.enumerate() {
            let number = match known.get(&class) {
                Some(number) => *number,
                None => {
                    let number = u16::try_from(classes.len()).map_err(|_| at)?;
                    classes.push(class);
                    known.insert(class, number);
                    number
                }
            };
            class_of.push(number);
            rows.push(row);
        }
        Ok(Self {
            id: EditionId::BUILT_IN,
            class_of: Cow::Owned(class_of),
            classes: Cow::Owned(classes),
            rows: Cow::Owned(rows),
            own: OnceCell::new(),
        })
    }

    /// Its number and first day.
    pub const fn id(&self) -> EditionId {
        self.id
    }

    /// Every item: annex 1, annex 2, then the service's own in the order in which they were added.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> + Clone {
        (0..self.rows.len()).map_while(|at| self.at(at))
    }

    /// The item of annex 1 with this number.
    ///
    /// # Errors
    ///
    /// [`Unknown`] where the annex has no such number.
    pub fn annex_1(&self, number: u8) -> Result<Item<'_>, Unknown> {
        self.item(&Key::Annex1(number))
    }

    /// The item of annex 2 with this number.
    ///
    /// # Errors
    ///
    /// [`Unknown`] where the annex has no such number.
    pub fn annex_2(&self, number: u8) -> Result<Item<'_>, Unknown> {
        self.item(&Key::Annex2(number))
    }

    /// The item of a key.
    ///
    /// # Errors
    ///
    /// [`Unknown`] with the nearest keys.
    pub fn item(&self, key: &Key) -> Result<Item<'_>, Unknown> {
        self.find(key).ok_or_else(|| self.unknown(key))
    }

    /// That there is no item of a key, with the nearest keys.
    pub(crate) fn unknown(&self, key: &Key) -> Unknown {
        let keys: Vec<String> =
            self.items().map(|item| item.key().to_string()).filter(|it| *it != key.to_string()).collect();
        Unknown::new(Sought::Item, &key.to_string(), keys.iter().map(String::as_str))
    }

    /// The item of a name, letter for letter as in the list.
    ///
    /// # Errors
    ///
    /// [`Unknown`] with the nearest names.
    pub fn item_named(&self, name: &str) -> Result<Item<'_>, Unknown> {
        let name = name.trim();
        let at = table::by_name(name).map(usize::from).or_else(|| self.own().names.get(name).copied());
        at.and_then(|at| self.at(at)).ok_or_else(|| Unknown::new(Sought::Item, name, self.items().map(Item::name)))
    }

    /// The item that a person means: by its key, or by its name letter for letter.
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
    /// [`Unknown`] with the nearest names.
    pub fn look_up(&self, text: &str) -> Result<Item<'_>, Unknown> {
        let key = text.trim();
        // a key typed in small letters is still the annex's
        let annex = key.strip_prefix('a').map(|rest| format!("A{rest}"));
        let by_key = annex.as_deref().unwrap_or(key).parse().ok().and_then(|key| self.find(&key));
        by_key.map_or_else(|| self.item_named(text), Ok)
    }

    /// The item of a key, if there is one.
    #[inline]
    pub fn find(&self, key: &Key) -> Option<Item<'_>> {
        match key {
            Key::Annex1(number) => {
                let at = usize::from(*number).checked_sub(1)?;
                if at < ANNEX_1 { self.at(at) } else { None }
            }
            Key::Annex2(number) => {
                let at = usize::from(*number).checked_sub(1)?;
                if at < ANNEX_2 { self.at(ANNEX_1 + at) } else { None }
            }
            Key::Own(key) => self.at(*self.own().keys.get(key)?),
        }
    }

    #[inline]
    fn at(&self, at: usize) -> Option<Item<'_>> {
        let class = self.classes.get(usize::from(*self.class_of.get(at)?))?;
        Some(Item::new(self, self.rows.get(at)?, class))
    }

    fn own(&self) -> &Index {
        self.own.get_or_init(|| {
            let mut index = Index::default();
            for (at, row) in self.rows.iter().enumerate().skip(ANNEX_1 + ANNEX_2) {
                if let Key::Own(key) = &row.key {
                    index.keys.insert(key.clone(), at);
                }
                index.names.insert(row.name.clone().into_owned(), at);
            }
            index
        })
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
        write!(f, "Edition({}, {} items)", self.id, self.rows.len())
    }
}
