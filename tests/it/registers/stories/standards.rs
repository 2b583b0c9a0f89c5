//! Of standards: what a handbook holds by itself and beside the one before, what a region's own may be; and of a year's notice.

use strum::IntoEnumIterator;
use tongquan::{
    Standing,
    register::{ProcedureKind, TimeUnit},
};

use super::*;

/// 汶上县's own, drawn from the first edition of the handbook.
fn with_own(file: &mut Value) {
    let own = with(handbook(1, "2021-09-01"), json!({"own": {"region": "wenshang", "handbook": 1}}));
    add(file, "/1/standards", own);
}

/// A handbook of the licence that a county had before.
fn of_a_licence(file: &mut Value) {
    add(file, "/1/standards", with(handbook(1, "2021-09-01"), json!({"item": "WS-001"})));
}

/// A handbook of what is devolved to the counties alone, and a region's own.
fn of_the_counties(file: &mut Value) {
    let first = with(handbook(1, "2021-06-15"), json!({"item": "A1-31"}));
    add(file, "/0/standards", first.clone());
    let own = json!({"from": "2021-09-01", "own": {"region": "wenshang", "handbook": 1}});
    add(file, "/1/standards", with(first, own));
}

fn limit(amount: u16, unit: &str) -> Value {
    json!({"amount": amount, "unit": unit})
}

fn days(amount: u64) -> Fact {
    list([Fact::Number(amount), TimeUnit::WorkingDay.into()])
}

const OPTIONAL_STEP: Fact = Fact::Term { zh: "非必经", en: "optional" };
const REQUIRED_STEP: Fact = Fact::Term { zh: "必经", en: "required" };
const OPTIONAL_PAPER: Fact = Fact::Term { zh: "非必交", en: "optional" };
const REQUIRED_PAPER: Fact = Fact::Term { zh: "必交", en: "required" };

pub(super) fn alone() -> Vec<Story> {
    use Rule::{CodeOnce, LicenceProcedures, LimitsWithinLaw, StepKnown, StepsReachable, TimeToCorrect};
    vec![
        story(
            CodeOnce,
            as_it_is,
            ("/1/standards/0/materials/3/code", json!("form"), json!("other")),
            ("[1].standards[0].materials", ONCE, the("form")),
        ),
        story(
            CodeOnce,
            as_it_is,
            ("/1/standards/0/conditions/1/code", json!("eligible"), json!("true")),
            ("[1].standards[0].conditions", ONCE, the("eligible")),
        ),
        story(
            LimitsWithinLaw,
            as_it_is,
            ("/0/standards/0/limits/promised", limit(21, "working_day"), limit(20, "working_day")),
            ("[0].standards[0].limits", days(20), days(21)),
        ),
        story(
            LimitsWithinLaw,
            of_a_licence,
            ("/1/standards/1/notice", limit(6, "working_day"), limit(5, "working_day")),
            ("[1].standards[1].notice", days(5), days(6)),
        ),
        story(
            TimeToCorrect,
            as_it_is,
            ("/1/standards/0/corrections", limit(0, "day"), limit(1, "day")),
            ("[1].standards[0].corrections", Fact::Number(1), list([Fact::Number(0), TimeUnit::Day.into()])),
        ),
        story(
            StepKnown,
            as_it_is,
            ("/1/standards/0/steps/2/after", json!(["desk", "board"]), json!(["desk"])),
            ("[1].standards[0].steps[2].after", NOTHING, the("board")),
        ),
        story(
            StepsReachable,
            as_it_is,
            ("/1/standards/0/steps/1/after", json!(["site"]), json!(["desk"])),
            ("[1].standards[0].steps", NOTHING, list([the("site")])),
        ),
        story(
            LicenceProcedures,
            of_a_licence,
            ("/1/standards/1/procedures/0/kind", Value::Null, json!("expert_review")),
            ("[1].standards[1].procedures[0].kind", Fact::list(ProcedureKind::iter()), the("panel")),
        ),
    ]
}

