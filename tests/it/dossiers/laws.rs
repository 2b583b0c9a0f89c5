//! The laws of every step of every matter: it is of the case that it is held against, whose record is no lie; and time runs forward.

use chrono::TimeDelta;
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Moment, Refusal, Rule, Stamp,
    law::Fact,
    oversight::{Dossier, Feedback, Finding, Unfounded},
};

use super::{
    order::dossiers,
    samples::{Sample, each_matter, given, opening},
};
use crate::{
    journals::{Golden, proven},
    matters::{Story, mark, opened, rules, taken},
};

/// Another case, of the same item.
fn another() -> AnyCase {
    let mut entries = Golden::called("review").entries();
    entries[0]["file"]["step"]["case"] = json!("2024-000009");
    proven(&entries)
}

/// The same case, whose record says that somebody else sat there.
fn forged() -> AnyCase {
    let mut entries = Golden::called("review").entries();
    let told: &mut Value = &mut entries[0]["file"]["found"]["undertaking"]["posted"];
    *told = json!(!told.as_bool().unwrap());
    proven(&entries)
}

fn proof<M: Sample>(dossier: &Dossier<M>, case: Option<&AnyCase>) -> Result<(), Box<Unfounded<M>>> {
    let proven = Dossier::<M>::prove(dossier.minutes().clone(), M::beside(case, &given().office))?;
    assert_eq!(proven, *dossier);
    Ok(())
}

/// Nothing is opened, taken or proven beside a case: this rule alone says why. How many were tried.
fn refused_beside<M: Sample>(case: Option<&AnyCase>, rule: Rule, told: impl Fn(&Refusal)) -> usize {
    let given = given();
    let beside = M::beside(case, &given.office);
    let (step, stamp) = opening::<M>(given.case.record().id());
    let check = |why: &Refusal| {
        assert_eq!(rules(why), [rule], "{}: {why}", M::NAME);
        told(why);
    };
    check(&opened::<M>(&step, &stamp, beside).unwrap_err());
    let mut tried = 1;
    for dossier in dossiers::<M>(2) {
        assert_eq!(proof(&dossier, Some(&given.case)), Ok(()));
        let unfounded = proof(&dossier, case).unwrap_err();
        check(&unfounded.why);
        assert_eq!((unfounded.at, &unfounded.minutes), (0, dossier.minutes()));
        assert!(unfounded.to_string().starts_with("entry 0 of the minutes was refused"), "{unfounded}");
        assert!(unfounded.zh().starts_with("卷宗记录第0条不能成立："), "{}", unfounded.zh());
        // before it is asked whether the step has its place
        for kind in M::Kind::iter() {
            let (step, by) = M::step(kind);
            check(&taken(&dossier, &step, &Stamp { at: dossier.last_at(), by }, beside).unwrap_err());
            tried += 1;
        }
    }
    tried
}

fn of_another<M: Sample>() -> usize {
    let (own, other) = (given().case.record().id(), another());
    refused_beside::<M>(Some(&other), Rule::MatterOfCase, |why| {
        let it = &why.objections()[0];
        assert_eq!((&it.expected, &it.got), (&Fact::from(own), &Fact::from(other.record().id())));
    })
}

#[test]
fn a_matter_of_one_case_is_not_held_against_another() {
    assert_eq!(each_matter!(of_another).iter().filter(|it| **it > 2).count(), 6);
    // a finding may be of none: one that is of a case needs it
    let tried = refused_beside::<Finding>(None, Rule::MatterOfCase, |why| {
        assert_eq!(why.objections()[0].got, Fact::Nothing);
    });
    assert!(tried > 10, "{tried}");
}

fn beside_a_lie<M: Sample>() -> usize {
    refused_beside::<M>(Some(&forged()), Rule::RecordAgrees, |_| {})
}

#[test]
fn a_record_that_says_of_the_registers_what_they_do_not_say_bears_no_matter() {
    assert_eq!(each_matter!(beside_a_lie).iter().filter(|it| **it > 2).count(), 6);
}

fn a_second_before(at: Moment) -> Moment {
    let told = at.naive() - TimeDelta::seconds(1);
    let beijing = chrono::FixedOffset::east_opt(8 * 3_600).unwrap();
    Moment::of(&told.and_local_timezone(beijing).unwrap()).unwrap()
}

