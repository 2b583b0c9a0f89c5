//! The register beside the model's, which knows nothing of the seed: whom each duty binds, by when, and how it stands on a day.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use strum::IntoEnumIterator;
use tongquan::{
    Clause, Office,
    register::{Due, Fulfilment, Obligation, ObligationState, Proof, Responsible, Rhythm},
};

use super::{bounds, evidence, taken, told_of};
use crate::{
    model::duties::{self as model, Done, When},
    support::day,
};

/// Each row of the model, by its clause and words that no other row of the clause has, and the duties that we make of it.
const ROWS: [(&str, &str, &[Obligation]); 42] = [
    ("C1", "派驻人员", &[Obligation::PostStaff]),
    ("C2", "承接落实方案", &[Obligation::IssuePlan]),
    ("C2", "进驻", &[Obligation::StationItems]),
    ("C2", "便利", &[Obligation::EaseHandling]),
    ("C3", "相应调整", &[Obligation::AdjustList]),
    ("C3", "科学分析", &[Obligation::StudyPractice]),
    ("C4", "上线", &[Obligation::OpenPlatform]),
    ("C4", "纳入平台", &[Obligation::BringOntoPlatform]),
    ("C5", "电子印章", &[Obligation::MakeElectronicSeals]),
    ("C5", "对接", &[Obligation::ConnectLicenceSystems]),
    ("C6", "刻制", &[Obligation::HandOverSeals]),
    ("C6", "监督", &[Obligation::SuperviseSeals]),
    ("C6", "妥善", &[Obligation::KeepSeals]),
    ("C7", "业务手册", &[Obligation::WriteHandbooks]),
    ("C7", "审核要点", &[Obligation::GuideComplexItems]),
    ("C7", "监督检查", &[Obligation::InspectHandling]),
    ("C8", "专家库", &[Obligation::BuildExpertPool]),
    ("C9", "专业人员", &[Obligation::SendStaffDown]),
    ("C9", "监管力量", &[Obligation::CoordinateStaffing]),
    ("C9", "编制资源", &[Obligation::FillPosts]),
    ("C10", "工作方案", &[Obligation::PlanTraining]),
    ("C10", "集中培训", &[Obligation::TrainCentrally]),
    ("C10", "专题培训", &[Obligation::TrainOnChanges]),
    ("C10", "典型案例", &[Obligation::ShareCases]),
    ("C10", "逐项明确", &[Obligation::NameAdvisers]),
    // to the regions, and to the general office
    ("C10", "名单", &[Obligation::PublishAdvisers, Obligation::FileAdvisers]),
    ("C11", "指导监督", &[Obligation::GuideAndInspect]),
    ("C11", "事中事后", &[Obligation::SuperviseAfterwards]),
    ("C12", "机制", &[Obligation::ConnectSupervision]),
    ("C12", "跟进", &[Obligation::FollowUpPushes]),
    ("C13", "行政许可", &[Obligation::TakeCountyLicences]),
    ("C13", "同等", &[Obligation::LevelCentres]),
    ("C14", "先行启动", &[Obligation::PilotStations]),
    ("C14", "全市", &[Obligation::ExtendStations]),
    ("C15", "15项", &[Obligation::ShareFirstItems]),
    ("C15", "15分钟", &[Obligation::BuildServiceCircle]),
    ("C15", "自助机", &[Obligation::ExtendKiosks]),
    // who answers, and who does what by when: the sentence goes on
    ("P4.1", "总责", &[Obligation::HeadAnswers, Obligation::AssignTasks]),
    ("P4.2", "督导检查", &[Obligation::SteerAndCheck]),
    ("P4.2", "不减责", &[Obligation::StayAnswerable]),
    ("P4.2", "主体责任", &[Obligation::CarryReform]),
    ("P4.3", "宣传", &[Obligation::Publicise]),
];

/// Every duty with the row of the model that it is of, in the order of the document.
pub(super) fn pairs() -> Vec<(Obligation, model::Duty)> {
    let of = |(clause, words, duties): (&str, &str, &'static [Obligation])| {
        let rows = model::duties().into_iter().filter(|it| it.clause == clause && it.what.contains(words));
        let [row] = &rows.collect::<Vec<_>>()[..] else { panic!("not one row of {clause} says {words}") };
        duties.iter().map(|it| (*it, row.clone())).collect::<Vec<_>>()
    };
    let mut pairs: Vec<_> = ROWS.into_iter().flat_map(of).collect();
    pairs.sort_by_key(|it| it.0);
    pairs
}

