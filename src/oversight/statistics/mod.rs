//! 统计: what many cases amount to, as of a day; shards add up.

mod counts;
mod evidence;
mod facet;
mod histogram;
mod measures;
mod month;
mod ratio;
mod rows;
mod span;
mod subject;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use counts::Counts;
pub use evidence::{Evidence, EvidenceOf, EvidenceRow, NotDevolved};
pub use facet::{Facet, FacetKind};
pub use histogram::Histogram;
pub use measures::Measures;
pub use month::{BadMonth, Month};
pub use ratio::Ratio;
pub use span::Span;
pub use subject::Subject;

use super::conformance::Audit;
use crate::{
    case::Record,
    law::{Bench, Refusal, Rule},
    time::Calendar,
    version::Version,
};

/// 统计: the measures of many cases as of a day, group by group (`C4`, `S62`). A case counts from its filing day on, by its entries up to the end of
/// the day.
///
/// Cases come one by one and are not kept: what it holds grows with the groups, not with the cases. That each comes once, in one shard, is the
/// service's to see to. Shards are counted apart, in other processes too, and [merged](Self::merge) in any order; they are written with their
/// groups as a sequence, so that any key can be.
///
/// ```
/// use tongquan::{AnyCase, Calendar, Region, case::Period, oversight::{Facet, Span, Statistics}};
/// let read = |name: &str| -> Result<AnyCase, Box<dyn std::error::Error>> {
///     Ok(serde_json::from_str(&std::fs::read_to_string(format!("tests/golden/{name}.json"))?)?)
/// };
/// let count = |names: &[&str]| -> Result<Statistics, Box<dyn std::error::Error>> {
///     let mut shard = Statistics::on("2024-12-31".parse()?);
///     for name in names {
///         shard.add(read(name)?.record(), Calendar::built_in(), Facet::all);
///     }
///     Ok(shard)
/// };
/// let mut merged = count(&["review", "direct"])?;
/// // a shard from elsewhere
/// merged.merge(serde_json::from_str(&serde_json::to_string(&count(&["withdrawn", "unfavourable"])?)?)?)?;
/// assert_eq!(merged, count(&["direct", "withdrawn", "review", "unfavourable"])?);
/// let all = merged.group(&Facet::All).ok_or("no case")?;
/// assert_eq!((all.cases(), all.favourable(), all.refused()), (4, 2, 1));
/// println!("{:?} in time", all.on_time(Period::Promised).value());
/// println!("{:?} days at the median", all.span(Span::FilingToDecision).percentile(50));
///
/// // by several things at once
/// let mut by_month = Statistics::on("2024-12-31".parse()?);
/// by_month.add(read("review")?.record(), Calendar::built_in(), |it| [(it.region(), it.month())]);
/// assert!(by_month.group(&(Region::Wenshang, "2024-03".parse()?)).is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(serialize = "K: Serialize", deserialize = "K: Ord + Deserialize<'de>"))]
pub struct Statistics<K = Facet> {
    v: Version,
    #[serde(with = "crate::time::Iso")]
    day: NaiveDate,
    unrouted: u64,
    /// INVARIANT (groups of something): each has a case.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    groups: BTreeMap<K, Measures>,
}

impl<K> Statistics<K> {
    /// As of the end of a day, of no case yet.
    pub const fn on(day: NaiveDate) -> Self {
        Self { v: Version, day, unrouted: 0, groups: BTreeMap::new() }
    }
    /// The day at whose end the cases are counted.
    pub const fn day(&self) -> NaiveDate {
        self.day
    }
    /// 无路径: how many journals were filed by the day whose opening makes no route, so that nothing of them can be measured.
    pub const fn unrouted(&self) -> u64 {
        self.unrouted
    }
    /// Each group that has a case, in order.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = (&K, &Measures)> + ExactSizeIterator {
        self.groups.iter()
    }
}

impl Statistics {
    /// 按口径: the groups of one kind, in order: a table by region, by month.
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, oversight::{Facet, FacetKind, Statistics}};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let mut statistics = Statistics::on("2024-03-31".parse()?);
    /// statistics.add(case.record(), Calendar::built_in(), Facet::all);
    /// let told: Vec<_> = statistics.by(FacetKind::Region).map(|(facet, it)| (facet.value().zh(), it.cases())).collect();
    /// assert_eq!(told, [("汶上县".to_owned(), 1)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by(&self, kind: FacetKind) -> impl Iterator<Item = (&Facet, &Measures)> {
        self.groups().filter(move |(facet, _)| facet.kind() == kind)
    }
}

