use chrono::NaiveDate;

use super::{
    Agreement, AgreementState, Office, Revision, SealId, SealRecord, SealState, Standard,
    index::{BoundChoice, BoundRow},
    line::{AsOf, At},
    seals::Using,
};
use crate::{
    body::{Body, Department},
    catalogue::{Edition, EditionId, Item, ItemFacts, Key, Kind, NoItem, Origin, in_force, item_on, look_up},
    place::{Confidence, Place, Region},
    route::{AskError, Chosen, NoRoute, Offer, Question, Route, Scope, Supervision, Undertaking, Venue},
    text::Mark,
    time::Calendar,
};

/// 登记: the registers of an office as a revision left them: what was recorded later is not known to them. Copied freely.
///
/// Each question on the path of a case is asked as of a day, and answered by look-ups: none walks a register, but for the few seals that a region
/// holds of a department. What is asked from the other end walks the list.
///
/// ```
/// use tongquan::{Department, Office, Region};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let (registers, day) = (office.now(), "2024-03-04".parse()?);
/// let handbook = registers.handbook(&"A1-36".parse()?, day).ok_or("none")?;
/// assert_eq!((handbook.edition, handbook.steps.len()), (1, 3));
/// let held: Vec<String> = registers.seals_held(Department::Transport, Region::Wenshang, day).map(|it| it.to_string()).collect();
/// assert_eq!(held, ["市交通运输局2号章第7号"]);
/// assert_eq!((registers.revision(), Office::built_in().now().revision()), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Registers<'o> {
    pub(super) office: &'o Office,
    pub(super) revision: u32,
}

const NOTHING: Undertaking<'static> =
    Undertaking { handler: None, posted: false, centre: None, supervision: &Supervision::NOBODY, chosen: None };

impl<'o> Registers<'o> {
    /// 登记批次: how many revisions they know.
    pub const fn revision(self) -> u32 {
        self.revision
    }

    pub(super) const fn as_of(self, day: NaiveDate) -> AsOf {
        AsOf { day, revision: self.revision }
    }

