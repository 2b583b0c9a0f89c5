use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    body::Party,
    case::{Act, Case, Docket, Draft, Listed, Message, Record, Said, Stamp, Step, stage::AfterDecision},
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    route::{Supervision, Tier},
};

/// 批后报备: the region tells the item's city department what it decided (`C4`, `S17`).
///
/// Rules: [`ReportCalledFor`](crate::law::Rule::ReportCalledFor), [`NotSentYet`](crate::law::Rule::NotSentYet).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::Report}};
/// let (case, stamp, office) = before("window", StepKind::Close)?; // the city decided: it has nothing to tell itself
/// assert!(case.check(&Report {}.into(), &stamp, &office).unwrap_err().names(Rule::ReportCalledFor));
///
/// let (case, stamp, office) = before("review", StepKind::Report)?;
/// let case = case.apply(Report {}.into(), stamp.clone(), &office)?;
/// assert!(case.check(&Report {}.into(), &stamp, &office).unwrap_err().names(Rule::NotSentYet));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {}

/// 推送审批信息: the region's approval bureau tells supervisor and enforcement body at both tiers what it decided (`C12`): those that the plan
/// names by then and that it was not sent to. After a rejection it goes again to those that rejected it.
///
/// Rules: [`PushCalledFor`](crate::law::Rule::PushCalledFor), [`NotSentYet`](crate::law::Rule::NotSentYet),
/// [`AddresseesNamed`](crate::law::Rule::AddresseesNamed).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::Push}};
/// let (case, stamp, office) = before("window", StepKind::Close)?; // decided by the city
/// assert!(case.check(&Push {}.into(), &stamp, &office).unwrap_err().names(Rule::PushCalledFor));
///
/// let (case, stamp, office) = before("review", StepKind::Push)?;
/// let case = case.apply(Push {}.into(), stamp.clone(), &office)?; // to all four, who are named
/// assert!(case.check(&Push {}.into(), &stamp, &office).unwrap_err().names(Rule::NotSentYet));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Push {}

asks_nothing!(Report);

#[diagnostic::do_not_recommend]
impl<S: AfterDecision> Step<S> for Report
where
    Self: Listed<S>,
{
    type To = S;

    fn judge(&self, case: &Case<S>, _: &Stamp, (): &(), bench: &mut Bench) {
        to_send(case.record(), Rule::ReportCalledFor, |it| it == Message::Report, bench);
    }

    fn drafts(_: &Case<S>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: S, _: &Record, _: &Stamp, (): &(), _: Permit) -> S {
        from
    }
}

impl Act for Push {
    /// Who sits in the four seats on the day of the push.
    type Grounds = Box<Said<Supervision>>;

    /// The plan may have named them since the day of the brief, so it is asked again; what it no longer says, the brief does.
    fn look_up(&self, docket: Docket<'_>, stamp: &Stamp, registers: Registers<'_>) -> Box<Said<Supervision>> {
        let (file, brief, route) = (docket.file(), docket.brief(), docket.route());
        let today = registers.undertaking_of(&file.item, &brief.item, file.place, stamp.at.day());
        let then = brief.undertaking.view();
        // a plan has no seats for what was chosen: where nothing is chosen any more, those of the brief stay
        let today = (today.chosen.is_some() == then.chosen.is_some()).then(|| today.supervised_by());
        let then = then.supervised_by();
        let seat = |tier| {
            // whoever the brief names stays, where nobody is named now
            let named = today.and_then(|it| it.named(tier)).or_else(|| then.named(tier));
            named.cloned().or_else(|| then.seat(tier, route.department()).and_then(Party::to_body))
        };
        Box::new(Said { revision: registers.revision(), said: Supervision::by_seat(seat) })
    }
}

#[diagnostic::do_not_recommend]
impl<S: AfterDecision> Step<S> for Push
where
    Self: Listed<S>,
{
    type To = S;

    fn judge(&self, case: &Case<S>, _: &Stamp, found: &Box<Said<Supervision>>, bench: &mut Bench) {
        let pushes = |it| matches!(it, Message::Push(_));
        if !to_send(case.record(), Rule::PushCalledFor, pushes, bench) {
            return;
        }
        // an empty seat bars no other: it stays owed, and with it the closing
        let open = |tier| case.record().duties().iter().any(|it| it.message == Message::Push(tier) && it.is_to_send());
        let waiting = || Tier::ALL.into_iter().filter(|tier| open(*tier));
        let named = waiting().any(|tier| found.said.named(tier).is_some());
        bench.require(named || waiting().next().is_none(), Rule::AddresseesNamed, || {
            (Fact::list(waiting()), Fact::Nothing)
        });
    }

    fn drafts(_: &Case<S>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: S, _: &Record, _: &Stamp, _: &Box<Said<Supervision>>, _: Permit) -> S {
        from
    }
}

/// Such messages are owed, and one of them is to be sent.
fn to_send(record: &Record, called_for: Rule, kind: fn(Message) -> bool, bench: &mut Bench) -> bool {
    let duties = record.duties();
    let owed = duties.iter().filter(|it| kind(it.message));
    let is_owed = owed.clone().next().is_some();
    bench.require(is_owed, called_for, || {
        let route = record.route();
        (Fact::Nothing, Fact::List(vec![route.standing().into(), route.decision().is.into()]))
    });
    if is_owed {
        let open = owed.clone().any(|it| it.is_to_send());
        bench.require(open, Rule::NotSentYet, || (Fact::Nothing, Fact::list(owed.map(|it| it.message))));
    }
    is_owed
}
