//! The offices that the wishes are held against, the cases that they are on, and what the model is to know of both.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use chrono::{Days, NaiveDate};
use tongquan::{
    Actor, AnyCase, AnyStep, Department, Item, Key, Kind, Modality, Moment, Office, Place, Question, Region, Rule,
    Scope, Stamp, Standing, Venue,
    case::{
        Role, StageKind,
        steps::{Accept, AffixSeal, AffixSealNo2, DecideFavourably, File, PassOn, TakeReviewStep},
    },
    catalogue::{Devolution, OwnItem, OwnOrigin},
    place::{Centre, Regions},
    register::{Items, Revision, SealEvent, SealId, SealState, SealStep},
    text::Text,
};

use crate::{
    model::{
        self,
        seal::{Use, refusals},
    },
    seal_life::{agreement, state_id},
    support::{day, filing_day, marks, official, rows},
};

/// The day of use.
pub(crate) fn used() -> NaiveDate {
    filing_day() + Days::new(10)
}

/// The fictional office with items of its own beside the annexes: of each department one in review everywhere, and others of one department in
/// each other way. Its agreements and seals are made anew: each department has one of each with each region.
pub(crate) fn base() -> Revision {
    let mut base = rows().clone();
    let everywhere = Regions::NONE;
    let mut own = |key: String, department, modality, not_devolved_to| {
        base.own_items.push(OwnItem {
            name: format!("（虚构）自有事项{key}").parse().unwrap(),
            key: key.parse().unwrap(),
            kind: Kind::OtherPower,
            origin: OwnOrigin::City(Devolution { not_devolved_to, ..Devolution::new(department, modality) }),
        });
    };
    for (at, department) in Department::all().enumerate() {
        own(format!("X-{at}"), department, Modality::Review, everywhere);
    }
    let zones = Region::all().filter(|it| it.is_zone()).collect();
    own("X-direct".into(), Department::Transport, Modality::Direct, everywhere);
    own("X-window".into(), Department::Ecology, Modality::Window, everywhere);
    own("X-intake".into(), Department::Transport, Modality::Intake, everywhere);
    own("X-partly".into(), Department::Transport, Modality::Review, zones);
    (base.agreements, base.seals) = (vec![], vec![]);
    base
}

pub(crate) static BASE: LazyLock<Office> = LazyLock::new(|| Office::new(vec![base()]).unwrap());

/// What the agreements are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scoped {
    /// They list all that the department has in review in the region.
    Listed,
    /// They say: all.
    All,
    /// They list one item alone.
    Narrow,
    /// As listed, and they end on the day of filing.
    RunsOff,
    /// As listed, and they ended on the day before.
    Closed,
}

pub(crate) fn reviewed(department: Department, region: Region) -> Vec<Key> {
    let is = |it: &Item<'_>| {
        it.department() == Some(department) && it.cell(region).standing == Standing::Devolved(Modality::Review)
    };
    BASE.catalogue().latest().items().filter(is).map(|it| it.key().clone()).collect()
}

pub(crate) fn only(department: Department) -> Key {
    format!("X-{}", Department::all().position(|it| it == department).unwrap()).parse().unwrap()
}

pub(crate) fn number(region: Region) -> u16 {
    1 + u16::try_from(Region::all().position(|it| it == region).unwrap()).unwrap()
}

