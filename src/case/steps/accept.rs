use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{asks_nothing, corrections::missing, pass_on::papers_are_there};
use crate::{
    case::{
        Case, Stamp, Step,
        stage::{Accepted, Correcting, Filed},
    },
    law::{Bench, Fact, Permit, Rule},
    text::Mark,
};

/// 受理: the papers are complete and in legal form, or all corrections were supplied. A receipt is issued, dated by the step and stamped by
/// the accepting body (`S28`). The deciding clock counts from here.
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`PapersComplete`](crate::law::Rule::PapersComplete).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// 受理通知书: the number of the receipt.
    pub receipt: Mark,
}

asks_nothing!(Accept);

fn accepted(stamp: &Stamp) -> Accepted {
    Accepted { at: stamp.at, passed_on: false, reviewed: Vec::new() }
}

impl Step<Filed> for Accept {
    type To = Accepted;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_there(case, bench);
        let missing = missing(case.record(), &[]);
        bench.require(missing.clone().next().is_none(), Rule::PapersComplete, || {
            (Fact::list(missing), Fact::list(&case.record().file().materials))
        });
    }

    fn enter(&self, _: Filed, stamp: &Stamp, (): &(), _: Permit) -> Accepted {
        accepted(stamp)
    }
}

impl Step<Correcting> for Accept {
    type To = Accepted;

    fn judge(&self, case: &Case<Correcting>, _: &Stamp, (): &(), bench: &mut Bench) {
        // the notice names all that is missing, so what it asks for decides
        let Correcting { asked, supplied } = case.stage();
        let given: HashSet<&Mark> = supplied.iter().collect();
        let missing = asked.iter().filter(|it| !given.contains(it));
        bench.require(missing.clone().next().is_none(), Rule::PapersComplete, || {
            (Fact::list(missing), Fact::list(supplied))
        });
    }

    fn enter(&self, _: Correcting, stamp: &Stamp, (): &(), _: Permit) -> Accepted {
        accepted(stamp)
    }
}
