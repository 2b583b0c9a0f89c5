//! An action is taken once, on the version that it was made for, whatever is lost on the way.

use tongquan::{
    Actor, AnyCase, AnyStep, Refusal, Region, Rule, Stamp,
    case::{
        Action, Applied, Journal, StageKind,
        steps::{Accept, AskForCorrections, Withdraw},
    },
};

use crate::support::{OFFICE, case_at, marks, official, stranger};

fn filed() -> AnyCase {
    case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed)
}

fn action(case: &AnyCase, id: &str, expected: Option<usize>, step: impl Into<AnyStep>) -> Action {
    let stamp = Stamp { at: case.record().last_at(), by: case.record().opening().stamp.by.clone() };
    Action { id: id.parse().unwrap(), expected, step: step.into(), stamp }
}

fn notice(codes: &[&str]) -> AskForCorrections {
    AskForCorrections { materials: marks(codes) }
}

/// The one rule that refuses it; everything comes back.
#[track_caller]
fn refused(case: &AnyCase, action: &Action) -> Rule {
    let back = case.clone().act(action.clone(), &OFFICE).unwrap_err();
    assert_eq!((&back.case, &back.action), (case, action));
    let [objection] = back.why.objections() else { panic!("{}", back.why) };
    assert!(objection.rule.sources().iter().all(|it| it.id() == "S44"));
    objection.rule
}

#[test]
fn a_retry_of_the_same_action_enters_nothing_at_whatever_later_time() {
    let case = filed();
    let first = action(&case, "op-1", Some(1), notice(&["form"]));
    let Applied::New(taken) = case.act(first.clone(), &OFFICE).unwrap() else { panic!("taken before") };
    assert_eq!((taken.stage(), taken.record().version()), (StageKind::Correcting, 2));
    let later = Stamp { at: "2024-03-09T17:00:00+08:00".parse().unwrap(), ..first.stamp.clone() };
    for retry in [first.clone(), Action { stamp: later, ..first.clone() }, Action { expected: None, ..first.clone() }] {
        assert_eq!(taken.clone().act(retry, &OFFICE).unwrap(), Applied::Already(taken.clone()));
    }
    // after a round trip through the store as well
    let read: AnyCase = serde_json::from_str(&serde_json::to_string(&taken).unwrap()).unwrap();
    assert_eq!(read.act(first, &OFFICE).unwrap().into_case(), taken);
}

#[test]
fn another_action_under_a_used_id_is_refused() {
    let case = filed();
    let first = action(&case, "op-1", None, notice(&["form"]));
    let taken = case.act(first.clone(), &OFFICE).unwrap().into_case();
    let other_content = Action { step: notice(&["form", "proof"]).into(), ..first.clone() };
    let other_step = Action { step: Accept { receipt: "SL-1".parse().unwrap() }.into(), ..first.clone() };
    let applicant = Actor::Applicant(taken.record().file().applicant.clone());
    let other_actor = Action { stamp: Stamp { by: applicant, ..first.stamp.clone() }, ..first };
    for it in [other_content, other_step, other_actor] {
        assert_eq!(refused(&taken, &it), Rule::ActionOnce);
    }
}

#[test]
fn of_two_clerks_who_saw_the_same_version_the_second_is_told() {
    let case = filed();
    let ask = action(&case, "op-1", Some(1), notice(&["form"]));
    let accept = action(&case, "op-2", Some(1), Accept { receipt: "SL-1".parse().unwrap() });
    let taken = case.act(ask, &OFFICE).unwrap().into_case();
    let why = taken.clone().act(accept.clone(), &OFFICE).unwrap_err().why;
    assert_eq!(why.objections()[0].expected.to_string(), "1");
    assert_eq!(why.objections()[0].got.to_string(), "2");
    assert_eq!(refused(&taken, &accept), Rule::VersionAsExpected);
    // a version that is still to come is no better
    assert_eq!(refused(&taken, &Action { expected: Some(3), ..accept }), Rule::VersionAsExpected);
}

#[test]
fn what_a_store_lacks_since_a_version_is_appended_entry_by_entry() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Closed);
    let record = case.record();
    for version in 0..record.version() + 2 {
        let kept = version.saturating_sub(1).min(record.entries().len());
        assert_eq!(record.since(version), &record.entries()[kept..]);
    }
}

#[test]
fn a_journal_that_takes_an_action_twice_proves_no_case() {
    let case = filed();
    let ask = action(&case, "op-1", None, notice(&["form"]));
    let case = case.act(ask, &OFFICE).unwrap().into_case();
    let by = Actor::Applicant(case.record().file().applicant.clone());
    let stamp = Stamp { at: case.record().last_at(), by };
    let withdraw =
        Action { id: "op-2".parse().unwrap(), expected: Some(2), step: Withdraw { reason: None }.into(), stamp };
    let case = case.act(withdraw, &OFFICE).unwrap().into_case();
    let text = serde_json::to_string(&case).unwrap();
    assert!(text.contains(r#""action":"op-1""#) && text.contains(r#""action":"op-2""#));
    assert_eq!(serde_json::from_str::<AnyCase>(&text).unwrap(), case);
    let bytes = postcard::to_stdvec(&case).unwrap();
    assert_eq!(postcard::from_bytes::<AnyCase>(&bytes).unwrap(), case);
    let twice: Journal = serde_json::from_str(&text.replace("op-2", "op-1")).unwrap();
    let unproven = AnyCase::replay(twice).unwrap_err();
    assert_eq!(unproven.at, 2);
    let why: &Refusal = &unproven.why;
    assert!(why.names(Rule::ActionOnce) && why.objections().len() == 1, "{why}");
}

#[test]
fn a_filing_under_a_number_that_is_taken_is_a_retry_or_refused() {
    let case = filed();
    let opening = case.record().opening();
    let (step, by) = (&opening.step, &opening.stamp.by);
    assert_eq!(case.is_filing(step, by), Ok(()));
    // when it was is no part of what is asked, and what came after changes nothing
    let later = case.clone().act(action(&case, "op-1", None, notice(&["form"])), &OFFICE).unwrap().into_case();
    assert_eq!(later.is_filing(step, by), Ok(()));
    let mut other = step.clone();
    other.applicant = "applicant-2".parse().unwrap();
    for (step, by, content) in [(&other, by, "of other content"), (step, &official(stranger(Region::Wenshang)), "same")]
    {
        let why = case.is_filing(step, by).unwrap_err();
        let [objection] = why.objections() else { panic!("{why}") };
        assert_eq!(objection.rule, Rule::ActionOnce);
        assert!(objection.got.to_string().contains(content), "{why}");
    }
}
