use std::collections::HashMap;

use chrono::NaiveDate;
use once_cell::sync::Lazy;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor, value::MapAccessDeserializer},
};

use super::{Agreement, Faults, Rows, SealId, SealRecord, SealRow, Standard};
use crate::{
    body::Department,
    catalogue::{Edition, Item, Key, Kind},
    law::{Fact, Rule},
    place::Region,
    route::{AskError, Offer, Permission, Question, Route, Supervision, Undertaking, Venue},
    text::Mark,
};

/// 登记: the catalogue and every register that the machine asks, as of any day.
///
/// Made from [`Rows`] by checking them whole, or read from their serialised form; it serialises as the same rows. A question on the path of
/// a step is answered by hash or by the few rows of one region.
///
/// ```
/// use tongquan::{Office, register::Rows};
/// let office = Office::new(Rows::default()).unwrap();
/// assert_eq!(office, *Office::built_in());
/// ```
#[derive(Debug)]
pub struct Office {
    /// None: the built-in one, with no items beside it.
    edition: Option<Edition>,
    rows: Rows,
    plans: HashMap<Region, Vec<usize>>,
    postings: HashMap<(Department, Region), Vec<usize>>,
    standards: HashMap<Key, Vec<usize>>,
    agreements: HashMap<Mark, usize>,
    seals: HashMap<SealId, usize>,
    permissions: HashMap<Venue, Vec<usize>>,
}

