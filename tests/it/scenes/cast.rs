//! Who is who: the model's symbols as bodies, and everybody who might ask.

use std::collections::BTreeSet;

use tongquan::{Actor, Body, Department, Region, Unit, UnitKind, body::Agency, case::Message, route::Tier};

use super::{
    Scene,
    offices::{Kept, handler_id, slug},
    towns,
};
use crate::{
    choices::town,
    model::{self, beside},
    support::{rows, stranger},
};

pub(super) const APPLICANT: &str = "applicant-1";

/// A unit of the fictional office.
#[track_caller]
pub(crate) fn unit(id: &str) -> Unit {
    rows().units.iter().find(|it| it.id.as_str() == id).unwrap().clone()
}

fn agency(id: &str) -> Agency {
    Agency { id: id.parse().unwrap(), name: "某单位（虚构）".parse().unwrap() }
}

/// A body is known by its id, whatever name it is given.
pub(crate) fn same(one: &Body, other: &Body) -> bool {
    match (one, other) {
        (Body::Unit(one), Body::Unit(other)) => (&one.id, one.region) == (&other.id, other.region),
        (Body::City(one), Body::City(other)) | (Body::Partner(one), Body::Partner(other)) => one.id == other.id,
        _ => one == other,
    }
}

impl Scene {
    fn is_three_tier(&self) -> bool {
        towns::is_three_tier(self.key)
    }

    /// The body that the region's plan names: of what the region chose itself, none.
    pub(crate) fn handler(&self) -> Option<Unit> {
        let named = self.kept != Kept::Planless && !self.is_three_tier();
        named.then(|| unit(&handler_id(self.region, self.key)))
    }

    /// The county body that the region's choice names.
    fn county(&self) -> Option<Unit> {
        let word = |kind| if kind == UnitKind::ApprovalBureau { "bureau" } else { "sector" };
        self.county.map(|kind| unit(&format!("{}-{}", slug(self.region), word(kind))))
    }

    /// The city department of the item, where it was the city's.
    pub(crate) fn department(&self) -> Option<Department> {
        match self.key {
            "WS-001" | "XK-001" => None,
            _ if self.is_three_tier() => None,
            "XK-005" => Some(Department::Ecology),
            own if own.starts_with("XK") => Some(Department::Transport),
            listed => Some(model::department(listed[3..].parse().unwrap()).parse().unwrap()),
        }
    }

    pub(crate) fn is_licence(&self) -> bool {
        let listed = || model::kind(2, self.key[3..].parse().unwrap()) == "行政许可";
        self.key.starts_with("XK") || self.is_three_tier() && listed()
    }

    pub(crate) fn is_the_bureaus(&self) -> bool {
        self.handler().is_some_and(|it| it.kind == UnitKind::ApprovalBureau)
    }

    /// Whether the region's own body decides.
    fn region_decides(&self) -> bool {
        let own = matches!(self.situation.standing, model::DIRECT | model::REVIEW | model::ORIGINAL);
        own && !self.situation.fallen_back
    }

    pub(crate) fn reports(&self) -> bool {
        model::reports(self.situation.standing, self.region_decides(), self.is_the_bureaus())
    }

    pub(crate) fn pushes(&self) -> bool {
        if let Some(told) = beside::three_tier(self.situation.standing, false) {
            return told.pushes_if_bureau && self.county == Some(UnitKind::ApprovalBureau);
        }
        model::pushes(self.situation.standing, self.region_decides(), self.is_the_bureaus())
    }

    /// Every report and push that the case owes once it is decided.
    pub(crate) fn messages(&self) -> Vec<Message> {
        let reports = self.reports().then_some(Message::Report);
        let pushes = Tier::ALL.into_iter().filter(|_| self.pushes()).map(Message::Push);
        reports.into_iter().chain(pushes).collect()
    }

    /// To whom one goes: of the city's tier the item's department, but for those of the city's approval bureau, for which the plans name
    /// others.
    pub(crate) fn addressee(&self, message: Message) -> Body {
        let slug = slug(self.region);
        let department = self.department().filter(|it| *it != Department::ApprovalService);
        let city = |id: &str| department.map_or_else(|| Body::City(agency(id)), Body::from);
        match message {
            Message::Report => self.department().unwrap().into(),
            Message::Push(Tier::CountySupervisor) => unit(&format!("{slug}-supervisor")).into(),
            Message::Push(Tier::CountyEnforcement) => unit(&format!("{slug}-enforcement")).into(),
            Message::Push(Tier::CitySupervisor) => city("city-supervisor"),
            Message::Push(Tier::CityEnforcement) => city("city-enforcement"),
        }
    }

