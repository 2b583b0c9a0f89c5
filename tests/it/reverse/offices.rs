//! Offices to ask: with plans and without, with choices and windows of every kind, and one whose list was amended twice.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Modality, Office, Region,
    catalogue::{Amendment, Devolution, Exception, Ground, ItemChange, NewItem, NewOrigin, OwnItem, OwnOrigin},
    place::{Township, Village},
    register::{Choice, Permission, Revision},
};

use crate::support::{OFFICE, changed, day, rows};

pub(super) const TOWNED: [Region; 3] = [Region::Wenshang, Region::TaibaiLakeZone, Region::Rencheng];

pub(super) fn wire(region: Region) -> Value {
    serde_json::to_value(region).unwrap()
}

pub(super) fn township(region: Region, at: usize) -> Township {
    Township::all().filter(|it| it.managing_region().0 == region).nth(at).unwrap()
}

fn town_id(region: Region, at: usize) -> String {
    format!("{}-town-{at}", wire(region).as_str().unwrap())
}

fn choice(region: Region, items: &Value, from: &str, way: &Value, at: &[usize]) -> Choice {
    let desk = |at: &usize| json!({"township": township(region, *at), "body": town_id(region, *at)});
    let townships: Vec<Value> = at.iter().map(desk).collect();
    let of = json!({"region": region, "items": items, "from": from, "way": way, "townships": townships});
    serde_json::from_value(of).unwrap()
}

/// Every way, of one region; in a zone and a district more broadly; one that takes another's place.
fn choices() -> Vec<Choice> {
    let county = |kind: &str| json!({"county": format!("wenshang-{kind}")});
    let ways = [
        (json!(["A2-1", "A2-2", "A2-3"]), json!("direct")),
        (json!(["A2-5"]), json!({"window": county("bureau")})),
        (json!(["A2-6"]), json!({"window": county("sector")})),
        (json!(["A2-7"]), json!({"review": {"seal": "township"}})),
        (json!(["A2-8"]), json!({"review": {"seal": county("sector")}})),
        (json!(["A2-9"]), json!({"review": {"seal": null}})),
        (json!(["A2-10"]), json!({"intake": county("bureau")})),
    ];
    let (home, zone, district) = (Region::Wenshang, Region::TaibaiLakeZone, Region::Rencheng);
    let first = ways.iter().map(|(items, way)| choice(home, &json!({ "only": items }), "2021-07-31", way, &[0, 1, 2]));
    let later =
        choice(home, &json!({"only": ["A2-1", "A2-9"]}), "2024-04-01", &json!({"intake": county("sector")}), &[1]);
    let all = choice(zone, &json!("all"), "2022-01-01", &json!("direct"), &[0]);
    let of_kind = json!({"of_kind": "public_service"});
    let window = json!({"window": {"county": "rencheng-bureau"}});
    first.chain([later, all, choice(district, &of_kind, "2021-09-01", &window, &[0, 1])]).collect()
}

/// Windows of every kind beside those of the office: passing on, deciding, not begun, ended.
fn windows() -> Vec<Permission> {
    let (home, at) = (Region::Wenshang, township(Region::Wenshang, 0));
    let village = Village::all().find(|it| it.township() == at).unwrap();
    let bureau = json!({"body": "wenshang-bureau"});
    let (pass_on, decide) = (json!("pass_on"), json!({"decide": "competent"}));
    let rows = [
        (json!({ "township_centre": at }), &json!({"body": town_id(home, 0)}), &pass_on, "2021-08-02", None),
        (json!({"joint_centre": "（虚构）联合"}), &json!({"body": "wenshang-sector"}), &decide, "2021-08-02", None),
        (json!({ "village_station": village }), &bureau, &decide, "2021-08-02", None),
        (json!({"bank_outlet": "（虚构）网点"}), &bureau, &pass_on, "2024-06-15", None),
        (json!({"kiosk": "（虚构）一体机"}), &bureau, &pass_on, "2021-08-02", Some("2024-05-31")),
        (json!({"centre": {"region": "qufu"}}), &json!({"body": "qufu-bureau"}), &decide, "2021-08-02", None),
    ];
    let mut all: Vec<Permission> = rows.iter().enumerate().map(|(at, it)| window(at, it)).collect();
    // the department's own staff online
    let own = json!({"decide": "department"});
    let online = (json!({"kiosk": "online"}), &json!({"department": "transport"}), &own, "2021-08-02", None);
    let mut online = window(90, &online);
    online.venue = tongquan::Venue::Online;
    online.items = tongquan::register::Items::Only(crate::support::marks::<tongquan::Key>(&["A1-36", "XK-003"]));
    all.push(online);
    all
}

type Row<'r> = (Value, &'r Value, &'r Value, &'r str, Option<&'r str>);

fn window(at: usize, (venue, operator, handling, from, until): &Row<'_>) -> Permission {
    let regions = [Region::Wenshang, Region::Qufu, Region::TaibaiLakeZone, Region::CultureZone].map(wire);
    serde_json::from_value(json!({
        "number": format!("W-{at}"), "venue": venue, "gives": {"operator": operator, "handling": handling},
        "items": "all", "regions": regions, "from": from, "until": until, "ground": "虚构"
    }))
    .unwrap()
}

