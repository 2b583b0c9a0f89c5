use std::{fmt, sync::Arc};

use super::{
    cases::moves::Move,
    shrinking::{Shrinks, Smaller},
    word::numbered,
};
use crate::{
    case::{Action, AnyCase, AnyStep, Applied, Journal, Stamp, steps::File},
    place::Place,
    register::Office,
    route::Scope,
};

/// 办件经过: a lawful case with everything that led to it: what was asked, of which office, and what came of it.
///
/// Give what was asked to your own code, and compare what it says with [`case`](Self::case); or store [`journal`](Self::journal), and read it back. A service
/// that takes [actions](Self::actions) comes to what is [`acted`](Self::acted), for an entry keeps the id of its action. `Debug` tells it line by line, without
/// the office.
#[derive(Clone, PartialEq, Eq)]
pub struct History {
    office: Arc<Office>,
    filing: (File, Stamp),
    steps: Vec<Move>,
    case: AnyCase,
}

impl History {
    /// What comes of these steps in an office, if each of them is lawful.
    pub(super) fn of(office: &Arc<Office>, filing: (File, Stamp), steps: Vec<Move>) -> Option<Self> {
        let (file, stamp) = filing.clone();
        let mut case = AnyCase::file(file, stamp, office).ok()?;
        for (step, stamp) in &steps {
            case = case.apply(step.clone(), stamp.clone(), office).ok()?;
        }
        Some(Self { office: Arc::clone(office), filing, steps, case })
    }

    /// The office that it happened in.
    pub const fn office(&self) -> &Arc<Office> {
        &self.office
    }
    /// What was filed.
    pub const fn file(&self) -> &File {
        &self.filing.0
    }
    /// When and by whom it was filed.
    pub const fn filed(&self) -> &Stamp {
        &self.filing.1
    }
    /// The steps after the filing, in order, each with its stamp. All are lawful.
    pub fn steps(&self) -> &[(AnyStep, Stamp)] {
        &self.steps
    }
    /// What came of it.
    pub const fn case(&self) -> &AnyCase {
        &self.case
    }
    /// The same as it is stored.
    pub fn journal(&self) -> Journal {
        self.case.record().to_journal()
    }

    /// The same steps as a service's clients send them: each under an id of its own, for the version that it is meant for.
    ///
    /// ```
    /// use proptest::prelude::*;
    /// use tongquan::{AnyCase, Office, case::Applied, strategies::histories};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// proptest!(ProptestConfig::with_cases(8), |(it in histories(office, 0..20))| {
    ///     let mut kept = AnyCase::file(it.file().clone(), it.filed().clone(), it.office()).unwrap();
    ///     for action in it.actions() {
    ///         kept = kept.act(action.clone(), it.office()).unwrap().into_case();
    ///         // a client that has no answer asks again
    ///         prop_assert!(matches!(kept.clone().act(action, it.office()), Ok(Applied::Already(_))));
    ///     }
    ///     prop_assert!(kept == it.acted());
    /// });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn actions(&self) -> impl Iterator<Item = Action> {
        (1..).zip(&self.steps).map(|(version, (step, stamp))| Action {
            id: numbered("op", version),
            expected: Some(version),
            step: step.clone(),
            stamp: stamp.clone(),
        })
    }
    /// What comes of the [actions](Self::actions): the same case, whose entries keep their ids.
    pub fn acted(&self) -> AnyCase {
        let act = |case: AnyCase, action| case.act(action, &self.office).map(Applied::into_case).ok();
        let acted = self.cases().next().and_then(|filed| self.actions().try_fold(filed, act));
        // each step is lawful, so each action is taken
        acted.unwrap_or_else(|| self.case.clone())
    }

    /// The case after the filing, and after each step: one more than there are steps.
    pub fn cases(&self) -> impl Iterator<Item = AnyCase> {
        let (file, stamp) = self.filing.clone();
        let mut steps = self.steps.iter();
        std::iter::successors(AnyCase::file(file, stamp, &self.office).ok(), move |case| {
            let (step, stamp) = steps.next()?;
            case.clone().apply(step.clone(), stamp.clone(), &self.office).ok()
        })
    }

    /// The first so many steps of it.
    pub(super) fn cut(&self, steps: usize) -> Option<Self> {
        Self::of(&self.office, self.filing.clone(), self.steps.get(..steps)?.to_vec())
    }

    /// Without some of its steps, if what is left is lawful.
    fn without(&self, drop: impl Fn(usize) -> bool) -> Option<Self> {
        let left = self.steps.iter().enumerate().filter(|(at, _)| !drop(*at));
        Self::of(&self.office, self.filing.clone(), left.map(|(_, it)| it.clone()).collect())
    }

    fn filed_as(&self, file: File) -> Option<Self> {
        let changed = file != self.filing.0;
        changed.then(|| Self::of(&self.office, (file, self.filing.1.clone()), self.steps.clone())).flatten()
    }
}

/// Pairs of steps are looked at in histories up to this length.
const PAIRS: usize = 24;

/// The tail first, then runs of steps, then two steps that stand apart (a proceeding and its end), then what the filing need not say.
impl Shrinks for History {
    fn smaller(&self, nth: usize) -> Smaller<Self> {
        let length = self.steps.len();
        let mut left = nth;
        let mut half = length;
        while half > 0 {
            if left == 0 {
                return self.cut(length - half).into();
            }
            left -= 1;
            half /= 2;
        }
        for run in [4, 3, 2, 1] {
            let starts = length.saturating_sub(run);
            if left < starts {
                let from = starts - 1 - left;
                return self.without(|at| (from..from + run).contains(&at)).into();
            }
            left -= starts;
        }
        let pairs = if length <= PAIRS { length * length } else { 0 };
        if left < pairs {
            let (one, other) = (left / length, left % length);
            return if one + 1 < other { self.without(|at| at == one || at == other).into() } else { Smaller::NotSo };
        }
        let file = self.file();
        let region = file.place.managing_region().map_or(file.place, |(region, _)| Place::Region(region));
        match left - pairs {
            0 => self.filed_as(File { place: region, ..file.clone() }).into(),
            1 => self.filed_as(File { scope: Scope::WITHIN, ..file.clone() }).into(),
            2 => self.filed_as(File { follows: None, ..file.clone() }).into(),
            _ => Smaller::NoMore,
        }
    }
}

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |f: &mut fmt::Formatter<'_>, stamp: &Stamp| write!(f, " at {} by {:?}", stamp.at, stamp.by);
        write!(f, "{:?}", self.filing.0)?;
        told(f, &self.filing.1)?;
        for (step, stamp) in &self.steps {
            write!(f, "\n{step:?}")?;
            told(f, stamp)?;
        }
        write!(f, "\n{}", self.case.stage())
    }
}
