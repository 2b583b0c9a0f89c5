//! The fictional office of the examples, and cases driven on it.

use std::{collections::BTreeSet, fmt::Debug, fs, path::Path, str::FromStr, sync::LazyLock};

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Body, Calendar, Item, Moment, Office, Place, Question, Region, Scope, Stamp, Unit, UnitKind, Venue,
    case::{
        Period, Role, StageKind,
        steps::{Extend, Ground, HandInCorrections, Lapse, NotAccept, Suspend, Withdraw},
    },
    place::Centre,
    register::{Limit, Revision, TimeUnit},
    text::Mark,
};

use crate::walk::Walk;

/// The office that `examples/handle_case` uses: fictional plans, standards, seals for every item and region.
pub(crate) static OFFICE: LazyLock<Office> = LazyLock::new(|| serde_json::from_str(OFFICE_JSON).unwrap());

pub(crate) const OFFICE_JSON: &str = include_str!("../../examples/office.json");

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Whether it is a Chinese character.
pub(crate) fn is_chinese(it: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&it)
}

/// The files of a folder of the package whose names end so, without that end.
pub(crate) fn files(folder: &str, ending: &str) -> BTreeSet<String> {
    let all = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    all.filter_map(|it| it.unwrap().file_name().to_str().unwrap().strip_suffix(ending).map(str::to_owned)).collect()
}

/// The day on which cases are filed unless a test says otherwise.
pub(crate) fn filing_day() -> NaiveDate {
    day(2024, 3, 4)
}

/// The competent counter for an item in a region.
#[track_caller]
pub(crate) fn counter(office: &Office, item: Item<'_>, region: Region) -> Venue {
    let venue = Venue::Centre(Centre::CITY);
    let asked = Question {
        item: item.key(),
        place: Place::Region(region),
        scope: Scope::WITHIN,
        venue: Some(&venue),
        day: filing_day(),
    };
    office.route(&asked).unwrap().counter().unwrap()
}

/// A case of an item in a region, filed at the competent counter with one paper missing and driven to a stage.
#[track_caller]
pub(crate) fn case_at(office: &Office, key: &str, region: Region, stage: StageKind) -> AnyCase {
    let item = office.catalogue().latest().item(&key.parse().unwrap()).unwrap();
    let venue = counter(office, item, region);
    let until = |stage| Walk::new(office, filing_day(), None).until(stage, item, region, &venue).unwrap();
    let at = |case: &AnyCase| Moment::new(case.record().last_at().day().succ_opt().unwrap(), 9, 0, 0).unwrap();
    match stage {
        StageKind::Withdrawn => {
            let case = until(StageKind::Accepted);
            let stamp = Stamp { at: at(&case), by: Actor::Applicant(case.record().file().applicant.clone()) };
            case.apply(Withdraw { reason: None }.into(), stamp, office).unwrap()
        }
        StageKind::Suspended => {
            let case = until(StageKind::Accepted);
            let body = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
            let stamp = Stamp { at: at(&case), by: official(body) };
            case.apply(suspend().into(), stamp, office).unwrap()
        }
        StageKind::NotAccepted => {
            let case = until(StageKind::Correcting);
            let AnyCase::Correcting(correcting) = &case else { panic!("correcting") };
            let asked = correcting.stage().asked().to_vec();
            let stamp = Stamp { at: at(&case), by: Actor::Applicant(case.record().file().applicant.clone()) };
            let case = case.apply(HandInCorrections { materials: asked.clone() }.into(), stamp, office).unwrap();
            let ground = Ground::StillIncomplete(asked);
            let body = case.record().holders(Role::Accepting).next().unwrap().to_body().unwrap();
            let stamp = Stamp { at: at(&case), by: official(body) };
            let receipt = "BYSL-1".parse().unwrap();
            case.apply(NotAccept { receipt, ground }.into(), stamp, office).unwrap()
        }
        StageKind::Lapsed => {
            let case = until(StageKind::Correcting);
            let period = case.record().clock(Period::Corrections).expect("a standard with a period for corrections");
            let over = period.deadline(Calendar::built_in()).unwrap().unwrap().succ_opt().unwrap();
            let body = case.record().holders(Role::Accepting).next().unwrap().to_body().unwrap();
            let stamp = Stamp { at: Moment::new(over, 9, 0, 0).unwrap(), by: official(body) };
            case.apply(Lapse {}.into(), stamp, office).unwrap()
        }
        _ => until(stage),
    }
}

/// A licence's one extension, approved by somebody.
pub(crate) fn extend(approved_by: Actor) -> Extend {
    let [reason, notice] = ["情况复杂", "YQ-1"];
    Extend { working_days: 10, reason: reason.parse().unwrap(), notice: notice.parse().unwrap(), approved_by }
}

/// A proceeding of the fictional standards.
pub(crate) fn suspend() -> Suspend {
    let needs = Limit { amount: 10, unit: TimeUnit::WorkingDay };
    Suspend { procedure: "panel".parse().unwrap(), needs, notice: "TZ-1".parse().unwrap() }
}

/// The same at a venue of one's choice.
#[track_caller]
pub(crate) fn case_via(office: &Office, key: &str, region: Region, venue: &Venue, stage: StageKind) -> AnyCase {
    let item = office.catalogue().latest().item(&key.parse().unwrap()).unwrap();
    Walk::new(office, filing_day(), None).until(stage, item, region, venue).unwrap()
}

/// Somebody of a body.
pub(crate) fn official(body: impl Into<Body>) -> Actor {
    Actor::Official { body: body.into(), person: "somebody".parse().unwrap() }
}

/// A body of a region that no plan names.
pub(crate) fn stranger(region: Region) -> Body {
    Unit {
        id: "stranger".parse().unwrap(), region, kind: UnitKind::Sector, name: "某局（虚构）".parse().unwrap()
    }
    .into()
}

/// The one revision of the fictional office.
pub(crate) fn rows() -> &'static Revision {
    &OFFICE.revisions()[0]
}

/// The fictional office with some rows changed.
#[track_caller]
pub(crate) fn changed(change: impl FnOnce(&mut Revision)) -> Office {
    let mut rows = rows().clone();
    change(&mut rows);
    Office::new(vec![rows]).unwrap()
}

/// A code or a number.
#[track_caller]
pub(crate) fn mark(text: &str) -> Mark {
    text.parse().unwrap()
}

/// Codes of materials, conditions and the like, or references to persons.
#[track_caller]
pub(crate) fn marks<T: FromStr<Err: Debug>>(codes: &[&str]) -> Vec<T> {
    codes.iter().map(|it| it.parse().unwrap()).collect()
}
