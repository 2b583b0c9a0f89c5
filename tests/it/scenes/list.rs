//! Which scenes there are.

use tongquan::{Body, Department, Region, Scope, Venue, body::Agency, place::Centre};

use super::{
    Scene,
    cast::unit,
    offices::{BANK, Kept, REGIONS, handler_id, kiosk, slug},
    towns,
};
use crate::{
    choices,
    model::{self, Situation},
};

fn standing(key: &str, region: Region, crossing: bool) -> &'static str {
    match key {
        "WS-001" | "XK-001" => model::ORIGINAL,
        _ if crossing => model::RESERVED,
        "XK-002" => model::DIRECT,
        "XK-003" => model::REVIEW,
        "XK-004" => model::ENTRUSTED,
        "XK-005" => model::WINDOW,
        _ if towns::is_three_tier(key) => towns::standing(key),
        listed => model::answer(1, listed[3..].parse().unwrap(), region.label(), false).modality,
    }
}

/// Every standing that there is in a region, as a licence and as none; and whether the matter crosses regions.
fn items(region: Region) -> Vec<(&'static str, bool)> {
    let mut items = vec![
        ("XK-002", false),
        ("A1-24", false),
        ("XK-005", false),
        ("A1-33", false),
        ("XK-003", false),
        ("XK-004", false),
        ("XK-003", true),
        ("WS-001", false),
        ("XK-001", false),
    ];
    items.extend(match region {
        // the city approval bureau's own, entrusted intake by a remark, and what is not devolved to zones
        Region::HighTechZone => [("A1-13", false), ("A1-19", false), ("A1-31", false), ("A1-19", true)],
        _ => [("A1-1", false), ("A1-61", false), ("A1-1", true), ("A1-31", false)],
    });
    items
}

/// Whether the region's centre is not where it is handled.
fn is_the_citys(s: &Situation) -> bool {
    s.fallen_back || matches!(s.standing, model::NOT_HERE | model::RESERVED)
}

pub(super) fn online() -> Body {
    Body::Partner(Agency {
        id: "online-operator".parse().unwrap(), name: "平台运维方（虚构）".parse().unwrap()
    })
}

/// Of 汶上县's approval bureau, in a township of it.
pub(super) fn station() -> Venue {
    Venue::TownshipStation(choices::nanwang())
}

pub(super) struct Cast<'s> {
    pub(super) scenes: &'s mut Vec<Scene>,
    pub(super) kept: Kept,
    pub(super) key: &'static str,
    pub(super) region: Region,
    pub(super) crossing: bool,
    pub(super) fallen_back: bool,
}

