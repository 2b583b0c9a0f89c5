//! `src/register/obligation/table.rs`: what the clauses of the document ask of whom.

use std::path::Path;

use super::{
    Shape,
    body::Department,
    day::Day,
    enumeration, head,
    law::{DEPARTMENTS, REGIONS},
    region::Region,
    rows, slice,
    tsv::{self, At, Fault, Line, Unique, optional, parts, required, word},
};

/// Groups of units: what stands for them here, what they are, and how a clause's own line calls them.
const GROUPS: [(&str, (&str, &str)); 7] = [
    ("regions", ("Regions", REGIONS)),
    ("regions:centre", ("RegionsWithCentre", REGIONS)),
    ("departments", ("Departments", DEPARTMENTS)),
    ("departments:direct", ("DepartmentsWith(Modality::Direct)", DEPARTMENTS)),
    ("departments:window", ("DepartmentsWith(Modality::Window)", DEPARTMENTS)),
    ("departments:review", ("DepartmentsWith(Modality::Review)", DEPARTMENTS)),
    ("departments:intake", ("DepartmentsWith(Modality::Intake)", DEPARTMENTS)),
];

/// The clause whose line the document leaves out (`S55`).
const OF_NOBODY: &str = "P4.3";

/// What readiness can lack that tells whether a duty was done.
const GAPS: [&str; 12] = [
    "NotChosen",
    "SealNotNamed",
    "NoHandler",
    "NoCentre",
    "NotStationed",
    "NoStandard",
    "NoAdviser",
    "NoStaffPosted",
    "NoSealNo2",
    "NoElectronicSeal",
    "NoElectronicLicence",
    "NotOnPlatform",
];

/// What a clause says that its duties are held against.
#[derive(Clone, Copy)]
struct Clause<'c> {
    id: &'c str,
    /// The units of its own line.
    leads: &'c str,
    bearers: &'c str,
    due: &'c str,
}

impl<'c> Clause<'c> {
    fn of(Line { cells: [id, _, _, _, leads, bearers, due], .. }: &'c Line<7>) -> Self {
        Self { id, leads, bearers, due }
    }
}

/// Writes the table; units are only known where departments and regions could be read.
pub(crate) fn table(
    root: &Path,
    clauses: Option<&[Line<7>]>,
    departments: Option<&[Department]>,
    regions: Option<&[Region]>,
    fault: &mut Fault,
) -> Option<String> {
    let lines = tsv::read(root, "duties.tsv", ["name", "clause", "zh", "en", "bearers", "due", "proof"], fault)?;
    let known = departments.zip(regions);
    let before = fault.count();
    let (mut names, mut zhs, mut ens) = (Unique::new("name"), Unique::new("zh"), Unique::new("en"));
    let (mut variants, mut table) = (Vec::new(), Vec::new());
    for Line { at, cells: [name, clause, zh, en, bearers, due, proof] } in lines {
        let variant = variant(&name, at, fault);
        names.see(&name, at, fault);
        zhs.see(required(&zh, "zh", at, fault), at, fault);
        ens.see(required(&en, "en", at, fault), at, fault);
        let of = clauses.and_then(|known| known.iter().map(Clause::of).find(|it| it.id == clause));
        if clauses.is_some() && of.is_none() {
            fault.add(at, format_args!("unknown clause {clause:?}"));
        }
        required(&bearers, "bearers", at, fault);
        let bearers = parts(&bearers, "bearers", at, fault).into_iter();
        let bearers = bearers.filter_map(|unit| bearer(unit, known?, of, at, fault)).collect::<Vec<_>>();
        let due = when(&due, of, at, fault);
        let proof = shown(&proof, at, fault);
        let clause = clause.replace('.', "");
        table.push(format!(
            "ObligationRow {{ obligation: Obligation::{variant}, id: {name:?}, clause: Clause::{clause}, zh: {zh:?}, en: {en:?}, binds: {}, due: {due}, proof: {proof} }}",
            slice(bearers),
        ));
        variants.push((variant, format!("{zh} {en}")));
    }
    known.filter(|_| fault.count() == before)?;
    let mut out = head("duties");
    out.push_str(
        "use super::{Binds, Due, ObligationRow, Proof, Responsible, Rhythm};\nuse crate::{body::Department, catalogue::Modality, law::Clause, place::Region, route::Gap, time::day};\n",
    );
    enumeration(
        &mut out,
        "Obligation",
        r##"责任: what a clause of 济政字〔2021〕30号 asks of somebody beside the handling of cases, one thing each, as we read them.

```
use tongquan::{Office, law::Clause, register::{Due, Obligation}};
let adviser: Obligation = serde_json::from_str(r#""name_advisers""#)?; // as evidence writes it
assert_eq!(adviser.clause(), Clause::C10);
assert_eq!(adviser.due(), Due::By("2021-06-30".parse()?));
// each department that has items of the reform owes it, on a day
assert_eq!(Office::built_in().now().bound(adviser, "2024-03-04".parse()?).len(), 11);
# Ok::<(), Box<dyn std::error::Error>>(())
```"##,
        Shape { serde: true, grows: true },
        variants,
    );
    rows(&mut out, "OBLIGATIONS", "ObligationRow", &table);
    Some(out)
}

