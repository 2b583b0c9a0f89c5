//! The program: what it is asked, what it reads, and its exit status.

use std::fs;

use super::{good, said};
use crate::{
    audit::{Asked, Missed, Outcome, USAGE, Wanted},
    scratch::Scratch,
    simulated::{FAULTS, LAWFUL, WORLD},
    simulation::{Line, events, planted},
};

fn asked(arguments: &[&str]) -> Result<Asked, String> {
    match Asked::of(arguments.iter().map(|it| (*it).to_owned()))? {
        Wanted::Audit(asked) => Ok(*asked),
        Wanted::Usage => Err("usage".into()),
    }
}

#[test]
fn it_asks_for_what_it_is_told_to_ask_for() {
    let whole = ["--office", "o", "--on", "2024-06-30", "--log", "--cases", "c", "--quiet", "--remember", "7"];
    let told = asked(&[&whole[..], &["--lang", "en", "a", "-", "b"]].concat()).unwrap();
    let paths = |it: &Asked| it.files.iter().map(|it| it.display().to_string()).collect::<Vec<_>>();
    assert_eq!((told.office.unwrap().to_str(), told.cases.as_ref().unwrap().to_str()), (Some("o"), Some("c")));
    assert_eq!((told.day.to_string().as_str(), told.log, told.quiet, told.remember), ("2024-06-30", true, true, 7));
    let told = asked(&["a", "-", "b"]).unwrap();
    assert_eq!(paths(&told), ["a", "-", "b"]);
    assert!(told.words.chinese && !told.log && !told.quiet && told.office.is_none() && told.cases.is_none());
    assert!(!asked(&["--lang", "en"]).unwrap().words.chinese && asked(&["--lang", "zh"]).unwrap().words.chinese);
}

#[test]
fn what_it_does_not_know_is_refused_with_the_usage() {
    for (arguments, why) in [
        (&["--lang", "de"][..], "--lang: 只能为 zh 或 en / either zh or en"),
        (&["--lang", "EN"], "--lang: "),
        (&["--lang"], "--lang: 缺少其值 / its value is missing"),
        (&["--office"], "--office: 缺少其值"),
        (&["--on", "31.12.2024"], "--on: 应为 YYYY-MM-DD"),
        (&["--on", "2024-02-30"], "--on: "),
        (&["--remember", "-1"], "--remember: 应为数"),
        (&["--officer", "x"], "--officer: 不识此项 / there is no such option"),
        (&["-q"], "-q: 不识此项"),
        (&["--cases", "x"], "--cases: 只与 --log 同用"),
    ] {
        let told = said(arguments, "");
        assert!(told.beside.starts_with(why) && told.beside.contains(USAGE), "{arguments:?}: {}", told.beside);
        assert_eq!((told.status, told.out.as_str()), (2, ""));
    }
    for help in ["--help", "-h"] {
        let told = said(&[help], "");
        assert_eq!((told.status, told.out.as_str(), told.beside.as_str()), (0, USAGE, ""));
    }
    let most = usize::MAX.to_string();
    assert_eq!(said(&["--remember", &most], "").status, 2);
}

#[test]
fn the_status_tells_whether_something_was_found_and_whether_all_was_read() {
    let missed = |unread, cut| Missed { unread, cut };
    for (clean, missed, status) in [
        (true, missed(0, 0), 0),
        (false, missed(0, 0), 1),
        (true, missed(1, 0), 1),
        (true, missed(0, 1), 2),
        (false, missed(1, 1), 2),
    ] {
        assert_eq!(Outcome::of(clean, missed).status(), status);
    }
    let good = good();
    let broken = good[2].replacen("{\"accept\":", "{\"close\":", 1);
    assert_eq!(said(&[], good.join("\n")).status, 0);
    assert_eq!(said(&[], "").status, 0);
    assert_eq!(said(&[], broken).status, 1);
    assert_eq!(said(&[], format!("{}\nx", good[0])).status, 1);
}

