//! The model of readiness against the sentences of rulebook 7, S5, S11 and of the clauses.

use super::readiness::{Facts, effect, gaps, missing};

const MODALITIES: [&str; 4] = ["direct", "window", "review", "intake"];

/// Nothing is there and everything is wanted; the bureau would handle.
fn bare(modality: &'static str) -> Facts<'static> {
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
        uses_electronic_seal: true,
        electronic_seal_there: false,
        uses_electronic_licence: true,
        electronic_licence_there: false,
        on_platform: false,
        county_supervisor: false,
        county_enforcement: false,
        city_supervisor: false,
        city_enforcement: false,
        department_is_approval_service: true,
    }
}

fn full(modality: &'static str) -> Facts<'static> {
    Facts {
        plan_names_handler: true,
        handler_is_bureau: true,
        centre_serves: true,
        stationed: true,
        handbook: true,
        adviser: true,
        seal_in_service: modality == "review",
        staff_posted: modality == "window",
        electronic_seal_there: true,
        electronic_licence_there: true,
        on_platform: true,
        county_supervisor: true,
        county_enforcement: true,
        city_supervisor: true,
        city_enforcement: true,
        ..bare(modality)
    }
}

fn ids(facts: &Facts<'_>) -> Vec<&'static str> {
    missing(facts).into_iter().map(|gap| gap.0).collect()
}

const EVERYWHERE: [&str; 8] = [
    "no_adviser",
    "no_centre",
    "no_electronic_licence",
    "no_electronic_seal",
    "no_handler",
    "no_standard",
    "not_on_platform",
    "not_stationed",
];

/// "The answer is ready, or everything that is missing" (7).
#[test]
fn ready_or_everything_that_is_missing() {
    for modality in MODALITIES {
        assert!(missing(&full(modality)).is_empty(), "{modality}");
        let mut expected = EVERYWHERE.to_vec();
        // "substantive review: Seal No. 2 in service · forward service window: staff posted"
        match modality {
            "review" => expected.push("no_seal_in_service"),
            "window" => expected.push("no_staff_posted"),
            _ => (),
        }
        expected.sort_unstable();
        assert_eq!(ids(&bare(modality)), expected, "{modality}");
    }
    // "electronic seal and licence where used"
    let paper = Facts { uses_electronic_seal: false, uses_electronic_licence: false, ..bare("direct") };
    assert_eq!(ids(&paper).len(), EVERYWHERE.len() - 2);
}

/// "where the plan names the approval bureau: supervisor and enforcement body at both tiers" (7, S5).
#[test]
fn four_seats_where_the_bureau_handles() {
    let empty = |modality, bureau, approval_service| Facts {
        handler_is_bureau: bureau,
        county_supervisor: false,
        county_enforcement: false,
        city_supervisor: false,
        city_enforcement: false,
        department_is_approval_service: approval_service,
        ..full(modality)
    };
    let county = ["empty_seat_county_enforcement", "empty_seat_county_supervisor"];
    let city = ["empty_seat_city_enforcement", "empty_seat_city_supervisor"];
    for modality in ["direct", "review"] {
        // "city default: the annex department, unless that is 市行政审批服务局"
        assert_eq!(ids(&empty(modality, true, false)), county);
        assert_eq!(ids(&empty(modality, true, true)), [city, county].concat());
        assert!(ids(&empty(modality, false, true)).is_empty(), "a sector department supervises itself");
    }
    // S18: what the city decides is not pushed
    assert!(["window", "intake"].iter().all(|m| ids(&empty(m, true, true)).is_empty()));
}

/// Section 12: 2021-06-30 (C2, C6, C10), 2021-07-31 (C4: all items); C5 and C7 have no day.
#[test]
fn clause_bearer_and_day_are_the_documents() {
    let mut all = missing(&bare("review"));
    all.extend(missing(&bare("window")));
    all.extend(missing(&Facts {
        county_supervisor: false,
        county_enforcement: false,
        city_supervisor: false,
        city_enforcement: false,
        ..full("direct")
    }));
    assert_eq!(all.len(), gaps().len());
    for (id, clause, bearer, due) in all {
        let due = due.map(|day| day.to_string());
        let expected = match clause {
            "C1" => ("department", None),
            "C2" => ("region", Some("2021-06-30")),
            "C4" => ("市行政审批服务局", Some("2021-07-31")),
            "C5" => ("市行政审批服务局", None),
            "C6" | "C10" => ("department", Some("2021-06-30")),
            "C7" => ("department", None),
            "C12" => ("region", None),
            _ => panic!("{id} has clause {clause}"),
        };
        assert_eq!((bearer, due.as_deref()), expected, "{id}");
    }
}

/// S11, "bars only what is impossible", and the other reading of it in `route.rs`.
#[test]
fn gaps_bar_only_the_impossible() {
    let names = ["直接下放", "窗口前移", "下放实质性审核权", "委托收件、受审分离"];
    for (modality, name) in MODALITIES.into_iter().zip(names) {
        let citys = |gap| effect(gap, modality) == "route_is_citys";
        assert_eq!(citys("no_handler"), super::fallback(name, false, true), "{modality}");
        assert_eq!(citys("no_staff_posted"), super::fallback(name, true, false), "{modality}");
        let waits: Vec<_> = gaps().into_iter().filter(|g| effect(g, modality) == "waits_before_sealing").collect();
        assert_eq!(waits, if modality == "review" { vec!["no_seal_in_service"] } else { vec![] });
        let barring = gaps().into_iter().filter(|g| effect(g, modality) != "none").count();
        assert_eq!(barring, if modality == "review" { 2 } else { 1 });
    }
}
