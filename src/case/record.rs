use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::{
    Brief, Clock, Docket, Duty, DutyState, Entry, Journal, Message, Opening, Period, Role, StageKind, Stamp, StepKind,
    duties, entries::Entries, journal, laws, roles, steps::File,
};
use crate::{
    body::{Body, Party},
    law::{Bench, Fact, Objection, Refusal, Rule, Source},
    place::Region,
    register::{Office, Outline},
    route::{Core, Gap, Route},
    text::Mark,
    time::Moment,
};

/// 案卷: what a case of any stage has: its opening, its entries since, and what follows from them.
///
/// A clone shares the opening and copies the entries. Two records are equal when their journals are. A service has one office: entries once
/// compared, or made live, are not compared again.
///
/// It grows by steps that were judged, and is not read from bytes: a journal is, and what it proves becomes a case.
///
/// ```
/// use tongquan::{AnyCase, Region, case::Role};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let record = case.record();
/// assert_eq!((record.id().as_str(), record.region(), record.filed()), ("2024-000001", Region::Wenshang, "2024-03-04".parse()?));
/// assert_eq!(record.holder(Role::Deciding).map(|it| it.label().to_owned()).as_deref(), Some("汶上县行政审批服务局（虚构）"));
/// assert_eq!(record.version(), 1 + record.entries().len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Record {
    filing: Arc<Filing>,
    entries: Entries,
    /// What follows from the entries, where something does: neither written nor compared.
    follows: Option<Box<Follows>>,
}

/// An opening that was judged.
#[derive(Debug)]
struct Filing {
    opening: Opening,
    core: Core,
}

/// What entries make.
#[derive(Clone, Debug, Default)]
struct Follows {
    /// The messages owed, and how far each is.
    duties: Vec<Duty>,
    /// The moves to a later edition, in order: which entry, and the core of the route since.
    transfers: Vec<(usize, Core)>,
    /// Which entry each action made.
    actions: BTreeMap<Mark, usize>,
}

impl Record {
    /// Judges an opening, live or read.
    pub(super) fn open(opening: Opening) -> Result<Self, Box<(Opening, Refusal)>> {
        match laws::opening(&opening) {
            Ok(core) => Ok(Self::of(opening, core)),
            Err(why) => Err(Box::new((opening, why))),
        }
    }

    /// 核查: of an opening that makes a route, whatever is held against it.
    pub(super) fn claimed(opening: &Opening, office: Option<&Office>, bench: &mut Bench) -> Option<Self> {
        let core = laws::judge_opening(opening, bench);
        if let Some(office) = office
            && let (truth, lie) = opening.held_against(office)
            && let Some(lie) = lie
        {
            bench.object(disagrees(vec![lie]));
            if let Some(found) = truth {
                let mut by_truth = Bench::new();
                laws::judge_opening(&Opening { found: Box::new(found), ..opening.clone() }, &mut by_truth);
                bench.join(by_truth);
            }
        }
        core.map(|core| Self::of(opening.clone(), core))
    }

    fn of(opening: Opening, core: Core) -> Self {
        Self { filing: Arc::new(Filing { opening, core }), entries: Entries::default(), follows: None }
    }

    /// With what a journal claims to come after it.
    pub(super) fn claiming(self, entries: Vec<Entry>) -> Self {
        Self { entries: Entries::claimed(entries), ..self }
    }

    /// Claims one more.
    pub(super) fn claim(&mut self, entry: Entry) {
        self.entries.claim(entry);
    }

    /// The entry that is claimed next.
    pub(super) fn next(&self) -> Option<&Entry> {
        self.entries.next()
    }

