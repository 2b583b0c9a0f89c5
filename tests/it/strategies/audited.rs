//! Lawful histories, looked at by what was made apart from the machine: the audit, the ledger of seals, whom a case waits for.

use chrono::NaiveDate;
use proptest::prelude::*;
use tongquan::{
    AnyCase, Office,
    oversight::{Audit, Ledger},
    register::SealState,
    strategies::{History, histories, nearly_lawful_histories, offices},
};

/// The uses of seals that turned out later to have been lost by then.
fn found_lost(history: &History) -> usize {
    let mut ledger = Ledger::default();
    ledger.add(history.case().record());
    let lost = |on: NaiveDate, seal, office: &Office| office.now().seal_state(seal, on) == Some(SealState::Lost);
    let found = ledger.uses().filter(|it| lost(it.at().day(), it.step().seal, history.office())).count();
    assert_eq!(ledger.findings(history.office()).count(), found, "{history:?}");
    found
}

/// As long as a case runs, it waits for somebody.
fn then_waits_or_has_ended(case: &AnyCase, office: &Office) {
    let day = case.record().last_at().day();
    assert_eq!(case.waits_for(office, day).is_empty(), case.stage().is_terminal(), "{}", case.stage());
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn the_audit_finds_nothing_in_a_lawful_history_but_a_loss_that_was_found_out(
        it in offices().prop_flat_map(|office| histories(office, 30)),
    ) {
        let audit = Audit::against(it.journal(), it.office());
        prop_assert_eq!(audit.breaches().len(), found_lost(&it), "{:?}", audit.breaches());
        prop_assert!(Audit::of(it.journal()).breaches().is_empty());
    }

    #[test]
    fn a_case_waits_for_somebody_until_it_ends(
        it in offices().prop_flat_map(|office| nearly_lawful_histories(office, 30)),
    ) {
        for case in it.history().cases() {
            then_waits_or_has_ended(&case, it.history().office());
        }
    }
}
