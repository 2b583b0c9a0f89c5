//! What it is given that is not lines: nothing at all, nothing that can be read, one JSON document, an office.

use std::fs;

use serde_json::Value;

use super::{Said, good, said};
use crate::{audit::Document, scratch::Scratch, simulated::WORLD};

const ON: [&str; 2] = ["--on", "2024-12-31"];

fn en(more: &[&str], input: impl Into<Vec<u8>>) -> Said {
    said(&[more, &["--lang", "en"]].concat(), input)
}

fn events() -> Vec<String> {
    let event = |activity, hour| {
        format!(r#"{{"case":"a","activity":"{activity}","at":"2024-03-04T{hour}:00:00+08:00","by":"ws-spj"}}"#)
    };
    vec![event("file", "09"), event("accept", "10"), event("take_review_step", "11")]
}

/// The same lines as something else: each over several lines; all of them in an array, with a line each, or over several, or in one.
fn documents(lines: &[String]) -> Vec<String> {
    let values: Vec<Value> = lines.iter().map(|it| serde_json::from_str(it).unwrap()).collect();
    let pretty = |it: &dyn Fn() -> serde_json::Result<String>| it().unwrap();
    let each: Vec<String> = values.iter().map(|it| pretty(&|| serde_json::to_string_pretty(it))).collect();
    let whole = format!("[{}]", lines.join(","));
    vec![
        each[0].clone(),
        each.join("\n"),
        pretty(&|| serde_json::to_string_pretty(&values)),
        whole.clone(),
        format!("{whole}\n"),
        format!("[{}\n]", lines.join(",\n")),
        format!("[\n{}\n]\n", lines.join(",\n")),
        format!("\u{feff}\r\n{}", each[0].replace('\n', "\r\n")),
        // and one that breaks off
        each[0].split_inclusive('\n').take(5).collect(),
    ]
}

#[test]
fn a_json_document_is_told_once_by_what_is_wanted_instead() {
    for (log, lines, zh, wanted) in [
        (&[][..], good(), "一行一件流转记录", "one journal a line"),
        (&["--log"], events(), "一行一项日志", "one event of the log a line"),
    ] {
        for document in documents(&lines) {
            let told = en(log, document.clone());
            let why = format!("-: it is one JSON document; not audited: {wanted} is wanted (JSON Lines)\n");
            assert!(told.out.starts_with(&why), "{document:.80}: {}", told.out);
            assert!(told.status == 2 && !told.out.contains("line 1") && !told.out.contains("not read"), "{}", told.out);
            assert!(told.out.ends_with("\nno audit could be made: no case could be read\n"), "{}", told.out);
            let told = said(log, document);
            let why = format!("-：整个文件是一份JSON；未核查：应为{zh}（JSON Lines）\n");
            assert!(told.out.starts_with(&why) && told.out.ends_with("\n未能核查：没有一件可读\n"), "{}", told.out);
        }
    }
}

#[test]
fn the_other_files_are_audited_beside_a_document() {
    let folder = Scratch::new("audit-documents").unwrap();
    let path = |name: &str, text: &str| {
        fs::write(folder.file(name), text).unwrap();
        folder.file(name).display().to_string()
    };
    let (document, lines) = (path("a.json", &documents(&good())[2]), path("b.jsonl", &good().join("\n")));
    let told = en(&[ON[0], ON[1], &document, &lines], "");
    assert!(told.out.starts_with(&format!("{document}: it is one JSON document; ")), "{}", told.out);
    let (_, rest) = told.out.split_once('\n').unwrap();
    assert_eq!((told.status, rest), (2, en(&[ON[0], ON[1], &lines], "").out.as_str()));
    // also what was filed in the cases of a log
    let filed = path("cases.json", "[\n{\n");
    let told = en(&["--log", "--cases", &filed], events().join("\n"));
    let why = format!("{filed}: it is one JSON document; not audited: one filing a line is wanted (JSON Lines)\n");
    assert!(told.status == 2 && told.out.starts_with(&why) && told.out.contains("\n1 cases of 3 "), "{}", told.out);
}

#[test]
fn an_office_where_lines_should_be_is_told_as_such() {
    let office = serde_json::to_value(&WORLD.office).unwrap();
    for text in [office.to_string(), serde_json::to_string_pretty(&office).unwrap()] {
        for (log, wanted) in [(&[][..], "one journal a line"), (&["--log"], "one event of the log a line")] {
            let told = en(log, text.clone());
            let why = "-: it is an office's revisions: name it with --office; not audited: ";
            assert!(told.out.starts_with(&format!("{why}{wanted} is wanted (JSON Lines)\n")), "{:.300}", told.out);
            assert_eq!((told.status, said(log, text.clone()).out.lines().next()), (2, zh(log)));
        }
        // wherever it is cut, once a field has come
        let field = text.find(':').unwrap();
        for at in (field + 1..field + 300).filter(|it| text.is_char_boundary(*it)) {
            assert_eq!(Document::of::<tongquan::Journal>(&text.as_bytes()[..at]), Some(Document::Office), "{at}");
        }
    }
}

fn zh(log: &[&str]) -> Option<&'static str> {
    Some(if log.is_empty() {
        "-：这是登记的修订，请以 --office 指明；未核查：应为一行一件流转记录（JSON Lines）"
    } else {
        "-：这是登记的修订，请以 --office 指明；未核查：应为一行一项日志（JSON Lines）"
    })
}

