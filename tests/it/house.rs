//! The house rules that a compiler does not hold: layers, file lengths, no clock, the five packages.

use std::{
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

pub(crate) fn sources(under: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(ROOT).join(under)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// Lowest first. A file may name its own layer and those before it.
const LAYERS: [&str; 18] = [
    "written",
    "version",
    "among",
    "term",
    "text",
    "time",
    "law",
    "place",
    "body",
    "catalogue",
    "route",
    "register",
    "case",
    "oversight",
    "exports",
    "strategies",
    "schema",
    "manual",
];

fn layer(path: &Path) -> Option<usize> {
    let inner = path.strip_prefix(Path::new(ROOT).join("src")).unwrap();
    let first = inner.components().next().unwrap().as_os_str().to_str().unwrap();
    LAYERS.iter().position(|it| *it == first.trim_end_matches(".rs"))
}

/// Code lines, without docs, comments and the strings of doc tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

#[test]
fn imports_point_down_only() {
    let mut seen = 0;
    for (path, text) in sources("src") {
        let Some(own) = layer(&path) else {
            assert!(path.ends_with("lib.rs"), "{}: no layer", path.display());
            continue;
        };
        let code: String = code(&text).collect::<Vec<_>>().join(" ");
        for (at, name) in LAYERS.iter().enumerate() {
            let grouped = code.split("use crate::{").skip(1).filter_map(|it| it.split("};").next());
            let in_group = grouped
                .flat_map(|it| it.split([' ', ',', '{']))
                .any(|it| it == *name || it.starts_with(&format!("{name}::")));
            let direct = code.contains(&format!("crate::{name}::"));
            if in_group || direct {
                seen += 1;
                // the ground floor is one: words, texts and moments become facts of the law's, which are made of them
                let drawn = matches!(
                    (LAYERS[own], *name),
                    ("text", "term" | "law") | ("time", "text") | ("term", "text" | "law")
                );
                assert!(at <= own || drawn, "{} names {name}, which stands above it", path.display());
            }
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn the_model_uses_nothing_of_the_crate_nor_of_the_tests_that_do() {
    for (path, text) in sources("tests/it/model") {
        for line in code(&text) {
            assert!(!line.contains("tongquan::"), "{}: {line}", path.display());
            let of_the_tests = line.matches("crate::").count() - line.matches("crate::model::").count();
            assert_eq!(of_the_tests, 0, "{}: {line}", path.display());
        }
    }
}

#[test]
fn what_may_grow_is_not_matched_out() {
    let mut grows = 0;
    for (path, text) in sources("src") {
        for (before, _) in text.match_indices("A later version may add some.").map(|(at, _)| text.split_at(at)) {
            let attributes = text[before.len()..].split("pub enum ").next().unwrap();
            assert!(attributes.contains("#[non_exhaustive]"), "{}", path.display());
            grows += 1;
        }
    }
    assert_eq!(grows, 3);
}

#[test]
fn no_file_of_logic_is_much_over_four_hundred_lines() {
    for (path, text) in sources("src").into_iter().chain(sources("seeds")).chain(sources("tests")) {
        let table = path.file_name().unwrap().to_str().unwrap().starts_with("table")
            && path.starts_with(Path::new(ROOT).join("src"));
        let lines = code(&text).filter(|it| !it.is_empty()).count();
        assert!(table || lines <= 400, "{}: {lines} lines", path.display());
    }
}

#[test]
fn nothing_reads_a_clock_a_file_or_the_environment() {
    for (path, text) in sources("src") {
        for word in
            ["::now(", "std::fs", "std::env", "std::net", "SystemTime", "Instant", "thread_rng", "static mut", "unsafe"]
        {
            assert!(!code(&text).any(|line| line.contains(word)), "{}: {word}", path.display());
        }
    }
}

#[test]
fn the_default_build_has_the_five_packages_and_no_build_script() {
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let mut names: Vec<&str> = section
        .lines()
        .filter(|line| !line.contains("optional = true"))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["chrono", "once_cell", "serde", "strum", "thiserror"]);
    let named = manifest.lines().any(|line| line.split_once('=').is_some_and(|(name, _)| name.trim() == "build"));
    assert!(!Path::new(ROOT).join("build.rs").exists() && !named);
    assert!(section.contains("chrono = { version") && section.contains("default-features = false"));
}
