//! `src/manual/silences.md` and `src/manual/glossary.md`: what people read whole.

use std::{fmt::Write as _, path::Path};

use super::{Fault, tsv};

pub(crate) fn silences(lines: &[tsv::Line<4>]) -> String {
    let mut out = head(
        "silences",
        "留白",
        "What the document and the law beside it leave open, and how the crate settles it. Each is ours, cited by its number, and never mixed with law. Where the city settles one \
         otherwise, it is a change of rules, told in the changes.",
    );
    for tsv::Line { cells: [id, zh, en, _], .. } in lines {
        let _ = writeln!(out, "**{id}** {zh} {en}\n");
    }
    out
}

pub(crate) fn glossary(root: &Path, fault: &mut Fault) -> Option<String> {
    let lines = tsv::read(root, "glossary.tsv", ["zh", "en", "note"], fault)?;
    let mut out = head(
        "glossary",
        "词表",
        "The document's own words, and the field's English terms, which the crate's names follow.",
    );
    out.push_str("| 中文 | English | |\n| --- | --- | --- |\n");
    for tsv::Line { cells: [zh, en, note], .. } in lines {
        let _ = writeln!(out, "| {zh} | {en} | {} |", tsv::optional(&note).unwrap_or_default());
    }
    Some(out)
}

fn head(seed: &str, title: &str, what: &str) -> String {
    format!(
        "<!-- Generated from seeds/{seed}.tsv by seeds/generate. Edit the seeds, not this file. -->\n\n# {title}\n\n{what}\n\n"
    )
}
