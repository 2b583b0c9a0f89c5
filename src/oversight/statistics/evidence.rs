use std::{cmp::Ordering, fmt};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Measures, Ratio, Span, Statistics, Subject};
use crate::{
    case::StepKind,
    catalogue::{Edition, Item, Key, Practice, Standing},
    place::{Region, Regions},
    register::Registers,
    term::{named, terms},
};

/// 调整依据: what statistics say for an amendment of the list on grounds of practice (`C3`, `S62`): a row for every item in every region that it is
/// devolved to on the day, without a case too, for that is the lowest volume.
///
/// It tells and proposes nothing. The crate knows no money: cost is the time from acceptance to decision, and the review steps and proceedings of
/// a case. That an item is specialised, or risky, no number of cases tells ([`UNMEASURED`](Self::UNMEASURED)).
///
/// ```
/// use tongquan::{AnyCase, Calendar, Office, oversight::{Evidence, EvidenceOf, Statistics}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut statistics = Statistics::on("2024-12-31".parse()?);
/// statistics.add(case.record(), Calendar::built_in(), Evidence::key);
/// let evidence = Evidence::of(&statistics, Office::built_in().now());
/// assert_eq!(evidence.rows().len(), 61 * 15 - 4 * 2); // two items are not devolved to the zones
/// let costly = evidence.ranked(EvidenceOf::Cost)[0];
/// assert_eq!(costly.zh(), "A1-33 测绘作业证核发（汶上县）：办件1件；受理至决定平均6.0日，每件审查环节、特别程序3.0个；不予办理0件，共1件");
/// // over all regions: it is the one item that had a case at all
/// let items = evidence.by_item();
/// assert_eq!(items.rows().len(), 61);
/// assert_eq!(items.ranked(EvidenceOf::LowVolume)[60].item().key().to_string(), "A1-33");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence<'o> {
    day: NaiveDate,
    rows: Vec<EvidenceRow<'o>>,
    not_devolved: Vec<NotDevolved>,
}

/// 依据种类: what evidence is of.
///
/// ```
/// use tongquan::{catalogue::Practice, oversight::EvidenceOf};
/// assert_eq!(EvidenceOf::Cost.practice(), Some(Practice::Costly));
/// assert_eq!(EvidenceOf::Refusals.practice(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceOf {
    /// 办件量: the fewest cases first.
    LowVolume,
    /// 办理成本: the longest mean time from acceptance to decision first; of equally long ones the most review steps and proceedings per accepted case.
    Cost,
    /// 不予办理: the largest share not accepted or decided unfavourably first; of equal shares the most.
    Refusals,
}

terms!(EvidenceOf {
    Self::LowVolume => "办件量", "volume";
    Self::Cost => "办理成本", "cost of handling";
    Self::Refusals => "不予办理", "refusals";
});
named!(word: EvidenceOf);

impl EvidenceOf {
    /// Which ground of practice it may bear on; refusals are none of their own, and only say where to look.
    pub const fn practice(self) -> Option<Practice> {
        match self {
            Self::LowVolume => Some(Practice::LowVolume),
            Self::Cost => Some(Practice::Costly),
            Self::Refusals => None,
        }
    }
}

/// 依据: what there is to say of an item in a region, or in several together.
///
/// See the example of [`Evidence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow<'o> {
    item: Item<'o>,
    regions: Regions,
    measures: Measures,
}

/// 未下放的: cases of an item in a region that it is not devolved to on the day: they are no evidence, and are told apart.
///
/// ```
/// use tongquan::{AnyCase, Calendar, Office, Region, catalogue::{Amendment, Ground, ItemChange}, register::Revision};
/// use tongquan::oversight::{Evidence, Statistics};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?; // of an item devolved to 汶上县
/// let mut statistics = Statistics::on("2024-12-31".parse()?);
/// statistics.add(case.record(), Calendar::built_in(), Evidence::key);
/// // an amendment takes it back from there
/// let not_devolved_to = Some([Region::Wenshang].into_iter().collect());
/// let changes = vec![ItemChange { not_devolved_to, ..ItemChange::of("A1-33".parse()?) }];
/// let (day, ground) = ("2024-09-01".parse()?, Ground::Law("（虚构）某法".parse()?));
/// let amendments = vec![Amendment { changes, ..Amendment::new("（虚构）5号".parse()?, day, ground) }];
/// let office = Office::built_in().record(&Revision { amendments, ..Revision::on(day) })?;
/// let evidence = Evidence::of(&statistics, office.now());
/// assert_eq!(evidence.not_devolved()[0].zh(), "A1-33（汶上县）：办件1件，当日未下放");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotDevolved {
    /// The item that is not devolved to the region.
    pub item: Key,
    /// The region that is without it.
    pub region: Region,
    /// How many such cases there are.
    pub cases: u64,
}

