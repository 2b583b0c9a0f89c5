//! Every fault, alone and together.

use std::mem::discriminant;

use super::*;

fn bank() -> Body {
    Body::Partner("某银行（虚构）".parse().unwrap())
}

fn city() -> Body {
    Department::Finance.into()
}

fn seats(rows: &mut Rows) -> &mut Supervision {
    &mut rows.plans[0].undertakes[0].supervision
}

const COUNTY_SEAT: &str = "plans[0].undertakes[0].supervision.county_supervisor";
const CITY_SEAT: &str = "plans[0].undertakes[0].supervision.city_enforcement";

/// Every fault that there is, each alone, by what is broken.
fn each_fault() -> Vec<(Vec<Fault>, Fault)> {
    let at = |path: &str| path.to_owned();
    let no_item = |path: &str, it: &str| Fault::NoSuchItem { path: at(path), item: key(it) };
    let again = |path: &str| Fault::Twice { path: at(path) };
    let number = |path: &str| Fault::NumberTwice { path: at(path) };
    let ends = |path: &str| Fault::EndsBeforeItBegins { path: at(path) };
    let code = |list: &str, it: &str| Fault::CodeTwice { path: at("standards[0].") + list, code: mark(it) };
    let over = |limits| Fault::Limits { path: at("standards[0].limits"), limits };
    let steps = at("standards[0].steps");
    let (agreement, seal) = (at("seals[0].holdings[0].agreement"), SEAL);
    let foreign = |department, region| Fault::ForeignAgreement { path: agreement.clone(), seal, department, region };
    let only = |it: &str| Items::Only(vec![key("A1-36"), key(it)]);
    let (expected, got) = (Region::Wenshang, Region::Qufu);
    let body = Fault::ForeignBody { path: at("plans[0].undertakes[0].handler"), expected, got };
    let unsigned = Fault::NoAgreement { path: agreement.clone(), agreement: mark("XY-2") };
    let unknown = Fault::NoSuchStep { path: format!("{steps}[1].after"), after: mark("board") };
    let ring = Fault::Ring { path: steps, steps: vec![mark("desk"), mark("site")] };
    let [long, mixed] = [(21, TimeUnit::WorkingDay), (5, TimeUnit::Day)].map(|(amount, unit)| Limits {
        promised: Limit { amount, unit },
        statutory: Some(Limit { amount: 20, unit: TimeUnit::WorkingDay }),
    });
    let authority = |path: &str, got| Fault::NotTheAuthority { path: at(path), got };
    // own items that are refused are not there for a plan to name
    let own = |key: &str| {
        faults(|it| {
            it.plans.clear();
            it.own_items[1].key = key.parse().unwrap();
        })
    };
    vec![
        (own("WS-001"), OwnItemFault::KeyUsed { at: 1, key: "WS-001".parse().unwrap() }.into()),
        (faults(|it| it.standards[0].item = key("A1-62")), no_item("standards[0].item", "A1-62")),
        (faults(|it| it.plans[0].undertakes[0].items = only("X-1")), no_item("plans[0].undertakes[0].items", "X-1")),
        (faults(|it| it.agreements[0].items = only("A2-16")), no_item("agreements[0].items", "A2-16")),
        (faults(|it| it.permissions[0].items = only("A1-0")), no_item("permissions[0].items", "A1-0")),
        (faults(|it| twice(&mut it.plans)), again("plans[1]")),
        (faults(|it| twice(&mut it.standards)), again("standards[1]")),
        (faults(|it| it.plans[0].undertakes[0].handler.region = got), body),
        (faults(|it| it.postings[0].until = Some(day(2021, 6, 30))), ends("postings[0]")),
        (faults(|it| it.agreements[0].from = day(2022, 7, 1)), ends("agreements[0]")),
        (faults(|it| it.permissions[0].from = day(2021, 9, 1)), ends("permissions[0]")),
        (faults(|it| twice(&mut it.standards[0].materials)), code("materials", "form")),
        (faults(|it| twice(&mut it.standards[0].conditions)), code("conditions", "true")),
        (faults(|it| twice(&mut it.standards[0].steps)), code("steps", "desk")),
        (faults(|it| it.standards[0].steps[1].after.push(mark("board"))), unknown),
        (faults(|it| it.standards[0].steps[0].after = vec![mark("site")]), ring),
        (faults(|it| it.standards[0].limits = Some(long)), over(long)),
        (faults(|it| it.standards[0].limits = Some(mixed)), over(mixed)),
        (faults(|it| twice(&mut it.agreements)), number("agreements[1].number")),
        (faults(|it| twice(&mut it.seals)), number("seals[1].seal")),
        (faults(|it| it.agreements[0].region = Region::Qufu), foreign(Department::Transport, Region::Qufu)),
        (
            faults(|it| it.agreements[0].department = Department::Ecology),
            foreign(Department::Ecology, Region::Wenshang),
        ),
        (faults(|it| it.seals[0].holdings[0].agreement = mark("XY-2")), unsigned),
        (faults(|it| it.seals[0].service.swap(1, 2)), Fault::DaysRunBack { path: at("seals[0].service") }),
        (faults(|it| it.agreements[0].users.clear()), Fault::Empty { path: at("agreements[0].users") }),
        (faults(|it| it.agreements[0].circumstances.clear()), Fault::Empty { path: at("agreements[0].circumstances") }),
        (faults(|it| it.permissions[0].gives.operator = bank()), authority("permissions[0].gives.operator", bank())),
        (faults(|it| seats(it).county_supervisor = Some(bank())), authority(COUNTY_SEAT, bank())),
        (faults(|it| seats(it).county_supervisor = Some(city())), authority(COUNTY_SEAT, city())),
        (faults(|it| seats(it).city_enforcement = Some(bank())), authority(CITY_SEAT, bank())),
    ]
}

#[test]
fn every_fault_is_found_by_its_path() {
    let each = each_fault();
    for (found, expected) in &each {
        assert_eq!(found, std::slice::from_ref(expected));
    }
    let kinds: Vec<_> = each.iter().map(|(_, it)| discriminant(it)).collect();
    assert_eq!((0..kinds.len()).filter(|at| !kinds[..*at].contains(&kinds[*at])).count(), 15);
    assert_eq!(Office::new(small()).unwrap().rows(), &small());
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let found = faults(|it| {
        it.standards[0].item = key("A1-99");
        it.standards[0].steps.push(step("last", &["none", "nothing"]));
        it.plans[0].undertakes[0].handler.region = Region::Qufu;
        it.postings[0].until = Some(NaiveDate::MIN);
        it.seals[0].holdings[0].agreement = mark("XY-9");
        it.seals[0].service.reverse();
        twice(&mut it.plans);
    });
    let mut kinds: Vec<String> = found.iter().map(|it| format!("{it:?}").split(' ').take(1).collect()).collect();
    kinds.sort_unstable();
    // the second plan is as wrong as the first, and of the steps two are unknown
    let expected =
        "DaysRunBack EndsBeforeItBegins ForeignBody ForeignBody NoAgreement NoSuchItem NoSuchStep NoSuchStep Twice";
    assert_eq!(kinds.join(" "), expected);
}
