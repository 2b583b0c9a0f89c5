//! The life of a Seal No. 2: every sequence of events over one seal against the model, the days of its states, late losses, electronic twins.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use strum::IntoEnumIterator;
use tongquan::{
    Department, Office, Region, Rule,
    law::Faults,
    register::{
        Agreement, Circumstance, Items, Revision, SEAL_LIFE, SealEvent, SealId, SealState, SealStep, SealStepKind,
    },
};

use crate::{
    model::seal::{EVENTS, STATES, after},
    support::day,
};

pub(crate) const SEAL: SealId = SealId { department: Department::Transport, number: 7 };

/// A state in the model's word.
pub(crate) fn state_id(state: Option<SealState>) -> &'static str {
    match state {
        None => "none",
        Some(SealState::NotHandedOver) => "not_handed_over",
        Some(SealState::InService) => "in_service",
        Some(SealState::Suspended) => "suspended",
        Some(SealState::Withdrawn) => "withdrawn",
        Some(SealState::Lost) => "lost",
    }
}

/// An event in the model's word.
pub(crate) fn event_id(event: SealStepKind) -> &'static str {
    match event {
        SealStepKind::Cut => "cut",
        SealStepKind::HandedOver => "handed_over",
        SealStepKind::Renewed => "renewed",
        SealStepKind::Suspended => "suspended",
        SealStepKind::Restored => "restored",
        SealStepKind::Withdrawn => "withdrawn",
        SealStepKind::Lost => "lost",
    }
}

/// The event of a model's word, under the agreement `XY`.
pub(crate) fn event(id: &str) -> SealStep {
    let reason = "（虚构）事由".parse().unwrap();
    match id {
        "cut" => SealStep::Cut { twin_of: None },
        "handed_over" => SealStep::HandedOver { agreement: "XY".parse().unwrap() },
        "renewed" => SealStep::Renewed { agreement: "XY".parse().unwrap() },
        "suspended" => SealStep::Suspended { reason },
        "restored" => SealStep::Restored { reason },
        "withdrawn" => SealStep::Withdrawn { reason },
        "lost" => SealStep::Lost { reason },
        other => panic!("no such event: {other}"),
    }
}

/// An agreement of a department with a region on some of its items, that runs on.
pub(crate) fn agreement(
    number: &str,
    department: Department,
    region: Region,
    items: Items,
    from: NaiveDate,
) -> Agreement {
    Agreement {
        number: number.parse().unwrap(),
        department,
        region,
        users: vec!["keeper".parse().unwrap()],
        items,
        circumstances: vec![Circumstance { code: "decision".parse().unwrap(), name: "决定文书".parse().unwrap() }],
        custody: "专人专柜保管".parse().unwrap(),
        liability: "由用章单位承担".parse().unwrap(),
        from,
        until: None,
    }
}

fn first_day() -> NaiveDate {
    day(2021, 7, 1)
}

/// The day of an event: one after the other.
pub(crate) fn nth(at: usize) -> NaiveDate {
    first_day() + Days::new(at as u64)
}

fn ours() -> Agreement {
    let items = Items::Only(vec!["A1-36".parse().unwrap()]);
    agreement("XY", SEAL.department, Region::Wenshang, items, first_day())
}

/// The agreement and these events in one revision.
pub(crate) fn recorded(seals: Vec<SealEvent>) -> Result<Office, Faults> {
    Office::new(vec![Revision { agreements: vec![ours()], seals, ..Revision::on(first_day()) }])
}

pub(crate) fn events<S: AsRef<str>>(ids: &[S]) -> Vec<SealEvent> {
    let on = |(at, id): (usize, &S)| SealEvent { seal: SEAL, on: nth(at), event: event(id.as_ref()) };
    ids.iter().enumerate().map(on).collect()
}

/// Every sequence of a number of events.
pub(crate) fn sequences(length: u32) -> impl Iterator<Item = Vec<&'static str>> {
    (0..7_usize.pow(length)).map(move |code| (0..length).map(|at| EVENTS[code / 7_usize.pow(at) % 7]).collect())
}

