//! Windows that are to decide: whoever runs one, wherever it is, and in whoever's name.

use std::collections::BTreeMap;

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

#[test]
fn a_window_decides_only_where_power_and_own_seal_are_and_every_answer_follows_the_name() {
    let mut tally = BTreeMap::<_, usize>::new();
    for item in Edition::built_in().items().filter(|it| it.department().is_some()) {
        let department = item.department().unwrap();
        let (annex, number) = number(item);
        for region in Region::all() {
            let handler = unit(region, UnitKind::ApprovalBureau);
            let centre = (region == Region::CultureZone).then(|| Region::Qufu.centre().unwrap());
            let undertaking =
                Undertaking { handler: Some(&handler), posted: true, centre, supervision: &NOBODY, chosen: None };
            let operators = operators(region, department);
            for (scope, crosses) in [(Scope::WITHIN, false), (crossing(region), true)] {
                let listed = Route::new(item.facts(region), region, scope, Some(undertaking)).unwrap();
                let model = model::answer(annex, number, region.label(), crosses);
                for (kind, venue, same) in venues(region) {
                    for (is, operator) in &operators {
                        for bearer in [Bearer::Competent, Bearer::Department] {
                            let gives = Admission { operator: operator.clone(), handling: Handling::Decide(bearer) };
                            let route = listed.at(&venue, Offer::Running(&gives));
                            let place = venue.region().unwrap_or(region);
                            let seated = if let Body::Unit(it) = operator { it.region == place } else { false };
                            let theirs = bearer == Bearer::Department;
                            let access = model::deciding(
                                (model.modality, model::kind(annex, number)),
                                (kind, same),
                                (is, seated),
                                if theirs { "department" } else { "county body" },
                            );
                            let told = || format!("{item} in {region} at {venue}, by {operator}, {bearer:?}");
                            assert_eq!(got(&route), access, "{}", told());
                            *tally.entry(access).or_default() += 1;
                            if access == "direct" {
                                let name = if theirs { "city" } else { "region" };
                                then_all_follow_the_name(&route, item, region, name);
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
    assert_eq!(tally, came.into_iter().collect());
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

#[track_caller]
fn then_all_follow_the_name(route: &Route<'_>, item: Item<'_>, region: Region, name: &str) {
    for answer in [route.acceptance(), route.decision(), route.answers()] {
        assert_eq!(part(answer.is, region, item), name);
    }
    assert_eq!(part(route.respondent().who(), region, item), name);
    let own = if name == "city" { Seal::Department } else { Seal::Region };
    assert_eq!(route.seal().is, own);
    assert_eq!(route.reports_to().is_some(), name == "region");
    assert_eq!(route.respondent().is_contested(), name == "region" && region.is_zone());
}
