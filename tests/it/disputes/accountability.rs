//! 13 routes × regions × what is disputed × way × days, against the model.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{law::NotInForce, oversight::Accountability};

use super::*;
use crate::{
    beside::{STANDS, Stand},
    model::disputes::{Dispute as Told, Outward, dispute, payer},
    support::day,
};

fn days() -> [NaiveDate; 9] {
    [
        day(2021, 6, 15),
        day(2021, 6, 16),
        day(2022, 2, 28),
        day(2023, 12, 30),
        day(2023, 12, 31),
        day(2024, 1, 1),
        day(2024, 1, 2),
        day(2026, 12, 31),
        day(2031, 1, 1),
    ]
}

/// Inside the administration, whatever the way and the day.
#[track_caller]
fn inside_agrees(stand: &Stand, it: &Accountability<'_>, model: &Told) {
    let answers = it.answers();
    assert_eq!(stand.part(answers.is), model.deals);
    assert!(!answers.basis.is_empty());
    let lawful = AwardKind::Compensation;
    assert_eq!(stand.part(it.pays(lawful).is), payer(model, "compensation"));
    assert!(it.reimburses(lawful).is_none());
    assert_eq!(model.bears, model.deals);
}

#[track_caller]
fn outward_agrees(stand: &Stand, it: &Accountability<'_>, kind: DisputeKind, on: NaiveDate, model: &Outward) {
    let respondent = it.respondent();
    assert_eq!(stand.part(respondent.who()), model.respondent);
    assert_eq!(respondent.is_contested(), model.contested);
    let cited: BTreeSet<&str> = match kind {
        DisputeKind::Reconsideration => respondent.in_reconsideration(on).unwrap().map(|it| it.id()).collect(),
        _ => respondent.in_litigation(on).unwrap().map(|it| it.id()).collect(),
    };
    assert!(model.must_cite.is_subset(&cited), "{cited:?}, and not all of {:?}", model.must_cite);
    let lawful: BTreeSet<&str> = model.must_cite.union(&model.may_cite).copied().collect();
    assert!(cited.is_subset(&lawful), "{cited:?}, of {lawful:?}");

    let appears = it.appears(kind, on).unwrap().map(|it| stand.part(it.is));
    let deals = stand.part(it.answers().is);
    assert_eq!(appears, (model.respondent != deals).then_some(model.respondent));
    assert_eq!(appears == Some("department"), model.department_appears);
    let unlawful = AwardKind::StateCompensation;
    let pays = it.pays(unlawful);
    assert_eq!(stand.part(pays.is), model.pays);
    assert_eq!(pays.basis.iter().any(|it| it.id() == "SCL7"), model.pays_under == Some("SCL7"));
    let reimburses = it.reimburses(unlawful).map(|it| (stand.part(it.is), stand.part(pays.is)));
    assert_eq!(reimburses, model.reimburses);
}

#[test]
fn whoever_answers_appears_and_pays_is_whom_the_model_names() {
    let (mut compared, mut unknown, mut another) = (0, 0, 0);
    for stand in STANDS.iter() {
        let route = stand.case.record().route();
        let zone = stand.is_zone();
        for act in DisputedAct::iter() {
            let it = Accountability::of(route, act);
            for kind in DisputeKind::iter() {
                for on in days() {
                    compared += 1;
                    let told = dispute(stand.route, zone, about(act), means(kind), on);
                    match told {
                        Ok(model) => {
                            inside_agrees(stand, &it, &model);
                            match &model.outward {
                                None => assert_eq!(it.appears(kind, on), Ok(None)),
                                Some(outward) => outward_agrees(stand, &it, kind, on, outward),
                            }
                            another += usize::from(it.reimburses(AwardKind::StateCompensation).is_some());
                        }
                        Err(articles) => {
                            let NotInForce { article, day } = it.appears(kind, on).unwrap_err();
                            assert!(articles.contains(article.id()), "{article} of {articles:?}");
                            assert_eq!(day, on);
                            unknown += 1;
                        }
                    }
                }
            }
        }
    }
    let (all, towns) = (15 * 8, 14 * 5);
    assert_eq!(STANDS.len(), all + towns);
    assert_eq!(compared, (all + towns) * 4 * 4 * 9);
    // the reconsideration law is in the facts from 2024
    assert_eq!(unknown, (all + towns) * 4 * 5);
    assert!(another > 0);
}
