//! The duty register (rulebook 12; C1–C15, P4; S55): whom each clause binds, by when, and how a duty
//! stands on a day.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::items::{REGIONS, REVIEW, WINDOW, ZONES, department, modality_here};

/// CHOICE: "once one has ended without evidence" is taken at its letter: a period that was missed
/// stays missed, until there is evidence for it. `false` looks at the last one only.
const A_MISSED_PERIOD_STAYS_MISSED: bool = true;

/// The day of signature, on which every duty arises.
pub(crate) fn signed() -> NaiveDate {
    day(2021, 6, 15)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub(crate) const CLAUSES: [&str; 18] = [
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "C14", "C15", "P4.1", "P4.2",
    "P4.3",
];

const OFFICE: &str = "市政府办公室";
const BUREAU: &str = "市行政审批服务局";

/// Who leads (牵头), whether 市直各有关部门（单位） are named, and the regions that are.
///
/// P4 has no such line: these are the subjects of its sentences, and for P4.3 S55.
pub(crate) fn line(clause: &str) -> (&'static [&'static str], bool, BTreeSet<&'static str>) {
    let leads: &[&str] = match clause {
        "C1" | "C2" | "C3" => &[OFFICE],
        "C4" | "C12" => &[BUREAU],
        "C5" => &[BUREAU, "市大数据中心"],
        "C6" => &[BUREAU, OFFICE],
        "C7" | "C8" | "C10" | "C11" | "P4.1" | "P4.3" => &[],
        "C9" => &["市委编办", "市人力资源社会保障局", "市财政局"],
        "C13" | "C14" | "C15" => &[OFFICE, BUREAU],
        // 市政府办公室要切实发挥牵头抓总作用
        "P4.2" => &[OFFICE],
        other => panic!("no such clause: {other}"),
    };
    let regions = match clause {
        "C10" => BTreeSet::new(),
        "C14" => BTreeSet::from(["汶上县", "济宁高新区"]),
        _ => BTreeSet::from(REGIONS),
    };
    (leads, true, regions)
}

/// Everybody of a clause's line. 市直各有关部门: those with items of the first edition.
pub(crate) fn units(clause: &str) -> BTreeSet<&'static str> {
    let (leads, with_departments, mut all) = line(clause);
    all.extend(leads);
    if with_departments {
        all.extend(departments());
    }
    all
}

/// S55: those that have items of the reform.
pub(crate) fn departments() -> BTreeSet<&'static str> {
    (1..=61).map(department).collect()
}

/// Those that have an item which stands so in some region.
pub(crate) fn departments_of(modality: &str) -> BTreeSet<&'static str> {
    let somewhere = |n: &u8| REGIONS.into_iter().any(|region| modality_here(*n, region) == modality);
    (1..=61).filter(somewhere).map(department).collect()
}

/// S1: those of the 14 county-level centres. 曲阜文化建设示范区 has none.
pub(crate) fn with_centre() -> BTreeSet<&'static str> {
    REGIONS.into_iter().filter(|region| *region != ZONES[3]).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// By this day.
    Once(NaiveDate),
    Yearly,
    HalfYearly,
    /// 及时, 适时, 不定期, or nothing.
    Undated,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Duty {
    pub(crate) clause: &'static str,
    /// In the words of the text.
    pub(crate) what: &'static str,
    pub(crate) when: When,
    pub(crate) bearers: BTreeSet<&'static str>,
}

