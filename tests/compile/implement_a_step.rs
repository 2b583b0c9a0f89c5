//! 不得自增环节。 No counter-sign, and no other step made outside this crate (C7): it could judge nothing, and enter any stage.

use serde::{Deserialize, Serialize};
use tongquan::{
    Case, Record, Stamp,
    case::{
        Act, Docket, Draft, Entry, Listed, Role, Step, StepKind, Taken,
        stage::Decided,
        steps::{AffixSeal, Report},
    },
    law::{Bench, Permit},
    register::Registers,
};

/// 会签
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CounterSign {}

impl Act for CounterSign {
    type Grounds = ();

    fn look_up(&self, _: Docket<'_>, _: &Stamp, _: Registers<'_>) {}
}

impl Listed<Decided> for CounterSign {
    const KIND: StepKind = <Report as Listed<Decided>>::KIND;
    const ROLE: Role = <AffixSeal as Listed<Decided>>::ROLE;

    fn entry(taken: Taken<Self>) -> Entry {
        let Taken { stamp, action, found, .. } = taken;
        Entry::Report(Taken { stamp, action, step: Report {}, found })
    }
}

impl Step<Decided> for CounterSign {
    type To = Decided;

    fn judge(&self, _: &Case<Decided>, _: &Stamp, (): &(), _: &mut Bench) {}

    fn drafts(_: &Case<Decided>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        vec![]
    }

    fn enter(&self, from: Decided, _: &Record, _: &Stamp, (): &(), _: Permit) -> Decided {
        from
    }
}

fn main() {}
