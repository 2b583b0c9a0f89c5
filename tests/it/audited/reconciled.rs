//! That the volumes of the evidence add up to those of the tables.

use std::{collections::BTreeMap, fs};

use tongquan::{AnyCase, Office, Standing};

use super::{day, good, said};
use crate::{
    scratch::Scratch,
    simulated::{LAWFUL, WORLD},
    simulation::planted,
};

/// The line that reconciles them.
fn line<'o>(out: &'o str, head: &str) -> &'o str {
    let (_, rest) = out.split_once(&format!("\n== {head}\n")).unwrap();
    rest.lines().next().unwrap()
}

fn numbers(of: &str) -> Vec<u64> {
    of.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect()
}

fn class(of: Standing) -> Option<(&'static str, &'static str)> {
    Some(match of {
        Standing::Devolved(_) => return None,
        Standing::Reserved => ("跨区域而由市级保留", "crossing regions, and so the city's"),
        Standing::Original => ("县级原有", "county-original"),
        Standing::Chosen(_) | Standing::RegionChooses => ("三级事项", "three-tier"),
        Standing::NotDevolved => ("立案时暂不下放", "not devolved when filed"),
        Standing::Unresolved => panic!("it makes no route"),
    })
}

/// Whether an item is devolved to a region on the day, as an office knows it.
fn is_devolved(office: &Office, case: &AnyCase) -> bool {
    let edition = office.now().edition_on(day());
    let item = edition.and_then(|it| it.find(&case.record().file().item));
    item.is_some_and(|it| matches!(it.cell(case.record().region()).standing, Standing::Devolved(_)))
}

#[test]
fn every_case_is_in_a_row_or_told_with_why_it_is_in_none() {
    let mut journals = good();
    journals.extend(planted(&WORLD, 600, LAWFUL).unwrap().iter().map(|it| super::line(&it.journal)));
    let folder = Scratch::new("audit-reconciled").unwrap();
    let path = folder.file("office.json").display().to_string();
    fs::write(&path, serde_json::to_string(&WORLD.office).unwrap()).unwrap();
    let cases: Vec<AnyCase> = journals.iter().map(|it| serde_json::from_str(it).unwrap()).collect();

    for (office, named) in [(&WORLD.office, &["--office", &path][..]), (Office::built_in(), &[])] {
        let (mut devolved, mut not_devolved, mut others) = (0, 0, BTreeMap::new());
        for case in cases.iter().filter(|it| it.record().filed() <= day()) {
            match class(case.record().route().standing()) {
                Some(why) => *others.entry(why).or_insert(0_u64) += 1,
                None if is_devolved(office, case) => devolved += 1,
                None => not_devolved += 1,
            }
        }
        let none: u64 = others.values().sum();
        assert!(devolved > 100 && others.len() >= 4, "{others:?}");
        let all = devolved + not_devolved + none;
        for (language, head) in [("zh", "调整依据"), ("en", "evidence for an amendment")] {
            let arguments = [named, &["--quiet", "--on", "2024-12-31", "--lang", language]].concat();
            let told = said(&arguments, journals.join("\n")).out;
            let line = line(&told, head);
            let each = others.iter().map(|((zh, en), many)| match language {
                "zh" => format!("{zh}{many}件"),
                _ => format!("{en}: {many}"),
            });
            assert!(each.into_iter().all(|it| line.contains(&it)), "{line} {others:?}");
            let numbers = numbers(line);
            assert_eq!(numbers[..4], [all, devolved, not_devolved, none], "{line}");
            assert_eq!(numbers[4..].iter().sum::<u64>(), none, "{line}");
        }
    }
}

#[test]
fn where_all_are_in_rows_no_reason_is_told() {
    let review = good().into_iter().find(|it| it.contains("\"A1-33\"")).unwrap();
    let told = said(&["--on", "2024-12-31", "--lang", "en"], review).out;
    let whole = "1 cases = 1 in the rows + 0 not devolved on the day + 0 in no row";
    assert_eq!(line(&told, "evidence for an amendment"), whole);
    // before the list, each is of nothing that was devolved
    let before = said(&["--on", "2020-01-01", "--lang", "en"], good().join("\n")).out;
    let none = "0 cases = 0 in the rows + 0 not devolved on the day + 0 in no row";
    assert_eq!(line(&before, "evidence for an amendment"), none);
}
