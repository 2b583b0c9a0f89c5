//! What each example prints is kept. After a change that is meant: `SNAPSHOTS=overwrite cargo test --all-features examples::`, and read the difference.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use snapbox::{Data, cmd::Command};

use crate::support::files;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A run of an example: under which name its output is kept, with what it is asked, and with which status it ends.
struct Run<'a> {
    name: &'a str,
    example: &'a str,
    asked: &'a str,
    status: i32,
}

macro_rules! runs {
    ($($name:literal: $example:ident $asked:literal => $status:literal;)+) => {
        [$(Run { name: $name, example: stringify!($example), asked: $asked, status: $status }),+]
    };
}

/// Those that speak both languages and ask for nothing else.
const IN_BOTH: [&str; 12] = [
    "handle_case",
    "direct_devolution",
    "forward_window",
    "substantive_review",
    "entrusted_intake",
    "township_station",
    "licence_clock",
    "seal_month",
    "compare_standards",
    "amendment",
    "dispute",
    "back_office",
];

/// In this order: what is audited is simulated before.
const RUNS: [Run<'_>; 14] = runs! {
    "matrix": matrix "" => 0;
    "matrix.csv": matrix "--csv" => 0;
    "window_widget": window_widget "" => 0;
    "window_widget.not_chosen": window_widget "item=A2-8 place=汶上县南旺镇 venue=南旺镇为民服务中心 day=2024-03-04" => 0;
    "handle_case.region": handle_case "--item 道路客运站站级核定 --region 汶上县" => 0;
    "handle_case.city": handle_case "--item A1-34 --region 任城区 --venue 济宁市为民服务中心 --lang en" => 0;
    "supervision_batch": supervision_batch "--on 2024-12-31" => 0;
    "supervision_batch.en": supervision_batch "--on 2024-12-31 --lang en" => 0;
    "simulate": simulate "100 7 target/examples" => 0;
    "audit": audit "--on 2024-12-31 --office target/examples/office.json target/examples/journals.jsonl" => 1;
    "audit.few": audit "--on 2024-12-31 --lang en examples/audit/journals.jsonl" => 1;
    "audit.en": audit "--on 2024-12-31 --lang en --office target/examples/office.json target/examples/journals.jsonl" => 1;
    "audit.log": audit "--log --office target/examples/office.json --cases target/examples/cases.jsonl target/examples/log.jsonl" => 1;
    "schemas": schemas "target/examples/schemas" => 0;
};

/// Cargo builds the examples before it runs all tests, and not where one test alone is asked for.
pub(crate) fn built(example: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let built = test.parent().and_then(Path::parent).unwrap().join("examples").join(example);
    assert!(built.exists(), "{example} is not built: cargo build --all-features --examples");
    built
}

fn kept(name: &str) -> PathBuf {
    Path::new(ROOT).join("tests/golden/examples").join(name).with_added_extension("txt")
}

#[track_caller]
fn then_tells_what_it_told(Run { name, example, asked, status }: &Run<'_>) {
    let ran = Command::new(built(example)).args(asked.split_whitespace()).current_dir(ROOT).assert();
    ran.code(*status).stdout_eq(Data::read_from(&kept(name), None).raw());
}

#[test]
fn those_that_speak_both_languages_tell_in_each_what_they_told() {
    for example in IN_BOTH {
        for (language, asked) in [("zh", "--lang zh"), ("en", "--lang en")] {
            then_tells_what_it_told(&Run { name: &format!("{example}.{language}"), example, asked, status: 0 });
        }
    }
}

#[test]
fn the_others_tell_what_they_told() {
    RUNS.iter().for_each(then_tells_what_it_told);
}

#[test]
fn no_example_is_left_out_and_nothing_is_kept_of_one_that_is_gone() {
    let run: BTreeSet<String> = RUNS.iter().map(|it| it.example).chain(IN_BOTH).map(str::to_owned).collect();
    assert_eq!(run, files("examples", ".rs"));
    let in_both = IN_BOTH.iter().flat_map(|it| ["zh", "en"].map(|language| format!("{it}.{language}")));
    let told: BTreeSet<String> = RUNS.iter().map(|it| it.name.to_owned()).chain(in_both).collect();
    assert_eq!(told, files("tests/golden/examples", ".txt"));
}