impl Cast<'_> {
    pub(super) fn at(&mut self, venue: impl Into<Venue>, what: &'static str, operator: Option<Body>) {
        let Self { kept, key, region, crossing, fallen_back, .. } = *self;
        let standing = standing(key, region, crossing);
        let situation = Situation { standing, venue: what, fallen_back };
        let scope = if crossing { Scope::touching([Region::Yanzhou]) } else { Scope::WITHIN };
        let (place, county) = if towns::is_three_tier(key) {
            (choices::nanwang().into(), towns::way(key).1)
        } else {
            (region.into(), None)
        };
        let venue = venue.into();
        self.scenes.push(Scene { situation, kept, key, region, place, county, scope, venue, operator });
    }

    fn is_the_citys(&self) -> bool {
        let standing = standing(self.key, self.region, self.crossing);
        is_the_citys(&Situation { standing, venue: "competent", fallen_back: self.fallen_back })
    }

    pub(super) fn at_the_counter(&mut self) {
        if towns::is_three_tier(self.key) {
            self.in_town();
        } else if self.is_the_citys() {
            self.at(Centre::CITY, "competent", None);
        } else {
            self.at(self.region.centre().unwrap(), "competent", None);
        }
    }

    /// The competent counter, and every kind of window that takes in and passes on.
    fn passing_on(&mut self) {
        let slug = slug(self.region);
        let own: Body = unit(&format!("{slug}-bureau")).into();
        let (city, centre) = (Venue::from(Centre::CITY), Venue::from(self.region.centre().unwrap()));
        self.at_the_counter();
        if self.is_the_citys() {
            self.at(centre, "pass_on", Some(own));
        } else {
            self.at(city, "pass_on", Some(Department::ApprovalService.into()));
        }
        self.at(Region::Rencheng.centre().unwrap(), "pass_on", Some(unit("rencheng-bureau").into()));
        self.at(Venue::Online, "pass_on", Some(online()));
        let kiosk = Venue::Kiosk(kiosk(self.region).parse().unwrap());
        self.at(kiosk, "pass_on", Some(unit(&format!("{slug}-supervisor")).into()));
        // an outlet that a department runs is its own, where it accepts
        let outlet = Venue::BankOutlet(BANK.parse().unwrap());
        let transports = self.key.starts_with("XK") && self.key != "XK-005" && self.is_the_citys();
        let what = if transports { "competent" } else { "pass_on" };
        self.at(outlet, what, Some(Department::Transport.into()));
    }

    /// Windows that pass on, run by others than elsewhere; what the body that handles runs is its own.
    fn run_by_others(&mut self) {
        let slug = slug(self.region);
        let agency =
            Agency { id: "city-supervisor".parse().unwrap(), name: "市级监管部门（虚构）".parse().unwrap() };
        self.at(Venue::Online, "pass_on", Some(Body::City(agency)));
        let venues = [Venue::Kiosk(kiosk(self.region).parse().unwrap()), Venue::BankOutlet(BANK.parse().unwrap())];
        for (venue, body) in venues.into_iter().zip(["bureau", "sector"]) {
            let operator = unit(&format!("{slug}-{body}"));
            let its_own = !self.is_the_citys()
                && standing(self.key, self.region, self.crossing) != model::WINDOW
                && handler_id(self.region, self.key) == operator.id.as_str();
            self.at(venue, if its_own { "competent" } else { "pass_on" }, Some(operator.clone().into()));
            if its_own && operator.id.as_str() == "wenshang-bureau" {
                self.at(station(), "competent", Some(operator.into()));
            }
        }
    }

    /// Windows that decide.
    fn deciding(&mut self) {
        let slug = slug(self.region);
        let standing = standing(self.key, self.region, self.crossing);
        if matches!(standing, model::DIRECT | model::ORIGINAL) {
            self.at(Centre::CITY, "direct", Some(Department::ApprovalService.into()));
            let kiosk = Venue::Kiosk(kiosk(self.region).parse().unwrap());
            self.at(kiosk, "direct", Some(unit(&format!("{slug}-supervisor")).into()));
        }
        let department = match self.key {
            "A1-33" => Department::NaturalResources,
            "XK-003" | "XK-004" => Department::Transport,
            "A1-31" | "A1-61" => Department::HumanResources,
            "A1-24" | "XK-005" => Department::Ecology,
            _ => return,
        };
        // The model's "direct" is in the name that S12 gives by default, the competent county body's. In a department's own name it is
        // that department's whole, as under its old authority; and what it accepts anyway is taken in at an outpost of its own.
        let own = matches!(standing, model::REVIEW | model::ENTRUSTED);
        self.fallen_back = own;
        self.at(Venue::Online, if own { "direct" } else { "competent" }, Some(department.into()));
        self.fallen_back = false;
    }
}

/// Beside those of [`scenes`].
pub(super) fn run_by_others() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for region in REGIONS {
        for (key, crossing) in items(region) {
            let kept = Kept::RunByOthers;
            Cast { scenes: &mut scenes, kept, key, region, crossing, fallen_back: false }.run_by_others();
        }
    }
    scenes
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for region in REGIONS {
        for (key, crossing) in items(region) {
            let here = standing(key, region, crossing);
            for kept in [Kept::Whole, Kept::Planless, Kept::Unposted, Kept::Deciding] {
                let (planned, posted) = (kept != Kept::Planless, kept != Kept::Unposted);
                let fallen_back = model::fallback(here, planned, posted);
                let mut cast = Cast { scenes: &mut scenes, kept, key, region, crossing, fallen_back };
                match kept {
                    Kept::Whole => cast.passing_on(),
                    Kept::Deciding => cast.deciding(),
                    // without a plan nobody handles what was the region's own
                    Kept::Planless
                        if fallen_back || matches!((key, here), ("XK-005", _) | ("XK-003", model::RESERVED)) =>
                    {
                        cast.passing_on();
                    }
                    Kept::Unposted if fallen_back => cast.passing_on(),
                    _ => {}
                }
            }
            // the bureau's own staff in a township: a counter of its own
            let has_a_part = matches!(here, model::DIRECT | model::REVIEW | model::ENTRUSTED | model::ORIGINAL);
            if region == Region::Wenshang && has_a_part && !matches!(key, "A1-31" | "A1-61") {
                let kept = Kept::Whole;
                let mut cast = Cast { scenes: &mut scenes, kept, key, region, crossing, fallen_back: false };
                cast.at(station(), "competent", Some(unit("wenshang-bureau").into()));
            }
        }
    }
    scenes
}
