//! 所涉办件: which running cases an amendment touches, and what is lawful for each.

use std::sync::LazyLock;

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Modality, Moment, Office, Region, Rule, Stamp,
    case::{Role, StageKind, steps::Transfer},
    catalogue::{Amendment, ItemChange},
    oversight::Impact,
};

use super::{Single, amendment, effect, item};
use crate::support::{OFFICE, case_at, official};

const KEY: &str = "A1-33";
const HOME: Region = Region::Wenshang;

/// One at every stage, of one item in one region.
static CASES: LazyLock<Vec<AnyCase>> =
    LazyLock::new(|| StageKind::iter().map(|stage| case_at(&OFFICE, KEY, HOME, stage)).collect());

/// Those of other items, and of the same item elsewhere.
static OTHERS: LazyLock<Vec<AnyCase>> = LazyLock::new(|| {
    let elsewhere = [Region::Qufu, Region::HighTechZone].map(|it| case_at(&OFFICE, KEY, it, StageKind::Accepted));
    let others = ["A1-1", "A1-36", "WS-001"].map(|key| case_at(&OFFICE, key, HOME, StageKind::Accepted));
    elsewhere.into_iter().chain(others).collect()
});

/// The real step, taken by the deciding body on the day of effect.
fn moved(case: &AnyCase, office: &Office) -> Result<AnyCase, tongquan::Refusal> {
    let body = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
    let stamp = Stamp { at: Moment::new(effect(), 9, 0, 0).unwrap(), by: official(body) };
    let step = Transfer { reason: "清单调整".parse().unwrap() };
    case.clone().apply(step.into(), stamp, office).map_err(|refused| refused.why)
}

/// Whether a case's item stands otherwise in its region, or is another department's, by the list amended.
fn is_otherwise(case: &AnyCase, office: &Office) -> bool {
    let record = case.record();
    let found = office.now().item_on(&record.file().item, effect()).ok();
    let now = found.map(|it| (it.cell(record.region()).standing, it.department()));
    now != Some((record.brief().item.cell.standing, record.brief().item.department))
}

/// Says which are touched, in their order, and whether each may move on.
fn touched_as_made(cases: &[AnyCase], it: &Amendment) -> Vec<(StageKind, bool)> {
    let impact = Impact::of(&OFFICE, it).unwrap();
    let touched: Vec<_> = impact.cases(cases).collect();
    let expected = cases.iter().filter(|case| !case.stage().is_terminal() && is_otherwise(case, impact.after()));
    assert!(touched.iter().map(|it| std::ptr::from_ref(it.case)).eq(expected.map(std::ptr::from_ref)), "{it:?}");
    let each = touched.into_iter().map(|it| {
        let real = moved(it.case, impact.after());
        assert_eq!(it.may_move_on, real.as_ref().map(drop).map_err(Clone::clone), "at {}", it.case.stage());
        if let Ok(case) = real {
            assert_eq!(case.stage(), it.case.stage());
            assert_eq!(case.record().brief().edition.number, 2);
            assert!(!is_otherwise(&case, impact.after()));
        }
        (it.case.stage(), it.may_move_on.is_ok())
    });
    each.collect()
}

const BEFORE_DECISION: [StageKind; 4] =
    [StageKind::Filed, StageKind::Correcting, StageKind::Accepted, StageKind::Suspended];

#[test]
fn of_one_item_every_running_case_is_touched_and_may_move_on_while_it_is_not_decided() {
    let running = StageKind::iter().filter(|it| !it.is_terminal());
    let movable: Vec<(StageKind, bool)> = running.clone().map(|it| (it, BEFORE_DECISION.contains(&it))).collect();
    assert_eq!(movable.len(), 8);
    for single in Single::all(item(KEY), HOME) {
        let expected = match single {
            Single::Renamed => Vec::new(),
            // nothing later to move on to
            Single::Removed => running.clone().map(|it| (it, false)).collect(),
            Single::To(_) | Single::Withheld(_) | Single::Passed(_) => movable.clone(),
        };
        assert_eq!(touched_as_made(&CASES, &single.of(item(KEY), effect())), expected, "{single:?}");
    }
}

