//! Reports and pushes: which a decided case owes, to whom, and how each runs, against the model.

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Department, Item, Key, Office, Place, Question, Region, Scope, Stamp, UnitKind, Venue,
    body::BodyRef,
    case::{DutyState, Message},
    register::Revision,
    route::Tier,
};

use crate::{
    beside::{EARLIER, Seats, Setting, accepted, decided, department, own_items, scopes},
    choices::supervisor,
    model::{self, beside::GAP, messages},
    support::{filing_day, official},
};

mod cases;
mod chosen;
mod histories;
mod routes;
mod stages;
mod windows;

/// What the model has a decided case owe, and to whom.
fn owed(
    setting: Setting,
    route: &str,
    item: Item<'_>,
    region: Region,
    favourable: bool,
) -> Vec<(Message, Option<String>)> {
    let owed = messages::owed(route, setting.is_bureaus(), "decided", favourable);
    let department = department(item);
    let to = |message| {
        let name = if let Message::Push(tier) = message { setting.seats.name(region, tier) } else { None };
        messages::addressee(word(message), department, name.as_deref()).map(str::to_owned)
    };
    all().filter(|it| owed.contains(word(*it))).map(|it| (it, to(it))).collect()
}

/// The five messages that there can be.
fn all() -> impl Iterator<Item = Message> {
    [Message::Report].into_iter().chain(Tier::ALL.map(Message::Push))
}

/// The model's word for a message.
const fn word(message: Message) -> &'static str {
    match message {
        Message::Report => "report",
        Message::Push(Tier::CountySupervisor) => "county_supervisor",
        Message::Push(Tier::CountyEnforcement) => "county_enforcement",
        Message::Push(Tier::CitySupervisor) => "city_supervisor",
        Message::Push(Tier::CityEnforcement) => "city_enforcement",
    }
}

/// What a case that was just decided owes, and to whom.
#[track_caller]
fn owes(case: &AnyCase) -> Vec<(Message, Option<String>)> {
    let duties = case.record().duties().iter();
    duties
        .map(|it| {
            assert_eq!(it.state, DutyState::Owed);
            assert!(it.is_to_send() && !it.is_done());
            (it.message, it.to.as_ref().map(|it| it.label().to_owned()))
        })
        .collect()
}