impl NotDevolved {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("{}（{}）：办件{}件，当日未下放", self.item, self.region.label(), self.cases)
    }
}

impl fmt::Display for NotDevolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}: volume {}, not devolved on the day", self.item, self.region, self.cases)
    }
}

impl<'o> Evidence<'o> {
    /// 专业性、安全风险: the grounds of practice that cases do not measure.
    pub const UNMEASURED: [Practice; 2] = [Practice::Specialised, Practice::Risky];

    /// 统计口径: what to count a case under: its item and region, where the item is devolved there for this matter. A matter that crosses regions is the
    /// city's, and counts in none.
    pub fn key(of: &Subject<'_>) -> Option<(Key, Region)> {
        matches!(of.standing(), Standing::Devolved(_)).then(|| (of.item().clone(), of.region()))
    }

    /// Of what was counted by item and region, for the list in force on the day of the statistics as the registers know it: those of
    /// [`Office::now`](crate::Office::now), unless an earlier state of knowledge is asked about. Before the first list, of nothing.
    pub fn of(statistics: &Statistics<(Key, Region)>, registers: Registers<'o>) -> Self {
        let edition = registers.edition_on(statistics.day());
        let items = edition.into_iter().flat_map(Edition::items);
        let each = items.flat_map(|item| Region::all().map(move |region| (item, region)));
        let devolved = each.filter(|(item, region)| is_devolved(*item, *region));
        let row = |(item, region): (Item<'o>, Region)| {
            let measures = statistics.group(&(item.key().clone(), region)).cloned().unwrap_or_default();
            EvidenceRow { item, regions: Regions::NONE.with(region), measures }
        };
        let mut rows: Vec<EvidenceRow<'o>> = devolved.map(row).collect();
        rows.sort_by(|a, b| a.place().cmp(&b.place()));
        let others = statistics.groups().filter(|((item, region), _)| {
            let known = edition.and_then(|it| it.find(item));
            !known.is_some_and(|it| is_devolved(it, *region))
        });
        let told =
            others.map(|((item, region), it)| NotDevolved { item: item.clone(), region: *region, cases: it.cases() });
        Self { day: statistics.day(), rows, not_devolved: told.collect() }
    }

    /// The day at whose end the cases were counted.
    pub const fn day(&self) -> NaiveDate {
        self.day
    }
    /// Every row, by item and region.
    pub fn rows(&self) -> &[EvidenceRow<'o>] {
        &self.rows
    }
    /// Cases that are not evidence, by item and region.
    pub fn not_devolved(&self) -> &[NotDevolved] {
        &self.not_devolved
    }

    /// 按事项: the same with one row for each item, over all regions that it is devolved to.
    #[must_use]
    pub fn by_item(&self) -> Self {
        let mut rows: Vec<EvidenceRow<'o>> = Vec::new();
        for row in &self.rows {
            match rows.last_mut().filter(|it| it.item.key() == row.item.key()) {
                Some(item) => {
                    item.regions = row.regions.iter().fold(item.regions, Regions::with);
                    item.measures.merge(&row.measures);
                }
                None => rows.push(row.clone()),
            }
        }
        Self { rows, ..self.clone() }
    }

    /// 排序: every row, that which says most first; equal ones by item and region. Where there is no [figure](EvidenceRow::figure), for no case was decided, a
    /// row comes last. Few cases make a mean or a share that says little: read it beside the volume, or over all regions, [by item](Self::by_item).
    pub fn ranked(&self, of: EvidenceOf) -> Vec<&EvidenceRow<'o>> {
        let mut rows: Vec<&EvidenceRow<'o>> = self.rows.iter().collect();
        rows.sort_by(|a, b| before(of, a, b).then_with(|| a.place().cmp(&b.place())));
        rows
    }
}

