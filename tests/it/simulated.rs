//! A simulated year: lawful cases prove themselves and agree with the office; a planted fault is refused where it was planted, for what it breaks.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::json;
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Modality, Region, Rule, Standing,
    case::{ARCS, DutyState, Entry, StageKind, StepKind},
    oversight::Audit,
    route::Access,
};

use crate::{
    scratch::Scratch,
    simulation::{Draw, Fault, KINDS, Line, Summary, USAGE, World, events, planted, run},
};

pub(crate) static WORLD: LazyLock<World> = LazyLock::new(|| World::new().unwrap());

pub(crate) const LAWFUL: Draw = Draw { seed: 7, faults: 0 };
const FAULTY: Draw = Draw { seed: 7, faults: 100 };

/// A year large enough for everything to occur.
static YEAR: LazyLock<Vec<AnyCase>> = LazyLock::new(|| {
    let lines = planted(&WORLD, 3_000, LAWFUL).unwrap();
    lines.into_iter().map(|it| AnyCase::replay(it.journal).unwrap_or_else(|it| panic!("{it}"))).collect()
});

/// Every kind of fault several times.
pub(crate) static FAULTS: LazyLock<Vec<Line>> =
    LazyLock::new(|| planted(&WORLD, 8 * KINDS.len() as u64, FAULTY).unwrap());

fn faults() -> impl Iterator<Item = (&'static Line, &'static Fault)> {
    FAULTS.iter().map(|it| (it, it.fault.as_ref().expect("each line has one")))
}

#[test]
fn lawful_cases_prove_themselves_and_agree_with_the_office() {
    for case in &*YEAR {
        case.record().hold_against(&WORLD.office).unwrap();
    }
}

#[test]
fn a_line_follows_from_the_draw_and_its_number_alone() {
    let written = |lines: &[Line]| -> Vec<(String, Option<Fault>)> {
        lines.iter().map(|it| (serde_json::to_string(&it.journal).unwrap(), it.fault.clone())).collect()
    };
    let draw = Draw { seed: 11, faults: 5 };
    let (short, long) = (planted(&WORLD, 100, draw).unwrap(), planted(&WORLD, 200, draw).unwrap());
    assert_eq!(written(&short), written(&long[..100]));
    assert_eq!(written(&long[150..151]), written(&[draw.line(&World::new().unwrap(), 151).unwrap()]));
    let other = planted(&WORLD, 100, Draw { seed: 12, ..draw }).unwrap();
    assert!(written(&short).iter().zip(written(&other)).all(|(mine, it)| *mine != it));
    // what is planted in some lines leaves the others as they were, but for filings that would follow such a case
    let lawful = planted(&WORLD, 100, Draw { faults: 0, ..draw }).unwrap();
    let others = short
        .iter()
        .zip(&lawful)
        .filter(|(it, same)| it.fault.is_none() && same.journal.opening.step.follows.is_none());
    let mut compared = 0;
    for (it, same) in others {
        assert_eq!(it.journal, same.journal);
        compared += 1;
    }
    assert!(compared > 90, "{compared}");
}

#[test]
fn the_stated_share_of_the_lines_has_a_fault_and_each_kind_has_its_turn() {
    for percent in [0, 1, 5, 37, 100] {
        let lines = planted(&WORLD, 100, Draw { seed: 3, faults: percent }).unwrap();
        let faults = lines.iter().filter(|it| it.fault.is_some()).count();
        assert_eq!(faults as u64, percent);
    }
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    faults().for_each(|(_, it)| *told.entry(it.kind).or_default() += 1);
    for kind in KINDS {
        let times = told.get(kind.name).copied().unwrap_or_default();
        assert!((4..=16).contains(&times), "{}: {times}", kind.name);
    }
}

#[test]
fn the_plain_log_tells_case_activity_time_and_actor_of_every_entry() {
    let line = planted(&WORLD, 1, LAWFUL).unwrap().remove(0);
    let told: Vec<serde_json::Value> = events(&line.journal).map(|it| serde_json::to_value(it).unwrap()).collect();
    let told_again = serde_json::to_value(&line.journal).unwrap();
    let entries = told_again.as_array().unwrap();
    assert_eq!(told.len(), entries.len());
    for (event, entry) in told.iter().zip(entries) {
        let (activity, taken) = entry.as_object().unwrap().iter().next().unwrap();
        let stamp = &taken["stamp"];
        let bodies = stamp["by"]["official"]["body"].as_object().into_iter().flat_map(|it| it.values());
        let by = bodies.map(|it| it.get("id").unwrap_or(it).as_str().unwrap()).next().unwrap_or("applicant");
        assert_eq!(*event, json!({"case": "2024-0000001", "activity": activity, "at": stamp["at"], "by": by}));
    }
}

