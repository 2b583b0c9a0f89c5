//! The program: what it is asked, what it reads, and its exit status.

use std::fs;

use tongquan::{Journal, case::StepKind};

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
    let told = asked(&["--office", "o", "--on", "2024-06-30", "--quiet", "--remember", "7", "a"]).unwrap();
    assert_eq!((told.day.to_string().as_str(), told.log, told.quiet, told.remember), ("2024-06-30", false, true, 7));
    let told = asked(&["--office", "o", "--log", "--cases", "c", "--quiet", "--lang", "en", "a", "-", "b"]).unwrap();
    assert!(told.log && told.quiet && !told.words.chinese);
    let paths = |it: &Asked| it.files.iter().map(|it| it.display().to_string()).collect::<Vec<_>>();
    assert_eq!((told.office.unwrap().to_str(), told.cases.as_ref().unwrap().to_str()), (Some("o"), Some("c")));
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
        (&["--cases", "x"], "--cases: 只与 --log 同用 / it goes with --log"),
        (&["--on", "2024-06-30", "--log"], "--on: 不与 --log 同用 / it does not go with --log"),
        (&["--log", "--remember", "7"], "--remember: 不与 --log 同用"),
        (&["--log", "--office", "x"], "--office: 与 --log 同用时须有 --cases / with --log it goes with --cases"),
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
    let mut broken: Journal = serde_json::from_str(&good[2]).unwrap();
    broken.entries.retain(|it| it.kind() != StepKind::Accept);
    assert_eq!(said(&[], good.join("\n")).status, 0);
    assert_eq!(said(&[], "").status, 0);
    assert_eq!(said(&[], super::line(&broken)).status, 1);
    assert_eq!(said(&[], format!("{}\nx", good[0])).status, 1);
    assert_eq!(said(&[], "x").status, 2);
}

#[test]
fn the_usage_of_each_form_lists_the_options_that_it_takes_and_no_others() {
    let options = |line: &str| -> Vec<String> {
        line.split(['[', ']', ' ']).filter(|it| it.starts_with("--")).map(str::to_owned).collect()
    };
    let lines: Vec<&str> = USAGE.lines().take_while(|it| !it.is_empty()).collect();
    let [journals, log] = lines[..] else { panic!("{lines:?}") };
    let value = |it: &str| match it {
        "--lang" => "en",
        "--on" => "2024-06-30",
        _ => "7",
    };
    for (line, form) in [(journals, &[][..]), (log, &["--log", "--cases", "c"])] {
        let takes = options(line);
        for option in ["--office", "--on", "--log", "--cases", "--quiet", "--remember", "--lang"] {
            let mut arguments = form.to_vec();
            if !form.contains(&option) {
                arguments.push(option);
                if option != "--quiet" && option != "--log" {
                    arguments.push(value(option));
                }
            }
            // asked for journals, --log makes it the other form
            let told = asked(&arguments).is_ok_and(|it| it.log != form.is_empty());
            assert_eq!(told, takes.iter().any(|it| it == option), "{line} {option}");
        }
    }
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
        let mut all = vec!["--quiet", "--office", &office];
        all.extend(arguments);
        all.extend(if arguments.contains(&"--log") { ["--cases", &cases] } else { ["--on", "2024-12-31"] });
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
    // one that is missing is told, and the rest is audited; a folder is no file
    for (language, why, cases) in [
        ("zh", "none.jsonl：不能打开，未核查：", "\n办件120件，"),
        ("en", "none.jsonl: it cannot be opened, and is not audited: ", "\n120 cases of "),
    ] {
        let none = run(&lawful, &["--lang", language], &["none.jsonl", "journals.jsonl"]);
        assert!(none.status == 2 && none.out.lines().next().unwrap().contains(why), "{}", none.out);
        assert!(none.out.contains(cases), "{}", none.out);
    }
    let none = run(&lawful, &["--lang", "en"], &["none.jsonl"]);
    assert!(
        none.status == 2 && none.out.ends_with("\nno audit could be made: no case could be read\n"),
        "{}",
        none.out
    );
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
    for text in ["", "{}", "[", "[{}]", "\u{feff}[]", "x"] {
        let told = told(text);
        assert_eq!((told.status, told.out.as_str()), (2, ""), "{text}");
        let zh = format!("{path}: 不能读作登记；应为登记的修订，即一份JSON数组，如 simulate 所写的 office.json：");
        assert!(told.beside.starts_with(&zh), "{}", told.beside);
    }
    let pretty = serde_json::from_str::<serde_json::Value>(&good()[0]).unwrap();
    for text in [good().join("\n"), serde_json::to_string_pretty(&pretty).unwrap()] {
        assert!(told(&text).beside.starts_with(&format!("{path}: 这是流转记录，不用 --office 指明；应为")));
        let en = said(&["--office", &path, "--lang", "en"], "");
        let why =
            "they are journals, which are named without --office; a list of revisions is wanted, one JSON array, ";
        assert!(en.status == 2 && en.beside.starts_with(&format!("{path}: {why}")), "{}", en.beside);
    }
    assert_eq!(said(&["--office", &format!("{path}-none")], "").status, 2);
    assert_eq!(said(&["-", "-"], "").status, 2);
    // an office that knows nothing bears no journal out
    let nothing = told("[]");
    assert!(nothing.status == 1 && nothing.out.contains("record_agrees"), "{nothing:?}");
}