/// The states after each event, and which events were refused; a refused one changes nothing.
pub(crate) fn lived(ids: &[&'static str]) -> (Vec<&'static str>, Vec<usize>) {
    let (mut state, mut states, mut wrong) = ("none", Vec::new(), Vec::new());
    for (at, id) in ids.iter().enumerate() {
        match after(state, id) {
            Some(next) => state = next,
            None => wrong.push(at),
        }
        states.push(state);
    }
    (states, wrong)
}

/// What is told of a wrong event of a seal in a state.
fn fault(path: &str, state: &str, id: &str) -> (String, Rule) {
    // a number that was cut is used for good: the fault is the number's, and not that of an order
    if id == "cut" && state != "none" {
        return (format!("{path}.seal"), Rule::NumberUnused);
    }
    (format!("{path}.event"), Rule::SealLifeInOrder)
}

fn faults(found: &Faults) -> Vec<(String, Rule)> {
    found.all().iter().map(|it| (it.path.clone(), it.objection.rule)).collect()
}

#[test]
fn the_table_of_the_life_is_the_models() {
    let states: Vec<Option<SealState>> = [None].into_iter().chain(SealState::iter().map(Some)).collect();
    assert_eq!(states.iter().map(|it| state_id(*it)).collect::<BTreeSet<_>>(), BTreeSet::from(STATES));
    assert_eq!(SealStepKind::iter().map(event_id).collect::<BTreeSet<_>>(), BTreeSet::from(EVENTS));
    let mut lawful = 0;
    for state in states {
        for kind in SealStepKind::iter() {
            let next = SealState::after(state, kind);
            assert_eq!(next.map(|it| state_id(Some(it))), after(state_id(state), event_id(kind)), "{state:?} {kind}");
            assert_eq!(next.is_some(), SealState::events(state).any(|it| it == kind), "{state:?} {kind}");
            let rows = SEAL_LIFE.iter().filter(|row| (row.0, row.1) == (state, kind));
            assert_eq!(rows.map(|row| row.2).collect::<Vec<_>>(), Vec::from_iter(next), "{state:?} {kind}");
            lawful += usize::from(next.is_some());
        }
    }
    assert_eq!((lawful, SEAL_LIFE.len()), (14, 14));
}

#[test]
fn every_sequence_of_up_to_six_events_is_taken_as_the_model_says_and_every_day_has_its_state() {
    let (mut taken, mut refused, mut days) = (0, 0, 0);
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for ids in (1..=6).flat_map(sequences) {
        let (states, wrong) = lived(&ids);
        match recorded(events(&ids)) {
            Ok(office) => {
                assert!(wrong.is_empty(), "{ids:?} was taken");
                let eve = first_day().pred_opt().unwrap();
                assert_eq!(office.now().seal_state(SEAL, eve), None);
                for (at, state) in states.iter().enumerate() {
                    assert_eq!(state_id(office.now().seal_state(SEAL, nth(at))), *state, "{ids:?} on day {at}");
                    // the last agreement is that of the last one who held it
                    let ever = ids[..=at].iter().any(|it| ["handed_over", "renewed"].contains(it));
                    let holder = office.now().seal_holder(SEAL, nth(at));
                    let held = ever && *state != "withdrawn";
                    assert_eq!(holder.map(|(region, _)| region), held.then_some(Region::Wenshang), "{ids:?} {at}");
                    days += 1;
                }
                let long_after = nth(1_000);
                assert_eq!(state_id(office.now().seal_state(SEAL, long_after)), *states.last().unwrap());
                *ends.entry(states.last().unwrap()).or_default() += 1;
                taken += 1;
            }
            Err(found) => {
                // every wrong event is told, each held against what the right ones before it made
                let before = |at: usize| if at == 0 { "none" } else { states[at - 1] };
                let path = |at: usize| format!("[0].seals[{at}]");
                let expected: Vec<_> = wrong.iter().map(|at| fault(&path(*at), before(*at), ids[*at])).collect();
                let found = faults(&found);
                let of_life: Vec<_> = found.iter().filter(|it| it.1 != Rule::AgreementOfSeal).cloned().collect();
                assert_eq!(of_life, expected, "{ids:?}");
                let first = wrong[0];
                // what nobody was ever handed, nobody holds under a new agreement
                let nobodys = ids[first] == "renewed" && !ids[..first].contains(&"handed_over");
                let foreign = (format!("[0].seals[{first}].event"), Rule::AgreementOfSeal);
                assert_eq!(found.get(1) == Some(&foreign), nobodys, "{ids:?}");
                refused += 1;
            }
        }
    }
    // counted by walking the model's table alone
    let ways = |length| sequences(length).filter(|ids| lived(ids).1.is_empty()).count();
    assert_eq!(taken, (1..=6).map(ways).sum::<usize>());
    assert_eq!(taken + refused, 7 + 49 + 343 + 2_401 + 16_807 + 117_649);
    assert_eq!((taken, days), (140, 743));
    assert_eq!(ends.len(), 5, "{ends:?}");
}

/// One event a revision, each recorded on its day.
pub(crate) fn step_by_step(ids: &[&str]) -> Result<Office, (usize, Faults)> {
    let signed = Revision { agreements: vec![ours()], ..Revision::on(first_day()) };
    let mut office = Office::new(vec![signed]).unwrap();
    for (at, it) in events(ids).into_iter().enumerate() {
        let next = Revision { seals: vec![it], ..Revision::on(nth(at)) };
        office = office.record(&next).map_err(|faults| (at, faults))?;
    }
    Ok(office)
}

#[test]
fn recorded_one_by_one_the_same_is_taken_and_each_revision_knows_its_past_alone() {
    let (mut taken, mut refused, mut asked) = (0, 0, 0);
    for ids in (1..=4).flat_map(sequences) {
        let (states, wrong) = lived(&ids);
        match step_by_step(&ids) {
            Ok(office) => {
                assert!(wrong.is_empty(), "{ids:?}");
                for known in 0..=ids.len() {
                    let last = nth(known.saturating_sub(1));
                    let Some(registers) = office.as_of(u32::try_from(known + 1).unwrap(), last) else {
                        panic!("{ids:?}: revision {} stood on {last}", known + 1);
                    };
                    for on in 0..=ids.len() {
                        let state = known.min(on + 1).checked_sub(1).map_or("none", |at| states[at]);
                        assert_eq!(state_id(registers.seal_state(SEAL, nth(on))), state, "{ids:?} {known} {on}");
                        asked += 1;
                    }
                }
                taken += 1;
            }
            Err((at, found)) => {
                assert_eq!(at, wrong[0], "{ids:?}");
                let before = if at == 0 { "none" } else { states[at - 1] };
                let expected = fault(&format!("[{}].seals[0]", at + 1), before, ids[at]);
                assert_eq!(faults(&found)[0], expected, "{ids:?}");
                refused += 1;
            }
        }
    }
    assert_eq!((taken, refused, asked), (24, 2_776, 477));
}

#[test]
fn a_loss_found_out_late_counts_from_its_own_day_and_the_past_stays_told_as_it_was_known() {
    let mut asked = 0;
    for ids in (1..=5).flat_map(sequences).filter(|ids| lived(ids).1.is_empty() && !ids.contains(&"lost")) {
        let (states, _) = lived(&ids);
        let known = step_by_step(&ids).unwrap();
        let found_out = nth(ids.len() + 3);
        for lost in 0..ids.len() {
            let event = SealEvent { seal: SEAL, on: nth(lost), event: event("lost") };
            let office = known.record(&Revision { seals: vec![event], ..Revision::on(found_out) }).unwrap();
            for (at, state) in states.iter().enumerate() {
                let now = if at < lost { state } else { "lost" };
                assert_eq!(state_id(office.now().seal_state(SEAL, nth(at))), now, "{ids:?} lost {lost} on {at}");
                let then = office.on(found_out.pred_opt().unwrap());
                assert_eq!(state_id(then.seal_state(SEAL, nth(at))), *state, "{ids:?} lost {lost} on {at}");
                asked += 1;
            }
            for id in EVENTS {
                let next = SealEvent { seal: SEAL, on: found_out, event: self::event(id) };
                let more = office.record(&Revision { seals: vec![next], ..Revision::on(found_out) }).unwrap_err();
                assert_eq!(faults(&more)[0].1, fault("", "lost", id).1, "nothing follows a loss");
            }
        }
        // no other event is found out: it takes effect from its recording on
        for id in EVENTS.into_iter().filter(|id| *id != "lost" && after(states[ids.len() - 1], id).is_some()) {
            let late = SealEvent { seal: SEAL, on: found_out.pred_opt().unwrap(), event: event(id) };
            let found = known.record(&Revision { seals: vec![late], ..Revision::on(found_out) }).unwrap_err();
            let path = format!("[{}].seals[0].on", ids.len() + 1);
            assert_eq!(faults(&found), [(path, Rule::RowNotBackdated)], "{ids:?} {id}");
        }
    }
    assert_eq!(asked, 805);
}

#[test]
fn the_events_of_a_seal_run_forward_and_some_may_fall_on_one_day() {
    let at = |on: usize, id: &str| SealEvent { seal: SEAL, on: nth(on), event: event(id) };
    let together = ["cut", "handed_over", "suspended", "restored"].map(|id| at(4, id));
    let office = recorded(together.to_vec()).unwrap();
    // of one day's, the last counts
    assert_eq!(office.now().seal_state(SEAL, nth(3)), None);
    assert_eq!(office.now().seal_state(SEAL, nth(4)), Some(SealState::InService));
    let back = recorded(vec![at(4, "cut"), at(3, "handed_over"), at(5, "suspended")]).unwrap_err();
    assert_eq!(
        faults(&back),
        [
            ("[0].seals[1].on".to_owned(), Rule::SealLifeInOrder),
            ("[0].seals[2].event".to_owned(), Rule::SealLifeInOrder)
        ],
        "what runs backwards did not happen, so nothing was there to suspend"
    );
    assert_eq!(recorded(vec![at(4, "cut"), at(5, "handed_over"), at(4, "lost")]).unwrap().revisions().len(), 1);
}

#[test]
fn each_seal_lives_by_itself_whatever_happens_to_another_between() {
    let other = SealId { number: 8, ..SEAL };
    let (mut taken, mut refused) = (0, 0);
    let short: Vec<_> = (1..=2).flat_map(sequences).collect();
    for ours in &short {
        for theirs in &short {
            let mut rows = Vec::new();
            for at in 0..2 {
                let of = |seal, id: &&str| SealEvent { seal, on: nth(at), event: event(id) };
                rows.extend(ours.get(at).map(|id| of(SEAL, id)));
                rows.extend(theirs.get(at).map(|id| of(other, id)));
            }
            let (mine, its) = (lived(ours), lived(theirs));
            match recorded(rows) {
                Ok(office) => {
                    assert!(mine.1.is_empty() && its.1.is_empty(), "{ours:?} {theirs:?}");
                    assert_eq!(state_id(office.now().seal_state(SEAL, nth(9))), *mine.0.last().unwrap());
                    assert_eq!(state_id(office.now().seal_state(other, nth(9))), *its.0.last().unwrap());
                    taken += 1;
                }
                Err(found) => {
                    let of_life = faults(&found).into_iter().filter(|it| it.1 != Rule::AgreementOfSeal).count();
                    assert_eq!(of_life, mine.1.len() + its.1.len(), "{ours:?} {theirs:?}");
                    refused += 1;
                }
            }
        }
    }
    assert_eq!((taken, refused), (16, 56 * 56 - 16));
}

fn twin(department: Department, number: u16, of: u16) -> SealEvent {
    let seal = SealId { department, number };
    SealEvent { seal, on: first_day(), event: SealStep::Cut { twin_of: Some(of) } }
}

#[test]
fn an_electronic_twin_has_its_own_number_and_its_own_life() {
    let eight = SealId { number: 8, ..SEAL };
    let mut compared = 0;
    for ours in (1..=4).flat_map(sequences).filter(|ids| lived(ids).1.is_empty()) {
        for theirs in (0..=3).flat_map(sequences) {
            let mut rows = events(&ours);
            rows.insert(1, twin(SEAL.department, 8, 7));
            let mut lives = vec!["cut"];
            lives.extend(&theirs);
            let its = theirs.iter().enumerate();
            rows.extend(its.map(|(at, id)| SealEvent { seal: eight, on: nth(at), event: event(id) }));
            let (states, wrong) = lived(&lives);
            match recorded(rows) {
                Ok(office) => {
                    assert_eq!(wrong, [0; 0], "{ours:?} {theirs:?}");
                    assert_eq!(state_id(office.now().seal_state(eight, nth(9))), *states.last().unwrap());
                    assert_eq!(state_id(office.now().seal_state(SEAL, nth(9))), *lived(&ours).0.last().unwrap());
                }
                Err(_) => assert_ne!(wrong, [0; 0], "{ours:?} {theirs:?}"),
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 24 * (1 + 7 + 49 + 343));
}

#[test]
fn a_twin_is_of_a_physical_seal_that_the_same_department_has_cut() {
    let cut = |department, number| SealEvent {
        seal: SealId { department, number },
        on: first_day(),
        event: SealStep::Cut { twin_of: None },
    };
    let own = SEAL.department;
    let told = |rows: Vec<SealEvent>| recorded(rows).map_or_else(|found| faults(&found), |_| vec![]);
    let no_seal = |at: usize| [(format!("[0].seals[{at}].event"), Rule::TwinOfSeal)];
    assert_eq!(told(vec![cut(own, 7), twin(own, 8, 7)]), []);
    assert_eq!(told(vec![cut(own, 7), twin(own, 8, 7), twin(own, 9, 7)]), [], "several may stand beside one seal");
    assert_eq!(told(vec![cut(own, 7), twin(own, 8, 9)]), no_seal(1), "of a number that nobody cut");
    assert_eq!(told(vec![cut(Department::Commerce, 7), twin(own, 8, 7)]), no_seal(1), "of another department's");
    assert_eq!(told(vec![cut(own, 7), twin(own, 8, 7), twin(own, 9, 8)]), no_seal(2), "of a twin");
    assert_eq!(told(vec![twin(own, 8, 8)]), no_seal(0), "of itself");
    assert_eq!(told(vec![twin(own, 8, 7), cut(own, 7)]), no_seal(0), "of one that is cut later");
    let number = [("[0].seals[1].seal".to_owned(), Rule::NumberUnused)];
    assert_eq!(told(vec![cut(own, 7), twin(own, 7, 7)]), number, "under the number of the seal itself");
}

#[test]
fn a_withdrawn_seal_goes_to_another_region_and_is_held_there() {
    let of = |number: &str, region, from| {
        agreement(number, SEAL.department, region, Items::Only(vec!["A1-36".parse().unwrap()]), from)
    };
    let hand = |on, number: &str, renewed: bool| {
        let agreement = number.parse().unwrap();
        let event = if renewed { SealStep::Renewed { agreement } } else { SealStep::HandedOver { agreement } };
        SealEvent { seal: SEAL, on: nth(on), event }
    };
    let agreements = vec![of("XY", Region::Wenshang, nth(0)), of("LS", Region::Liangshan, nth(0))];
    let with = |seals| Office::new(vec![Revision { agreements: agreements.clone(), seals, ..Revision::on(nth(0)) }]);
    let mut rows = events(&["cut", "handed_over", "withdrawn"]);
    rows.push(hand(4, "LS", false));
    let office = with(rows).unwrap();
    let held = |on| office.now().seal_holder(SEAL, nth(on)).map(|(region, it)| (region, it.number.as_str()));
    assert_eq!([0, 1, 3, 4].map(held)[0], None);
    assert_eq!([1, 3].map(held), [Some((Region::Wenshang, "XY")), None], "the department has it back");
    assert_eq!(held(4), Some((Region::Liangshan, "LS")));
    let theirs = |region, on| office.now().seals_held(SEAL.department, region, nth(on)).collect::<Vec<_>>();
    assert_eq!((theirs(Region::Wenshang, 1), theirs(Region::Wenshang, 3)), (vec![SEAL], vec![]));
    assert_eq!((theirs(Region::Liangshan, 3), theirs(Region::Liangshan, 4)), (vec![], vec![SEAL]));
    // without giving it back, it is neither handed on nor renewed away
    let mut kept = events(&["cut", "handed_over"]);
    kept.push(hand(4, "LS", false));
    assert_eq!(faults(&with(kept.clone()).unwrap_err()), [("[0].seals[2].event".to_owned(), Rule::SealLifeInOrder)]);
    kept[2] = hand(4, "LS", true);
    assert_eq!(faults(&with(kept).unwrap_err()), [("[0].seals[2].event".to_owned(), Rule::AgreementOfSeal)]);
}

#[test]
fn what_can_happen_in_a_state_is_what_leads_on_from_it() {
    for state in SealState::iter().map(Some).chain([None]) {
        let leads_on = |it: &SealStepKind| SealState::after(state, *it).is_some();
        let events: BTreeSet<&str> = SealState::events(state).map(event_id).collect();
        assert_eq!(events, SealStepKind::iter().filter(leads_on).map(event_id).collect(), "{state:?}");
    }
}
