//! Bodies are known by their ids: renamed they are the same, and a row names only what is on record, of the region and tier that is needed.

use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, Body, Office, Region, Rule, Unit, UnitKind,
    case::{
        Duty, DutyState, Message, Role, StageKind,
        steps::{Acknowledge, AffixSealNo2, DecideFavourably, Deliver, Push, Reply, Report, TakeReviewStep},
    },
    register::SealId,
    route::Tier,
};

use super::{faults, office, parsed, put, recorded, rules, small, stored, taken, told};
use crate::support::{OFFICE, case_at, day, official, stranger};

const HOME: Region = Region::Wenshang;

fn bureau(name: &str) -> Unit {
    Unit { id: parsed("wenshang-bureau"), region: HOME, kind: UnitKind::ApprovalBureau, name: parsed(name) }
}

const OLD: &str = "汶上县行政审批服务局（虚构）";
const NEW: &str = "汶上县新局（虚构）";

/// The fictional office, in which the bureau has a new name from 2024-04-01, and so have others.
fn renamed() -> Office {
    let revision = json!({
        "recorded": "2024-04-01",
        "units": [bureau(NEW), {"id": "wenshang-supervisor", "region": "wenshang", "kind": "sector", "name": "汶上县新监管部门（虚构）"}],
        "agencies": [{"id": "city-enforcement", "name": "新市级执法机构（虚构）"}]
    });
    recorded(&OFFICE, revision)
}

#[test]
fn a_case_filed_under_the_old_name_is_moved_on_under_the_new_one() {
    let office = renamed();
    let by = |name| official(bureau(name));
    let case = stored(&case_at(&OFFICE, "A1-36", HOME, StageKind::Accepted));
    assert_eq!(case.record().hold_against(&office), Ok(()));
    let holder = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
    assert_eq!((holder.label(), holder.is(&bureau(NEW).into())), (OLD, true));

    let step = |code: &str| TakeReviewStep { step: parsed(code), finding: None, officers: vec![] };
    let on = |at| day(2024, 4, at);
    let others = [
        // another under the new name, the same id elsewhere, nobody known
        Unit { id: parsed("wenshang-sector"), ..bureau(NEW) },
        Unit { region: Region::Qufu, ..bureau(NEW) },
        Unit { id: parsed("wenshang-new-bureau"), ..bureau(OLD) },
    ];
    for other in others.map(Body::from).into_iter().chain([stranger(HOME)]) {
        let why = taken(case.clone(), step("desk"), official(other), on(2), &office).unwrap_err();
        assert_eq!(rules(&why), [Rule::ActorHoldsRole]);
    }
    // the machine judges by the id alone: the old name stands for it as well
    assert!(taken(case.clone(), step("desk"), by(OLD), on(2), &office).is_ok());

    let case = stored(&taken(case, step("desk"), by(NEW), on(2), &office).unwrap());
    let case = stored(&taken(case, step("opinion"), by(NEW), on(3), &office).unwrap());
    let attested = case.record().standard().unwrap().conditions.clone();
    let case = stored(&taken(case, DecideFavourably { attested }, by(NEW), on(8), &office).unwrap());
    let seal = SealId { department: tongquan::Department::Transport, number: 7 };
    let affix = AffixSealNo2 { seal, circumstance: parsed("decision"), documents: vec![parsed("决定书")] };
    let keeper = Actor::Official { body: bureau(NEW).into(), person: parsed("wenshang-seal-keeper") };
    let case = stored(&taken(case, affix, keeper, on(8), &office).unwrap());
    let case = stored(&taken(case, Deliver {}, by(NEW), on(9), &office).unwrap());
    let case = taken(case, Report {}, by(NEW), on(9), &office).unwrap();
    let case = stored(&taken(case, Push {}, by(NEW), on(9), &office).unwrap());
    assert_eq!((case.stage(), case.record().hold_against(&office)), (StageKind::Concluded, Ok(())));

    // those addressed have new names too; who was told under the old one answers under either
    let duty = |case: &AnyCase, tier| {
        let message = Message::Push(tier);
        let Duty { to, state, .. } = case.record().duties().iter().find(|it| it.message == message).unwrap().clone();
        (to.unwrap(), matches!(state, DutyState::Sent(_)))
    };
    let supervisor = office.now().body(&parsed("wenshang-supervisor")).unwrap().clone();
    let (to, sent) = duty(&case, Tier::CountySupervisor);
    assert_eq!((to.label(), to.is(&supervisor), sent), ("汶上县监管部门（虚构）", true, true));
    assert_eq!(supervisor.label(), "汶上县新监管部门（虚构）");
    let answer = Acknowledge { message: Message::Push(Tier::CountySupervisor), reply: Reply::Acknowledged };
    let why = taken(case.clone(), answer.clone(), by(NEW), on(10), &office).unwrap_err();
    assert_eq!(rules(&why), [Rule::WasAddressed]);
    let case = taken(case, answer, official(supervisor), on(10), &office).unwrap();
    assert!(!duty(&case, Tier::CountySupervisor).1);
    assert_eq!(stored(&case).record().hold_against(&office), Ok(()));
}