/// An office where every seal is in this state on the day of use.
pub(crate) fn office(state: Option<SealState>, scoped: Scoped) -> Office {
    let mut rows = base();
    for department in Department::all() {
        for region in Region::all() {
            let seal = SealId { department, number: number(region) };
            let name = format!("XY-{:?}-{}", department, seal.number);
            let items = match scoped {
                Scoped::Listed | Scoped::RunsOff | Scoped::Closed => Items::Only(reviewed(department, region)),
                Scoped::All => Items::All,
                Scoped::Narrow => Items::Only(vec![only(department)]),
            };
            let mut signed = agreement(&name, department, region, items, day(2021, 6, 25));
            signed.until = match scoped {
                Scoped::Closed => filing_day().pred_opt(),
                Scoped::RunsOff => Some(filing_day()),
                Scoped::Listed | Scoped::All | Scoped::Narrow => None,
            };
            rows.agreements.push(signed);
            let reason = "（虚构）".parse().unwrap();
            let last = match state {
                None => continue,
                Some(SealState::NotHandedOver | SealState::InService) => None,
                Some(SealState::Suspended) => Some(SealStep::Suspended { reason }),
                Some(SealState::Withdrawn) => Some(SealStep::Withdrawn { reason }),
                Some(SealState::Lost) => Some(SealStep::Lost { reason }),
            };
            let handed = SealStep::HandedOver { agreement: name.parse().unwrap() };
            let handed = (state != Some(SealState::NotHandedOver)).then_some(handed);
            let cut = (day(2021, 6, 25), Some(SealStep::Cut { twin_of: None }));
            // between filing and use
            let last = (filing_day() + Days::new(2), last);
            let all = [cut, (day(2021, 6, 30), handed), last];
            rows.seals.extend(all.into_iter().filter_map(|(on, event)| Some(SealEvent { seal, on, event: event? })));
        }
    }
    Office::new(vec![rows]).unwrap()
}

/// The competent counter.
#[track_caller]
pub(crate) fn counter(office: &Office, item: Item<'_>, region: Region, scope: Scope) -> Venue {
    let (place, city) = (Place::Region(region), Venue::Centre(Centre::CITY));
    let asked = Question { item: item.key(), place, scope, venue: Some(&city), day: filing_day() };
    office.route(&asked).unwrap().counter().unwrap()
}

/// A case at acceptance and at its decision, each step by whoever holds its role.
#[track_caller]
pub(crate) fn driven(
    office: &Office,
    item: Item<'_>,
    region: Region,
    scope: Scope,
    venue: &Venue,
) -> (AnyCase, AnyCase) {
    let at = Moment::new(filing_day(), 9, 0, 0).unwrap();
    let place = Place::Region(region);
    let asked = Question { item: item.key(), place, scope, venue: Some(venue), day: filing_day() };
    let route = office.route(&asked).unwrap();
    let known = office.now().standard(item.key(), region, filing_day());
    let file = File {
        case: format!("{}-{}", item.key(), number(region)).parse().unwrap(),
        item: item.key().clone(),
        place,
        scope,
        venue: venue.clone(),
        applicant: "applicant-1".parse().unwrap(),
        materials: known.iter().flat_map(|it| &it.materials).map(|it| it.code.clone()).collect(),
        follows: None,
    };
    let by = official(route.intake().is.to_body().unwrap());
    let take = |case: AnyCase, step: AnyStep| {
        let role = case.stage().arc(step.kind()).unwrap().role;
        let body = case.record().holders(role).next().unwrap().to_body().unwrap();
        case.apply(step, Stamp { at, by: official(body) }, office).unwrap()
    };
    let filed = AnyCase::file(file, Stamp { at, by }, office).unwrap();
    let accepted = take(filed, Accept { receipt: "SL-1".parse().unwrap() }.into());
    let mut case = accepted.clone();
    if route.modality() == Some(Modality::Intake) {
        case = take(case, PassOn {}.into());
    }
    for step in known.iter().flat_map(|it| &it.steps).filter(|it| it.required) {
        let officers = marks(&["somebody", "another"]);
        case = take(case, TakeReviewStep { step: step.code.clone(), finding: None, officers }.into());
    }
    let attested = known.iter().flat_map(|it| &it.conditions).map(|it| it.code.clone()).collect();
    (accepted, take(case, DecideFavourably { attested }.into()))
}

/// A case and what the model is to know of it.
pub(crate) struct Known {
    pub(crate) accepted: AnyCase,
    pub(crate) decided: AnyCase,
    pub(crate) sealed: AnyCase,
    pub(crate) item: Key,
    pub(crate) department: Option<Department>,
    pub(crate) region: Region,
    pub(crate) origin: &'static str,
    pub(crate) modality: Option<&'static str>,
    pub(crate) route_is_citys: bool,
}

