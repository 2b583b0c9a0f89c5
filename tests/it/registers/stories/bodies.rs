//! Of bodies: on record, the same for good, of the region and tier that is needed.

use tongquan::UnitKind;

use super::*;

pub(super) fn bodies() -> Vec<Story> {
    let known = |set, at, told| story(Rule::BodyKnown, set, at, told);
    let kept = |set, at, told| story(Rule::BodyKept, set, at, told);
    let of_region = |named: &'static str| {
        story(
            Rule::BodyOfRegion,
            as_it_is,
            ("/0/plans/0/undertakes/0/handler", json!(named), json!("ws-bureau")),
            ("[0].plans[0].undertakes[0].handler", Region::Wenshang.into(), the(named)),
        )
    };
    vec![
        known(
            as_it_is,
            ("/0/plans/0/undertakes/0/handler", json!("ws-burau"), json!("ws-bureau")),
            (
                "[0].plans[0].undertakes[0].handler",
                on_record(&["ws-bureau", "ws-sector", "ls-sector"]),
                the("ws-burau"),
            ),
        ),
        // a body is there from its revision on
        known(
            |file| {
                let unit =
                    json!({"id": "ws-new", "region": "wenshang", "kind": "sector", "name": "汶上又一局（虚构）"});
                add(file, "/1/units", unit);
            },
            ("/0/plans/0/undertakes/0/handler", json!("ws-new"), json!("ws-sector")),
            ("[0].plans[0].undertakes[0].handler", on_record(&["ws-bureau", "ws-sector", "ls-sector"]), the("ws-new")),
        ),
        known(
            as_it_is,
            ("/0/plans/0/undertakes/0/supervision/city_enforcement/body", json!("city"), json!("city-law")),
            (
                "[0].plans[0].undertakes[0].supervision.city_enforcement",
                on_record(&["city-law", "ls-sector", "ws-sector"]),
                the("city"),
            ),
        ),
        known(
            as_it_is,
            ("/1/permissions/0/gives/operator/body", json!("ls-secto"), json!("ls-sector")),
            (
                "[1].permissions[0].gives.operator",
                on_record(&["ls-sector", "ws-sector", "wenshang-sector-office"]),
                the("ls-secto"),
            ),
        ),
        kept(
            as_it_is,
            ("/1/units/0/region", json!("liangshan"), json!("wenshang")),
            ("[1].units[0].id", unit(Region::Wenshang, BUREAU), unit(Region::Liangshan, BUREAU)),
        ),
        kept(
            as_it_is,
            ("/1/units/0/kind", json!("sector"), json!("approval_bureau")),
            ("[1].units[0].id", unit(Region::Wenshang, BUREAU), unit(Region::Wenshang, UnitKind::Sector)),
        ),
        kept(
            |file| put(file, "/1/agencies", json!([])),
            ("/1/partners/0/id", json!("city-law"), json!("kiosk-keeper")),
            ("[1].partners[0].id", CITY, Fact::Term { zh: "合作方", en: "a partner" }),
        ),
        kept(
            as_it_is,
            ("/1/agencies/0/id", json!("ws-sector"), json!("city-other")),
            ("[1].agencies[0].id", unit(Region::Wenshang, UnitKind::Sector), CITY),
        ),
        of_region("ls-sector"),
        of_region("city-law"),
        of_region("bank"),
    ]
}

pub(super) fn authorities() -> Vec<Story> {
    let body = |id: &str| (json!({"body": id}), the(id));
    let department = (json!({"department": "transport"}), Department::Transport.into());
    let tier = |(at, path): (&'static str, &'static str), tier: Tier, (named, got): (Value, Fact), kept: &Value| {
        let (at, told) = ((at, named, kept.clone()), (path, tier.into(), got));
        story(Rule::AuthorityOfTier, as_it_is, at, told)
    };
    let county = (
        "/0/plans/0/undertakes/0/supervision/county_supervisor",
        "[0].plans[0].undertakes[0].supervision.county_supervisor",
    );
    let county_law = (
        "/0/plans/0/undertakes/0/supervision/county_enforcement",
        "[0].plans[0].undertakes[0].supervision.county_enforcement",
    );
    let city = (
        "/0/plans/0/undertakes/0/supervision/city_supervisor",
        "[0].plans[0].undertakes[0].supervision.city_supervisor",
    );
    let city_law = (
        "/0/plans/0/undertakes/0/supervision/city_enforcement",
        "[0].plans[0].undertakes[0].supervision.city_enforcement",
    );
    let (ours, the_city) = (json!({"body": "ws-sector"}), json!({"body": "city-law"}));
    let mut stories = Vec::new();
    // S5: a county seat is for a unit of the region
    for (seat, of) in [(county, Tier::CountySupervisor), (county_law, Tier::CountyEnforcement)] {
        for named in [department.clone(), body("ls-sector"), body("city-law"), body("bank")] {
            stories.push(tier(seat, of, named, &ours));
        }
    }
    for (seat, of) in [(city, Tier::CitySupervisor), (city_law, Tier::CityEnforcement)] {
        for named in [body("ws-sector"), body("bank")] {
            stories.push(tier(seat, of, named, &the_city));
        }
    }
    // S38: whoever decides at a window is a department or a unit
    let window = |named: &str, kept: Value| {
        let at = ("/1/permissions/0/gives/operator", json!({"body": named}), kept);
        story(Rule::AuthorityOfTier, as_it_is, at, ("[1].permissions[0].gives.operator", NOTHING, the(named)))
    };
    stories.push(window("bank", json!({"body": "ls-sector"})));
    stories.push(window("city-law", json!({"department": "transport"})));
    // nobody but an authority decides, in whatever name
    stories.push(story(
        Rule::AuthorityOfTier,
        |file| put(file, "/1/permissions/0/gives/operator", json!({"body": "bank"})),
        ("/1/permissions/0/gives/handling", json!({"decide": "department"}), json!("pass_on")),
        ("[1].permissions[0].gives.operator", NOTHING, the("bank")),
    ));
    stories
}

const BUREAU: UnitKind = UnitKind::ApprovalBureau;
const CITY: Fact = Fact::Term { zh: "市级机构", en: "a city body" };

fn unit(region: Region, kind: UnitKind) -> Fact {
    list([region.into(), kind.into()])
}