#[test]
fn bad_lines_before_good_ones_are_no_document() {
    let good = good();
    for bad in ["[", "{", "[]", "{}", "[{}]", "[1, 2]", "[{\"file\":", &good[1][..100], &good[1][..good[1].len() - 1]] {
        let told = en(&ON, format!("{bad}\n{}", good[0]));
        assert!(told.status == 1 && told.out.starts_with("- line 1: "), "{bad}: {}", told.out);
        assert!(told.out.contains("\n1 lines not read, ") && told.out.contains("\n1 cases of "), "{bad}: {}", told.out);
    }
    // what is at hand of the next line says nothing until it has come to its end
    let begun = format!("[\n{}", &good[0][..good[0].len() - 10]);
    assert_eq!(Document::of::<tongquan::Journal>(begun.as_bytes()), None);
    assert_eq!(Document::of::<tongquan::Journal>(b"[\n"), Some(Document::Whole));
    assert_eq!(Document::of::<tongquan::Journal>(b""), None);
}

#[test]
fn where_no_line_can_be_read_no_audit_is_made() {
    let good = good();
    for log in [&[][..], &["--log"]] {
        let told = en(log, "x\n\ny\n");
        let wanted = if log.is_empty() { "one journal a line" } else { "one event of the log a line" };
        let why = format!("\n-: none of its 2 lines could be read, and no audit could be made: {wanted} is wanted\n");
        assert!(told.status == 2 && told.out.contains(&why), "{}", told.out);
        assert!(told.out.ends_with("\nno audit could be made: no case could be read\n"), "{}", told.out);
        let zh = said(log, "x");
        assert!(
            zh.out.contains("\n-：1行均不能读，未能核查：应为一行一") && zh.out.ends_with("\n未能核查：没有一件可读\n")
        );
    }
    // journals given as a log
    assert_eq!(said(&["--log"], good.join("\n")).status, 2);
    assert_eq!(said(&[], events().join("\n")).status, 2);
    // one input of which nothing can be read, beside one of which all can
    let folder = Scratch::new("audit-none").unwrap();
    fs::write(folder.file("x"), "x").unwrap();
    let told = en(&[&folder.file("x").display().to_string(), "-"], good.join("\n"));
    assert!(told.status == 2 && told.out.contains("\n15 cases of ") && told.out.contains("\n== by item\n"), "{told:?}");
}

#[test]
fn of_nothing_it_is_said_that_there_was_nothing() {
    for log in [&[][..], &["--log"]] {
        for empty in ["", "\n", " \r\n\n"] {
            let (zh, en) = (said(log, empty), en(log, empty));
            assert!(zh.out.ends_with("\n没有可核查的内容\n"), "{}", zh.out);
            assert!(en.out.ends_with("\nthere was nothing to audit\n") && !en.out.contains("by item"), "{}", en.out);
            assert_eq!((zh.status, en.status), (0, 0));
        }
    }
}
