//! Tells which compiler it is, and writes the matches that a patient hand would write: from an item's name or key, and from a region's name, to its place.

use std::{env, fmt::Write, fs, path::Path, process::Command};

fn main() {
    let rustc = env::var_os("RUSTC").expect("set by cargo");
    let told = Command::new(rustc).arg("--version").output().expect("a compiler").stdout;
    println!("cargo::rustc-env=RUST={}", String::from_utf8(told).expect("text").trim());
    let seeds = Path::new("../../seeds");
    let (annex, regions) = (read(&seeds.join("annex1.tsv")), read(&seeds.join("regions.tsv")));
    let names = annex.iter().map(|row| row[2].clone());
    let keys = annex.iter().map(|row| format!("A1-{}", row[0]));
    let labels = regions.iter().map(|row| row[2].clone());
    let text = [to_match("by_name", names), to_match("by_key", keys), to_match("by_region", labels)].concat();
    fs::write(Path::new(&env::var("OUT_DIR").expect("set by cargo")).join("names.rs"), text).expect("a directory");
}

/// The rows below the heading.
fn read(at: &Path) -> Vec<Vec<String>> {
    println!("cargo::rerun-if-changed={}", at.display());
    let text = fs::read_to_string(at).expect("a list of the crate");
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn to_match(function: &str, names: impl Iterator<Item = String>) -> String {
    let mut text = format!("pub fn {function}(name: &str) -> Option<usize> {{\n    Some(match name {{\n");
    for (at, name) in names.enumerate() {
        writeln!(text, "        {name:?} => {at},").expect("a string grows");
    }
    text + "        _ => return None,\n    })\n}\n"
}
