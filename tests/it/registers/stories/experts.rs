//! Of experts: numbered once, qualified, called for something, and in the pool for a span of days.

use super::*;

fn expert(number: &str, from: &str) -> Value {
    json!({"number": number, "department": "ecology", "reference": "expert-1", "organisation": null,
        "qualifications": ["（虚构）资质"], "works": ["survey", "monitoring"], "from": from, "until": null})
}

/// Two in the pool: one carried over, one come since.
fn pool(file: &mut Value) {
    file[0]["experts"] = json!([expert("ZJ-1", "2021-07-01")]);
    file[1]["experts"] = json!([expert("ZJ-2", "2021-09-01")]);
}

/// The first leaves it.
fn leaves(file: &mut Value) {
    pool(file);
    add(file, "/1/endings", json!({"ends": {"expert": "ZJ-1"}, "last": "2021-09-30", "reason": "虚构"}));
}

pub(super) fn experts() -> Vec<Story> {
    let some = |at: &'static str, kept: Value, path: &'static str| {
        story(Rule::NamesSomething, pool, (at, json!([]), kept), (path, SOME, NOTHING))
    };
    let two = |one: &str, other: &str| json!([one, other]);
    let span = |set, at, told| story(Rule::SpanInOrder, set, at, told);
    vec![
        story(
            Rule::NumberUnused,
            pool,
            ("/1/experts/0/number", json!("ZJ-1"), json!("ZJ-2")),
            ("[1].experts[0].number", NOTHING, the("ZJ-1")),
        ),
        // the number of one who has left is not given again
        story(
            Rule::NumberUnused,
            |file| put_until(file, "2021-07-31"),
            ("/1/experts/0/number", json!("ZJ-1"), json!("ZJ-3")),
            ("[1].experts[0].number", NOTHING, the("ZJ-1")),
        ),
        some("/0/experts/0/qualifications", json!(["（虚构）资质"]), "[0].experts[0].qualifications"),
        some("/1/experts/0/works", json!(["survey"]), "[1].experts[0].works"),
        story(
            Rule::NamedOnce,
            pool,
            ("/1/experts/0/works", two("survey", "survey"), two("survey", "other")),
            ("[1].experts[0].works", ONCE, tongquan::register::ExpertWork::Survey.into()),
        ),
        story(
            Rule::NamedOnce,
            pool,
            ("/0/experts/0/qualifications", two("甲级（虚构）", "甲级（虚构）"), two("甲级（虚构）", "乙级（虚构）")),
            ("[0].experts[0].qualifications", ONCE, Fact::Text(parsed("甲级（虚构）"))),
        ),
        story(
            Rule::RowNotBackdated,
            pool,
            ("/1/experts/0/from", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].experts[0].from", day("2021-09-01"), day("2021-08-31")),
        ),
        span(
            pool,
            ("/0/experts/0/until", json!("2021-06-30"), json!("2021-07-01")),
            ("[0].experts[0].until", day("2021-07-01"), day("2021-06-30")),
        ),
        // leaves before coming, and no sooner than was known
        span(
            |file| {
                leaves(file);
                put(file, "/0/experts/0/from", json!("2021-10-01"));
            },
            ("/1/endings/3/last", json!("2021-09-30"), json!("2021-10-01")),
            ("[1].endings[3].last", from_on("2021-10-01"), day("2021-09-30")),
        ),
        span(
            |file| {
                leaves(file);
                put(file, "/0/experts/0/until", json!("2021-09-30"));
            },
            ("/1/endings/3/last", json!("2021-09-30"), json!("2021-09-29")),
            ("[1].endings[3].last", from_until("2021-07-01", "2021-09-30"), day("2021-09-30")),
        ),
        story(
            Rule::EndsSomething,
            leaves,
            ("/1/endings/3/ends/expert", json!("ZJ-9"), json!("ZJ-1")),
            ("[1].endings[3].ends", NOTHING, the("ZJ-9")),
        ),
    ]
}

fn put_until(file: &mut Value, until: &str) {
    pool(file);
    put(file, "/0/experts/0/until", json!(until));
}