    /// Whether somebody is named to whom it can go: where no plan and no choice names anybody, only the item's department stands in, for the
    /// city (S5).
    pub(crate) fn is_addressed(&self, message: Message) -> bool {
        let stands_in = self.department().is_some_and(|it| it != Department::ApprovalService);
        match message {
            Message::Push(tier) if self.kept == Kept::Seatless => tier.is_city() && stands_in,
            Message::Report | Message::Push(_) => true,
        }
    }

    /// The bodies that the model's words stand for; of persons, none.
    pub(crate) fn body(&self, symbol: &str) -> Option<Body> {
        match symbol {
            "handler" => self.handler().map(Body::from),
            "department" => self.department().map(Body::from),
            "operator" => self.operator.clone(),
            "township" => Some(town("nanwang").into()),
            "county" => self.county().map(Body::from),
            _ => None,
        }
    }

    /// Somebody of those whom the model names.
    pub(super) fn actor(&self, symbol: &str) -> Actor {
        match symbol {
            "applicant" | "agent" => Actor::Applicant(APPLICANT.parse().unwrap()),
            "anyone" => self.of(stranger(self.region)),
            _ => self.of(self.body(symbol).unwrap_or_else(|| panic!("nobody is {symbol} in {self:?}"))),
        }
    }

    /// Somebody of a body, who is also the one that may use the region's Seal No. 2.
    pub(crate) fn of(&self, body: impl Into<Body>) -> Actor {
        let person = format!("{}-seal-keeper", slug(self.region).replace('-', "_"));
        Actor::Official { body: body.into(), person: person.parse().unwrap() }
    }

    /// Whether the model names somebody.
    pub(crate) fn names(&self, who: &BTreeSet<&'static str>, by: &Actor) -> bool {
        who.iter().any(|symbol| match (*symbol, by) {
            ("anyone", _) => true,
            ("applicant" | "agent", Actor::Applicant(it)) => it.as_str() == APPLICANT,
            (symbol, Actor::Official { body, .. }) => self.body(symbol).is_some_and(|it| same(&it, body)),
            _ => false,
        })
    }

    /// Everybody who might ask: the region's bodies and others of the same office elsewhere, the city's, partners and applicants.
    pub(crate) fn universe(&self) -> Vec<Actor> {
        let home = slug(self.region);
        let planned = unit(&handler_id(self.region, self.key));
        let elsewhere = |it: &Unit| Unit { region: Region::Yanzhou, ..it.clone() };
        let kind = if planned.kind == UnitKind::Sector { "sector" } else { "bureau" };
        let mut units = vec![
            elsewhere(&planned),
            unit(&format!("yanzhou-{kind}")),
            Unit { name: "更名后的单位（虚构）".parse().unwrap(), ..planned.clone() },
            Unit { id: format!("{home}-township").parse().unwrap(), kind: UnitKind::Township, ..planned.clone() },
            unit("rencheng-bureau"),
        ];
        units.extend(["bureau", "sector", "supervisor", "enforcement"].map(|it| unit(&format!("{home}-{it}"))));
        units.push(elsewhere(&unit(&format!("{home}-supervisor"))));
        if self.is_three_tier() {
            units.extend([town("nanwang"), elsewhere(&town("nanwang"))]);
        }
        let departments = [Department::Transport, Department::ApprovalService, Department::Finance];
        let mut bodies: BTreeSet<Body> = units.into_iter().map(Body::from).collect();
        bodies.extend(departments.into_iter().chain(self.department()).map(Body::from));
        bodies.extend(["city-supervisor", "city-enforcement", "online-operator"].map(|id| Body::City(agency(id))));
        bodies.extend(["online-operator", "bank"].map(|id| Body::Partner(agency(id))));
        bodies.extend(self.operator.clone());
        let applicants = [APPLICANT, "applicant-2"].map(|it| Actor::Applicant(it.parse().unwrap()));
        bodies.into_iter().map(|it| self.of(it)).chain(applicants).collect()
    }
}
