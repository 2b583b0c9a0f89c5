use std::collections::BTreeSet;

use chrono::NaiveDate;
use once_cell::sync::Lazy;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{Amendment, Draft, Edition, Item, Key, NoItem, OwnItem, item_on, look_up};
use crate::{
    law::{Fact, Faults, Rule},
    text::Text,
    version::Version,
    written::written,
};

/// 事项清单: every edition of it, by day. It is made of its history and written as that; it grows by entries, and what it was on a day before is never
/// touched.
///
/// Edition 1 is the document's; each [`Amendment`] makes one more.
///
/// ```
/// use tongquan::{Region, Standing, catalogue::{Amendment, Catalogue, Ground}};
/// let ground = Ground::Policy("（虚构）某政策".parse()?);
/// let removes = vec!["A1-33".parse()?];
/// let amendment = Amendment { removes, ..Amendment::new("（虚构）2号".parse()?, "2024-09-01".parse()?, ground) };
/// let catalogue = Catalogue::built_in().amend(&amendment)?;
/// let has = |day: &str| -> Option<bool> { Some(catalogue.in_force(day.parse().ok()?)?.annex_1(33).is_ok()) };
/// assert_eq!((has("2021-06-14"), has("2024-08-31"), has("2024-09-01")), (None, Some(true), Some(false)));
/// // and every fault of one that is refused is told at once
/// let again = Amendment { number: "（虚构）3号".parse()?, from: "2024-01-01".parse()?, ..amendment };
/// assert_eq!(catalogue.amend(&again).unwrap_err().all().len(), 2); // before the last edition, and of an item that it has no more
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
    editions: Vec<Edition>,
    /// Until when, as the last entry on it says.
    checked: Option<NaiveDate>,
}

/// 清单历史: what happened to a catalogue.
///
/// ```
/// use tongquan::{Catalogue, catalogue::Entry};
/// let entry: Entry = serde_json::from_str(r#"{"checked": {"until": "2024-06-30", "against": "（虚构）某次公布的清单"}}"#)?;
/// let catalogue = Catalogue::built_in().record(entry.clone())?;
/// assert_eq!(catalogue.entries(), [entry]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CatalogueEntry"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Entry {
    /// 自有事项: a service added items of its own: they are on the list from a day on.
    OwnItems {
        /// 施行日: from which day on.
        #[serde(with = "crate::time::Iso")]
        from: NaiveDate,
        /// 事项: the items added.
        items: Vec<OwnItem>,
    },
    /// 清单调整: the city government amended the list (`C3`).
    Amendment(Amendment),
    /// 核对: the list was held against the city's publications (`S31`).
    Checked(Checked),
}

/// 核对: the list, as amended so far, was held against the city's publications (`S31`).
///
/// ```
/// use tongquan::{Catalogue, catalogue::{Checked, Entry}};
/// let checked = Checked { until: "2024-06-30".parse()?, against: "（虚构）某次公布的清单".parse()? };
/// let catalogue = Catalogue::built_in().record(Entry::Checked(checked))?;
/// assert_eq!(catalogue.checked_until(), "2024-06-30".parse()?); // a route of a later day says so
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// 核对至: up to which day.
    #[serde(with = "crate::time::Iso")]
    pub until: NaiveDate,
    /// 核对依据: the publication of the city that it was held against, in words.
    pub against: Text,
}