    /// The editions of the catalogue that they know.
    pub fn editions(self) -> &'o [Edition] {
        self.office.editions_known(self.revision)
    }

    /// 当日清单: the edition of the catalogue in force on a day, with the service's own items recorded by then; none before the first.
    pub fn edition_on(self, day: NaiveDate) -> Option<&'o Edition> {
        in_force(self.editions(), day)
    }

    /// 核对至: until when the list was held against the city's publications (`S31`).
    pub fn checked_until(self) -> NaiveDate {
        let checked = self.office.checked.iter().rev().find(|(by, _)| *by <= self.revision);
        checked.map_or(EditionId::BUILT_IN.from, |(_, until)| *until)
    }

    /// 工作日历: the built-in years, and those that were recorded since.
    pub fn calendar(self) -> &'o Calendar {
        let known = self.office.calendars.iter().rev().find(|(by, _)| *by <= self.revision);
        known.map_or(Calendar::built_in(), |(_, calendar)| calendar)
    }

    /// The item of a key, in the edition in force on a day; before the first edition there is none.
    ///
    /// ```
    /// use tongquan::Office;
    /// let (registers, key) = (Office::built_in().now(), "A1-36".parse()?);
    /// assert_eq!(registers.item_on(&key, "2021-06-15".parse()?)?.name(), "道路客运站站级核定");
    /// assert!(registers.item_on(&key, "2021-06-14".parse()?).is_err()); // before the list
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoItem`]: no list yet, not on it that day, or no such key; that of an own item that was recorded later is none yet.
    pub fn item_on(self, key: &Key, day: NaiveDate) -> Result<Item<'o>, NoItem> {
        item_on(self.editions(), key, day)
    }

    /// The item that a person means on a day: by its key, or by its name ([`Edition::look_up`]).
    ///
    /// ```
    /// use tongquan::Office;
    /// let registers = Office::built_in().now();
    /// assert_eq!(registers.look_up("船舶登记", "2024-03-04".parse()?)?.key().to_string(), "A1-47");
    /// assert!(registers.look_up("船只登记", "2024-03-04".parse()?).is_err()); // with the nearest names
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoItem`]: no list yet, not on it that day, or nothing of the name.
    pub fn look_up(self, text: &str, day: NaiveDate) -> Result<Item<'o>, NoItem> {
        look_up(self.editions(), text, day)
    }

    /// The answer to a question, under the plans and permissions of that day. It allocates nothing.
    ///
    /// A plan that names no body for a devolved item, and no plan at all, make the route the city's, and it says so (`S11`).
    ///
    /// ```
    /// use tongquan::{Office, Question, Region, Scope};
    /// let item = "A2-8".parse()?;
    /// let asked = Question { item: &item, place: Region::Wenshang.into(), scope: Scope::WITHIN, venue: None, day: "2024-03-04".parse()? };
    /// let why = Office::built_in().now().route(&asked).unwrap_err();
    /// assert_eq!(why.zh(), "此三级同权事项的同权方式由汶上县自行确定（附件2注）");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AskError`]: no edition that day, no such item, a place without a region, or no route.
    pub fn route(self, asked: &Question<'_>) -> Result<Route<'o>, AskError> {
        let item = self.item_on(asked.item, asked.day)?;
        let (region, confidence) = asked.place.managing_region().ok_or(AskError::NoRegion { place: asked.place })?;
        let route = self.handled(item, (asked.place, region, confidence), asked.scope, asked.day)?;
        Ok(asked.venue.map_or(route, |venue| route.at(venue, self.offer(item, region, venue, asked.day))))
    }

    /// The route of an item in a place of a region, no venue asked.
    pub(crate) fn handled(
        self,
        item: Item<'_>,
        (place, region, confidence): (Place, Region, Confidence),
        scope: Scope,
        day: NaiveDate,
    ) -> Result<Route<'o>, NoRoute> {
        let undertaking = self.undertaking(item, place, day);
        match Route::new(item.facts(region), region, scope, Some(undertaking)) {
            Ok(route) => Ok(route.known(confidence).unchecked(self.checked_until(), day)),
            Err(NoRoute::RegionMustChoose { .. }) => Err(self.unchosen(item, place, region, day)),
            Err(none) => Err(none),
        }
    }

    /// 承接情况: what the plan in force says of an item, and the choice in force of a three-tier one, for a matter that lies in a place. Of a place
    /// that resolves to no region, nothing.
    pub fn undertaking(self, item: Item<'_>, place: impl Into<Place>, day: NaiveDate) -> Undertaking<'o> {
        let place = place.into();
        let Some((region, _)) = place.managing_region() else { return NOTHING };
        self.undertaking_of(item.key(), &item.facts(region), place, day)
    }

    /// The same of what a case keeps of its item, whether that is on the list still or not. A three-tier item is handled as chosen, and no plan
    /// speaks of it.
    pub(crate) fn undertaking_of(self, key: &Key, it: &ItemFacts, place: Place, day: NaiveDate) -> Undertaking<'o> {
        let Some((region, _)) = place.managing_region() else { return NOTHING };
        let plan = self.office.index.plan(region, self.as_of(day));
        let centre = plan.and_then(|it| it.centre);
        if it.cell.origin() == Origin::ThreeTier {
            let choice = self.office.index.choice(region, (key, it.kind), self.as_of(day));
            let chosen = choice.zip(place.township()).and_then(|(choice, at)| choice.in_township.get(&at));
            return Undertaking { centre, chosen, ..NOTHING };
        }
        let row = plan.and_then(|plan| plan.row(key, it.kind));
        Undertaking {
            handler: row.map(|it| &it.handler),
            posted: it.department.is_some_and(|department| self.posted(department, region, day)),
            centre,
            supervision: row.map_or(&Supervision::NOBODY, |it| &it.supervision),
            chosen: None,
        }
    }

    /// 本区域的选择: what the choice of a region in force for a three-tier item says, township by township; none where it chose nothing.
    ///
    /// ```
    /// use tongquan::{Modality, Office, Region, register::Revision};
    /// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-20",
    ///   "units": [{"id": "nanwang", "region": "wenshang", "kind": "township", "name": "（虚构）南旺镇"}],
    ///   "choices": [{"region": "wenshang", "items": {"only": ["A2-3"]}, "from": "2021-07-31", "way": "direct",
    ///     "townships": [{"township": "370830102", "body": "nanwang"}]}]}"#)?;
    /// let office = Office::new(vec![revision])?;
    /// let item = office.catalogue().latest().annex_2(3)?;
    /// let chosen = |day: &str| office.now().chosen(item, Region::Wenshang, day.parse().expect("a day")).next();
    /// assert_eq!(chosen("2021-07-30"), None);
    /// assert_eq!(chosen("2021-07-31").map(|it| it.way.modality()), Some(Modality::Direct));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn chosen(self, item: Item<'_>, region: Region, day: NaiveDate) -> impl Iterator<Item = &'o Chosen> {
        self.choice(item, region, day).into_iter().flat_map(|it| it.in_township.values())
    }

    pub(super) fn choice(self, item: Item<'_>, region: Region, day: NaiveDate) -> Option<&'o BoundChoice> {
        if item.origin() != Origin::ThreeTier {
            return None;
        }
        self.office.index.choice(region, (item.key(), item.kind()), self.as_of(day))
    }

    /// Why a place has no route by the region's choice: there is none, it begins later, or it is for others.
    fn unchosen(self, item: Item<'_>, place: Place, region: Region, day: NaiveDate) -> NoRoute {
        if self.choice(item, region, day).is_some() {
            return NoRoute::NotChosenThere { region, township: place.township() };
        }
        match self.office.index.next_choice(region, (item.key(), item.kind()), self.as_of(day)) {
            Some(from) => NoRoute::ChosenFrom { region, from },
            None => NoRoute::RegionMustChoose { region },
        }
    }

    pub(super) fn undertaken(self, item: Item<'_>, region: Region, day: NaiveDate) -> Option<&'o BoundRow> {
        self.office.index.plan(region, self.as_of(day))?.row(item.key(), item.kind())
    }

    /// 派驻: whether a department's staff sit at a region's window.
    pub fn posted(self, department: Department, region: Region, day: NaiveDate) -> bool {
        self.office.index.posting(department, region, self.as_of(day)).is_some_and(|it| it.runs_on(day))
    }

    /// 收件权限: what a venue offers for an item of a region.
    pub fn offer(self, item: Item<'_>, region: Region, venue: &Venue, day: NaiveDate) -> Offer<'o> {
        let asked = self.as_of(day);
        match self.office.index.permission(venue, region, (item.key(), item.kind()), asked) {
            None => Offer::NotRecorded,
            Some((span, _)) if day < span.from => Offer::NotBegun(span.from),
            Some((span, admission)) => match span.until {
                Some(until) if until < day => Offer::Ended(until),
                _ => Offer::Running(admission),
            },
        }
    }

    /// 当日适用的标准: what a region decides an item by on a day: the region's own, where it has one that is drawn from the handbook
    /// edition in force that day, else that handbook (`S42`).
    ///
    /// ```
    /// use tongquan::{Office, Region, register::{Own, Revision, Standard}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let (item, day) = ("A1-36".parse()?, "2024-03-04".parse()?);
    /// let handbook = office.now().standard(&item, Region::Wenshang, day).ok_or("no handbook")?;
    /// let own = Some(Own { region: Region::Wenshang, handbook: handbook.edition });
    /// let standards = vec![Standard { own, edition: 1, from: "2024-03-01".parse()?, ..handbook.clone() }];
    /// let office = office.record(&Revision { standards, ..Revision::on("2024-02-20".parse()?) })?;
    /// let whose = |region| office.now().standard(&item, region, day).and_then(|it| it.own);
    /// assert_eq!((whose(Region::Wenshang), whose(Region::Qufu)), (own, None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn standard(self, item: &Key, region: Region, day: NaiveDate) -> Option<&'o Standard> {
        let handbook = self.handbook(item, day)?;
        // one that is drawn from a handbook to come leaves the one before it in force
        let mut own = self.begun(item, Some(region), day);
        own.find(|it| it.own.is_some_and(|own| own.handbook == handbook.edition)).or(Some(handbook))
    }

    /// 业务手册: the city department's handbook of an item in force on a day.
    pub fn handbook(self, item: &Key, day: NaiveDate) -> Option<&'o Standard> {
        self.begun(item, None, day).next()
    }

    fn begun(self, item: &Key, whose: Option<Region>, day: NaiveDate) -> impl Iterator<Item = &'o Standard> {
        let line = self.office.index.standards.get(item).and_then(|lines| lines.get(&whose));
        let begun = line.map(|line| line.begun(self.as_of(day)));
        begun.into_iter().flatten().filter_map(move |(_, at)| self.row(at, |it| &it.standards))
    }

    /// A body on record, by its id, under the name last recorded.
    pub fn body(self, id: &Mark) -> Option<&'o Body> {
        self.office.index.body(id, self.revision)
    }

    /// “2号章”使用协议 of a number.
    pub fn agreement(self, number: &Mark) -> Option<&'o Agreement> {
        let agreed = self.office.index.seals.agreements.get(number).filter(|it| it.at.revision <= self.revision)?;
        self.row(agreed.at, |it| &it.agreements)
    }

    /// 协议状态 on a day; none for an agreement that is not on record. One that has ended runs off, and so does one whose items an amendment has
    /// taken out of review (`C6`).
    pub fn agreement_state(self, number: &Mark, day: NaiveDate) -> Option<AgreementState> {
        let agreement = self.agreement(number)?;
        Some(if day < agreement.from {
            AgreementState::NotBegun
        } else if self.takes_new_cases(agreement, day) && !self.has_left_review(agreement, day) {
            AgreementState::Open
        } else {
            AgreementState::RunningOff
        })
    }

    /// Whether amendments took every item of an agreement out of review since it began; one that waits for its items to come lost none.
    fn has_left_review(self, agreement: &'o Agreement, day: NaiveDate) -> bool {
        let has = |on| self.reviewed_under(agreement, on).next().is_some();
        // or between its recording and its first day
        let signed = self.office.index.seals.agreements.get(&agreement.number).map(|it| it.at.revision);
        let then = signed.map(|revision| Self { revision, ..self });
        let had = then.is_some_and(|it| it.reviewed_under(agreement, agreement.from).next().is_some());
        let since = self.editions().iter().map(Edition::begins).filter(|from| agreement.from < *from && *from <= day);
        !has(day) && (had || [agreement.from].into_iter().chain(since).any(has))
    }

    /// Whether an agreement has begun and has not ended.
    pub(crate) fn takes_new_cases(self, agreement: &Agreement, day: NaiveDate) -> bool {
        let seals = &self.office.index.seals;
        let until = seals.agreements.get(&agreement.number).and_then(|it| seals.until(it, self.revision));
        agreement.from <= day && until.is_none_or(|until| day <= until)
    }

    /// The revisions that they know.
    pub(crate) fn revisions(self) -> &'o [Revision] {
        let known = usize::try_from(self.revision).unwrap_or(usize::MAX);
        self.office.revisions().get(..known).unwrap_or_default()
    }

    /// 用章状态 on a day; none for a seal that was not cut by then.
    pub fn seal_state(self, seal: SealId, day: NaiveDate) -> Option<SealState> {
        self.office.index.seals.life(seal)?.state(self.as_of(day))
    }

    /// Who holds a seal on a day, and under which agreement; none before it was handed over, and after it was withdrawn.
    pub fn seal_holder(self, seal: SealId, day: NaiveDate) -> Option<(Region, &'o Agreement)> {
        if self.seal_state(seal, day) == Some(SealState::Withdrawn) {
            return None;
        }
        let held = self.office.index.seals.life(seal)?.holding(self.as_of(day))?;
        Some((held.region, self.agreement(&held.agreement)?))
    }

    /// The seals of a department that a region holds on a day, in whatever state; not those that were withdrawn.
    pub fn seals_held(self, department: Department, region: Region, day: NaiveDate) -> impl Iterator<Item = SealId> {
        self.office.index.seals.held_by(department, region, self.as_of(day)).map(|(seal, _)| seal)
    }

    /// What the registers say of a seal for a use on a day, for a case of an item filed on another.
    pub fn seal_record(
        self,
        seal: SealId,
        item: &Key,
        kind: Kind,
        used: NaiveDate,
        filed: NaiveDate,
    ) -> Option<SealRecord> {
        let using = Using { item, kind, filed };
        self.office.index.seals.record(seal, using, self.as_of(used), |at| self.row(at, |it| &it.agreements))
    }

    /// Every row of a list that they know, in the order of recording, with where it stands.
    pub(super) fn rows<T: 'o>(self, list: fn(&Revision) -> &Vec<T>) -> impl Iterator<Item = (At, &'o T)> {
        (1..).zip(self.revisions()).flat_map(move |(revision, rows)| {
            list(rows).iter().enumerate().map(move |(row, it)| (At { revision, row }, it))
        })
    }

    pub(super) fn row<T>(self, at: At, list: impl Fn(&Revision) -> &Vec<T>) -> Option<&'o T>
    where
        T: 'o,
    {
        let revision = self.office.revisions().get(usize::try_from(at.revision.checked_sub(1)?).ok()?)?;
        list(revision).get(at.row)
    }
}
