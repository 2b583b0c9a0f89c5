//! An office of one item and one region, made of facts.

use tongquan::{
    Department, Item, Office, Region, UnitKind,
    body::{Agency, BodyRef, Unit},
    place::Regions,
    register::{
        Adviser, Electronic, ElectronicMeans, Items, OnPlatform, Plan, Posting, Revision, SealEvent, SealId, SealStep,
        Stationing, Undertaken, Uses,
    },
    route::Supervision,
};

use crate::{
    model::readiness::Facts,
    seal_life::agreement,
    support::{day, rows},
};

/// The one without a centre of its own.
pub(crate) const REGION: Region = Region::CultureZone;

pub(crate) fn label(modality: &str) -> &'static str {
    match modality {
        "direct" => "直接下放",
        "window" => "窗口前移",
        "review" => "下放实质性审核权",
        "intake" => "委托收件、受审分离",
        other => panic!("{other}"),
    }
}

/// Nothing is on record.
pub(crate) const fn nothing(modality: &'static str) -> Facts<'static> {
    Facts {
        modality,
        plan_names_handler: false,
        handler_is_bureau: false,
        centre_serves: false,
        stationed: false,
        handbook: false,
        adviser: false,
        seal_in_service: false,
        staff_posted: false,
        uses_electronic_seal: false,
        electronic_seal_there: false,
        uses_electronic_licence: false,
        electronic_licence_there: false,
        on_platform: false,
        county_supervisor: false,
        county_enforcement: false,
        city_supervisor: false,
        city_enforcement: false,
        department_is_approval_service: false,
    }
}

/// Every combination that can be on record. Whether anything is used, and who supervises, stands in the row of the plan that names the body:
/// without that row there is neither. A Seal No. 2 is asked for, and can be there, under review alone.
pub(crate) fn facts_of(modality: &'static str, approval_service: bool) -> impl Iterator<Item = Facts<'static>> {
    (0..1_u32 << 17).filter_map(move |bits| {
        let bit = |at: u32| bits >> at & 1 == 1;
        let facts = Facts {
            plan_names_handler: bit(0),
            handler_is_bureau: bit(1),
            uses_electronic_seal: bit(2),
            uses_electronic_licence: bit(3),
            county_supervisor: bit(4),
            county_enforcement: bit(5),
            city_supervisor: bit(6),
            city_enforcement: bit(7),
            seal_in_service: bit(8),
            staff_posted: bit(9),
            centre_serves: bit(10),
            stationed: bit(11),
            handbook: bit(12),
            adviser: bit(13),
            electronic_seal_there: bit(14),
            electronic_licence_there: bit(15),
            on_platform: bit(16),
            department_is_approval_service: approval_service,
            ..nothing(modality)
        };
        let of_the_row = bits & 0b1111_1110 != 0;
        let able = (facts.plan_names_handler || !of_the_row) && (modality == "review" || !facts.seal_in_service);
        able.then_some(facts)
    })
}

/// Whether, beside what stands in the row of the plan, everything that the modality can have is there, or nothing.
pub(crate) fn all_or_nothing(it: &Facts<'_>) -> bool {
    let means = [it.centre_serves, it.stationed, it.handbook, it.adviser, it.on_platform, it.staff_posted];
    let electronic = [it.electronic_seal_there, it.electronic_licence_there];
    let seal = (it.modality == "review").then_some(it.seal_in_service);
    let mut all = means.into_iter().chain(electronic).chain(seal);
    let first = all.next();
    all.all(|there| Some(there) == first)
}

/// The office in which exactly these facts hold.
#[track_caller]
pub(crate) fn small(item: Item<'_>, facts: &Facts<'_>) -> Office {
    let (from, department) = (day(2021, 6, 15), item.department().unwrap());
    let items = || Items::Only(vec![item.key().clone()]);
    let mut rows = Revision::on(from);
    let unit =
        |id: &str, kind| Unit { id: id.parse().unwrap(), region: REGION, kind, name: "（虚构）".parse().unwrap() };
    rows.units = vec![unit("bureau", UnitKind::ApprovalBureau), unit("sector", UnitKind::Sector)];
    rows.agencies = vec![Agency { id: "city".parse().unwrap(), name: "（虚构）".parse().unwrap() }];
    let seat = |there: bool, id: &str| there.then(|| BodyRef::Body(id.parse().unwrap()));
    let row = Undertaken {
        items: items(),
        handler: if facts.handler_is_bureau { "bureau" } else { "sector" }.parse().unwrap(),
        supervision: Supervision {
            county_supervisor: seat(facts.county_supervisor, "sector"),
            county_enforcement: seat(facts.county_enforcement, "sector"),
            city_supervisor: seat(facts.city_supervisor, "city"),
            city_enforcement: seat(facts.city_enforcement, "city"),
        },
        uses: Uses { seal: facts.uses_electronic_seal, licence: facts.uses_electronic_licence },
    };
    let centre = Region::Qufu.centre().filter(|_| facts.centre_serves);
    let undertakes = facts.plan_names_handler.then_some(row).into_iter().collect();
    rows.plans = vec![Plan { region: REGION, from, centre, undertakes }];
    if facts.stationed {
        rows.stationings.push(Stationing { region: REGION, items: items(), from });
    }
    if facts.handbook {
        rows.standards.extend(self::rows().standards.iter().find(|it| it.item == *item.key()).cloned());
    }
    if facts.adviser {
        let persons = vec!["adviser-1".parse().unwrap()];
        rows.advisers.push(Adviser { department, items: items(), persons, from, reason: None });
    }
    if facts.staff_posted {
        rows.postings.push(Posting { department, region: REGION, from, until: None });
    }
    if facts.on_platform {
        let regions = Regions::NONE.with(REGION);
        rows.on_platform.push(OnPlatform { items: items(), regions, from });
    }
    if facts.electronic_licence_there {
        rows.electronics.push(Electronic { what: ElectronicMeans::Licence, region: REGION, items: items(), from });
    }
    if facts.modality == "review" {
        seals(&mut rows, department, items(), facts);
    } else if facts.electronic_seal_there {
        rows.electronics.push(Electronic { what: ElectronicMeans::Seal, region: REGION, items: items(), from });
    }
    Office::new(vec![rows]).unwrap()
}

/// Under review the electronic seal is the twin of the Seal No. 2; either may be in service without the other.
fn seals(rows: &mut Revision, department: Department, items: Items, facts: &Facts<'_>) {
    let on = rows.recorded;
    rows.agreements.push(agreement("XY", department, REGION, items, on));
    let mut seal = |number, twin_of, there: bool| {
        let seal = SealId { department, number };
        rows.seals.push(SealEvent { seal, on, event: SealStep::Cut { twin_of } });
        if there {
            rows.seals.push(SealEvent { seal, on, event: SealStep::HandedOver { agreement: "XY".parse().unwrap() } });
        }
    };
    seal(1, None, facts.seal_in_service);
    seal(2, Some(1), facts.electronic_seal_there);
}
