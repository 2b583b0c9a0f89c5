use std::{fmt, ops};

use crate::law::Rule;

/// 违反的规则: what an event of a plain log breaks, of the rules that such a log can show. A small set, copied freely.
///
/// ```
/// use tongquan::{Rule, oversight::Broken};
/// let broken = Broken::of(Rule::ActorHoldsRole) | Broken::of(Rule::StepHasPlace);
/// assert_eq!(broken.rules().collect::<Vec<_>>(), [Rule::StepHasPlace, Rule::ActorHoldsRole]);
/// assert!(Broken::of(Rule::PapersComplete).is_empty()); // no plain log tells which papers there were
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Broken(u32);

impl Broken {
    /// No rule is broken.
    pub const NOTHING: Self = Self(0);

    /// The rules of place, order, role and modality, and what else a plain log shows: of each, at least in part.
    pub const RULES: [Rule; 18] = [
        Rule::StepHasPlace,
        Rule::TimeRunsForward,
        Rule::ActorHoldsRole,
        Rule::DeemedForLicence,
        Rule::PapersPassedOn,
        Rule::PassingCalledFor,
        Rule::PapersWithActor,
        Rule::ExtensionForLicence,
        Rule::ExtensionOnce,
        Rule::SealAsRouted,
        Rule::SealNo2FormerlyCity,
        Rule::SealNo2Review,
        Rule::LicenceDue,
        Rule::ReportCalledFor,
        Rule::PushCalledFor,
        Rule::NotSentYet,
        Rule::WasAddressed,
        Rule::DutiesDone,
    ];

    /// A rule, where a plain log can show it; else nothing.
    #[expect(clippy::indexing_slicing, reason = "within the array's own length")]
    pub const fn of(rule: Rule) -> Self {
        let mut bit = 0;
        while bit < Self::RULES.len() {
            if Self::RULES[bit] as usize == rule as usize {
                return Self(1 << bit);
            }
            bit += 1;
        }
        Self::NOTHING
    }

    /// Whether nothing is broken.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it names a rule.
    pub const fn names(self, rule: Rule) -> bool {
        self.0 & Self::of(rule).0 != 0
    }

    /// Each rule that is broken, in the order of [`Rule`].
    pub fn rules(self) -> impl Iterator<Item = Rule> {
        Self::RULES.into_iter().filter(move |it| self.names(*it))
    }

    /// What it names and another does not.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Names a rule as well, where a condition does not hold.
    pub(super) const fn require(&mut self, holds: bool, rule: Self) {
        if !holds {
            self.0 |= rule.0;
        }
    }
}

impl ops::BitOr for Broken {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl ops::BitOrAssign for Broken {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.rules()).finish()
    }
}
