use proptest::{prelude::*, sample::select};

use super::{townships, villages, word::text};
use crate::{place::Centre, register::Office, route::Venue};

/// 办理地点: a venue of any kind, whether anything is on record of it or not. It shrinks to the city's centre.
pub fn venues() -> impl Strategy<Value = Venue> {
    prop_oneof![
        4 => select(Centre::all().map(Venue::Centre).collect::<Vec<_>>()),
        1 => townships().prop_map(Venue::TownshipStation),
        1 => townships().prop_map(Venue::TownshipCentre),
        1 => villages().prop_map(Venue::VillageStation),
        1 => (1..3_u8).prop_map(|it| Venue::JointCentre(text(&format!("{it}号联合中心")))),
        1 => (1..3_u8).prop_map(|it| Venue::BankOutlet(text(&format!("{it}号网点")))),
        1 => (1..3_u8).prop_map(|it| Venue::Kiosk(text(&format!("{it}号一体机")))),
        1 => Just(Venue::Online),
    ]
}

/// The venues for which an office has permissions on record, and any others beside.
pub fn venues_of(office: &Office) -> impl Strategy<Value = Venue> + use<> {
    let permissions = office.revisions().iter().flat_map(|it| &it.permissions);
    let recorded: Vec<Venue> = permissions.map(|it| it.venue.clone()).collect();
    let weight = u32::from(!recorded.is_empty()) * 3;
    let recorded = if recorded.is_empty() { vec![Venue::Online] } else { recorded };
    prop_oneof![2 => venues(), weight.max(1) => select(recorded)]
}
