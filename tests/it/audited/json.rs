//! Lines that are text and no journal.

use super::{counted, good, is_told};

#[test]
fn a_line_that_breaks_off_anywhere_is_told() {
    let good = good();
    let short = good.iter().min_by_key(|it| it.len()).unwrap();
    let mut cut: Vec<u8> = Vec::new();
    for at in 1..short.len() {
        cut.extend(&short.as_bytes()[..at]);
        cut.push(b'\n');
    }
    cut.extend(good[0].as_bytes());
    let (count, missed, told) = counted(&*cut);
    assert_eq!((missed.unread, missed.cut), (short.len() as u64 - 1, 0));
    assert_eq!(count, counted(good[0].as_bytes()).0);
    for (number, line) in (1..).zip(told.lines()) {
        // in the middle of a character it is no longer UTF-8
        let why = line.strip_prefix(&format!("j line {number}: ")).unwrap();
        assert!(why.starts_with("the line breaks off at byte") || why.contains("is not UTF-8"), "{line}");
    }
    is_told(&short[..100], "本行至第100字节中断", "the line breaks off at byte 100");
}

#[test]
fn two_lines_that_were_written_into_each_other_are_told() {
    let good = good();
    let (one, other) = (&good[2], &good[3]);
    let cut = one.find("\"step\"").unwrap();
    is_told(format!("{one}{other}"), "自第", "it is no JSON from byte");
    is_told(format!("{}{other}{}", &one[..cut], &one[cut..]), "不是JSON", "it is no JSON from byte");
    // each of them broken by the end of the other's line
    let (count, missed, told) = counted(format!("{}{other}\n{}\n{}", &one[..cut], &one[cut..], good[4]).as_bytes());
    assert_eq!(missed.unread, 2);
    assert_eq!(count, counted(good[4].as_bytes()).0);
    assert!(told.lines().zip(["j line 1: ", "j line 2: "]).all(|(line, place)| line.starts_with(place)), "{told}");
    // by turns, a few bytes each
    let turns = one.as_bytes().chunks(7).zip(other.as_bytes().chunks(7));
    let mixed: Vec<u8> = turns.flat_map(|(one, other)| [one, other].concat()).collect();
    assert_eq!(counted(&*mixed).1.unread, 1);
}

#[test]
fn what_is_json_and_no_journal_is_told() {
    is_told("[]", "不是流转记录，见第2字节：invalid length 0", "not a journal, from byte 2 on: invalid length 0");
    for it in ["{}", "null", "1", "true", "\"2024-1\"", "[null]", "[[]]", "[{}]", "[1, 2]"] {
        is_told(it, "不是流转记录", "not a journal, from byte");
    }
    for it in ["[", "\"", "[{\"file\":", "tru"] {
        is_told(it, "本行至第", "the line breaks off at byte");
    }
    for it in ["case,activity,at,by", "<journal/>", "'x'", "[,]", "NaN", "{} {}"] {
        is_told(it, "", "from byte");
    }
}

#[test]
fn a_journal_of_another_version_or_with_a_step_that_there_is_not_is_told() {
    let line = &good()[2];
    let other = line.replacen("\"v\":1", "\"v\":2", 1);
    is_told(other, "version 2", "version 2; this crate reads version 1");
    is_told(line.replacen("{\"v\":1,", "{", 1), "`v`", "missing field `v`");
    let unknown = line.replacen("{\"accept\":", "{\"approve\":", 1);
    is_told(unknown, "`approve`", "not a journal");
    is_told(line.replacen("\"stamp\":", "\"seal\":", 1), "`seal`", "unknown field `seal`");
}

#[test]
fn a_time_without_its_offset_or_with_another_one_is_told() {
    let line = &good()[2];
    for other in ["", "Z", "+09:00", "+00:00", "+0800", ".5+08:00"] {
        let changed = line.replacen("+08:00", other, 1);
        is_told(changed, "YYYY-MM-DDThh:mm:ss+08:00", "a moment is written YYYY-MM-DDThh:mm:ss+08:00");
    }
    let never = line.replacen("-03-04T", "-02-30T", 1);
    assert_ne!(never, *line);
    is_told(never, "there is no such day or second", "there is no such day or second");
}

#[test]
fn numbers_that_are_none_and_nesting_without_end_are_told() {
    let line = &good()[2];
    for (number, why) in [
        ("-1", "not a journal"),
        ("1.5", "not a journal"),
        ("1e999", "number out of range"),
        ("99999999999999999999", "not a journal"),
    ] {
        is_told(line.replacen("\"revision\":1", &format!("\"revision\":{number}"), 1), "不是流转记录", why);
    }
    for number in ["01", "NaN", "0x1", "1.x"] {
        is_told(
            line.replacen("\"revision\":1", &format!("\"revision\":{number}"), 1),
            "JSON",
            "it is no JSON from byte",
        );
    }
    is_told("[".repeat(200_000), "不是", "from byte");
    let deep = format!("[{{\"file\":{{\"v\":1,\"stamp\":{}", "{\"a\":".repeat(100_000));
    is_told(deep, "", "from byte");
    let deep = line.replacen("\"scope\":[]", &format!("\"scope\":{}{}", "[".repeat(500), "]".repeat(500)), 1);
    is_told(deep, "", "from byte");
}

#[test]
fn times_that_run_backwards_are_read_and_are_a_breach() {
    let line = &good()[2];
    let (first, rest) = line.split_at(line.find("{\"accept\":").unwrap());
    let backwards = format!("{first}{}", rest.replacen("2024-", "2023-", 1));
    let (count, missed, told) = counted(backwards.as_bytes());
    assert_eq!((missed.unread, count.conformance.clean()), (0, 0));
    let rules: Vec<&str> = count.conformance.by_rule().map(|(it, _)| it.id()).collect();
    assert!(rules.contains(&"time_runs_forward"), "{rules:?}");
    assert!(told.starts_with("j line 1, case 2024-good-2, entry "), "{told}");
}
