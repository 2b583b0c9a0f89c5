//! The README is true: what it names is there, and its two halves name the same.

mod tables;

use std::{collections::BTreeSet, path::Path, process::Command};

use strum::IntoEnumIterator;
use tongquan::{AnyStep, case::StageKind};

use crate::{examples::built, support::files};

const README: &str = include_str!("../../../README.md");
const MANIFEST: &str = include_str!("../../../Cargo.toml");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn halves() -> (&'static str, &'static str) {
    README.split_once("\n# 中文\n").unwrap()
}

/// Every `cargo run` of an example of this package, to the end of its line or of its code.
fn runs(text: &str) -> Vec<&str> {
    let commands = text.split("cargo run ").skip(1);
    let commands = commands.map(|it| it.split(['\n', '`', '#']).next().unwrap().trim());
    commands.filter(|it| !it.contains("--manifest-path")).collect()
}

fn example(run: &str) -> &str {
    run.split_once("--example ").unwrap().1.split(' ').next().unwrap()
}

/// The features without which an example is not built.
fn required(example: &str) -> Vec<&'static str> {
    let table = MANIFEST.split("[[example]]\n").find(|it| it.starts_with(&format!("name = \"{example}\"\n")));
    let features =
        table.and_then(|it| it.split_once("required-features = [")).map_or("", |(_, it)| it.split(']').next().unwrap());
    features.split([',', ' ', '"']).filter(|it| !it.is_empty()).collect()
}

#[test]
fn every_example_that_it_runs_is_there_and_is_given_its_features() {
    let runs = runs(README);
    for run in &runs {
        let example = example(run);
        assert!(Path::new(ROOT).join(format!("examples/{example}.rs")).exists(), "{run}");
        let given = run.split_once("--features ").map_or("", |(_, it)| it.split(' ').next().unwrap());
        let given: Vec<&str> = given.split(',').collect();
        assert!(required(example).iter().all(|it| given.contains(it)), "{run}");
    }
    assert!(runs.len() > 35, "{}", runs.len());
}

/// Whether it ends with the exit status that tells of something found.
fn example_finds(run: &str) -> bool {
    example(run) == "audit"
}

/// Those that simulate and audit a whole year are run by `.ci/run`, with the optimiser.
#[test]
fn every_example_runs_as_it_says() {
    let runs: BTreeSet<&str> = runs(README).into_iter().filter(|it| !it.contains("--release")).collect();
    for run in &runs {
        let asked = run.split_once(" -- ").map_or("", |(_, it)| it);
        let mut example = Command::new(built(example(run)));
        let ran = example.args(asked.split_whitespace()).current_dir(ROOT).output().unwrap();
        let status = i32::from(example_finds(run));
        assert_eq!(ran.status.code(), Some(status), "{run}: {}", String::from_utf8_lossy(&ran.stderr));
        assert!(!ran.stdout.is_empty(), "{run}");
    }
    assert!(runs.len() > 15, "{}", runs.len());
}

#[test]
fn both_halves_run_every_example() {
    let all = files("examples", ".rs");
    let (english, chinese) = halves();
    for half in [english, chinese] {
        assert_eq!(runs(half).into_iter().map(|it| example(it).to_owned()).collect::<BTreeSet<_>>(), all);
        assert!(half.contains("--manifest-path examples/pictures/Cargo.toml"));
    }
}

#[test]
fn every_link_leads_somewhere() {
    let links: Vec<&str> = README.split("](").skip(1).map(|it| it.split(')').next().unwrap()).collect();
    for link in &links {
        let headed = link.strip_prefix('#').is_some_and(|it| README.contains(&format!("\n# {it}\n")));
        assert!(headed || Path::new(ROOT).join(link).exists(), "{link}");
    }
    assert!(links.len() > 8);
}

#[test]
fn each_of_its_steps_is_read() {
    let steps: Vec<&str> = README.split("```json\n").skip(1).map(|it| it.split("```").next().unwrap()).collect();
    let steps: Vec<AnyStep> = steps.into_iter().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert!(matches!(steps[..], [AnyStep::AffixSealNo2(_), AnyStep::AffixSealNo2(_)]), "{steps:?}");
}

