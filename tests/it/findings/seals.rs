//! A finding against a Seal No. 2 in every state that its life can have, and the proposal to suspend it.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;
use tongquan::register::{Revision, SealEvent, SealState, SealStep};

use super::*;
use crate::{
    model::{
        findings::{STATES, may_propose_suspension},
        seal::{EVENTS, after},
    },
    seal_life::{SEAL, event, events, lived, nth, recorded, sequences, state_id, step_by_step},
};

/// The fictional office, with a seal suspended before these findings.
pub(super) fn suspended(seal: SealId) -> Office {
    let reason = text("（虚构）核查");
    let seals = vec![SealEvent { seal, on: day(2024, 4, 1), event: SealStep::Suspended { reason } }];
    OFFICE.record(&Revision { seals, ..Revision::on(day(2024, 4, 1)) }).unwrap()
}

fn of_seal(suspend: bool) -> MakeFinding {
    finding(Against::Seal { seal: SEAL, suspend })
}

#[test]
fn in_every_state_of_a_seal_a_finding_is_made_and_put_right_and_proposes_what_the_model_lets_it_propose() {
    let maker = official(SEAL.department);
    let mut found: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for ids in (0..=5).flat_map(sequences).filter(|ids| lived(ids).1.is_empty()) {
        let state = lived(&ids).0.last().copied().unwrap_or("none");
        let office = recorded(events(&ids)).unwrap();
        let (beside, on) = (of_office(&office), nth(ids.len()));
        for suspend in [false, true] {
            let got = opened::<Finding>(&of_seal(suspend), &stamp(on, &maker), beside);
            let refused = match (state, suspend) {
                ("none", _) => Some(Rule::SubjectOnRecord),
                (_, true) if !may_propose_suspension("seal", "open", state) => Some(Rule::SuspensionPossible),
                _ => None,
            };
            assert_eq!(got.as_ref().err().map(|it| rules(it)), refused.map(|it| vec![it]), "{ids:?}");
            *found.entry((state, refused.is_none())).or_default() += 1;
            let Ok(made) = got else { continue };
            // whoever has it; until it is handed over, and once it was given back, the department
            let ever = ids.iter().any(|it| ["handed_over", "renewed"].contains(it));
            let held = ever && state != "withdrawn";
            let may = if held { units_of(&office, Region::Wenshang) } else { city(&[SEAL.department]) };
            all_ask(&office, &may, state, |by| taken(&made, &correct(), &stamp(on, by), beside).map(drop));
        }
    }
    let states: BTreeSet<&str> = found.keys().map(|it| it.0).collect();
    assert_eq!(states.len(), 1 + SealState::iter().count());
    let proposed = SealState::iter().filter(|it| !found.contains_key(&(state_id(Some(*it)), false)));
    assert_eq!(proposed.collect::<Vec<_>>(), [SealState::InService], "nothing was refused of what is in service");
}

fn running(state: FindingState) -> &'static str {
    let told = serde_json::to_value(state).unwrap();
    STATES.into_iter().find(|it| told == *it).unwrap()
}

/// What was proposed is recorded by the department, or was overtaken by what happened to the seal since.
#[test]
fn the_proposed_event_is_taken_in_where_the_seal_is_still_in_service() {
    let maker = official(Department::GovernmentOffice);
    let (mut taken_in, mut overtaken) = (0, 0);
    for ids in (2..=5).flat_map(sequences).filter(|ids| lived(ids).1.is_empty()) {
        let state = *lived(&ids).0.last().unwrap();
        if state != "in_service" {
            continue;
        }
        let office = step_by_step(&ids).unwrap();
        let (beside, on) = (of_office(&office), nth(ids.len()));
        let made = opened::<Finding>(&of_seal(true), &stamp(on, &maker), beside).unwrap();
        let plain = opened::<Finding>(&of_seal(false), &stamp(on, &maker), beside).unwrap();
        let keeper = official(units_of(&office, Region::Wenshang)[0].clone());
        let (correct, close) = ((FindingStepKind::Correct, &keeper), (FindingStepKind::Close, &maker));
        let mut states = Vec::new();
        for steps in [vec![], vec![correct], vec![correct, close], vec![(FindingStepKind::Withdraw, &maker)]] {
            let led = |of: &Dossier<Finding>| {
                steps
                    .iter()
                    .fold(of.clone(), |it, (kind, by)| taken(&it, &step(*kind), &stamp(on, by), beside).unwrap())
            };
            let (made, plain) = (led(&made), led(&plain));
            let told = made.state();
            assert_eq!(made.proposed(on).is_some(), may_propose_suspension("seal", running(told), state), "{told}");
            assert_eq!(plain.proposed(on), None, "{told}");
            states.push(told);
        }
        assert_eq!(states, FindingState::iter().collect::<Vec<_>>());
        let proposed = made.proposed(on).unwrap();
        assert_eq!((proposed.seal, proposed.on), (SEAL, on));
        for between in [None].into_iter().chain(EVENTS.map(Some)) {
            let Some(now) = between.map_or(Some(state), |id| after(state, id)) else { continue };
            let seals = between.map(|id| SealEvent { seal: SEAL, on, event: event(id) });
            let since = office.record(&Revision { seals: seals.into_iter().collect(), ..Revision::on(on) }).unwrap();
            let row = Revision { seals: vec![proposed.clone()], ..Revision::on(on) };
            match since.record(&row) {
                Ok(recorded) => {
                    assert!(after(now, "suspended").is_some(), "{now}");
                    assert_eq!(recorded.now().seal_state(SEAL, on), Some(SealState::Suspended));
                    taken_in += 1;
                }
                Err(faults) => {
                    assert!(after(now, "suspended").is_none() && faults.names(Rule::SealLifeInOrder), "{now}");
                    overtaken += 1;
                }
            }
        }
    }
    assert!(taken_in > 20 && overtaken > 30, "{taken_in} {overtaken}");
}

/// The proposal goes with the finding: not once it is closed or withdrawn, and again once the correction is returned.
#[test]
fn a_proposal_stands_while_the_finding_runs() {
    let office = recorded(events(&["cut", "handed_over"])).unwrap();
    let (beside, on) = (of_office(&office), nth(2));
    let maker = official(SEAL.department);
    let keeper = official(units_of(&office, Region::Wenshang)[0].clone());
    let mut dossier = opened::<Finding>(&of_seal(true), &stamp(on, &maker), beside).unwrap();
    let proposes = |it: &Dossier<Finding>| it.proposed(on).is_some();
    let mut told = vec![proposes(&dossier)];
    let steps = [(FindingStepKind::Correct, &keeper), (FindingStepKind::Return, &maker)];
    let more = [(FindingStepKind::Correct, &keeper), (FindingStepKind::Close, &maker)];
    for (kind, by) in steps.into_iter().chain(more) {
        dossier = taken(&dossier, &step(kind), &stamp(on, by), beside).unwrap();
        told.push(proposes(&dossier));
    }
    assert_eq!(told, [true, true, true, true, false]);
    // a finding against a case has no such field
    let with = r#"{"number": "JC-1", "against": {"handled": {"case": "C-1", "suspend": true}}, "what": "（虚构）", "clause": "c6"}"#;
    assert!(serde_json::from_str::<MakeFinding>(with).is_err());
}
