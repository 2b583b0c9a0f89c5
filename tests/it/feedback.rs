//! 监管信息反馈: from a body that a push was sent to, after closing too, to the bureau that pushed, against the model.

use std::collections::BTreeSet;

use tongquan::{
    Actor, AnyCase, Body, Region, Rule, Stamp,
    case::{Message, StageKind, steps::Push},
    oversight::{Feedback, FeedbackState, FeedbackStep, GiveFeedback},
    route::Tier,
};

use crate::{
    matters::{Story, Told, everybody, everybody_asks, mark, on, opened, rules, taken, text, told},
    model::findings::may_feed_back,
    scenes::{next_day, same},
    support::{OFFICE, case_at, official},
};

fn feedback(case: &AnyCase) -> GiveFeedback {
    let what = text("（虚构）现场检查与许可内容一致");
    GiveFeedback { number: mark("FK-1"), case: case.record().id().clone(), what, finding: None }
}

fn stamp(it: &Told, by: &Actor) -> Stamp {
    Stamp { at: next_day(it.case), by: by.clone() }
}

#[test]
fn feedback_comes_from_exactly_those_whom_a_push_was_sent_to_after_closing_too() {
    let shots = ["decided", "decided, sent", "decided, rejected", "closed"];
    let (mut asked, mut sent, mut unsent) = (0, BTreeSet::new(), 0);
    for it in told().iter().filter(|it| shots.contains(&it.shot)) {
        // the model knows bodies by their names
        let name = |body: &Body| format!("{body:?}");
        let pushed: Vec<String> = it.pushed_to.iter().map(name).collect();
        let pushed: Vec<&str> = pushed.iter().map(String::as_str).collect();
        let all = it.pushed_to.iter().chain(&it.hands.seats);
        let may: Vec<Body> = all.filter(|body| may_feed_back(&name(body), &pushed)).cloned().collect();
        asked += everybody_asks(it, &may, Rule::FeedbackFromAddressee, |by| {
            opened::<Feedback>(&feedback(it.case), &stamp(it, by), on(it.case, it.office)).map(drop)
        });
        if may.is_empty() {
            unsent += 1;
        } else {
            sent.insert((it.hands.route, it.stage));
        }
    }
    let closed: BTreeSet<&str> = sent.iter().filter(|it| it.1 == "closed").map(|it| it.0).collect();
    assert_eq!(closed.len(), 4, "directly, in review, and of three-tier items in two ways: {closed:?}");
    assert!(asked > 200_000 && unsent > 1_000, "{asked} {unsent}");
}

#[test]
fn it_is_received_once_by_the_body_that_pushed_at_a_window_that_decides_too() {
    let (mut asked, mut windows) = (0, 0);
    for it in told().iter().filter(|it| it.shot == "closed" && !it.pushed_to.is_empty()) {
        let (beside, gives) = (on(it.case, it.office), official(it.pushed_to[1].clone()));
        let given = opened::<Feedback>(&feedback(it.case), &stamp(it, &gives), beside).unwrap();
        assert_eq!(given.state(), FeedbackState::Given);
        let receive = FeedbackStep::Receive {};
        let may = std::slice::from_ref(&it.hands.in_name_of);
        asked +=
            everybody_asks(it, may, Rule::MatterActor, |by| taken(&given, &receive, &stamp(it, by), beside).map(drop));
        let by = stamp(it, &official(may[0].clone()));
        let received = taken(&given, &receive, &by, beside).unwrap();
        assert_eq!(received.state(), FeedbackState::Received);
        assert_eq!(rules(&taken(&received, &receive, &by, beside).unwrap_err()), [Rule::MatterInOrder]);
        windows += usize::from(!same(&it.hands.in_name_of, &it.hands.decides));
    }
    assert!(asked > 3_000 && windows > 2, "{asked} {windows}");
}

/// What is told is the body that was asked for, and whoever was sent none.
#[test]
fn the_refusal_names_those_whom_a_push_was_sent_to() {
    let it = told().iter().find(|it| it.shot == "decided, sent" && it.pushed_to.len() == 4).unwrap();
    let stranger =
        everybody(it).into_iter().find(|by| by.body().is_some_and(|it| it.label().contains("市财政局"))).unwrap();
    let why = opened::<Feedback>(&feedback(it.case), &stamp(it, &stranger), on(it.case, it.office)).unwrap_err();
    for body in &it.pushed_to {
        assert!(why.zh().contains(body.label()), "{}", why.zh());
    }
    assert!(why.zh().contains("实为：市财政局"), "{}", why.zh());
}

/// The finding that was made on it is named, and is a record of its own.
#[test]
fn feedback_names_the_finding_that_was_made_on_it() {
    let it = told().iter().find(|it| it.shot == "closed" && !it.pushed_to.is_empty()).unwrap();
    let gives = stamp(it, &official(it.pushed_to[0].clone()));
    for finding in [None, Some(mark("JC-1"))] {
        let step = GiveFeedback { finding: finding.clone(), ..feedback(it.case) };
        let given = opened::<Feedback>(&step, &gives, on(it.case, it.office)).unwrap();
        assert_eq!(given.matter().finding(), finding.as_ref());
    }
}

pub(crate) fn stories() -> Vec<Story> {
    let decided = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Decided);
    let (to, by) = {
        let duties = decided.record().duties();
        let to = duties.iter().find(|it| it.message == Message::Push(Tier::CountyEnforcement)).unwrap();
        (to.to.clone().unwrap(), decided.record().entries().last().unwrap().stamp().by.clone())
    };
    let pushed =
        decided.clone().apply(Push {}.into(), Stamp { at: next_day(&decided), by: by.clone() }, &OFFICE).unwrap();
    let given = |case: &AnyCase, by: Actor| {
        opened::<Feedback>(&feedback(case), &Stamp { at: next_day(&pushed), by }, on(case, &OFFICE))
    };
    vec![
        Story::of(
            Rule::FeedbackFromAddressee,
            given(&decided, official(to.clone())),
            given(&pushed, official(to.clone())),
        ),
        Story::of(Rule::FeedbackFromAddressee, given(&pushed, by), given(&pushed, official(to))),
    ]
}
