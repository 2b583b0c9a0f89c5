//! Other encodings than UTF-8, and marks before it.

use super::{counted, good, is_told, said};

/// With the region's name, which is not of ASCII.
fn named() -> String {
    good().into_iter().find(|it| it.contains("汶上县")).unwrap()
}

fn replaced(line: &str, by: &[u8]) -> Vec<u8> {
    let (before, after) = line.split_once("汶上县").unwrap();
    [before.as_bytes(), by, after.as_bytes()].concat()
}

fn utf16(text: &str, of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(of).collect()
}

#[test]
fn gbk_and_latin_1_are_told_by_their_first_byte() {
    let line = named();
    let at = line.find("汶上县").unwrap() + 1;
    for (bytes, found) in [(&b"\xe3\xeb\xc9\xcf\xcf\xd8"[..], "e3"), (b"caf\xe9", "e9"), (b"\xff", "ff")] {
        let at = if found == "e9" { at + 3 } else { at };
        is_told(
            replaced(&line, bytes),
            &format!("本行第{at}字节（0x{found}）不是UTF-8编码，请转为UTF-8"),
            &format!("byte {at} of the line (0x{found}) is not UTF-8: write the file as UTF-8"),
        );
    }
    // a character cut in two, or as only other encodings write it
    is_told(replaced(&line, "汶".as_bytes().split_last().unwrap().1), "不是UTF-8编码", "is not UTF-8");
    is_told(replaced(&line, b"\xed\xa0\x80"), "（0xed）不是UTF-8编码", "(0xed) is not UTF-8");
}

#[test]
fn utf_16_is_told_as_such_with_its_mark_and_without_either_end_first() {
    let all = format!("{}\n", good().join("\n"));
    for of in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["", "\u{feff}"] {
            let bytes = utf16(&format!("{mark}{all}"), of);
            let lines = bytes.split(|it| *it == b'\n').filter(|it| !matches!(it, [] | [0])).count() as u64;
            // whatever follows is read as if it were not there
            let (count, missed, told) = counted(&*[&bytes, all.as_bytes()].concat());
            assert_eq!((missed.unread, missed.cut), (lines, 0), "{told}");
            assert_eq!(count, counted(all.as_bytes()).0);
            assert!(told.starts_with("j line 1: the line is UTF-16: write the file as UTF-8\n"), "{told}");
            let of_utf16 = told.matches("is UTF-16").count() as u64;
            assert!(of_utf16 >= good().len() as u64 && told.lines().count() as u64 == lines, "{told}");
        }
        let ascii: String = named().chars().filter(char::is_ascii).collect();
        is_told(utf16(&ascii, of), "本行为UTF-16编码，请转为UTF-8", "the line is UTF-16");
    }
}

#[test]
fn a_mark_before_a_line_is_left_out_and_told_and_one_within_is_not_read() {
    let good = good();
    // files that have one each, set one after the other
    let text = format!("\u{feff}{}\n{}\r\n\u{feff}{}\n\u{feff}\n\u{feff}", good[0], good[1], good[2]);
    for (language, told) in [
        ("zh", "- 第1行：开头的字节序标记（BOM）已略去\n- 第3行：开头的字节序标记（BOM）已略去\n\n"),
        (
            "en",
            "- line 1: the byte order mark (BOM) before it is left out\n- line 3: the byte order mark (BOM) before it is left out\n\n",
        ),
    ] {
        let arguments = ["--on", "2024-12-31", "--lang", language];
        let (marked, bare) = (said(&arguments, text.clone()), said(&arguments, good[..3].join("\n")));
        assert_eq!(marked.out, format!("{}{}", told.trim_end_matches('\n'), "\n") + &bare.out);
        assert_eq!((marked.status, bare.status), (0, 0));
    }
    let (_, missed, told) = counted(format!("\u{feff}\u{feff}{}", good[2]).as_bytes());
    assert!(
        missed.unread == 1 && told.contains("\nj line 1: it is no JSON from byte 1 on: expected value\n"),
        "{told}"
    );
    is_told(good[2].replacen("{", "{\u{feff}", 1), "自第", "it is no JSON from byte");
    let within = good[2].replacen("2024-good-2", "2024\u{feff}good-2", 1);
    is_told(within, "不是流转记录，见第", "not a journal, from byte");
}

#[test]
fn a_byte_of_nothing_is_told_by_its_place() {
    let line = &good()[2];
    is_told(line.replacen("2024-", "2024\0", 1), "字节为0，文本中不应有", "is 0, which no text has");
    is_told(format!("{line}\0"), &format!("本行第{}字节为0", line.len() + 1), &format!("byte {} of", line.len() + 1));
    is_told([0; 4_096], "本行第1字节为0", "byte 1 of the line is 0");
    is_told([0], "本行第1字节为0", "byte 1 of the line is 0");
    is_told("\u{1}", "自第1字节起不是JSON", "it is no JSON from byte 1 on");
}