impl Office {
    /// The built-in catalogue and empty registers.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Lazy<Office> = Lazy::new(|| Office::index(None, Rows::default()));
        &BUILT_IN
    }

    /// An office of these rows.
    ///
    /// ```
    /// use tongquan::{Department, Region, Office, register::{Fault, Holding, Rows, SealId, SealRow}};
    /// let seal = SealId { department: Department::Commerce, number: 1 };
    /// let held = Holding { from: "2021-06-30".parse()?, region: Region::Wenshang, agreement: "XY-1".parse()? };
    /// let row = SealRow { seal, holdings: vec![held], service: vec![] };
    /// let faults = Office::new(Rows { seals: vec![row], ..Rows::default() }).unwrap_err();
    /// assert!(matches!(faults.all(), [Fault::NoAgreement { path, .. }] if path == "seals[0].holdings[0].agreement"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Faults`] names every row that is wrong, by its path: unknown items, numbers used twice, seals without an agreement, bodies of
    /// another region, limits and steps of a standard that contradict themselves.
    pub fn new(rows: Rows) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        let edition = if rows.own_items.is_empty() {
            None
        } else {
            match Edition::with_own(&rows.own_items) {
                Ok(edition) => Some(edition),
                Err(_) => {
                    faults.require(false, Rule::NumberUnused, || ("own_items".into(), Fact::Nothing, Fact::Nothing));
                    None
                }
            }
        };
        rows.check(edition.as_ref().unwrap_or(Edition::built_in()), &mut faults);
        if faults.is_empty() { Ok(Self::index(edition, rows)) } else { Err(faults) }
    }

    fn index(edition: Option<Edition>, rows: Rows) -> Self {
        Self {
            plans: index(&rows.plans, |it| it.region, |it| it.from),
            postings: index(&rows.postings, |it| (it.department, it.region), |it| it.from),
            standards: index(&rows.standards, |it| it.item.clone(), |it| it.from),
            permissions: index(&rows.permissions, |it| it.venue.clone(), |it| it.from),
            agreements: rows.agreements.iter().enumerate().map(|(at, it)| (it.number.clone(), at)).collect(),
            seals: rows.seals.iter().enumerate().map(|(at, it)| (it.seal, at)).collect(),
            edition,
            rows,
        }
    }

    /// The rows that it was made from.
    pub const fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The catalogue, with the service's own items.
    pub fn edition(&self) -> &Edition {
        self.edition.as_ref().unwrap_or(Edition::built_in())
    }

    /// The edition in force on a day; none before the first.
    pub fn edition_on(&self, day: NaiveDate) -> Option<&Edition> {
        Some(self.edition()).filter(|edition| edition.id().from <= day)
    }

    /// The answer to a question, under the plans and permissions of that day. It allocates nothing.
    ///
    /// A plan that names no body for a devolved item, and no plan at all, make the route the city's, and it says so (`S11`).
    ///
    /// ```
    /// use tongquan::{Key, Office, Place, Question, Region, Scope, Venue, route::Gap};
    /// let (item, venue) = (Key::Annex1(36), Venue::Online);
    /// let place = Place::Region(Region::Wenshang);
    /// let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: &venue, day: "2024-03-04".parse()? };
    /// let route = Office::built_in().route(&asked)?; // its registers are empty
    /// assert_eq!(route.why().is.gap, Some(Gap::NoHandler));
    /// assert_eq!(route.decision().is.zh(), "市交通运输局");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AskError`]: no edition that day, no such item, a place without a region, or no route.
    pub fn route(&self, asked: &Question<'_>) -> Result<Route<'_>, AskError> {
        let first = self.edition().id().from;
        let edition = self.edition_on(asked.day).ok_or(AskError::NotInForce { day: asked.day, first })?;
        let item = edition.item(asked.item)?;
        let (region, confidence) = asked.place.managing_region().ok_or(AskError::NoRegion { place: asked.place })?;
        let undertaking = self.undertaking(item, region, asked.day);
        let route = Route::new(item.facts(region), region, asked.scope, Some(undertaking))?;
        let permission = self.permission(item, region, asked.venue, asked.day);
        let offer = permission.map_or(Offer::NotRecorded, |it| it.offer(asked.day));
        Ok(route.known(confidence).at(asked.venue, offer))
    }

    /// 承接情况: what the plan in force says of an item.
    pub fn undertaking(&self, item: Item<'_>, region: Region, day: NaiveDate) -> Undertaking<'_> {
        static NOBODY: Supervision = Supervision::NOBODY;
        let plan = Self::latest(&self.plans, &self.rows.plans, &region, |it| it.from <= day);
        let row = plan.and_then(|plan| plan.row(item.key(), item.kind()));
        let posted = item.department().is_some_and(|department| self.posted(department, region, day));
        Undertaking {
            handler: row.map(|it| &it.handler),
            posted,
            centre: plan.and_then(|it| it.centre),
            supervision: row.map_or(&NOBODY, |it| &it.supervision),
        }
    }

    /// 派驻: whether a department's staff sit at a region's window.
    pub fn posted(&self, department: Department, region: Region, day: NaiveDate) -> bool {
        Self::latest(&self.postings, &self.rows.postings, &(department, region), |it| it.runs_on(day)).is_some()
    }

    /// 收件权限: the permission that speaks of an item of a region at a venue: the one that runs, else the next to begin, else the last
    /// that ended.
    pub fn permission(&self, item: Item<'_>, region: Region, venue: &Venue, day: NaiveDate) -> Option<&Permission> {
        let speaks = |it: &&Permission| it.speaks_of(venue, item.key(), item.kind(), region);
        let all = || Self::dated(&self.permissions, &self.rows.permissions, venue).filter(speaks);
        let running = all().rev().find(|it| it.runs_on(day));
        running.or_else(|| all().find(|it| day < it.from)).or_else(|| all().max_by_key(|it| it.until))
    }

    /// 业务手册: the standard of an item in force on a day.
    pub fn standard(&self, item: &Key, day: NaiveDate) -> Option<&Standard> {
        Self::latest(&self.standards, &self.rows.standards, item, |it| it.from <= day)
    }

    /// “2号章”使用协议 of a number.
    pub fn agreement(&self, number: &Mark) -> Option<&Agreement> {
        self.rows.agreements.get(*self.agreements.get(number)?)
    }

    /// 2号章 of an id.
    pub fn seal(&self, seal: SealId) -> Option<&SealRow> {
        self.rows.seals.get(*self.seals.get(&seal)?)
    }

    /// What the registers say of a seal for a use on a day, for a case of an item filed on another.
    pub fn seal_record(
        &self,
        seal: SealId,
        item: &Key,
        kind: Kind,
        used: NaiveDate,
        filed: NaiveDate,
    ) -> Option<SealRecord> {
        let row = self.seal(seal)?;
        let carried = row.holdings_for(used, filed).find_map(|it| {
            let agreement = self.agreement(&it.agreement).filter(|agreement| agreement.carries(used, filed))?;
            Some((it.region, Some(agreement)))
        });
        let (region, agreement) = carried.or_else(|| row.holding_on(used).map(|it| (it.region, None)))?;
        Some(SealRecord {
            seal,
            region,
            agreement: agreement.map(|it| it.number.clone()),
            users: agreement.map(|it| it.users.clone()).unwrap_or_default(),
            covers_item: agreement.is_some_and(|it| it.items.cover(item, kind)),
            circumstances: agreement
                .map(|it| it.circumstances.iter().map(|it| it.code.clone()).collect())
                .unwrap_or_default(),
            state: row.state_on(used),
        })
    }

    fn dated<'a, K: std::hash::Hash + Eq, T>(
        index: &'a HashMap<K, Vec<usize>>,
        rows: &'a [T],
        key: &K,
    ) -> impl DoubleEndedIterator<Item = &'a T> + use<'a, K, T> {
        index.get(key).map(Vec::as_slice).unwrap_or_default().iter().filter_map(|at| rows.get(*at))
    }

    fn latest<'a, K: std::hash::Hash + Eq, T>(
        index: &'a HashMap<K, Vec<usize>>,
        rows: &'a [T],
        key: &K,
        counts: impl Fn(&T) -> bool,
    ) -> Option<&'a T> {
        Self::dated(index, rows, key).rev().find(|it| counts(it))
    }
}

/// The positions of the rows of each key, in the order of their first days.
fn index<T, K: std::hash::Hash + Eq>(
    rows: &[T],
    key: impl Fn(&T) -> K,
    from: impl Fn(&T) -> NaiveDate,
) -> HashMap<K, Vec<usize>> {
    let mut index: HashMap<K, Vec<(NaiveDate, usize)>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        index.entry(key(row)).or_default().push((from(row), at));
    }
    let sorted = |mut places: Vec<(NaiveDate, usize)>| {
        places.sort_unstable();
        places.into_iter().map(|(_, at)| at).collect()
    };
    index.into_iter().map(|(key, places)| (key, sorted(places))).collect()
}

impl PartialEq for Office {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Eq for Office {}

impl Serialize for Office {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Office {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        // a text that is no object, as `[]`, would else be taken for an office without a row
        let rows = if from.is_human_readable() { from.deserialize_map(Named)? } else { Rows::deserialize(from)? };
        Self::new(rows).map_err(D::Error::custom)
    }
}

struct Named;

impl<'de> Visitor<'de> for Named {
    type Value = Rows;
    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the registers of an office, by name")
    }
    fn visit_map<A: MapAccess<'de>>(self, rows: A) -> Result<Rows, A::Error> {
        Rows::deserialize(MapAccessDeserializer::new(rows))
    }
}
