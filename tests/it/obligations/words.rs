//! What is answered is told in both languages, and can be written.

use serde_json::json;
use strum::IntoEnumIterator;
use tongquan::{
    Modality, Office, Region,
    register::{Binds, Cycle, Obligation, ObligationState, Responsible, Rhythm},
};

use super::{TRANSPORT, WENSHANG, evidence, told_of};
use crate::support::{day, is_chinese};

#[test]
fn every_word_is_there_in_chinese_and_in_english() {
    let states = ObligationState::iter().map(|it| (it.label(), it.english()));
    let rhythms = Rhythm::iter().map(|it| (it.label(), it.english()));
    let with_items = Modality::iter().map(Binds::DepartmentsWith).collect::<Vec<_>>();
    let binds = Obligation::iter().flat_map(|it| it.binds()).chain(&with_items).map(|it| (it.label(), it.english()));
    let binds = binds.filter(|(_, en)| !Region::all().any(|it| it.label() == *en));
    let sentences = Obligation::iter().map(|it| (it.zh(), it.en()));
    for (zh, en) in states.chain(rhythms).chain(binds).chain(sentences) {
        assert!(zh.contains(is_chinese) && !en.contains(is_chinese) && !en.is_empty(), "{zh} {en}");
    }
    for it in Obligation::iter() {
        assert!(it.zh().ends_with('。') && it.en().ends_with('.'), "{it}");
    }
    assert_eq!(Binds::Regions.to_string(), "the regions");
}

#[test]
fn cycles_are_calendar_years_and_half_years() {
    for on in day(2019, 12, 30).iter_days().take(3_000) {
        for rhythm in Rhythm::iter() {
            let cycle = Cycle::of(rhythm, on);
            assert_eq!(cycle.rhythm(), rhythm);
            assert!(cycle.first() <= on && on <= cycle.last());
            let inside = cycle.first().iter_days().take_while(|it| *it <= cycle.last());
            assert!(inside.clone().all(|it| Cycle::of(rhythm, it) == cycle));
            let length = inside.count();
            let months = if rhythm == Rhythm::Year { 365..=366 } else { 181..=184 };
            assert!(months.contains(&length), "{cycle}: {length}");
            assert_ne!(Cycle::of(rhythm, cycle.last().succ_opt().unwrap()), cycle);
        }
    }
    let told = |rhythm, on| (Cycle::of(rhythm, on).zh(), Cycle::of(rhythm, on).to_string());
    assert_eq!(told(Rhythm::Year, day(2022, 2, 3)), ("2022年".into(), "2022".into()));
    assert_eq!(told(Rhythm::HalfYear, day(2022, 6, 30)), ("2022年上半年".into(), "the first half of 2022".into()));
    assert_eq!(told(Rhythm::HalfYear, day(2022, 7, 1)), ("2022年下半年".into(), "the second half of 2022".into()));
}

#[test]
fn an_answer_is_told_whole_and_written() {
    let named = Some(day(2021, 7, 1));
    let session = |on, cycle| evidence(Obligation::TrainCentrally, TRANSPORT, on, cycle);
    let office = told_of(vec![session(day(2022, 1, 10), named), session(day(2022, 5, 6), None)]);
    let told = office.now().fulfilment(Obligation::TrainCentrally, TRANSPORT, day(2023, 1, 1)).unwrap();
    assert_eq!(
        told.zh(),
        "市直部门每半年至少集中培训一次〔C10〕由市交通运输局负责：逾期，期限2022-12-31，曾迟延；缺证据的周期：2022年下半年；证据：2022-01-10、2022-05-06"
    );
    assert_eq!(
        told.to_string(),
        "City departments hold at least one central training session each half-year [C10], owed by Municipal Bureau of Transport: \
         overdue, due 2022-12-31, once late; missed: the second half of 2022; evidence: 2022-01-10, 2022-05-06"
    );
    let third =
        told_of(vec![session(day(2022, 1, 10), named), session(day(2022, 5, 6), None), session(day(2022, 8, 9), None)]);
    let thrice = third.now().fulfilment(Obligation::TrainCentrally, TRANSPORT, day(2023, 1, 1)).unwrap();
    assert!(thrice.zh().ends_with("；证据：2022-01-10、2022-05-06、2022-08-09"), "{}", thrice.zh());
    assert!(thrice.to_string().ends_with("; evidence: 2022-01-10, 2022-05-06, 2022-08-09"), "{thrice}");
    let written = serde_json::to_value(&told).unwrap();
    let expected = json!({
        "obligation": "train_centrally", "by": {"department": "transport"}, "day": "2023-01-01", "state": "overdue",
        "due": "2022-12-31", "late": true,
        "evidence": [
            {"obligation": "train_centrally", "by": {"department": "transport"}, "on": "2022-01-10", "what": "（虚构）已办", "cycle": "2021-07-01"},
            {"obligation": "train_centrally", "by": {"department": "transport"}, "on": "2022-05-06", "what": "（虚构）已办", "cycle": null}],
        "missed": [{"first": "2022-07-01", "last": "2022-12-31"}], "lacking": []
    });
    assert_eq!(written, expected);
}

#[test]
fn of_many_things_missing_the_first_are_told_and_how_many_there_are() {
    let now = Office::built_in().now();
    let told = now.fulfilment(Obligation::IssuePlan, WENSHANG, day(2021, 7, 1)).unwrap();
    let (zh, en) = (told.zh(), told.to_string());
    let first = "A1-1（汶上县）承接方案未明确承办部门、A1-2（汶上县）承接方案未明确承办部门、A1-3（汶上县）承接方案未明确承办部门等61项";
    assert_eq!(
        zh,
        format!("区域定出承接方案，写明每一事项由哪个单位办理〔C2〕由汶上县负责：逾期，期限2021-06-30；所缺：{first}")
    );
    assert!(en.ends_with("A1-3 in 汶上县, the undertaking plan names no handling body and 58 more"), "{en}");
    let written = serde_json::to_value(&told).unwrap();
    assert_eq!(
        written["lacking"][0],
        json!({"item": "A1-1", "region": "wenshang", "gap": "no_handler", "due": "2021-06-30", "overdue": true})
    );
    // in every state, of every duty of every unit
    for on in [day(2021, 6, 15), day(2021, 7, 1), day(2024, 3, 4)] {
        for by in Responsible::all() {
            for told in now.obligations(by, on) {
                let (zh, en) = (told.zh(), told.to_string());
                assert!(zh.contains(told.state.label()) && en.contains(told.state.english()), "{zh} {en}");
                assert!(zh.contains(by.label()) && zh.contains(told.obligation.clause().id()));
                assert!(serde_json::to_string(&told).unwrap().contains(told.obligation.id()));
            }
        }
        for tally in now.tallies(on) {
            let counts = format!("{} met, {} due, {} overdue", tally.met, tally.due, tally.overdue);
            assert!(tally.to_string().ends_with(&counts) && tally.zh().contains(tally.by.label()));
            assert_eq!(serde_json::to_value(tally).unwrap()["met"], json!(tally.met));
        }
    }
}
