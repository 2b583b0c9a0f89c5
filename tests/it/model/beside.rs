//! What the models of what surrounds a case have in common: the routes as plain facts, and who
//! does what on them (rulebook 3).

use super::items::{DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, RESERVED, REVIEW, WINDOW};
use super::township::{Told, Way, told};

/// The route fell to the city for want of a body, or of posted staff (S11).
pub(crate) const GAP: &str = "承接缺口";
pub(crate) const TOWN_DIRECT: &str = "township_direct";
pub(crate) const TOWN_WINDOW: &str = "township_window";
/// Review in the township, under the township's own seal.
pub(crate) const TOWN_REVIEW: &str = "township_review_own_seal";
/// Review in the township, under the seal of a county body.
pub(crate) const TOWN_REVIEW_COUNTY: &str = "township_review_county_seal";
pub(crate) const TOWN_INTAKE: &str = "township_intake";

/// What has no route (自行确定, 未定) has no case, and so nothing that surrounds one.
pub(crate) const ROUTES: [&str; 13] = [
    DIRECT,
    WINDOW,
    REVIEW,
    ENTRUSTED,
    NOT_HERE,
    RESERVED,
    GAP,
    ORIGINAL,
    TOWN_DIRECT,
    TOWN_WINDOW,
    TOWN_REVIEW,
    TOWN_REVIEW_COUNTY,
    TOWN_INTAKE,
];

/// The hands through which a matter goes: "region" (the body that its plan names), "department"
/// (the city's), "township", "county" (the county body of a three-tier item).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hands {
    pub(crate) takes_in: &'static str,
    pub(crate) accepts: &'static str,
    pub(crate) decides: &'static str,
    /// Whose seal is on the decision; Seal No. 2 is the department's.
    pub(crate) seal_of: &'static str,
}

/// Taken in, accepted, decided, sealed.
const CITY_ROUTES: [(&str, [&str; 4]); 8] = [
    (DIRECT, ["region"; 4]),
    // City staff at the region's centre are the department.
    (WINDOW, ["department"; 4]),
    (REVIEW, ["region", "region", "region", "department"]),
    (ENTRUSTED, ["region", "region", "department", "department"]),
    (NOT_HERE, ["department"; 4]),
    (RESERVED, ["department"; 4]),
    (GAP, ["department"; 4]),
    (ORIGINAL, ["region"; 4]),
];

pub(crate) fn hands(route: &str) -> Hands {
    if let Some((_, [takes_in, accepts, decides, seal_of])) = CITY_ROUTES.iter().find(|row| row.0 == route) {
        return Hands { takes_in, accepts, decides, seal_of };
    }
    let told = three_tier(route, false).unwrap_or_else(|| panic!("no such route: {route}"));
    Hands {
        // The county's staff in the township are the county (S53).
        takes_in: if told.intake == "township" { "township" } else { "county" },
        accepts: told.accepts,
        decides: told.decides,
        seal_of: if told.seal == "township_own" { "township" } else { "county" },
    }
}

/// What `township.rs` tells of a three-tier route; `None` for the others.
pub(crate) fn three_tier(route: &str, zone: bool) -> Option<Told> {
    let way = match route {
        TOWN_DIRECT => Way::Direct,
        TOWN_WINDOW => Way::Window,
        TOWN_REVIEW => Way::Review(Some("township")),
        TOWN_REVIEW_COUNTY => Way::Review(Some("county")),
        TOWN_INTAKE => Way::Intake,
        _ => return None,
    };
    told(way, zone)
}

/// "city" (annex 1, or devolved in an earlier round), "county" (县级原有) or "three_tier".
pub(crate) fn origin(route: &str) -> &'static str {
    match route {
        ORIGINAL => "county",
        _ if three_tier(route, false).is_some() => "three_tier",
        _ => "city",
    }
}