#[test]
fn the_summary_counts_every_line_once() {
    let mut summary = Summary::default();
    FAULTS.iter().for_each(|it| summary.add(it).unwrap());
    let told = summary.told().unwrap();
    let entries: usize = FAULTS.iter().map(|it| 1 + it.journal.entries.len()).sum();
    assert!(told.contains(&format!("cases: {}  记录 entries: {entries}\n", FAULTS.len())), "{told}");
    let counted = |from: &str, until: &str| -> usize {
        let rows = told.split(from).nth(1).unwrap().split(until).next().unwrap().lines().skip(1);
        rows.map(|it| it.split_whitespace().next().unwrap().parse::<usize>().unwrap()).sum()
    };
    for (from, until) in
        [("how they are handled", "区域"), ("regions", "年末"), ("where they stand", "植入"), ("planted", "1.5 秒")]
    {
        assert_eq!(counted(from, until), FAULTS.len(), "{from}: {told}");
    }
}

#[test]
fn the_summary_tells_decisions_as_decisions() {
    let mut summary = Summary::default();
    let lines = planted(&WORLD, 200, LAWFUL).unwrap();
    lines.iter().for_each(|it| summary.add(it).unwrap());
    let decided = |step| lines.iter().filter(|it| it.journal.entries.iter().any(|it| it.kind() == step)).count();
    let (favourable, unfavourable) = (decided(StepKind::DecideFavourably), decided(StepKind::DecideUnfavourably));
    // those that were not accepted are refused too, and are none of these
    assert!(decided(StepKind::NotAccept) > 0 && unfavourable > 0);
    let expected =
        format!("\n准予决定 decided favourably: {favourable}  不予决定 decided unfavourably: {unfavourable}\n");
    assert!(summary.told().unwrap().contains(&expected));
}

/// What the program says, and whether it went well.
fn said(arguments: &[&str]) -> (bool, String, String) {
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let well = run(arguments.iter().map(|it| (*it).to_owned()), &mut out, &mut beside);
    (well, String::from_utf8(out).unwrap(), String::from_utf8(beside).unwrap())
}

#[test]
fn its_help_says_what_each_file_is_that_it_writes() {
    for help in [&["--help"][..], &["-h"], &["10", "7", "x", "--help"]] {
        assert_eq!(said(help), (true, USAGE.to_owned(), String::new()));
    }
    let folder = Scratch::new("simulate-files").unwrap();
    let out = folder.file("out");
    let (well, told, beside) = said(&["3", "7", &out.display().to_string()]);
    assert!(well && told.starts_with("办件 cases: 3 ") && beside.is_empty(), "{told}{beside}");
    let entries = std::fs::read_dir(&out).unwrap();
    let written: BTreeSet<String> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    let names = USAGE.lines().filter_map(|it| it.split_once(' ')).map(|it| it.0);
    let told = names.filter(|it| it.contains(".json")).map(str::to_owned).collect();
    assert_eq!((written.len(), &written), (5, &told));
    // by -, the journals alone go out
    let (well, journals, summary) = said(&["3", "7", "-", "--faults", "0"]);
    assert!(well && journals.lines().count() == 3 && summary.starts_with("办件 cases: 3 "), "{summary}");
}

#[test]
fn what_it_cannot_be_asked_is_refused_with_the_usage() {
    for wrong in
        [&[][..], &["1"], &["1", "7", "x", "--fault", "1"], &["x", "7", "-"], &["1", "7", "-", "--faults", "101"]]
    {
        let (well, out, beside) = said(wrong);
        assert!(!well && out.is_empty() && beside.ends_with(&format!("{USAGE}\n")), "{wrong:?}: {beside}");
    }
}

#[test]
fn a_planted_fault_is_refused_where_it_was_planted() {
    for (line, fault) in faults().filter(|(_, it)| !it.office) {
        let unproven = AnyCase::replay(line.journal.clone()).expect_err(fault.kind);
        let first = &fault.breaches[0];
        assert_eq!(unproven.at, first.entry, "{}: {unproven}", fault.kind);
        let rules: BTreeSet<Rule> = unproven.why.objections().iter().map(|it| it.rule).collect();
        assert_eq!(rules, first.rules.iter().copied().collect(), "{}: {unproven}", fault.kind);
        assert_eq!(fault.case, line.journal.opening.step.case);
    }
}

