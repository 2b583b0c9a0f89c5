//! Every answer for every way, region, item and county body, against the model.

use std::collections::BTreeSet;

use tongquan::{
    Item, Office, Party, Place, Question, Region, Route, Scope, Seal, Standing, UnitKind, Venue,
    place::{Centre, Township},
    route::{Access, AskError, Closed, Heading, NoRoute, Respondent, Supervisors},
};

use super::{
    CITY_ENFORCEMENT, WAYS, city_supervisor, items, modality, regions, rows_of, supervisor, township_of, unit, way_of,
};
use crate::{
    model::{
        REGIONS, ZONES,
        township::{Told, Way, told},
    },
    support::filing_day,
};

/// The region, its township, and the kind of the county's body that the choice names.
#[derive(Clone, Copy)]
pub(super) struct There {
    pub(super) region: Region,
    pub(super) township: Township,
    pub(super) county: Option<UnitKind>,
}

const ELSEWHERE: (&str, &str) =
    ("（只在主管地点收件，所问地点不收）", " (at the competent counter; the venue asked is closed)");

impl There {
    /// A party in the model's word.
    pub(super) fn part(&self, party: Party<'_>) -> &'static str {
        let county = self.county.map(|kind| unit(self.region, kind));
        match party {
            Party::Unit(it) if *it == unit(self.region, UnitKind::Township) => "township",
            Party::Unit(it) if Some(it) == county.as_ref() => "county",
            Party::Stationed { unit, township } if Some(unit) == county.as_ref() && township == self.township => {
                "county_staff_in_township"
            }
            _ => "somebody else",
        }
    }

    fn whose(&self, seal: Seal) -> &'static str {
        match seal {
            Seal::Township => "township_own",
            Seal::Region => "county_own",
            Seal::Department | Seal::No2 => "no seal of the region",
        }
    }

    fn zone(&self) -> bool {
        ZONES.contains(&self.region.label())
    }

    pub(super) fn told(&self, way: Way) -> Told {
        told(way, self.zone()).unwrap()
    }

    /// Everything that the model answers, but for who takes in at a window.
    #[track_caller]
    pub(super) fn agrees(&self, route: &Route<'_>, way: Way) {
        let model = self.told(way);
        assert_eq!(route.region(), self.region);
        assert_eq!(route.standing(), Standing::Chosen(modality(way)));
        assert_eq!(route.modality(), Some(modality(way)));
        assert_eq!(self.part(route.acceptance().is), model.accepts);
        assert_eq!(self.part(route.decision().is), model.decides);
        assert_eq!(self.whose(route.seal().is), model.seal);
        assert_eq!(self.part(route.answers().is), model.answers);
        assert_eq!(self.part(route.respondent().who()), model.respondent);
        assert_eq!(route.respondent().is_contested(), model.contested);
        assert_eq!(route.reports_to().is_some(), model.reports);
        let bureau = self.county == Some(UnitKind::ApprovalBureau);
        assert_eq!(route.owes_pushes(), bureau && model.pushes_if_bureau);
        // beside the decider, whoever takes in for it answers for its intake, as a region does for the city (S2)
        let for_intake = route.answers_for_intake().map(|it| self.part(it.is));
        assert_eq!(for_intake, (way == Way::Intake).then_some("township"));
        self.cited(route, way);
        self.watched(route);
    }

