//! `src/law/table.rs`: the clauses of the document, the silences, and the articles of law beside it.

use std::path::Path;

use super::{
    Shape,
    body::Department,
    day::Day,
    enumeration, head, quoted,
    region::Region,
    rows, slice,
    tsv::{self, Fault, Unique, optional, parts, required, variant, word},
};

/// The city departments, as a clause's own line names them together.
pub(crate) const DEPARTMENTS: &str = "市直各有关部门（单位）";
/// The regions, as a clause's own line names them together.
pub(crate) const REGIONS: &str = "各县（市、区）、功能区";

/// What a part of the file gives: the enum's variants with their docs, and the rows of its table.
#[derive(Debug, Default)]
struct Part {
    variants: Vec<(String, String)>,
    rows: Vec<String>,
}

/// Writes the table; units are only known where departments and regions could be read.
pub(crate) fn table(
    root: &Path,
    clauses: Option<&[tsv::Line<7>]>,
    silences: Option<&[tsv::Line<4>]>,
    departments: Option<&[Department]>,
    regions: Option<&[Region]>,
    fault: &mut Fault,
) -> Option<String> {
    let units = departments.zip(regions).map(|(departments, regions)| {
        let departments = departments.iter().map(|it| it.name.as_str());
        departments.chain(regions.iter().map(|it| it.name.as_str())).chain([DEPARTMENTS, REGIONS]).collect::<Vec<_>>()
    });
    let clauses = clauses.and_then(|lines| written_clauses(lines, units.as_deref(), fault));
    let silences = silences.and_then(|lines| written_silences(lines, fault));
    let articles = articles(root, fault);
    let (clauses, silences, articles) = (clauses?, silences?, articles?);
    let mut out = head("clauses silences articles");
    out.push_str("use super::{ArticleRow, ClauseRow, Parameter, SilenceRow};\nuse crate::time::day;\n");
    enumeration(
        &mut out,
        "Clause",
        r#"条款: a clause of 济政字〔2021〕30号, cited by its number. Closed by the document.

```
use tongquan::{Source, law::Clause};
let seals: Clause = "C6".parse()?;
assert_eq!((seals.cite(), seals.due()), ("第三部分第6点", &["2021-06-30".parse()?][..]));
assert!(seals.leads().contains(&"市行政审批服务局")); // as its own line of responsible units names them
assert_eq!(Source::Clause(seals).cite(), "济政字〔2021〕30号第三部分第6点");
# Ok::<(), Box<dyn std::error::Error>>(())
```"#,
        Shape::default(),
        clauses.variants,
    );
    enumeration(
        &mut out,
        "Silence",
        r#"留白: a point that the text leaves open and we settled, each by a number of ours.

```
use tongquan::{Office, Question, Region, Scope, Source, law::Silence};
let (item, place) = ("A1-36".parse()?, Region::Wenshang.into());
let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: None, day: "2024-03-04".parse()? };
// no plan names a body, so the route is the city's: that is ours, and it says so
let route = Office::built_in().route(&asked)?;
assert!(route.why().basis.contains(&Source::Silence(Silence::S11)));
assert!(!Silence::S11.is_fixed()); // data can switch it
# Ok::<(), Box<dyn std::error::Error>>(())
```"#,
        Shape { serde: false, grows: true },
        silences.variants,
    );
    enumeration(
        &mut out,
        "Article",
        r#"法条: an article of law beside the document, in the version read.

```
use tongquan::law::Article;
let extending: Article = "APL42x".parse()?;
assert_eq!((extending.law(), extending.number()), ("行政许可法(2019)", "42"));
// only in the span that is known: a day outside is refused, not guessed
assert!(extending.on("2024-03-04".parse()?).is_ok() && extending.on("2018-01-01".parse()?).is_err());
# Ok::<(), Box<dyn std::error::Error>>(())
```"#,
        Shape { serde: false, grows: true },
        articles.variants,
    );
    rows(&mut out, "CLAUSES", "ClauseRow", &clauses.rows);
    rows(&mut out, "SILENCES", "SilenceRow", &silences.rows);
    rows(&mut out, "ARTICLES", "ArticleRow", &articles.rows);
    Some(out)
}

/// The clauses as they are written.
pub(crate) fn read_clauses(root: &Path, fault: &mut Fault) -> Option<Vec<tsv::Line<7>>> {
    tsv::read(root, "clauses.tsv", ["id", "cite", "zh", "en", "leads", "bearers", "due"], fault)
}

fn written_clauses(lines: &[tsv::Line<7>], units: Option<&[&str]>, fault: &mut Fault) -> Option<Part> {
    let before = fault.count();
    let (mut ids, mut cites) = (Unique::new("id"), Unique::new("cite"));
    let mut part = Part::default();
    for tsv::Line { at, cells: [id, cite, zh, en, leads, bearers, due] } in lines {
        let at = *at;
        let name = id.replace('.', "");
        ids.see(variant(&name, at, fault), at, fault);
        cites.see(required(cite, "cite", at, fault), at, fault);
        required(zh, "zh", at, fault);
        required(en, "en", at, fault);
        let mut named = Vec::new();
        for (cell, column) in [(leads, "leads"), (bearers, "bearers")] {
            let parts = parts(cell, column, at, fault);
            for unit in &parts {
                if units.is_some_and(|units| !units.contains(unit)) {
                    fault.add(at, format_args!("unknown unit {unit:?} in {column}"));
                }
            }
            named.push(slice(parts.into_iter().map(quoted)));
        }
        let days = optional(due).into_iter().flat_map(|due| due.split(';'));
        let days: Vec<Day> = days.filter_map(|day| Day::read(day, at, fault)).collect();
        if !days.is_sorted_by(|one, next| one < next) {
            fault.add(at, format_args!("the days of {due:?} are not in order"));
        }
        let units = named.join(", bearers: ");
        part.rows.push(format!(
            "ClauseRow {{ clause: Clause::{name}, id: {id:?}, cite: {cite:?}, zh: {zh:?}, en: {en:?}, leads: {units}, due: {} }}",
            slice(days.into_iter().map(Day::code)),
        ));
        part.variants.push((name, format!("{cite}: {zh} {en}")));
    }
    (fault.count() == before).then_some(part)
}

