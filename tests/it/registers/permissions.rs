//! A venue takes in what a recorded permission lets it take, from its first day to its last, as far as was known that day.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, Body, Department, Office, Place, Question, Refusal, Region, Rule, Scope, Stamp, Venue,
    case::steps::File,
    law::Fact,
    place::Centre,
    register::Registers,
    route::{Access, Bearer, Closed, Handling, Offer},
};

use super::{mark, parsed, permission, recorded};
use crate::support::day;

const HOME: Region = Region::Wenshang;
/// Devolved directly, so that a window can decide it; in substantive review, so that none can.
const DIRECT: &str = "A1-1";
const REVIEW: &str = "A1-36";

fn august(on: u32) -> NaiveDate {
    day(2021, 8, on)
}

/// A region whose plan names one body for everything, and no permission.
fn bare() -> Office {
    let first = json!({
        "recorded": "2021-06-30",
        "units": [{"id": "ws-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "某局（虚构）"},
            {"id": "ws-window", "region": "wenshang", "kind": "sector", "name": "某窗口单位（虚构）"}],
        "partners": [{"id": "bank", "name": "某银行（虚构）"}],
        "plans": [{"region": "wenshang", "from": "2021-06-30", "undertakes": [{"items": "all", "handler": "ws-bureau"}]}]
    });
    recorded(Office::built_in(), first)
}

/// A permission of the city's centre.
fn of(number: &str, items: Value, (operator, handling): (&str, Value), (from, until): (&str, Value)) -> Value {
    let mut row = permission(number, json!({"centre": "city"}), from);
    row["items"] = items;
    row["gives"] = json!({"operator": {"department": operator}, "handling": handling});
    row["until"] = until;
    row
}

fn pass_on() -> Value {
    json!("pass_on")
}

fn decide() -> Value {
    json!({"decide": "competent"})
}

/// What the route says of the city's centre.
#[track_caller]
fn access(registers: Registers<'_>, item: &str, on: NaiveDate) -> Access {
    at(registers, item, &Centre::CITY.into(), on)
}

#[track_caller]
fn at(registers: Registers<'_>, item: &str, venue: &Venue, on: NaiveDate) -> Access {
    let key = parsed(item);
    let asked = Question { item: &key, place: Place::Region(HOME), scope: Scope::WITHIN, venue: Some(venue), day: on };
    registers.route(&asked).unwrap().access()
}

/// Who runs the window, where it runs.
fn operator(registers: Registers<'_>, item: &str, on: NaiveDate) -> Option<Body> {
    let item = registers.item_on(&parsed(item), on).unwrap();
    match registers.offer(item, HOME, &Centre::CITY.into(), on) {
        Offer::Running(it) => Some(it.operator.clone()),
        Offer::NotRecorded | Offer::NotBegun(_) | Offer::Ended(_) => None,
    }
}

#[test]
fn a_permission_runs_from_its_first_day_to_its_last_where_it_was_recorded() {
    let row = of("SJ-1", json!("all"), ("finance", pass_on()), ("2021-08-02", json!("2021-08-20")));
    let office = recorded(&bare(), json!({"recorded": "2021-07-31", "permissions": [row]}));
    let (not_begun, ended) = (Access::Closed(Closed::NotBegun(august(2))), Access::Closed(Closed::Ended(august(20))));
    // known since the end of July
    for (on, now) in [(1, not_begun), (2, Access::PassOn), (20, Access::PassOn), (21, ended), (31, ended)] {
        assert_eq!(access(office.now(), REVIEW, august(on)), now, "{on}");
        assert_eq!(access(office.on(august(on)), REVIEW, august(on)), now, "{on}");
    }
    // the day on which it begins or ended is told
    for (access, on) in [(not_begun, august(2)), (ended, august(20))] {
        assert_eq!(access.told(), Fact::List(vec![access.into(), on.into()]));
    }
    assert_eq!(Access::PassOn.told(), Access::PassOn.into());
    // and of nobody before
    let before = office.on(day(2021, 7, 30));
    assert_eq!(before.revision(), 1);
    assert_eq!([1, 2, 21].map(|on| access(before, REVIEW, august(on))), [Access::Closed(Closed::NotRecorded); 3]);
    // S13: elsewhere nothing was recorded
    let centre = |region: Region| Venue::from(region.centre().unwrap());
    for venue in [Venue::Online, centre(Region::Qufu), Venue::Kiosk(parsed("虚构"))] {
        assert_eq!(at(office.now(), REVIEW, &venue, august(2)), Access::Closed(Closed::NotRecorded), "{venue}");
    }
    assert_eq!(at(office.now(), REVIEW, &centre(HOME), august(2)), Access::Competent);
    let item = office.catalogue().latest().annex_1(36).unwrap();
    assert_eq!(office.now().offer(item, Region::Qufu, &Centre::CITY.into(), august(2)), Offer::NotRecorded);
}

#[test]
fn an_ending_brings_the_last_day_forward_for_those_who_know_it() {
    let row = |until: Value| of("SJ-1", json!("all"), ("finance", pass_on()), ("2021-08-02", until));
    let ends = |recorded: &str, last: &str| json!({"recorded": recorded, "endings": [{"ends": {"permission": "SJ-1"}, "last": last, "reason": "虚构"}]});
    for until in [json!(null), json!("2021-08-31")] {
        let office = recorded(&bare(), json!({"recorded": "2021-07-31", "permissions": [row(until.clone())]}));
        let office = recorded(&office, ends("2021-08-10", "2021-08-20"));
        let office = recorded(&office, ends("2021-08-16", "2021-08-15"));
        let known = |on| office.on(august(on));
        let closed = |on| Access::Closed(Closed::Ended(august(on)));
        // until the tenth nobody knew that it would end so soon, until the sixteenth that it already had
        let asked = |by| [15, 16, 20, 21, 31].map(|on| access(known(by), REVIEW, august(on)));
        let open = Access::PassOn;
        assert_eq!(asked(9), [open; 5]);
        assert_eq!(asked(10), [open, open, open, closed(20), closed(20)]);
        assert_eq!(asked(15), asked(10));
        assert_eq!(asked(16), [open, closed(15), closed(15), closed(15), closed(15)]);
        assert_eq!([15, 16].map(|on| access(office.now(), REVIEW, august(on))), [open, closed(15)]);
        assert_eq!(access(known(16), REVIEW, august(1)), Access::Closed(Closed::NotBegun(august(2))));
        // it can neither be put off nor ended again on the same day
        for last in ["2021-08-15", "2021-08-20", "2021-09-30"] {
            let refused = office.record(&serde_json::from_value(ends("2021-08-16", last)).unwrap()).unwrap_err();
            let told: Vec<(&str, Rule)> = refused.all().iter().map(|it| (&*it.path, it.objection.rule)).collect();
            assert_eq!(told, [("[4].endings[0].last", Rule::SpanInOrder)], "{last} {until}");
        }
    }
}

/// One for all, one for the item that decides, one for its kind; the last two for some days only.
fn three() -> Office {
    let all = of("SJ-1", json!("all"), ("approval_service", pass_on()), ("2021-08-02", json!(null)));
    let one = of("SJ-2", json!({"only": [DIRECT]}), ("finance", decide()), ("2021-08-10", json!("2021-08-20")));
    let kind =
        of("SJ-3", json!({"of_kind": "other_power"}), ("housing", pass_on()), ("2021-08-15", json!("2021-08-17")));
    let office = recorded(&bare(), json!({"recorded": "2021-07-31", "permissions": [all]}));
    recorded(&office, json!({"recorded": "2021-08-05", "permissions": [kind, one]}))
}

#[test]
fn of_several_that_speak_of_an_item_the_one_that_runs_and_began_last_counts() {
    let office = three();
    let (direct, pass_on) = (Access::Direct(Bearer::Competent), Access::PassOn);
    let (all, one, kind) = (Department::ApprovalService, Department::Finance, Department::Housing);
    for (on, found, by) in [
        (2, pass_on, all),
        (9, pass_on, all),
        (10, direct, one),
        (14, direct, one),
        (15, pass_on, kind),
        (17, pass_on, kind),
        (18, direct, one),
        (20, direct, one),
        (21, pass_on, all),
        (31, pass_on, all),
    ] {
        let found_by = (access(office.now(), DIRECT, august(on)), operator(office.now(), DIRECT, august(on)));
        assert_eq!(found_by, (found, Some(by.into())), "{on}");
        // of an item of another kind that is not named only the first speaks
        assert_eq!(access(office.now(), REVIEW, august(on)), Access::PassOn);
        assert_eq!(operator(office.now(), REVIEW, august(on)), Some(all.into()));
    }
    assert_eq!(access(office.now(), DIRECT, august(1)), Access::Closed(Closed::NotBegun(august(2))));
    // before the fifth only the first was known
    let then = office.on(august(4));
    assert_eq!([10, 15, 20].map(|on| operator(then, DIRECT, august(on))), [all, all, all].map(|it| Some(it.into())));
    // the first ends: what is told then is what begins next, else what ended last
    let office = recorded(
        &office,
        json!({"recorded": "2021-08-06", "endings": [
        {"ends": {"permission": "SJ-1"}, "last": "2021-08-07", "reason": "虚构"}]}),
    );
    let closed = |it| Access::Closed(it);
    assert_eq!(access(office.now(), DIRECT, august(7)), pass_on);
    assert_eq!(access(office.now(), DIRECT, august(8)), closed(Closed::NotBegun(august(10))));
    assert_eq!(access(office.now(), DIRECT, august(21)), closed(Closed::Ended(august(20))));
    assert_eq!(access(office.now(), REVIEW, august(8)), closed(Closed::Ended(august(7))));
}

#[test]
fn of_two_that_begin_on_one_day_the_one_recorded_last_counts() {
    let row = |number: &str, operator: &str, items: &str| {
        let items = if items == "all" { json!("all") } else { json!({"only": [items]}) };
        of(number, items, (operator, pass_on()), ("2021-08-10", json!(null)))
    };
    // of one list, and of two revisions; speaking generally or of the one item
    for (first, second) in [("all", "all"), (DIRECT, DIRECT), ("all", DIRECT), (DIRECT, "all")] {
        let rows = [row("SJ-1", "finance", first), row("SJ-2", "housing", second)];
        let [one, two] = rows.clone();
        let office = recorded(&bare(), json!({"recorded": "2021-07-31", "permissions": rows}));
        assert_eq!(operator(office.now(), DIRECT, august(10)), Some(Department::Housing.into()), "{first} {second}");
        let office = recorded(&bare(), json!({"recorded": "2021-07-31", "permissions": [one]}));
        assert_eq!(operator(office.now(), DIRECT, august(10)), Some(Department::Finance.into()));
        let office = recorded(&office, json!({"recorded": "2021-08-02", "permissions": [two]}));
        assert_eq!(operator(office.now(), DIRECT, august(10)), Some(Department::Housing.into()), "{first} {second}");
        assert_eq!(operator(office.on(august(1)), DIRECT, august(10)), Some(Department::Finance.into()));
    }
}

/// Papers handed in at the city's centre, by whom and on which day of August.
fn filed(office: &Office, on: u32, by: Department) -> Result<AnyCase, Refusal> {
    let step = File {
        case: mark("C-1"),
        item: parsed(DIRECT),
        place: Place::Region(HOME),
        scope: Scope::WITHIN,
        venue: Centre::CITY.into(),
        applicant: parsed("applicant-1"),
        materials: vec![],
        follows: None,
    };
    let by = Actor::Official { body: by.into(), person: parsed("clerk-1") };
    let stamp = Stamp { at: tongquan::Moment::new(august(on), 9, 0, 0).unwrap(), by };
    AnyCase::file(step, stamp, office).map_err(|it| it.why)
}

#[test]
fn a_case_is_taken_in_where_and_when_the_registers_of_the_day_let_it() {
    // ended on the 18th, which is recorded on the 19th
    let office = recorded(
        &three(),
        json!({"recorded": "2021-08-19", "endings": [
        {"ends": {"permission": "SJ-2"}, "last": "2021-08-18", "reason": "虚构"}]}),
    );
    let (all, one, kind) = (Department::ApprovalService, Department::Finance, Department::Housing);
    let expected = [
        (1, all, Err(vec![Rule::VenueOpen, Rule::ActorHoldsRole])),
        (2, all, Ok(Handling::PassOn)),
        (2, one, Err(vec![Rule::ActorHoldsRole])),
        (10, one, Ok(Handling::Decide(Bearer::Competent))),
        (15, kind, Ok(Handling::PassOn)),
        (18, one, Ok(Handling::Decide(Bearer::Competent))),
        (19, one, Err(vec![Rule::ActorHoldsRole])),
        (19, all, Ok(Handling::PassOn)),
    ];
    for (on, by, told) in expected {
        let filed = filed(&office, on, by).map_err(|it| super::rules(&it));
        let found =
            filed.as_ref().map(|it| it.record().brief().admission.as_ref().unwrap().handling).map_err(Clone::clone);
        assert_eq!(found, told, "{by} on {on}");
        let Ok(case) = filed else { continue };
        let known = if on < 5 {
            2
        } else if on < 19 {
            3
        } else {
            4
        };
        assert_eq!(case.record().brief().revision, known);
        assert_eq!(super::stored(&case).record().hold_against(&office), Ok(()));
    }
}

#[test]
fn a_filing_outside_the_days_of_a_permission_is_told_which_day_it_was() {
    let row = of("SJ-1", json!("all"), ("approval_service", pass_on()), ("2021-08-03", json!("2021-08-10")));
    let office = recorded(&bare(), json!({"recorded": "2021-08-01", "permissions": [row]}));
    let told = |on: u32| {
        let refused = filed(&office, on, Department::ApprovalService).unwrap_err();
        refused.objections().iter().find(|it| it.rule == Rule::VenueOpen).unwrap().got.zh()
    };
    assert_eq!(told(2), "济宁市为民服务中心、登记的收件权限尚未开始、2021-08-03");
    assert_eq!(told(11), "济宁市为民服务中心、登记的收件权限已终止、2021-08-10");
    assert!([3, 10].into_iter().all(|on| filed(&office, on, Department::ApprovalService).is_ok()));
}
