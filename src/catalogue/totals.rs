//! The document's own figures, held against the generated tables at compile time: a seed that disagrees with the document does not build.

use super::{
    Class, Kind, Modality, Standing,
    shelf::{ANNEX_1, LISTED},
    table::{CLASS_OF, CLASSES, ROWS},
};
use crate::place::Region;

/// Direct, window, review, intake, not devolved.
type Totals = [usize; 5];

/// Clause 2: 61 items, by these modalities.
const CLAUSE_2: Totals = [19, 11, 30, 1, 0];
const RENCHENG: Totals = [19, 11, 30, 1, 0];
const OTHER_COUNTY: Totals = [19, 7, 34, 1, 0];
const ZONE: Totals = [18, 11, 25, 5, 2];

#[expect(clippy::indexing_slicing, reason = "runs at compile time only")]
const fn by_column() -> Totals {
    let mut totals = [0; 5];
    let mut at = 0;
    while at < ANNEX_1 {
        match ROWS[at].column {
            Some(modality) => totals[modality as usize] += 1,
            None => totals[4] += 1,
        }
        at += 1;
    }
    totals
}

#[expect(clippy::indexing_slicing, reason = "runs at compile time only")]
const fn in_region(region: usize) -> Totals {
    let mut totals = [0; 5];
    let mut at = 0;
    while at < ANNEX_1 {
        let class: &Class = &CLASSES[CLASS_OF[at] as usize];
        match class.cells[region].standing {
            Standing::Devolved(modality) => totals[modality as usize] += 1,
            Standing::NotDevolved => totals[4] += 1,
            Standing::RegionChooses
            | Standing::Chosen(_)
            | Standing::Original
            | Standing::Reserved
            | Standing::Unresolved => {}
        }
        at += 1;
    }
    totals
}

#[expect(clippy::indexing_slicing, reason = "runs at compile time only")]
const fn of_kind(kind: Kind, from: usize, until: usize) -> usize {
    let (mut count, mut at) = (0, from);
    while at < until {
        if ROWS[at].kind as usize == kind as usize {
            count += 1;
        }
        at += 1;
    }
    count
}

#[expect(clippy::indexing_slicing, reason = "runs at compile time only")]
const fn same(a: Totals, b: Totals) -> bool {
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

const _: () = {
    assert!(ROWS.len() == LISTED && CLASS_OF.len() == ROWS.len());
    assert!(Modality::Direct as usize == 0 && Modality::Intake as usize == 3);
    assert!(same(by_column(), CLAUSE_2), "the modalities of annex 1 do not add up to clause 2");
    assert!(of_kind(Kind::OtherPower, 0, ANNEX_1) == 49);
    assert!(of_kind(Kind::Confirmation, 0, ANNEX_1) == 9);
    assert!(of_kind(Kind::PublicService, 0, ANNEX_1) == 3);
    assert!(of_kind(Kind::Licence, ANNEX_1, ROWS.len()) == 7);
    assert!(of_kind(Kind::PublicService, ANNEX_1, ROWS.len()) == 8);
    assert!(same(in_region(Region::Rencheng as usize), RENCHENG));
    let mut region = Region::Yanzhou as usize;
    while region < Region::COUNT {
        let zone = region >= Region::HighTechZone as usize;
        assert!(same(in_region(region), if zone { ZONE } else { OTHER_COUNTY }));
        region += 1;
    }
};