impl Catalogue {
    /// The annexes alone.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Lazy<Catalogue> =
            Lazy::new(|| Catalogue { entries: Vec::new(), editions: vec![Edition::built_in().clone()], checked: None });
        &BUILT_IN
    }

    /// The catalogue that a history makes.
    ///
    /// ```
    /// use tongquan::{Catalogue, Rule, catalogue::Entry};
    /// let entries: Vec<Entry> = serde_json::from_str(r#"[
    ///   {"own_items": {"from": "2024-01-01", "items": [{"key": "WS-1", "name": "（虚构）事项", "kind": "licence", "origin": "county"}]}},
    ///   {"amendment": {"number": "1", "from": "2024-07-01", "ground": {"law": "（虚构）某法"}, "removes": ["A1-43", "WS-1"]}}]"#)?;
    /// let faults = Catalogue::new(entries.clone()).unwrap_err();
    /// assert!(faults.names(Rule::AmendmentFits)); // a county-original item is not the list's to amend
    /// assert_eq!(Catalogue::new(entries[..1].to_vec())?.latest().items().count(), 77);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault of every entry at once, by its path; what each must hold, [`amend`](Self::amend) and [`Edition::with_own`] say.
    pub fn new(entries: Vec<Entry>) -> Result<Self, Faults> {
        if entries.is_empty() {
            return Ok(Self::built_in().clone());
        }
        let (mut draft, mut faults, mut checked) = (Draft::new(), Faults::default(), None);
        for (at, entry) in entries.iter().enumerate() {
            match entry {
                Entry::OwnItems { from, items } => {
                    draft.own(*from, items, &|item| format!("[{at}].own_items.items[{item}]"), &mut faults);
                }
                Entry::Amendment(it) => draft.amend(it, &|| format!("[{at}].amendment"), &mut faults),
                Entry::Checked(it) => {
                    check_until(it.until, checked, None, || format!("[{at}].checked.until"), &mut faults);
                    checked = Some(it.until);
                }
            }
        }
        faults.or(draft.finish()).map(|editions| Self::laid_down(entries, editions))
    }

    /// One whose entries were laid down and held to be good.
    pub(crate) fn laid_down(entries: Vec<Entry>, editions: Vec<Edition>) -> Self {
        let checked =
            entries.iter().rev().find_map(|it| if let Entry::Checked(it) = it { Some(it.until) } else { None });
        Self { entries, editions, checked }
    }

    /// The same with one entry more. This one stays as it is, whether the entry is taken in or refused. The whole is laid down again, which takes a
    /// quarter of a second for 100,000 items.
    ///
    /// ```
    /// use tongquan::{Catalogue, Rule, catalogue::{Amendment, Entry, Ground}};
    /// let amendment = Amendment::new("（虚构）1号".parse()?, "2024-07-01".parse()?, Ground::Policy("（虚构）某政策".parse()?));
    /// let faults = Catalogue::built_in().record(Entry::Amendment(amendment)).unwrap_err();
    /// assert!(faults.names(Rule::AmendmentChanges)); // it changes nothing
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn record(&self, entry: Entry) -> Result<Self, Faults> {
        Self::new(self.entries.iter().cloned().chain([entry]).collect())
    }

    /// 清单调整: the same with the edition that an amendment makes of the last one.
    ///
    /// ```
    /// use tongquan::{Catalogue, Rule, catalogue::{Amendment, Ground}};
    /// let amendment = Amendment::new("（虚构）1号".parse()?, "2024-07-01".parse()?, Ground::Policy("（虚构）某政策".parse()?));
    /// let faults = Catalogue::built_in().amend(&amendment).unwrap_err();
    /// assert!(faults.names(Rule::AmendmentChanges)); // it changes nothing
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault at once, by its path: [`AmendmentInOrder`](Rule::AmendmentInOrder), [`AmendmentsApart`](Rule::AmendmentsApart),
    /// [`NumberUnused`](Rule::NumberUnused) of its number, of keys and of names, [`NamedOnce`](Rule::NamedOnce),
    /// [`ItemInForce`](Rule::ItemInForce), [`AmendmentFits`](Rule::AmendmentFits), [`ExceptionsApart`](Rule::ExceptionsApart),
    /// [`AmendmentChanges`](Rule::AmendmentChanges), [`RegionsHeard`](Rule::RegionsHeard), [`NamesSomething`](Rule::NamesSomething),
    /// [`PatternsFit`](Rule::PatternsFit).
    pub fn amend(&self, amendment: &Amendment) -> Result<Self, Faults> {
        self.record(Entry::Amendment(amendment.clone()))
    }

    /// What it was made from.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every edition as it came to be: one for each amendment, and the edition in force and those after it once more where a service's own items came
    /// to them since. None is touched by what comes later.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The last edition, which may not be in force yet.
    pub fn latest(&self) -> &Edition {
        self.editions.last().unwrap_or(Edition::built_in())
    }

    /// 当日清单: the edition in force on a day; none before the first. Of several that begin on a day, the last.
    pub fn in_force(&self, day: NaiveDate) -> Option<&Edition> {
        in_force(&self.editions, day)
    }

    /// The item of a key on a day.
    ///
    /// ```
    /// use tongquan::{Catalogue, catalogue::{Amendment, Ground}};
    /// let ground = Ground::Policy("（虚构）某政策".parse()?);
    /// let removes = vec!["A1-33".parse()?];
    /// let amendment = Amendment { removes, ..Amendment::new("（虚构）2号".parse()?, "2024-09-01".parse()?, ground) };
    /// let list = Catalogue::built_in().amend(&amendment)?;
    /// let told = list.item_on(&"A1-33".parse()?, "2024-09-01".parse()?).unwrap_err().zh();
    /// assert_eq!(told, "附件1第33项于2024-09-01不在清单上，在清单上的日期：2021-06-15至2024-08-31");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoItem`]: no list yet, not on it that day, or no such key.
    pub fn item_on(&self, key: &Key, day: NaiveDate) -> Result<Item<'_>, NoItem> {
        item_on(&self.editions, key, day)
    }

    /// The item that a person means on a day: by its key, or by its name ([`Edition::look_up`]).
    ///
    /// ```
    /// use tongquan::Catalogue;
    /// let item = Catalogue::built_in().look_up("公司(企业)登记", "2024-03-04".parse()?)?; // half-width brackets do
    /// assert_eq!(item.name(), "公司（企业）登记");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoItem`]: no list yet, not on it that day, or nothing of the name, with the nearest ones, or with the name that it has that day.
    pub fn look_up(&self, text: &str, day: NaiveDate) -> Result<Item<'_>, NoItem> {
        look_up(&self.editions, text, day)
    }

    /// 核对至: the day until which the list was held against the city's publications: at first its own first day (`S31`).
    pub fn checked_until(&self) -> NaiveDate {
        self.checked.unwrap_or(Edition::built_in().id().from)
    }

    /// 调整: the amendment that made an edition; none for the first.
    pub fn amendment(&self, edition: &Edition) -> Option<&Amendment> {
        let mut amendments =
            self.entries.iter().filter_map(|it| if let Entry::Amendment(it) = it { Some(it) } else { None });
        amendments.nth(usize::from(edition.id().number.checked_sub(2)?))
    }

    /// 沿革: the history of an item, day by day: each edition in force that has it otherwise than the one before, with what it was from then on
    /// ([`Edition::begins`]); none where it was removed.
    ///
    /// ```
    /// use tongquan::catalogue::Catalogue;
    /// let catalogue = Catalogue::built_in();
    /// assert_eq!(catalogue.history(&"A1-36".parse()?).count(), 1); // the edition that it came with
    /// # Ok::<(), tongquan::catalogue::BadKey>(())
    /// ```
    pub fn history(&self, key: &Key) -> impl Iterator<Item = (&Edition, Option<Item<'_>>)> {
        let mut before = None;
        in_turn(&self.editions).filter_map(move |edition| {
            let item = edition.find(key);
            let changed = item != before;
            before = item;
            changed.then_some((edition, item))
        })
    }
}

