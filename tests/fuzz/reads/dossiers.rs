//! 卷宗: minutes of a matter beside a case prove a dossier, or tell where they do not.

use serde::{Serialize, de::DeserializeOwned};
use tongquan::{
    AnyCase, Calendar,
    oversight::{
        Dispute, Dossier, Engagement, Feedback, Finding, InOffice, Licence, Matter, Minutes, OnCase, Reversal,
    },
};

use super::{
    Outcome,
    given::{CASES, OFFICE, days},
    read, round_trip, told,
};

/// A matter that stands beside a case, or may stand beside none.
trait Beside: Matter {
    fn beside(case: Option<&AnyCase>) -> Option<Self::Beside<'_>>;
    fn asked(it: &Dossier<Self>);
}

macro_rules! on_case {
    ($($Matter:ident: $asked:expr),+ $(,)?) => {$(
        impl Beside for $Matter {
            fn beside(case: Option<&AnyCase>) -> Option<OnCase<'_>> {
                Some(OnCase { record: case?.record(), office: &OFFICE })
            }
            fn asked(it: &Dossier<Self>) {
                let asked: fn(&Dossier<Self>, &Self) = $asked;
                asked(it, it.matter());
            }
        }
    )+};
}

on_case! {
    Dispute: |dossier, it| {
        let _ = it.is_late(Calendar::built_in()).map_err(|it| it.zh());
        let _ = it.appears().map_err(|it| it.zh());
        assert!(it.reimbursed() <= it.paid(), "nobody is given back what nobody paid");
        assert!(dossier.owed().iter().all(|it| it.amount.is_none_or(|it| !it.zh().is_empty())));
    },
    Licence: |dossier, it| {
        assert!(days().all(|day| !it.is_valid_on(day) || it.issued() <= day));
        assert!(it.owed().count() <= 2 * dossier.version());
    },
    Engagement: |dossier, it| assert!(it.opinion().is_none() || dossier.version() > 1),
    Feedback: |dossier, it| assert_eq!(it.finding(), dossier.minutes().opening.step.finding.as_ref()),
    Reversal: |dossier, it| assert!(it.reopened().is_none() || dossier.version() > 1),
}

impl Beside for Finding {
    fn beside(case: Option<&AnyCase>) -> Option<InOffice<'_>> {
        Some(InOffice { office: &OFFICE, record: case.map(AnyCase::record) })
    }
    fn asked(it: &Dossier<Self>) {
        days().for_each(|day| assert!(it.proposed(day).is_none_or(|it| it.on == day)));
    }
}

/// One of the six, by the name that its opening has.
pub(super) fn dossiers(bytes: &[u8]) -> Outcome {
    let all = [
        of::<Finding>(bytes),
        of::<Dispute>(bytes),
        of::<Licence>(bytes),
        of::<Engagement>(bytes),
        of::<Feedback>(bytes),
        of::<Reversal>(bytes),
    ];
    let mut known = all.into_iter().filter(|it| *it != Outcome::Unread);
    let known = (known.next(), known.next());
    assert_eq!(known.1, None, "minutes are of one matter");
    known.0.unwrap_or(Outcome::Unread)
}

fn of<M: Beside>(bytes: &[u8]) -> Outcome
where
    Minutes<M>: Serialize + DeserializeOwned,
{
    let Some(minutes) = read::<Minutes<M>>(bytes) else { return Outcome::Unread };
    let text = round_trip(&minutes);
    let mut outcome = Outcome::Refused;
    for case in CASES.iter().map(Some).chain([None]) {
        let Some(beside) = M::beside(case) else { continue };
        match Dossier::<M>::prove(minutes.clone(), beside) {
            Ok(dossier) => {
                outcome = Outcome::Taken;
                assert_eq!((dossier.minutes(), dossier.version()), (&minutes, 1 + minutes.steps.len()));
                assert_eq!(serde_json::to_string(&dossier).unwrap(), text, "a dossier is written as its minutes");
                for steps in 0..minutes.steps.len() {
                    let begun = Minutes { opening: minutes.opening.clone(), steps: minutes.steps[..steps].to_vec() };
                    let begun = Dossier::<M>::prove(begun, beside).unwrap_or_else(|why| panic!("a prefix: {why}"));
                    let kind = M::kind_of(&minutes.steps[steps].step);
                    assert!(begun.next_steps().any(|it| it == kind), "what happened could happen");
                }
                M::asked(&dossier);
            }
            Err(unfounded) => {
                assert_eq!(unfounded.minutes, minutes, "they come back whole");
                assert!(unfounded.at <= minutes.steps.len() && !unfounded.why.objections().is_empty());
                told(&unfounded);
                assert!(!unfounded.zh().is_empty());
            }
        }
    }
    outcome
}