/// A unit or group of the clause's own line: a department or region may be meant by the group that it is of.
fn bearer(
    unit: &str,
    (departments, regions): (&[Department], &[Region]),
    of: Option<Clause<'_>>,
    at: At,
    fault: &mut Fault,
) -> Option<String> {
    let group = GROUPS.iter().find(|(word, _)| *word == unit).map(|(_, it)| *it);
    let department = departments.iter().find(|it| it.name == unit);
    let region = regions.iter().find(|it| it.name == unit);
    let (code, called) = match (group, department, region) {
        (Some((code, called)), ..) => (code.to_owned(), called),
        (_, Some(it), _) => (format!("Only(Responsible::Department(Department::{}))", it.id), DEPARTMENTS),
        (.., Some(it)) => (format!("Only(Responsible::Region(Region::{}))", it.id), REGIONS),
        (None, None, None) => {
            fault.add(at, format_args!("unknown unit {unit:?} in bearers"));
            return None;
        }
    };
    if let Some(clause) = of.filter(|it| it.id != OF_NOBODY)
        && ![clause.leads, clause.bearers]
            .into_iter()
            .flat_map(|it| it.split('；'))
            .any(|it| it == unit || it == called)
    {
        fault.add(at, format_args!("{unit:?} is not among the units of {}", clause.id));
    }
    Some(format!("Binds::{code}"))
}

/// By when: a day that the clause has, or how often.
fn when(due: &str, of: Option<Clause<'_>>, at: At, fault: &mut Fault) -> String {
    match due {
        "-" => return "Due::Open".to_owned(),
        "year" => return "Due::Every(Rhythm::Year)".to_owned(),
        "half_year" => return "Due::Every(Rhythm::HalfYear)".to_owned(),
        _ => {}
    }
    if let Some(clause) = of.filter(|it| !it.due.split(';').any(|day| day == due)) {
        fault.add(at, format_args!("{} names no day {due:?}", clause.id));
    }
    Day::read(due, at, fault).map_or_else(String::new, |day| format!("Due::By({})", day.code()))
}

/// By evidence, or by what readiness lacks.
fn shown(proof: &str, at: At, fault: &mut Fault) -> String {
    if required(proof, "proof", at, fault) == "evidence" {
        return "Proof::Evidence".to_owned();
    }
    let known: Vec<(&str, &str)> = GAPS.map(|it| (it, it)).into();
    let gaps = parts(proof, "proof", at, fault).into_iter();
    let gaps = gaps.filter_map(|gap| word(gap, "proof", &known, at, fault)).map(|gap| format!("Gap::{gap}"));
    format!("Proof::Registers({})", slice(gaps.collect::<Vec<_>>()))
}

/// The name of the variant, out of words in small letters: that is how serde writes it.
fn variant(name: &str, at: At, fault: &mut Fault) -> String {
    let fit = |word: &str| !word.is_empty() && word.chars().all(|it| it.is_ascii_lowercase());
    if optional(name).is_none() || !name.split('_').all(fit) {
        fault.add(at, format_args!("name {name:?} is not of words in small letters joined by \"_\""));
    }
    let upper = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|it| it.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(upper).collect()
}
