//! Each clause of the parts that ask something is represented by rules, by duties, or by both.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    Clause, Rule, Source,
    register::{Due, Obligation, Proof},
    route::{Gap, Owes},
};

use super::{Responsible, duties};
use tongquan::Department;

/// Clause, whether some rule rests on it, and its duties.
const REPRESENTED: [(&str, bool, &[&str]); 18] = [
    ("C1", true, &["post_staff"]),
    ("C2", true, &["ease_handling", "issue_plan", "station_items"]),
    ("C3", true, &["adjust_list", "study_practice"]),
    ("C4", true, &["open_platform", "bring_onto_platform"]),
    ("C5", true, &["make_electronic_seals", "connect_licence_systems"]),
    ("C6", true, &["hand_over_seals", "supervise_seals", "keep_seals"]),
    ("C7", true, &["write_handbooks", "guide_complex_items", "inspect_handling"]),
    ("C8", true, &["build_expert_pool"]),
    ("C9", false, &["send_staff_down", "fill_posts", "coordinate_staffing"]),
    (
        "C10",
        true,
        &[
            "plan_training",
            "train_centrally",
            "train_on_changes",
            "share_cases",
            "name_advisers",
            "publish_advisers",
            "file_advisers",
        ],
    ),
    ("C11", true, &["guide_and_inspect", "supervise_afterwards"]),
    ("C12", true, &["connect_supervision", "follow_up_pushes"]),
    ("C13", true, &["take_county_licences", "level_centres"]),
    ("C14", true, &["pilot_stations", "extend_stations"]),
    ("C15", true, &["share_first_items", "build_service_circle", "extend_kiosks"]),
    ("P4.1", false, &["head_answers", "assign_tasks"]),
    ("P4.2", false, &["steer_and_check", "stay_answerable", "carry_reform"]),
    ("P4.3", false, &["publicise"]),
];

/// Those that ask nothing of anybody: the aims, and the lists.
const AIMS_AND_LISTS: [&str; 4] = ["P1", "P2", "A1", "A2"];

#[test]
fn every_clause_is_represented_by_rules_by_duties_or_by_both() {
    let ruled: BTreeSet<&str> = Rule::iter()
        .flat_map(|it| it.sources())
        .filter_map(|it| if let Source::Clause(clause) = it { Some(clause.id()) } else { None })
        .collect();
    let mut asked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in Obligation::iter() {
        asked.entry(it.clause().id()).or_default().push(it.id());
    }
    let represented = Clause::iter().map(Clause::id).filter(|it| !AIMS_AND_LISTS.contains(it)).map(|it| {
        let duties = asked.remove(it).unwrap_or_default();
        assert!(ruled.contains(it) || !duties.is_empty(), "nothing stands for {it}");
        (it, ruled.contains(it), duties)
    });
    let represented: Vec<_> = represented.collect();
    assert_eq!(represented, REPRESENTED.map(|(clause, rules, duties)| (clause, rules, duties.to_vec())));
    assert_eq!(asked, BTreeMap::new(), "duties of clauses that ask nothing");
}

#[test]
fn every_duty_is_what_the_seed_says() {
    let mut seen = 0;
    for (it, row) in duties() {
        assert_eq!((it.id(), it.clause().id(), it.zh(), it.en()), (row.id, row.clause, row.zh, row.en));
        assert_eq!(serde_json::to_value(it).unwrap(), row.id);
        assert_eq!(serde_json::from_value::<Obligation>(row.id.into()).unwrap(), it);
        assert_eq!(it.to_string(), row.en);
        let due = match it.due() {
            Due::By(day) => day.to_string(),
            Due::Every(rhythm) => serde_json::to_value(rhythm).unwrap().as_str().unwrap().to_owned(),
            Due::Open => "-".to_owned(),
        };
        assert_eq!(due, row.due, "{}", row.id);
        let proof = match it.proof() {
            Proof::Evidence => vec!["evidence".to_owned()],
            Proof::Registers(gaps) => gaps.iter().map(|it| format!("{it:?}")).collect(),
        };
        assert_eq!(proof, row.proof, "{}", row.id);
        seen += 1;
    }
    assert_eq!((seen, super::rows().count()), (44, 44));
}

#[test]
fn every_day_of_a_clause_has_its_duty_and_no_duty_another() {
    let mut days: BTreeMap<Clause, BTreeSet<NaiveDate>> = BTreeMap::new();
    for it in Obligation::iter() {
        let due = if let Due::By(due) = it.due() { Some(due) } else { None };
        days.entry(it.clause()).or_default().extend(due);
    }
    for clause in Clause::iter() {
        let of_duties: Vec<NaiveDate> = days.remove(&clause).unwrap_or_default().into_iter().collect();
        assert_eq!(of_duties, clause.due(), "{clause}");
    }
}

/// Readiness and the duty register say one thing: by when it is owed, on which clause, and by whom.
#[test]
fn what_readiness_lacks_is_owed_as_readiness_says() {
    let mut told = BTreeSet::new();
    for it in Obligation::iter() {
        let Proof::Registers(gaps) = it.proof() else { continue };
        for gap in gaps {
            assert!(told.insert(*gap), "{gap:?} shows two duties");
            let due = if let Due::By(due) = it.due() { Some(due) } else { None };
            // that a choice of review names its seal is ours (S20), and has no day
            let of_day = if *gap == Gap::SealNotNamed { None } else { due };
            assert_eq!(gap.due(), of_day, "{gap:?}");
            let cites = |source: &Source| source.id() == it.clause().id() || source.id() == "S20";
            assert!(gap.basis().iter().any(cites), "{gap:?}");
            let owes = match gap.owes() {
                Owes::Region => "各县（市、区）、功能区",
                Owes::ApprovalService => Responsible::from(Department::ApprovalService).label(),
                Owes::Department if *gap == Gap::NoStaffPosted => "有窗口前移事项的市直部门（单位）",
                Owes::Department if *gap == Gap::NoSealNo2 => "有下放实质性审核权事项的市直部门（单位）",
                Owes::Department => "有同权事项的市直部门（单位）",
            };
            assert!(it.binds().iter().any(|it| it.label() == owes), "{gap:?}: {owes}");
        }
    }
    // who supervises is for the plan to say, which is ours (S5), and shows no duty of the document
    let rest: Vec<Gap> = Gap::ALL.into_iter().filter(|it| !told.contains(it)).collect();
    assert!(rest.len() == 4 && rest.iter().all(|it| matches!(it, Gap::EmptySeat(_))), "{rest:?}");
}
