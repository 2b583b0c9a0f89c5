//! Stories of each rule of a call, each with a twin that differs in one thing; and a call runs in its order.

use super::*;
use crate::matters::{Story, opened};

fn otherwise(payer: Payer) -> Option<PaidOtherwise> {
    Some(PaidOtherwise { payer, reason: "（虚构）协议".parse().unwrap() })
}

pub(crate) fn stories() -> Vec<Story> {
    let told = Told::at("A1-33", StageKind::Accepted);
    let (call, stamp) = (told.call(), told.stamp());
    let open = |call: &CallExpert, stamp: &Stamp| opened::<Engagement>(call, stamp, told.beside());
    let kept = || open(&call, &stamp);
    let by = |stamp: Stamp| Story::of(Rule::MatterActor, open(&call, &stamp), kept());
    let of = |rule, broken: CallExpert| Story::of(rule, open(&broken, &stamp), kept());
    let differs = |rule, broken, kept| Story::of(rule, open(&broken, &stamp), open(&kept, &stamp));
    let department = told.case.record().route().department().unwrap();
    let applicant = Stamp { by: Actor::Applicant(told.case.record().file().applicant.clone()), ..stamp.clone() };
    let number = |number: &str| CallExpert { expert: number.parse().unwrap(), ..call.clone() };
    let monitoring = || CallExpert { work: ExpertWork::Monitoring, ..call.clone() };
    let persons = |persons: &[&str]| CallExpert { persons: marks(persons), ..call.clone() };
    let procedure = |code: &str| CallExpert { procedure: Some(code.parse().unwrap()), ..call.clone() };
    let paid = |payer| CallExpert { otherwise: otherwise(payer), ..call.clone() };
    let here = || paid(Payer::Region(HOME));
    let filed = told.case.record().opening().stamp.at;
    let at = |at| open(&call, &Stamp { at, ..stamp.clone() });
    let decided = Told::at("A1-33", StageKind::Decided);
    let late = |stamp: &Stamp| opened::<Engagement>(&decided.call(), stamp, decided.beside());
    vec![
        by(told.by(department)),
        by(told.by(crate::support::stranger(HOME))),
        by(told.by(Department::Ecology)),
        by(applicant),
        of(Rule::ExpertInPool, number("ZJ-404")),
        of(Rule::ExpertForWork, number("ZJ-2")),
        of(Rule::ExpertForWork, monitoring()),
        differs(Rule::ExpertForWork, monitoring(), CallExpert { expert: number("ZJ-2").expert, ..monitoring() }),
        differs(Rule::ExpertApart, persons(&["one", "applicant-1"]), persons(&["one", "applicant-2"])),
        differs(Rule::NamedOnce, persons(&["one", "two", "one"]), persons(&["one", "two"])),
        differs(Rule::ProcedureInStandard, procedure("hearing"), procedure("panel")),
        differs(Rule::PayerOtherwise, paid(Payer::Department(department)), here()),
        differs(Rule::PayerOtherwise, paid(Payer::Applicant), here()),
        of(Rule::MatterOfCase, CallExpert { case: "2024-000002".parse().unwrap(), ..call.clone() }),
        Story::of(Rule::TimeRunsForward, at(Moment::new(filed.day(), 8, 59, 59).unwrap()), at(filed)),
        Story::of(Rule::ExpertBeforeDecision, late(&decided.stamp()), late(&Stamp { at: filed, ..decided.stamp() })),
    ]
}

#[test]
fn every_reason_is_told_at_once() {
    let told = Told::at("A1-33", StageKind::Decided);
    let call = CallExpert {
        expert: "ZJ-2".parse().unwrap(),
        persons: marks(&["applicant-1", "clerk-1", "clerk-1"]),
        procedure: Some("hearing".parse().unwrap()),
        otherwise: otherwise(Payer::Applicant),
        ..told.call()
    };
    let why = told.open(call, told.by(Department::Finance)).unwrap_err().why;
    let expected = [
        Rule::MatterActor,
        Rule::ExpertBeforeDecision,
        Rule::NamedOnce,
        Rule::ProcedureInStandard,
        Rule::ExpertForWork,
        Rule::ExpertApart,
        Rule::PayerOtherwise,
    ];
    assert_eq!(rules(&why), expected);
}

