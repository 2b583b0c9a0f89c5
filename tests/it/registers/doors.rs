//! What of a file is judged by other public items than the office: its amendments by a catalogue, its standards by themselves and in their line.

use std::collections::BTreeMap;

use tongquan::{
    Catalogue, Key, Rule,
    law::Faults,
    register::{Revision, Standard, check_line},
};

use crate::traced::Call;

fn rules(faults: &Faults) -> Vec<Rule> {
    faults.into_iter().map(|it| it.objection.rule).collect()
}

/// The amendments one after the other, up to the first that is refused.
fn amended(revisions: &[Revision]) -> Vec<Rule> {
    let mut amendments = revisions.iter().flat_map(|it| &it.amendments);
    let all = amendments.try_fold(Catalogue::built_in().clone(), |catalogue, it| catalogue.amend(it));
    all.map_or_else(|faults| rules(&faults), |_| vec![])
}

fn alone(revisions: &[Revision]) -> Vec<Rule> {
    let mut faults = Faults::default();
    revisions.iter().flat_map(|it| &it.standards).for_each(|it| it.check("it", &mut faults));
    rules(&faults)
}

fn in_line(revisions: &[Revision]) -> Vec<Rule> {
    let mut lines: BTreeMap<&Key, Vec<(String, &Standard)>> = BTreeMap::new();
    for it in revisions.iter().flat_map(|it| &it.standards) {
        lines.entry(&it.item).or_default().push((String::new(), it));
    }
    let mut faults = Faults::default();
    lines.values().for_each(|line| check_line(line, &mut faults));
    rules(&faults)
}

/// Each with the rules that it says are broken.
pub(super) fn other_doors(revisions: &[Revision]) -> Vec<(Call, Vec<Rule>)> {
    vec![
        ("catalogue::Catalogue::amend".into(), amended(revisions)),
        ("register::Standard::check".into(), alone(revisions)),
        ("register::check_line".into(), in_line(revisions)),
    ]
}