/// Numbers with a point or a comma, and those of times as much: what was measured.
fn figures(text: &str) -> BTreeSet<&str> {
    let numbers = text.split(|it: char| !it.is_ascii_digit() && it != '.' && it != ',');
    let parted = numbers.map(|it| it.trim_matches(['.', ','])).filter(|it| it.contains(['.', ',']));
    let times = text.split_inclusive(['×', '倍']).filter_map(|it| {
        let before = it.strip_suffix(['×', '倍'])?.trim_end();
        before.rsplit(|it: char| !it.is_ascii_digit() && it != '.').next().filter(|it| !it.is_empty())
    });
    parted.chain(times).collect()
}

#[test]
fn what_it_costs_is_quoted_from_the_benches() {
    let measured = figures(include_str!("../../../benches/README.md"));
    let section = |half: &'static str, heading: &str| {
        let (_, told) = half.split_once(&format!("\n## {heading}\n")).unwrap();
        figures(told.split("\n## ").next().unwrap())
    };
    let (english, chinese) = halves();
    let [english, chinese] = [section(english, "What it costs"), section(chinese, "性能")];
    assert!(english.is_subset(&measured) && chinese.is_subset(&english), "{:?}", english.difference(&measured));
    assert!(english.len() >= 12 && chinese.len() >= 8, "{english:?} {chinese:?}");
}

#[test]
fn the_stages_of_its_picture_are_told_in_english() {
    let told: Vec<String> = StageKind::iter().map(|it| it.to_string()).collect();
    let (course, aside) = told.split_at(told.iter().position(|it| it == "closed").unwrap() + 1);
    let told = format!("The stages, in the order of the picture: {}; {}.", course.join(", "), aside.join(", "));
    assert!(README.contains(&told), "{told}");
}

/// tests/README.md says how many answers the tests compared; each fails where its space becomes another.
#[test]
fn how_far_it_is_shown_is_quoted_from_the_tests() {
    let rows = |of: &str| -> u32 {
        let rows = include_str!("../../README.md").lines().filter(|it| it.starts_with(&format!("| {of}")));
        let compared = rows.map(|row| {
            let cell = row.split(" | ").nth(2).unwrap();
            let count = cell.split_once(" questions, ").map_or(cell, |(_, answers)| answers).split(' ').next().unwrap();
            count.replace(',', "").parse::<u32>().unwrap()
        });
        compared.sum()
    };
    let [routes, who, steps] = ["routes", "who may", "steps"].map(rows);
    let (english, chinese) = halves();
    let tenth = |count: u32| f64::from(count / 100_000) / 10.0;
    let told = format!("{} million answers on routes, {} million on who may", routes / 1_000_000, tenth(who));
    assert!(english.contains(&told), "{told}");
    assert!(english.contains(&format!("{} million on every rule of it", tenth(steps + 50_000))), "{steps}");
    assert_eq!([routes, who, steps].map(|it| it / 1_000_000), [11, 9, 3]);
    assert!(chinese.contains("路径一千一百余万项答案、谁可办理九百余万次、逐条规则三百余万次"));
}

#[test]
fn each_of_its_blocks_is_code_commands_a_manifest_or_the_picture() {
    let fences: Vec<&str> = README.lines().filter(|it| it.starts_with("```")).collect();
    for fence in fences.iter().step_by(2) {
        let known = ["```rust", "```sh", "```toml", "```mermaid", "```json"];
        assert!(known.contains(fence), "{fence} is neither compiled nor run nor read");
    }
    assert!(fences.iter().skip(1).step_by(2).all(|it| *it == "```") && fences.len() > 30);
    let features: Vec<&str> = README.split("features = [\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    assert!(features.iter().all(|it| MANIFEST.contains(&format!("\n{it} = ["))), "{features:?}");
}
