//! The golden cases, with every figure reckoned by hand from their journals.

use chrono::NaiveDate;
use tongquan::{
    Kind, Modality, Region, Standing,
    case::{DutyStateKind, MessageKind, Period, StageKind, StepKind, Timeliness},
    oversight::{Counts, Facet, Measures, Ratio, Span, Statistics},
};

use super::{CASES, by_facet, counted, golden};
use crate::support::day;

#[track_caller]
fn all(statistics: &Statistics) -> &Measures {
    statistics.group(&Facet::All).unwrap()
}

fn told<K: Ord + Clone>(counts: &Counts<K>) -> Vec<(K, u64)> {
    counts.iter().map(|(key, count)| (key.clone(), count)).collect()
}

fn days(measures: &Measures, span: Span) -> Vec<(u32, u64)> {
    measures.span(span).iter().collect()
}

#[test]
fn when_all_is_done() {
    use Timeliness::{InTime, Late};
    let statistics = by_facet(day(2024, 12, 31), &*CASES);
    let all = all(&statistics);
    assert_eq!((all.cases(), all.unproven(), all.running()), (15, 0, 0));
    let stages =
        [(StageKind::Closed, 12), (StageKind::NotAccepted, 1), (StageKind::Withdrawn, 1), (StageKind::Lapsed, 1)];
    assert_eq!(told(all.stages()), stages);
    let steps = [
        (StepKind::CorrectOnSpot, 1),
        (StepKind::AskForCorrections, 12),
        (StepKind::HandInCorrections, 11),
        (StepKind::Accept, 12),
        (StepKind::NotAccept, 1),
        (StepKind::DeemAccepted, 1),
        (StepKind::Lapse, 1),
        (StepKind::PassOn, 5),
        (StepKind::TakeReviewStep, 34),
        (StepKind::Suspend, 1),
        (StepKind::Resume, 1),
        (StepKind::Extend, 1),
        (StepKind::Transfer, 1),
        (StepKind::DecideFavourably, 10),
        (StepKind::DecideUnfavourably, 2),
        (StepKind::AffixSeal, 9),
        (StepKind::AffixSealNo2, 3),
        (StepKind::IssueLicence, 3),
        (StepKind::Deliver, 12),
        (StepKind::Report, 4),
        (StepKind::Push, 6),
        // one of them a rejection
        (StepKind::Acknowledge, 25),
        (StepKind::Close, 12),
        (StepKind::Withdraw, 1),
    ];
    assert_eq!(told(all.steps()), steps);
    let periods = [
        // accepted, or asked for corrections; the one that nobody answered is late
        ((Period::Notice, InTime), 2),
        ((Period::Notice, Late), 1),
        // handed in; lapsed on the day after the last
        ((Period::Corrections, InTime), 1),
        ((Period::Corrections, Late), 1),
        // thirteen were accepted, one of them by law, one withdrawn in time
        ((Period::Promised, InTime), 13),
        ((Period::Statutory, InTime), 13),
        ((Period::Delivery, InTime), 2),
    ];
    assert_eq!(told(all.periods()), periods);
    assert_eq!(days(all, Span::FilingToAcceptance), [(0, 2), (3, 8), (4, 1), (6, 1), (8, 1)]);
    assert_eq!(days(all, Span::FilingToDecision), [(3, 1), (9, 6), (10, 3), (11, 1), (16, 1)]);
    assert_eq!(days(all, Span::AcceptanceToDecision), [(3, 2), (6, 7), (7, 2), (16, 1)]);
    assert_eq!(days(all, Span::FilingToDelivery), [(4, 1), (11, 5), (14, 4), (15, 1), (18, 1)]);
    // the Dragon Boat Festival and two week-ends taken out of one; one that the law deems accepted runs from its filing
    assert_eq!(days(all, Span::CountedWorkingDays), [(3, 1), (4, 7), (5, 2), (9, 1), (11, 1)]);
    assert!(all.span(Span::CountedDays).is_empty());
    let decided = all.span(Span::FilingToDecision);
    assert_eq!((decided.count(), decided.sum(), decided.mean().value()), (12, 114, Some(9.5)));
    assert_eq!([0, 8, 9, 50, 58, 59, 90, 100].map(|it| decided.percentile(it).unwrap()), [3, 3, 9, 9, 9, 10, 11, 16]);
    let messages = [
        ((MessageKind::Report, DutyStateKind::Acknowledged), 4),
        ((MessageKind::Push, DutyStateKind::Acknowledged), 20),
    ];
    assert_eq!(told(all.messages()), messages);

    assert_eq!((all.favourable(), all.unfavourable(), all.decided(), all.refused()), (10, 2, 12, 3));
    assert_eq!(all.refused_share(), Ratio::new(3, 13));
    assert_eq!((all.corrections_asked(), all.seal_no_2_uses(), all.own_seal_uses(), all.outstanding()), (12, 3, 9, 0));
    assert_eq!((all.on_time(Period::Notice), all.on_time(Period::Promised)), (Ratio::new(2, 3), Ratio::new(13, 13)));
}