pub(super) fn in_line() -> Vec<Story> {
    use Rule::{
        EditionFollows, GrowthIsThere, HandbookKnown, OwnWhereRegionDecides, RegionAddsNothing, StandardShrinks,
    };
    let cited = json!([{"element": "step", "code": "site", "by": "（虚构）上级文件"}]);
    vec![
        story(
            EditionFollows,
            as_it_is,
            ("/1/standards/0/edition", json!(3), json!(2)),
            ("[1].standards[0].edition", Fact::Number(2), Fact::Number(3)),
        ),
        story(
            EditionFollows,
            as_it_is,
            ("/0/standards/0/from", json!("2021-10-01"), json!("2021-09-30")),
            ("[1].standards[0].from", day("2021-10-01"), day("2021-10-01")),
        ),
        story(
            StandardShrinks,
            as_it_is,
            ("/1/standards/0/steps/1/required", json!(true), json!(false)),
            ("[1].standards[0].steps[1].required", OPTIONAL_STEP, REQUIRED_STEP),
        ),
        // unless higher policy asks for it
        story(
            StandardShrinks,
            |file| put(file, "/1/standards/0/steps/1/required", json!(true)),
            ("/1/standards/0/grown", json!([]), cited.clone()),
            ("[1].standards[0].steps[1].required", OPTIONAL_STEP, REQUIRED_STEP),
        ),
        story(
            GrowthIsThere,
            as_it_is,
            ("/1/standards/0/grown", cited, json!([])),
            ("[1].standards[0].grown[0]", NOTHING, the("site")),
        ),
        story(
            RegionAddsNothing,
            with_own,
            ("/1/standards/1/materials/3/required", json!(true), json!(false)),
            ("[1].standards[1].materials[3].required", OPTIONAL_PAPER, REQUIRED_PAPER),
        ),
        story(
            RegionAddsNothing,
            with_own,
            ("/1/standards/1/limits/promised", limit(6, "working_day"), limit(4, "working_day")),
            ("[1].standards[1].limits", days(5), days(6)),
        ),
        story(
            HandbookKnown,
            with_own,
            ("/1/standards/1/own/handbook", json!(3), json!(1)),
            ("[1].standards[1].own.handbook", Fact::Number(2), Fact::Number(3)),
        ),
        story(
            OwnWhereRegionDecides,
            of_the_counties,
            ("/1/standards/1/own/region", json!("high_tech_zone"), json!("wenshang")),
            ("[1].standards[1].own.region", Region::HighTechZone.into(), Standing::NotDevolved.into()),
        ),
    ]
}

pub(super) fn years() -> Vec<Story> {
    let fits = |at, told| story(Rule::CalendarYearFits, as_it_is, at, told);
    vec![
        fits(
            ("/1/calendars/0/exceptions/0/date", json!("2028-01-01"), json!("2027-01-01")),
            (
                "[1].calendars[0].exceptions[0].date",
                NOTHING,
                told("2028-01-01不在2027年", "2028-01-01 is no day of 2027"),
            ),
        ),
        fits(
            ("/1/calendars/0/exceptions/0/kind", json!("makeup_workday"), json!("holiday")),
            (
                "[1].calendars[0].exceptions[0].date",
                NOTHING,
                told(
                    "2027-01-01是周五，不是周六、周日，无班可补",
                    "2027-01-01 is a Fri, so there is nothing to make up: make-up workdays are Saturdays and Sundays",
                ),
            ),
        ),
        fits(
            (
                "/1/calendars/0/exceptions",
                json!([]),
                json!([{"date": "2027-01-01", "kind": "holiday", "name": "元旦"}]),
            ),
            ("[1].calendars[0].exceptions", NOTHING, told("通知须列有日期", "a notice names some day")),
        ),
    ]
}
