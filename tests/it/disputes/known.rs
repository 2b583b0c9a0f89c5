//! What can be disputed of a case at which stage, and from when on it can be known.

use strum::IntoEnumIterator;

use super::*;

/// What can be disputed at a stage, by the words of S58.
fn there(act: DisputedAct, stage: StageKind) -> bool {
    use StageKind::{
        Accepted, Closed, Concluded, Correcting, Decided, Filed, Lapsed, Licensed, NotAccepted, Sealed, Suspended,
        Withdrawn,
    };
    match act {
        DisputedAct::Intake => true,
        DisputedAct::NonAcceptance => stage == NotAccepted,
        DisputedAct::Decision => matches!(stage, Decided | Sealed | Licensed | Concluded | Closed),
        DisputedAct::Delay => match stage {
            Filed | Correcting | Accepted | Suspended => true,
            Decided | Sealed | Licensed | Concluded | Closed | NotAccepted | Withdrawn | Lapsed => false,
        },
    }
}

#[test]
fn what_has_happened_can_be_disputed_at_every_stage_in_every_way_by_anyone() {
    let mut opened = 0;
    for stage in StageKind::iter() {
        let told = Told::at("XK-003", stage);
        for act in DisputedAct::iter() {
            for kind in DisputeKind::iter() {
                for by in [told.applicant(), official(told.handler()), official(crate::support::stranger(HOME))] {
                    let stamp = Stamp { at: told.after(0), by };
                    match Dossier::<Dispute>::open(told.lodge(kind, act), stamp, told.beside()) {
                        Ok(dispute) => {
                            assert!(there(act, stage), "{act} at {stage}");
                            assert_eq!((dispute.matter().kind(), dispute.matter().about()), (kind, act));
                            opened += 1;
                        }
                        Err(refused) => {
                            assert!(!there(act, stage), "{act} at {stage}: {refused}");
                            assert_eq!(rules(&refused.why), [Rule::DisputedActThere]);
                        }
                    }
                }
            }
        }
    }
    // the intake at twelve stages, a decision at five, a delay at four, a non-acceptance at one
    assert_eq!(opened, (12 + 5 + 4 + 1) * 4 * 3);
}

#[test]
fn an_act_is_known_from_its_day_until_the_day_of_the_dispute() {
    let cases = [
        (StageKind::Closed, DisputedAct::Intake),
        (StageKind::Closed, DisputedAct::Decision),
        (StageKind::NotAccepted, DisputedAct::NonAcceptance),
        (StageKind::Accepted, DisputedAct::Delay),
    ];
    let mut known = 0;
    for (stage, act) in cases {
        let told = Told::at("A1-33", stage);
        let docket = told.case.record().docket();
        let since = match act {
            DisputedAct::Decision => docket.decided().unwrap(),
            DisputedAct::NonAcceptance => docket.not_accepted().unwrap(),
            DisputedAct::Intake | DisputedAct::Delay => docket.filed(),
        };
        let at = told.after(2);
        for day in docket.filed().pred_opt().unwrap().iter_days().take_while(|it| *it <= told.after(3).day()) {
            let lodge = Lodge { known: day, ..told.lodge(DisputeKind::Litigation, act) };
            let opened = Dossier::<Dispute>::open(lodge, Stamp { at, by: told.applicant() }, told.beside());
            let lawful = since <= day && day <= at.day();
            match opened {
                Ok(dispute) => {
                    assert!(lawful, "{act} known on {day}");
                    assert_eq!((dispute.matter().known(), dispute.matter().lodged()), (day, at.day()));
                    known += 1;
                }
                Err(refused) => {
                    assert!(!lawful, "{act} known on {day}: {refused}");
                    assert_eq!(rules(&refused.why), [Rule::KnownInTime]);
                    let [told] = refused.why.objections() else { panic!("{refused}") };
                    assert_eq!(told.expected.zh(), format!("{since}至{}", at.day()));
                }
            }
        }
    }
    assert!(known > 20, "{known}");
}