#[test]
fn in_the_midst_of_it() {
    use Timeliness::{InTime, Late, Running};
    let statistics = by_facet(day(2024, 3, 12), &*CASES);
    let all = all(&statistics);
    // four were filed later
    assert_eq!((all.cases(), all.running()), (11, 11));
    assert_eq!(told(all.stages()), [(StageKind::Correcting, 1), (StageKind::Accepted, 10)]);
    let periods = [
        ((Period::Notice, InTime), 1),
        ((Period::Notice, Late), 1),
        ((Period::Corrections, InTime), 1),
        ((Period::Corrections, Running), 1),
        ((Period::Promised, Running), 10),
        ((Period::Statutory, Running), 10),
    ];
    assert_eq!(told(all.periods()), periods);
    assert_eq!(days(all, Span::FilingToAcceptance), [(3, 8), (4, 1), (8, 1)]);
    assert!(all.span(Span::FilingToDecision).is_empty() && all.messages().is_empty());
    // of a period that nothing ended there is no share
    assert_eq!((all.on_time(Period::Promised), all.on_time(Period::Promised).value()), (Ratio::new(0, 0), None));
}

/// What runs out while it is open is overdue; a notice does not come, corrections are not handed in.
#[test]
fn what_is_overdue_is_told_until_it_is_done() {
    let seen = |name: &str, period: Period, on: NaiveDate| -> Vec<Timeliness> {
        let statistics = by_facet(on, [golden(name)]);
        let counts = statistics.group(&Facet::All).map(|it| it.periods().clone()).unwrap_or_default();
        counts.iter().filter(|(it, _)| it.0 == period).map(|(it, count)| [it.1; 1][count as usize - 1]).collect()
    };
    for (name, period, last, met) in [
        // three working days from Monday the 4th; recorded as deemed on the 12th
        ("deemed", Period::Notice, day(2024, 3, 7), Some(day(2024, 3, 12))),
        // fifteen working days from the notice of the 5th; lapsed on the 27th
        ("lapsed", Period::Corrections, day(2024, 3, 26), Some(day(2024, 3, 27))),
    ] {
        assert_eq!(seen(name, period, last), [Timeliness::Running], "{name}");
        let after = last.iter_days().skip(1).take(10);
        for on in after {
            let expected = if Some(on) < met { Timeliness::Overdue } else { Timeliness::Late };
            assert_eq!(seen(name, period, on), [expected], "{name} on {on}");
        }
    }
    assert_eq!(seen("deemed", Period::Notice, day(2024, 3, 3)), []);
    assert_eq!(seen("lapsed", Period::Corrections, day(2024, 3, 4)), []);
    // suspended from the 9th of April: one of three working days counted, the last on the 23rd, on which it is withdrawn
    for on in day(2024, 4, 7).iter_days().take(16) {
        assert_eq!(seen("withdrawn", Period::Promised, on), [Timeliness::Running], "{on}");
    }
    assert_eq!(seen("withdrawn", Period::Promised, day(2024, 4, 23)), [Timeliness::InTime]);
}