impl<K: Ord> Statistics<K> {
    /// The measures of a group; none where it has no case.
    pub fn group(&self, key: &K) -> Option<&Measures> {
        self.groups.get(key)
    }

    /// Counts a case under each of the keys that it is given, once under each: an array, an `Option`, a `Vec`. One that was filed later is not
    /// counted. Periods are told by the calendar given: one for all shards, that of [`Registers::calendar`](crate::register::Registers::calendar).
    pub fn add<I>(&mut self, record: &Record, calendar: &Calendar, keys: impl FnOnce(&Subject<'_>) -> I)
    where
        I: IntoIterator<Item = K>,
    {
        self.enter(record, true, calendar, keys);
    }

    /// 统计流转记录: counts a journal that was audited, as [`add`](Self::add) counts a case. One that is broken is measured by what it says, entries that have no
    /// place left out, and [told apart](Subject::is_proven); one whose opening makes no route is in no group, and is counted as
    /// [unrouted](Self::unrouted).
    ///
    /// ```
    /// use tongquan::{Calendar, Journal, oversight::{Audit, Facet, Statistics}};
    /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// journal.entries.remove(2); // the acceptance
    /// let mut statistics = Statistics::on("2024-12-31".parse()?);
    /// statistics.add_audited(&Audit::of(journal), Calendar::built_in(), Facet::all);
    /// let all = statistics.group(&Facet::All).ok_or("no case")?;
    /// assert_eq!((all.cases(), all.unproven(), all.favourable()), (1, 1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_audited<I>(&mut self, audit: &Audit, calendar: &Calendar, keys: impl FnOnce(&Subject<'_>) -> I)
    where
        I: IntoIterator<Item = K>,
    {
        match audit.record() {
            Some(record) => self.enter(record, audit.is_proven(), calendar, keys),
            None => self.unrouted = self.unrouted.saturating_add(u64::from(audit.filed() <= self.day)),
        }
    }

    fn enter<I>(&mut self, record: &Record, proven: bool, calendar: &Calendar, keys: impl FnOnce(&Subject<'_>) -> I)
    where
        I: IntoIterator<Item = K>,
    {
        if self.day < record.filed() {
            return;
        }
        let subject = Subject::on(record, self.day, proven);
        let keys: BTreeSet<K> = keys(&subject).into_iter().collect();
        let measures = Measures::of(record, &subject, self.day, calendar);
        for key in keys {
            self.groups.entry(key).or_default().merge(&measures);
        }
    }

    /// Adds what was counted in a shard.
    ///
    /// ```
    /// use tongquan::{Rule, oversight::{Facet, Statistics}};
    /// let mut statistics = Statistics::<Facet>::on("2024-03-31".parse()?);
    /// let refused = statistics.merge(Statistics::on("2024-04-30".parse()?)).unwrap_err();
    /// assert!(refused.names(Rule::StatisticsOfOneDay));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`StatisticsOfOneDay`](Rule::StatisticsOfOneDay) where it is of another day; this one is then as it was.
    pub fn merge(&mut self, shard: Self) -> Result<(), Refusal> {
        let mut bench = Bench::new();
        bench.require(self.day == shard.day, Rule::StatisticsOfOneDay, || (self.day, shard.day));
        bench.rise()?;
        self.unrouted = self.unrouted.saturating_add(shard.unrouted);
        for (key, measures) in shard.groups {
            self.groups.entry(key).or_default().merge(&measures);
        }
        Ok(())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Group", deny_unknown_fields)]
struct Group<K, M> {
    key: K,
    measures: M,
}

fn write<K: Serialize, S: Serializer>(groups: &BTreeMap<K, Measures>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(groups.iter().map(|(key, measures)| Group { key, measures }))
}

fn read<'de, K, D>(from: D) -> Result<BTreeMap<K, Measures>, D::Error>
where
    K: Ord + Deserialize<'de>,
    D: Deserializer<'de>,
{
    let groups = Vec::<Group<K, Measures>>::deserialize(from)?;
    rows::collected(groups.into_iter().map(|it| (it.key, it.measures)), |it| it.cases() == 0)
}