    fn cited(&self, route: &Route<'_>, way: Way) {
        let chosen = ["A2", "C15", "S10", "S53"];
        let ids = |basis: &[tongquan::Source]| basis.iter().map(|it| it.id()).collect::<Vec<_>>();
        for basis in [route.acceptance().basis, route.decision().basis, route.why().basis] {
            assert_eq!(ids(basis), chosen);
        }
        let seal = ids(route.seal().basis);
        if matches!(way, Way::Review(_)) {
            assert_eq!(seal, ["S20", "A2"])
        } else {
            assert_eq!(seal, chosen)
        }
        assert!(ids(route.answers().basis).contains(&"S53"));
        assert!(route.answers_for_intake().is_none_or(|it| ids(it.basis).contains(&"S53")));
        let respondent = route.respondent();
        let law = |respondent: Respondent<'_>| {
            let told = respondent.in_litigation(filing_day()).unwrap();
            told.chain(respondent.in_reconsideration(filing_day()).unwrap()).map(|it| it.id()).collect::<BTreeSet<_>>()
        };
        let law = law(respondent);
        assert!(!law.is_empty());
        assert_eq!(law.contains("SDEDZ7"), self.zone());
        assert_eq!(law.contains("SPC19"), way == Way::Review(Some("county")), "{law:?}");
    }

    fn watched(&self, route: &Route<'_>) {
        let Supervisors::Seats(seats) = route.supervisors() else {
            assert_eq!(route.supervisors(), Supervisors::Own);
            return assert!(!route.owes_pushes());
        };
        let told: Vec<String> = seats.is.iter().map(|it| it.unwrap().zh()).collect();
        let enforcement = unit(self.region, UnitKind::Enforcement);
        let expected = [
            supervisor(self.region).name.to_string(),
            enforcement.name.to_string(),
            city_supervisor().name.to_string(),
            CITY_ENFORCEMENT.label().to_owned(),
        ];
        assert_eq!(told, expected);
        assert!(seats.basis.iter().any(|it| it.id() == "C12"));
    }

    /// The sheet says the same in both languages, with the same sources.
    #[track_caller]
    /// The words of a sheet; where the venue asked is closed, they are of the competent counter, and say so.
    fn sheet_tells(&self, route: &Route<'_>, way: Way) {
        let sheet = route.sheet(filing_day());
        let line = |heading| sheet.iter().find(|it| it.heading == heading).unwrap();
        let words = |heading| (line(heading).zh.as_str(), line(heading).en.as_str());
        let parties = [
            (Heading::Intake, route.intake()),
            (Heading::Acceptance, route.acceptance()),
            (Heading::Decision, route.decision()),
            (Heading::Answers, route.answers()),
        ];
        for (heading, answer) in parties {
            let closed = heading == Heading::Intake && matches!(route.access(), Access::Closed(_));
            let (zh, en) = if closed { ELSEWHERE } else { ("", "") };
            assert_eq!(words(heading), (&*(answer.is.zh() + zh), &*(answer.is.to_string() + en)));
            assert_eq!(line(heading).basis, answer.basis);
        }
        let modality = modality(way);
        let standing = Standing::Chosen(modality);
        assert_eq!(words(Heading::Standing), (standing.label(), standing.english()));
        assert!(standing.label() != modality.label() && standing.label().starts_with("自行确定："));
        let (zh, en) = words(Heading::Why);
        assert!(zh.ends_with(&format!("；本区域选定：{}", modality.label())), "{zh}");
        assert!(en.ends_with(&format!("; the region chose {}", modality.english())), "{en}");
        let seal = match self.told(way).seal {
            "township_own" => ("乡镇（街道）印章", "the township's own seal"),
            _ => ("县级部门印章", "the region body's own seal"),
        };
        assert_eq!(words(Heading::Seal), seal);
        let contested = if self.told(way).contested { ("（有争议）", " (contested)") } else { ("", "") };
        let who = route.respondent().who();
        for heading in [Heading::Defendant, Heading::Respondent] {
            let expected = (format!("{}{}", who.zh(), contested.0), format!("{who}{}", contested.1));
            assert_eq!(words(heading), (&*expected.0, &*expected.1));
        }
        let counter = format!("{}为民服务中心", self.township);
        assert_eq!(words(Heading::Counter), (&*counter, &*counter));
        if self.told(way).intake == "county_staff_in_township" {
            let county = unit(self.region, self.county.unwrap());
            let zh = format!("{}派驻{}人员", county.name, self.township);
            let told = (route.intake().is.zh(), route.intake().is.to_string());
            assert_eq!(told, (zh, format!("{}'s staff in {}", county.name, self.township)));
        }
        let for_intake = sheet.iter().any(|it| it.heading == Heading::AnswersForIntake);
        assert_eq!(for_intake, way == Way::Intake);
        for it in &sheet {
            assert!(!it.zh.contains("2号章") && !it.en.contains("Seal No. 2"), "{it:?}");
            assert!(it.heading == Heading::Region || !it.basis.is_empty(), "{it:?}");
        }
    }
}