/// What the simulation writes, in a folder.
fn written(name: &str, lines: &[Line]) -> Scratch {
    let folder = Scratch::new(name).unwrap();
    let each = |of: fn(&Line) -> Vec<String>| lines.iter().flat_map(of).collect::<Vec<_>>().join("\n");
    let write = |name: &str, text: String| fs::write(folder.file(name), text).unwrap();
    write("office.json", serde_json::to_string(&WORLD.office).unwrap());
    write("journals.jsonl", each(|it| vec![super::line(&it.journal)]));
    write("log.jsonl", each(|it| events(&it.journal).map(|it| serde_json::to_string(&it).unwrap()).collect()));
    write("cases.jsonl", each(|it| vec![serde_json::to_string(&it.journal.opening.step).unwrap()]));
    folder
}

#[test]
fn lawful_cases_are_clean_in_both_forms_and_planted_faults_are_found() {
    let run = |folder: &Scratch, arguments: &[&str], files: &[&str]| {
        let path = |name: &str| folder.file(name).display().to_string();
        let (office, cases) = (path("office.json"), path("cases.jsonl"));
        let mut all = vec!["--on", "2024-12-31", "--quiet", "--office", &office];
        all.extend(arguments);
        if arguments.contains(&"--log") {
            all.extend(["--cases", &cases]);
        }
        let files: Vec<String> = files.iter().map(|it| path(it)).collect();
        all.extend(files.iter().map(String::as_str));
        said(&all, "")
    };
    let lawful = written("audit-lawful", &planted(&WORLD, 120, LAWFUL).unwrap());
    let faulty = written("audit-faulty", &FAULTS[..120]);
    assert_eq!(run(&lawful, &[], &["journals.jsonl"]).status, 0);
    assert_eq!(run(&lawful, &["--log"], &["log.jsonl"]).status, 0);
    assert_eq!(run(&faulty, &["--log"], &["log.jsonl"]).status, 1);
    let told = run(&faulty, &["--lang", "en"], &["journals.jsonl"]);
    assert_eq!(told.status, 1);
    assert!(told.out.contains("\n120 cases of ") && told.out.contains(", 120 of them with breaches\n"), "{}", told.out);
    // the same file twice: each case came before, as that file's
    let again = run(&lawful, &[], &["journals.jsonl", "journals.jsonl"]);
    assert!(again.out.contains("已见于") && again.out.contains("未读0行，重复120件"), "{}", again.out);
    // one that is missing is told before any is read; a folder is no file
    let none = run(&lawful, &[], &["journals.jsonl", "none.jsonl"]);
    assert_eq!((none.status, none.out.as_str()), (2, ""));
    assert!(none.beside.contains("none.jsonl: "), "{}", none.beside);
    let folder = run(&lawful, &["--lang", "en"], &["", "journals.jsonl"]);
    assert!(folder.status == 2 && folder.out.contains("\n120 cases of "), "{folder:?}");
}

#[test]
fn an_office_that_is_none_is_told_with_every_fault_of_it() {
    let folder = Scratch::new("audit-office").unwrap();
    let path = folder.file("office.json").display().to_string();
    let told = |text: &str| {
        fs::write(folder.file("office.json"), text).unwrap();
        said(&["--office", &path], good().join("\n"))
    };
    for text in ["", "{}", "[", "[{}]", "\u{feff}[]"] {
        let told = told(text);
        assert_eq!((told.status, told.out.as_str()), (2, ""), "{text}");
        assert!(told.beside.starts_with(&path), "{}", told.beside);
    }
    assert_eq!(said(&["--office", &format!("{path}-none")], "").status, 2);
    assert_eq!(said(&["-", "-"], "").status, 2);
    // an office that knows nothing bears no journal out
    let nothing = told("[]");
    assert!(nothing.status == 1 && nothing.out.contains("record_agrees"), "{nothing:?}");
}
