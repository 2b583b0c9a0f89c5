//! What is owed at every stage: nothing before a decision, and from it on until the end what the model says.

use std::collections::BTreeMap;

use tongquan::case::{Entry, StageKind};

use crate::scenes::{Letters, PLAYED, Scene, Shot};

use super::*;

fn route(scene: &Scene) -> &'static str {
    if scene.situation.fallen_back { GAP } else { scene.situation.standing }
}

fn is_far(letters: Letters, state: &DutyState) -> bool {
    match letters {
        Letters::Unsent => *state == DutyState::Owed,
        Letters::Sent => matches!(state, DutyState::Sent(_)),
        Letters::Rejected => matches!(state, DutyState::Rejected(..)),
        Letters::Acknowledged => matches!(state, DutyState::Acknowledged(_)),
    }
}

#[test]
fn a_case_owes_at_each_stage_what_the_model_says() {
    let mut seen: BTreeMap<StageKind, [usize; 2]> = BTreeMap::new();
    for (scene, shots) in PLAYED.iter().map(|it| (&it.scene, &it.shots)) {
        for shot in shots {
            let Shot { told, case, letters, .. } = shot;
            let favourable = case.record().entries().iter().any(|it| matches!(it, Entry::DecideFavourably(_)));
            let owed = messages::owed(route(scene), scene.is_the_bureaus(), shot.stage(), favourable);
            let duties = case.record().duties();
            let expected: Vec<Message> = all().filter(|it| owed.contains(word(*it))).collect();
            assert_eq!(duties.iter().map(|it| it.message).collect::<Vec<_>>(), expected, "{told} of {scene:?}");
            for duty in duties {
                assert!(is_far(*letters, &duty.state), "{told} of {scene:?}: {duty:?}");
                assert!(scene.addressee(duty.message).is(duty.to.as_ref().unwrap()), "{told} of {scene:?}: {duty:?}");
            }
            seen.entry(case.stage()).or_default()[usize::from(!duties.is_empty())] += 1;
        }
    }
    for (stage, [idle, owing]) in &seen {
        use StageKind::{Closed, Concluded, Decided, Licensed, Sealed};
        let after = matches!(stage, Decided | Sealed | Licensed | Concluded | Closed);
        assert!(*idle > 0 && (*owing > 0) == after, "{stage}: {idle} {owing}");
    }
    assert_eq!(seen.len(), StageKind::iter().count());
}
