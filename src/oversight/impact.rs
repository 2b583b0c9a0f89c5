use std::{collections::HashSet, fmt};

use chrono::NaiveDate;

use crate::{
    body::Department,
    case::AnyCase,
    catalogue::{Amendment, Difference, Item, Key, Standing, differences},
    law::{Faults, Refusal},
    place::{Confidence, Place, Region},
    register::{Agreement, Missing, Office, Revision, SealId},
    route::{NoRoute, Route, Scope},
};

/// 调整影响: what an amendment would do, before it is made (`C3`): it is held against the office as a record of it would be, and nothing is recorded.
///
/// ```
/// use tongquan::{Modality, Office, catalogue::{Amendment, ItemChange, Ground}, oversight::Impact};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let change = ItemChange { modality: Some(Modality::Direct), ..ItemChange::of("A1-36".parse()?) };
/// let ground = Ground::Law("（虚构）某法".parse()?);
/// let amendment = Amendment { changes: vec![change], ..Amendment::new("（虚构）5号".parse()?, "2024-09-01".parse()?, ground) };
/// let impact = Impact::of(&office, &amendment)?;
/// assert_eq!(impact.routes().count(), 15);
/// let here = impact.routes().next().ok_or("no route changes")?;
/// assert_eq!(here.to_string(), "A1-36 in 任城区: devolved substantive review → direct devolution");
/// assert_eq!(office.catalogue().editions().len(), 1); // nothing was made
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Impact<'o> {
    before: &'o Office,
    after: Office,
    day: NaiveDate,
    /// The edition amended, as the office knows it that was amended.
    amended: u16,
}

/// What there is to answer for an item in a region: a route, no route, or no such item on the list.
pub type Answered<'a> = Option<Result<Route<'a>, NoRoute>>;

/// 路径变化: an item in a region whose route is another.
///
/// See the example of [`Impact`].
#[derive(Clone, Copy, Debug)]
pub struct RouteChange<'a> {
    /// The item that comes to be handled otherwise.
    pub item: &'a Key,
    /// The region in which it is.
    pub region: Region,
    /// By the list as it is.
    pub before: Answered<'a>,
    /// By the list amended.
    pub after: Answered<'a>,
}

/// 所涉办件: a running case whose item is otherwise by the list amended. To keep its edition is lawful always (`S4`).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Modality, Office, catalogue::{Amendment, Ground, ItemChange}, case::StepKind, oversight::Impact};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let change = ItemChange { modality: Some(Modality::Direct), ..ItemChange::of("A1-33".parse()?) };
/// let ground = Ground::Law("（虚构）某法".parse()?);
/// let amendment = Amendment { changes: vec![change], ..Amendment::new("（虚构）5号".parse()?, "2024-03-10".parse()?, ground) };
/// let impact = Impact::of(&office, &amendment)?;
/// let (case, ..) = before("review", StepKind::DecideFavourably)?; // a case of the item that is under review
/// let touched: Vec<_> = impact.cases([&case]).collect();
/// assert_eq!(touched[0].case.record().id().as_str(), "2024-000001");
/// assert!(touched[0].may_move_on.is_ok()); // and may stay as it is
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Touched<'c> {
    /// The case that is under way.
    pub case: &'c AnyCase,
    /// Whether it may move on to the later edition, from the day of effect; else every reason why not.
    pub may_move_on: Result<(), Refusal>,
}

/// 协议过渡: an agreement that takes no new cases of some items any more; for those filed before it runs off (`C6`, `S4`).
///
/// ```
/// use tongquan::{Modality, Office, catalogue::{Amendment, Ground, ItemChange}, oversight::Impact};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let change = ItemChange { modality: Some(Modality::Direct), ..ItemChange::of("A1-33".parse()?) };
/// let ground = Ground::Law("（虚构）某法".parse()?);
/// let amendment = Amendment { changes: vec![change], ..Amendment::new("（虚构）5号".parse()?, "2024-03-10".parse()?, ground) };
/// let impact = Impact::of(&office, &amendment)?;
/// let ending: Vec<_> = impact.agreements().collect();
/// assert!(ending.iter().all(|it| it.items[0].key().to_string() == "A1-33"));
/// assert!(ending[0].whole && ending[0].seals.len() == 1); // the agreement has no other item, so its seal seals no new case
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunOff<'a> {
    /// The agreement that closes to new cases.
    pub agreement: &'a Agreement,
    /// The seals that are held under it.
    pub seals: Vec<SealId>,
    /// The items that leave review in its region.
    pub items: Vec<Item<'a>>,
    /// Whether none is left to it, so that the whole of it runs off and its seals seal no new case.
    pub whole: bool,
}