/// The silences as they are written.
pub(crate) fn read_silences(root: &Path, fault: &mut Fault) -> Option<Vec<tsv::Line<4>>> {
    tsv::read(root, "silences.tsv", ["id", "zh", "en", "fixed"], fault)
}

fn written_silences(lines: &[tsv::Line<4>], fault: &mut Fault) -> Option<Part> {
    let before = fault.count();
    let mut part = Part::default();
    for (number, tsv::Line { at, cells: [id, zh, en, fixed] }) in (1..).zip(lines) {
        let at = *at;
        if *id != format!("S{number}") {
            fault.add(at, format_args!("id {id:?} stands where S{number} is due"));
        }
        required(zh, "zh", at, fault);
        required(en, "en", at, fault);
        let Some(fixed) = word(fixed, "fixed", &[("yes", true), ("no", false)], at, fault) else { continue };
        part.rows.push(format!(
            "SilenceRow {{ silence: Silence::{id}, id: {id:?}, zh: {zh:?}, en: {en:?}, fixed: {fixed} }}"
        ));
        part.variants.push((id.clone(), format!("{zh} {en}")));
    }
    (fault.count() == before).then_some(part)
}

/// What the rows of one article must agree on.
#[derive(Debug, PartialEq)]
struct Shared {
    id: String,
    topic: String,
    law: String,
    from: Option<Day>,
    until: Option<Day>,
    validity: String,
}

#[derive(Debug)]
struct Article {
    shared: Shared,
    number: String,
    parameters: Vec<String>,
}

fn articles(root: &Path, fault: &mut Fault) -> Option<Part> {
    let header =
        ["id", "topic", "parameter", "value", "unit", "law", "article", "note", "from", "until", "validity_source"];
    let lines = tsv::read(root, "articles.tsv", header, fault)?;
    let before = fault.count();
    let mut ids = Unique::new("id");
    let mut articles: Vec<Article> = Vec::new();
    for tsv::Line { at, cells: [id, topic, parameter, value, unit, law, number, note, from, until, validity] } in lines
    {
        for (cell, column) in [(&topic, "topic"), (&law, "law"), (&number, "article")] {
            required(cell, column, at, fault);
        }
        if optional(&unit).is_some() {
            word(&unit, "unit", &[("working_day", ()), ("day", ()), ("month", ()), ("person", ())], at, fault);
        }
        let from = optional(&from).and_then(|day| Day::read(day, at, fault));
        let until = optional(&until).and_then(|day| Day::read(day, at, fault));
        match (from, until) {
            (Some(from), Some(until)) if from > until => fault.add(at, format_args!("{from} is after {until}")),
            (None, Some(until)) => fault.add(at, format_args!("until {until}, but from no day")),
            (Some(_), _) => _ = required(&validity, "validity_source", at, fault),
            (None, None) => {}
        }
        let [name, value, unit, note] =
            [parameter, value, unit, note].map(|cell| quoted(optional(&cell).unwrap_or("")));
        let parameter =
            format!("Parameter {{ number: {number:?}, name: {name}, value: {value}, unit: {unit}, note: {note} }}");
        let shared = Shared { id, topic, law, from, until, validity };
        match articles.last_mut().filter(|last| last.shared.id == shared.id) {
            Some(last) if last.shared == shared => last.parameters.push(parameter),
            Some(_) => {
                fault.add(at, format_args!("{} has another topic, law or span than in the row above", shared.id))
            }
            None => {
                ids.see(variant(&shared.id, at, fault), at, fault);
                articles.push(Article { shared, number, parameters: vec![parameter] });
            }
        }
    }
    (fault.count() == before).then(|| written_articles(articles))
}

fn written_articles(articles: Vec<Article>) -> Part {
    let mut part = Part::default();
    for Article { shared: Shared { id, topic, law, from, until, validity }, number, parameters } in articles {
        let name: String = id.chars().take(1).chain(id.chars().skip(1).map(|it| it.to_ascii_lowercase())).collect();
        let number = number.split('(').next().unwrap_or(&number).to_owned();
        let day = |day: Option<Day>| day.map_or("None".to_owned(), |day| format!("Some({})", day.code()));
        let validity = optional(&validity).unwrap_or("");
        part.rows.push(format!(
            "ArticleRow {{ article: Article::{name}, id: {id:?}, law: {law:?}, number: {number:?}, topic: {topic:?}, parameters: {}, from: {}, until: {}, validity: {validity:?} }}",
            slice(parameters), day(from), day(until),
        ));
        part.variants.push((name, format!("{law} 第{number}条: {topic}")));
    }
    part
}