    /// The record as it stands.
    pub fn docket(&self) -> Docket<'_> {
        self.before(self.entries.len())
    }

    /// 截至某一时刻: the record as it stood at a moment, what was done at that very moment included.
    ///
    /// ```
    /// use tongquan::AnyCase;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let record = case.record();
    /// assert!(record.up_to(record.opening().stamp.at).decided().is_none());
    /// assert_eq!(record.up_to(record.last_at()).decided(), record.docket().decided());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn up_to(&self, at: Moment) -> Docket<'_> {
        self.before(self.entries.partition_point(|it| it.stamp().at <= at))
    }

    /// 截至某日: the record as it stood at the end of a day: every entry up to the first that is of a later day.
    ///
    /// ```
    /// use tongquan::AnyCase;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?; // decided on 2024-03-13
    /// let record = case.record();
    /// assert!(record.docket_on("2024-03-12".parse()?).decided().is_none());
    /// assert_eq!(record.docket_on("2024-03-13".parse()?).decided(), Some("2024-03-13".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn docket_on(&self, day: NaiveDate) -> Docket<'_> {
        let later = self.entries.iter().position(|it| day < it.stamp().at.day());
        self.before(later.unwrap_or(self.entries.len()))
    }

    /// 某一版本: the record as a version left it; none where it did not stand so at the moment. Where several steps were taken in one second, every
    /// version from before the first to after the last of them stood then.
    ///
    /// ```
    /// use tongquan::AnyCase;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let record = case.record();
    /// let filed = record.opening().stamp.at;
    /// assert_eq!(record.as_of(1, filed).map(|it| it.version()), Some(1));
    /// // what was done later was not there yet, and what was done then is no longer all
    /// assert!(record.as_of(record.version(), filed).is_none() && record.as_of(1, record.last_at()).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_of(&self, version: usize, at: Moment) -> Option<Docket<'_>> {
        let entry = version.checked_sub(1).filter(|it| *it <= self.entries.len())?;
        let done = entry.checked_sub(1).and_then(|it| self.entries.get(it));
        let next = self.entries.get(entry);
        let stood = done.is_none_or(|it| it.stamp().at <= at) && next.is_none_or(|it| at <= it.stamp().at);
        stood.then(|| self.before(entry))
    }

    /// As it stood before one of the entries after the opening, counted from 0.
    pub(super) fn before(&self, entry: usize) -> Docket<'_> {
        let Filing { opening, core } = &*self.filing;
        let entries = self.entries.get(..entry).unwrap_or(&self.entries);
        let transfers = self.follows.as_ref().map_or(&[][..], |it| &it.transfers);
        let last = transfers.partition_point(|(at, _)| *at < entry).checked_sub(1);
        let moved = last.and_then(|it| transfers.get(it)).and_then(|(at, core)| match entries.get(*at) {
            Some(Entry::Transfer(taken)) => Some((&*taken.found, *core)),
            _ => None,
        });
        let (brief, core) = moved.unwrap_or((&opening.found, *core));
        Docket { record: self, opening, brief, core, entries }
    }

    /// The first entry of the journal: what was filed, and what was found that day.
    pub fn opening(&self) -> &Opening {
        &self.filing.opening
    }
    /// What was filed.
    pub fn file(&self) -> &File {
        &self.opening().step
    }
    /// What catalogue and registers said on the filing day, or on the day of the move to a later edition (`S4`).
    pub fn brief(&self) -> &Brief {
        self.docket().brief()
    }
    /// The case's number, as the service gave it.
    pub fn id(&self) -> &Mark {
        &self.file().case
    }
    /// 收件日: the day on which the first window took the papers in (`S29`).
    pub fn filed(&self) -> NaiveDate {
        self.opening().day()
    }
    /// The region whose business it is.
    pub fn region(&self) -> Region {
        self.route().region()
    }
    /// The standard that binds the case, in outline.
    pub fn standard(&self) -> Option<&Outline> {
        self.docket().standard()
    }
    /// The route: who holds which role.
    pub fn route(&self) -> Route<'_> {
        self.docket().route()
    }
    /// The routes before the case moved on to later editions, the first of them first, whose holders hold a role still: windows alone, which
    /// pass on what they have, and may deliver (`S51`).
    pub(super) fn former_routes(&self, role: Role) -> impl Iterator<Item = Route<'_>> {
        let transfers = self.follows.as_ref().filter(|_| role == Role::Window);
        transfers.map_or(&[][..], |it| &it.transfers).iter().map(|(at, _)| self.before(*at).route())
    }
    /// Who holds a role: any of these bodies. None is named for the applicant, and for the addressees of messages, which
    /// [`duties`](Self::duties) tells. Windows of a former route are windows of the case still (`S51`).
    pub fn holders(&self, role: Role) -> impl Iterator<Item = Party<'_>> {
        let now = roles::Holders::of(role, || self.route()).bodies();
        let mut told: Vec<Party<'_>> = Vec::new();
        for it in now.chain(self.former_routes(role).flat_map(move |it| roles::Holders::of(role, || it).bodies())) {
            if !told.iter().any(|other| other.is_same(it)) {
                told.push(it);
            }
        }
        told.into_iter()
    }
    /// Who holds a role, where it is one body that is on record: by the route as it is now, for [`Role::Window`] the first window.
    pub fn holder(&self, role: Role) -> Option<Body> {
        self.holders(role).find_map(Party::to_body)
    }
    /// What the holder of a role holds it by.
    pub fn basis(&self, role: Role) -> &'static [Source] {
        roles::basis(&self.route(), role)
    }
    /// 缺项: what was missing on the day of the [brief](Self::brief) and barred nothing but the impossible (`S11`).
    pub fn gaps(&self) -> &[Gap] {
        &self.brief().gaps
    }
    /// The entries after the opening.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
    /// How many entries the journal has, the opening included: the version that a store expects.
    pub fn version(&self) -> usize {
        1 + self.entries.len()
    }
    /// The entry of an action, by the id that the service gave it.
    pub fn action(&self, id: &Mark) -> Option<&Entry> {
        let at = self.follows.as_ref()?.actions.get(id)?;
        self.entries.get(*at)
    }
    /// 新增记录: the entries after those that a version has: what a store that holds that version has yet to append. The opening is version 1.
    pub fn since(&self, version: usize) -> &[Entry] {
        self.entries.get(version.saturating_sub(1)..).unwrap_or_default()
    }
    /// When the last step was taken.
    pub fn last_at(&self) -> Moment {
        self.entries.last().map_or(self.opening().stamp.at, |entry| entry.stamp().at)
    }
    /// Every stamp, the opening's first.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        std::iter::once(&self.opening().stamp).chain(self.entries.iter().map(Entry::stamp))
    }
    /// 报备与推送: the reports and pushes that the case owes from its decision on, and how far each is.
    pub fn duties(&self) -> &[Duty] {
        self.follows.as_ref().map_or(&[], |it| &it.duties)
    }
    /// 截至某日的报备与推送: the same as they stood at the end of a day, by the entries up to it.
    pub fn duties_on(&self, day: NaiveDate) -> Vec<Duty> {
        let docket = self.docket_on(day);
        if docket.version() == self.version() {
            return self.duties().to_vec();
        }
        let (route, mut told, mut stage) = (docket.route(), Vec::new(), StageKind::Filed);
        for it in docket.entries() {
            if stage.passes_over_decision(it.kind()) {
                told = duties::owed(&route);
            }
            duties::follow(&mut told, || route, it);
            stage = stage.along(it.kind()).unwrap_or(stage);
        }
        told
    }
    /// 期限: the clock of a period, as the entries so far have made it: [`Docket::clock`].
    pub fn clock(&self, period: Period) -> Option<Clock> {
        self.docket().clock(period)
    }

    /// With the entry that was claimed next.
    pub(super) fn on(mut self) -> Self {
        self.entries.go_on();
        self.follow();
        self
    }

    /// What follows from the last entry.
    fn follow(&mut self) {
        let Some((entry, before)) = self.entries.split_last() else { return };
        let at = before.len();
        if let Some(id) = entry.action() {
            self.follows.get_or_insert_default().actions.insert(id.clone(), at);
        }
        if let Entry::Transfer(taken) = entry {
            // INVARIANT (moved by a judgement): only a brief that makes a route is entered
            let core = laws::route_of(self.file(), &taken.found).map(|it| it.core());
            self.follows.get_or_insert_default().transfers.extend(core.map(|core| (at, core)));
        }
        match duties::arising(|| self.route(), entry) {
            Some(duties) => self.follows.get_or_insert_default().duties = duties,
            None => self.follows.iter_mut().for_each(|it| duties::carry(&mut it.duties, entry)),
        }
    }

    /// 流转记录: its journal.
    pub fn to_journal(&self) -> Journal {
        self.clone().into_journal()
    }

    pub(crate) fn into_journal(self) -> Journal {
        let (opening, entries) = self.into_parts();
        Journal { opening, entries }
    }

    pub(super) fn into_parts(self) -> (Opening, Vec<Entry>) {
        let opening = Arc::try_unwrap(self.filing).map_or_else(|shared| shared.opening.clone(), |it| it.opening);
        (opening, self.entries.into_all())
    }

    /// Compares what the journal claims that the registers said with what they say, for the entries not yet compared.
    ///
    /// A live step does it by itself. A service does it for a record that it only shows: a closed one takes no step, and what a record that was
    /// read says of a service's own items, plans, standards and seals is a claim until then.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, Rule};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// assert_eq!(case.record().hold_against(&office), Ok(()));
    /// // registers that know nothing of what the journal claims
    /// let why = case.record().hold_against(Office::built_in()).unwrap_err();
    /// assert!(why.names(Rule::RecordAgrees));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RecordAgrees`](Rule::RecordAgrees), with every entry that disagrees.
    pub fn hold_against(&self, office: &Office) -> Result<(), Refusal> {
        if self.entries.vouched {
            return Ok(());
        }
        let mut lies: Vec<Fact> = self.opening().held_against(office).1.into_iter().collect();
        for (at, entry) in self.entries.iter().enumerate() {
            if !entry.agrees(self.before(at), office) {
                lies.push(lie(at + 1, entry.kind()));
            }
        }
        if lies.is_empty() { Ok(()) } else { Err(Refusal::of(disagrees(lies))) }
    }

    /// 核查: pushes that are answered were sent, as the journal claims.
    pub(super) fn send_pushes(&mut self, at: Moment) {
        for duty in self.follows.iter_mut().flat_map(|it| &mut it.duties) {
            if matches!(duty.message, Message::Push(_)) && duty.state == DutyState::Owed {
                duty.state = DutyState::Sent(at);
            }
        }
    }

    /// 核查: the decision itself is missing from a journal that went on from it: its messages are owed all the same.
    pub(super) fn owe_messages(&mut self) {
        let duties = duties::owed(&self.route());
        if !duties.is_empty() {
            self.follows.get_or_insert_default().duties = duties;
        }
    }

    /// It was compared with the office's records. What a live step adds is made from them.
    pub(super) const fn vouch(&mut self) {
        self.entries.vouched = true;
    }
}

