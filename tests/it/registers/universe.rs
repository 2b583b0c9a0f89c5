//! A small universe of registers: two regions, two departments with seals, four items, about twenty days; and random lawful histories of it.

use chrono::{Days, NaiveDate};
use proptest::{array, collection::vec, prelude::*};
use serde_json::json;
use tongquan::{
    Department, Key, Kind, Office, Region, Unit, UnitKind, Venue,
    body::{Agency, BodyRef},
    catalogue::{OwnItem, OwnOrigin},
    place::Centre,
    register::{
        Agreement, Ending, Ends, Items, Own, Permission, Plan, Posting, Revision, SealEvent, SealId, SealStep,
        Standard, Stationing, Undertaken, Uses,
    },
    route::{Admission, Bearer, Handling, Supervision},
};

use super::{agreement, handbook, parsed, wishes};
use crate::support::day;

pub(super) const REGIONS: [Region; 2] = [Region::Wenshang, Region::Liangshan];
pub(super) const SIGNING: [Department; 2] = [Department::Transport, Department::Commerce];
pub(super) const POSTED: [Department; 2] = [Department::Ecology, Department::PublicSecurity];
/// Two in review, of the departments that sign; one of a forward service window; the service's own, known from some revision on.
pub(super) const ITEMS: [&str; 5] = ["A1-36", "A1-37", "A1-24", "WS-001", "WS-002"];
/// Items that amendments rename, change, remove and add, and for which regions choose.
pub(super) const LISTED: [&str; 7] = ["A1-37", "A1-24", "A2-3", "A2-8", "SX-1", "SJ-1", "WS-002"];
pub(super) const SEALS: u16 = 3;
const UNITS: [(&str, Region, UnitKind); 4] = [
    ("ws-1", Region::Wenshang, UnitKind::ApprovalBureau),
    ("ws-2", Region::Wenshang, UnitKind::Sector),
    ("ls-1", Region::Liangshan, UnitKind::ApprovalBureau),
    ("ls-2", Region::Liangshan, UnitKind::Sector),
];
pub(super) const BODIES: [&str; 7] = ["ws-1", "ws-2", "ls-1", "ls-2", "city", "bank", "nobody"];

pub(super) fn first_day() -> NaiveDate {
    day(2021, 7, 20)
}

/// The days that are asked, some before and after everything.
pub(super) fn days() -> impl Iterator<Item = NaiveDate> {
    first_day().iter_days().take(26)
}

pub(super) fn venues() -> [Venue; 2] {
    [Venue::Online, Centre::CITY.into()]
}

pub(super) fn key(text: &str) -> Key {
    parsed(text)
}

/// Of what a row is, and what it says.
pub(super) type Wish = (u8, [u8; 6]);

/// Revisions: how many days after the one before, and what somebody would record.
pub(super) fn histories() -> impl Strategy<Value = Vec<(u8, Vec<Wish>)>> {
    vec((0_u8..4, vec((0_u8..34, array::uniform6(0_u8..120)), 5..25)), 1..9)
}

/// Offices, each with one more revision than the one before; of what somebody would record, what the registers take.
pub(super) fn lived(history: &[(u8, Vec<Wish>)]) -> Vec<Office> {
    let mut offices = vec![Office::new(vec![]).unwrap()];
    let mut recorded = day(2021, 7, 24);
    for (gap, wishes) in history {
        recorded = recorded + Days::new((*gap).into());
        let before = offices.last().unwrap();
        let mut revision = if before.revisions().is_empty() { bodies(recorded) } else { Revision::on(recorded) };
        let mut office = before.record(&revision).unwrap();
        for wish in wishes {
            // of several ways to say it, the first that is lawful now
            for way in 0..30 {
                let Some(more) = Clerk { before, revision: &revision, way }.adds(*wish) else { continue };
                if let Ok(taken) = before.record(&more) {
                    (revision, office) = (more, taken);
                    break;
                }
            }
        }
        offices.push(office);
    }
    offices
}

fn bodies(recorded: NaiveDate) -> Revision {
    let units = UNITS.into_iter().map(|(id, region, kind)| Unit {
        id: parsed(id),
        region,
        kind,
        name: parsed("某单位（虚构）"),
    });
    Revision {
        units: units.chain(wishes::offices()).collect(),
        agencies: vec![Agency { id: parsed("city"), name: parsed("某市级机构（虚构）") }],
        partners: vec![Agency { id: parsed("bank"), name: parsed("某银行（虚构）") }],
        own_items: vec![own_item("WS-001")],
        agreements: vec![
            signed("XY-0", REGIONS[0], day(2021, 7, 22), Some(day(2021, 8, 1))),
            signed("XY-1", REGIONS[1], day(2021, 7, 22), None),
        ],
        ..Revision::on(recorded)
    }
}

