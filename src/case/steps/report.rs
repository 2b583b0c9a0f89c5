use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use super::asks_nothing;
use crate::{
    body::{Body, Party},
    case::{Act, Case, Grounds, Listed, Message, Record, Stamp, Step, stage::AfterDecision},
    law::{Bench, Fact, Permit, Rule},
    register::Office,
    route::Tier,
};

/// 批后报备: the region tells the item's city department what it decided (`C4`, `S17`).
///
/// Rules: [`ReportCalledFor`](crate::law::Rule::ReportCalledFor), [`NotSentYet`](crate::law::Rule::NotSentYet).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {}

/// 推送审批信息: the region's approval bureau tells supervisor and enforcement body at both tiers what it decided (`C12`): those that the plan
/// names by then and that it was not sent to. After a rejection it goes again to those that rejected it.
///
/// Rules: [`PushCalledFor`](crate::law::Rule::PushCalledFor), [`NotSentYet`](crate::law::Rule::NotSentYet),
/// [`AddresseesNamed`](crate::law::Rule::AddresseesNamed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {}

asks_nothing!(Report);

impl<S: AfterDecision> Step<S> for Report
where
    Self: Listed<S>,
{
    type To = S;

    fn judge(&self, case: &Case<S>, _: &Stamp, (): &(), bench: &mut Bench) {
        to_send(case.record(), Rule::ReportCalledFor, |it| it == Message::Report, bench);
    }

    fn enter(&self, from: S, _: &Stamp, (): &(), _: Permit) -> S {
        from
    }
}

/// Whom the region's plan names on the day of the push, in the order of [`Tier`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressees {
    county_supervisor: Option<Body>,
    county_enforcement: Option<Body>,
    city_supervisor: Option<Body>,
    city_enforcement: Option<Body>,
}

impl Addressees {
    /// Who sits in the four seats.
    pub const fn seats(&self) -> [Option<&Body>; 4] {
        [
            self.county_supervisor.as_ref(),
            self.county_enforcement.as_ref(),
            self.city_supervisor.as_ref(),
            self.city_enforcement.as_ref(),
        ]
    }
}

impl Grounds for Addressees {
    const NOTHING: Option<Self> = None;
}

impl Act for Push {
    type Grounds = Addressees;

    /// The plan may have named them since the case was filed, so it is asked again.
    fn look_up(&self, record: &Record, stamp: &Stamp, office: &Office) -> Addressees {
        let day = stamp.at.day();
        let item = office.edition().find(&record.file().item);
        let plan = item.map(|item| office.undertaking(item, record.region(), day));
        let seat =
            |tier| plan.and_then(|it| it.supervision.seat(tier, record.route().department())).and_then(Party::to_body);
        Addressees {
            county_supervisor: seat(Tier::CountySupervisor),
            county_enforcement: seat(Tier::CountyEnforcement),
            city_supervisor: seat(Tier::CitySupervisor),
            city_enforcement: seat(Tier::CityEnforcement),
        }
    }
}

impl<S: AfterDecision> Step<S> for Push
where
    Self: Listed<S>,
{
    type To = S;

    fn judge(&self, case: &Case<S>, _: &Stamp, found: &Addressees, bench: &mut Bench) {
        let pushes = |it| matches!(it, Message::Push(_));
        if !to_send(case.record(), Rule::PushCalledFor, pushes, bench) {
            return;
        }
        // an empty seat bars no other: it stays owed, and with it the closing
        let open = |tier| case.record().duties().iter().any(|it| it.message == Message::Push(tier) && it.is_to_send());
        let mut seats = Tier::iter().zip(found.seats()).filter(|(tier, _)| open(*tier));
        let named = seats.clone().any(|(_, body)| body.is_some());
        let none_open = seats.next().is_none();
        bench.require(named || none_open, Rule::AddresseesNamed, || {
            let seats = Tier::iter().zip(found.seats());
            (
                Fact::list(seats.filter(|(tier, body)| open(*tier) && body.is_none()).map(|(tier, _)| tier)),
                Fact::Nothing,
            )
        });
    }

    fn enter(&self, from: S, _: &Stamp, _: &Addressees, _: Permit) -> S {
        from
    }
}

/// Such messages are owed, and one of them is to be sent.
fn to_send(record: &Record, called_for: Rule, kind: fn(Message) -> bool, bench: &mut Bench) -> bool {
    let duties = record.duties();
    let owed = duties.iter().filter(|it| kind(it.message));
    let is_owed = owed.clone().next().is_some();
    bench.require(is_owed, called_for, || (Fact::Nothing, record.route().standing()));
    if is_owed {
        let open = owed.clone().any(|it| it.is_to_send());
        bench.require(open, Rule::NotSentYet, || (Fact::Nothing, Fact::list(owed.map(|it| it.message))));
    }
    is_owed
}
