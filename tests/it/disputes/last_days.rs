//! The last day to apply, for whoever came to know of an act on any day of seven years, against the model; and what comes late.

use chrono::{Datelike, Days};
use strum::IntoEnumIterator;
use tongquan::{Calendar, oversight::NoLastDay, time::Uncovered};

use super::*;
use crate::{
    model::disputes::{Last, last_day, late, limit_articles},
    support::day,
    years::notice_2027,
};

fn off(calendar: &Calendar) -> impl Fn(NaiveDate) -> Option<bool> {
    |day| calendar.kind(day).ok().map(|it| !it.is_workday())
}

/// Learnt and asked on the same day: the crate asks for no other.
fn model(kind: DisputeKind, learnt: NaiveDate, calendar: &Calendar) -> Result<Last, &'static str> {
    last_day(means(kind), learnt, learnt, off(calendar))
}

#[track_caller]
fn agrees(kind: DisputeKind, learnt: NaiveDate, calendar: &Calendar) -> &'static str {
    let told = kind.last_day(DisputedAct::Decision, learnt, calendar);
    match (told, model(kind, learnt, calendar)) {
        (Ok(None), Ok(Last::None)) => "no limit",
        (Ok(Some(told)), Ok(Last::Day(last))) => {
            assert_eq!(told.is, last, "{kind}, learnt on {learnt}");
            let cited: Vec<&str> = told.basis.iter().map(|it| it.id()).collect();
            assert!(limit_articles(means(kind)).iter().all(|it| cited.contains(it)) && cited.contains(&"S58"));
            "a day"
        }
        (Err(NoLastDay::Uncovered(Uncovered { year, .. })), Ok(Last::Unknown(last))) => {
            assert_eq!(year, last.year(), "{kind}, learnt on {learnt}");
            "no calendar"
        }
        (Err(NoLastDay::NotInForce(it)), Err(article)) => {
            assert_eq!((it.article.id(), it.day), (article, learnt));
            "no law"
        }
        (told, model) => panic!("{kind}, learnt on {learnt}: {told:?}, the model {model:?}"),
    }
}

/// Every day from the document on until the calendar's end, and a year beyond.
fn every_day() -> impl Iterator<Item = NaiveDate> {
    day(2021, 6, 15).iter_days().take_while(|it| *it <= day(2027, 12, 31))
}

#[test]
fn the_last_day_is_the_models_for_every_day_of_knowledge() {
    let longer = Calendar::built_in().with_year(&notice_2027()).unwrap();
    for (calendar, last_year) in [(Calendar::built_in(), 2026), (&longer, 2027)] {
        assert_eq!(*calendar.covers().end(), last_year);
        let mut told = std::collections::BTreeMap::<(DisputeKind, &str), usize>::new();
        for learnt in every_day() {
            for kind in DisputeKind::iter() {
                *told.entry((kind, agrees(kind, learnt, calendar))).or_default() += 1;
            }
        }
        let days = every_day().count();
        let count = |kind, what| told.get(&(kind, what)).copied().unwrap_or(0);
        assert_eq!(count(DisputeKind::Petition, "no limit") + count(DisputeKind::Complaint, "no limit"), 2 * days);
        let before = (day(2024, 1, 1) - day(2021, 6, 15)).num_days().unsigned_abs();
        assert_eq!(count(DisputeKind::Reconsideration, "no law"), usize::try_from(before).unwrap());
        // as long before the end of what is covered, less the days off at that end
        let end = day(last_year, 12, 31);
        for (kind, before, ends) in [
            (DisputeKind::Reconsideration, usize::try_from(before).unwrap(), end - Days::new(60)),
            (DisputeKind::Litigation, 0, day(last_year, 6, 30)),
        ] {
            let known = count(kind, "a day");
            assert_eq!(before + known + count(kind, "no calendar"), days);
            let ends = every_day().take_while(|it| *it <= ends).count() - before;
            assert!(known <= ends && ends - known < 10, "{kind}: {known} of {ends}");
        }
    }
}

/// A day that is no more, or an age beyond every calendar, is no panic.
#[test]
fn no_day_is_beyond_telling() {
    for learnt in [NaiveDate::MIN, day(1, 1, 1), day(2017, 6, 30), day(2018, 2, 7), day(9999, 12, 31), NaiveDate::MAX] {
        for kind in DisputeKind::iter() {
            match kind.last_day(DisputedAct::Decision, learnt, Calendar::built_in()) {
                Ok(last) => assert!(last.is_none() && !kind.has_respondent()),
                Err(why) => assert!(!why.zh().is_empty() && !why.to_string().is_empty() && kind.has_respondent()),
            }
        }
    }
}

#[test]
fn what_comes_late_is_recorded_and_told_as_the_model_does() {
    let told = Told::at("A1-33", StageKind::Closed);
    let decided = told.case.record().docket().decided().unwrap();
    let (mut compared, mut untold, mut is_late) = (0, 0, 0);
    // litigation six months on reaches the end of what the calendar covers
    for known in (0..40).map(|it| decided + Days::new(it * 23)) {
        for kind in DisputeKind::iter() {
            let last = model(kind, known, Calendar::built_in()).unwrap();
            let nominal = match last {
                Last::Day(day) | Last::Unknown(day) => day,
                Last::None => known + Days::new(100),
            };
            for ahead in 0..8 {
                let lodged = nominal - Days::new(3) + Days::new(ahead);
                let at = Moment::new(lodged, 9, 0, 0).unwrap();
                if at < told.case.record().last_at() {
                    continue;
                }
                let lodge = Lodge { known, ..told.lodge(kind, DisputedAct::Decision) };
                let dispute =
                    Dossier::<Dispute>::open(lodge, Stamp { at, by: told.applicant() }, told.beside()).unwrap();
                let got = dispute.matter().is_late(Calendar::built_in());
                let model = late(lodged, last);
                assert_eq!(got.ok(), model, "{kind}, learnt on {known}, lodged on {lodged}");
                compared += 1;
                untold += usize::from(model.is_none());
                is_late += usize::from(model == Some(true));
            }
        }
    }
    assert!(compared > 1_000 && untold > 10 && is_late > 100, "{compared} {untold} {is_late}");
}