#[test]
fn a_plan_keeps_the_names_that_bodies_had_when_it_was_recorded() {
    let office = renamed();
    let plan = json!({"recorded": "2024-05-06", "plans": [{"region": "wenshang", "from": "2024-05-06", "undertakes": [
        {"items": "all", "handler": "wenshang-bureau", "supervision": {"county_supervisor": {"body": "wenshang-supervisor"}}}]}]});
    let again = recorded(&office, plan);
    let item = OFFICE.catalogue().latest().annex_1(36).unwrap();
    let named = |office: &Office, on| {
        let found = office.on(on).undertaking(item, HOME, on);
        let supervisor = found.supervision.county_supervisor.as_ref().map(|it| it.label().to_owned());
        (found.handler.unwrap().name.to_string(), supervisor.unwrap())
    };
    let (old, new) = ("汶上县监管部门（虚构）".to_owned(), "汶上县新监管部门（虚构）".to_owned());
    let (before, after) = (day(2024, 3, 31), day(2024, 4, 1));
    assert_eq!(named(&again, before), (OLD.to_owned(), old.clone()));
    assert_eq!(named(&again, after), (OLD.to_owned(), old.clone()));
    assert_eq!(named(&again, day(2024, 5, 5)), (OLD.to_owned(), old));
    assert_eq!(named(&again, day(2024, 5, 6)), (NEW.to_owned(), new));
    // a body itself has the name of the day from then on
    let label = |on| again.on(on).body(&parsed("wenshang-bureau")).unwrap().label();
    assert_eq!([before, after, day(2024, 5, 6)].map(label), [OLD, NEW, NEW]);
    let city = |on| again.on(on).body(&parsed("city-enforcement")).unwrap().label();
    assert_eq!([before, after].map(city), ["市级执法机构（虚构）", "新市级执法机构（虚构）"]);
    assert_eq!(again.now().body(&parsed("wenshang-burau")), None);
}

