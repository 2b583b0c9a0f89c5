//! A three-tier item under the choice of its region (note to annex 2; the last row of the table of
//! rulebook 3; S10, S20, S53).

use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Direct,
    Window,
    /// Whose seal the choice names: "township", "county" or nobody's.
    Review(Option<&'static str>),
    Intake,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub intake: &'static str,
    pub accepts: &'static str,
    pub decides: &'static str,
    pub seal: &'static str,
    pub answers: &'static str,
    pub respondent: &'static str,
    pub contested: bool,
    pub reports: bool,
    /// If the body that decides is an approval bureau, is the case pushed?
    pub pushes_if_bureau: bool,
}

/// `zone`: the managing region is one.
///
/// CHOICE: the township's window is the township. CHOICE: under entrusted intake the decider alone
/// answers ("who decides", the row says), the township not even for its intake, unlike S2.
/// CHOICE: in a zone every respondent is contested, also where the county body decides: unlike a
/// city department, it is the zone's own.
///
/// A review whose choice names no seal is not usable (3: "unset -> not usable"): nothing is told.
pub fn told(way: Way, zone: bool) -> Option<Told> {
    let (intake, accepts, decides, seal) = match way {
        Way::Direct => ("township", "township", "township", "township_own"),
        Way::Window => ("county_staff_in_township", "county", "county", "county_own"),
        Way::Review(Some("township")) => ("township", "township", "township", "township_own"),
        Way::Review(Some("county")) => ("township", "township", "township", "county_own"),
        Way::Review(None) => return None,
        Way::Review(Some(other)) => panic!("no such holder of a seal: {other}"),
        Way::Intake => ("township", "township", "county", "county_own"),
    };
    let respondent = if seal == "township_own" { "township" } else { "county" };
    Some(Told {
        intake,
        accepts,
        decides,
        seal,
        answers: decides,
        respondent,
        contested: zone || respondent != decides,
        reports: false,
        pushes_if_bureau: decides == "county",
    })
}

/// What a running permission makes of a window that is not the counter (rulebook 4; S12, S13, S38): "outpost", "pass_on", "direct", or why it is
/// closed.
///
/// `same_region`: the window is the managing region's. `operator`: the "township" or the "county" body of the choice, another "unit", an
/// "enforcement" body, a "department", an "agency" or a "partner"; `seated`: it is a unit of the region where the window is, and where no place has it, of the
/// matter's. `permits`: "pass on", or in whose name it decides: the "county body"'s or the "department"'s.
///
/// CHOICE: as for what is on the list: who accepts anyway has outposts, a station is the bureau's alone, and of several reasons the place comes
/// first, then who runs it, then the seal. CHOICE: S12 gives a window the seal of the competent county body; what the township decides has none.
pub fn window(
    told: &Told,
    kind_of_item: &str,
    (venue, same_region): (&str, bool),
    (operator, is_bureau, seated): (&str, bool, bool),
    permits: &str,
) -> &'static str {
    let accepts = if told.accepts == "township" { "township" } else { "county" };
    if venue == "township_station" {
        let its_own = operator == accepts && operator == "county" && is_bureau && same_region;
        return if its_own { "outpost" } else { "closed: not the bureau's" };
    }
    if operator == accepts {
        return "outpost";
    }
    if permits == "pass on" {
        return "pass_on";
    }
    if venue == "village_station" && kind_of_item != "公共服务" {
        return "closed: no public service";
    }
    let may_run = match operator {
        "department" => matches!(venue, "city_centre" | "online"),
        "township" | "county" | "unit" => seated,
        "enforcement" | "agency" | "partner" => false,
        _ => panic!("no such operator: {operator}"),
    };
    if !may_run {
        return "closed: no authority";
    }
    match permits {
        "county body" if told.decides == "county" => "direct",
        "county body" | "department" => "closed: no seal of its own",
        _ => panic!("no such permission: {permits}"),
    }
}

/// A choice as recorded; those recorded later stand later in the list of choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub region: &'static str,
    pub items: BTreeSet<&'static str>,
    pub from: i64,
    pub townships: BTreeSet<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// The place of the choice in the list.
    Choice(usize),
    MustChoose,
    NameTheTownship,
    NotChosenThere,
}

/// `region` is the managing one; the statutory parent is not asked for, as it never speaks.
///
/// CHOICE: a choice that has begun and names no township at all still is one: the region then has
/// not chosen anywhere, and is not asked to choose again.
pub fn spoken(choices: &[Choice], item: &str, region: &str, township: Option<&str>, day: i64) -> Spoken {
    let mut speaks: Option<(usize, &Choice)> = None;
    for (place, choice) in choices.iter().enumerate() {
        let begun = choice.region == region && choice.items.contains(item) && choice.from <= day;
        if begun && speaks.is_none_or(|(_, sooner)| sooner.from <= choice.from) {
            speaks = Some((place, choice));
        }
    }
    match (speaks, township) {
        (None, _) => Spoken::MustChoose,
        (Some(_), None) => Spoken::NameTheTownship,
        (Some((place, choice)), Some(there)) if choice.townships.contains(there) => Spoken::Choice(place),
        (Some(_), Some(_)) => Spoken::NotChosenThere,
    }
}
