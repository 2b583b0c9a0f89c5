use proptest::{prelude::*, sample::select};
use strum::IntoEnumIterator;

use super::{
    Mistake,
    cases::{contents, moves, pace, plain, walk, wrong},
    luck::Luck,
};
use crate::{
    case::{AnyCase, AnyStep, Stamp, StepKind},
    register::Office,
};

/// 尝试: what somebody tries with a case, whatever case it will be: it is told only [at](Self::at) one.
///
/// ```
/// use proptest::{collection::vec, prelude::*};
/// use tongquan::{Office, strategies::{attempts, histories}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let walks = (histories(office, 0), vec(attempts(), 0..20));
/// proptest!(ProptestConfig::with_cases(16), |((filed, attempts) in walks)| {
///     let (mut case, office) = (filed.case().clone(), filed.office());
///     for attempt in attempts {
///         let (step, stamp) = attempt.at(&case, office);
///         let permitted = case.check(&step, &stamp, office);
///         let next = case.clone().apply(step, stamp, office); // your own code stands here
///         prop_assert_eq!(next.is_ok(), permitted.is_ok());
///         case = next.unwrap_or(case);
///     }
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    how: How,
    seed: u64,
}

/// What it is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Lawful,
    Mistaken(Mistake),
    Anything,
}

impl Attempt {
    /// The step and its stamp: the same whenever the same is asked. Whether it is lawful, the case tells; where it was to be lawful and nothing is, as
    /// after the end of a case, it is whatever comes.
    pub fn at(&self, case: &AnyCase, office: &Office) -> (AnyStep, Stamp) {
        let luck = &mut Luck::seeded(self.seed);
        let meant = match self.how {
            How::Lawful => walk::next(case, office, luck),
            How::Mistaken(mistake) => {
                let found = wrong::attempts(case, mistake, office, luck);
                wrong::one(found, mistake, luck).map(|(it, _)| it)
            }
            How::Anything => None,
        };
        meant.unwrap_or_else(|| anything(case, office, luck))
    }
}

/// Any step by anybody at any time, its contents those of the stage's drafts or of no standard.
fn anything(case: &AnyCase, office: &Office, luck: &mut Luck) -> (AnyStep, Stamp) {
    const DAY: u32 = 86_400;
    let last = case.record().last_at();
    let back = luck.chance(20);
    let seconds = i64::from(luck.between(0, if back { 3 * DAY } else { 40 * DAY }));
    let at = pace::shifted(last, if back { -seconds } else { seconds }).unwrap_or(last);
    let drafted = moves::drafts(case, at, office, luck);
    let kinds: Vec<StepKind> = StepKind::iter().collect();
    let plain = plain::step(luck.one(&kinds, StepKind::Close));
    let step = if luck.chance(60) { luck.pick(&drafted).map(|(it, _)| it.clone()) } else { None };
    let step = step.map_or(plain, |it| contents::filled(it, case, luck));
    (step, Stamp { at, by: wrong::actor(case, luck) })
}

/// Attempts at whatever case, for walks: more than half of them lawful, the others mistaken in one way, or wrong in any. It shrinks to lawful ones.
pub fn attempts() -> impl Strategy<Value = Attempt> {
    let how = prop_oneof![
        6 => Just(How::Lawful),
        3 => select(Mistake::iter().collect::<Vec<_>>()).prop_map(How::Mistaken),
        1 => Just(How::Anything),
    ];
    (how, any::<u64>()).prop_map(|(how, seed)| Attempt { how, seed })
}
