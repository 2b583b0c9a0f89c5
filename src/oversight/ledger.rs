use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{
    case::{
        Entry, Journal, Opening, Record, Role, StageKind, Stamp, judge_actor,
        steps::{AffixSealNo2, File},
    },
    catalogue::Key,
    law::{Bench, Fact, Objection, Refusal, Rule},
    place::Region,
    register::{Office, SealId, SealState},
    route::Route,
    text::{Mark, Person},
    time::Moment,
};

/// 用章台账: every use of a Seal No. 2, as journals tell it (`C6`). A projection: it holds nothing that they do not, and the same journals give the
/// same ledger in whatever order they are read. Ledgers of shards add up.
///
/// ```
/// use tongquan::{Journal, Office, Region, oversight::Ledger};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut ledger = Ledger::default();
/// ledger.read(&journal);
/// assert_eq!(ledger.in_region(Region::Wenshang).count(), 1);
/// assert_eq!(ledger.findings(&office).count(), 0);
/// // held against an office that knows no such seal, the use is found
/// let findings: Vec<_> = ledger.findings(Office::built_in()).collect();
/// assert_eq!(findings.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger(BTreeSet<Use>);

/// 用章记录: one use, bound to its case and decision. Ordered by time.
///
/// ```
/// use tongquan::{Journal, Office, Rule, oversight::Ledger};
/// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut ledger = Ledger::default();
/// ledger.read(&journal);
/// let used = ledger.uses().next().ok_or("no use")?;
/// assert_eq!((used.case().as_str(), used.item().to_string().as_str()), ("2024-000001", "A1-33"));
/// assert_eq!(used.seal().department.label(), "市自然资源和规划局");
/// // an office that knows no such seal finds it, and tells the use with every rule that it breaks
/// let misuse = ledger.findings(Office::built_in()).next().ok_or("nothing found")?;
/// assert_eq!(misuse.at, used);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    stamp: Stamp,
    step: AffixSealNo2,
    /// The revision that the use asked, as its journal says.
    revision: u32,
    file: File,
    filed: NaiveDate,
    /// The revision that the filing asked.
    filed_revision: u32,
    /// The day and revision of what the case is handled by: the filing's, or of its last move to a later edition (`S4`).
    bound: (NaiveDate, u32),
    decided: Option<Moment>,
    sealed_before: Option<Moment>,
}

/// 违规用章: a use that could not lawfully have been: by the registers as they stood that day, and by a loss that was found out since.
///
/// See the example of [`Use`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misuse<'l> {
    /// The use that could not lawfully have been.
    pub at: &'l Use,
    /// Every rule that it breaks.
    pub why: Refusal,
}

impl Use {
    /// The number of the case on whose documents it was used.
    pub const fn case(&self) -> &Mark {
        &self.file.case
    }
    /// The item of that case.
    pub const fn item(&self) -> &Key {
        &self.file.item
    }
    /// The region whose business it is; none where the journal names no place that has one.
    pub fn region(&self) -> Option<Region> {
        self.file.place.managing_region().map(|(region, _)| region)
    }
    /// Which seal; an electronic twin has a number of its own (`S22`).
    pub const fn seal(&self) -> SealId {
        self.step.seal
    }
    /// 使用人: who affixed it, as stamped; whether that is an agreed user, [`findings`](Ledger::findings) tells.
    pub const fn user(&self) -> &Person {
        self.stamp.by.person()
    }
    /// When the seal was affixed.
    pub const fn at(&self) -> Moment {
        self.stamp.at
    }
    /// What was asked: seal, circumstance, documents.
    pub const fn step(&self) -> &AffixSealNo2 {
        &self.step
    }
    /// When the decision that it sealed was taken; none where the journal has none before it.
    pub const fn decided(&self) -> Option<Moment> {
        self.decided
    }
}

impl Ledger {
    /// Adds the uses of a case.
    pub fn add(&mut self, record: &Record) {
        self.enter(record.opening(), record.entries());
    }

    /// Adds the uses that a journal tells, from wherever it came: it need not prove a case.
    pub fn read(&mut self, journal: &Journal) {
        self.enter(&journal.opening, &journal.entries);
    }