impl There {
    pub(super) fn ask<'o>(&self, office: &'o Office, item: Item<'_>, venue: &Venue) -> Result<Route<'o>, AskError> {
        let (place, day) = (Place::Township(self.township), filing_day());
        office.route(&Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(venue), day })
    }
}

#[test]
fn every_way_answers_as_the_model_in_every_region_for_every_item_at_every_centre_and_online() {
    let mut compared = 0;
    for (way, county) in WAYS {
        let office = Office::new(vec![rows_of(way, county)]).unwrap();
        for (region, township) in regions() {
            let there = There { region, township, county };
            let venues =
                [Venue::TownshipCentre(township), region.centre().unwrap().into(), Centre::CITY.into(), Venue::Online];
            for item in items() {
                for venue in &venues {
                    let route = there.ask(&office, item, venue).unwrap();
                    there.agrees(&route, way);
                    assert_eq!(there.part(route.intake().is), there.told(way).intake);
                    // the township's centre is the counter; elsewhere nothing is recorded, so nothing has started
                    let counter = *venue == venues[0];
                    let access = if counter { Access::Competent } else { Access::Closed(Closed::NotRecorded) };
                    assert_eq!(route.access(), access);
                    assert_eq!(route.counter().as_ref(), Some(&venues[0]));
                    there.sheet_tells(&route, way);
                    compared += 1;
                }
            }
        }
    }
    assert_eq!(compared, 8 * 14 * 15 * 4);
}

#[test]
fn a_matter_that_crosses_regions_is_nobodys_whatever_was_chosen_and_wherever_it_lies() {
    for (way, county) in WAYS {
        let office = Office::new(vec![rows_of(way, county)]).unwrap();
        for (region, township) in regions() {
            let scope = Scope::touching(Region::all().filter(|it| *it != region).take(1));
            let elsewhere = Township::all().filter(|it| it.managing_region().0 == region).nth(1);
            let places = [Some(Place::Region(region)), Some(township.into()), elsewhere.map(Place::from)];
            for place in places.into_iter().flatten() {
                for item in items() {
                    let venue = Venue::TownshipCentre(township);
                    let asked = Question { item: item.key(), place, scope, venue: Some(&venue), day: filing_day() };
                    let none = office.route(&asked).unwrap_err();
                    assert_eq!(none, AskError::NoRoute(NoRoute::Unresolved { region }), "{item} in {place}");
                }
            }
        }
    }
}

#[test]
fn a_review_whose_choice_names_no_seal_is_no_route_and_the_model_tells_nothing() {
    let office = Office::new(vec![rows_of(Way::Review(None), None)]).unwrap();
    for (region, township) in regions() {
        let there = There { region, township, county: None };
        assert_eq!(told(Way::Review(None), there.zone()), None);
        for item in items() {
            let none = there.ask(&office, item, &Venue::TownshipCentre(township)).unwrap_err();
            assert_eq!(none, AskError::NoRoute(NoRoute::SealNotNamed { region }));
            assert!(none.zh().contains("未载明用章") && none.to_string().contains("named no seal"), "{none}");
        }
    }
    let none = NoRoute::SealNotNamed { region: Region::Wenshang };
    assert_eq!(none.basis().iter().map(|it| it.id()).collect::<Vec<_>>(), ["A2", "S20"]);
    assert_eq!(none.standing(), Some(Standing::RegionChooses));
}

#[test]
fn the_catalogue_alone_never_has_a_choice_and_the_regions_are_those_of_the_model() {
    for item in items() {
        for region in Region::all() {
            let alone = Route::of(item, region, Scope::WITHIN).unwrap_err();
            assert_eq!(alone, NoRoute::RegionMustChoose { region });
        }
    }
    let run: BTreeSet<&str> = regions().map(|(region, _)| region.label()).collect();
    let expected: BTreeSet<&str> = REGIONS.into_iter().filter(|it| *it != "曲阜文化建设示范区").collect();
    assert_eq!(run, expected);
    assert_eq!(township_of(Region::CultureZone), None);
    // a way is told by its modality and the county's body that it needs
    for (way, county) in WAYS {
        let told = way_of(way, county.map(|kind| unit(Region::Wenshang, kind).id));
        assert_eq!((told.modality(), told.county().is_some()), (modality(way), county.is_some()));
    }
}