/// Of editions as they came to be, that in force on a day: the last that had begun.
pub(crate) fn in_force(editions: &[Edition], day: NaiveDate) -> Option<&Edition> {
    editions.iter().rev().find(|it| it.begins() <= day)
}

/// Of editions as they came to be, those that are in force one after the other: on the day on which one begins, one that begins then is.
fn in_turn(editions: &[Edition]) -> impl Iterator<Item = &Edition> {
    let days: BTreeSet<NaiveDate> = editions.iter().map(Edition::begins).collect();
    days.into_iter().filter_map(|day| in_force(editions, day))
}

/// From when until when an item is on the list. It comes once and goes once: a number that was used is not given again.
pub(crate) fn listed(editions: &[Edition], key: &Key) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let mut turns = in_turn(editions).map(|edition| (edition.begins(), edition.find(key).is_some()));
    let (from, _) = turns.find(|(_, has)| *has)?;
    let until = turns.find(|(_, has)| !has).and_then(|(begins, _)| begins.pred_opt());
    Some((from, until))
}

/// A list is not checked less far than before, nor further than it can be known.
pub(crate) fn check_until(
    until: NaiveDate,
    before: Option<NaiveDate>,
    known: Option<NaiveDate>,
    path: impl FnOnce() -> String,
    faults: &mut Faults,
) {
    let before = before.unwrap_or(Edition::built_in().id().from);
    let forward = before <= until && known.is_none_or(|known| until <= known);
    faults.require(forward, Rule::ListCheckedForward, || (path(), Fact::span(Some(before), known), until));
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Eq for Catalogue {}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Written<E> {
    /// 版本
    v: Version,
    /// 清单历史: what was amended, recorded and checked, in order.
    entries: E,
}

/// Written as its history.
impl Serialize for Catalogue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Written { v: Version, entries: &self.entries }.serialize(to)
    }
}

/// Read as its history, which is checked whole.
impl<'de> Deserialize<'de> for Catalogue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Written { v: Version, entries } = Written::<Vec<Entry>>::deserialize(from)?;
        Self::new(entries).map_err(D::Error::custom)
    }
}

written! {
    Catalogue => "Catalogue", as Written<Vec<Entry>>;
}
