use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    case::Brief,
    catalogue::{Key, NoItem, edition_on},
    place::{Place, Township},
    register::{Registers, Standard},
    route::{Offer, Question, Route, Scope, Venue},
    text::{Mark, Person},
};

/// 收件: papers handed in at a window.
///
/// Rules: [`EditionInForce`](crate::law::Rule::EditionInForce), [`ItemInForce`](crate::law::Rule::ItemInForce),
/// [`PlaceHasRegion`](crate::law::Rule::PlaceHasRegion), [`CatalogueAgrees`](crate::law::Rule::CatalogueAgrees),
/// [`RegionHasChosen`](crate::law::Rule::RegionHasChosen), [`ReviewSealNamed`](crate::law::Rule::ReviewSealNamed), [`CrossingResolved`](crate::law::Rule::CrossingResolved),
/// [`HandlerNamed`](crate::law::Rule::HandlerNamed), [`VenueOpen`](crate::law::Rule::VenueOpen),
/// [`ActorHoldsRole`](crate::law::Rule::ActorHoldsRole), [`NamedOnce`](crate::law::Rule::NamedOnce),
/// [`NewCase`](crate::law::Rule::NewCase).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, Office, Rule, case::{StageKind, StepKind, steps::File}};
/// let (case, _, office) = before("review", StepKind::AskForCorrections)?;
/// let (file, stamp) = (case.record().file().clone(), case.record().opening().stamp.clone());
/// let at_the_city = File { venue: tongquan::Venue::Centre(tongquan::place::Centre::CITY), ..file.clone() };
/// let unfiled = AnyCase::file(at_the_city, stamp, &office).unwrap_err();
/// assert!(unfiled.why.names(Rule::ActorHoldsRole)); // the county's clerk has no window there
///
/// assert_eq!(AnyCase::file(file, unfiled.stamp, &office)?.stage(), StageKind::Filed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct File {
    /// 办件编号: the case's number, given by the service.
    pub case: Mark,
    /// 事项: the key of the item that is applied for.
    pub item: Key,
    /// 所在地: where the matter lies; which place counts is the standard's to say (`S24`).
    pub place: Place,
    /// 涉及区域: what other regions it touches (`S7`).
    pub scope: Scope,
    /// 办理地点: where the papers were handed in.
    pub venue: Venue,
    /// 申请人代号: the applicant, as an opaque reference.
    pub applicant: Person,
    /// 已交材料: the materials handed in, by the standard's codes; a code that it lacks bars nothing and counts for nothing.
    pub materials: Vec<Mark>,
    /// 前一办件: an earlier case of the same matter (`S9`).
    pub follows: Option<Mark>,
}

impl File {
    /// The question that a route answers of it on a day: by the registers of the filing day, by whom it is handled.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let asked = case.record().file().asked("2024-03-04".parse()?);
    /// // an empty office undertakes nothing yet (S11)
    /// assert!(Office::built_in().route(&asked)?.why().is.gap.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn asked(&self, day: NaiveDate) -> Question<'_> {
        Question { item: &self.item, place: self.place, scope: self.scope, venue: Some(&self.venue), day }
    }

    /// What catalogue and registers say on the filing day. It knows no rule: what there is nothing of, it only tells.
    pub(crate) fn look_up(&self, day: NaiveDate, registers: Registers<'_>) -> Result<Brief, Missing> {
        let edition = edition_on(registers.editions(), day).map_err(Missing::Item)?;
        let item = registers.item_on(&self.item, day).map_err(Missing::Item)?;
        let (region, _) = self.place.managing_region().ok_or(Missing::Region)?;
        let (facts, undertaking) = (item.facts(region), registers.undertaking(item, self.place, day));
        let chosen_in: Vec<Township> = registers.chosen(item, region, day).map(|it| it.township).collect();
        if undertaking.chosen.is_none() && !chosen_in.is_empty() && !self.scope.crosses(region) {
            return Err(Missing::Township { chosen_in });
        }
        let route = Route::new(facts, region, self.scope, Some(undertaking)).ok();
        let counter = route.is_some_and(|it| it.is_counter(&self.venue));
        // a region's own standard binds the region: where the city decides, its handbook does
        let standard = if route.is_some_and(|it| it.region_decides()) {
            registers.standard(&self.item, region, day)
        } else {
            registers.handbook(&self.item, day)
        };
        let admission = match registers.offer(item, region, &self.venue, day) {
            Offer::Running(admission) if !counter => Some(admission.clone()),
            Offer::Running(_) | Offer::NotRecorded | Offer::NotBegun(_) | Offer::Ended(_) => None,
        };
        let standing = facts.standing(self.scope.crosses(region));
        Ok(Brief {
            revision: registers.revision(),
            edition: edition.id(),
            item: facts,
            undertaking: undertaking.into(),
            admission,
            standard: standard.map(Standard::outline),
            gaps: registers.gaps(item, region, standing, day),
        })
    }
}

/// What a filing needs and there is nothing of on its day.
#[derive(Debug)]
pub(crate) enum Missing {
    /// The item.
    Item(NoItem),
    /// A region that runs the place.
    Region,
    /// A township among those for which the region chose.
    Township {
        /// These.
        chosen_in: Vec<Township>,
    },
}
