//! Each rule of a call is broken by one story, and kept by its twin that differs in one thing; and a call runs in its order.

use super::*;

#[track_caller]
fn opens(told: &Told, rule: Rule, broken: (CallExpert, Stamp), kept: (CallExpert, Stamp)) {
    let refused = told.open(broken.0.clone(), broken.1.clone()).unwrap_err();
    let Unopened { opening, stamp, why } = *refused;
    assert_eq!((opening, stamp), broken);
    assert_eq!(rules(&why), [rule]);
    for it in why.objections() {
        assert!(it.zh().contains(rule.remedy_zh()) && it.to_string().contains(rule.remedy_en()));
    }
    told.open(kept.0, kept.1).unwrap();
}

fn otherwise(payer: Payer) -> Option<PaidOtherwise> {
    Some(PaidOtherwise { payer, reason: "（虚构）协议".parse().unwrap() })
}

#[test]
fn an_expert_is_called_by_whoever_decides_for_what_he_is_in_the_pool_for() {
    let told = Told::at("A1-33", StageKind::Accepted);
    let (call, stamp) = (told.call(), told.stamp());
    let kept = || (call.clone(), stamp.clone());
    let route = told.case.record().route();
    let department = route.department().unwrap();
    for body in [department.into(), crate::support::stranger(HOME), Body::from(Department::Ecology)] {
        opens(&told, Rule::MatterActor, (call.clone(), told.by(body)), kept());
    }
    let applicant = Stamp { by: Actor::Applicant(told.case.record().file().applicant.clone()), ..stamp.clone() };
    opens(&told, Rule::MatterActor, (call.clone(), applicant), kept());
    let number = |number: &str| CallExpert { expert: number.parse().unwrap(), ..call.clone() };
    opens(&told, Rule::ExpertInPool, (number("ZJ-404"), stamp.clone()), kept());
    opens(&told, Rule::ExpertForWork, (number("ZJ-2"), stamp.clone()), kept());
    let monitoring = CallExpert { work: ExpertWork::Monitoring, ..call.clone() };
    opens(&told, Rule::ExpertForWork, (monitoring.clone(), stamp.clone()), kept());
    told.open(CallExpert { expert: "ZJ-2".parse().unwrap(), ..monitoring }, stamp.clone()).unwrap();
    let persons = |persons: &[&str]| CallExpert { persons: marks(persons), ..call.clone() };
    opens(
        &told,
        Rule::NamedOnce,
        (persons(&["one", "two", "one"]), stamp.clone()),
        (persons(&["one", "two"]), stamp.clone()),
    );
    let procedure = |code: &str| CallExpert { procedure: Some(code.parse().unwrap()), ..call.clone() };
    opens(&told, Rule::ProcedureInStandard, (procedure("hearing"), stamp.clone()), (procedure("panel"), stamp.clone()));
    let paid = |payer| CallExpert { otherwise: otherwise(payer), ..call.clone() };
    for payer in [Payer::Department(department), Payer::Applicant] {
        opens(&told, Rule::PayerOtherwise, (paid(payer), stamp.clone()), (paid(Payer::Region(HOME)), stamp.clone()));
    }
    let other = CallExpert { case: "2024-000002".parse().unwrap(), ..call.clone() };
    opens(&told, Rule::MatterOfCase, (other, stamp.clone()), kept());
    let filed = told.case.record().opening().stamp.at;
    let sooner = Moment::new(filed.day(), 8, 59, 59).unwrap();
    let at = |at| (call.clone(), Stamp { at, ..stamp.clone() });
    opens(&told, Rule::TimeRunsForward, at(sooner), at(filed));
    let decided = Told::at("A1-33", StageKind::Decided);
    let late = (decided.call(), decided.stamp());
    opens(&decided, Rule::ExpertBeforeDecision, late.clone(), (late.0.clone(), Stamp { at: filed, ..late.1 }));
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
