use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    case::{
        Case, Draft, Record, Stamp, Step,
        stage::{Decided, Imprint, Sealed},
    },
    law::{Bench, Permit, Rule},
    register::Registers,
    route::Seal,
};

/// 用印: the body that the route names affixes its own seal, on favourable and unfavourable decisions alike. Which seal that is, the route
/// says; Seal No. 2 is a step of its own.
///
/// Rules: [`SealAsRouted`](crate::law::Rule::SealAsRouted).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::AffixSeal}};
/// let (case, stamp, office) = before("review", StepKind::AffixSealNo2)?; // 下放实质性审核权: the seal is No. 2
/// assert!(case.check(&AffixSeal {}.into(), &stamp, &office).unwrap_err().names(Rule::SealAsRouted));
///
/// let (case, stamp, office) = before("direct", StepKind::AffixSeal)?;
/// assert_eq!(case.apply(AffixSeal {}.into(), stamp, &office)?.stage(), StageKind::Sealed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AffixSeal {}

asks_nothing!(AffixSeal);

impl Step<Decided> for AffixSeal {
    type To = Sealed;

    fn judge(&self, case: &Case<Decided>, _: &Stamp, (): &(), bench: &mut Bench) {
        let seal = case.record().route().seal().is;
        bench.require(seal != Seal::No2, Rule::SealAsRouted, || (seal, OWN));
    }

    fn drafts(_: &Case<Decided>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Decided, _: &Record, _: &Stamp, (): &(), _: Permit) -> Sealed {
        Sealed { decision: from.decision, imprint: Imprint::Own }
    }
}

const OWN: crate::law::Fact = crate::law::Fact::Term { zh: "本单位印章", en: "the body's own seal" };
