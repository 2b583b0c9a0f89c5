use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    case::{
        Case, Draft, Record, Stamp, Step,
        stage::{Closed, Concluded},
    },
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
};

/// 归档: every report and push is acknowledged.
///
/// Rules: [`DutiesDone`](crate::law::Rule::DutiesDone).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Close}};
/// let (case, stamp, office) = before("review", StepKind::Acknowledge)?; // concluded, with a report that nobody has acknowledged
/// assert!(case.check(&Close {}.into(), &stamp, &office).unwrap_err().names(Rule::DutiesDone));
///
/// let (case, stamp, office) = before("review", StepKind::Close)?;
/// assert_eq!(case.apply(Close {}.into(), stamp, &office)?.stage(), StageKind::Closed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {}

asks_nothing!(Close);

impl Step<Concluded> for Close {
    type To = Closed;

    fn judge(&self, case: &Case<Concluded>, _: &Stamp, (): &(), bench: &mut Bench) {
        let duties = case.record().duties();
        let open = duties.iter().filter(|it| !it.is_done()).map(|it| it.message);
        bench.require(open.clone().next().is_none(), Rule::DutiesDone, || {
            (ALL_DONE, Fact::List(vec![NOT_DONE, Fact::list(open)]))
        });
    }

    fn drafts(_: &Case<Concluded>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Concluded, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Closed {
        Closed { outcome: from.outcome, at: stamp.at }
    }
}

const ALL_DONE: Fact = Fact::Term { zh: "全部已签收", en: "all acknowledged" };
const NOT_DONE: Fact = Fact::Term { zh: "未签收", en: "not acknowledged" };