#[test]
fn a_case_of_an_item_that_is_removed_is_refused_for_want_of_a_later_edition_and_a_decided_one_has_no_such_step() {
    let impact = Impact::of(&OFFICE, &Single::Removed.of(item(KEY), effect())).unwrap();
    for it in impact.cases(&*CASES) {
        let why = it.may_move_on.unwrap_err();
        let rules: Vec<Rule> = why.objections().iter().map(|it| it.rule).collect();
        let open = BEFORE_DECISION.contains(&it.case.stage());
        assert_eq!(rules, [if open { Rule::LaterEdition } else { Rule::StepHasPlace }], "{}", it.case.stage());
    }
    let change = Single::To(Modality::Direct).of(item(KEY), effect());
    let impact = Impact::of(&OFFICE, &change).unwrap();
    let refused: Vec<_> = impact.cases(&*CASES).filter_map(|it| it.may_move_on.err()).collect();
    assert!(refused.iter().all(|why| why.names(Rule::StepHasPlace)));
    assert_eq!(refused.len(), 4);
}

#[test]
fn cases_of_other_items_and_of_regions_where_nothing_changes_are_not_touched() {
    let of_home = touched_as_made(&OTHERS, &Single::Withheld(HOME).of(item(KEY), effect()));
    assert_eq!(of_home, []);
    let everywhere = touched_as_made(&OTHERS, &Single::To(Modality::Intake).of(item(KEY), effect()));
    assert_eq!(everywhere, [(StageKind::Accepted, true); 2]);
    let zone = touched_as_made(&OTHERS, &Single::Withheld(Region::HighTechZone).of(item(KEY), effect()));
    assert_eq!(zone, [(StageKind::Accepted, true)]);
    let both = amendment(
        effect(),
        vec![
            Single::To(Modality::Direct).change(item("A1-36")).unwrap(),
            Single::Withheld(HOME).change(item("A1-1")).unwrap(),
        ],
    );
    assert_eq!(touched_as_made(&OTHERS, &both), [(StageKind::Accepted, true); 2]);
}

#[test]
fn a_case_whose_item_stands_in_its_region_as_it_did_is_not_touched_by_a_change_of_the_column() {
    // in 汶上县 a remark made it review already; in 任城区 it was a window
    let cases = [HOME, Region::Rencheng].map(|it| case_at(&OFFICE, "A1-20", it, StageKind::Accepted));
    let change = ItemChange { modality: Some(Modality::Review), ..ItemChange::of("A1-20".parse().unwrap()) };
    assert_eq!(touched_as_made(&cases, &amendment(effect(), vec![change])), [(StageKind::Accepted, true)]);
}

#[test]
fn a_case_of_every_modality_moves_to_every_other_as_it_is_told() {
    let keys = ["A1-1", "A1-24", "A1-36", "A1-61"];
    let cases: Vec<AnyCase> = keys
        .into_iter()
        .flat_map(|key| [StageKind::Filed, StageKind::Accepted].map(|it| case_at(&OFFICE, key, HOME, it)))
        .collect();
    let mut moves = 0;
    for key in keys {
        for single in Single::all(item(key), HOME) {
            moves += touched_as_made(&cases, &single.of(item(key), effect())).iter().filter(|(_, may)| *may).count();
        }
    }
    // three modalities, a region held back and another department, two cases each
    assert_eq!(moves, 4 * 5 * 2);
}

#[test]
fn a_case_that_is_read_from_its_store_moves_on_in_the_office_as_it_would_be() {
    let impact = Impact::of(&OFFICE, &Single::To(Modality::Direct).of(item(KEY), effect())).unwrap();
    for case in CASES.iter().filter(|it| BEFORE_DECISION.contains(&it.stage())) {
        let stored = serde_json::to_string(case).unwrap();
        let read: AnyCase = serde_json::from_str(&stored).unwrap();
        assert_eq!(impact.cases([&read]).map(|it| it.may_move_on).collect::<Vec<_>>(), [Ok(())]);
        assert_eq!(moved(&read, impact.after()).map(|it| it.stage()), Ok(case.stage()));
    }
}
