use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    case::Brief,
    catalogue::Key,
    law::{Fact, Objection, Refusal, Rule},
    place::Place,
    register::{Office, Standard},
    route::{Route, Scope, Venue},
    text::Mark,
};

/// 收件: papers handed in at a window.
///
/// Rules: [`EditionInForce`](crate::law::Rule::EditionInForce), [`ItemInForce`](crate::law::Rule::ItemInForce),
/// [`PlaceHasRegion`](crate::law::Rule::PlaceHasRegion), [`CatalogueAgrees`](crate::law::Rule::CatalogueAgrees),
/// [`RegionHasChosen`](crate::law::Rule::RegionHasChosen), [`CrossingResolved`](crate::law::Rule::CrossingResolved),
/// [`HandlerNamed`](crate::law::Rule::HandlerNamed), [`VenueOpen`](crate::law::Rule::VenueOpen),
/// [`ActorHoldsRole`](crate::law::Rule::ActorHoldsRole), [`NamedOnce`](crate::law::Rule::NamedOnce),
/// [`NewCase`](crate::law::Rule::NewCase).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The case's number, given by the service.
    pub case: Mark,
    /// The item.
    pub item: Key,
    /// Where the matter lies; which place counts is the standard's to say (`S24`).
    pub place: Place,
    /// What other regions it touches (`S7`).
    pub scope: Scope,
    /// Where the papers were handed in.
    pub venue: Venue,
    /// The applicant, as an opaque reference.
    pub applicant: Mark,
    /// The materials handed in, by the standard's codes.
    pub materials: Vec<Mark>,
    /// An earlier case of the same matter (`S9`).
    pub follows: Option<Mark>,
}

impl File {
    /// What catalogue and registers say on the filing day; refused where they say nothing.
    pub(crate) fn look_up(&self, day: NaiveDate, office: &Office) -> Result<Brief, Refusal> {
        let missing = |rule, expected: Fact, got: Fact| Refusal::of(Objection { rule, expected, got });
        let Some(edition) = office.edition_on(day) else {
            return Err(missing(Rule::EditionInForce, office.edition().id().from.into(), day.into()));
        };
        let Some(item) = edition.find(&self.item) else {
            let nearest = edition.item(&self.item).err().map(|it| it.nearest).unwrap_or_default();
            let nearest = nearest.iter().filter_map(|it| it.parse::<Mark>().ok());
            let expected = Fact::List(vec![ON_THE_LIST, Fact::list(nearest)]);
            return Err(missing(Rule::ItemInForce, expected, (&self.item).into()));
        };
        let Some((region, _)) = self.place.managing_region() else {
            return Err(missing(Rule::PlaceHasRegion, A_REGION, self.place.into()));
        };
        let (facts, undertaking) = (item.facts(region), office.undertaking(item, region, day));
        let counter =
            Route::new(facts, region, self.scope, Some(undertaking)).is_ok_and(|it| it.is_counter(&self.venue));
        let running = office.permission(item, region, &self.venue, day).filter(|it| !counter && it.runs_on(day));
        Ok(Brief {
            edition: edition.id(),
            item: facts,
            undertaking: undertaking.into(),
            admission: running.map(|it| it.gives.clone()),
            standard: office.standard(&self.item, day).map(Standard::outline),
        })
    }
}

const ON_THE_LIST: Fact =
    Fact::Term { zh: "清单所列事项，编号相近的有", en: "an item of the list, with keys near it" };
pub(in crate::case) const A_REGION: Fact = Fact::Term {
    zh: "县（市、区）、功能区，或其乡镇、村",
    en: "a region, or a township or village of one",
};