impl Opening {
    /// What the registers say for it, and how its brief differs from that.
    fn held_against(&self, office: &Office) -> (Option<Brief>, Option<Fact>) {
        let day = self.day();
        let (truth, differing) = match office.as_of(self.found.revision, day).map(|it| self.step.look_up(day, it)) {
            None => (None, vec![REVISION]),
            Some(Err(missing)) => (None, vec![laws::missing(&self.step, day, missing).got]),
            Some(Ok(truth)) => {
                let differing = self.found.differing(&truth);
                (Some(truth), differing)
            }
        };
        let lie = (!differing.is_empty()).then(|| [Fact::Number(0), FILE].into_iter().chain(differing).collect());
        (truth, lie.map(Fact::List))
    }
}

/// An entry that does not say what the registers said.
pub(super) fn lie(entry: usize, kind: StepKind) -> Fact {
    Fact::List(vec![Fact::Number(entry as u64), kind.into()])
}

pub(super) fn disagrees(lies: Vec<Fact>) -> Objection {
    Objection { rule: Rule::RecordAgrees, expected: REGISTERS, got: Fact::List(lies) }
}

const REVISION: Fact = Fact::Term { zh: "登记批次", en: "the revision of the registers" };
pub(crate) const FILE: Fact = Fact::Term { zh: "收件", en: "file" };
const REGISTERS: Fact =
    Fact::Term { zh: "与登记相符的流转记录", en: "entries that agree with the registers" };

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.opening() == other.opening() && *self.entries == *other.entries
    }
}

impl Eq for Record {}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        journal::write(self.opening(), &self.entries, to)
    }
}
