//! Builds all mutants that cargo-mutants lists into one copy of the crate, each beside what it changes, and asks the tests with one of them switched on after the
//! other.

use std::collections::{HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::edit::Edited;
use crate::mutant::{Here, Mutant};

mod edit;
mod mutant;
mod rewrite;

const USAGE: &str = "usage: tongquan-switch LIST COPY [-- NEXTEST…]: LIST as of `cargo mutants --list --json`, COPY a clone that may be changed";

const OUTLIVED: &str = "outlived";
/// Mutants that do not compile beside the others, and the names of functions that must be constant: kept, so that a second run begins where the first ended.
const LEFT: &str = "target/left_out.txt";
const KEPT: &str = "target/constant.txt";

/// What the copy asks before each change.
const MODULE: &str = "
#[doc(hidden)]
pub mod mutant {
    pub fn on() -> usize {
        static ON: std::sync::LazyLock<usize> = std::sync::LazyLock::new(|| std::env::var(\"MUTANT\").ok().and_then(|on| on.parse().ok()).unwrap_or(0));
        *ON
    }
}
";

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let (list, copy) = (args.next().context(USAGE)?, PathBuf::from(args.next().context(USAGE)?));
    ensure!(args.next().is_none_or(|dashes| dashes == "--"), USAGE);
    let asked: Vec<String> = args.collect();
    let mutants: Vec<Mutant> = serde_json::from_slice(&fs::read(&list).with_context(|| list.clone())?)?;
    let left = build(&mutants, &copy)?;
    println!("{} of {} can be switched", mutants.len() - left.len(), mutants.len());
    ensure!(ask(&copy, &asked, 0)?, "the tests fail where nothing is changed");
    let outlived = tell(&mutants, &left, &copy, &asked)?;
    let caught = mutants.len() - left.len() - outlived.len();
    leave(&mutants, &left | &outlived, &copy)?;
    println!(
        "{caught} caught, {} outlived: target/outcomes.tsv; target/left.toml asks for these and what was left out",
        outlived.len()
    );
    Ok(())
}

fn cargo(copy: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(copy).env("CARGO_TARGET_DIR", "target").env("RUSTFLAGS", "--cfg quick --cap-lints allow");
    cargo
}

/// What git tells of the copy.
fn git(copy: &Path, asked: &[&str]) -> Result<String> {
    let told = Command::new("git").current_dir(copy).args(asked).output()?;
    ensure!(told.status.success(), "git {}: {}", asked.join(" "), String::from_utf8_lossy(&told.stderr));
    Ok(String::from_utf8(told.stdout)?)
}

/// Writes all of them into the copy, but for those that do not compile; tells which these are.
fn build(mutants: &[Mutant], copy: &Path) -> Result<HashSet<usize>> {
    let mut files: HashMap<&Path, Here<'_>> = HashMap::new();
    for (at, mutant) in mutants.iter().enumerate() {
        files
            .entry(&mutant.file)
            .or_default()
            .entry((mutant.genre, mutant.span.start))
            .or_default()
            .push((at + 1, mutant));
    }
    // functions call each other from everywhere: all files are rewritten, those without a mutant too
    let none = Here::new();
    let texts: Vec<(PathBuf, String)> = sources(copy)?;
    let mut kept = noted(copy, KEPT);
    let known = noted(copy, LEFT);
    let mut left: HashSet<usize> =
        (1..).zip(mutants).filter(|(_, it)| known.contains(&it.name)).map(|(number, _)| number).collect();
    loop {
        let mut edited: HashMap<&Path, Edited> = HashMap::new();
        for (file, text) in &texts {
            let here = files.get(file.as_path()).unwrap_or(&none);
            let mut rewritten =
                rewrite::rewrite(text, here, &left, &kept).with_context(|| file.display().to_string())?;
            if file.ends_with("src/lib.rs") {
                rewritten.text += MODULE;
            }
            // what stays as it is, is not built again
            if fs::read_to_string(copy.join(file))? != rewritten.text {
                fs::write(copy.join(file), &rewritten.text)?;
            }
            edited.insert(file, rewritten);
        }
        note(copy, KEPT, kept.iter())?;
        note(copy, LEFT, left.iter().map(|number| &mutants[number - 1].name))?;
        let errors = errors(copy)?;
        let Some(first) = errors.first() else {
            let stand: HashSet<usize> = edited.values().flat_map(Edited::mutants).collect();
            return Ok((1..=mutants.len()).filter(|number| !stand.contains(number)).collect());
        };
        let known = left.len() + kept.len();
        errors.iter().for_each(|error| mend(error, &edited, &mut left, &mut kept));
        ensure!(left.len() + kept.len() > known, "no mutant is known to bring this about: {}", first["rendered"]);
        println!("{} left out, {} names are of constant functions", left.len(), kept.len());
    }
}

/// What was noted in the copy, a line each.
fn noted(copy: &Path, file: &str) -> HashSet<String> {
    fs::read_to_string(copy.join(file)).unwrap_or_default().lines().map(str::to_owned).collect()
}

fn note<'n>(copy: &Path, file: &str, names: impl Iterator<Item = &'n String>) -> Result<()> {
    let mut lines: Vec<&str> = names.map(String::as_str).collect();
    lines.sort_unstable();
    Ok(fs::write(copy.join(file), lines.join("\n"))?)
}

/// The sources, by their paths in the copy.
fn sources(copy: &Path) -> Result<Vec<(PathBuf, String)>> {
    let (mut folders, mut sources) = (vec![PathBuf::from("src")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(copy.join(&folder)).with_context(|| copy.display().to_string())? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                // as it is committed: it may have been rewritten before
                let text = git(copy, &["show", &format!("HEAD:{}", path.display())])?;
                sources.push((path, text));
            }
        }
    }
    Ok(sources)
}

