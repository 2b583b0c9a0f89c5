//! Where papers may be handed in (rulebook 4; C13–C15, P2).

use super::items::{CHOOSE, DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, RESERVED, REVIEW, UNSETTLED, WINDOW};

/// What the service has recorded for this item at this venue, seen from the filing day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    None,
    /// The start day is after the filing day.
    Future,
    PassOn,
    /// Direct handling is recorded, and no name or seal for it.
    DirectDefault,
    Ended,
}

const VENUES: [&str; 9] = [
    "city_centre",
    "county_centre",
    "township_station",
    "township_centre",
    "joint_centre",
    "village_station",
    "bank",
    "kiosk",
    "online",
];

/// "competent" | "pass_on" | "direct", or why there is no way in.
///
/// `same_region`: the venue belongs to the item's managing region. For 曲阜文化建设示范区, which
/// has no centre, the centre that its plan names is to be asked about as its own.
pub fn access(
    standing: &str,
    kind_of_item: &str,
    venue: &str,
    same_region: bool,
    record: Record,
    handler_is_bureau: bool,
) -> &'static str {
    assert!(VENUES.contains(&venue), "no such venue: {venue}");
    let own_centre = match standing {
        DIRECT | WINDOW | REVIEW | ENTRUSTED | ORIGINAL => venue == "county_centre" && same_region,
        NOT_HERE | RESERVED => venue == "city_centre",
        // CHOICE: no route, so no case can be filed, at whatever venue (5: "route resolved").
        CHOOSE => return "no route: the region must choose",
        UNSETTLED => return "no route: nobody is named",
        _ => panic!("no such standing: {standing}"),
    };
    // CHOICE: the competent venue needs no permission, so no record can close it, and none can
    // turn it into a foreign one.
    if own_centre {
        return "competent";
    }
    // Due days are no start days: what is not recorded, or not yet, or no longer, is closed,
    // licences at the city centre after 2021-07-31 included (S13).
    let direct = match record {
        Record::None => return "closed: not recorded",
        Record::Future => return "closed: not begun",
        Record::Ended => return "closed: ended",
        Record::PassOn => false,
        Record::DirectDefault => true,
    };
    if venue == "township_station" {
        return station(standing, same_region, handler_is_bureau);
    }
    if !direct {
        return "pass_on";
    }
    // Rulebook 4: a village handles public-service items; of the rest it takes in papers.
    // CHOICE: direct handling of other kinds is closed there, and does not shrink to passing on,
    // which nobody recorded. No other venue is bound by the kind (bank, kiosk, online: S13).
    if venue == "village_station" && kind_of_item != "公共服务" {
        return "closed: no public service";
    }
    // S12: by default in the name and with the seal of the competent county body.
    // CHOICE: that default is there only where a county body decides with a seal of its own.
    // Under review its seal for the item is Seal No. 2, never usable here, and its own seal has
    // no power over the item (C6); under window, entrusted intake, 暂不下放 and 市级保留 no
    // county body decides, and who decides must not change. The permission is then unusable
    // until it names a seal (as S20: unset, not usable): closed.
    match standing {
        DIRECT | ORIGINAL => "direct",
        REVIEW => "closed: Seal No. 2",
        _ => "closed: no seal of its own",
    }
}

/// What a running permission to decide makes of a window, whoever runs it: "competent", "outpost", "direct", or why it is closed
/// (S12, S38).
///
/// `same_region`: as of [`access`]. `operator`: the "handler" that the plan names (the "handling bureau", if it is the approval bureau), or
/// somebody else; `seated`: who runs it is a unit of the region where the window is, and where no place has it, of the matter's. `named`:
/// "county body" or "department", in whose name it is to decide.
///
/// CHOICE: a window that is run by who accepts anyway is that body's own, whatever it is permitted to do, and moves nothing. CHOICE: of
/// several reasons why it stays closed, the place comes first, then who runs it, then the seal.
pub fn deciding(
    (standing, kind_of_item): (&str, &str),
    (venue, same_region): (&str, bool),
    (operator, seated): (&str, bool),
    named: &str,
) -> &'static str {
    if access(standing, kind_of_item, venue, same_region, Record::None, false) == "competent" {
        return "competent";
    }
    let (handler, bureau) = (matches!(operator, "handler" | "handling bureau"), operator == "handling bureau");
    if venue == "township_station" {
        let its_own = bureau && station(standing, same_region, true) == "competent";
        return if its_own { "outpost" } else { "closed: not the bureau's" };
    }
    let regions = matches!(standing, DIRECT | REVIEW | ENTRUSTED | ORIGINAL);
    if (regions && handler) || (!regions && operator == "department") {
        return "outpost";
    }
    if venue == "village_station" && kind_of_item != "公共服务" {
        return "closed: no public service";
    }
    let may_run = match operator {
        "department" | "another department" => matches!(venue, "city_centre" | "online"),
        "handler" | "handling bureau" | "unit" => seated,
        "enforcement" | "agency" | "partner" => false,
        _ => panic!("no such operator: {operator}"),
    };
    if !may_run {
        return "closed: no authority";
    }
    match (named, standing) {
        ("county body", DIRECT | ORIGINAL) => "direct",
        ("county body", REVIEW) => "closed: Seal No. 2",
        // what was devolved directly is the region's, and no department decides it any more
        ("department", WINDOW | REVIEW | ENTRUSTED | NOT_HERE | RESERVED) if operator == "department" => "direct",
        ("county body" | "department", _) => "closed: no seal of its own",
        _ => panic!("no such name: {named}"),
    }
}

/// What a window's standing rests on; why it is closed rests on what would open it.
pub fn access_basis(access: &str) -> Vec<&'static str> {
    match access {
        "outpost" | "closed: not the bureau's" => vec!["C14", "S13"],
        "closed: no public service" => vec!["C15"],
        "direct" | "closed: Seal No. 2" | "closed: no authority" | "closed: no seal of its own" => {
            vec!["C13", "S12", "S38"]
        }
        _ => panic!("no such standing: {access}"),
    }
}

/// C14: the bureau's own staff, for the items within the bureau's powers, for all its county.
///
/// CHOICE: any running record opens the station (intake and decision are the bureau's own, so
/// "pass on" and "direct" do not differ). What is not that bureau's stays closed even if
/// recorded, C14 giving the station nothing else; so does the business of another region.
/// CHOICE: under entrusted intake the bureau's part is taking in and accepting, and its station
/// does that; under forward service window city staff sit at the centre, and the bureau has no part.
fn station(standing: &str, same_region: bool, handler_is_bureau: bool) -> &'static str {
    let bureau_has_a_part = matches!(standing, DIRECT | REVIEW | ENTRUSTED | ORIGINAL);
    if same_region && handler_is_bureau && bureau_has_a_part { "competent" } else { "closed: not the bureau's" }
}
