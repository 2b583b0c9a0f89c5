//! Of numbers, keys and names that amendments give: each once.

use super::{
    lists::{and_then, law, named},
    *,
};

pub(super) fn numbers() -> Vec<Story> {
    let used = |set, at, told| story(Rule::NumberUnused, set, at, told);
    let number = |at: &'static str, path: &'static str, number: &'static str, kept: &'static str| {
        used(as_it_is, (at, json!(number), json!(kept)), (path, NOTHING, the(number)))
    };
    let added = |item: &str| {
        let (at, path) = ("/1/amendments/0/adds/0/key", "[1].amendments[0].adds[0].key");
        used(as_it_is, (at, json!(item), json!("SX-009")), (path, NOTHING, key(item)))
    };
    vec![
        number("/1/amendments/0/number", "[1].amendments[0].number", "TZ-1", "TZ-9"),
        number("/1/amendments/1/number", "[1].amendments[1].number", "TZ-2", "TZ-9"),
        added("WS-001"),
        added("WS-002"),
        used(
            |file| {
                and_then(json!({"adds": [with(item_of_the_city(), json!({"name": "（虚构）又一增列事项"}))]}))(
                    file,
                )
            },
            ("/1/amendments/2/adds/0/key", json!("SJ-001"), json!("SX-002")),
            ("[1].amendments[2].adds[0].key", NOTHING, key("SJ-001")),
        ),
        // S52: a key is given for good, also that of an item that is gone
        used(
            |file| {
                and_then(json!({"removes": ["SX-001"]}))(file);
                let again = amendment("TZ-5", "2021-10-03", law(), json!({"adds": [item_of_the_city()]}));
                add(file, "/1/amendments", again);
            },
            ("/1/amendments/3/adds/0/key", json!("SX-001"), json!("SX-002")),
            ("[1].amendments[3].adds[0].key", NOTHING, key("SX-001")),
        ),
        // nor does the service give it to an item of its own
        used(
            |file| {
                add(
                    file,
                    "/0/amendments/0/adds",
                    with(item_of_the_city(), json!({"key": "SX-000", "name": "（虚构）"})),
                );
                put(file, "/1/on_platform", json!([]));
            },
            ("/1/own_items/0/key", json!("SX-000"), json!("WS-002")),
            ("[1].own_items[0].key", NOTHING, key("SX-000")),
        ),
    ]
}

pub(super) fn names_apart() -> Vec<Story> {
    let used = |set, at, told| story(Rule::NumberUnused, set, at, told);
    let has = |name: &'static str, item: &str| list([Fact::Name(name.into()), key(item)]);
    let added = |name: &'static str, item: &str, kept: &'static str| {
        let (at, path) = ("/1/amendments/0/adds/0/name", "[1].amendments[0].adds[0].name");
        used(as_it_is, (at, json!(name), json!(kept)), (path, NOTHING, has(name, item)))
    };
    let (fifth, sixth) = ("招标人自行办理招标事宜备案", "房屋建筑和市政基础设施起重机械备案");
    vec![
        // a name that the same amendment sets free is free, and one that an earlier one did
        added("船舶登记", "A1-47", "工程造价咨询企业信用档案建设管理"),
        added("（虚构）原有事项", "WS-001", fifth),
        added("（虚构）自行招标备案", "A1-5", "（虚构）又一增列事项"),
        used(
            as_it_is,
            ("/0/amendments/0/changes/0/name", json!("测绘项目登记"), json!("（虚构）更名事项")),
            ("[0].amendments[0].changes[0].name", NOTHING, has("测绘项目登记", "A1-1")),
        ),
        // two items may take each other's
        used(
            |file| put(file, "/0/amendments/0/changes", json!([named("A1-5"), named("A1-6")])),
            (
                "/0/amendments/0/changes",
                json!([change("A1-5", json!({"name": sixth})), change("A1-7", json!({"name": fifth}))]),
                json!([change("A1-5", json!({"name": sixth})), change("A1-6", json!({"name": fifth}))]),
            ),
            ("[0].amendments[0].changes[0].name", NOTHING, has(sixth, "A1-6")),
        ),
        used(
            as_it_is,
            ("/1/own_items/0/name", json!("（虚构）自行招标备案"), json!(fifth)),
            ("[1].own_items[0].name", NOTHING, Fact::Text(parsed("（虚构）自行招标备案"))),
        ),
        // an edition to come has the item too
        used(
            |file| put(file, "/0/amendments/0/from", json!("2021-09-15")),
            ("/1/own_items/0/name", json!("（虚构）自行招标备案"), json!("（虚构）又一事项")),
            ("[1].own_items[0].name", NOTHING, Fact::Text(parsed("（虚构）自行招标备案"))),
        ),
    ]
}
