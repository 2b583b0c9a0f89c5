use std::sync::Arc;

use proptest::{collection::SizeRange, strategy::Strategy};

use super::{
    History,
    cases::{filing, walk},
    luck::Luck,
    shrinking::drawn,
};
use crate::register::Office;

/// Lawful histories in an office, of up to so many steps after the filing: fewer where the case ends before, or waits for what is not on record. Of every
/// standing that the office has, at every window that is open, with every step, detour and end of the procedure. `0` gives cases just filed, and
/// forty steps take nearly every case to its end.
///
/// A history shrinks to fewer steps, and each that it shrinks to is lawful.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{AnyCase, Office, strategies::histories};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// proptest!(ProptestConfig::with_cases(16), |(history in histories(office, 0..20))| {
///     let read = AnyCase::replay(history.journal());
///     prop_assert_eq!(read.as_ref(), Ok(history.case()));
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn histories(office: impl Into<Arc<Office>>, steps: impl Into<SizeRange>) -> impl Strategy<Value = History> {
    let (office, steps) = (office.into(), steps.into());
    drawn("lawful histories", move |luck: &mut Luck| walked(&office, &steps, luck))
}

/// A case that is filed and goes up to so many steps.
pub(super) fn walked(office: &Arc<Office>, steps: &SizeRange, luck: &mut Luck) -> Option<History> {
    let (least, most) = steps.start_end_incl();
    let most = least + luck.below(most.saturating_sub(least).saturating_add(1));
    let (filing, mut case) = filing::filed(office, luck)?;
    let mut steps = Vec::new();
    while steps.len() < most
        && let Some((step, stamp)) = walk::next(&case, office, luck)
    {
        case = case.apply(step.clone(), stamp.clone(), office).ok()?;
        steps.push((step, stamp));
    }
    History::of(office, filing, steps)
}
