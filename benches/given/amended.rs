//! A list that was amended fifty times and answers as the document's does: shared by the benches and the peers.

#![allow(
    clippy::expect_used,
    dead_code,
    reason = "a bench stops when its list does not fit, and not all ask what was moved"
)]

use chrono::{Days, NaiveDate};
use once_cell::sync::Lazy;
use tongquan::{
    Catalogue, Department, Key, Kind, Modality,
    catalogue::{Amendment, Devolution, Entry, Ground, ItemChange, NewItem, NewOrigin},
};

/// Of four amendments each, two take an item in and out, and two move one of the document's that are devolved directly to another modality and back.
pub(crate) fn amended() -> &'static Catalogue {
    static AMENDED: Lazy<Catalogue> =
        Lazy::new(|| Catalogue::new((0..50).map(amendment).collect()).expect("good amendments"));
    &AMENDED
}

/// So many items, from the first of annex 1 on, were moved and moved back.
pub(crate) const MOVED: usize = 12;

fn amendment(at: u32) -> Entry {
    let day = NaiveDate::from_ymd_opt(2022, 1, 1).and_then(|it| it.checked_add_days(Days::new(at.into())));
    let ground = Ground::Law("（虚构）某法".parse().expect("a text"));
    let number = format!("TZ-{at}").parse().expect("a mark");
    let mut it = Amendment::new(number, day.expect("a day"), ground);
    let round = at / 4;
    match at % 4 {
        0 => it.adds = vec![added(round)],
        1 => it.removes = vec![Key::Own(added(round).key)],
        2 => it.changes = vec![moved(round, Modality::Window)],
        _ => it.changes = vec![moved(round, Modality::Direct)],
    }
    Entry::Amendment(it)
}

fn added(round: u32) -> NewItem {
    let origin = NewOrigin::City(Devolution::new(Department::Health, Modality::Direct));
    NewItem {
        key: format!("X-{round}").parse().expect("a key"),
        name: format!("（虚构）第{round}项").parse().expect("a text"),
        kind: Kind::Licence,
        origin,
    }
}

/// The first items of annex 1 are devolved directly everywhere.
fn moved(round: u32, to: Modality) -> ItemChange {
    let item = Key::Annex1(u8::try_from(round + 1).expect("few"));
    ItemChange { modality: Some(to), ..ItemChange::of(item) }
}
