//! Every duty binds units of its clause's own line, and on a day those that the list of the day makes of them.

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    Clause, Department, Office, Region,
    register::{Binds, Obligation, Responsible},
};

use super::{built_in, duties};
use crate::support::day;

const CITY: &str = "市直各有关部门（单位）";
const REGIONS: &str = "各县（市、区）、功能区";

#[test]
fn the_bearers_of_every_duty_are_of_its_clauses_own_line() {
    let mut named: BTreeMap<Clause, BTreeSet<&str>> = BTreeMap::new();
    for it in Obligation::iter() {
        assert!(!it.binds().is_empty(), "{it}");
        let line: Vec<&str> = it.clause().leads().iter().chain(it.clause().bearers()).copied().collect();
        for bound in it.binds() {
            let (own, group) = match bound {
                Binds::Regions | Binds::RegionsWithCentre => (REGIONS, REGIONS),
                Binds::Departments | Binds::DepartmentsWith(_) => (CITY, CITY),
                Binds::Only(by @ Responsible::Department(_)) => (by.label(), CITY),
                Binds::Only(by @ Responsible::Region(_)) => (by.label(), REGIONS),
            };
            let nobodys = it.clause() == Clause::P43 && line.is_empty();
            assert!(nobodys || line.contains(&own) || line.contains(&group), "{it}: {bound} in {line:?}");
            named.entry(it.clause()).or_default().insert(own);
        }
    }
    // the units that C9 and C14 single out, and the one of C5 that leads nothing else
    assert!(["市委编办", "市人力资源社会保障局", "市财政局"].iter().all(|it| named[&Clause::C9].contains(it)));
    assert!(["汶上县", "济宁高新区"].iter().all(|it| named[&Clause::C14].contains(it)));
    assert!(!named[&Clause::C14].contains(REGIONS) && named[&Clause::C10] == BTreeSet::from([CITY]));
    assert!(named[&Clause::C5].contains("市大数据中心") && named[&Clause::P43] == BTreeSet::from([CITY, REGIONS]));
}

#[test]
fn who_is_bound_on_a_day_is_who_is_on_the_list_that_day() {
    let now = Office::built_in().now();
    let mut pairs = 0;
    for (it, row) in duties() {
        let bound: Vec<Responsible> = Responsible::all()
            .filter(|by| {
                let has = if let Responsible::Department(of) = by { built_in(*of) } else { vec![] };
                row.binds(*by, &has)
            })
            .collect();
        for on in [day(2021, 6, 15), day(2024, 3, 4)] {
            assert_eq!(now.bound(it, on), bound, "{it}");
        }
        // nothing was owed before the document was signed
        assert_eq!(now.bound(it, day(2021, 6, 14)), []);
        for by in Responsible::all() {
            let asked = now.fulfilment(it, by, day(2024, 3, 4));
            assert_eq!(asked.map(|it| it.by), bound.contains(&by).then_some(by));
            assert_eq!(now.fulfilment(it, by, day(2021, 6, 14)), None);
        }
        pairs += bound.len();
    }
    assert_eq!(pairs, 474);
}

#[test]
fn units_are_all_departments_and_all_regions() {
    let all: Vec<Responsible> = Responsible::all().collect();
    assert_eq!(all.len(), Department::all().count() + Region::all().count());
    for by in all {
        let (zh, written) = match by {
            Responsible::Department(it) => (it.label(), serde_json::json!({"department": it})),
            Responsible::Region(it) => (it.label(), serde_json::json!({"region": it})),
        };
        assert_eq!((by.label(), serde_json::to_value(by).unwrap()), (zh, written.clone()));
        assert_eq!(serde_json::from_value::<Responsible>(written).unwrap(), by);
    }
}
