use std::{collections::BTreeSet, error::Error, fs, path::Path};

use serde_json::Value;
use tongquan::{
    AnyCase, Office,
    case::Record,
    oversight::{Dossier, Licence, OnCase},
};

/// What is exported.
pub(crate) struct Given {
    pub(crate) cases: Vec<AnyCase>,
    pub(crate) licences: Vec<Dossier<Licence>>,
}

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The golden case that the golden dossier of a licence is of.
const LICENSED: &str = "2024-000001";

impl Given {
    /// Every golden journal, each under a number of its own, two under those that others refer to; and the golden dossier of a licence.
    pub(crate) fn golden() -> Result<Self, Box<dyn Error>> {
        let golden = Path::new(ROOT).join("tests/golden");
        let mut given = Self { cases: Vec::new(), licences: Vec::new() };
        let names: BTreeSet<_> = fs::read_dir(&golden)?.map(|it| it.map(|it| it.path())).collect::<Result<_, _>>()?;
        for path in names.into_iter().filter(|it| it.is_file()) {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let Ok(mut journal) = serde_json::from_str::<Value>(&fs::read_to_string(&path)?) else { continue };
            let Some(number) = journal.pointer_mut("/0/file/step/case").filter(|_| stem != "amended_journals") else {
                continue;
            };
            *number = match stem.as_str() {
                "review" => LICENSED.into(),
                "lapsed" => "WS-2023-0911".into(),
                "window" => "2024-000088".into(),
                _ => format!("{}-{stem}", number.as_str().unwrap_or_default()).into(),
            };
            given.cases.push(serde_json::from_value(journal).map_err(|why| format!("{stem}: {why}"))?);
        }
        let office: Office = serde_json::from_str(&fs::read_to_string(Path::new(ROOT).join("examples/office.json"))?)?;
        let mut dossiers: Value = serde_json::from_str(&fs::read_to_string(golden.join("dossiers.json"))?)?;
        let minutes = serde_json::from_value(dossiers["licence"].take())?;
        let case = given.cases.iter().find(|it| it.record().id().as_str() == LICENSED).ok_or("no such case")?;
        given.licences.push(Dossier::prove(minutes, OnCase { record: case.record(), office: &office })?);
        Ok(given)
    }

    /// The cases of JSON Lines, a journal in each. A number that is there already is another version of the same case.
    pub(crate) fn add_lines(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            self.cases.push(serde_json::from_str(line).map_err(|why| format!("line {number}: {why}"))?);
        }
        Ok(())
    }

    pub(crate) fn records(&self) -> impl Iterator<Item = &Record> {
        self.cases.iter().map(AnyCase::record)
    }
}
