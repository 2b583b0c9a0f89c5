//! Bodies, and who holds which role on the route that a brief makes (rulebook 3 and 4).

use std::{cmp::Ordering, collections::BTreeSet};

use serde_json::Value;

use super::{
    Broken,
    acts::text,
    brief::{Brief, Chosen, Item},
    broken,
    door::{Door, Handling},
    opening::Filing,
};

pub(super) const SORTS: [&str; 4] = ["unit", "department", "city", "partner"];

/// CHOICE: a body is known by its id and region, under whatever name (S39) and kind: that both are kept is for the registers to see.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// One of `SORTS`.
    pub(super) sort: String,
    pub(super) id: String,
    /// Of units alone.
    pub(super) region: String,
    pub(super) kind: String,
}

impl Body {
    fn known_by(&self) -> (&str, &str, &str) {
        (&self.sort, &self.id, &self.region)
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.known_by() == other.known_by()
    }
}

impl Eq for Body {}

impl PartialOrd for Body {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Body {
    fn cmp(&self, other: &Self) -> Ordering {
        self.known_by().cmp(&other.known_by())
    }
}

impl Body {
    pub(super) fn read(said: &Value) -> Option<Self> {
        let (sort, what) = said.as_object()?.iter().next()?;
        match what.get("id") {
            Some(id) => {
                let more = |key: &str| what.get(key).map(text).unwrap_or_default();
                Some(Self { sort: sort.clone(), id: text(id), region: more("region"), kind: more("kind") })
            }
            None => Some(Self { sort: sort.clone(), id: text(what), region: String::new(), kind: String::new() }),
        }
    }

    /// One that is told without its sort.
    pub(super) fn unit(said: &Value) -> Option<Self> {
        let more = |key: &str| said.get(key).map(text).unwrap_or_default();
        let id = text(said.get("id")?);
        Some(Self { sort: "unit".to_owned(), id, region: more("region"), kind: more("kind") })
    }

    pub(super) fn department(id: Option<&str>) -> Self {
        let id = id.unwrap_or_default().to_owned();
        Self { sort: "department".to_owned(), id, region: String::new(), kind: String::new() }
    }

    /// Papers need no passing on within one region or within the city (S51); a partner is of neither.
    pub(super) fn near(&self, other: &Self) -> bool {
        let seat = |body: &Self| match body.sort.as_str() {
            "unit" => body.region.clone(),
            "partner" => format!("partner {}", body.id),
            _ => "city".to_owned(),
        };
        self == other || seat(self) == seat(other)
    }
}

/// The four roles of a route, before its venue.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) intake: Body,
    pub(super) accepting: Body,
    pub(super) deciding: Body,
    pub(super) sealing: Body,
    pub(super) no2: bool,
    /// Whose the case is: the region's formerly of the city ("region"), the city's ("city"), the county's of old
    /// ("original"), of three tiers ("county", "township").
    pub(super) whose: &'static str,
    /// The standing as the record has it, a crossing matter being "reserved".
    pub(super) standing: String,
}

impl Route {
    fn one(body: &Body, whose: &'static str, standing: &str) -> Self {
        Self {
            intake: body.clone(),
            accepting: body.clone(),
            deciding: body.clone(),
            sealing: body.clone(),
            no2: false,
            whose,
            standing: standing.to_owned(),
        }
    }

    /// The route, or the rules that say why there is none.
    pub(super) fn of(brief: &Brief, item: &Item, filing: &Filing) -> Result<Self, Broken> {
        let department = Body::department(item.department.as_deref());
        let formerly_city = ["direct", "window", "review", "intake", "not_devolved", "reserved"];
        let standing = item.standing.as_str();
        if filing.crossing {
            // CHOICE: what crosses is not first asked who handles it or what was chosen for it
            return match formerly_city.contains(&standing) {
                true => Ok(Self::one(&department, "city", "reserved")),
                false => Err(broken(["crossing_resolved"])),
            };
        }
        let handler = brief.handler.as_ref();
        match (standing, handler) {
            ("original", Some(handler)) => Ok(Self::one(handler, "original", standing)),
            ("original", None) => Err(broken(["handler_named"])),
            ("region_chooses", _) => three_tier(brief.chosen.as_ref(), filing),
            ("direct", Some(handler)) => Ok(Self::one(handler, "region", standing)),
            ("review", Some(handler)) => Ok(Self { no2: true, ..Self::one(handler, "region", standing) }),
            ("intake", Some(handler)) => Ok(Self {
                intake: handler.clone(),
                accepting: handler.clone(),
                ..Self::one(&department, "city", standing)
            }),
            ("window", _) if brief.posted => Ok(Self::one(&department, "city", standing)),
            // S11: under its old authority
            ("direct" | "review" | "intake" | "window", _) => Ok(Self::one(&department, "city", "gap")),
            ("not_devolved" | "reserved", _) => Ok(Self::one(&department, "city", standing)),
            ("unresolved", _) => Err(broken(["crossing_resolved"])),
            (other, _) => panic!("no such standing: {other}"),
        }
    }
}

