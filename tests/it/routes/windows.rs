//! Windows that are to decide: whoever runs one, wherever it is, and in whoever's name.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;
use tongquan::{
    Kind,
    catalogue::{OwnItem, OwnOrigin},
};

use super::{offices::unit, *};

/// Who might run a window, as the model tells them apart.
fn operators(home: Region, department: tongquan::Department) -> [(&'static str, Body); 9] {
    let foreign = Region::all().find(|it| *it != home && it.centre().is_some()).unwrap();
    let another = tongquan::Department::all().find(|it| *it != department).unwrap();
    let agency = || Agency { id: "window".parse().unwrap(), name: "某窗口（虚构）".parse().unwrap() };
    [
        ("department", department.into()),
        ("another department", another.into()),
        ("handler", unit(home, UnitKind::ApprovalBureau).into()),
        ("unit", crate::support::stranger(home)),
        ("unit", crate::support::stranger(foreign)),
        ("enforcement", unit(home, UnitKind::Enforcement).into()),
        ("enforcement", unit(foreign, UnitKind::Enforcement).into()),
        ("agency", Body::City(agency())),
        ("partner", Body::Partner(agency())),
    ]
}

/// What is asked of: an item, what it stands as in the region, and of which kind it is.
struct Subject {
    item: Item<'static>,
    department: Option<tongquan::Department>,
    kind: &'static str,
    /// By region, and whether the matter crosses.
    model: Box<dyn Fn(Region, bool) -> model::Answer>,
}

/// Every listed item, and one of a county's own of each kind.
fn subjects() -> Vec<Subject> {
    let own = |(at, kind): (usize, Kind)| OwnItem {
        key: format!("WS-{at}").parse().unwrap(),
        name: format!("（虚构）县级原有{at}").parse().unwrap(),
        kind,
        origin: OwnOrigin::County,
    };
    let own: Vec<OwnItem> = Kind::iter().enumerate().map(own).collect();
    let edition: &Edition = Box::leak(Box::new(Edition::with_own(&own).unwrap()));
    let listed = edition.items().filter(|it| it.department().is_some()).map(|item| {
        let (annex, number) = number(item);
        let model = move |region: Region, crosses| model::answer(annex, number, region.label(), crosses);
        Subject { item, department: item.department(), kind: model::kind(annex, number), model: Box::new(model) }
    });
    let originals = edition.items().filter(|it| matches!(it.key(), Key::Own(_))).map(|item| {
        let model = |region: Region, crosses| model::original(region.label(), crosses);
        Subject { item, department: None, kind: item.kind().label(), model: Box::new(model) }
    });
    listed.chain(originals).collect()
}

#[test]
fn a_window_decides_only_where_power_and_own_seal_are_and_every_answer_follows_the_name() {
    // of what is on the list, and of what is a county's own
    let mut tally = BTreeMap::<bool, BTreeMap<_, usize>>::new();
    for Subject { item, department, kind: of_kind, model } in subjects() {
        for region in Region::all() {
            let handler = unit(region, UnitKind::ApprovalBureau);
            let centre = (region == Region::CultureZone).then(|| Region::Qufu.centre().unwrap());
            let undertaking =
                Undertaking { handler: Some(&handler), posted: true, centre, supervision: &NOBODY, chosen: None };
            let operators = operators(region, department.unwrap_or(tongquan::Department::Finance));
            for (scope, crosses) in [(Scope::WITHIN, false), (crossing(region), true)] {
                let Ok(listed) = Route::new(item.facts(region), region, scope, Some(undertaking)) else {
                    // who has what was never the city's and crosses, nobody says (S7, S23)
                    assert!(department.is_none() && crosses);
                    continue;
                };
                let model = model(region, crosses);
                for (kind, venue, same) in venues(region) {
                    for (is, operator) in &operators {
                        // what is no department's has none of its own to act for
                        let is = if department.is_none() && *is == "department" { "another department" } else { is };
                        for bearer in [Bearer::Competent, Bearer::Department] {
                            let gives = Admission { operator: operator.clone(), handling: Handling::Decide(bearer) };
                            let route = listed.at(&venue, Offer::Running(&gives));
                            let place = venue.region().unwrap_or(region);
                            let seated = if let Body::Unit(it) = operator { it.region == place } else { false };
                            let theirs = bearer == Bearer::Department;
                            let access = model::deciding(
                                (model.modality, of_kind),
                                (kind, same),
                                (is, seated),
                                if theirs { "department" } else { "county body" },
                            );
                            let told = || format!("{item} in {region} at {venue}, by {operator}, {bearer:?}");
                            assert_eq!(got(&route), access, "{}", told());
                            let basis: Vec<&str> = route.access_basis().iter().map(|it| it.id()).collect();
                            // where the counter is its own, what leads to it is told
                            assert!(access == "competent" || basis == model::access_basis(access), "{}", told());
                            assert!(!basis.is_empty());
                            *tally.entry(department.is_some()).or_default().entry(access).or_default() += 1;
                            if access == "direct" {
                                let named = if theirs { department.unwrap().into() } else { handler.clone().into() };
                                then_all_follow_the_name(&route, &named);
                                assert_eq!(route.acts().and_then(|it| it.is.to_body()).as_ref(), Some(operator));
                            } else {
                                // whatever the window may not do changes nothing else
                                agrees_beyond_intake(&route, item, region, &model);
                                assert_eq!(route.acts(), None, "{}", told());
                            }
                        }
                    }
                }
            }
        }
    }
    let came = [
        ("closed: Seal No. 2", 8_508),
        ("closed: no authority", 273_686),
        ("closed: no public service", 53_824),
        ("closed: no seal of its own", 63_455),
        ("closed: not the bureau's", 62_216),
        ("competent", 32_940),
        ("direct", 6_543),
        ("outpost", 52_220),
    ];
    assert_eq!(tally[&true], came.into_iter().collect());
    let came = [
        ("closed: no authority", 9_710),
        ("closed: no public service", 1_392),
        ("closed: no seal of its own", 1_105),
        ("closed: not the bureau's", 1_976),
        ("competent", 1_080),
        ("direct", 1_105),
        ("outpost", 1_776),
    ];
    assert_eq!(tally[&false], came.into_iter().collect());
}

fn got(route: &Route<'_>) -> &'static str {
    match route.access() {
        Access::Competent => "competent",
        Access::Outpost => "outpost",
        Access::Direct(_) => "direct",
        Access::Closed(Closed::SealNo2) => "closed: Seal No. 2",
        Access::Closed(Closed::NoBearer) => "closed: no seal of its own",
        Access::Closed(Closed::NotTheBureaus) => "closed: not the bureau's",
        Access::Closed(Closed::NotForVillages) => "closed: no public service",
        Access::Closed(Closed::NoAuthority) => "closed: no authority",
        other => panic!("{other:?}"),
    }
}

/// Whoever the window acts for has it all, by its own seal.
#[track_caller]
fn then_all_follow_the_name(route: &Route<'_>, named: &Body) {
    for party in [route.acceptance().is, route.decision().is, route.answers().is, route.respondent().who()] {
        assert_eq!(party.to_body().as_ref(), Some(named));
    }
    let unit = if let Body::Unit(it) = named { Some(it) } else { None };
    assert_eq!(route.seal().is, if unit.is_some() { Seal::Region } else { Seal::Department });
    assert_eq!(route.reports_to().is_some(), unit.is_some() && route.department().is_some());
    assert_eq!(route.respondent().is_contested(), unit.is_some_and(|it| it.region.is_zone()));
}
