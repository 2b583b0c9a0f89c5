//! What is asked live: whatever is attempted at every point of every course of the scenes, by everybody who might.

use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Office, Stamp,
    case::{Journal, StepKind},
};

use super::{Compared, rules};
use crate::{
    model::machine::Machine,
    scenes::{PLAYED, contents},
};

/// An attempt as a journal would tell it. What the registers say of a period the model counts itself; what they say of a seal it is told.
/// None where it would have to be told who supervises, or of a later edition.
pub(crate) fn entry(case: &AnyCase, step: &AnyStep, stamp: &Stamp, office: &Office) -> Option<Value> {
    let asked = serde_json::to_value(step).unwrap();
    let (kind, asked) = asked.as_object()?.iter().next()?;
    let record = case.record();
    let found = match step {
        AnyStep::Transfer(_) | AnyStep::Push(_) => return None,
        AnyStep::AffixSealNo2(it) => {
            let registers = office.on(stamp.at.day());
            let (item, kind) = (&record.file().item, record.brief().item.kind);
            let said = registers.seal_record(it.seal, item, kind, stamp.at.day(), record.filed());
            json!({ "revision": registers.revision(), "said": said })
        }
        _ => Value::Null,
    };
    Some(json!({ kind: { "stamp": stamp, "step": asked, "found": found } }))
}

#[test]
fn whatever_is_asked_at_every_point_of_every_course_by_everybody_is_judged_as_the_model_judges_it() {
    let mut compared = Compared::default();
    for played in PLAYED.iter() {
        let scene = &played.scene;
        let everybody: Vec<Actor> = scene.universe();
        for shot in &played.shots {
            let journal = serde_json::to_value(Journal::from(shot.case.clone())).unwrap();
            let entries = journal.as_array().unwrap();
            let mut model = Machine::file(&entries[0]);
            for entry in &entries[1..] {
                model = model.and_then(|it| it.enter(entry));
            }
            let model = match model {
                Ok(it) => it,
                Err(why) => {
                    compared.with("course", Ok(()), Err(why), || format!("{journal} in {scene:?}"));
                    continue;
                }
            };
            for kind in StepKind::iter().filter(|it| shot.case.steps().any(|step| step == *it)) {
                for (step, at) in contents(scene, &shot.case, kind) {
                    for by in &everybody {
                        let stamp = Stamp { at, by: by.clone() };
                        let Some(entry) = entry(&shot.case, &step, &stamp, scene.office()) else { continue };
                        let ours = shot.case.check(&step, &stamp, scene.office()).map_err(|why| rules(&why));
                        let told = || format!("“{}”: {entry}, in {scene:?}", shot.told);
                        compared.with(kind.label(), ours, model.enter(&entry).map(drop), told);
                    }
                }
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused), (58_491, 1_210_502));
    assert_eq!(compared.rules.len(), 23);
}