fn prepare(rows: &mut Revision) {
    for region in TOWNED {
        for at in 0..3 {
            let named =
                json!({"id": town_id(region, at), "region": region, "kind": "township", "name": "（虚构）乡镇"});
            rows.units.push(serde_json::from_value(named).unwrap());
        }
    }
    rows.choices = choices();
    rows.permissions.extend(windows());
}

pub(crate) static CHOSEN: LazyLock<Office> = LazyLock::new(|| changed(prepare));

/// No plan names a body.
pub(super) static PLANLESS: LazyLock<Office> = LazyLock::new(|| {
    changed(|rows| {
        prepare(rows);
        rows.plans.clear();
    })
});

/// The first amendment is known in May 2024 and in force from June; the second takes one of its changes back in August.
pub(super) static AMENDED: LazyLock<Office> = LazyLock::new(|| {
    let mut first = rows().clone();
    prepare(&mut first);
    let law = || Ground::Law("（虚构）某法".parse().unwrap());
    let of = |key: &str| ItemChange::of(key.parse().unwrap());
    let to_review = Exception { region: Region::Qufu, modality: Modality::Review };
    let transport = Devolution::new(tongquan::Department::Transport, Modality::Review);
    let new = |key: &str, list| NewItem {
        key: key.parse().unwrap(),
        name: format!("（虚构）增列{key}").parse().unwrap(),
        kind: tongquan::Kind::PublicService,
        origin: list,
    };
    let june = Amendment {
        adds: vec![new("N-1", NewOrigin::City(transport.clone())), new("N-2", NewOrigin::ThreeTier)],
        removes: vec!["A1-33".parse().unwrap(), "A2-3".parse().unwrap()],
        changes: vec![
            ItemChange { modality: Some(Modality::Direct), ..of("A1-36") },
            ItemChange { exceptions: Some(vec![to_review]), ..of("A1-24") },
            ItemChange { not_devolved_to: Some([Region::Wenshang].into_iter().collect()), ..of("A1-2") },
            ItemChange { department: Some(tongquan::Department::CultureTourism), ..of("A1-37") },
            ItemChange { name: Some("（虚构）改名".parse().unwrap()), ..of("A1-38") },
            ItemChange { modality: Some(Modality::Intake), ..of("A1-45") },
        ],
        ..Amendment::new("1号".parse().unwrap(), day(2024, 6, 1), law())
    };
    let august = Amendment {
        removes: vec!["N-2".parse().unwrap()],
        changes: vec![ItemChange { modality: Some(Modality::Review), ..of("A1-36") }],
        ..Amendment::new("2号".parse().unwrap(), day(2024, 8, 1), law())
    };
    let late = OwnItem {
        key: "LATE-1".parse().unwrap(),
        name: "（虚构）后来登记的事项".parse().unwrap(),
        kind: tongquan::Kind::OtherPower,
        origin: OwnOrigin::City(transport),
    };
    let chosen = choice(Region::Qufu, &json!("all"), "2024-07-01", &json!("direct"), &[0]);
    let town = json!({"id": town_id(Region::Qufu, 0), "region": "qufu", "kind": "township", "name": "（虚构）乡镇"});
    let agreement = first.agreements.iter().find(|it| it.region == Region::Qufu).unwrap();
    let broad = tongquan::register::Agreement {
        number: "XY-LATE".parse().unwrap(),
        department: tongquan::Department::Ecology,
        items: tongquan::register::Items::All,
        from: day(2024, 6, 20),
        ..agreement.clone()
    };
    let revisions = vec![
        first,
        Revision { amendments: vec![june], ..Revision::on(day(2024, 5, 10)) },
        Revision {
            own_items: vec![late],
            units: vec![serde_json::from_value(town).unwrap()],
            choices: vec![chosen],
            agreements: vec![broad],
            amendments: vec![august],
            ..Revision::on(day(2024, 6, 15))
        },
    ];
    Office::new(revisions).unwrap()
});

/// Each with the days on which something begins or ends in it, the day before the first edition among them.
pub(super) fn all() -> Vec<(&'static Office, Vec<NaiveDate>)> {
    let early = [day(2021, 6, 14), day(2021, 6, 15), day(2021, 6, 30), day(2021, 8, 2)];
    let some = [early[0], early[1], day(2024, 3, 4)];
    let later = [day(2024, 3, 31), day(2024, 5, 31), day(2024, 6, 1), day(2024, 6, 30), day(2024, 7, 1)];
    let every: Vec<NaiveDate> = early.iter().chain(&later).copied().chain([day(2024, 8, 1)]).collect();
    vec![
        (Office::built_in(), some.to_vec()),
        (&OFFICE, vec![early[2], early[3], day(2024, 3, 4)]),
        (&CHOSEN, vec![early[3], later[0], day(2024, 4, 1), day(2024, 6, 15)]),
        (&PLANLESS, vec![early[1], day(2024, 3, 4)]),
        (&AMENDED, every),
    ]
}