#[test]
fn a_lie_about_the_registers_proves_itself_and_disagrees_with_the_office() {
    for (line, fault) in faults().filter(|(_, it)| it.office) {
        let case = AnyCase::replay(line.journal.clone()).unwrap_or_else(|it| panic!("{}: {it}", fault.kind));
        let disagrees = fault.breaches.iter().any(|it| it.rules.contains(&Rule::RecordAgrees));
        let held = case.record().hold_against(&WORLD.office);
        assert_eq!(held.is_err(), disagrees, "{}: {held:?}", fault.kind);
        if let Err(why) = held {
            let entry = fault.breaches[0].entry;
            let told = why.objections()[0].got.to_string();
            assert!(told.contains(&format!("{entry}")), "{}: {told}", fault.kind);
        }
    }
}

/// Every entry of which something was found, with every rule.
fn found(audit: &Audit) -> BTreeMap<usize, BTreeSet<Rule>> {
    let rules = |it: &tongquan::Refusal| it.objections().iter().map(|it| it.rule).collect();
    audit.breaches().iter().map(|it| (it.entry, rules(&it.why))).collect()
}

#[test]
fn an_audit_finds_all_that_was_planted_and_nothing_else() {
    for (line, fault) in faults() {
        let planted = fault.breaches.iter().map(|it| (it.entry, it.rules.iter().copied().collect())).collect();
        let against = found(&Audit::against(line.journal.clone(), &WORLD.office));
        assert_eq!(against, planted, "{}: {:?}", fault.kind, line.journal);
        // by what it says itself, a lie about the registers is none
        let alone = found(&Audit::of(line.journal.clone()));
        assert_eq!(alone, if fault.office { BTreeMap::new() } else { planted }, "{}: {:?}", fault.kind, line.journal);
    }
    for case in &*YEAR {
        let journal = case.record().to_journal();
        assert_eq!(found(&Audit::of(journal.clone())), BTreeMap::new());
        assert_eq!(found(&Audit::against(journal, &WORLD.office)), BTreeMap::new());
    }
}

#[test]
fn a_year_holds_everything_that_may_be() {
    let records = || YEAR.iter().map(AnyCase::record);
    let regions: BTreeSet<Region> = records().map(|it| it.region()).collect();
    assert_eq!(regions.len(), Region::COUNT);
    let standings: BTreeSet<Standing> = records().map(|it| it.route().standing()).collect();
    for modality in Modality::iter() {
        assert!(standings.contains(&Standing::Devolved(modality)), "{modality}");
        assert!(standings.contains(&Standing::Chosen(modality)), "{modality} in townships");
    }
    for standing in [Standing::Original, Standing::Reserved, Standing::NotDevolved] {
        assert!(standings.contains(&standing), "{standing}");
    }
    let stages: BTreeSet<StageKind> = YEAR.iter().map(AnyCase::stage).collect();
    assert_eq!(stages, StageKind::iter().collect());
    let steps: BTreeSet<StepKind> = records().flat_map(|it| it.entries()).map(Entry::kind).collect();
    assert_eq!(steps, StepKind::iter().collect());
    for access in [Access::Competent, Access::Outpost, Access::PassOn] {
        assert!(records().any(|it| it.route().access() == access), "{access}");
    }
    assert!(records().any(|it| it.route().acts().is_some()));
    assert!(records().any(|it| it.route().why().is.gap.is_some()));
    assert!(records().any(|it| it.file().follows.is_some()));
    let rejected = |it: &tongquan::case::Duty| matches!(it.state, DutyState::Rejected(..));
    assert!(records().any(|it| it.duties().iter().any(rejected)));
    // withdrawn at every stage before the decision
    let withdrawn = |stage: StageKind| records().any(|it| came_to(it, StepKind::Withdraw, stage));
    for arc in ARCS.iter().filter(|it| it.step == StepKind::Withdraw) {
        assert!(withdrawn(arc.from), "{}", arc.from);
    }
}

/// Whether a record has a step of a kind, taken at a stage.
fn came_to(record: &tongquan::Record, step: StepKind, at: StageKind) -> bool {
    let mut stage = StageKind::Filed;
    for entry in record.entries() {
        if entry.kind() == step && stage == at {
            return true;
        }
        stage = stage.arc(entry.kind()).map_or(stage, |it| it.to);
    }
    false
}
