//! Writes the generated tables of the crate out of `seeds/*.tsv`.
//!
//! From the root of the package:
//!
//! ```text
//! rustc --edition 2024 seeds/generate/main.rs -o target/generate && target/generate
//! ```
//!
//! With `--check` it writes nothing, and fails naming each table that no longer is what the seeds say. It needs only the standard library and
//! none of the crate, so it also runs while the tables do not compile. The integration tests include it as a module.

mod body;
mod catalogue;
mod day;
mod duty;
mod law;
mod page;
mod place;
mod region;
mod time;
mod tsv;
mod village;

use std::{fmt::Write as _, path::Path, process::ExitCode};

pub(crate) use tsv::Fault;

/// Every generated file, by its path in the package, with what the seeds under `root` say it contains.
pub(crate) fn tables(root: &Path) -> Result<Vec<(&'static str, String)>, Fault> {
    let mut fault = Fault::default();
    let departments = body::read(root, &mut fault);
    let regions = region::read(root, &mut fault);
    let clauses = law::read_clauses(root, &mut fault);
    let silences = law::read_silences(root, &mut fault);
    let law = law::table(
        root,
        clauses.as_deref(),
        silences.as_deref(),
        departments.as_deref(),
        regions.as_deref(),
        &mut fault,
    );
    let time = time::table(root, &mut fault);
    let place = place::tables(root, regions.as_deref(), &mut fault);
    let catalogue = catalogue::table(root, departments.as_deref(), regions.as_deref(), &mut fault);
    let duty = duty::table(root, clauses.as_deref(), departments.as_deref(), regions.as_deref(), &mut fault);
    let body = departments.as_deref().map(body::table);
    let silences = silences.as_deref().map(page::silences);
    let glossary = page::glossary(root, &mut fault);
    match (law, time, place, body, catalogue, duty, silences, glossary) {
        (
            Some(law),
            Some(time),
            Some((place, villages)),
            Some(body),
            Some(catalogue),
            Some(duty),
            Some(silences),
            Some(glossary),
        ) if fault.count() == 0 => Ok(vec![
            ("src/law/table.rs", law),
            ("src/time/table.rs", time),
            ("src/place/table.rs", place),
            ("src/place/table_villages.rs", villages),
            ("src/body/table.rs", body),
            ("src/catalogue/table.rs", catalogue),
            ("src/register/obligation/table.rs", duty),
            ("src/manual/silences.md", silences),
            ("src/manual/glossary.md", glossary),
        ]),
        _ => Err(fault),
    }
}

/// A generated file up to its first item.
fn head(seeds: &str) -> String {
    let seeds: Vec<String> = seeds.split(' ').map(|seed| format!("seeds/{seed}.tsv")).collect();
    format!("// Generated from {} by seeds/generate. Edit the seeds, not this file.\n", seeds.join(", "))
}

/// A static array, one row a line.
fn rows(out: &mut String, name: &str, kind: &str, rows: &[String]) {
    let _ = writeln!(out, "\npub(super) static {name}: [{kind}; {}] = [", rows.len());
    for row in rows {
        let _ = writeln!(out, "    {row},");
    }
    out.push_str("];\n");
}

/// What a public enum is beside its variants.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    /// It is read and written by its name.
    serde: bool,
    /// The crate may know more of it one day.
    grows: bool,
}

/// A public enum, its variants with their docs; its own may have several lines.
fn enumeration(
    out: &mut String,
    name: &str,
    doc: &str,
    shape: Shape,
    variants: impl IntoIterator<Item = (String, String)>,
) {
    let (derives, attribute) = if shape.serde {
        (
            ", serde::Serialize, serde::Deserialize",
            "#[cfg_attr(feature = \"schema\", derive(schemars::JsonSchema))]\n#[serde(rename_all = \"snake_case\")]\n",
        )
    } else {
        ("", "")
    };
    let (more, open) = if shape.grows { (" A later version may add some.", "#[non_exhaustive]\n") } else { ("", "") };
    let (first, rest) = doc.split_once('\n').unwrap_or((doc, ""));
    let _ = writeln!(out, "\n/// {first}{more}");
    for line in rest.lines() {
        let _ = writeln!(out, "{}", format!("/// {line}").trim_end());
    }
    let _ = write!(
        out,
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter{derives})]\n{attribute}{open}#[repr(u8)]\npub enum {name} {{\n",
    );
    for (variant, doc) in variants {
        let _ = writeln!(out, "    /// {doc}\n    {variant},");
    }
    out.push_str("}\n");
}

/// A slice of a generated row.
fn slice<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let cells: Vec<T> = cells.into_iter().collect();
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("&[{}]", cells.join(", "))
}

/// A string as Rust writes it.
fn quoted(cell: &str) -> String {
    format!("{cell:?}")
}

#[allow(dead_code, reason = "unused where the tests include this file as a module")]
#[expect(
    clippy::disallowed_methods,
    reason = "the generator is a tool beside the crate: it has an argument, and writes files"
)]
fn main() -> ExitCode {
    let check = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [only] if only == "--check" => true,
        _ => {
            eprintln!("usage: generate [--check]");
            return ExitCode::FAILURE;
        }
    };
    let tables = match tables(Path::new(".")) {
        Ok(tables) => tables,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::FAILURE;
        }
    };
    let mut end = ExitCode::SUCCESS;
    for (path, contents) in tables {
        if check {
            if std::fs::read_to_string(path).ok().as_ref() != Some(&contents) {
                eprintln!("{path} is not what the seeds say; generate it anew");
                end = ExitCode::FAILURE;
            }
        } else if let Err(why) = std::fs::write(path, contents) {
            eprintln!("{path} cannot be written: {why}");
            end = ExitCode::FAILURE;
        }
    }
    end
}