/// Those that evidence shows and that are owed once, or over and over.
fn by_evidence(recurring: bool) -> Vec<(Obligation, model::Duty)> {
    let of = |(duty, row): &(Obligation, model::Duty)| {
        duty.proof() == Proof::Evidence && matches!(row.when, When::Yearly | When::HalfYearly) == recurring
    };
    pairs().into_iter().filter(of).collect()
}

pub(super) fn bearers(row: &model::Duty) -> impl Iterator<Item = Responsible> {
    Responsible::all().filter(|by| row.bearers.contains(by.label()))
}

/// An office in which every bearer of each did these on a day, or every second one, or nobody; and what that is of who did.
fn done_by(every: usize, duties: &[(Obligation, model::Duty)], on: Option<NaiveDate>) -> (Office, Vec<Done>) {
    let rows = duties.iter().flat_map(|(duty, row)| bearers(row).step_by(every).map(move |by| (*duty, by)));
    let office = told_of(rows.filter_map(|(duty, by)| Some(evidence(duty, by, on?, None))).collect());
    (office, on.map(Done::on).into_iter().collect())
}

const fn when(due: Due) -> When {
    match due {
        Due::By(day) => When::Once(day),
        Due::Every(Rhythm::Year) => When::Yearly,
        Due::Every(Rhythm::HalfYear) => When::HalfYearly,
        Due::Open => When::Undated,
    }
}

/// The state in the model's word.
pub(super) const fn word(told: &Fulfilment<'_>) -> &'static str {
    match told.state {
        ObligationState::Met => "met",
        ObligationState::Due => "due",
        ObligationState::Overdue => "overdue",
    }
}

pub(super) fn labels(told: impl IntoIterator<Item = Responsible>) -> BTreeSet<&'static str> {
    told.into_iter().map(Responsible::label).collect()
}

/// The signature and each due day, with their neighbours; before the signature the model has no duty.
pub(super) fn days() -> Vec<NaiveDate> {
    bounds().into_iter().filter(|it| model::signed() <= *it && *it < day(2021, 9, 1)).collect()
}

#[test]
fn every_row_of_the_model_is_a_duty_and_every_duty_a_row() {
    let pairs = pairs();
    assert_eq!(pairs.iter().map(|it| it.0).collect::<Vec<_>>(), Obligation::iter().collect::<Vec<_>>());
    let rows: BTreeSet<&str> = pairs.iter().map(|it| it.1.what).collect();
    assert_eq!((pairs.len(), rows.len(), model::duties().len()), (44, 42, 42));
}

