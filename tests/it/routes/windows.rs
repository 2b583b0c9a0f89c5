//! Windows that are to decide: whoever runs one, wherever it is, and in whoever's name.

use std::collections::{BTreeMap, BTreeSet};

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

/// Who handles, and whether the department's staff sit there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Plans {
    Bureau,
    Sector,
    Nobody,
    Unposted,
}

impl Plans {
    const ALL: [Self; 4] = [Self::Bureau, Self::Sector, Self::Nobody, Self::Unposted];

    fn handler(self, region: Region) -> Option<Unit> {
        match self {
            Self::Bureau | Self::Unposted => Some(unit(region, UnitKind::ApprovalBureau)),
            Self::Sector => Some(unit(region, UnitKind::Sector)),
            Self::Nobody => None,
        }
    }
}

/// A permission at a window, as it is asked of.
struct Window<'w> {
    plans: Plans,
    region: Region,
    handler: Option<&'w Unit>,
    subject: &'w Subject,
    model: &'w model::Answer,
    falls: bool,
}

impl Window<'_> {
    /// What it is, and what follows for every answer.
    fn tell(&self, listed: &Route<'_>, crosses: bool, tally: &mut BTreeMap<&'static str, usize>) {
        let Self { region, subject: Subject { department, kind: of_kind, .. }, model, .. } = *self;
        let standing = if self.falls { model::NOT_HERE } else { model.modality };
        for (kind, venue, same) in venues(region) {
            for (is, operator) in &operators(region, department.unwrap_or(tongquan::Department::Finance)) {
                let is = match *is {
                    // what is no department's has none of its own to act for
                    "department" if department.is_none() => "another department",
                    "handler" if matches!(self.plans, Plans::Nobody | Plans::Sector) => "unit",
                    "handler" => "handling bureau",
                    other => other,
                };
                self.run_by(listed, (kind, &venue, same), (is, operator), (standing, of_kind), crosses, tally);
            }
            if let (Plans::Sector, Some(handler)) = (self.plans, self.handler) {
                let by = ("handler", &handler.clone().into());
                self.run_by(listed, (kind, &venue, same), by, (standing, of_kind), crosses, tally);
            }
        }
    }

    fn run_by(
        &self,
        listed: &Route<'_>,
        (kind, venue, same): (&'static str, &Venue, bool),
        (is, operator): (&str, &Body),
        of: (&str, &str),
        crosses: bool,
        tally: &mut BTreeMap<&'static str, usize>,
    ) {
        let Self { region, subject: Subject { item, department, .. }, model, .. } = *self;
        for bearer in [Bearer::Competent, Bearer::Department] {
            let gives = Admission { operator: operator.clone(), handling: Handling::Decide(bearer) };
            let route = listed.at(venue, Offer::Running(&gives));
            let place = venue.region().unwrap_or(region);
            let seated = if let Body::Unit(it) = operator { it.region == place } else { false };
            let theirs = bearer == Bearer::Department;
            let named = if theirs { "department" } else { "county body" };
            let access = model::deciding(of, (kind, same), (is, seated), named);
            let told =
                || format!("{item} in {region} at {venue}, by {operator}, {bearer:?}, {:?}, {crosses}", self.plans);
            assert_eq!(super::access(route.access()), access, "{}", told());
            let basis: Vec<&str> = route.access_basis().iter().map(|it| it.id()).collect();
            // where the counter is its own, what leads to it is told
            assert!(access == "competent" || basis == model::access_basis(access), "{}", told());
            assert!(!basis.is_empty());
            *tally.entry(access).or_default() += 1;
            if access == "direct" {
                let named = if theirs { department.map(Body::from) } else { self.handler.cloned().map(Body::from) };
                then_all_follow_the_name(&route, named.as_ref(), region);
                assert_eq!(route.acts().and_then(|it| it.is.to_body()).as_ref(), Some(operator));
            } else {
                // whatever the window may not do changes nothing else
                if self.falls {
                    agrees_fallen_back(&route, *item, region);
                } else {
                    agrees_beyond_intake(&route, *item, region, model);
                }
                assert_eq!(route.acts(), None, "{}", told());
            }
        }
    }
}

/// Of each standing and kind one, where it does not matter which.
fn one_of_each(told: &mut BTreeSet<(&'static str, &'static str, bool)>, model: &model::Answer, it: &Subject) -> bool {
    told.insert((model.modality, it.kind, it.department.is_some()))
}

#[test]
fn a_window_decides_only_where_power_and_own_seal_are_and_every_answer_follows_the_name() {
    // of what is on the list, and of what is a county's own; and of one of each, where the plan is another
    let mut tally = BTreeMap::<(bool, Plans), BTreeMap<_, usize>>::new();
    let subjects = subjects();
    for plans in Plans::ALL {
        for region in Region::all() {
            let handler = plans.handler(region);
            let centre = (region == Region::CultureZone).then(|| Region::Qufu.centre().unwrap());
            let posted = plans != Plans::Unposted;
            let undertaking =
                Undertaking { handler: handler.as_ref(), posted, centre, supervision: &NOBODY, chosen: None };
            for (scope, crosses) in [(Scope::WITHIN, false), (crossing(region), true)] {
                let mut told = BTreeSet::new();
                for subject in &subjects {
                    let model = (subject.model)(region, crosses);
                    if plans != Plans::Bureau && !one_of_each(&mut told, &model, subject) {
                        continue;
                    }
                    let facts = subject.item.facts(region);
                    let Ok(listed) = Route::new(facts, region, scope, Some(undertaking)) else {
                        // who has what was never the city's and crosses, nobody says (S7, S23)
                        assert!(subject.department.is_none() && crosses);
                        continue;
                    };
                    let falls = model::fallback(model.modality, handler.is_some(), posted);
                    let window = Window { plans, region, handler: handler.as_ref(), subject, model: &model, falls };
                    let tally = tally.entry((subject.department.is_some(), plans)).or_default();
                    window.tell(&listed, crosses, tally);
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
    assert_eq!(tally[&(true, Plans::Bureau)], came.into_iter().collect());
    let came = [
        ("closed: no authority", 9_710),
        ("closed: no public service", 1_392),
        ("closed: no seal of its own", 1_105),
        ("closed: not the bureau's", 1_976),
        ("competent", 1_080),
        ("direct", 1_105),
        ("outpost", 1_776),
    ];
    assert_eq!(tally[&(false, Plans::Bureau)], came.into_iter().collect());
    let others = |plans| tally.iter().filter(move |it| it.0.1 == plans).flat_map(|it| it.1.values()).sum::<usize>();
    assert_eq!([Plans::Sector, Plans::Nobody, Plans::Unposted].map(others), [78_200, 70_380, 70_380]);
}

/// Whoever the window acts for has it all, by its own seal.
#[track_caller]
fn then_all_follow_the_name(route: &Route<'_>, named: Option<&Body>, region: Region) {
    for party in [route.acceptance().is, route.decision().is, route.answers().is, route.respondent().who()] {
        assert_eq!(party.to_body().as_ref(), named);
        // where no plan names it, it is known whose it is
        assert!(named.is_some() || party == Party::Undertaker(region));
    }
    let regions = !matches!(named, Some(Body::Department(_)));
    assert_eq!(route.seal().is, if regions { Seal::Region } else { Seal::Department });
    assert_eq!(route.reports_to().is_some(), regions && route.department().is_some());
    assert_eq!(route.respondent().is_contested(), regions && region.is_zone());
}