#[test]
fn reports_and_pushes_stand_as_they_stood_on_the_day() {
    use DutyStateKind::{Acknowledged, Owed, Sent};
    use MessageKind::{Push, Report};
    let seen = |name: &str, on: NaiveDate| {
        let statistics = by_facet(on, [golden(name)]);
        let all = statistics.group(&Facet::All).unwrap();
        (told(all.messages()), all.outstanding())
    };
    assert_eq!(seen("review", day(2024, 3, 12)), (vec![], 0));
    assert_eq!(seen("review", day(2024, 3, 13)), (vec![((Report, Owed), 1), ((Push, Owed), 4)], 5));
    assert_eq!(seen("review", day(2024, 3, 19)), (vec![((Report, Sent), 1), ((Push, Owed), 4)], 5));
    assert_eq!(
        seen("review", day(2024, 3, 25)),
        (vec![((Report, Acknowledged), 1), ((Push, Sent), 2), ((Push, Acknowledged), 2)], 2)
    );
    assert_eq!(seen("review", day(2024, 3, 27)), (vec![((Report, Acknowledged), 1), ((Push, Acknowledged), 4)], 0));
    // one was rejected, and sent again on the same day
    assert_eq!(seen("unfavourable", day(2024, 5, 9)), (vec![((Report, Owed), 1), ((Push, Sent), 4)], 5));
    assert_eq!(seen("unfavourable", day(2024, 5, 10)), (vec![((Report, Sent), 1), ((Push, Sent), 4)], 5));
    // the city decided: nothing is reported, nothing pushed (S18)
    assert_eq!(seen("intake", day(2024, 12, 31)), (vec![], 0));

    let statistics = by_facet(day(2024, 3, 22), &*CASES);
    let messages = [((Report, Acknowledged), 3), ((Push, Sent), 10), ((Push, Acknowledged), 6)];
    assert_eq!(told(all(&statistics).messages()), messages);
}

#[test]
fn each_case_is_in_one_group_of_each_kind() {
    let statistics = by_facet(day(2024, 12, 31), &*CASES);
    let cases = |key: &Facet| statistics.group(key).map_or(0, Measures::cases);
    assert_eq!(
        [Region::Wenshang, Region::Liangshan, Region::Qufu, Region::Rencheng].map(|it| cases(&Facet::Region(it))),
        [6, 3, 2, 1]
    );
    assert_eq!(["A1-33", "A1-36", "XK-001"].map(|it| cases(&Facet::Item(it.parse().unwrap()))), [2, 1, 1]);
    assert_eq!(cases(&Facet::Department(None)), 4);
    let standings = [
        (Standing::Devolved(Modality::Direct), 1),
        (Standing::Devolved(Modality::Window), 1),
        (Standing::Devolved(Modality::Review), 6),
        (Standing::Devolved(Modality::Intake), 2),
        (Standing::NotDevolved, 1),
        (Standing::Chosen(Modality::Direct), 1),
        (Standing::Chosen(Modality::Intake), 1),
        (Standing::Original, 2),
    ];
    for (standing, count) in standings {
        assert_eq!(cases(&Facet::Standing(standing)), count, "{standing}");
    }
    assert_eq!([Kind::Licence, Kind::PublicService].map(|it| cases(&Facet::Kind(it))), [3, 2]);
    let months = ["2024-02", "2024-03", "2024-04", "2024-05"].map(|it| cases(&Facet::Month(it.parse().unwrap())));
    assert_eq!(months, [0, 11, 2, 2]);
    // each kind of group adds up to the whole
    let kinds = [0, 1, 2, 3, 4, 5, 6, 7].map(|at| {
        let of = statistics.groups().filter(|(key, _)| kind(key) == at);
        of.fold(Measures::default(), |mut sum, (_, it)| {
            sum.merge(it);
            sum
        })
    });
    assert!(kinds.iter().all(|it| it == all(&statistics)));
}