/// Of the dated and periodic duties all; of the undated ones those that somebody must do. What is
/// encouraged (鼓励, C10 and C15) nobody must do.
///
/// S55: a sentence without a subject binds those who lead (C3, C4, C5, C9, C12, C13, C14, C15); with
/// them or in their place those whose staff, centres, townships or choice it is of. CHOICE: 专业人员
/// (C9) are of those who hand powers down, by 协同下放 of P2: the departments. The 15 centres (C13) are
/// the leads' and the regions' that have one. Townships and villages (C15) are the regions', and what
/// annex 2 leaves to them (自行确定) is theirs alone. CHOICE: 市为民服务中心各窗口单位 (C13), and the
/// city's 监管部门 (C11, C12), are the city departments.
pub(crate) fn duties() -> Vec<Duty> {
    use When::{HalfYearly, Once, Undated, Yearly};
    let regions = || BTreeSet::from(REGIONS);
    let both = || regions().into_iter().chain(departments()).collect::<BTreeSet<_>>();
    let leads = |clause: &str| line(clause).0.iter().copied().collect::<BTreeSet<_>>();
    let leads_and = |clause: &str, others: BTreeSet<&'static str>| &leads(clause) | &others;
    let (june, july) = (day(2021, 6, 30), day(2021, 7, 31));
    let rows = vec![
        ("C1", "市直部门（单位）派驻人员在县级为民服务中心设立专门受理点（窗口）", Undated, departments_of(WINDOW)),
        ("C2", "出台承接落实方案，明确具体承办部门（单位）", Once(june), regions()),
        ("C2", "同权事项全部进驻当地县级为民服务中心", Once(june), regions()),
        ("C2", "市直部门（单位）应采取有效措施便利", Undated, departments()),
        ("C3", "及时相应调整纳入改革范围的事项", Undated, leads("C3")),
        ("C3", "科学分析企业群众现实需求", Undated, leads("C3")),
        ("C4", "平台正式上线", Once(day(2021, 7, 15)), leads("C4")),
        ("C4", "全部“市县同权”事项均纳入平台运行", Once(july), leads("C4")),
        ("C5", "及时制作相关审批服务事项电子印章", Undated, leads("C5")),
        ("C5", "加快业务系统与省、市电子证照系统的对接", Undated, leads("C5")),
        ("C6", "“2号章”刻制、发放和协议签订", Once(june), departments_of(REVIEW)),
        ("C6", "加强对管理、使用“2号章”情况的监督", Undated, departments_of(REVIEW)),
        ("C6", "妥善管理使用“2号章”", Undated, regions()),
        ("C7", "逐项编制完善业务手册", Undated, departments()),
        ("C7", "对复杂事项要专门梳理审核要点", Undated, departments()),
        ("C7", "加强对县（市、区）、功能区开展审批服务、执行工作标准的监督检查", Undated, departments()),
        ("C8", "完成本系统共享专家库建立工作，并投入使用", Once(july), departments()),
        ("C9", "下沉相关专业人员和技术力量", Undated, departments()),
        ("C9", "合理分配监管力量，提升基层承接能力", Undated, leads("C9")),
        ("C9", "统筹用好近年来市委编委下沉基层的编制资源", Undated, regions()),
        ("C10", "按年度出台本系统“市县同权”改革培训工作方案", Yearly, departments()),
        ("C10", "每半年至少开展一次集中培训", HalfYearly, departments()),
        ("C10", "不定期组织开展专题培训", Undated, departments()),
        ("C10", "通过梳理发布典型案例的形式指导", Undated, departments()),
        ("C10", "逐项明确专职“业务指导员”", Once(june), departments()),
        ("C10", "“业务指导员”名单要向县（市、区）、功能区公布并报市政府办公室备案", Once(june), departments()),
        ("C11", "强化对各县（市、区）、功能区审批业务办理的指导监督", Undated, departments()),
        ("C11", "县级行业主管部门和执法机构依法加强事中事后监管", Undated, regions()),
        ("C12", "建立健全同权事项审批监管信息互联互通机制", Undated, leads("C12")),
        ("C12", "市县两级监管部门和执法机构跟进开展监督检查", Undated, both()),
        ("C13", "实现办理（受理）县级全部行政许可事项", Once(july), departments()),
        (
            "C13",
            "逐步实现市县两级15个为民服务中心（1个市级、14个县级）基本具有同等服务功能",
            Undated,
            leads_and("C13", with_centre()),
        ),
        ("C14", "先行启动“行政审批服务所”改革试点", Once(july), line("C14").2),
        ("C14", "条件成熟后适时在全市推开", Undated, leads("C14")),
        ("C15", "第一批15项便民服务事项实现“市县镇三级同权”", Once(july), regions()),
        ("C15", "积极建设“15分钟便民服务圈”", Undated, leads_and("C15", regions())),
        ("C15", "增加自助机可办事项数量和含金量", Undated, leads_and("C15", regions())),
        ("P4.1", "建立主要领导负总责…的工作推进机制", Undated, both()),
        ("P4.2", "强化督导检查，定期调度工作进展", Undated, leads("P4.2")),
        ("P4.2", "简权不减责，放权不放任", Undated, departments()),
        ("P4.2", "落实改革主体责任", Undated, regions()),
        ("P4.3", "打通政策宣传的“最后一公里”", Undated, both()),
    ];
    rows.into_iter().map(|(clause, what, when, bearers)| Duty { clause, what, when, bearers }).collect()
}

