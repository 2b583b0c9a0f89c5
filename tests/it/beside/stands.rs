use std::sync::{Arc, LazyLock};

use serde_json::json;
use tongquan::{
    Party,
    register::{Choice, Items, Standard, TownshipDesk},
    route::{ChosenWay, ReviewSeal},
};

use super::*;
use crate::{
    choices::regions,
    model::beside::{TOWN_DIRECT, TOWN_INTAKE, TOWN_REVIEW, TOWN_REVIEW_COUNTY, TOWN_WINDOW},
};

/// An accepted case of one route of the model, in one region.
pub(crate) struct Stand {
    pub(crate) route: &'static str,
    pub(crate) region: Region,
    pub(crate) office: Arc<Office>,
    pub(crate) case: AnyCase,
}

impl Stand {
    /// The model's word for whom an answer names.
    pub(crate) fn part(&self, party: Party<'_>) -> &'static str {
        match party {
            Party::Department(_) | Party::Posted { .. } => "department",
            Party::Unit(unit) | Party::Stationed { unit, .. } => {
                assert_eq!(unit.region, self.region);
                match unit.kind {
                    UnitKind::ApprovalBureau => "region",
                    UnitKind::Sector => "county",
                    UnitKind::Township => "township",
                    UnitKind::Enforcement => panic!("{unit} handles nothing"),
                }
            }
            Party::Undertaker(_) | Party::Operator(_) => panic!("{party} is not named here"),
        }
    }

    pub(crate) fn is_zone(&self) -> bool {
        model::is_zone(self.region.label())
    }
}

/// Every route of the model in every region that has it: 13, or 8 where no township is run, in 15 regions.
pub(crate) static STANDS: LazyLock<Vec<Stand>> = LazyLock::new(|| {
    let seats = Seats::All;
    let of = |handler| Setting { handler, posted: true, seats };
    let planned = of(Some(UnitKind::ApprovalBureau));
    let office = Arc::new(Office::new(vec![rows(planned)]).unwrap());
    let planless = Arc::new(Office::new(vec![rows(of(None))]).unwrap());
    let mut stands = Vec::new();
    for region in Region::all() {
        let [(within, _), (across, _)] = scopes(region);
        let listed = [
            (model::DIRECT, "A1-1", within),
            (model::WINDOW, "A1-24", within),
            (model::REVIEW, "A1-33", within),
            (model::ENTRUSTED, "A1-61", within),
            (model::NOT_HERE, "WS-50", within),
            (model::RESERVED, "A1-1", across),
            (GAP, "A1-1", within),
            (model::ORIGINAL, "WS-00", within),
        ];
        for (route, key, scope) in listed {
            let (office, setting) = if route == GAP { (&planless, of(None)) } else { (&office, planned) };
            let item = office.catalogue().latest().look_up(key).unwrap();
            assert_eq!(setting.route(item, region, scope.crosses(region)), Some(route));
            let case = accepted(office, item, region.into(), scope, None);
            stands.push(Stand { route, region, office: office.clone(), case });
        }
    }
    for (region, township) in regions() {
        for (number, route) in (1..).zip(TOWN_ROUTES) {
            let item = office.catalogue().latest().annex_2(number).unwrap();
            let case = accepted(&office, item, township.into(), Scope::WITHIN, None);
            stands.push(Stand { route, region, office: office.clone(), case });
        }
    }
    stands
});

/// Of the first five items of annex 2, in this order.
const TOWN_ROUTES: [&str; 5] = [TOWN_DIRECT, TOWN_WINDOW, TOWN_REVIEW, TOWN_REVIEW_COUNTY, TOWN_INTAKE];

/// Beside the plans, one choice of every way in each region, and a handbook with two proceedings for every item: of `paid` the applicant
/// bears the cost, of `panel` he does not.
fn rows(setting: Setting) -> Revision {
    let mut rows = setting.rows();
    for (region, township) in regions() {
        let (county, body) = (unit(region, UnitKind::Sector), unit(region, UnitKind::Township));
        let ways = [
            ChosenWay::Direct,
            ChosenWay::Window { county: county.id.clone() },
            ChosenWay::Review { seal: Some(ReviewSeal::Township) },
            ChosenWay::Review { seal: Some(ReviewSeal::County(county.id.clone())) },
            ChosenWay::Intake { county: county.id.clone() },
        ];
        for (number, way) in (1..).zip(ways) {
            rows.choices.push(Choice {
                region,
                items: Items::Only([Key::Annex2(number)].into_iter().collect()),
                from: rows.recorded,
                way,
                townships: vec![TownshipDesk { township, body: body.id.clone() }],
                supervision: setting.seats.of(region),
            });
        }
        rows.units.extend([county, body]);
    }
    let own = own_items().map(|(it, _)| it.key.to_string());
    let listed = tongquan::Edition::built_in().items().map(|it| it.key().to_string());
    let expert = json!({"number": "ZJ-1", "department": "ecology", "reference": "expert-1", "qualifications": ["（虚构）资质"],
        "works": ["appraisal"], "from": "2021-07-31"});
    rows.experts.push(serde_json::from_value(expert).unwrap());
    rows.standards = own.chain(listed).map(|key| standard(&key)).collect();
    rows
}

fn standard(item: &str) -> Standard {
    let procedure = |code: &str, applicant_pays: bool| json!({"code": code, "name": "专家评审（虚构）", "kind": "expert_review", "applicant_pays": applicant_pays});
    serde_json::from_value(json!({
        "item": item, "edition": 1, "from": "2021-06-30", "materials": [], "conditions": [], "steps": [], "outcome": "办结",
        "remedies": ["reconsideration", "litigation"], "procedures": [procedure("panel", false), procedure("paid", true)],
    }))
    .unwrap()
}
