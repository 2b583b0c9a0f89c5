//! Attempts at whatever case.

use std::{collections::BTreeSet, sync::Arc};

use proptest::{collection::vec, prelude::*};
use tongquan::{
    Rule,
    case::StageKind,
    strategies::{attempts, histories, offices},
};

use super::{OFFICE, draws};

#[test]
fn more_than_half_of_the_attempts_at_running_cases_are_lawful_and_the_others_break_rules_of_every_kind() {
    let walks = (histories(Arc::clone(&OFFICE), 0), vec(attempts(), 60));
    let (mut lawful, mut refused, mut rules, mut stages) = (0, 0, BTreeSet::<Rule>::new(), BTreeSet::new());
    for (filed, attempts) in draws(&walks, 60) {
        let mut case = filed.case().clone();
        for it in attempts {
            if case.stage().is_terminal() {
                break;
            }
            let (step, stamp) = it.at(&case, filed.office());
            assert_eq!(it.at(&case, filed.office()), (step.clone(), stamp.clone()));
            match case.clone().apply(step, stamp, filed.office()) {
                Ok(next) => {
                    lawful += 1;
                    stages.insert(next.stage());
                    case = next;
                }
                Err(back) => {
                    refused += 1;
                    rules.extend(back.why.objections().iter().map(|it| it.rule));
                }
            }
        }
    }
    assert!(lawful > refused && refused > 200, "{lawful} lawful, {refused} refused");
    assert!(rules.len() > 35, "{rules:?}");
    let ends = [StageKind::Closed, StageKind::NotAccepted, StageKind::Withdrawn];
    assert!(ends.iter().all(|it| stages.contains(it)), "{stages:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn whatever_is_attempted_wherever_a_case_is_told_beforehand_what_comes_of_it(
        filed in offices().prop_flat_map(|office| histories(office, 0..8)),
        attempts in vec(attempts(), 0..40),
    ) {
        let mut case = filed.case().clone();
        for it in attempts {
            let (step, stamp) = it.at(&case, filed.office());
            let told = case.check(&step, &stamp, filed.office());
            let offered = case.available(&stamp, filed.office());
            let open = offered.iter().any(|it| it.step == step.kind() && it.is_open());
            prop_assert!(open || told.is_err(), "{:?} may be taken, and is not told as open", step);
            case = match case.apply(step, stamp, filed.office()) {
                Ok(next) => {
                    prop_assert_eq!(told, Ok(()));
                    next
                }
                Err(back) => {
                    prop_assert_eq!(told, Err(back.why));
                    back.case
                }
            };
        }
    }
}