fn signed(number: &str, region: Region, from: NaiveDate, until: Option<NaiveDate>) -> Agreement {
    let row = agreement(number, "transport", "wenshang", json!("all"), "2021-07-01");
    Agreement { region, from, until, ..serde_json::from_value(row).unwrap() }
}

fn own_item(key: &str) -> OwnItem {
    let name = parsed(&format!("（虚构）{key}"));
    OwnItem { key: parsed(key), name, kind: Kind::Licence, origin: OwnOrigin::County }
}

/// Who adds a row to a revision, in one of several ways.
struct Clerk<'a> {
    before: &'a Office,
    revision: &'a Revision,
    way: u8,
}

impl Clerk<'_> {
    /// All rows of a list, recorded or about to be.
    fn all<'r, T: 'r>(&'r self, list: impl Fn(&'r Revision) -> &'r Vec<T>) -> Vec<&'r T> {
        self.before.revisions().iter().chain([self.revision]).flat_map(list).collect()
    }

    /// What the registers carry over may be older; all else begins with the recording or after it.
    fn begins(&self, after: u8) -> NaiveDate {
        let earlier = if self.before.revisions().is_empty() { 3 } else { 0 };
        self.revision.recorded - Days::new(earlier) + Days::new((after % 5).into())
    }

    fn adds(&self, (list, [a, b, c, d, e, f]): Wish) -> Option<Revision> {
        let mut it = self.revision.clone();
        let from = self.begins(d);
        let until = (e % 3 > 0).then(|| from + Days::new((e % 7).into()));
        let (region, items) = (REGIONS[usize::from(a % 2)], items(b));
        let only_once = self.way == 0;
        match list {
            0 => {
                let (id, region, kind) = UNITS[usize::from(a % 4)];
                it.units
                    .push(Unit { id: parsed(id), region, kind, name: parsed(&format!("某单位{f}（虚构）")) });
            }
            1 => it.own_items.push(own_item("WS-002")),
            2..=4 if only_once => it.plans.push(plan(region, from, [b, c, e, f])),
            5 | 6 => {
                let department = POSTED[usize::from(b % 2)];
                it.postings.push(Posting { department, region, from, until });
            }
            7..=9 => {
                let number = parsed(&format!("SJ-{}", self.all(|it| &it.permissions).len()));
                let [venue, other] = venues();
                let (venue, ground) = (if c % 2 == 0 { venue } else { other }, parsed("虚构"));
                let regions = REGIONS.into_iter().filter(|it| f % 3 == 0 || *it == region).collect();
                let items = of_three(b);
                it.permissions.push(Permission { number, venue, gives: gives(f), items, regions, from, until, ground });
            }
            10 => it.stationings.push(Stationing { region, items, from }),
            11..=13 => {
                // a later one, where another runs
                let (from, until) =
                    (from + Days::new(self.way.into()), until.map(|it| it + Days::new(self.way.into())));
                let number = format!("XY-{}", self.all(|it| &it.agreements).len());
                let department = SIGNING[usize::from((c % 4) / 3)];
                let items = if department == Department::Transport { of_three(b) } else { Items::All };
                it.agreements.push(Agreement { department, items, ..signed(&number, region, from, until) });
            }
            14..=19 => it.seals.push(self.event([a, b, c, d, f])?),
            20..=23 => {
                let ends = self.ends([2, 1, 1, 2, 0][usize::from(a + self.way / 6) % 5], [b, c])?;
                let last = if self.before.revisions().is_empty() { from } else { from - Days::new(1) };
                it.endings.push(Ending { ends, last, reason: parsed("虚构") });
            }
            26..=29 if self.way < 6 => {
                // no earlier than the last one
                let last = self.all(|it| &it.amendments).last().map_or(from, |it| it.from);
                let from = from.max(last) + Days::new(self.way.into());
                let number = self.all(|it| &it.amendments).len();
                it.amendments.push(wishes::amendment(number, from, [b, c, e, f + self.way]));
            }
            30 => it.checked.push(wishes::checked(it.recorded, b % 4)),
            31..=33 if only_once => it.choices.push(wishes::choice(region, from, [b, c, e, f])),
            24 | 25 if only_once => it.standards.push(self.standard(from, [a, b, c])),
            _ => return None,
        }
        Some(it)
    }

    fn event(&self, [a, b, c, d, f]: [u8; 5]) -> Option<SealEvent> {
        let seal = SealId { department: Department::Transport, number: 1 + u16::from(a) % SEALS };
        let reason = || parsed("虚构");
        let mut on = self.begins(d);
        let number = || {
            let mut signed = self.all(|it| &it.agreements);
            signed.retain(|it| it.from <= on && it.until.is_none_or(|until| on <= until));
            let (count, at) = (signed.len(), usize::from(c) + usize::from(self.way % 2));
            (count > 0).then(|| signed[at % count].number.clone())
        };
        // at random, else whatever can follow
        let event = match [1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 0, 1][usize::from(b + self.way / 2 * 4) % 15] {
            0 => SealStep::Cut { twin_of: (f % 3 == 0).then_some(1 + u16::from(f) % SEALS) },
            1 => SealStep::HandedOver { agreement: number()? },
            2 => SealStep::Renewed { agreement: number()? },
            3 => SealStep::Suspended { reason: reason() },
            4 => SealStep::Restored { reason: reason() },
            5 if self.way < 2 => SealStep::Withdrawn { reason: reason() },
            5 => return None,
            _ if f % 2 > 0 || self.way > 1 => return None,
            _ => {
                // found out late, but not lost before there was one
                let events = self.all(|it| &it.seals);
                let cut = events.into_iter().find(|it| it.seal == seal)?.on;
                on = cut.max(on - Days::new((f % 8).into()));
                SealStep::Lost { reason: reason() }
            }
        };
        Some(SealEvent { seal, on, event })
    }

    fn ends(&self, what: u8, [b, c]: [u8; 2]) -> Option<Ends> {
        let pick = |count: usize| (count > 0).then(|| (usize::from(b) + usize::from(self.way)) % count);
        Some(match what {
            0 => {
                let signed = self.all(|it| &it.agreements);
                Ends::Agreement(signed[pick(signed.len())?].number.clone())
            }
            1 => {
                let granted = self.all(|it| &it.permissions);
                Ends::Permission(granted[pick(granted.len())?].number.clone())
            }
            _ => Ends::Posting { department: POSTED[usize::from(b % 2)], region: REGIONS[usize::from(c % 2)] },
        })
    }

    /// The next edition of a handbook, or a region's own.
    fn standard(&self, from: NaiveDate, [a, b, c]: [u8; 3]) -> Standard {
        let row: Standard = serde_json::from_value(handbook(1, "2021-07-01")).unwrap();
        let (item, region) = (key(ITEMS[usize::from(a % 2)]), (c % 3 == 0).then(|| REGIONS[usize::from(b % 2)]));
        let all = self.all(|it| &it.standards);
        let of = |region| all.iter().filter(|it| it.item == item && it.own.map(|own| own.region) == region).count();
        let count = |region| u32::try_from(of(region)).unwrap();
        let own = region.map(|region| Own { region, handbook: count(None).max(1) });
        Standard { own, edition: count(region) + 1, item, from, ..row }
    }
}