fn backwards<M: Sample>() -> usize {
    let given = given();
    let beside = M::beside(Some(&given.case), &given.office);
    let (step, stamp) = opening::<M>(given.case.record().id());
    let filed = given.case.record().opening().stamp.at;
    let early = Stamp { at: a_second_before(filed), ..stamp.clone() };
    assert!(opened::<M>(&step, &early, beside).unwrap_err().names(Rule::TimeRunsForward), "{}", M::NAME);
    let at_filing = opened::<M>(&step, &Stamp { at: filed, ..stamp }, beside);
    assert!(at_filing.err().is_none_or(|why| !why.names(Rule::TimeRunsForward)), "{}", M::NAME);
    let mut tried = 0;
    for dossier in dossiers::<M>(2) {
        for kind in dossier.next_steps() {
            let (step, by) = M::step(kind);
            let stamp = |at| Stamp { at, by: by.clone() };
            let last = dossier.last_at();
            let Ok(after) = taken(&dossier, &step, &stamp(last), beside) else { continue };
            // at the same moment, in their order
            assert_eq!(after.last_at(), last);
            let why = taken(&dossier, &step, &stamp(a_second_before(last)), beside).unwrap_err();
            assert_eq!(rules(&why), [Rule::TimeRunsForward], "{}: {why}", M::NAME);
            let it = &why.objections()[0];
            assert_eq!((&it.expected, &it.got), (&Fact::Moment(last), &Fact::Moment(a_second_before(last))));
            // nor is it proven, at the entry that runs back
            let mut minutes = after.minutes().clone();
            let at = minutes.steps.len();
            let early = a_second_before(last);
            let seen = minutes.steps[at - 1].seen.version.map(|_| given.case.record().up_to(early).version());
            (minutes.steps[at - 1].stamp.at, minutes.steps[at - 1].seen.version) = (early, seen);
            let unfounded = Dossier::<M>::prove(minutes.clone(), beside).unwrap_err();
            assert_eq!((unfounded.at, rules(&unfounded.why)), (at, vec![Rule::TimeRunsForward]));
            assert_eq!(unfounded.minutes, minutes, "it comes back whole");
            tried += 1;
        }
    }
    tried
}

#[test]
fn nothing_is_dated_before_what_it_follows() {
    assert!(each_matter!(backwards).iter().all(|it| *it > 0));
}

fn cut<M: Sample>() -> usize {
    let given = given();
    let beside = M::beside(Some(&given.case), &given.office);
    let mut cut = 0;
    for dossier in dossiers::<M>(3).iter().filter(|it| it.version() > 2) {
        // without its first step, what followed it does not, unless it stands by itself
        let mut minutes = dossier.minutes().clone();
        let first = minutes.steps.remove(0);
        let alone = Dossier::<M>::prove(minutes.clone(), beside);
        match alone {
            Ok(it) => assert_eq!(it.version() + 1, dossier.version()),
            Err(it) => {
                assert!(it.at > 0 && !it.why.objections().is_empty());
                assert_eq!(it.minutes, minutes);
                cut += 1;
            }
        }
        minutes.steps.insert(0, first);
        assert_eq!(minutes, *dossier.minutes());
    }
    cut
}

#[test]
fn minutes_without_a_step_prove_nothing_that_rests_on_it() {
    // a licence may be changed and cancelled whatever was done before, and the last three have one step
    assert_eq!(each_matter!(cut), [4, 3, 0, 0, 0, 0]);
}

pub(crate) fn stories() -> Vec<Story> {
    let given = given();
    let id = given.case.record().id();
    let (step, stamp) = opening::<Feedback>(id);
    let opened_beside = |case: &AnyCase| opened::<Feedback>(&step, &stamp, Feedback::beside(Some(case), &given.office));
    let dossier = opened_beside(&given.case).unwrap();
    let (receive, by) = Feedback::step(tongquan::oversight::FeedbackStepKind::Receive);
    let receive = |dossier: &Dossier<Feedback>, at| {
        let stamp = Stamp { at, by: by.clone() };
        taken(dossier, &receive, &stamp, Feedback::beside(Some(&given.case), &given.office))
    };
    let received = receive(&dossier, dossier.last_at()).unwrap();
    let last = dossier.last_at();
    assert_ne!(*id, mark("2024-000009"));
    vec![
        Story::of(Rule::MatterOfCase, opened_beside(&another()), opened_beside(&given.case)),
        Story::of(Rule::RecordAgrees, opened_beside(&forged()), opened_beside(&given.case)),
        Story::of(Rule::TimeRunsForward, receive(&dossier, a_second_before(last)), receive(&dossier, last)),
        Story::of(Rule::MatterInOrder, receive(&received, last), receive(&dossier, last)),
    ]
}
