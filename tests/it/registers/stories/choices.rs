//! Of what regions chose: of three-tier items, in townships of the region, by its bodies, of a day once.

use tongquan::{UnitKind, catalogue::Origin, place::Township};

use super::*;

pub(super) fn choices() -> Vec<Story> {
    let three_tier = |(at, path), (broken, origin): (&'static str, Origin), kept: &'static str| {
        let told = (path, Origin::ThreeTier.into(), list([key(broken), origin.into()]));
        story(Rule::ChoiceOfThreeTier, as_it_is, (at, json!(broken), json!(kept)), told)
    };
    let first = ("/0/choices/0/items/only/0", "[0].choices[0].items");
    let second = ("/1/choices/0/items/only/1", "[1].choices[0].items");
    let said = |set, at, (path, from)| {
        story(Rule::RowSaidOnce, set, at, (path, NOTHING, list([Region::Wenshang.into(), day(from)])))
    };
    let more: fn(&mut Value) = |file| add(file, "/1/choices", choice(json!("all"), "2021-09-01", json!("direct")));
    vec![
        three_tier(first, ("A1-36", Origin::City), "A2-5"),
        three_tier(first, ("WS-001", Origin::County), "A2-15"),
        // one that comes to the list only later too
        three_tier(second, ("SX-001", Origin::City), "SJ-001"),
        said(
            more,
            ("/1/choices/4/items", json!({"only": ["A2-7", "A2-2"]}), json!({"only": ["A2-7", "A2-8"]})),
            ("[1].choices[4]", "2021-09-01"),
        ),
        said(
            more,
            ("/1/choices/4/items", json!({"of_kind": "public_service"}), json!({"of_kind": "licence"})),
            ("[1].choices[4]", "2021-09-01"),
        ),
        said(more, ("/1/choices/4/from", json!("2021-09-02"), json!("2021-09-01")), ("[1].choices[4]", "2021-09-02")),
        // also where it says the very same
        said(
            |file| {
                let row = file[0]["choices"][0].clone();
                add(file, "/0/choices", row);
            },
            ("/0/choices/2/from", json!("2021-06-30"), json!("2021-07-01")),
            ("[0].choices[2]", "2021-06-30"),
        ),
        story(
            Rule::RowNotBackdated,
            as_it_is,
            ("/1/choices/0/from", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].choices[0].from", day("2021-09-01"), day("2021-08-31")),
        ),
        story(
            Rule::ItemInForce,
            as_it_is,
            ("/0/choices/0/items/only/0", json!("A2-16"), json!("A2-4")),
            ("[0].choices[0].items", names(&["A1-16", "A2-1", "A2-10"]), key("A2-16")),
        ),
        story(
            Rule::NamesSomething,
            as_it_is,
            ("/1/choices/0/items/only", json!([]), json!(["A2-1"])),
            ("[1].choices[0].items", SOME, NOTHING),
        ),
        story(
            Rule::NamedOnce,
            as_it_is,
            ("/1/choices/0/items/only", json!(["A2-1", "A2-2", "A2-1"]), json!(["A2-1", "A2-2"])),
            ("[1].choices[0].items", ONCE, key("A2-1")),
        ),
    ]
}

pub(super) fn townships() -> Vec<Story> {
    let run_by = |set, (at, broken, kept): (&'static str, u32, u32), of: Region, (path, by): (&'static str, Region)| {
        let township = Township::with_code(broken).unwrap();
        let told = (path, of.into(), list([township.into(), by.into()]));
        story(Rule::TownshipOfRegion, set, (at, json!(broken.to_string()), json!(kept.to_string())), told)
    };
    let first = ("/0/choices/0/townships/0/township", "[0].choices[0].townships[0].township");
    let last = ("/1/choices/4/townships/0/township", "[1].choices[4].townships[0].township");
    // 许庄街道 is 任城区's by law, and run by 太白湖新区
    fn of(region: &str, file: &mut Value) {
        let unit = json!({"id": "office", "region": region, "kind": "township", "name": "某办（虚构）"});
        add(file, "/1/units", unit);
        let desks = json!([{"township": "370811005", "body": "office"}]);
        let told = json!({"region": region, "townships": desks});
        add(file, "/1/choices", with(choice(json!("all"), "2021-09-01", json!("direct")), told));
    }
    vec![
        run_by(as_it_is, (first.0, 370_832_001, 370_830_103), Region::Wenshang, (first.1, Region::Liangshan)),
        run_by(
            |file| of("rencheng", file),
            (last.0, 370_811_002, 370_811_005),
            Region::Rencheng,
            (last.1, Region::TaibaiLakeZone),
        ),
        run_by(
            |file| of("taibai_lake_zone", file),
            (last.0, 370_811_005, 370_811_002),
            Region::TaibaiLakeZone,
            (last.1, Region::Rencheng),
        ),
        story(
            Rule::NamesSomething,
            as_it_is,
            ("/0/choices/0/townships", json!([]), json!([{"township": "370830001", "body": "nanwang-township"}])),
            ("[0].choices[0].townships", SOME, NOTHING),
        ),
        // one body may act for two of them
        story(
            Rule::NamedOnce,
            |file| add(file, "/0/choices/0/townships", json!({"township": "370830103", "body": "nanwang-township"})),
            ("/0/choices/0/townships/1/township", json!("370830102"), json!("370830103")),
            ("[0].choices[0].townships", ONCE, Township::with_code(370_830_102).unwrap().into()),
        ),
    ]
}

const DESK: (&str, &str) = ("/0/choices/0/townships/0/body", "[0].choices[0].townships[0].body");
const WINDOW: (&str, &str) = ("/1/choices/0/way/window/county", "[1].choices[0].way");
const REVIEW: (&str, &str) = ("/1/choices/1/way/review/seal/county", "[1].choices[1].way");
const INTAKE: (&str, &str) = ("/1/choices/3/way/intake/county", "[1].choices[3].way");

pub(super) fn bodies() -> Vec<Story> {
    let known = |(at, path), named: &'static str, near: &[&'static str], kept: &str| {
        story(Rule::BodyKnown, as_it_is, (at, json!(named), json!(kept)), (path, on_record(near), the(named)))
    };
    let of_region = |(at, path), named: &'static str, kept: &str| {
        let at = (at, json!(named), json!(kept));
        story(Rule::BodyOfRegion, as_it_is, at, (path, Region::Wenshang.into(), the(named)))
    };
    let of_kind = |set, (at, path), expected: Fact, (named, kept): (&'static str, &str)| {
        story(Rule::AuthorityOfTier, set, (at, json!(named), json!(kept)), (path, expected, the(named)))
    };
    let police: fn(&mut Value) = |file| {
        let unit = json!({"id": "ws-police", "region": "wenshang", "kind": "enforcement", "name": "汶上某队（虚构）"});
        add(file, "/0/units", unit);
        add(
            file,
            "/0/units",
            json!({"id": "other-township", "region": "wenshang", "kind": "township", "name": "次邱某办（虚构）"}),
        );
    };
    let mut stories = vec![
        known(
            DESK,
            "nanwang-townshi",
            &["nanwang-township", "wenshang-sector-office", "wenshang-approval-office"],
            "nanwang-township",
        ),
        known(WINDOW, "ws-secto", &["ws-sector", "ls-sector", "wenshang-sector-office"], "ws-bureau"),
        known(REVIEW, "ws-secto", &["ws-sector", "ls-sector", "wenshang-sector-office"], "ws-bureau"),
        known(INTAKE, "ws-secto", &["ws-sector", "ls-sector", "wenshang-sector-office"], "ws-bureau"),
        // one that is recorded later is not on record
        story(
            Rule::BodyKnown,
            |file| {
                let unit = json!({"id": "late", "region": "wenshang", "kind": "township", "name": "次邱某办（虚构）"});
                add(file, "/1/units", unit);
            },
            ("/0/choices/0/townships/0/body", json!("late"), json!("nanwang-township")),
            (DESK.1, on_record(&["bank", "ls-sector", "wenshang-sector-office"]), the("late")),
        ),
    ];
    for named in ["ls-sector", "city-law", "bank"] {
        stories.push(of_region(DESK, named, "nanwang-township"));
        stories.extend([WINDOW, REVIEW, INTAKE].map(|at| of_region(at, named, "ws-bureau")));
    }
    // in the township a body of it, for the county one that is none and no enforcement body
    for named in ["ws-bureau", "ws-sector", "ws-police"] {
        stories.push(of_kind(police, DESK, UnitKind::Township.into(), (named, "other-township")));
    }
    for named in ["nanwang-township", "ws-police"] {
        stories.extend([WINDOW, REVIEW, INTAKE].map(|at| of_kind(police, at, A_COUNTY_BODY, (named, "ws-bureau"))));
    }
    stories
}

