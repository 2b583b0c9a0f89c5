//! What is asked live: whatever is attempted at every point of every course of the scenes, by everybody who might.

use chrono::NaiveDate;
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Body, Moment, Office, Party, Question, Record, Region, Rule, Stamp,
    case::{
        Brief, Journal, StepKind,
        steps::{File, Ground, NotAccept},
    },
    register::{Outline, Registers, Standard},
    route::{Supervision, Tier},
};

use super::{Compared, NOT_LIVE, read, rules, then_stand_alike};
use crate::{
    scenes::{Kept, Scene, contents, everywhere, later, name, nearly, same, wrong},
    support::{day, mark, marks},
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
    Brief {
        revision: registers.revision(),
        edition: edition.id(),
        item: item.facts(region),
        undertaking: undertaking.into(),
        admission: kept.admission.clone(),
        standard: standard(file, region, registers, on).map(Standard::outline),
        gaps: Vec::new(),
    }
}

/// What a region works by is its own only where it decides, whatever the window.
pub(super) fn standard<'o>(
    file: &File,
    region: Region,
    registers: Registers<'o>,
    on: NaiveDate,
) -> Option<&'o Standard> {
    let asked = Question { venue: None, ..file.asked(on) };
    if registers.route(&asked).is_ok_and(|it| it.region_decides()) {
        registers.standard(&file.item, region, on)
    } else {
        registers.handbook(&file.item, on)
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

/// The model believes what the opening found; the scene knows of most of it by itself.
#[track_caller]
fn then_found_what_the_scene_has(scene: &Scene, found: &Value) {
    assert_eq!(found["undertaking"]["handler"], json!(scene.handler()), "{scene:?}");
    let operator: Option<Body> = serde_json::from_value(found["admission"]["operator"].clone()).unwrap();
    let as_named = operator.iter().zip(&scene.operator).all(|(found, named)| same(found, named));
    assert!(as_named && operator.is_some() == scene.operator.is_some(), "{operator:?} in {scene:?}");
    let edition = if scene.kept == Kept::Bookless { Value::Null } else { json!(1) };
    assert_eq!(found["standard"]["edition"], edition, "{scene:?}");
}

/// Whoever may take the step, and one who may not.
fn holders<'a>(
    case: &AnyCase,
    (step, at): &(AnyStep, Moment),
    everybody: &'a [Actor],
    office: &Office,
) -> Vec<&'a Actor> {
    let turned_away = |by: &&Actor| {
        let checked = case.check(step, &Stamp { at: *at, by: (*by).clone() }, office);
        checked.is_err_and(|why| why.names(Rule::ActorHoldsRole))
    };
    let (others, mut holders): (Vec<_>, Vec<_>) = everybody.iter().partition(turned_away);
    holders.truncate(3);
    holders.extend(others.first());
    holders
}

/// What is said otherwise than well: one thing changed, nothing right, and of turning an applicant away every ground.
fn otherwise(scene: &Scene, case: &AnyCase, best: &[(AnyStep, Moment)]) -> Vec<(AnyStep, Moment)> {
    let mut all = Vec::new();
    for (step, at) in best {
        let changed = (0..8).map(|nth| nearly(step.clone(), nth)).chain(wrong(step.kind()));
        all.extend(changed.filter(|it| it != step).map(|it| (it, *at)));
    }
    let (first, at) = &best[0];
    if first.kind() == StepKind::NotAccept {
        // the period for corrections runs, and is over
        for at in [*at, later(case, day(2024, 7, 1))] {
            let of = |ground| (NotAccept { receipt: mark("BYSL-1"), ground }.into(), at);
            all.extend(grounds(scene, case).into_iter().map(of));
        }
    }
    all.dedup();
    all
}

fn grounds(scene: &Scene, case: &AnyCase) -> Vec<Ground> {
    let (record, route) = (case.record(), case.record().route());
    let standard = record.standard();
    let officials = scene.universe().into_iter().filter_map(|it| match it {
        Actor::Official { body, .. } => Some(body),
        Actor::Applicant(_) => None,
    });
    let bodies = officials.chain([route.acceptance().is, route.decision().is].into_iter().filter_map(Party::to_body));
    let conditions = standard.into_iter().flat_map(Outline::every_condition).cloned().chain([mark("unknown")]);
    let asked = if let AnyCase::Correcting(it) = case { it.stage().asked().to_vec() } else { marks(&["form"]) };
    let papers = [
        vec![],
        asked[..1].to_vec(),
        asked.clone(),
        [&asked[..], &asked[..1]].concat(),
        [&asked[..], &marks(&["other"])].concat(),
        marks(&["unknown"]),
    ];
    let all = bodies.map(Ground::AnotherIsCompetent).chain(conditions.map(Ground::ConditionUnmet));
    all.chain(papers.map(Ground::StillIncomplete)).collect()
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
            then_found_what_the_scene_has(scene, &entries[0]["file"]["found"]);
            let model = match read(entries) {
                Ok(it) => it,
                Err(why) => {
                    compared.with("course", Ok(()), Err(why), || format!("{journal} in {scene:?}"));
                    continue;
                }
            };
            then_stand_alike(&model, &shot.case, || format!("{} in {scene:?}", shot.told));
            for kind in StepKind::iter().filter(|it| shot.case.steps().any(|step| step == *it)) {
                let best = contents(scene, &shot.case, kind);
                let few = holders(&shot.case, &best[0], &everybody, scene.office());
                let otherwise = otherwise(scene, &shot.case, &best);
                let all = best.into_iter().map(|it| (it, everybody.iter().collect::<Vec<_>>()));
                for ((step, at), by_whom) in all.chain(otherwise.into_iter().map(|it| (it, few.clone()))) {
                    let mut entry = entry(&shot.case, &step, &Stamp { at, by: everybody[0].clone() }, scene.office());
                    for by in by_whom {
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
    assert_eq!((compared.taken, compared.refused), (185_526, 2_566_488));
    assert_eq!(compared.never(), NOT_LIVE);
}