/// 新增责任: what comes to be owed for an item in a region.
///
/// ```
/// use tongquan::{Modality, Office, catalogue::{Amendment, Ground, ItemChange}, oversight::{Impact, Owed}, route::Gap};
/// let change = ItemChange { modality: Some(Modality::Review), ..ItemChange::of("A1-61".parse()?) }; // entrusted intake until now
/// let ground = Ground::Law("（虚构）某法".parse()?);
/// let amendment = Amendment { changes: vec![change], ..Amendment::new("（虚构）5号".parse()?, "2024-09-01".parse()?, ground) };
/// let impact = Impact::of(Office::built_in(), &amendment)?;
/// let seals = impact.duties().filter(|it| matches!(&it.owed, Owed::Supply(missing) if missing.gap == Gap::NoSealNo2));
/// assert_eq!(seals.count(), 15); // a Seal No. 2 in every region
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arising<'a> {
    /// The item for which it comes to be owed.
    pub item: &'a Key,
    /// The region that is to have it.
    pub region: Region,
    /// What comes to be owed.
    pub owed: Owed,
}

/// 新增责任的内容: what comes to be owed.
///
/// See the example of [`Arising`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// 承接准备: something is missing that the new route needs.
    Supply(Missing),
    /// 批后报备 to the item's department, by the region (`C4`).
    Report(Department),
    /// 审管信息推送 to the four seats, by the region's approval bureau (`C12`).
    Push,
}

impl Owed {
    /// Whether another is the same thing owed, whenever it is due.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Supply(mine), Self::Supply(it)) => (mine.gap, mine.department) == (it.gap, it.department),
            _ => self == other,
        }
    }
}

