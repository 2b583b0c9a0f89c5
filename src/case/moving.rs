//! Whether a running case may move on to what catalogue and registers say on a day, whoever asks and at whatever moment.

use chrono::NaiveDate;

use super::{AnyCase, StepKind, steps::Transfer};
use crate::{
    law::{Bench, Refusal},
    register::Registers,
};

impl AnyCase {
    /// 可否改用新版: whether the case may move on to a later edition on a day (`S4`), by the rules of [`Transfer`] on what it would be handled
    /// by. Keeping the edition that it has is lawful always.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, Rule};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// // it is decided and closed
    /// assert!(case.may_move_on("2024-06-01".parse()?, office.now()).unwrap_err().names(Rule::StepHasPlace));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`StepHasPlace`](crate::law::Rule::StepHasPlace) after the decision; else the rules that [`Transfer`] names, every one that does not hold.
    pub fn may_move_on(&self, day: NaiveDate, registers: Registers<'_>) -> Result<(), Refusal> {
        if self.stage().arc(StepKind::Transfer).is_none() {
            return Err(Self::no_place(self.stage(), StepKind::Transfer));
        }
        let (docket, mut bench) = (self.record().docket(), Bench::new());
        Transfer::judge_move(docket, day, &Transfer::found(docket, day, registers), &mut bench);
        bench.rise().map(drop)
    }
}