fn items(which: u8) -> Items {
    match which % 6 {
        0 => Items::All,
        1 => Items::OfKind(Kind::Confirmation),
        2 => Items::OfKind(Kind::OtherPower),
        3 => Items::Only(vec![key("A1-36")]),
        4 => Items::Only(vec![key("A1-37"), key("A1-24")]),
        _ => Items::Only(vec![key("WS-001")]),
    }
}

/// Each of them takes A1-36.
fn of_three(which: u8) -> Items {
    [Items::All, Items::OfKind(Kind::Confirmation), Items::Only(vec![key("A1-36")])][usize::from(which % 3)].clone()
}

fn plan(region: Region, from: NaiveDate, [b, c, e, f]: [u8; 4]) -> Plan {
    let unit = |which: u8| UNITS[usize::from(which % 2) + if region == Region::Wenshang { 0 } else { 2 }].0;
    let body = |id: &str| Some(BodyRef::Body(parsed(id)));
    let supervision = Supervision {
        county_supervisor: body(unit(f)).filter(|_| e % 2 == 0),
        county_enforcement: None,
        city_supervisor: Some(BodyRef::Department(Department::Transport)),
        city_enforcement: body("city").filter(|_| e % 3 == 0),
    };
    let row = |which: u8, handler: u8| {
        let handler = parsed(unit(handler));
        Undertaken { items: items(which), handler, supervision: supervision.clone(), uses: Uses::default() }
    };
    let mut undertakes = vec![row(b, c), row(c, f), row(e, b)];
    undertakes.truncate(usize::from(f % 4));
    let centre = (c % 3 == 0).then_some(Centre::CITY);
    Plan { region, from, centre, undertakes }
}

fn gives(which: u8) -> Admission<BodyRef> {
    let operators = [
        BodyRef::Department(Department::ApprovalService),
        BodyRef::Body(parsed("ws-1")),
        BodyRef::Body(parsed("bank")),
    ];
    let handling = if which.is_multiple_of(4) { Handling::Decide(Bearer::Competent) } else { Handling::PassOn };
    Admission { operator: operators[usize::from(which % 3)].clone(), handling }
}