#[test]
fn what_is_recorded_again_stays_of_its_region_and_kind() {
    let unit = |region: &str, kind: &str| json!({"id": "wenshang-bureau", "region": region, "kind": kind, "name": NEW});
    let id = |id: &str| json!({"id": id, "name": NEW});
    let kept: [(&str, Value); 3] = [
        ("units", unit("wenshang", "approval_bureau")),
        ("agencies", id("city-enforcement")),
        ("partners", id("online-operator")),
    ];
    let changed: [(&str, Value); 9] = [
        ("units", unit("qufu", "approval_bureau")),
        ("units", unit("wenshang", "sector")),
        ("units", unit("wenshang", "enforcement")),
        ("units", unit("culture_zone", "township")),
        ("units", json!({"id": "online-operator", "region": "wenshang", "kind": "sector", "name": NEW})),
        ("agencies", id("wenshang-bureau")),
        ("agencies", id("online-operator")),
        ("partners", id("wenshang-bureau")),
        ("partners", id("city-enforcement")),
    ];
    let revision = |list: &str, row: &Value| json!({"recorded": "2024-04-01", list: [row]});
    for (list, row) in kept {
        assert_eq!(
            recorded(&OFFICE, revision(list, &row)).now().body(&parsed(row["id"].as_str().unwrap())).unwrap().label(),
            NEW
        );
    }
    for (list, row) in changed {
        let refused = OFFICE.record(&serde_json::from_value(revision(list, &row)).unwrap()).unwrap_err();
        let path = format!("[{}].{list}[0].id", OFFICE.revisions().len());
        assert_eq!(told(refused.all()), [(&*path, "body_kept")], "{row}");
    }
}

#[test]
fn each_place_of_a_row_takes_the_bodies_that_it_should_and_no_others() {
    const SEAT: &str = "/0/plans/0/undertakes/0/supervision/";
    let body = |id: &str| json!({"body": id});
    let bodies = [
        ("own", body("ws-sector")),
        ("other", body("ls-sector")),
        ("city", body("city-law")),
        ("department", json!({"department": "finance"})),
        ("partner", body("bank")),
        ("unknown", body("nobody")),
    ];
    // what each place says of each of them
    let county = [
        None,
        Some("authority_of_tier"),
        Some("authority_of_tier"),
        Some("authority_of_tier"),
        Some("authority_of_tier"),
    ];
    let city = [Some("authority_of_tier"), Some("authority_of_tier"), None, None, Some("authority_of_tier")];
    let places: [(&str, [Option<&str>; 5]); 6] = [
        ("county_supervisor", county),
        ("county_enforcement", county),
        ("city_supervisor", city),
        ("city_enforcement", city),
        ("passes on", [None; 5]),
        ("decides", [None, None, Some("authority_of_tier"), None, Some("authority_of_tier")]),
    ];
    let mut tried = 0;
    for (place, says) in places {
        let says = says.into_iter().chain([Some("body_known")]);
        for ((what, named), rule) in bodies.iter().zip(says) {
            let mut file = small();
            let path = match place {
                "passes on" | "decides" => {
                    let handling = if place == "decides" { json!({"decide": "department"}) } else { json!("pass_on") };
                    put(&mut file, "/1/permissions/0/gives", json!({"operator": named, "handling": handling}));
                    "[1].permissions[0].gives.operator".to_owned()
                }
                _ => {
                    put(&mut file, &format!("{SEAT}{place}"), named.clone());
                    format!("[0].plans[0].undertakes[0].supervision.{place}")
                }
            };
            match rule {
                Some(rule) => assert_eq!(told(&faults(&file)), [(&*path, rule)], "{what} {place}"),
                None => assert_eq!(office(&file).revisions().len(), 2, "{what} {place}"),
            }
            tried += 1;
        }
    }
    assert_eq!(tried, 36);
    for (id, rule) in [
        ("ws-sector", None),
        ("ls-sector", Some("body_of_region")),
        ("city-law", Some("body_of_region")),
        ("bank", Some("body_of_region")),
        ("nobody", Some("body_known")),
    ] {
        let mut file = small();
        put(&mut file, "/0/plans/0/undertakes/0/handler", json!(id));
        match rule {
            Some(rule) => assert_eq!(told(&faults(&file)), [("[0].plans[0].undertakes[0].handler", rule)], "{id}"),
            None => {
                let office = office(&file);
                let item = office.catalogue().latest().annex_1(36).unwrap();
                let handler = office.now().undertaking(item, HOME, day(2021, 6, 30)).handler.unwrap();
                assert_eq!(handler.id.as_str(), id);
            }
        }
    }
}
