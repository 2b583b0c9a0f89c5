//! The corpora that are checked in, an input a line: after `=` it stands as it is; one of several lines is a JSON text, one that is no text a list of bytes.
//!
//! ```text
//! corpus keep CONTROL MOST FILE    of what a merge went through (-merge_control_file), what covers most edges in so many bytes
//! corpus unpack FILE FOLDER        the inputs as files, for the fuzzer
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a program that stops where its files are not as they were"
)]

use std::{
    collections::{BinaryHeap, HashSet},
    fs,
    path::Path,
};

use serde_json::json;
use tongquan_fuzz::input;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["keep", control, most, file] => keep(&fs::read_to_string(control).unwrap(), most.parse().unwrap(), file),
        ["unpack", file, folder] => unpack(&fs::read_to_string(file).unwrap(), Path::new(folder)),
        _ => panic!("corpus keep CONTROL MOST FILE | corpus unpack FILE FOLDER"),
    }
}

/// An input, and the edges that it goes over.
struct Input {
    /// As it is written.
    line: String,
    edges: HashSet<u64>,
}

impl Input {
    /// What is new in it, for its length; the line of a short one costs something too.
    fn worth(&self, covered: &HashSet<u64>) -> u64 {
        let new = self.edges.difference(covered).count() as u64;
        new * 1_000_000 / (self.line.len() as u64 + 200)
    }
}

/// The files by name, then a line of edges for each: `FT number edge edge …`.
fn inputs(control: &str) -> Vec<Input> {
    let mut lines = control.lines();
    let files: usize = lines.next().unwrap().parse().unwrap();
    let names: Vec<&str> = lines.by_ref().skip(1).take(files).collect();
    let told = lines.filter_map(|it| it.strip_prefix("FT "));
    let input = |told: &str| {
        let mut numbers = told.split_whitespace().map(|it| it.parse::<u64>().unwrap());
        let file = names[numbers.next().unwrap() as usize];
        Input { line: line(&fs::read(file).unwrap()), edges: numbers.collect() }
    };
    told.map(input).collect()
}

fn keep(control: &str, most: usize, file: &str) {
    let inputs = inputs(control);
    let (mut covered, mut kept, mut bytes) = (HashSet::new(), Vec::new(), 0);
    let mut heap: BinaryHeap<(u64, usize)> =
        inputs.iter().enumerate().map(|(at, it)| (it.worth(&covered), at)).collect();
    while let Some((told, at)) = heap.pop() {
        let (input, worth) = (&inputs[at], inputs[at].worth(&covered));
        if worth == 0 || bytes + input.line.len() > most {
            continue;
        }
        if worth < told {
            heap.push((worth, at));
            continue;
        }
        covered.extend(&input.edges);
        bytes += input.line.len() + 1;
        kept.push(&*input.line);
    }
    kept.sort_unstable();
    fs::write(file, kept.join("\n") + "\n").unwrap();
    let all: HashSet<u64> = inputs.iter().flat_map(|it| &it.edges).copied().collect();
    println!("{} of {} inputs, {bytes} bytes, {} of {} edges", kept.len(), inputs.len(), covered.len(), all.len());
}

/// As [`input`] reads it.
fn line(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains(['\n', '\r']) => format!("={text}"),
        Ok(text) => json!(text).to_string(),
        Err(_) => json!(bytes).to_string(),
    }
}

fn unpack(lines: &str, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (at, line) in lines.lines().enumerate() {
        fs::write(folder.join(format!("{at:04}")), input(line)).unwrap();
    }
}
