use std::fmt;

use serde::Serialize;

use super::{Fulfilment, ObligationState, Responsible};

/// 汇总: how many of a unit's duties are met, due and overdue.
///
/// See the example of [`Registers::tallies`](crate::register::Registers::tallies).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The unit that owes them.
    pub by: Responsible,
    /// 已履行: how many are met.
    pub met: usize,
    /// 待履行: how many are owed, and not late.
    pub due: usize,
    /// 逾期: how many are overdue.
    pub overdue: usize,
}

impl Tally {
    /// Of a unit that some duty binds.
    pub(super) fn of(by: Responsible, duties: &[Fulfilment<'_>]) -> Option<Self> {
        let count = |state: ObligationState| duties.iter().filter(|it| it.state == state).count();
        let (met, due, overdue) =
            (count(ObligationState::Met), count(ObligationState::Due), count(ObligationState::Overdue));
        (!duties.is_empty()).then_some(Self { by, met, due, overdue })
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let Self { by, met, due, overdue } = self;
        format!("{}：已履行{met}项，待履行{due}项，逾期{overdue}项", by.label())
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { by, met, due, overdue } = self;
        write!(f, "{by}: {met} met, {due} due, {overdue} overdue")
    }
}
