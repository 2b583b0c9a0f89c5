//! The ledger of seals and the audit of journals are two projections: what the one finds of a use, the other does.

use std::collections::BTreeSet;

use tongquan::{
    case::StepKind,
    oversight::{Audit, Ledger},
};

use crate::simulation::{Draw, KINDS, World, planted};

#[test]
fn a_use_that_the_ledger_finds_is_a_breach_and_a_breach_of_a_seals_own_rules_is_found() {
    let world = World::new().unwrap();
    let lines = planted(&world, 6 * KINDS.len() as u64, Draw { seed: 3, faults: 100 }).unwrap();
    let (mut found, mut told) = (BTreeSet::new(), BTreeSet::new());
    for line in &lines {
        let mut ledger = Ledger::default();
        ledger.read(&line.journal);
        let misused: Vec<String> = ledger.findings(&world.office).map(|it| it.why.to_string()).collect();
        let audit = Audit::against(line.journal.clone(), &world.office);
        let breaches: Vec<_> = audit.breaches().iter().filter(|it| it.step == Some(StepKind::AffixSealNo2)).collect();
        let of_seals = |id: &str| id.starts_with("seal_no2") || id == "documents_listed";
        let broken = breaches.iter().flat_map(|it| it.why.objections()).any(|it| of_seals(it.rule.id()));
        let kind = line.fault.as_ref().map_or("", |it| it.kind);
        // a lie about who handles is told where it stands first, at the opening
        assert!(misused.is_empty() || !audit.breaches().is_empty(), "{kind}: the ledger alone finds {misused:?}");
        assert!(!broken || !misused.is_empty(), "{kind}: the audit alone finds {breaches:?}");
        found.extend((!misused.is_empty()).then_some(kind));
        told.extend(broken.then_some(kind));
    }
    assert!(told.len() >= 8 && found.is_superset(&told), "{found:?} {told:?}");
}
