//! What was measured, and where.

use std::{fs, thread};

const LOCK: &str = include_str!("../Cargo.lock");

const PEERS: [&str; 10] = [
    "casbin",
    "cedar-policy",
    "chrono",
    "postcard",
    "process_mining",
    "regorus",
    "rust-fsm",
    "serde_json",
    "statig",
    "zen-engine",
];

/// The versions of the peers and of the compiler, and the processor where it tells.
pub fn run() -> String {
    let versions: Vec<String> = PEERS.iter().map(|it| format!("{it} {}", version(it))).collect();
    let cores = thread::available_parallelism().map_or("–".to_owned(), |it| it.to_string());
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|it| model(&it));
    let processor = processor.unwrap_or_else(|| "unknown processor".to_owned());
    format!("{}.\n{}, {processor}, {cores} cores.", versions.join(", "), env!("RUST"))
}

fn version(of: &str) -> &'static str {
    let name = format!("name = \"{of}\"");
    let mut lines = LOCK.lines().skip_while(|it| *it != name).skip(1);
    let version = lines.next().and_then(|it| it.strip_prefix("version = ")).expect("a package that is locked");
    version.trim_matches('"')
}

fn model(cpuinfo: &str) -> Option<String> {
    let model = cpuinfo.lines().find(|it| it.starts_with("model name"))?;
    Some(model.split_once(':')?.1.trim().to_owned())
}