#[test]
fn a_call_ends_with_an_opinion_or_a_release_and_is_read_back() {
    let told = Told::at("A1-33", StageKind::Accepted);
    let called = told.open(told.call(), told.stamp()).unwrap();
    let opine = EngagementStep::Opine { document: "YJ-1".parse().unwrap() };
    let release = EngagementStep::Release { reason: "（虚构）另有安排".parse().unwrap() };
    assert_eq!((called.state(), called.matter().opinion()), (EngagementState::Called, None));
    for (step, state) in [(&opine, EngagementState::Opined), (&release, EngagementState::Released)] {
        for by in [told.by(Department::Finance), told.by(crate::support::stranger(HOME))] {
            let refused = called.clone().take(step.clone(), by.clone(), told.beside()).unwrap_err();
            let Untaken { dossier, step: asked, stamp, why } = *refused;
            assert_eq!((&dossier, &asked, stamp, rules(&why)), (&called, step, by, vec![Rule::MatterActor]));
        }
        let ended = called.clone().take(step.clone(), told.stamp(), told.beside()).unwrap();
        assert_eq!(ended.state(), state);
        for again in [&opine, &release] {
            let why = ended.check(again, &told.stamp(), told.beside()).unwrap_err();
            assert_eq!(rules(&why), [Rule::MatterInOrder]);
        }
        let stored = serde_json::to_string(&ended).unwrap();
        assert_eq!(Dossier::prove(serde_json::from_str(&stored).unwrap(), told.beside()).unwrap(), ended);
    }
    let ended = called.take(opine, told.stamp(), told.beside()).unwrap();
    assert_eq!(ended.matter().opinion().map(ToString::to_string), Some("YJ-1".to_owned()));
    assert_eq!(ended.matter().expert().to_string(), "ZJ-1");
}

/// An expert who leaves the pool on the day of the call, by a revision recorded after it, was lawfully called; and no longer is.
#[test]
fn who_was_in_the_pool_when_called_stays_called_whatever_is_recorded_that_day() {
    let told = Told::at("A1-33", StageKind::Accepted);
    let called = told.open(told.call(), told.stamp()).unwrap();
    let today = called.last_at().day();
    let ending = |last| {
        let (ends, reason) = (Ends::Expert("ZJ-1".parse().unwrap()), "（虚构）离库".parse().unwrap());
        Revision { endings: vec![Ending { ends, last, reason }], ..Revision::on(today) }
    };
    let left = told.office.record(&ending(today.pred_opt().unwrap())).unwrap();
    let stays = told.office.record(&ending(today)).unwrap();
    let minutes = called.minutes().clone();
    for (office, again) in [(&left, Err(vec![Rule::ExpertInPool])), (&stays, Ok(()))] {
        let beside = OnCase { office, ..told.beside() };
        assert_eq!(Dossier::prove(minutes.clone(), beside).unwrap(), called);
        let opened = Dossier::<Engagement>::open(told.call(), told.stamp(), beside);
        assert_eq!(opened.map(drop).map_err(|it| rules(&it.why)), again);
        // the opinion is taken in all the same
        let opine = EngagementStep::Opine { document: "YJ-1".parse().unwrap() };
        let opined = called.clone().take(opine, told.stamp(), beside).unwrap();
        assert_eq!((opined.minutes().opening.seen.revision, opined.minutes().steps[0].seen.revision), (1, 2));
        assert_eq!(Dossier::prove(opined.minutes().clone(), beside).unwrap(), opined);
        // told as of the second revision, the call is one of the pool as it was left
        let mut minutes = minutes.clone();
        minutes.opening.seen.revision = 2;
        let proven = Dossier::prove(minutes, beside);
        assert_eq!(proven.map(drop).map_err(|it| (it.at, rules(&it.why))), again_at_0(&opined, office));
    }
}

fn again_at_0(opined: &Dossier<Engagement>, office: &Office) -> Result<(), (usize, Vec<Rule>)> {
    let day = opined.last_at().day();
    let there = office.now().expert(opined.matter().expert(), day).is_some();
    if there { Ok(()) } else { Err((0, vec![Rule::ExpertInPool])) }
}
