//! What is asked live: whatever is attempted at every point of every course of the scenes, by everybody who might.

use chrono::NaiveDate;
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Office, Question, Record, Stamp, Venue,
    case::{Brief, Journal, StepKind},
    register::{Registers, Standard},
    route::{Supervision, Tier},
};

use super::{Compared, rules};
use crate::{
    model::machine::Machine,
    scenes::{contents, everywhere, name},
};

/// An attempt as a journal would tell it. What the registers say of a period the model counts itself; what they say of a seal, of the four
/// seats and of a later edition it is told.
pub(crate) fn entry(case: &AnyCase, step: &AnyStep, stamp: &Stamp, office: &Office) -> Value {
    let asked = serde_json::to_value(step).unwrap();
    let (kind, asked) = asked.as_object().unwrap().iter().next().unwrap();
    json!({ kind: { "stamp": stamp, "step": asked, "found": found(case, step, stamp.at.day(), office) } })
}

fn found(case: &AnyCase, step: &AnyStep, on: NaiveDate, office: &Office) -> Value {
    let (record, registers) = (case.record(), office.on(on));
    let said = match step {
        AnyStep::Transfer(_) => return json!(brief(record, registers, on)),
        AnyStep::Push(_) => json!(seats(record, registers, on)),
        AnyStep::AffixSealNo2(it) => {
            let (item, kind) = (&record.file().item, record.brief().item.kind);
            json!(registers.seal_record(it.seal, item, kind, on, record.filed()))
        }
        _ => return Value::Null,
    };
    json!({ "revision": registers.revision(), "said": said })
}

/// Who sits there that day; who sat there when the case was filed; of the city, its department (S5).
fn seats(record: &Record, registers: Registers<'_>, on: NaiveDate) -> Supervision {
    let (file, then) = (record.file(), record.brief().undertaking.view());
    let today = registers.item_on(&file.item, on).map(|item| registers.undertaking(item, file.place, on));
    let named = |tier: Tier| {
        let today = today.as_ref().ok().and_then(|it| it.supervised_by().named(tier));
        today.or_else(|| then.supervised_by().named(tier)).cloned()
    };
    let stands_in = |tier| Supervision::NOBODY.seat(tier, record.route().department())?.to_body();
    Supervision::by_seat(|tier| named(tier).or_else(|| stands_in(tier)))
}

/// What a case filed that day would be handled by, but for its venue; what it is handled by already, where none could be (S51). The model does
/// not ask what was missing.
fn brief(record: &Record, registers: Registers<'_>, on: NaiveDate) -> Brief {
    let (file, kept, region) = (record.file(), record.brief(), record.region());
    let (Some(edition), Ok(item)) = (registers.edition_on(on), registers.item_on(&file.item, on)) else {
        return kept.clone();
    };
    let undertaking = registers.undertaking(item, file.place, on);
    let chosen_elsewhere = undertaking.chosen.is_none() && registers.chosen(item, region, on).next().is_some();
    if chosen_elsewhere && !file.scope.crosses(region) {
        return kept.clone();
    }
    // what a region works by is its own only where it decides, whatever the window
    let nowhere = Venue::Kiosk("无此窗口（虚构）".parse().unwrap());
    let asked = Question { venue: Some(&nowhere), ..file.asked(on) };
    let decides = registers.route(&asked).is_ok_and(|it| it.region_decides());
    let own = || registers.standard(&file.item, region, on);
    let standard = if decides { own() } else { registers.handbook(&file.item, on) };
    Brief {
        revision: registers.revision(),
        edition: edition.id(),
        item: item.facts(region),
        undertaking: undertaking.into(),
        admission: kept.admission.clone(),
        standard: standard.map(Standard::outline),
        gaps: Vec::new(),
    }
}

/// Of which the model is told what the registers say.
pub(crate) const TOLD: [StepKind; 3] = [StepKind::Push, StepKind::Transfer, StepKind::AffixSealNo2];

/// Once such a step is taken, the crate was told the same.
#[track_caller]
pub(crate) fn then_was_told_the_same(taken: &AnyCase, told: &Value) {
    let last = taken.record().entries().last().unwrap();
    let mut found = serde_json::to_value(last).unwrap()[name(last.kind())]["found"].take();
    if last.kind() == StepKind::Transfer {
        found["gaps"] = json!([]);
    }
    assert_eq!(found, told[name(last.kind())]["found"], "{}", last.kind());
}

#[test]
fn whatever_is_asked_at_every_point_of_every_course_by_everybody_is_judged_as_the_model_judges_it() {
    let mut compared = Compared::default();
    for played in everywhere() {
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
                    let mut entry = entry(&shot.case, &step, &Stamp { at, by: everybody[0].clone() }, scene.office());
                    for by in &everybody {
                        let stamp = Stamp { at, by: by.clone() };
                        entry[name(kind)]["stamp"]["by"] = json!(by);
                        let ours = shot.case.check(&step, &stamp, scene.office()).map_err(|why| rules(&why));
                        if ours.is_ok() && TOLD.contains(&kind) {
                            let taken = shot.case.clone().apply(step.clone(), stamp, scene.office()).unwrap();
                            then_was_told_the_same(&taken, &entry);
                        }
                        let told = || format!("“{}”: {entry}, in {scene:?}", shot.told);
                        compared.with(kind.label(), ours, model.enter(&entry).map(drop), told);
                    }
                }
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused, compared.rules.len()), (81_565, 1_806_699, 29));
}
