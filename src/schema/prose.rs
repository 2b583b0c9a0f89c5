//! What stands in the docs of types, for readers who have no docs.rs before them: without links, and without code.

use schemars::Schema;
use serde_json::Value;
use strum::IntoEnumIterator;

use crate::law::Rule;

/// Its description as plain prose, and no format that is Rust's own: bounds tell what a number may be.
pub(super) fn plain(schema: &mut Schema) {
    if schema.get("format").and_then(Value::as_str).is_some_and(|it| it.starts_with("int") || it.starts_with("uint")) {
        schema.remove("format");
    }
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = unlinked(&uncoded(text));
    }
}

/// Without examples, each paragraph one line.
fn uncoded(text: &str) -> String {
    let prose = text.split("```").step_by(2).collect::<String>();
    let paragraphs = prose.split("\n\n").map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    // where an example stands is of no use without it
    paragraphs.filter(|it| !it.is_empty() && !it.starts_with("See the example of")).collect::<Vec<_>>().join("\n\n")
}

/// Before and after the bracket that opens a link: not one within code, unless the code is all that the link shows.
fn split_at_link(text: &str) -> Option<(&str, &str)> {
    let opens = |at: usize| text.get(..at).is_some_and(|it| it.matches('`').count().is_multiple_of(2));
    let at = text.match_indices('[').map(|(at, _)| at).find(|at| opens(*at))?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Of links, what they show; of those to rules, the id that stands on the wire.
fn unlinked(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = split_at_link(rest) {
        let Some((shown, after)) = link.split_once(']') else { break };
        told.push_str(before);
        let (target, after) = match after.strip_prefix('(').and_then(|it| it.split_once(')')) {
            Some((target, after)) => (target, after),
            None => ("", after),
        };
        let rule = target.rsplit_once("Rule::");
        let rule = rule.and_then(|(_, name)| Rule::iter().find(|it| format!("{it:?}") == name));
        // a path of Rust tells nobody else anything
        let shown = shown.trim_matches('`');
        let shown = shown.rsplit_once("::").map_or(shown, |(_, name)| name);
        told.push_str(rule.map_or(shown, |it| it.id()));
        rest = after;
    }
    told + rest
}