fn is_devolved(item: Item<'_>, region: Region) -> bool {
    matches!(item.cell(region).standing, Standing::Devolved(_))
}

fn before(of: EvidenceOf, one: &EvidenceRow<'_>, other: &EvidenceRow<'_>) -> Ordering {
    let (mine, its) = (one.figure(of), other.figure(of));
    match of {
        EvidenceOf::LowVolume => mine.compare(its),
        EvidenceOf::Cost => its.compare(mine).then_with(|| other.acts().compare(one.acts())),
        EvidenceOf::Refusals => its.compare(mine).then_with(|| other.measures.refused().cmp(&one.measures.refused())),
    }
}

impl<'o> EvidenceRow<'o> {
    fn named(&self, all: &str, between: &str) -> String {
        if self.regions == Regions::ALL {
            return all.to_owned();
        }
        let regions: Vec<&str> = self.regions.iter().map(|it| it.label()).collect();
        regions.join(between)
    }
    fn place(&self) -> (&Key, Regions) {
        (self.item.key(), self.regions)
    }
    /// The item, as the list of the day has it.
    pub const fn item(&self) -> Item<'o> {
        self.item
    }
    /// The region, or all that it is devolved to.
    pub const fn regions(&self) -> Regions {
        self.regions
    }
    /// Everything that was measured.
    pub const fn measures(&self) -> &Measures {
        &self.measures
    }
    /// 受理至决定的平均日数: the mean days from acceptance to decision, suspensions included.
    pub fn days(&self) -> Ratio {
        self.measures.span(Span::AcceptanceToDecision).mean()
    }
    /// 审查环节、特别程序: how many were taken by the day, per case that was accepted.
    pub fn acts(&self) -> Ratio {
        let of = |it| self.measures.steps().of(&it);
        let taken = [StepKind::TakeReviewStep, StepKind::Suspend].map(|it| u128::from(of(it)));
        Ratio::new(taken.into_iter().sum(), of(StepKind::Accept).saturating_add(of(StepKind::DeemAccepted)))
    }
    /// 所排之数: the figure by which a row is ranked first: its volume, its mean days, its share refused; of nothing where there is none.
    pub fn figure(&self, of: EvidenceOf) -> Ratio {
        match of {
            EvidenceOf::LowVolume => Ratio::new(self.measures.cases().into(), 1),
            EvidenceOf::Cost => self.days(),
            EvidenceOf::Refusals => self.refusals(),
        }
    }
    /// 不予办理: the share not accepted or decided unfavourably, among those and the favourable.
    pub fn refusals(&self) -> Ratio {
        self.measures.refused_share()
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let cases = self.measures.cases();
        let mut text =
            format!("{} {}（{}）：办件{cases}件", self.item.key(), self.item.name(), self.named("全部区域", "、"));
        if let Some(days) = self.days().value() {
            text.push_str(&format!("；受理至决定平均{days:.1}日"));
        }
        if let Some(acts) = self.acts().value() {
            text.push_str(&format!("，每件审查环节、特别程序{acts:.1}个"));
        }
        let refusals = self.refusals();
        if refusals.whole() > 0 {
            text.push_str(&format!("；不予办理{}件，共{}件", refusals.part(), refusals.whole()));
        }
        text
    }
}

impl fmt::Display for EvidenceRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (key, name, cases) = (self.item.key(), self.item.name(), self.measures.cases());
        write!(f, "{key} {name} in {}: volume {cases}", self.named("all regions", ", "))?;
        if let Some(days) = self.days().value() {
            write!(f, "; {days:.1} days from acceptance to decision at the mean")?;
        }
        if let Some(acts) = self.acts().value() {
            write!(f, "; {acts:.1} review steps and proceedings per accepted case")?;
        }
        let refusals = self.refusals();
        if refusals.whole() > 0 {
            write!(f, "; {} of {} refused", refusals.part(), refusals.whole())?;
        }
        Ok(())
    }
}