impl Known {
    /// A case within its region, at the competent counter, where everything is ready.
    pub(crate) fn of(item: Item<'_>, region: Region) -> Self {
        let (accepted, decided) =
            driven(&BASE, item, region, Scope::WITHIN, &counter(&BASE, item, region, Scope::WITHIN));
        let modality = modality(item.key(), region);
        let origin = if ["WS-001", "XK-001"].contains(&&*item.key().to_string()) { "county" } else { "city" };
        let (item, department) = (item.key().clone(), item.department());
        // what has no modality here is not devolved
        let route_is_citys = origin == "city" && modality.is_none();
        let lawful = SealId { department: department.unwrap_or(Department::Transport), number: number(region) };
        let no_2 = decided.check(&affix(lawful, &[&TEXTS[0]]), &stamp(&decided, "keeper"), &SOUND).is_ok();
        let step = if no_2 { affix(lawful, &[&TEXTS[0]]) } else { AffixSeal {}.into() };
        let sealed = decided.clone().apply(step, stamp(&decided, "keeper"), &SOUND).unwrap();
        Self { accepted, decided, sealed, item, department, region, origin, modality, route_is_citys }
    }

    pub(crate) fn at(&self, stage: StageKind) -> &AnyCase {
        let case = match stage {
            StageKind::Accepted => &self.accepted,
            StageKind::Decided => &self.decided,
            StageKind::Sealed => &self.sealed,
            other => panic!("{other}"),
        };
        assert_eq!(case.stage(), stage);
        case
    }

    /// The seal of the item's department that the region holds, and every other way to name one, alone and together.
    pub(crate) fn seals(&self) -> [Named; 6] {
        let own = self.department.unwrap_or(Department::Transport);
        let other = Department::all().find(|it| *it != own).unwrap();
        let elsewhere = Region::all().find(|it| *it != self.region).unwrap();
        let named = |department, region: Option<Region>| Named {
            seal: SealId { department, number: region.map_or(99, number) },
            held_by: region,
        };
        [
            named(own, Some(self.region)),
            named(own, Some(elsewhere)),
            named(other, Some(self.region)),
            named(other, Some(elsewhere)),
            named(own, None),
            named(other, None),
        ]
    }

    /// The wish as the model sees it, save for documents, user and circumstance.
    pub(crate) fn wish(
        &self,
        stage: StageKind,
        named: &Named,
        state: Option<SealState>,
        scoped: Scoped,
    ) -> Use<'static> {
        let on_record = named.held_by.is_some() && state.is_some();
        let held = state.is_some_and(|it| it != SealState::NotHandedOver);
        let listed = |region| match scoped {
            Scoped::Listed | Scoped::RunsOff | Scoped::Closed => {
                LISTS[&(named.seal.department, region)].contains(&self.item)
            }
            Scoped::All => true,
            Scoped::Narrow => self.item == only(named.seal.department),
        };
        Use {
            origin: self.origin,
            modality: self.modality,
            route_is_citys: self.route_is_citys,
            stage_decided: stage != StageKind::Accepted,
            already_sealed: stage == StageKind::Sealed,
            seal_on_record: on_record,
            has_agreement_for_case: held && scoped != Scoped::Closed,
            seal_department_is_items: self.department == Some(named.seal.department),
            // of a seal that was withdrawn or lost, who held it last is still told
            held_by_region: held && named.held_by == Some(self.region),
            item_in_agreement: named.held_by.is_some_and(listed),
            circumstance_in_agreement: true,
            user_is_named: true,
            state: state_id(state),
            documents: 1,
            document_twice: false,
        }
    }
}

/// A seal as it is named, and the region that it was handed to; none of it was cut where there is none.
pub(crate) struct Named {
    pub(crate) seal: SealId,
    pub(crate) held_by: Option<Region>,
}

