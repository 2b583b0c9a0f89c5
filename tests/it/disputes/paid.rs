//! From the petition to who pays: all that is owed, done by whom it is owed, until nothing is.

use strum::IntoEnumIterator;

use super::*;

/// Whoever owes something does it; how many steps it took.
fn done(told: &Told, mut dispute: Dossier<Dispute>, given: Option<Award>) -> (Dossier<Dispute>, Vec<String>) {
    let mut story = Vec::new();
    loop {
        let owed = dispute.owed();
        // whoever is to appear does so before it ends
        let appears = owed.iter().find(|it| it.step == DisputeStepKind::Appear);
        let Some(duty) = appears.or(owed.first()) else { return (dispute, story) };
        let step = match duty.step {
            DisputeStepKind::TakeUp => DisputeStep::TakeUp {},
            DisputeStepKind::Appear => DisputeStep::Appear {},
            DisputeStepKind::Conclude => concluded(given),
            DisputeStepKind::Withdraw => panic!("nobody owes a withdrawal"),
            DisputeStepKind::Pay => DisputeStep::Pay { amount: duty.amount.unwrap() },
            DisputeStepKind::Reimburse => DisputeStep::Reimburse { amount: duty.amount.unwrap() },
        };
        story.push(format!("{}{}", duty.by.label(), duty.step.label()));
        let by = duty.by.clone();
        dispute = told.take(dispute, step, by);
    }
}

#[test]
fn a_decision_under_seal_no_2_from_the_petition_to_who_pays() {
    let told = Told::at("A1-33", StageKind::Closed);
    let (county, city) = (told.handler().label().to_owned(), told.department().label().to_owned());
    let of =
        |steps: &[(&str, &str)]| -> Vec<String> { steps.iter().map(|(who, what)| format!("{who}{what}")).collect() };
    let petition = told.lodged(DisputeKind::Petition, DisputedAct::Decision);
    let (petition, story) = done(&told, petition, None);
    assert_eq!(story, of(&[(&county, "受理处理"), (&county, "处理终结")]));
    assert_eq!(petition.matter().concluded(), Some(Ruling::Overturned { award: None }));
    // then it is sued: the county deals with it, the department appears and pays, and the county pays it back
    let lawsuit = told.lodged(DisputeKind::Litigation, DisputedAct::Decision);
    let given = award(AwardKind::StateCompensation, 125_000);
    let (lawsuit, story) = done(&told, lawsuit, given);
    let steps =
        [(&*city, "出面"), (&county, "受理处理"), (&county, "处理终结"), (&city, "对外支付"), (&county, "内部归还")];
    assert_eq!(story, of(&steps));
    assert_eq!((lawsuit.matter().paid(), lawsuit.matter().reimbursed()), (Some(fen(125_000)), Some(fen(125_000))));
    // a lawful act's compensation the county pays itself
    let given = award(AwardKind::Compensation, 7);
    let (_, story) = done(&told, told.lodged(DisputeKind::Litigation, DisputedAct::Decision), given);
    assert_eq!(story.last(), Some(&format!("{county}对外支付")));
}

#[test]
fn when_all_that_is_owed_is_done_nothing_is_owed_and_nothing_more_is_taken() {
    let mut ended = 0;
    for key in ["A1-1", "A1-24", "A1-33", "A1-61", "WS-001", "XK-003"] {
        let told = Told::at(key, StageKind::Concluded);
        let before = told.case.clone();
        for kind in DisputeKind::iter() {
            for act in [DisputedAct::Intake, DisputedAct::Decision] {
                let awards = AwardKind::iter().flat_map(|it| [award(it, 1), award(it, u64::MAX)]);
                for given in awards.chain([None]) {
                    let (dispute, story) = done(&told, told.lodged(kind, act), given);
                    assert_eq!(dispute.state(), DisputeState::Concluded);
                    assert_eq!(dispute.matter().paid(), given.map(|it| it.amount));
                    assert_eq!(dispute.version(), 1 + story.len());
                    let bodies = [official(told.handler()), told.applicant()];
                    let more = [
                        DisputeStep::Pay { amount: fen(1) },
                        DisputeStep::Reimburse { amount: fen(1) },
                        DisputeStep::TakeUp {},
                    ];
                    for (by, step) in bodies.iter().flat_map(|by| more.iter().map(move |step| (by, step))) {
                        assert!(told.try_take(dispute.clone(), step.clone(), by).is_err());
                    }
                    ended += 1;
                }
            }
        }
        assert_eq!(told.case, before);
    }
    assert_eq!(ended, 6 * 4 * 2 * 5);
}