/// The due days of a clause.
pub(crate) fn due_days(clause: &str) -> BTreeSet<NaiveDate> {
    let of = duties().into_iter().filter(|duty| duty.clause == clause);
    of.filter_map(|duty| if let When::Once(due) = duty.when { Some(due) } else { None }).collect()
}

/// What shows that a duty was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Done {
    pub(crate) on: NaiveDate,
    /// A day of the year or half-year for which it counts, where that is another.
    pub(crate) of: Option<NaiveDate>,
}

impl Done {
    pub(crate) const fn on(on: NaiveDate) -> Self {
        Self { on, of: None }
    }
    fn counts(self) -> NaiveDate {
        self.of.unwrap_or(self.on)
    }
}

/// S55: not before the duty arose; for an earlier period or the next, no further ahead; and only of
/// what is periodic is a period named. CHOICE: periodic duties too arise with the signature, and what
/// is done for the period in which it fell is recorded, though it counts for none that is owed; for a
/// period that was over by then there was no duty.
pub(crate) fn evidence_possible(when: When, done: Done) -> bool {
    let of_periodic = || {
        let next = period(when, done.on).1.succ_opt().expect("a day");
        period(when, signed()).0 <= done.counts() && done.counts() <= period(when, next).1
    };
    let fits = if matches!(when, When::Yearly | When::HalfYearly) { of_periodic() } else { done.of.is_none() };
    done.on >= signed() && fits
}

/// First and last day of the year or half-year in which the day lies.
fn period(when: When, of: NaiveDate) -> (NaiveDate, NaiveDate) {
    let year = of.year();
    match (when, of.month()) {
        (When::Yearly, _) => (day(year, 1, 1), day(year, 12, 31)),
        (When::HalfYearly, 1..=6) => (day(year, 1, 1), day(year, 6, 30)),
        (When::HalfYearly, _) => (day(year, 7, 1), day(year, 12, 31)),
        _ => panic!("no periods"),
    }
}

/// The periods from the first whole one after the signature to the one in which the day lies.
pub(crate) fn periods(when: When, asked: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut all = vec![];
    let mut next = period(when, signed()).1.succ_opt().expect("a day");
    while next <= asked {
        all.push(period(when, next));
        next = period(when, next).1.succ_opt().expect("a day");
    }
    all
}

/// "met", "due" or "overdue" on the day asked. Evidence dated after that day is not there yet.
///
/// CHOICE: late evidence meets a duty, from its day on. CHOICE: before its first period a periodic
/// duty is due, unless that was done ahead (S55). CHOICE: on an undated duty one piece of evidence is
/// enough for good.
pub(crate) fn status(when: When, evidence: &[Done], asked: NaiveDate) -> &'static str {
    assert!(asked >= signed(), "before the document there is no duty");
    assert!(evidence.iter().all(|it| evidence_possible(when, *it)), "evidence that no duty can have: {evidence:?}");
    let there = || evidence.iter().filter(|it| it.on <= asked);
    let ever = there().next().is_some();
    match when {
        When::Undated if ever => "met",
        When::Undated => "due",
        When::Once(_) if ever => "met",
        // The due day itself is in time.
        When::Once(due) if asked <= due => "due",
        When::Once(_) => "overdue",
        When::Yearly | When::HalfYearly => {
            let done =
                |(first, last): &(NaiveDate, NaiveDate)| there().any(|it| (*first..=*last).contains(&it.counts()));
            let mut all = periods(when, asked);
            // Before the first whole one, that is the one that runs.
            let running =
                all.pop().unwrap_or_else(|| period(when, period(when, signed()).1.succ_opt().expect("a day")));
            let ended = if A_MISSED_PERIOD_STAYS_MISSED { &all[..] } else { &all[all.len().saturating_sub(1)..] };
            if !ended.iter().all(done) {
                "overdue"
            } else if done(&running) {
                "met"
            } else {
                "due"
            }
        }
    }
}
