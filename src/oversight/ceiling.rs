use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    case::{Entry, Record},
    catalogue::ItemFacts,
    place::Region,
    register::{Ceiling, CeilingEffect, Indicator, Registers, Shared},
    text::Mark,
};

/// 指标执行情况: a ceiling in force on a day, and what was counted under it by then.
///
/// See the example of [`ceilings`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CeilingCount<'o, 'c> {
    /// The ceiling.
    pub ceiling: &'o Ceiling,
    /// The region counted; none where the regions are counted together.
    pub region: Option<Region>,
    /// The ceiling's last day, as the registers know it.
    pub last: NaiveDate,
    /// What was counted, in the order of the days on which it happened, then by the case's number.
    pub counted: Vec<Counted<'c>>,
}

/// 计入: what happened in a case within the span of a ceiling.
///
/// See the example of [`ceilings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted<'c> {
    /// The day on which it happened.
    pub on: NaiveDate,
    /// The number of the case.
    pub case: &'c Mark,
}

impl<'c> CeilingCount<'_, 'c> {
    /// How many there are.
    pub const fn count(&self) -> usize {
        self.counted.len()
    }
    /// 超出: those beyond the ceiling, the last that happened; none where it is kept.
    pub fn beyond(&self) -> &[Counted<'c>] {
        let at_most = usize::try_from(self.ceiling.at_most).unwrap_or(usize::MAX);
        self.counted.get(at_most..).unwrap_or_default()
    }
    /// 超出件数: by how many it is exceeded; 0 where it is kept.
    pub fn excess(&self) -> usize {
        self.beyond().len()
    }
    /// Whether it is exceeded.
    pub fn is_exceeded(&self) -> bool {
        !self.beyond().is_empty()
    }
    /// Whether it is exceeded, and its department wants a finding then (`S25`).
    pub fn calls_for_finding(&self) -> bool {
        self.is_exceeded() && self.ceiling.effect == CeilingEffect::Finding
    }
}

/// 约束指标总量控制 (`C7`, `S25`, `S56`): every ceiling in force on a day, in the order in which they were recorded, with its count over these
/// cases; of one that each region has whole, a count for each of its regions, in their order. It bars no step, and changes no case.
///
/// What counts is what happened from the ceiling's first day up to the day asked, in a case of an item that the ceiling names and that is its
/// department's, as the case keeps it: what was filed under an earlier edition stays its department's (`S4`). What was entered after the day
/// asked is not known on it. A case that comes twice counts once.
///
/// ```
/// use tongquan::{AnyCase, Office, oversight::ceilings, register::{Ceiling, Revision}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let ceiling: Ceiling = serde_json::from_str(r#"{"number": "ZB-1", "department": "natural_resources", "counts": "seal_no2", "items": "all",
///   "regions": ["wenshang", "qufu"], "from": "2024-03-01", "until": "2024-03-31", "at_most": 0, "effect": "finding"}"#)?;
/// let office = office.record(&Revision { ceilings: vec![ceiling], ..Revision::on("2024-03-01".parse()?) })?;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?; // sealed on 2024-03-14
/// let told = |day| ceilings([case.record()], office.now(), day);
/// let day = "2024-03-31".parse()?;
/// let count = &told(day)[0];
/// assert_eq!((count.excess(), count.counted[0].case, count.calls_for_finding()), (1, case.record().id(), true));
/// assert!(!told("2024-03-13".parse()?)[0].is_exceeded()); // the day before
/// assert!(told("2024-04-01".parse()?).is_empty()); // it is in force no longer
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn ceilings<'o, 'c>(
    records: impl IntoIterator<Item = &'c Record>,
    registers: Registers<'o>,
    day: NaiveDate,
) -> Vec<CeilingCount<'o, 'c>> {
    let mut counts: Vec<(CeilingCount<'o, 'c>, BTreeSet<Counted<'c>>)> = Vec::new();
    for (ceiling, last) in registers.ceilings(day) {
        let mut count =
            |region| counts.push((CeilingCount { ceiling, region, last, counted: Vec::new() }, BTreeSet::new()));
        match ceiling.shared {
            Shared::Together => count(None),
            Shared::Each => ceiling.regions.iter().for_each(|it| count(Some(it))),
        }
    }
    for record in records {
        let region = record.region();
        for it in events(record).filter(|it| it.known <= day) {
            for (count, counted) in &mut counts {
                let here = count.region.map_or(count.ceiling.regions.contains(region), |its| its == region);
                if here && it.falls_under(count.ceiling, record) {
                    counted.insert(Counted { on: it.on, case: record.id() });
                }
            }
        }
    }
    let counts = counts.into_iter();
    counts.map(|(count, counted)| CeilingCount { counted: counted.into_iter().collect(), ..count }).collect()
}

/// What happened in a case that a ceiling may count.
struct Event<'c> {
    what: Indicator,
    /// The day on which it happened.
    on: NaiveDate,
    /// The day on which it was entered.
    known: NaiveDate,
    /// The item, as the case had it then.
    item: &'c ItemFacts,
}

impl Event<'_> {
    fn falls_under(&self, it: &Ceiling, record: &Record) -> bool {
        // what is known on a day within the span happened no later
        self.what == it.counts
            && it.from <= self.on
            && self.item.department == Some(it.department)
            && it.items.cover(&record.file().item, self.item.kind)
    }
}

fn events(record: &Record) -> impl Iterator<Item = Event<'_>> {
    let filed = record.filed();
    let opening = record.opening();
    let mut item = &opening.found.item;
    let first = Event { what: Indicator::Filed, on: filed, known: filed, item };
    let entered = record.entries().iter().filter_map(move |entry| {
        let known = entry.stamp().at.day();
        #[expect(clippy::wildcard_enum_match_arm, reason = "no ceiling counts another step")]
        let (what, on) = match entry {
            Entry::Transfer(taken) => {
                item = &taken.found.item;
                return None;
            }
            Entry::Accept(_) => (Indicator::Accepted, known),
            // it counts as accepted from the day on which the papers came in
            Entry::DeemAccepted(_) => (Indicator::Accepted, filed),
            Entry::NotAccept(_) => (Indicator::NotAccepted, known),
            Entry::DecideFavourably(_) => (Indicator::Favourable, known),
            Entry::DecideUnfavourably(_) => (Indicator::Unfavourable, known),
            Entry::AffixSealNo2(_) => (Indicator::SealNo2, known),
            Entry::IssueLicence(_) => (Indicator::Licence, known),
            _ => return None,
        };
        Some(Event { what, on, known, item })
    });
    std::iter::once(first).chain(entered)
}