#[test]
fn each_clause_has_the_line_and_the_days_that_the_model_reads() {
    let mut compared = 0;
    for clause in Clause::iter().filter(|it| model::CLAUSES.contains(&it.id())) {
        let (leads, departments, regions) = model::line(clause.id());
        let mut others =
            if regions.len() == 15 { BTreeSet::from(["各县（市、区）、功能区"]) } else { regions };
        others.extend(departments.then_some("市直各有关部门（单位）"));
        // the text has no line there: whom it binds is ours (S55)
        let line = if clause == Clause::P43 { BTreeSet::new() } else { others };
        let set = |units: &[&'static str]| units.iter().copied().collect::<BTreeSet<_>>();
        assert_eq!((set(clause.leads()), set(clause.bearers())), (set(leads), line), "{clause}");
        assert_eq!(clause.due().iter().copied().collect::<BTreeSet<_>>(), model::due_days(clause.id()), "{clause}");
        compared += 1;
    }
    assert_eq!(compared, 18);
}

#[test]
fn each_duty_binds_whom_the_model_binds_and_falls_due_when_it_says() {
    let now = Office::built_in().now();
    let (mut asked, mut bound) = (0, 0);
    for (duty, row) in pairs() {
        assert_eq!((duty.clause().id(), when(duty.due())), (row.clause, row.when), "{duty}");
        assert!(row.bearers.is_subset(&model::units(row.clause)), "{duty}");
        assert_eq!(now.bound(duty, model::signed().pred_opt().unwrap()), [], "{duty}");
        for on in [model::signed(), day(2024, 3, 4)] {
            assert_eq!(labels(now.bound(duty, on)), row.bearers, "{duty} {on}");
            for by in Responsible::all() {
                let told = now.fulfilment(duty, by, on);
                assert_eq!(told.is_some(), row.bearers.contains(by.label()), "{duty} {by} {on}");
                (asked, bound) = (asked + 1, bound + usize::from(told.is_some()));
            }
        }
    }
    assert_eq!((asked, bound), (2_640, 948));
}

#[test]
fn what_is_owed_once_stands_as_the_model_has_it_with_evidence_of_whatever_day() {
    let once = by_evidence(false);
    let (mut asked, mut overdue) = (0, 0);
    for done in days().into_iter().map(Some).chain([None]) {
        // what one did is no other's
        let (office, history) = done_by(2, &once, done);
        for on in days() {
            for (duty, row) in &once {
                let [did, did_not] = [&history[..], &[]].map(|it| model::status(row.when, it, on));
                let mut late = BTreeSet::new();
                let mut nth = 0;
                for by in Responsible::all() {
                    let told = office.now().fulfilment(*duty, by, on);
                    let borne = row.bearers.contains(by.label());
                    let expected = if nth % 2 == 0 { did } else { did_not };
                    assert_eq!(told.as_ref().map(word), borne.then_some(expected), "{duty} {by} {on} {done:?}");
                    nth += usize::from(borne);
                    if borne && expected == "overdue" {
                        late.insert(by.label());
                    }
                    asked += 1;
                }
                overdue += late.len();
                let behind = office.now().behind(*duty, on);
                assert_eq!(labels(behind.iter().map(|it| it.by)), late, "{duty} {on} {done:?}");
            }
        }
    }
    assert_eq!((asked, overdue), (126_720, 1_331));
}

#[test]
fn what_recurs_stands_as_the_model_has_it_with_evidence_of_whatever_days_for_whatever_period() {
    let (mut asked, mut overdue, mut met) = (0, 0, 0);
    let on_or_after: Vec<NaiveDate> = bounds().into_iter().filter(|it| model::signed() <= *it).collect();
    for (duty, row) in by_evidence(true) {
        // no more than one period away
        let away = Days::new(if row.when == When::Yearly { 360 } else { 180 });
        let of_day = |on: NaiveDate| [None, Some(on - away), Some(on + away)].map(|of| Done { on, of });
        let all: Vec<Done> = on_or_after.iter().flat_map(|on| of_day(*on)).collect();
        let single: Vec<Done> = all.into_iter().filter(|it| model::evidence_possible(row.when, *it)).collect();
        let pairs = single.iter().flat_map(|one| on_or_after.iter().map(move |on| vec![*one, Done::on(*on)]));
        let histories: Vec<Vec<Done>> = single.iter().map(|it| vec![*it]).chain(pairs).chain([vec![]]).collect();
        let units: Vec<Responsible> = bearers(&row).collect();
        // a unit for each history
        for some in histories.chunks(units.len()) {
            let rows = units.iter().zip(some).flat_map(|(by, history)| history.iter().map(move |it| (*by, it)));
            let office = told_of(rows.map(|(by, it)| evidence(duty, by, it.on, it.of)).collect());
            for on in &on_or_after {
                let behind = labels(office.now().behind(duty, *on).iter().map(|it| it.by));
                for (by, history) in units.iter().zip(some) {
                    let expected = model::status(row.when, history, *on);
                    let told = office.now().fulfilment(duty, *by, *on).unwrap();
                    assert_eq!(word(&told), expected, "{duty} {on} {history:?}");
                    assert_eq!(behind.contains(by.label()), expected == "overdue", "{duty} {on} {history:?}");
                    asked += 1;
                    overdue += usize::from(expected == "overdue");
                    met += usize::from(expected == "met");
                }
            }
        }
    }
    assert_eq!((asked, overdue, met), (99_736, 29_681, 13_307));
}

/// Where nothing was done, every period that ended was missed, and the first of them is what is asked.
#[test]
fn what_recurs_is_owed_in_the_periods_that_the_model_counts() {
    let now = Office::built_in().now();
    let mut asked = 0;
    for (duty, row) in by_evidence(true) {
        let first = model::periods(row.when, day(2023, 1, 1))[0];
        for on in bounds().into_iter().filter(|it| model::signed() <= *it) {
            let mut missed = model::periods(row.when, on);
            let running = missed.pop().unwrap_or(first);
            let due = missed.first().unwrap_or(&running).1;
            for by in bearers(&row) {
                let told = now.fulfilment(duty, by, on).unwrap();
                let cycles: Vec<_> = told.missed.iter().map(|it| (it.first(), it.last())).collect();
                assert_eq!((cycles, told.due), (missed.clone(), Some(due)), "{duty} {by} {on}");
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 572);
}

#[test]
fn evidence_is_taken_of_the_days_and_periods_of_which_the_model_takes_it() {
    let (mut asked, mut possibly) = (0, 0);
    let days = (13..18).map(|it| day(2021, 6, it)).chain([day(2021, 12, 31), day(2022, 1, 1)]);
    let away = [-800_i64, -370, -190, -10, 0, 10, 190, 370, 800].map(chrono::TimeDelta::days);
    for (duty, row) in [by_evidence(false), by_evidence(true)].concat() {
        let by = bearers(&row).next().unwrap();
        for on in days.clone() {
            for of in away.iter().map(|it| Some(on + *it)).chain([None]) {
                let possible = model::evidence_possible(row.when, Done { on, of });
                assert_eq!(taken(vec![evidence(duty, by, on, of)]).is_ok(), possible, "{duty} {on} {of:?}");
                (asked, possibly) = (asked + 1, possibly + usize::from(possible));
            }
        }
    }
    assert_eq!((asked, possibly), (2_380, 217));
}

#[test]
fn evidence_is_taken_of_those_whom_the_model_binds_and_of_nobody_else() {
    let (mut asked, mut bound) = (0, 0);
    for (duty, row) in [by_evidence(false), by_evidence(true)].concat() {
        for by in Responsible::all() {
            let borne = row.bearers.contains(by.label());
            assert_eq!(taken(vec![evidence(duty, by, day(2021, 7, 1), None)]).is_ok(), borne, "{duty} {by}");
            (asked, bound) = (asked + 1, bound + usize::from(borne));
        }
    }
    assert_eq!((asked, bound), (1_020, 390));
}

/// How a duty stands where there is nothing but evidence: no plan wants an electronic seal or licence, so none is lacking.
fn with_evidence_alone(duty: Obligation, row: &model::Duty, history: &[Done], on: NaiveDate) -> &'static str {
    match duty {
        Obligation::MakeElectronicSeals | Obligation::ConnectLicenceSystems => "met",
        _ if duty.proof() == Proof::Evidence => model::status(row.when, history, on),
        _ => model::status(row.when, &[], on),
    }
}

#[test]
fn each_unit_is_told_the_duties_that_the_model_gives_it_and_as_many_of_each_state() {
    let (pairs, shown) = (pairs(), [by_evidence(false), by_evidence(true)].concat());
    let (mut told, mut counted) = (0, [0; 3]);
    for done in [None, Some(day(2021, 6, 30)), Some(day(2021, 8, 1))] {
        let (office, history) = done_by(1, &shown, done);
        for on in days() {
            let tallies = office.now().tallies(on);
            for by in Responsible::all() {
                let own = pairs.iter().filter(|(_, row)| row.bearers.contains(by.label()));
                let own = own.map(|(duty, row)| (*duty, with_evidence_alone(*duty, row, &history, on)));
                let expected: Vec<(Obligation, &str)> = own.collect();
                let all = office.now().obligations(by, on);
                assert_eq!(all.iter().map(|it| (it.obligation, word(it))).collect::<Vec<_>>(), expected, "{by} {on}");
                let counts = ["met", "due", "overdue"].map(|state| expected.iter().filter(|it| it.1 == state).count());
                let tally = tallies.iter().find(|it| it.by == by).map(|it| [it.met, it.due, it.overdue]);
                assert_eq!(tally, (!expected.is_empty()).then_some(counts), "{by} {on}");
                told += expected.len();
                counted.iter_mut().zip(counts).for_each(|(all, some)| *all += some);
            }
        }
    }
    assert_eq!((told, counted), (15_642, [3_455, 10_751, 1_436]));
}