/// `S5`: the seats are taken as in a plan.
pub(super) fn seats() -> Vec<Story> {
    let body = |id: &str| (json!({"body": id}), the(id));
    let department = || (json!({"department": "transport"}), Department::Transport.into());
    let seat = |tier: Tier, (named, got): (Value, Fact)| {
        let (at, path, kept) = match tier {
            Tier::CountySupervisor => (
                "/1/choices/3/supervision/county_supervisor",
                "[1].choices[3].supervision.county_supervisor",
                json!(null),
            ),
            Tier::CountyEnforcement => (
                "/1/choices/3/supervision/county_enforcement",
                "[1].choices[3].supervision.county_enforcement",
                json!(null),
            ),
            Tier::CitySupervisor => {
                ("/1/choices/3/supervision/city_supervisor", "[1].choices[3].supervision.city_supervisor", json!(null))
            }
            Tier::CityEnforcement => (
                "/1/choices/3/supervision/city_enforcement",
                "[1].choices[3].supervision.city_enforcement",
                json!(null),
            ),
        };
        story(Rule::AuthorityOfTier, as_it_is, (at, named, kept), (path, tier.into(), got))
    };
    let mut stories = Vec::new();
    for tier in [Tier::CountySupervisor, Tier::CountyEnforcement] {
        // the bureau that decides does not watch over itself
        for named in [body("wenshang-approval-office"), body("ls-sector"), body("city-law"), body("bank"), department()]
        {
            stories.push(seat(tier, named));
        }
    }
    for tier in [Tier::CitySupervisor, Tier::CityEnforcement] {
        for named in [body("ws-sector"), body("bank")] {
            stories.push(seat(tier, named));
        }
    }
    let at = ("/1/choices/3/supervision/county_supervisor/body", json!("ws-secto"), json!("ws-sector"));
    let told = (
        "[1].choices[3].supervision.county_supervisor",
        on_record(&["ws-sector", "ls-sector", "wenshang-sector-office"]),
        the("ws-secto"),
    );
    stories.push(story(Rule::BodyKnown, as_it_is, at, told));
    stories
}

const A_COUNTY_BODY: Fact = Fact::Term {
    zh: "县级行政审批服务局或行业主管部门",
    en: "the county's approval bureau or a sector department",
};
