//! By whom and at which stage an expert is called: on every route and window, at every point of a case, against the model.

use std::collections::BTreeMap;

use super::*;
use crate::{model::experts::may_call, scenes::PLAYED};

#[test]
fn an_expert_is_called_by_the_deciding_body_before_the_decision_alone() {
    let mut counted: BTreeMap<(StageKind, bool), usize> = BTreeMap::new();
    for (scene, shots) in PLAYED.iter().map(|it| (&it.scene, &it.shots)) {
        for shot in shots {
            // whoever decides: at a window that decides directly, the window
            let deciding = crate::model::who_may("decide_favourably", "accepted", &scene.situation);
            let decides = deciding.first().unwrap();
            for symbol in ["handler", "department", "operator"] {
                let Some(body) = scene.body(symbol) else { continue };
                let call = CallExpert {
                    number: "DY-1".parse().unwrap(),
                    case: shot.case.record().id().clone(),
                    expert: "ZJ-1".parse().unwrap(),
                    persons: Vec::new(),
                    work: ExpertWork::Appraisal,
                    procedure: None,
                    otherwise: None,
                };
                let stamp = Stamp { at: shot.case.record().last_at(), by: official(body.clone()) };
                let beside = OnCase { record: shot.case.record(), office: scene.office() };
                let opened = Dossier::<Engagement>::open(call, stamp, beside);
                // the same body may stand under two of the words
                let by = if scene.body(decides).is_some_and(|it| it.is(&body)) { *decides } else { "another" };
                let may = may_call(by, decides, shot.stage());
                assert_eq!(opened.is_ok(), may, "{} of {scene:?} by {symbol}: {:?}", shot.told, opened.err());
                *counted.entry((shot.case.stage(), may)).or_default() += 1;
            }
        }
    }
    use StageKind::{Accepted, Correcting, Filed, Suspended};
    let lawful: Vec<StageKind> = counted.keys().filter(|it| it.1).map(|it| it.0).collect();
    assert_eq!(lawful, [Filed, Correcting, Accepted, Suspended]);
}
