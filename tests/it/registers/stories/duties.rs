//! Of evidence: of which duty, by whom, when.

use tongquan::register::{Binds, Obligation, Responsible};

use super::*;

const SHOWN_BY_EVIDENCE: Fact = Fact::Term { zh: "以证据说明的责任", en: "a duty that evidence shows" };

fn only(it: impl Into<Responsible>) -> Binds {
    Binds::Only(it.into())
}

/// Adds evidence to the second revision, as its third row.
fn recorded(file: &mut Value, obligation: &str, by: Value, on: &str) {
    add(file, "/1/evidence", evidence(obligation, by, on));
}

pub(super) fn rows() -> Vec<Story> {
    [called_for(), of_bearers(), of_days()].into_iter().flatten().collect()
}

fn called_for() -> Vec<Story> {
    let called = |at, (broken, kept): (&str, &str), (path, got): (_, Obligation)| {
        let told = (path, SHOWN_BY_EVIDENCE, got.into());
        story(Rule::EvidenceCalledFor, as_it_is, (at, json!(broken), json!(kept)), told)
    };
    vec![
        called(
            "/0/evidence/0/obligation",
            ("name_advisers", "publish_advisers"),
            ("[0].evidence[0].obligation", Obligation::NameAdvisers),
        ),
        called(
            "/1/evidence/0/obligation",
            ("station_items", "assign_tasks"),
            ("[1].evidence[0].obligation", Obligation::StationItems),
        ),
        // what is owed once takes no cycle
        story(
            Rule::CycleOfRecurring,
            as_it_is,
            ("/0/evidence/0/cycle", json!("2021-07-01"), Value::Null),
            ("[0].evidence[0].cycle", NOTHING, day("2021-07-01")),
        ),
    ]
}

fn of_bearers() -> Vec<Story> {
    let borne = |set, at, (path, binds, got): (_, &[Binds], Fact)| {
        story(Rule::EvidenceOfBearer, set, at, (path, Fact::list(binds.iter().copied()), got))
    };
    let third = |set, (broken, kept): (Value, Value), binds: &[Binds], got: Fact| {
        borne(set, ("/1/evidence/2/by", broken, kept), ("[1].evidence[2].by", binds, got))
    };
    let of = |department: &str| json!({"department": department});
    let region = |region: &str| json!({"region": region});
    let leads = [only(Department::GovernmentOffice), only(Department::ApprovalService)];
    vec![
        borne(
            as_it_is,
            ("/0/evidence/0/by", of("finance"), of("commerce")),
            ("[0].evidence[0].by", &[Binds::Departments], Department::Finance.into()),
        ),
        // an item that a service keeps of its own counts
        borne(
            |file| {
                let city = json!({"city": {"department": "finance", "modality": "direct"}});
                let own = json!({"key": "WS-003", "name": "（虚构）又一事项", "kind": "licence", "origin": city});
                add(file, "/0/own_items", own);
            },
            ("/0/evidence/0/by", of("establishment"), of("finance")),
            ("[0].evidence[0].by", &[Binds::Departments], Department::Establishment.into()),
        ),
        borne(
            as_it_is,
            ("/0/evidence/0/by", region("wenshang"), of("health")),
            ("[0].evidence[0].by", &[Binds::Departments], Region::Wenshang.into()),
        ),
        third(
            |file| recorded(file, "supervise_seals", json!(null), "2021-07-01"),
            (of("ecology"), of("public_security")),
            &[Binds::DepartmentsWith(Modality::Review)],
            Department::Ecology.into(),
        ),
        third(
            |file| recorded(file, "open_platform", json!(null), "2021-07-01"),
            (of("big_data"), of("approval_service")),
            &[only(Department::ApprovalService)],
            Department::BigData.into(),
        ),
        third(
            |file| recorded(file, "fill_posts", json!(null), "2021-07-01"),
            (of("establishment"), region("culture_zone")),
            &[Binds::Regions],
            Department::Establishment.into(),
        ),
        // who leads the clause does not start them
        third(
            |file| recorded(file, "pilot_stations", json!(null), "2021-07-01"),
            (of("approval_service"), region("high_tech_zone")),
            &[only(Region::Wenshang), only(Region::HighTechZone)],
            Department::ApprovalService.into(),
        ),
        third(
            |file| recorded(file, "pilot_stations", json!(null), "2021-07-01"),
            (region("qufu"), region("wenshang")),
            &[only(Region::Wenshang), only(Region::HighTechZone)],
            Region::Qufu.into(),
        ),
        // S1: the one region without a centre
        third(
            |file| recorded(file, "level_centres", json!(null), "2021-07-01"),
            (region("culture_zone"), region("taibai_lake_zone")),
            &[leads[0], leads[1], Binds::RegionsWithCentre],
            Region::CultureZone.into(),
        ),
        // the list of the day says who has items
        borne(
            |file| {
                put(file, "/0/amendments/0/removes", json!(["A1-45"]));
                recorded(file, "share_cases", json!({"department": "emergency"}), "");
            },
            ("/1/evidence/2/on", json!("2021-07-15"), json!("2021-07-14")),
            ("[1].evidence[2].by", &[Binds::Departments], Department::Emergency.into()),
        ),
    ]
}

fn of_days() -> Vec<Story> {
    let far = |set, (broken, kept): (&str, &str), last| {
        let at = ("/1/evidence/1/cycle", json!(broken), json!(kept));
        let last = told(&format!("至{last}"), &format!("up to {last}"));
        story(Rule::CycleOfRecurring, set, at, ("[1].evidence[1].cycle", last, day(broken)))
    };
    let after = |set, at, (path, from, got)| story(Rule::EvidenceAfterDuty, set, at, (path, day(from), day(got)));
    let ahead = |at, (broken, kept): (&str, &str), (path, recorded)| {
        let at = (at, json!(broken), json!(kept));
        story(Rule::EvidenceNotAhead, as_it_is, at, (path, day(recorded), day(broken)))
    };
    let days = |at: &'static str, broken: &str, kept: &str| (at, json!(broken), json!(kept));
    vec![
        after(
            as_it_is,
            days("/0/evidence/0/on", "2021-06-14", "2021-06-15"),
            ("[0].evidence[0].on", "2021-06-15", "2021-06-14"),
        ),
        // the cycle is named, and it was done before there was anything to do
        after(
            as_it_is,
            days("/1/evidence/1/on", "2021-06-14", "2021-06-15"),
            ("[1].evidence[1].on", "2021-06-15", "2021-06-14"),
        ),
        // it makes up for none that was over before the duty arose
        after(
            as_it_is,
            days("/1/evidence/1/cycle", "2020-12-31", "2021-01-01"),
            ("[1].evidence[1].cycle", "2021-01-01", "2020-12-31"),
        ),
        after(
            |file| put(file, "/1/evidence/1/obligation", json!("train_centrally")),
            days("/1/evidence/1/cycle", "2020-12-31", "2021-01-01"),
            ("[1].evidence[1].cycle", "2021-01-01", "2020-12-31"),
        ),
        // it is done ahead for the next year or half-year, no further
        far(as_it_is, ("2023-01-01", "2022-12-31"), "2022-12-31"),
        far(
            |file| put(file, "/1/evidence/1/obligation", json!("train_centrally")),
            ("2022-07-01", "2022-06-30"),
            "2022-06-30",
        ),
        ahead("/0/evidence/0/on", ("2021-08-01", "2021-07-31"), ("[0].evidence[0].on", "2021-07-31")),
        ahead("/1/evidence/1/on", ("2021-09-02", "2021-09-01"), ("[1].evidence[1].on", "2021-09-01")),
    ]
}