/// A2, S53.
///
/// CHOICE: what was chosen for another township than the matter's is not chosen here; nor is anything where the matter
/// names none.
fn three_tier(chosen: Option<&Chosen>, filing: &Filing) -> Result<Route, Broken> {
    let Some(chosen) = chosen.filter(|chosen| filing.township.as_ref() == Some(&chosen.township)) else {
        return Err(broken(["region_has_chosen"]));
    };
    let county = || chosen.county.as_ref().expect("the county body is named");
    match chosen.way.as_str() {
        "direct" => Ok(Route::one(&chosen.body, "township", "township_direct")),
        // S53: the county's staff in the township act for that body
        "window" => Ok(Route::one(county(), "county", "township_window")),
        // S53: the township affixes it, whose seal it be
        "review" if chosen.seal => Ok(Route::one(&chosen.body, "township", "township_review")),
        "review" => Err(broken(["review_seal_named"])),
        "intake" => Ok(Route {
            intake: chosen.body.clone(),
            accepting: chosen.body.clone(),
            ..Route::one(county(), "county", "township_intake")
        }),
        other => panic!("no such way: {other}"),
    }
}

/// Who holds which role in a case, with its venue.
#[derive(Clone, Debug)]
pub(super) struct Hands {
    pub(super) intake: Body,
    pub(super) accepting: Body,
    pub(super) deciding: Body,
    pub(super) sealing: Body,
    /// The route names Seal No. 2, not a seal of the deciding body's own.
    pub(super) no2: bool,
    pub(super) reporting: Option<Body>,
    pub(super) pushing: Option<Body>,
    pub(super) windows: BTreeSet<Body>,
    pub(super) department: Option<String>,
    /// Runs the foreign venue that is to pass the papers on.
    pub(super) operator: Option<Body>,
    /// Whom the route names to accept and to decide, whoever's hand it is.
    pub(super) named: BTreeSet<Body>,
}

impl Hands {
    pub(super) fn of(route: Route, item: &Item, door: &Door) -> Self {
        let Route { intake, accepting, deciding, sealing, no2, whose, .. } = route;
        let mut windows = BTreeSet::from([intake.clone(), accepting.clone(), deciding.clone()]);
        windows.extend(door.operator().cloned());
        // C4, S17; C12, S18, S53. CHOICE: a window that decides in the name of the region's body leaves what that body
        // has to tell, to be told by it; where the department's own staff decide, the city has decided.
        let by_department = door.handling() == Handling::Department;
        let region = whose == "region" && !by_department;
        let bureau = (region || whose == "county") && deciding.kind == "approval_bureau";
        let named = if by_department { BTreeSet::new() } else { [&accepting, &deciding].map(Body::clone).into() };
        let mut hands = Self {
            named,
            reporting: region.then(|| deciding.clone()),
            pushing: bureau.then(|| deciding.clone()),
            operator: None,
            department: item.department.clone(),
            intake,
            accepting,
            deciding,
            sealing,
            no2,
            windows,
        };
        match (door.operator(), door.handling()) {
            (None, _) => (),
            // 受审分离: the venue takes in, and nothing else changes
            (Some(operator), Handling::PassOn) => {
                hands.intake = operator.clone();
                hands.operator = Some(operator.clone());
            }
            // S12: the hand is the window's; never Seal No. 2
            (Some(operator), _) => {
                // CHOICE: where the department itself decides, the region's window has no part in it
                if by_department {
                    hands.windows = BTreeSet::from([operator.clone()]);
                }
                hands.intake = operator.clone();
                hands.accepting = operator.clone();
                hands.deciding = operator.clone();
                hands.sealing = operator.clone();
                hands.no2 = false;
            }
        }
        hands
    }
}
