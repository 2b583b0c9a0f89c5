//! Cases whose messages are in every state that they can come to together.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::LazyLock,
};

use chrono::Days;
use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Region, Stamp,
    case::{
        Message,
        steps::{Acknowledge, Push, Reply, Report},
    },
};

use super::word;
use crate::scenes::{Kept, PLAYED, Played, Scene};

/// A case under a number of its own, and its journal.
pub(super) struct Course {
    pub(super) scene: &'static Scene,
    pub(super) told: Value,
    pub(super) case: AnyCase,
}

/// Every point of the courses at the counters, and every state that the messages of a few can come to.
pub(super) static POOL: LazyLock<Vec<Course>> = LazyLock::new(|| {
    let mut cases: Vec<(&'static Scene, AnyCase)> = Vec::new();
    for Played { scene, shots } in PLAYED.iter().filter(|it| is_at_the_counter(&it.scene)) {
        cases.extend(shots.iter().map(|it| (scene, it.case.clone())));
    }
    for (key, region, states) in [
        ("A1-33", Region::Wenshang, 328),
        ("A1-13", Region::HighTechZone, 328),
        ("XK-002", Region::Wenshang, 328),
        ("A1-1", Region::Liangshan, 4),
        ("A1-24", Region::Wenshang, 1),
        ("WS-001", Region::Wenshang, 1),
    ] {
        let Played { scene, shots } = PLAYED
            .iter()
            .find(|it| is_at_the_counter(&it.scene) && (it.scene.key, it.scene.region) == (key, region))
            .unwrap();
        let decided = shots.iter().find(|it| it.told == "decided").unwrap();
        let reached = reached(scene, &decided.case);
        // a report in four states, and pushes that are all unsent or each in one of three
        assert_eq!(reached.len(), states, "{key}");
        cases.extend(reached.into_iter().map(|it| (scene, it)));
    }
    let numbered = cases.into_iter().enumerate().map(|(at, (scene, case))| {
        let mut told = serde_json::to_value(&case).unwrap();
        told[0]["file"]["step"]["case"] = json!(format!("2024-{:06}", at * 7_919 % 100_003));
        Course { scene, case: serde_json::from_value(told.clone()).unwrap(), told }
    });
    numbered.collect()
});

fn is_at_the_counter(scene: &Scene) -> bool {
    scene.kept == Kept::Whole && scene.situation.venue == "competent" && scene.operator.is_none()
}

/// A case for each state that the messages of one can come to together, by the shortest way, with days between.
fn reached(scene: &Scene, decided: &AnyCase) -> Vec<AnyCase> {
    let state = |case: &AnyCase| -> Vec<(Message, &'static str)> {
        case.record().duties().iter().map(|it| (it.message, word(&it.state))).collect()
    };
    let replies = [Reply::Acknowledged, Reply::Rejected("内容不全".parse().unwrap())];
    let answers = scene.messages().into_iter().flat_map(|message| {
        replies.clone().map(|reply| (scene.addressee(message), AnyStep::from(Acknowledge { message, reply })))
    });
    let handler = || scene.handler().map(tongquan::Body::from).unwrap();
    let steps: Vec<_> =
        [(handler(), Report {}.into()), (handler(), Push {}.into())].into_iter().chain(answers).collect();
    let mut seen = BTreeSet::from([state(decided)]);
    let (mut open, mut all) = (VecDeque::from([decided.clone()]), Vec::new());
    while let Some(case) = open.pop_front() {
        for (body, step) in &steps {
            let day = case.record().last_at().day() + Days::new((all.len() + seen.len()) as u64 % 5);
            let at = Moment::new(day, 9, 0, 0).unwrap();
            let by = Actor::Official { body: body.clone(), person: "somebody".parse().unwrap() };
            if let Ok(next) = case.clone().apply(step.clone(), Stamp { at, by }, scene.office())
                && seen.insert(state(&next))
            {
                open.push_back(next);
            }
        }
        all.push(case);
    }
    all
}