fn kind(key: &Facet) -> usize {
    match key {
        Facet::All => 0,
        Facet::Region(_) => 1,
        Facet::Item(_) => 2,
        Facet::Department(_) => 3,
        Facet::Standing(_) => 4,
        Facet::Kind(_) => 5,
        Facet::Stage(_) => 6,
        Facet::Month(_) => 7,
        _ => panic!("{key} is not counted here"),
    }
}

#[test]
fn a_case_counts_once_under_each_key_and_under_none_where_it_is_given_none() {
    let statistics = counted(day(2024, 12, 31), [golden("review")], |_| ["a", "b", "a", "a"]);
    let told: Vec<_> = statistics.groups().map(|(key, it)| (*key, it.cases(), it.seal_no_2_uses())).collect();
    assert_eq!(told, [("a", 1, 1), ("b", 1, 1)]);
    let none = counted(day(2024, 12, 31), &*CASES, |_| None::<u8>);
    assert_eq!((none.groups().len(), none.day()), (0, day(2024, 12, 31)));
    // by what a key makes of a case
    let pairs = counted(day(2024, 12, 31), &*CASES, |it| Some((it.region(), it.stage())));
    assert_eq!(pairs.group(&(Region::Wenshang, StageKind::Lapsed)).map(Measures::cases), Some(1));
    assert!(pairs.group(&(Region::Liangshan, StageKind::Lapsed)).is_none());
    let proven = counted(day(2024, 12, 31), &*CASES, |it| Some((it.is_proven(), it.docket().licence().is_some())));
    let told: Vec<_> = proven.groups().map(|(key, it)| (*key, it.cases())).collect();
    assert_eq!(told, [((true, false), 12), ((true, true), 3)]);
}

/// Moved on to a later edition on 2 July 2024: another modality, whose messages are others.
#[test]
fn a_case_that_moved_on_stands_until_then_as_it_stood() {
    let cases: Vec<tongquan::AnyCase> = serde_json::from_str(&super::text("amended_journals")).unwrap();
    let standing = |on: NaiveDate| {
        let statistics = counted(on, [&cases[2]], |it| Some(it.standing()));
        let told: Vec<Standing> = statistics.groups().map(|(key, _)| *key).collect();
        told
    };
    for (on, expected) in [
        (day(2024, 6, 19), None),
        (day(2024, 6, 20), Some(Modality::Review)),
        (day(2024, 7, 1), Some(Modality::Review)),
        (day(2024, 7, 2), Some(Modality::Intake)),
        (day(2024, 7, 31), Some(Modality::Intake)),
    ] {
        assert_eq!(standing(on), expected.map(Standing::Devolved).into_iter().collect::<Vec<_>>(), "{on}");
    }
    let late = by_facet(day(2024, 7, 31), [&cases[2]]);
    assert!(all(&late).messages().is_empty());
}

#[test]
fn what_it_says_of_a_group_is_told_in_both_languages() {
    let keys = Facet::all;
    let statistics = counted(day(2024, 12, 31), [golden("withdrawn")], keys);
    let told: Vec<(String, String)> = statistics.groups().map(|(key, _)| (key.zh(), key.to_string())).collect();
    let expected = [
        ("全部", "all"),
        ("区域：曲阜市", "region: 曲阜市"),
        ("事项：附件1第34项", "item: annex 1, item 34"),
        ("市级部门：市住房城乡建设局", "department: Municipal Bureau of Housing and Urban-Rural Development"),
        ("归属：下放实质性审核权", "standing: devolved substantive review"),
        ("类型：行政确认", "kind: administrative confirmation"),
        ("阶段：撤件", "stage: withdrawn"),
        ("收件月份：2024-04", "filed in: 2024-04"),
    ];
    assert_eq!(told, expected.map(|(zh, en)| (zh.to_owned(), en.to_owned())));
    assert_eq!(Facet::Department(None).zh(), "市级部门：无市级部门");
}
