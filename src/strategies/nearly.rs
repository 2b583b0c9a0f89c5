use std::{fmt, sync::Arc};

use proptest::{collection::SizeRange, strategy::Strategy};
use strum::IntoEnumIterator;

use super::{
    History, Mistake,
    cases::wrong,
    histories::walked,
    luck::Luck,
    shrinking::{Shrinks, Smaller, drawn},
};
use crate::{
    case::{AnyStep, Stamp},
    law::Refusal,
    register::Office,
};

/// 近乎合法的办件经过: a lawful history, and one attempt after it that is refused. `Debug` tells it line by line, as that of [`History`].
#[derive(Clone, PartialEq, Eq)]
pub struct NearlyLawful {
    history: History,
    mistake: Mistake,
    attempt: (AnyStep, Stamp),
    why: Refusal,
}

impl NearlyLawful {
    /// Up to the attempt, lawful.
    pub const fn history(&self) -> &History {
        &self.history
    }
    /// What is wrong with the attempt; one thing of several, where its refusal names several rules.
    pub const fn mistake(&self) -> Mistake {
        self.mistake
    }
    /// What is attempted next, when and by whom.
    pub const fn attempt(&self) -> &(AnyStep, Stamp) {
        &self.attempt
    }
    /// The refusal that it meets: it names one of the mistake's [rules](Mistake::rules) at least.
    pub const fn why(&self) -> &Refusal {
        &self.why
    }
}

impl fmt::Debug for NearlyLawful {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (step, stamp) = &self.attempt;
        write!(f, "{:?}\nthen {step:?} at {} by {:?}", self.history, stamp.at, stamp.by)?;
        write!(f, "\nis refused, {:?}: {}", self.mistake, self.why)
    }
}

/// Lawful histories in an office, each followed by one attempt that is refused, every kind of [`Mistake`] as often as another, as far as the histories
/// have room for it. It shrinks to shorter histories after which the same attempt is refused for the same mistake.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{Office, strategies::nearly_lawful_histories};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// proptest!(ProptestConfig::with_cases(16), |(it in nearly_lawful_histories(office, 0..20))| {
///     let (step, stamp) = it.attempt();
///     let refused = it.history().case().check(step, stamp, it.history().office()).unwrap_err();
///     prop_assert!(it.mistake().rules().iter().any(|rule| refused.names(*rule)));
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn nearly_lawful_histories(
    office: impl Into<Arc<Office>>,
    steps: impl Into<SizeRange>,
) -> impl Strategy<Value = NearlyLawful> {
    let (office, steps) = (office.into(), steps.into());
    drawn("nearly lawful histories", move |luck: &mut Luck| {
        let history = walked(&office, &steps, luck)?;
        let kinds: Vec<Mistake> = Mistake::iter().collect();
        let kinds = luck.some(&kinds, kinds.len());
        kinds.into_iter().find_map(|mistake| mistaken(&history, mistake, luck))
    })
}

/// A mistake of a kind somewhere on the way.
fn mistaken(history: &History, mistake: Mistake, luck: &mut Luck) -> Option<NearlyLawful> {
    const PLACES: usize = 12;
    let cases: Vec<_> = history.cases().enumerate().collect();
    let mut found = Vec::new();
    for (steps, case) in luck.some(&cases, PLACES) {
        let attempts = wrong::attempts(&case, mistake, history.office(), luck);
        found.extend(attempts.into_iter().map(|(attempt, why)| ((steps, attempt), why)));
    }
    let ((steps, attempt), why) = wrong::one(found, mistake, luck)?;
    Some(NearlyLawful { history: history.cut(steps)?, mistake, attempt, why })
}

impl Shrinks for NearlyLawful {
    fn smaller(&self, nth: usize) -> Smaller<Self> {
        match self.history.smaller(nth) {
            Smaller::One(history) => {
                let (step, stamp) = &self.attempt;
                let why = wrong::refused(history.case(), step, stamp, self.mistake, history.office());
                why.map(|why| Self { history, why, ..self.clone() }).into()
            }
            Smaller::NotSo => Smaller::NotSo,
            Smaller::NoMore => Smaller::NoMore,
        }
    }
}
