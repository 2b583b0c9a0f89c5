//! A route over an amended edition is the built-in one wherever nothing was amended: all of its answers, with their sources.

use tongquan::{
    Catalogue, Department, Edition, Item, Modality, Party, Region, Route, Scope, Seal, Source, Standing, Venue,
    catalogue::Why,
    route::{Access, Answer, NoRoute, Supervisors, Whys},
};

use super::{amendment, space::singles, words::first_day};
use crate::{
    model::{
        self,
        lists::{Amendment, first},
    },
    routes::agrees,
};

/// Everything that a route answers, but for why.
#[derive(Debug, PartialEq)]
struct Answers {
    standing: Standing,
    modality: Option<Modality>,
    department: Option<Department>,
    intake: Answer<Party<'static>>,
    acceptance: Answer<Party<'static>>,
    decision: Answer<Party<'static>>,
    seal: Answer<Seal>,
    answers: Answer<Party<'static>>,
    answers_for_intake: Option<Answer<Party<'static>>>,
    respondent: (Party<'static>, bool),
    supervisors: Supervisors<'static>,
    reports_to: Option<Department>,
    counter: Option<Venue>,
    access: (Access, &'static [Source]),
}

type Told = Result<(Answers, Answer<Whys>), NoRoute>;

fn told(item: Item<'_>, region: Region, scope: Scope) -> Told {
    let route = Route::of(item, region, scope)?;
    let respondent = route.respondent();
    let answers = Answers {
        standing: route.standing(),
        modality: route.modality(),
        department: route.department(),
        intake: route.intake(),
        acceptance: route.acceptance(),
        decision: route.decision(),
        seal: route.seal(),
        answers: route.answers(),
        answers_for_intake: route.answers_for_intake(),
        respondent: (respondent.who(), respondent.is_contested()),
        supervisors: route.supervisors(),
        reports_to: route.reports_to(),
        counter: route.counter(),
        access: (route.access(), route.access_basis()),
    };
    Ok((answers, route.why()))
}

fn scopes(region: Region) -> [Scope; 2] {
    let other = Region::all().find(|it| *it != region).unwrap();
    [Scope::WITHIN, Scope::touching([other])]
}

/// By item, region and scope.
fn all_told(edition: &Edition) -> Vec<Vec<[Told; 2]>> {
    let by_region = |item| Region::all().map(move |region| scopes(region).map(|scope| told(item, region, scope)));
    edition.items().map(|item| by_region(item).collect()).collect()
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    /// What a route is asked of, and is the same.
    facts: usize,
    /// Routes compared whole.
    same: usize,
    /// Routes of an amended item where it stands as before: why may be another, as the column is.
    same_but_why: usize,
    /// Routes of an amended item where it stands otherwise, compared with the model.
    moved: usize,
}

impl Count {
    /// Of an item that the amendment does not name.
    #[track_caller]
    fn unnamed(&mut self, (was, item): (Item<'_>, Item<'_>), rows: &[[Told; 2]], whole: bool) {
        for (region, row) in Region::all().zip(rows) {
            assert_eq!(item.facts(region), was.facts(region));
            self.facts += 1;
            for (scope, expected) in scopes(region).into_iter().zip(row).filter(|_| whole) {
                assert_eq!(told(item, region, scope), *expected, "{item:?} in {region}");
                self.same += 1;
            }
        }
    }

    #[track_caller]
    fn named(&mut self, (was, item): (Item<'_>, Item<'_>), rows: &[[Told; 2]]) {
        for (region, row) in Region::all().zip(rows) {
            for (scope, expected) in scopes(region).into_iter().zip(row) {
                let is = told(item, region, scope);
                if item.facts(region) == was.facts(region) {
                    assert_eq!(is, *expected);
                    self.same += 1;
                } else if item.department() == was.department() && item.cell(region) == was.cell(region) {
                    assert_eq!(is.as_ref().map(|it| &it.0), expected.as_ref().map(|it| &it.0));
                    self.same_but_why += 1;
                } else {
                    let standing = item.cell(region).standing.label();
                    let model = model::amended(standing, region.label(), scope != Scope::WITHIN);
                    agrees(&Route::of(item, region, scope).unwrap(), item, region, &model);
                    let why = if item.cell(region) == was.cell(region) { was.cell(region).why } else { Why::Amendment };
                    assert_eq!(is.unwrap().1.is.why, why);
                    self.moved += 1;
                }
            }
        }
    }
}

#[test]
fn what_an_amendment_does_not_speak_of_has_the_routes_that_it_had() {
    let (built_in, listed, mut count, mut taken) =
        (Edition::built_in(), all_told(Edition::built_in()), Count::default(), 0);
    for it in singles(&first()) {
        let it = amendment(&Amendment { from: first_day() + 1, ..it });
        let Ok(catalogue) = Catalogue::built_in().amend(&it) else { continue };
        taken += 1;
        let named = it.changes.iter().map(|it| &it.item).chain(&it.removes).next().unwrap();
        for (was, rows) in built_in.items().zip(&listed) {
            match catalogue.latest().find(was.key()) {
                None => assert!(it.removes.contains(was.key())),
                Some(item) if was.key() == named => count.named((was, item), rows),
                Some(item) => count.unnamed((was, item), rows, taken % 7 == 0),
            }
        }
    }
    let expected = Count {
        facts: 5_185 * 75 * 15,
        same: 740 * 75 * 30 + 109_576, // of every seventh amendment, and of the items amended
        same_but_why: 384,
        moved: 43_310,
    };
    assert_eq!((taken, count), (5_185, expected));
}
