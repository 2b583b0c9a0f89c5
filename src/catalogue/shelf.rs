use std::{borrow::Cow, collections::HashMap, ops::Deref, sync::Arc};

use super::{
    Class, Item, Key, OwnKey, Row,
    item::Name,
    spread,
    table::{CLASS_OF, CLASSES, FACTOR, ROW_AT, ROWS},
};
use crate::text::Text;

/// Every row of every edition of a catalogue, kept once. An edition says which of them are its own.
///
/// An item has one position for good, that of its first row; a row that an amendment makes of it has the same.
pub(super) struct Shelf {
    rows: Cow<'static, [Row]>,
    class_of: Cow<'static, [u16]>,
    classes: Cow<'static, [Class]>,
    /// What the annexes do not have; they are found by number and by generated match.
    given: Option<Given>,
}

/// How rows that a service or an amendment gave are found.
#[derive(Default)]
struct Given {
    position_of: Vec<u32>,
    /// The row before it, from 1 on, that was given the same name.
    namesake: Vec<u32>,
    keys: HashMap<OwnKey, u32>,
    names: HashMap<Text, u32>,
    patterns: HashMap<Class, u16>,
}

/// How many rows of the built-in edition are annex 1.
pub(super) const ANNEX_1: usize = 61;
/// How many rows are annex 2.
pub(super) const ANNEX_2: usize = 15;
/// How many rows the annexes have.
pub(super) const LISTED: usize = ANNEX_1 + ANNEX_2;

static BUILT_IN: Shelf = Shelf {
    rows: Cow::Borrowed(&ROWS),
    class_of: Cow::Borrowed(&CLASS_OF),
    classes: Cow::Borrowed(&CLASSES),
    given: None,
};

/// There are as many patterns of regions as a catalogue keeps.
#[derive(Debug)]
pub(super) struct TooManyPatterns;

impl Shelf {
    /// That of the annexes, to be added to.
    pub(super) fn of_annexes() -> Self {
        Self {
            rows: Cow::Owned(ROWS.to_vec()),
            class_of: Cow::Owned(CLASS_OF.to_vec()),
            classes: Cow::Owned(CLASSES.to_vec()),
            given: Some(Given { patterns: CLASSES.iter().copied().zip(0..).collect(), ..Given::default() }),
        }
    }

    /// The item that a row makes.
    #[inline]
    pub(super) fn item(&self, row: u32) -> Option<Item<'_>> {
        let at = usize::try_from(row).ok()?;
        let class = self.classes.get(usize::from(*self.class_of.get(at)?))?;
        Some(Item::new(self.rows.get(at)?, class))
    }

    /// The position of a key.
    #[inline]
    pub(super) fn position(&self, key: &Key) -> Option<u32> {
        let listed = |number: u8, first: usize, count: usize| {
            let at = usize::from(number).checked_sub(1).filter(|at| *at < count)?;
            u32::try_from(first + at).ok()
        };
        match key {
            Key::Annex1(number) => listed(*number, 0, ANNEX_1),
            Key::Annex2(number) => listed(*number, ANNEX_1, ANNEX_2),
            Key::Own(key) => self.given.as_ref()?.keys.get(key).copied(),
        }
    }

    /// Where a row's item stands in every edition.
    pub(super) fn position_of(&self, row: u32) -> u32 {
        let given = usize::try_from(row).ok().and_then(|row| row.checked_sub(LISTED)).zip(self.given.as_ref());
        given.and_then(|(at, given)| given.position_of.get(at).copied()).unwrap_or(row)
    }

    /// The row of a name of the annexes.
    #[inline]
    pub(super) fn listed(name: &str) -> Option<u32> {
        let row = (*ROW_AT.get(spread::place(name, FACTOR)?)?)?;
        ROWS.get(usize::from(row)).filter(|it| it.name.as_str() == name).map(|_| row.into())
    }

    /// The rows that were ever of a name, the last first.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = u32> {
        let given = self.given.as_ref();
        let before = move |row: &u32| {
            let at = usize::try_from(*row).ok()?.checked_sub(LISTED)?;
            given?.namesake.get(at)?.checked_sub(1)
        };
        let last = given.and_then(|it| it.names.get(name)).copied();
        Self::listed(name).into_iter().chain(std::iter::successors(last, before))
    }

    /// Adds a row: of a new item, or of the one at a position.
    pub(super) fn add(&mut self, row: Row, class: Class, position: Option<u32>) -> Result<u32, TooManyPatterns> {
        let (count, patterns) = (self.rows.len(), self.classes.len());
        let given = self.given.get_or_insert_default();
        let pattern = match given.patterns.get(&class) {
            Some(pattern) => *pattern,
            None => {
                let pattern = u16::try_from(patterns).map_err(|_| TooManyPatterns)?;
                self.classes.to_mut().push(class);
                given.patterns.insert(class, pattern);
                pattern
            }
        };
        let at = u32::try_from(count).map_err(|_| TooManyPatterns)?;
        if let (None, Key::Own(key)) = (position, &row.key) {
            given.keys.insert(key.clone(), at);
        }
        given.position_of.push(position.unwrap_or(at));
        // a name of the annexes leads to the position of the item that has it there
        let namesake = if let Name::Given(name) = &row.name { given.names.insert(name.clone(), at) } else { None };
        given.namesake.push(namesake.map_or(0, |it| it + 1));
        self.class_of.to_mut().push(pattern);
        self.rows.to_mut().push(row);
        Ok(at)
    }
}

/// A shelf that is the annexes' own, or shared by the editions of a catalogue.
#[derive(Clone)]
pub(super) enum Shelved {
    BuiltIn,
    Shared(Arc<Shelf>),
}

impl Deref for Shelved {
    type Target = Shelf;
    #[inline]
    fn deref(&self) -> &Shelf {
        match self {
            Self::BuiltIn => &BUILT_IN,
            Self::Shared(it) => it,
        }
    }
}