/// The modality in the model's words, none where the item has none in the region.
fn modality(key: &Key, region: Region) -> Option<&'static str> {
    let zone = region.is_zone();
    match key {
        Key::Annex1(number) => match model::answer(1, *number, region.label(), false).modality {
            "直接下放" => Some("direct"),
            "窗口前移" => Some("window"),
            "下放实质性审核权" => Some("review"),
            "委托收件、受审分离" => Some("intake"),
            "暂不下放" => None,
            other => panic!("{other}"),
        },
        Key::Annex2(_) => None,
        Key::Own(own) => match own.as_str() {
            "WS-001" | "XK-001" => None,
            "X-direct" | "XK-002" => Some("direct"),
            "X-window" => Some("window"),
            "X-intake" | "XK-004" => Some("intake"),
            "X-partly" => (!zone).then_some("review"),
            _ => Some("review"),
        },
    }
}

pub(crate) static TEXTS: LazyLock<[Text; 2]> = LazyLock::new(|| ["决定书", "证照"].map(|it| it.parse().unwrap()));
pub(crate) static SOUND: LazyLock<Office> = LazyLock::new(|| office(Some(SealState::InService), Scoped::Listed));
static LISTS: LazyLock<HashMap<(Department, Region), Vec<Key>>> = LazyLock::new(|| {
    let pairs = Department::all().flat_map(|department| Region::all().map(move |region| (department, region)));
    pairs.map(|(department, region)| ((department, region), reviewed(department, region))).collect()
});

pub(crate) fn affix(seal: SealId, documents: &[&Text]) -> AnyStep {
    affix_in("decision", seal, documents)
}

pub(crate) fn affix_in(circumstance: &str, seal: SealId, documents: &[&Text]) -> AnyStep {
    let documents = documents.iter().map(|it| (*it).clone()).collect();
    AffixSealNo2 { seal, circumstance: circumstance.parse().unwrap(), documents }.into()
}

/// Somebody of the body that is to seal, on the day of use.
pub(crate) fn stamp(case: &AnyCase, person: &str) -> Stamp {
    let record = case.record();
    let body = record.holders(Role::Deciding).next().unwrap().to_body().unwrap();
    Stamp { at: Moment::new(used(), 9, 0, 0).unwrap(), by: Actor::Official { body, person: person.parse().unwrap() } }
}

/// The rules by which ours tells the model's reasons, where it tells them.
pub(crate) fn told(wish: &Use<'_>, department: Option<Department>) -> BTreeSet<Rule> {
    let rule = |reason| match reason {
        "not_decided" | "sealed_already" => Some(Rule::StepHasPlace),
        "not_formerly_city" => Some(Rule::SealNo2FormerlyCity),
        "not_review_here" => Some(Rule::SealNo2Review),
        // an item that is no city department's has no seal that would be the right one's: it is told that it was never the city's
        "other_department" => department.map(|_| Rule::SealNo2OfDepartment),
        "no_document" => Some(Rule::DocumentsListed),
        "document_twice" => Some(Rule::NamedOnce),
        // one rule: numbered, on record, and under an agreement
        "no_record" | "no_agreement" => Some(Rule::SealNo2OnRecord),
        "other_region" => Some(Rule::SealNo2HeldHere),
        "not_in_service" => Some(Rule::SealNo2InService),
        // no agreement may ever list what was not the city's, so that to amend one would mend nothing
        "item_outside" => (wish.origin == "city").then_some(Rule::SealNo2ForItem),
        "circumstance_outside" => Some(Rule::SealNo2ForCircumstance),
        "user_not_named" => Some(Rule::SealNo2NamedUser),
        other => panic!("no rule for {other}"),
    };
    // a sealed case has no such step any more, as one that is not decided has none yet: nothing else is asked
    if !wish.stage_decided || wish.already_sealed {
        return BTreeSet::from([Rule::StepHasPlace]);
    }
    refusals(wish).into_iter().filter_map(rule).collect()
}
