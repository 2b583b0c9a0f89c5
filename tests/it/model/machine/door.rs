//! Where the papers are handed in (rulebook 4; C13–C15, S12, S13, S38).

use serde_json::{Value, json};

use super::{
    acts::text,
    brief::{Brief, Item},
    hands::{Body, Route},
    opening::Filing,
};
use crate::model::statistics_seeds::managing;

/// CHOICE: S38 bars a partner, a city agency or an enforcement body from running a window that decides, a unit anywhere but in
/// its own place, and a department anywhere but at the city's centre and online. It is asked again of what a journal says was permitted.
const WHO_RUNS_A_DECIDING_WINDOW_IS_ASKED: bool = true;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handling {
    PassOn,
    /// In the name of the competent county body.
    Competent,
    /// By the own staff of the item's city department.
    Department,
}

/// What the window where the papers were handed in is to a route.
#[derive(Clone, Debug)]
pub(super) enum Door {
    Competent,
    /// Under a recorded permission.
    Foreign(Body, Handling),
    Closed,
}

impl Door {
    pub(super) fn operator(&self) -> Option<&Body> {
        match self {
            Self::Foreign(operator, _) => Some(operator),
            _ => None,
        }
    }

    pub(super) fn handling(&self) -> Handling {
        match self {
            Self::Foreign(_, handling) => *handling,
            _ => Handling::PassOn,
        }
    }
}

/// CHOICE: the competent venue needs no permission, and none turns it into a foreign one.
///
/// S51: after a move to a later edition too, by the permission of the filing day. CHOICE: a window that would have no part in the case by then is none.
pub(super) fn door(brief: &Brief, route: &Route, item: &Item, of: &Filing) -> Door {
    let (venue, admission) = (&of.venue, &of.admission);
    if competent(venue, brief, route, of) {
        return Door::Competent;
    }
    let Some(operator) = admission.get("operator").and_then(Body::read) else { return Door::Closed };
    let (sort, _) = named(venue);
    // CHOICE: a window that is run by who accepts anyway is that body's own, whatever it is permitted to do
    if operator == route.accepting && sort != "township_station" {
        return Door::Foreign(operator, Handling::PassOn);
    }
    let handling = match admission["handling"].get("decide") {
        None => Handling::PassOn,
        Some(how) if how == "department" => Handling::Department,
        Some(_) => Handling::Competent,
    };
    let open = match handling {
        // C14: for the items of the bureau that runs it, of its own region, as at its own counter, whatever it is permitted
        _ if sort == "township_station" => {
            return if station(&operator, venue, route, of) {
                Door::Foreign(operator, Handling::PassOn)
            } else {
                Door::Closed
            };
        }
        Handling::PassOn => true,
        // rulebook 4: a village handles public services; of the rest it takes in papers
        _ if sort == "village_station" && item.kind != "public_service" => false,
        _ => decides(handling, &operator, route, item) && runs(&operator, venue, of),
    };
    if open { Door::Foreign(operator, handling) } else { Door::Closed }
}

fn named(venue: &Value) -> (String, &Value) {
    match venue.as_object().and_then(|one| one.iter().next()) {
        None => (text(venue), &Value::Null),
        Some((sort, which)) => (sort.clone(), which),
    }
}

/// CHOICE: where the route is the city's for want of readiness (S11), the city's centre is the competent one. Whose
/// region has no centre of its own goes to the one that its plan names; CHOICE: so does any whose plan names one.
fn competent(venue: &Value, brief: &Brief, route: &Route, of: &Filing) -> bool {
    let (sort, which) = named(venue);
    match route.standing.as_str() {
        "direct" | "window" | "review" | "intake" | "original" => {
            let own = serde_json::json!({ "region": of.region }).to_string();
            let own = (of.region != "culture_zone").then_some(own);
            sort == "centre" && brief.centre.clone().or(own) == Some(which.to_string())
        }
        "not_devolved" | "reserved" | "gap" => sort == "centre" && which == "city",
        _ => sort == "township_centre" && of.township.as_deref() == which.as_str(),
    }
}

fn station(operator: &Body, venue: &Value, route: &Route, of: &Filing) -> bool {
    let bureau = operator.kind == "approval_bureau" && operator.region == of.region;
    bureau && route.accepting == *operator && place_of(venue, of) == of.region
}

/// S12, S38: the name and seal of the competent county body, where a county body decides under a seal of its own; or the
/// item's own department, where the power still is its by law.
fn decides(handling: Handling, operator: &Body, route: &Route, item: &Item) -> bool {
    let standing = route.standing.as_str();
    match handling {
        Handling::PassOn => true,
        Handling::Competent => ["direct", "original", "township_window", "township_intake"].contains(&standing),
        // CHOICE: under direct devolution the power has gone to the region.
        Handling::Department => {
            let theirs = ["window", "review", "intake", "not_devolved", "reserved", "gap"].contains(&standing);
            theirs && *operator == Body::department(item.department.as_deref())
        }
    }
}

/// The region of a venue; of one that no place has, the matter's.
fn place_of(venue: &Value, of: &Filing) -> String {
    let (sort, which) = named(venue);
    match sort.as_str() {
        "centre" => which.get("region").map_or_else(String::new, text),
        "township_station" | "township_centre" => managing(&json!({ "township": which })),
        "village_station" => managing(&json!({ "village": which })),
        _ => of.region.clone(),
    }
}

fn runs(operator: &Body, venue: &Value, of: &Filing) -> bool {
    let (sort, which) = named(venue);
    let may = match operator.sort.as_str() {
        "department" => sort == "online" || sort == "centre" && which == "city",
        "unit" => operator.kind != "enforcement" && operator.region == place_of(venue, of),
        _ => false,
    };
    may || !WHO_RUNS_A_DECIDING_WINDOW_IS_ASKED
}
