//! The duty register (rulebook 12; C1–C15, P4; S55): whom each clause binds, by when, and how a duty
//! stands on a day.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::items::{REGIONS, REVIEW, WINDOW, department, modality_here};

/// CHOICE: "once one has ended without evidence" is taken at its letter: a period that was missed
/// stays missed, until evidence of a day within it is recorded. `false` looks at the last one only.
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

/// Of the dated and periodic duties all; of the undated ones those that somebody must do.
///
/// CHOICE: a sentence without a subject binds those who lead (C3, C4, C5, C12, C13, C14), and the
/// regions where only they can (C15: 自行确定, note to annex 2). CHOICE: 市为民服务中心各窗口单位 (C13)
/// are the city departments.
pub(crate) fn duties() -> Vec<Duty> {
    use When::{HalfYearly, Once, Undated, Yearly};
    let regions = || BTreeSet::from(REGIONS);
    let both = || regions().into_iter().chain(departments()).collect::<BTreeSet<_>>();
    let leads = |clause: &str| line(clause).0.iter().copied().collect::<BTreeSet<_>>();
    let (june, july) = (day(2021, 6, 30), day(2021, 7, 31));
    let rows = vec![
        ("C1", "市直部门（单位）派驻人员在县级为民服务中心设立专门受理点（窗口）", Undated, departments_of(WINDOW)),
        ("C2", "出台承接落实方案，明确具体承办部门（单位）", Once(june), regions()),
        ("C2", "同权事项全部进驻当地县级为民服务中心", Once(june), regions()),
        ("C2", "市直部门（单位）应采取有效措施便利", Undated, departments()),
        ("C3", "及时相应调整纳入改革范围的事项", Undated, leads("C3")),
        ("C4", "平台正式上线", Once(day(2021, 7, 15)), leads("C4")),
        ("C4", "全部“市县同权”事项均纳入平台运行", Once(july), leads("C4")),
        ("C5", "及时制作相关审批服务事项电子印章", Undated, leads("C5")),
        ("C5", "加快业务系统与省、市电子证照系统的对接", Undated, leads("C5")),
        ("C6", "“2号章”刻制、发放和协议签订", Once(june), departments_of(REVIEW)),
        ("C6", "加强对管理、使用“2号章”情况的监督", Undated, departments_of(REVIEW)),
        ("C7", "逐项编制完善业务手册", Undated, departments()),
        ("C7", "加强对县（市、区）、功能区开展审批服务、执行工作标准的监督检查", Undated, departments()),
        ("C8", "完成本系统共享专家库建立工作，并投入使用", Once(july), departments()),
        ("C9", "下沉相关专业人员和技术力量，合理分配监管力量", Undated, leads("C9")),
        ("C9", "统筹用好近年来市委编委下沉基层的编制资源", Undated, regions()),
        ("C10", "按年度出台本系统“市县同权”改革培训工作方案", Yearly, departments()),
        ("C10", "每半年至少开展一次集中培训", HalfYearly, departments()),
        ("C10", "不定期组织开展专题培训", Undated, departments()),
        ("C10", "“业务指导员”名单要向县（市、区）、功能区公布并报市政府办公室备案", Once(june), departments()),
        ("C11", "强化对各县（市、区）、功能区审批业务办理的指导监督", Undated, departments()),
        ("C12", "建立健全同权事项审批监管信息互联互通机制", Undated, leads("C12")),
        ("C13", "实现办理（受理）县级全部行政许可事项", Once(july), departments()),
        ("C13", "优化调整市县为民服务中心功能", Undated, leads("C13")),
        ("C14", "先行启动“行政审批服务所”改革试点", Once(july), line("C14").2),
        ("C14", "条件成熟后适时在全市推开", Undated, leads("C14")),
        ("C15", "第一批15项便民服务事项实现“市县镇三级同权”", Once(july), regions()),
        ("C15", "积极探索若干乡镇（街道）联合设置为民服务中心、“政银合作”", Undated, regions()),
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

/// Evidence dated before the duty arose is refused. CHOICE: periodic duties too arise with the
/// signature, though what is done before their first period counts for none.
pub(crate) fn evidence_possible(evidence: NaiveDate) -> bool {
    evidence >= signed()
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
/// duty is due, and never met. CHOICE: on an undated duty one piece of evidence is enough for good.
pub(crate) fn status(when: When, evidence: &[NaiveDate], asked: NaiveDate) -> &'static str {
    assert!(asked >= signed(), "before the document there is no duty");
    assert!(evidence.iter().all(|e| evidence_possible(*e)), "evidence from before the duty arose");
    let within = |first: NaiveDate, last: NaiveDate| evidence.iter().any(|e| *e >= first && *e <= last);
    let ever = within(signed(), asked);
    match when {
        When::Undated if ever => "met",
        When::Undated => "due",
        When::Once(_) if ever => "met",
        // The due day itself is in time.
        When::Once(due) if asked <= due => "due",
        When::Once(_) => "overdue",
        When::Yearly | When::HalfYearly => {
            let mut all = periods(when, asked);
            let Some((first, _)) = all.pop() else { return "due" };
            let ended = if A_MISSED_PERIOD_STAYS_MISSED { &all[..] } else { &all[all.len().saturating_sub(1)..] };
            if ended.iter().any(|(from, to)| !within(*from, *to)) {
                "overdue"
            } else if within(first, asked) {
                "met"
            } else {
                "due"
            }
        }
    }
}