    fn enter(&mut self, opening: &Opening, entries: &[Entry]) {
        let (mut decided, mut sealed_before) = (None, None);
        let mut bound = (opening.day(), opening.found.revision);
        for entry in entries {
            let at = entry.stamp().at;
            #[expect(
                clippy::wildcard_enum_match_arm,
                reason = "no other step moves a case to a later edition, decides or seals"
            )]
            match entry {
                Entry::Transfer(taken) => bound = (at.day(), taken.found.revision),
                Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_) => decided = Some(at),
                Entry::AffixSeal(_) => sealed_before = Some(at),
                Entry::AffixSealNo2(taken) => {
                    self.0.insert(Use {
                        stamp: taken.stamp.clone(),
                        step: taken.step.clone(),
                        revision: taken.found.revision,
                        file: opening.step.clone(),
                        filed: opening.day(),
                        filed_revision: opening.found.revision,
                        bound,
                        decided,
                        sealed_before,
                    });
                    sealed_before = Some(at);
                }
                _ => {}
            }
        }
    }

    /// Every use, in the order of time.
    pub fn uses(&self) -> impl ExactSizeIterator<Item = &Use> {
        self.0.iter()
    }
    /// Those in a region.
    pub fn in_region(&self, region: Region) -> impl Iterator<Item = &Use> {
        self.uses().filter(move |it| it.region() == Some(region))
    }
    /// Those on cases of an item.
    pub fn on_item(&self, item: &Key) -> impl Iterator<Item = &Use> {
        self.uses().filter(move |it| it.item() == item)
    }
    /// Those by a user.
    pub fn by_user(&self, user: &Person) -> impl Iterator<Item = &Use> {
        self.uses().filter(move |it| it.user() == user)
    }
    /// Those of a seal.
    pub fn of_seal(&self, seal: SealId) -> impl Iterator<Item = &Use> {
        self.uses().filter(move |it| it.seal() == seal)
    }
    /// Those on the days from one to another, both included.
    pub fn between(&self, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = &Use> {
        self.uses().skip_while(move |it| it.at().day() < from).take_while(move |it| it.at().day() <= until)
    }
    /// How many there are of each, by what is asked: region, item, user, day or any mix.
    pub fn count_by<K: Ord>(&self, key: impl Fn(&Use) -> K) -> BTreeMap<K, usize> {
        let mut counts = BTreeMap::new();
        for it in self.uses() {
            *counts.entry(key(it)).or_default() += 1;
        }
        counts
    }

    /// 违规用章: the uses that could not lawfully have been, held against the registers as they stood that day; a loss counts whenever it was found
    /// out.
    pub fn findings<'l>(&'l self, office: &'l Office) -> impl Iterator<Item = Misuse<'l>> {
        self.uses().filter_map(|at| at.judge(office).err().map(|why| Misuse { at, why }))
    }
}

impl Extend<Use> for Ledger {
    fn extend<T: IntoIterator<Item = Use>>(&mut self, uses: T) {
        self.0.extend(uses);
    }
}

impl IntoIterator for Ledger {
    type Item = Use;
    type IntoIter = std::collections::btree_set::IntoIter<Use>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Use {
    /// By the registers as they stood when the case was filed, when it last moved to a later edition, and when the seal was used, if the journal names revisions that stood then; else
    /// as they are known now. A loss counts whenever it was found out.
    fn judge(&self, office: &Office) -> Result<(), Refusal> {
        let day = self.stamp.at.day();
        let filing = office.as_of(self.filed_revision, self.filed).unwrap_or_else(|| office.now());
        let (bound, bound_revision) = self.bound;
        let then = office.as_of(bound_revision, bound).unwrap_or_else(|| office.now());
        let registers = office.as_of(self.revision, day).unwrap_or_else(|| office.now());
        let mut bench = Bench::new();
        let unsealed = self.decided.is_some_and(|it| it <= self.stamp.at) && self.sealed_before.is_none();
        bench.require(unsealed, Rule::StepHasPlace, || {
            let stage = if self.sealed_before.is_some() { StageKind::Sealed } else { StageKind::Accepted };
            (StageKind::Decided, stage)
        });
        let (item, region) = match (then.item_on(&self.file.item, bound), self.region()) {
            (Ok(item), Some(region)) => (item, region),
            (item, region) => {
                bench.require(item.is_ok(), Rule::ItemInForce, || (Fact::Nothing, &self.file.item));
                bench.require(region.is_some(), Rule::PlaceHasRegion, || (Fact::Nothing, self.file.place));
                return bench.rise().map(drop);
            }
        };
        let undertaking = then.undertaking(item, self.file.place, bound);
        match Route::new(item.facts(region), region, self.file.scope, Some(undertaking)) {
            Ok(route) => {
                let route = route.at(&self.file.venue, filing.offer(item, region, &self.file.venue, self.filed));
                let mut found = registers.seal_record(self.step.seal, item.key(), item.kind(), day, self.filed);
                if let Some(found) = &mut found
                    && office.found_lost(self.step.seal, day)
                {
                    found.state = SealState::Lost;
                }
                judge_actor(&route, &self.file.applicant, Role::Sealing, &self.stamp.by, &mut bench);
                self.step.judge_use(&route, item.key(), self.user(), found.as_ref(), &mut bench);
            }
            Err(none) => {
                bench.object(Objection { rule: Rule::SealNo2Review, expected: Fact::Nothing, got: none.into() })
            }
        }
        bench.rise().map(drop)
    }
}
