//! Drawn histories, written by the other features.

use proptest::prelude::*;
use tongquan::strategies::{histories, offices};

#[cfg(feature = "canonical")]
proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn rows_that_are_appended_step_by_step_read_back(it in offices().prop_flat_map(|office| histories(office, 0..24))) {
        let mut rows: Vec<Vec<u8>> = Vec::new();
        for case in it.cases() {
            let fresh = case.record().rows_since(rows.len()).unwrap();
            prop_assert_eq!(fresh.len(), 1);
            rows.extend(fresh);
            let read = tongquan::AnyCase::replay(tongquan::Journal::from_rows(&rows).unwrap());
            prop_assert_eq!(read.as_ref(), Ok(&case));
        }
    }
}

#[cfg(feature = "exports")]
proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn what_is_exported_names_no_person(it in offices().prop_flat_map(|office| histories(office, 0..24))) {
        use tongquan::exports::{CloudEvent, Ocel};
        let record = it.case().record();
        let events = CloudEvent::of(record, &"/jining/approvals".parse().unwrap());
        let log = Ocel::of([record], []);
        let written = serde_json::to_string(&(events, log)).unwrap();
        let mut persons = vec![it.file().applicant.as_str()];
        persons.extend(it.steps().iter().map(|(_, stamp)| stamp.by.person().as_str()));
        prop_assert!(!persons.iter().any(|person| written.contains(&format!("\"{person}\""))), "{written}");
    }
}
