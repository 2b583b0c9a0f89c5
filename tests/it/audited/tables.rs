//! Tables and blocks that people read.

use tongquan::{Journal, case::StepKind};

use super::{good, said};

/// A Chinese character takes two columns.
fn columns(text: &str) -> usize {
    text.chars().map(|it| if it < '\u{2000}' { 1 } else { 2 }).sum()
}

/// Where each cell of a row begins and ends, cells being two blanks apart.
fn cells(row: &str) -> Vec<(usize, usize, String)> {
    let mut cells = Vec::new();
    let mut at = 0;
    for part in row.split("  ") {
        let text = part.trim();
        let begins = at + columns(&part[..part.len() - part.trim_start().len()]);
        if !text.is_empty() {
            cells.push((begins, begins + columns(text), text.to_owned()));
        }
        at += columns(part) + 2;
    }
    cells
}

fn table<'o>(out: &'o str, head: &str) -> Vec<&'o str> {
    let (_, rest) = out.split_once(&format!("\n== {head}\n")).unwrap_or_else(|| panic!("{head}: {out}"));
    rest.lines().take_while(|it| !it.is_empty()).collect()
}

#[test]
fn heads_stand_apart_and_figures_under_their_heads() {
    for (language, region, item, heads, name) in [
        (
            "en",
            "as of 2024-12-31: by region",
            "by item",
            "region,cases,not closed,granted,refused,corrected,on time,median days,p90 days,unacknowledged,Seal No. 2",
            "item name",
        ),
        (
            "zh",
            "截至2024-12-31：按区域",
            "按事项",
            "区域,件数,未归档,准予,不予办理,补正,按期,中位日,九成日,未签收,2号章",
            "事项名称",
        ),
    ] {
        let told = said(&["--on", "2024-12-31", "--lang", language], good().join("\n"));
        for (head, named) in [(region, false), (item, true)] {
            let rows = table(&told.out, head);
            let first = cells(rows[0]);
            let expected: Vec<&str> = heads.split(',').chain(named.then_some(name)).collect();
            let found: Vec<&str> = first.iter().map(|it| it.2.as_str()).collect();
            assert_eq!(found[1..], expected[1..]);
            assert!(rows.len() > 4, "{rows:?}");
            for row in &rows[1..] {
                let cells = cells(row);
                assert_eq!(cells.len(), expected.len() - usize::from(named && !row.starts_with('A')), "{row}");
                assert_eq!(cells[0].0, 0, "{row}");
                for (cell, head) in cells[1..].iter().zip(&first[1..]).take(heads.split(',').count() - 1) {
                    assert_eq!(cell.1, head.1, "{row}");
                }
                // names stand under theirs
                assert!(cells.len() < 12 || cells[11].0 == first[11].0, "{row}");
            }
        }
    }
}

#[test]
fn items_are_told_with_their_names_and_every_region_and_rule_by_its_own() {
    let told = said(&["--on", "2024-12-31"], good().join("\n"));
    let items = table(&told.out, "按事项");
    let row = items.iter().find(|it| it.starts_with("A1-33 ")).unwrap();
    assert!(row.ends_with("  测绘作业证核发"), "{row}");
    assert!(table(&told.out, "截至2024-12-31：按区域")[1].starts_with("全部 "));
    // the sums of the regions are those of all
    let counts: Vec<u64> =
        table(&told.out, "截至2024-12-31：按区域")[1..].iter().map(|it| cells(it)[1].2.parse().unwrap()).collect();
    assert_eq!((counts[0], counts[1..].iter().sum::<u64>()), (15, 15));
    for head in ["调整依据：办件量", "调整依据：办理成本", "调整依据：不予办理"] {
        assert_eq!(table(&told.out, head).len(), 5, "{head}");
    }
}

#[test]
fn a_breach_is_one_block_with_line_case_entry_and_step_then_each_rule() {
    let mut journal: Journal = serde_json::from_str(&good()[2]).unwrap();
    journal.entries.retain(|it| it.kind() != StepKind::Accept);
    let line = super::line(&journal);
    let entry = 1 + journal.entries.iter().position(|it| it.kind() == StepKind::TakeReviewStep).unwrap();
    let en = said(&["--lang", "en"], format!("\n{line}"));
    let lines: Vec<&str> = en.out.lines().collect();
    assert_eq!(lines[0], format!("- line 2, case 2024-good-2, entry {entry} (take a review step)"));
    assert!(lines[1].starts_with("  - the step is one that this stage has [C7] expected: "));
    assert!(lines[1].contains("; got: take a review step; to mend: ") && lines[2].is_empty(), "{lines:?}");
    let zh = said(&[], line.clone());
    assert!(
        zh.out.starts_with(&format!("- 第1行，办件2024-good-2，第{entry}条（审查）\n  - 办理的须是本阶段的环节")),
        "{}",
        zh.out
    );
    let (by_clause, by_rule) = (table(&en.out, "by clause"), table(&en.out, "by rule"));
    assert_eq!((cells(by_clause[1])[0].2.as_str(), cells(by_rule[1])[0].2.as_str()), ("C7", "step_has_place"));
    // nobody is told anything where the counts alone are asked for
    assert!(said(&["--quiet"], line).out.starts_with("\n== 合规核查\n"));
}