/// What the compiler refuses: of the crate, and where it is right, of its tests, which call constant functions in constants too.
fn errors(copy: &Path) -> Result<Vec<Value>> {
    for of in ["--lib", "--test=it"] {
        let Output { stdout, .. } =
            cargo(copy).args(["check", of, "--message-format=json"]).stderr(Stdio::null()).output()?;
        let lines = stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
        let told = lines.map(serde_json::from_slice::<Value>).collect::<Result<Vec<_>, _>>()?.into_iter();
        let messages = told.filter(|it| it["reason"] == "compiler-message").map(|mut it| it["message"].take());
        let is_error =
            |it: &Value| it["level"] == "error" && it["spans"].as_array().is_some_and(|spans| !spans.is_empty());
        let errors: Vec<Value> = messages.filter(is_error).collect();
        if !errors.is_empty() {
            return Ok(errors);
        }
    }
    Ok(Vec::new())
}

/// Leaves out what an error comes from; a function that must be constant stays so.
fn mend(error: &Value, edited: &HashMap<&Path, Edited>, left: &mut HashSet<usize>, kept: &mut HashSet<String>) {
    let text = error["message"].as_str().unwrap_or_default();
    if let Some(path) = text.strip_prefix("cannot call non-const ").and_then(|rest| rest.split('`').nth(1))
        && let Some(name) = path.rsplit("::").find(|part| !part.starts_with('<'))
        && name != "on"
    {
        kept.insert(name.to_owned());
        return;
    }
    let spans = error["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
    let (first, others): (Vec<&Value>, Vec<&Value>) = spans.iter().partition(|span| span["is_primary"] == true);
    let of = |span: &&Value| {
        let file = edited.get(Path::new(span["file_name"].as_str()?))?;
        let mutants = file.at(usize::try_from(span["byte_start"].as_u64()?).ok()?);
        (!mutants.is_empty()).then_some(mutants)
    };
    left.extend(first.iter().chain(&others).find_map(of).unwrap_or_default());
}

/// Writes a configuration by which cargo-mutants asks what could not be switched, and what no test saw.
fn leave(mutants: &[Mutant], left: HashSet<usize>, copy: &Path) -> Result<()> {
    let mut names: Vec<&str> = left.into_iter().map(|number| mutants[number - 1].name.as_str()).collect();
    names.sort_unstable();
    let literal = |sign: char| (sign.is_ascii_punctuation()).then_some('\\').into_iter().chain([sign]);
    let names: String = names
        .into_iter()
        .map(|name| format!("  '{}',\n", name.chars().flat_map(literal).collect::<String>()))
        .collect();
    let config = fs::read_to_string(copy.join("tests/mutants/mutants.toml"))?;
    fs::write(copy.join("target/left.toml"), format!("{config}\nexamine_re = [\n{names}]\n"))?;
    Ok(())
}

/// Whether all tests pass.
fn ask(copy: &Path, asked: &[String], mutant: usize) -> Result<bool> {
    // a drawn test that a mutant failed has kept what it drew, which the next would begin with
    git(copy, &["checkout", "--quiet", "tests"])?;
    git(copy, &["clean", "--quiet", "--force", "tests"])?;
    let mut nextest = cargo(copy);
    nextest
        .args(["nextest", "run", "--test=it", "--config-file=tests/mutants/nextest.toml", "--profile=quick"])
        .args(asked);
    nextest.env("MUTANT", mutant.to_string()).stdout(Stdio::null());
    if mutant != 0 {
        nextest.stderr(Stdio::null());
    }
    let status = nextest.status().context("cargo-nextest")?;
    match status.code() {
        Some(0) => Ok(true),
        Some(100) => Ok(false),
        _ => bail!("cargo-nextest came to {status} with mutant {mutant}"),
    }
}

/// Asks each that was not asked before, and notes what comes of it; tells which outlived it.
fn tell(mutants: &[Mutant], left: &HashSet<usize>, copy: &Path, asked: &[String]) -> Result<HashSet<usize>> {
    let path = copy.join("target/outcomes.tsv");
    let before = fs::read_to_string(&path).unwrap_or_default();
    let known: HashMap<&str, &str> =
        before.lines().filter_map(|line| line.split_once('\t')).map(|(told, name)| (name, told)).collect();
    let mut outcomes = OpenOptions::new().create(true).append(true).open(&path)?;
    let mut outlived = HashSet::new();
    for (number, mutant) in (1..).zip(mutants).filter(|(number, _)| !left.contains(number)) {
        let lives = match known.get(mutant.name.as_str()) {
            Some(told) => *told == OUTLIVED,
            None => {
                let lives = ask(copy, asked, number)?;
                writeln!(outcomes, "{}\t{}", if lives { OUTLIVED } else { "caught" }, mutant.name)?;
                lives
            }
        };
        if lives {
            outlived.insert(number);
        }
    }
    Ok(outlived)
}