impl<'o> Impact<'o> {
    /// Of an amendment that is recorded next.
    ///
    /// ```
    /// use tongquan::{Office, Rule, catalogue::{Amendment, Ground}, oversight::Impact};
    /// let amendment = Amendment::new("（虚构）1号".parse()?, "2024-07-01".parse()?, Ground::Policy("（虚构）某政策".parse()?));
    /// let faults = Impact::of(Office::built_in(), &amendment).unwrap_err();
    /// assert!(faults.names(Rule::AmendmentChanges)); // a draft that changes nothing
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Faults`], as [`Office::record`] tells them of a revision that has the amendment alone.
    pub fn of(before: &'o Office, amendment: &Amendment) -> Result<Self, Faults> {
        let recorded = before.revisions().last().map_or(amendment.from, |it| it.recorded.max(amendment.from));
        let revision = Revision { amendments: vec![amendment.clone()], ..Revision::on(recorded) };
        let after = before.record(&revision)?;
        let amended = before.catalogue().latest().id().number;
        Ok(Self { before, after, day: amendment.from, amended })
    }

    /// The office as it would be, with the amendment recorded on its day of effect, or with the last revision where that is later.
    pub const fn after(&self) -> &Office {
        &self.after
    }

    /// The items that the amendment makes otherwise.
    pub fn items(&self) -> Vec<Difference<'_>> {
        let edition = |number: u16| self.after.catalogue().editions().iter().rev().find(|it| it.id().number == number);
        differences(edition(self.amended), edition(self.amended.saturating_add(1)))
    }

    /// 路径变化, item by item and region by region.
    pub fn routes(&self) -> impl Iterator<Item = RouteChange<'_>> {
        let changes = self.each().map(|(item, region, difference)| RouteChange {
            item,
            region,
            before: self.answered(self.before, difference.before, region),
            after: self.answered(&self.after, difference.after, region),
        });
        changes.filter(|it| Gist::of(&it.before) != Gist::of(&it.after))
    }

    /// 所涉办件 among these: those that have not ended and whose item is otherwise in their region.
    pub fn cases<'c>(&self, cases: impl IntoIterator<Item = &'c AnyCase>) -> impl Iterator<Item = Touched<'c>> {
        let edition = self.after.catalogue().latest();
        let spoken_of: HashSet<&Key> = self.items().into_iter().filter_map(|it| it.key()).collect();
        let running = cases.into_iter().filter(|case| !case.stage().is_terminal());
        let touched = running.filter(move |case| {
            let record = case.record();
            let (had, crosses) = (&record.brief().item, record.file().scope.crosses(record.region()));
            let has = edition.find(&record.file().item).map(|it| it.facts(record.region()));
            let same =
                has.is_some_and(|it| it.standing(crosses) == had.standing(crosses) && it.department == had.department);
            spoken_of.contains(&record.file().item) && !same
        });
        touched.map(|case| Touched { case, may_move_on: case.may_move_on(self.day, self.after.now()) })
    }

    /// 协议过渡: the agreements that close to cases filed from the day of effect, wholly or for some items.
    pub fn agreements(&self) -> impl Iterator<Item = RunOff<'_>> {
        let (before, after) = (self.before.now(), self.after.now());
        before.agreements().filter_map(move |agreement| {
            // one that is signed ahead is asked on its first day
            let on = self.day.max(agreement.from);
            if !before.takes_new_cases(agreement, on) {
                return None;
            }
            let left: Vec<Item<'_>> = after.reviewed_under(agreement, on).collect();
            let covered = before.reviewed_under(agreement, on);
            let items: Vec<Item<'_>> = covered.filter(|item| left.iter().all(|it| it.key() != item.key())).collect();
            let seals = before.seals_under(agreement, on).map(|(seal, _)| seal).collect();
            (!items.is_empty()).then_some(RunOff { agreement, seals, items, whole: left.is_empty() })
        })
    }

    /// 新增责任: what comes to be owed on the day of effect that was not owed before.
    pub fn duties(&self) -> impl Iterator<Item = Arising<'_>> {
        self.each().flat_map(|(item, region, difference)| {
            let owed_before = self.owed(self.before, difference.before, region);
            let mut owed = self.owed(&self.after, difference.after, region);
            owed.retain(|it| !owed_before.iter().any(|before| before.is(it)));
            owed.into_iter().map(move |owed| Arising { item, region, owed })
        })
    }

    fn each(&self) -> impl Iterator<Item = (&Key, Region, Difference<'_>)> {
        let items = self.items().into_iter().filter_map(|it| Some((it.key()?, it)));
        items.flat_map(|(key, it)| Region::all().map(move |region| (key, region, it)))
    }

    fn answered<'a>(&self, office: &'a Office, item: Option<Item<'_>>, region: Region) -> Answered<'a> {
        let place = (Place::Region(region), region, Confidence::Statutory);
        Some(office.now().handled(item?, place, Scope::WITHIN, self.day))
    }

    fn owed(&self, office: &Office, item: Option<Item<'_>>, region: Region) -> Vec<Owed> {
        let Some(item) = item else { return Vec::new() };
        let readiness = office.now().readiness(item, region, self.day);
        let mut owed: Vec<Owed> = readiness.missing().map(Owed::Supply).collect();
        if let Some(Ok(route)) = self.answered(office, Some(item), region) {
            owed.extend(route.reports_to().map(Owed::Report));
            owed.extend(route.owes_pushes().then_some(Owed::Push));
        }
        owed
    }
}

/// What makes a route another.
#[derive(PartialEq)]
enum Gist {
    Absent,
    None(NoRoute),
    /// How it stands, as what it is handled, whose item it is.
    Handled(Standing, Standing, Option<Department>),
}

impl Gist {
    fn of(it: &Answered<'_>) -> Self {
        match it {
            None => Self::Absent,
            Some(Err(none)) => Self::None(*none),
            Some(Ok(it)) => Self::Handled(it.standing(), it.why().is.handled_as(), it.department()),
        }
    }
}

impl RouteChange<'_> {
    /// The same in Chinese.
    ///
    /// ```text
    /// A1-36 汶上县：下放实质性审核权 → 直接下放
    /// ```
    pub fn zh(&self) -> String {
        let ([before, _], [after, _]) = self.told();
        format!("{} {}：{before} → {after}", self.item, self.region)
    }

    /// What there is before and after, in Chinese and in English; the department where that is what changes.
    fn told(&self) -> ([String; 2], [String; 2]) {
        let department = |it: &Answered<'_>| it.and_then(Result::ok).and_then(|it| it.department());
        let passes = department(&self.before).zip(department(&self.after)).is_some_and(|(was, is)| was != is);
        let told = |it: &Answered<'_>| match it {
            None => ["不在清单".to_owned(), "not on the list".to_owned()],
            Some(Err(none)) => [none.zh(), none.to_string()],
            Some(Ok(route)) => {
                let (mut zh, mut en) = (route.standing().label().to_owned(), route.standing().to_string());
                if route.why().is.gap.is_some() {
                    zh.push_str("，暂由市级办理");
                    en.push_str(", for now with the city");
                }
                if let Some(department) = route.department().filter(|_| passes) {
                    zh.push_str(&format!("（{}）", department.label()));
                    en.push_str(&format!(" ({department})"));
                }
                [zh, en]
            }
        };
        (told(&self.before), told(&self.after))
    }
}

impl fmt::Display for RouteChange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ([_, before], [_, after]) = self.told();
        write!(f, "{} in {}: {before} → {after}", self.item, self.region)
    }
}