#[test]
fn an_opening_without_a_route_is_told_with_what_cannot_be_judged_after_it() {
    let mut journal: Journal = serde_json::from_str(&good()[2]).unwrap();
    journal.opening.step.place = tongquan::Place::City;
    let many = journal.entries.len();
    let told = said(&["--on", "2024-12-31", "--lang", "en"], super::line(&journal)).out;
    assert!(told.starts_with("- line 1, case 2024-good-2, entry 0 (file)\n  - "), "{told}");
    let unjudged = format!("\n- line 1: case 2024-good-2: the {many} entries that follow cannot be judged\n");
    assert!(told.contains(&unjudged), "{told}");
    assert!(told.contains(&format!("\n{many} entries not checkable: the opening makes no route\n")), "{told}");
    assert!(told.contains("\n1 cases without a route are in no table\n"), "{told}");
}

#[test]
fn what_is_decided_and_not_closed_counts_as_not_closed_and_what_was_not_accepted_as_refused() {
    let mut journal: Journal = serde_json::from_str(&good()[2]).unwrap();
    let closed = journal.entries.pop().unwrap();
    assert_eq!(closed.kind(), StepKind::Close);
    let not_accepted = good().into_iter().find(|it| it.contains("{\"not_accept\":")).unwrap();
    assert!(!not_accepted.contains("{\"decide_unfavourably\":"));
    let told = said(&["--on", "2024-12-31"], format!("{}\n{not_accepted}", super::line(&journal)));
    let all: Vec<String> = cells(table(&told.out, "截至2024-12-31：按区域")[1]).into_iter().map(|it| it.2).collect();
    // 件数、未归档、准予、不予办理: a case in two columns at once
    assert_eq!(all[..5], ["全部", "2", "1", "1", "1"]);
}

#[test]
fn how_the_tables_are_read_is_told_once_under_them() {
    for (language, note, after) in [
        ("zh", "\n\n各列可重叠，一件可入数列；“-”表示尚无可计；", "\n\n== 调整依据\n"),
        ("en", "\n\ncolumns overlap, for a case may stand in several; -: nothing to tell yet; ", "\n\n== evidence for"),
    ] {
        let told = said(&["--on", "2024-12-31", "--lang", language], good().join("\n")).out;
        let (tables, rest) = told.split_once(note).unwrap();
        assert!(tables.contains("\nA1-33 ") && !rest.contains(note), "{told}");
        assert_eq!(rest.find(after), rest.find('\n'), "{told}");
    }
}

#[test]
fn cases_that_are_in_no_table_and_broken_ones_that_are_in_them_are_told_above() {
    let good = good();
    for (language, later, broken, head) in [
        ("zh", "\n15件在统计日后收件，不入下列各表\n", "\n1件的流转记录不能成立，下列各表按其所载计入\n", "\n== 截至"),
        (
            "en",
            "\n15 cases were filed after the day of the tables, and are in none\n",
            "\n1 cases of journals that prove none are in the tables, by what they say\n",
            "\n== as of ",
        ),
    ] {
        let before = said(&["--on", "2020-01-01", "--lang", language], good.join("\n"));
        assert!(before.out.find(later).unwrap() < before.out.find(head).unwrap(), "{}", before.out);
        let mut journal: Journal = serde_json::from_str(&good[2]).unwrap();
        journal.entries.retain(|it| it.kind() != StepKind::Accept);
        let told = said(&["--on", "2024-12-31", "--lang", language], format!("{}\n{}", good[0], super::line(&journal)));
        assert!(told.out.find(broken).unwrap() < told.out.find(head).unwrap(), "{}", told.out);
        assert!(!told.out.contains(later) && !before.out.contains(broken));
        // of whom nothing is to be said
        let well = said(&["--on", "2024-12-31", "--lang", language], good.join("\n")).out;
        assert_eq!(well.find("\n\n== "), well.find(head).map(|it| it - 1), "{well}");
    }
}
