//! One filing for each rule of filing that breaks it, and a few that break several or none.

use serde_json::{Value, json};

use super::{Machine, broken, selfcheck::golden, selfcheck_rules::set};

/// Rule, and the filing that breaks it alone.
pub(super) fn trials() -> Vec<(&'static str, Value)> {
    let filing = |name: &str, path: &str, value: Value| set(&golden(name)[0], path, value);
    vec![
        ("step_has_place", golden("direct")[1].clone()),
        ("named_once", filing("direct", "step/materials", json!(["form", "form"]))),
        ("edition_in_force", filing("direct", "stamp/at", json!("2021-06-14T23:59:59+08:00"))),
        ("edition_in_force", filing("direct", "found/edition", Value::Null)),
        ("item_in_force", filing("direct", "found/item", Value::Null)),
        ("item_in_force", filing("direct", "step/item", json!("A1-62"))),
        ("catalogue_agrees", filing("direct", "found/item/kind", json!("licence"))),
        ("catalogue_agrees", filing("direct", "found/item/column", json!("review"))),
        ("catalogue_agrees", filing("review", "found/item/cell/why", json!("amendment"))),
        ("catalogue_agrees", filing("amended 0", "found/item/kind", json!("other_power"))),
        ("place_has_region", filing("direct", "step/place", json!("city"))),
        ("region_has_chosen", filing("township_direct", "found/undertaking/chosen", Value::Null)),
        ("region_has_chosen", filing("township_direct", "step/place", json!({ "region": "liangshan" }))),
        ("region_has_chosen", filing("township_direct", "step/place", json!({ "township": "370832001" }))),
        ("review_seal_named", filing("amended 4", "found/undertaking/chosen/way/review/seal", Value::Null)),
        ("crossing_resolved", filing("county_original", "step/scope", json!(["wenshang", "qufu"]))),
        ("crossing_resolved", filing("township_direct", "step/scope", json!(["qufu"]))),
        ("handler_named", filing("county_original", "found/undertaking/handler", Value::Null)),
        ("venue_open", filing("direct", "step/venue", json!({ "centre": { "region": "wenshang" } }))),
        ("venue_open", filing("direct", "step/venue", json!("online"))),
        ("new_case", filing("direct", "step/follows", json!("2024-000001"))),
        ("actor_holds_role", filing("direct", "stamp/by", json!({ "applicant": "applicant-1" }))),
        ("actor_holds_role", filing("direct", "stamp/by/official/body/unit/id", json!("rencheng-sector"))),
        ("actor_holds_role", filing("foreign_venue", "stamp/by/official/body", json!({ "department": "transport" }))),
    ]
}

#[test]
fn a_filing_is_told_every_rule_that_it_breaks() {
    let wrong = set(&golden("direct")[0], "step/materials", json!(["photo", "photo"]));
    let wrong = set(&wrong, "step/follows", json!("2024-000001"));
    let wrong = set(&wrong, "step/venue", json!("online"));
    let wrong = set(&wrong, "stamp/by", json!({ "applicant": "applicant-1" }));
    let all = broken(["named_once", "new_case", "venue_open", "actor_holds_role"]);
    assert_eq!(Machine::file(&wrong).unwrap_err(), all);
}

#[test]
fn whose_window_has_no_permission_has_no_role_either() {
    let closed = set(&golden("foreign_venue")[0], "found/admission", Value::Null);
    assert_eq!(Machine::file(&closed).unwrap_err(), broken(["venue_open", "actor_holds_role"]));
    let bureau = closed["file"]["found"]["undertaking"]["handler"].clone();
    let by_the_region = set(&closed, "stamp/by/official/body", json!({ "unit": bureau }));
    assert_eq!(Machine::file(&by_the_region).unwrap_err(), broken(["venue_open"]));
}

#[test]
fn a_body_is_known_by_its_id() {
    let renamed = set(&golden("direct")[0], "stamp/by/official/body/unit/name", json!("（虚构）新名"));
    assert_eq!(Machine::file(&renamed).expect("the same body").stage(), "filed");
}

/// Who files where, for a region's item without a plan, without staff, and for one that crosses.
#[test]
fn the_city_takes_in_at_its_own_centre_what_the_region_cannot() {
    for (name, path, value) in [
        ("direct", "found/undertaking/handler", Value::Null),
        ("review", "found/undertaking/handler", Value::Null),
        ("intake", "found/undertaking/handler", Value::Null),
        ("window", "found/undertaking/posted", json!(false)),
        ("direct", "step/scope", json!(["qufu"])),
    ] {
        let filing = set(&golden(name)[0], path, value);
        let department = filing["file"]["found"]["item"]["department"].clone();
        let filing = set(&filing, "stamp/by/official/body", json!({ "department": department }));
        assert_eq!(Machine::file(&filing).unwrap_err(), broken(["venue_open"]), "{name}: not at the region's centre");
        let filing = set(&filing, "step/venue", json!({ "centre": "city" }));
        assert!(Machine::file(&filing).is_ok(), "{name}");
    }
}

#[test]
fn a_window_decides_only_where_its_permission_moves_no_power() {
    let operator = |region: &str, kind: &str| {
        let id = format!("{region}-{}", kind.trim_start_matches("approval_"));
        json!({ "unit": { "id": id, "region": region, "kind": kind, "name": "（虚构）" } })
    };
    let file = |name: &str, venue: &Value, operator: &Value, how: &str| {
        let admission = json!({ "operator": operator, "handling": { "decide": how } });
        let filing = set(&golden(name)[0], "found/admission", admission);
        let filing = set(&filing, "step/venue", venue.clone());
        Machine::file(&set(&filing, "stamp/by/official/body", operator.clone())).err().unwrap_or_default()
    };
    let (bank, city) = (json!({ "bank_outlet": "（虚构）网点" }), json!({ "centre": "city" }));
    let village = json!({ "village_station": "370811002001" });
    let sector = |region: &str| operator(region, "sector");
    let closed = broken(["venue_open", "actor_holds_role"]);
    assert!(file("direct", &bank, &sector("rencheng"), "competent").is_empty());
    assert_eq!(file("direct", &bank, &sector("qufu"), "competent"), closed, "a unit of another place");
    assert_eq!(file("direct", &village, &sector("rencheng"), "competent"), closed, "no public service");
    let bureau = operator("rencheng", "approval_bureau");
    assert!(file("direct", &village, &bureau, "competent").is_empty(), "who accepts anyway, in a window of its own");
    assert_eq!(file("direct", &bank, &operator("rencheng", "enforcement"), "competent"), closed);
    assert_eq!(file("review", &bank, &sector("wenshang"), "competent"), closed, "never Seal No. 2");
    assert_eq!(file("window", &bank, &sector("zoucheng"), "competent"), closed, "no county body decides");
    let own = json!({ "department": "ecology" });
    assert!(file("window", &city, &own, "department").is_empty());
    assert_eq!(file("window", &city, &json!({ "department": "transport" }), "department"), closed);
    assert_eq!(file("direct", &city, &json!({ "department": "natural_resources" }), "department"), closed);
}
