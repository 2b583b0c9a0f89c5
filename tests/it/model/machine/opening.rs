//! Filing, and moving on to a later edition (rulebook 5; S4, S51).

use std::{collections::BTreeSet, sync::Arc};

use serde_json::Value;

use super::{
    Broken, Machine,
    acts::{Act, list, text},
    brief::Brief,
    clock::Clock,
    door::{Door, door},
    found,
    hands::Hands,
    named_once,
    papers::Papers,
    telling::Messages,
    unless,
};
use crate::model::statistics_seeds::managing;

/// What the filing fixed for good.
#[derive(Clone, Debug)]
pub(super) struct Filing {
    pub(super) item: String,
    pub(super) applicant: String,
    /// The managing region; empty where the place names none.
    pub(super) region: String,
    pub(super) township: Option<String>,
    /// The matter touches more than one managing region (S7).
    pub(super) crossing: bool,
    pub(super) venue: Value,
    /// What was permitted there on the filing day.
    pub(super) admission: Value,
}

impl Filing {
    fn read(said: &Value, found: &Value) -> Self {
        let place = &said["place"];
        let names = ["region", "township", "village"].iter().any(|key| place.get(key).is_some());
        let region = if names { managing(place) } else { String::new() };
        let mut touched = BTreeSet::from([region.clone()]);
        for other in said["scope"].as_array().into_iter().flatten() {
            touched.insert(other.as_str().map_or_else(|| managing(other), str::to_owned));
        }
        // a village's code begins with its township's
        let township = place.get("township").or_else(|| place.get("village")).map(text);
        Self {
            item: text(&said["item"]),
            applicant: text(&said["applicant"]),
            region,
            township: township.map(|code| code.chars().take(9).collect()),
            crossing: touched.len() > 1,
            venue: said["venue"].clone(),
            admission: found["admission"].clone(),
        }
    }
}

/// CHOICE: where the venue is not open, the route's own intake body holds the role still, and whoever runs that venue
/// does not.
pub(super) fn file(act: &Act<'_>) -> Result<Machine, Broken> {
    let mut why = Broken::new();
    let said = act.said;
    let filing = Filing::read(said, act.found);
    let brief = Brief::read(act.found);
    named_once(&said["materials"], &mut why);
    unless(said["follows"].is_null() || said["follows"] != said["case"], "new_case", &mut why);
    let handed = list(&said["materials"]);
    let Some((item, route)) = found::route(&brief, &filing, act.day(), &mut why) else { return Err(why) };
    let door = door(&brief, &route, item, &filing);
    unless(!matches!(door, Door::Closed), "venue_open", &mut why);
    let hands = Hands::of(route, item, &door);
    unless(act.is_of(&hands.intake), "actor_holds_role", &mut why);
    if !why.is_empty() {
        return Err(why);
    }
    Ok(Machine {
        stage: "filed",
        last: act.at,
        papers: Papers::taken_in(&hands),
        windows: Arc::new(hands.windows.clone()),
        hands: Arc::new(hands),
        filing: Arc::new(filing),
        brief: Arc::new(brief),
        handed,
        asked: BTreeSet::new(),
        supplied: BTreeSet::new(),
        taken: BTreeSet::new(),
        held: BTreeSet::new(),
        extended: false,
        favourable: false,
        clock: Clock::filed(act.day()),
        messages: Messages::default(),
    })
}

/// By the body that decides before the move. The whole brief is replaced, but for the venue's permission.
pub(super) fn transfer(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    case.holds(act, &case.hands.deciding, why);
    let brief = Brief::read(act.found);
    unless(brief.later_than(&case.brief), "later_edition", why);
    let Some((item, route)) = found::route(&brief, &case.filing, act.day(), why) else { return };
    let door = door(&brief, &route, item, &case.filing);
    let hands = Hands::of(route, item, &door);
    next.papers.moved(case.stage, &case.hands, &hands);
    next.windows = Arc::new(case.windows.union(&hands.windows).cloned().collect());
    next.hands = Arc::new(hands);
    next.brief = Arc::new(brief);
}
