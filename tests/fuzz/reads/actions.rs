//! 操作: what clients send: a filing, and what is asked of its case, one after the other. What is refused comes back as it was; what is taken is taken once.

use serde::{Deserialize, Serialize};
use tongquan::{
    AnyCase, Journal, Stamp,
    case::{Action, Applied, steps::File},
};

use super::{Outcome, given::OFFICE, questions, read, round_trip, told};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Sent {
    file: File,
    stamp: Stamp,
    actions: Vec<Action>,
}

pub(crate) fn actions(bytes: &[u8]) -> Outcome {
    let Some(sent) = read::<Sent>(bytes) else { return Outcome::Unread };
    round_trip(&sent);
    let Sent { file, stamp, actions } = sent;
    let mut case = match AnyCase::file(file.clone(), stamp.clone(), &OFFICE) {
        Ok(case) => case,
        Err(back) => {
            assert_eq!((&back.step, &back.stamp), (&file, &stamp));
            assert!(!back.why.objections().is_empty() && !back.why.zh().is_empty());
            told(&*back);
            return Outcome::Refused;
        }
    };
    assert_eq!(case.is_filing(&file, &stamp.by), Ok(()));
    let all = actions.len();
    for action in actions {
        case = taken_or_back(case, action);
    }
    questions::of_case(&case);
    let journal = Journal::from(case.clone());
    assert_eq!(AnyCase::replay(journal).as_ref(), Ok(&case), "what was taken is proven");
    assert!(case.record().hold_against(&OFFICE).is_ok(), "and agrees with the registers that it was asked of");
    if case.record().version() > 1 || all == 0 { Outcome::Taken } else { Outcome::Refused }
}

/// The case after an action, or as it was.
fn taken_or_back(case: AnyCase, action: Action) -> AnyCase {
    let (before, version) = (case.clone(), case.record().version());
    let known = case.record().action(&action.id).is_some();
    let why_not = case.check(&action.step, &action.stamp, &OFFICE);
    match case.act(action.clone(), &OFFICE) {
        Ok(Applied::New(case)) => {
            assert_eq!((known, why_not, case.record().version()), (false, Ok(()), version + 1));
            let entry = case.record().action(&action.id).unwrap();
            assert_eq!((entry.kind(), entry.stamp()), (action.step.kind(), &action.stamp));
            let Ok(Applied::Already(again)) = case.clone().act(action, &OFFICE) else {
                panic!("a retry enters nothing")
            };
            assert_eq!(again, case);
            case
        }
        Ok(Applied::Already(case)) => {
            assert!(known);
            assert_eq!(case, before);
            case
        }
        Err(back) => {
            assert_eq!((&back.case, &back.action), (&before, &action));
            assert!(!back.why.objections().is_empty() && !back.why.zh().is_empty());
            told(&*back);
            let stale = action.expected.is_some_and(|it| it != version);
            assert!(known || stale || why_not.as_ref() == Err(&back.why), "{}: checked: {why_not:?}", back.why);
            before
        }
    }
}
