//! An expert is neither the applicant, nor a reviewer, an officer on site, or who decides; neither when called nor when the opinion comes.

use tongquan::{
    AnyStep,
    case::steps::{DecideFavourably, TakeReviewStep},
};

use super::*;
use crate::model::experts::may_be_expert;

const REVIEWER: &str = "clerk-1";
const OFFICER: &str = "clerk-3";
const DECIDER: &str = "head-1";
const APPLICANT: &str = "applicant-1";
const NOBODY: &str = "expert-1";

/// Whoever reviewed, and whoever decided, as far as the case has come.
fn sides(told: &Told) -> (Vec<&str>, Vec<&str>) {
    use tongquan::case::Entry;
    let (mut reviewed, mut decided) = (Vec::new(), Vec::new());
    for entry in told.case.record().entries() {
        match entry {
            Entry::TakeReviewStep(it) => {
                reviewed.push(it.stamp.by.person().as_str());
                reviewed.extend(it.step.officers.iter().map(|it| it.as_str()));
            }
            Entry::DecideFavourably(it) => decided.push(it.stamp.by.person().as_str()),
            _ => {}
        }
    }
    (reviewed, decided)
}

/// An accepted case, with a step by a reviewer, another on site with an officer, and a decision.
fn course() -> Vec<Told> {
    let mut told = vec![Told::at("A1-33", StageKind::Accepted)];
    let mut on = |step: AnyStep, person: &str| {
        let last = told.last().unwrap();
        let body = last.case.record().route().decision().is.to_body().unwrap();
        let by = Actor::Official { body, person: person.parse().unwrap() };
        let stamp = Stamp { by, ..last.stamp() };
        let case = last.case.clone().apply(step, stamp, &last.office).unwrap();
        told.push(Told { office: last.office.clone(), case });
    };
    let standard = office().now().standard(&"A1-33".parse().unwrap(), HOME, day(2024, 3, 4)).cloned().unwrap();
    for it in &standard.steps {
        let officers = if it.on_site { marks(&[REVIEWER, OFFICER]) } else { Vec::new() };
        on(TakeReviewStep { step: it.code.clone(), finding: None, officers }.into(), REVIEWER);
    }
    let attested = standard.conditions.iter().map(|it| it.code.clone()).collect();
    on(DecideFavourably { attested }.into(), DECIDER);
    told
}

#[test]
fn who_has_a_part_in_the_case_is_no_expert_of_it_when_called() {
    let (mut lawful, mut refused) = (0, 0);
    for told in course().iter().filter(|it| it.case.stage() == StageKind::Accepted) {
        let (reviewed, decided) = sides(told);
        for person in [REVIEWER, OFFICER, DECIDER, APPLICANT, NOBODY, "clerk-9"] {
            // by himself, and as one of those who come for an organisation
            let office = changed(|rows| rows.experts = vec![expert("ZJ-1", person), expert("ZJ-2", "institute-2")]);
            let told = Told { office: Arc::new(office), case: told.case.clone() };
            let came =
                CallExpert { expert: "ZJ-2".parse().unwrap(), persons: marks(&["clerk-8", person]), ..told.call() };
            for call in [told.call(), came] {
                let may = may_be_expert(person, &reviewed, &decided, APPLICANT);
                match told.open(call, told.stamp()) {
                    Ok(it) => {
                        assert!(may, "{person}");
                        assert!(it.matter().conflicts(&told.case.record().docket()).is_empty());
                        lawful += 1;
                    }
                    Err(why) => {
                        assert!(!may, "{person}: {why}");
                        assert_eq!(rules(&why.why), [Rule::ExpertApart]);
                        assert!(why.why.objections()[0].got.to_string().contains(person));
                        refused += 1;
                    }
                }
            }
        }
    }
    assert!(lawful > 20 && refused > 10, "{lawful} {refused}");
}

#[test]
fn who_reviews_or_decides_later_gives_no_opinion() {
    let course = course();
    let (first, last) = (&course[0], course.last().unwrap());
    assert_eq!(last.case.stage(), StageKind::Decided);
    for person in [REVIEWER, OFFICER, DECIDER, NOBODY] {
        let office = changed(|rows| rows.experts = vec![expert("ZJ-1", person)]);
        // called when nobody had reviewed yet
        let first = Told { office: Arc::new(office), case: first.case.clone() };
        let called = first.open(first.call(), first.stamp()).unwrap();
        for told in &course {
            let (reviewed, decided) = sides(told);
            let may = may_be_expert(person, &reviewed, &decided, APPLICANT);
            let beside = OnCase { record: told.case.record(), office: &first.office };
            let docket = told.case.record().docket();
            let conflicts: Vec<&str> = called.matter().conflicts(&docket).iter().map(|it| it.as_str()).collect();
            assert_eq!(conflicts.is_empty(), may, "{person}: {conflicts:?}");
            let opine = EngagementStep::Opine { document: "YJ-1".parse().unwrap() };
            let checked = called.check(&opine, &told.stamp(), beside);
            let mut broken = Vec::new();
            // nor is one taken in once it is decided
            broken.extend((told.case.stage() == StageKind::Decided).then_some(Rule::ExpertBeforeDecision));
            broken.extend((!may).then_some(Rule::ExpertApart));
            assert_eq!(checked.map_err(|why| rules(&why)), if broken.is_empty() { Ok(()) } else { Err(broken) });
            // he is released at any time
            let release = EngagementStep::Release { reason: "（虚构）回避".parse().unwrap() };
            assert_eq!(called.check(&release, &told.stamp(), beside), Ok(()));
        }
    }
}
