//! A caller's words enter by two doors, and what is unknown is told with what was meant.

use std::{
    fmt::Debug,
    str::FromStr,
    time::{Duration, Instant},
};

use proptest::prelude::*;
use serde::de::DeserializeOwned;
use tongquan::{
    Department, Edition, Key, Moment, Office, Place, Region, Venue,
    place::{Township, Village},
    text::{BadText, Mark, Person, PersonalData, Sought, Text, Unknown},
};

/// The rule for both doors, said once more.
fn expected(text: &str, most: usize, taken: impl Fn(char) -> bool) -> Result<(), BadText> {
    if text.chars().all(char::is_whitespace) {
        return Err(BadText::Empty);
    }
    let last = text.chars().count() - 1;
    let unseen = |it: char| {
        let c = u32::from(it);
        c == 0xad
            || c == 0xfeff
            || (0x200b..=0x200f).contains(&c)
            || (0x2028..=0x202e).contains(&c)
            || (0x2060..=0x206f).contains(&c)
    };
    let outer = |at: usize, it: char| it.is_whitespace() && (at == 0 || at == last);
    if let Some((at, found)) = text.chars().enumerate().find(|(at, it)| outer(*at, *it) || unseen(*it) || !taken(*it)) {
        return Err(BadText::Character { at: at + 1, found });
    }
    let got = text.chars().count();
    if got > most { Err(BadText::TooLong { got, most }) } else { Ok(()) }
}

fn text_takes(text: &str) -> Result<(), BadText> {
    expected(text, 2_000, |it| it == '\n' || !it.is_control())
}

fn mark_takes(text: &str) -> Result<(), BadText> {
    expected(text, 64, |it| !it.is_control() && !it.is_whitespace())
}

/// Reading, storing and reading back agree with the rule.
#[track_caller]
fn holds<T>(text: &str, rule: Result<(), BadText>)
where
    T: FromStr<Err = BadText> + for<'a> TryFrom<&'a str, Error = BadText> + AsRef<str> + ToString,
    T: serde::Serialize + DeserializeOwned + Clone + PartialEq + Debug,
{
    let read = text.parse::<T>();
    assert_eq!(read.as_ref().map(|it| it.as_ref().to_owned()), rule.as_ref().map(|()| text.to_owned()));
    assert_eq!(T::try_from(text), read);
    assert_eq!(serde_json::from_value::<T>(text.into()).ok(), read.clone().ok());
    let bytes = postcard::to_stdvec(text).unwrap();
    assert_eq!(postcard::from_bytes::<T>(&bytes).ok(), read.clone().ok());
    if let Ok(it) = read {
        assert_eq!((it.to_string(), format!("{it:?}")), (text.to_owned(), format!("{text:?}")));
        assert_eq!(serde_json::to_value(&it).unwrap(), text);
        assert_eq!(postcard::to_stdvec(&it).unwrap(), bytes);
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|it| format!("“{it}”")).collect::<Vec<_>>().join("、")
}

proptest! {
    #[test]
    fn a_text_takes_up_to_2000_characters_and_no_control_but_line_feed(
        text in prop_oneof![any::<String>(), "[\\s\\PC]{0,8}", "[ \n\t\u{3000}\u{85}\u{2028}文]{0,5}"],
        length in 1_990_usize..2_010,
        one in any::<char>(),
    ) {
        holds::<Text>(&text, text_takes(&text));
        let long = one.to_string().repeat(length);
        holds::<Text>(&long, text_takes(&long));
        let mixed = "字".repeat(length) + &text;
        holds::<Text>(&mixed, text_takes(&mixed));
    }

    #[test]
    fn a_mark_takes_up_to_64_characters_and_no_space(
        text in prop_oneof![any::<String>(), "[ \n\t\u{3000}\u{85}\u{2028}a文]{0,5}", "[!-~文]{1,70}"],
        length in 60_usize..70,
        one in any::<char>(),
    ) {
        holds::<Mark>(&text, mark_takes(&text));
        holds::<Person>(&text, mark_takes(&text));
        let long = one.to_string().repeat(length);
        holds::<Mark>(&long, mark_takes(&long));
    }
}

#[test]
fn every_character_is_taken_or_refused_by_the_rule() {
    for one in '\0'..=char::MAX {
        let text = format!("文{one}");
        assert_eq!(text.parse::<Text>().err(), text_takes(&text).err(), "{one:?}");
        assert_eq!(text.parse::<Mark>().err(), mark_takes(&text).err(), "{one:?}");
    }
}

#[test]
fn the_limits_are_of_characters_and_told_with_what_was_given() {
    assert_eq!((Text::MOST, Mark::MOST), (2_000, 64));
    for (text, why, words) in [
        ("", BadText::Empty, "文字为空"),
        (" \n　", BadText::Empty, "文字为空"),
        ("一\t二", BadText::Character { at: 2, found: '\t' }, "第2个字符"),
        ("字\u{0}", BadText::Character { at: 2, found: '\0' }, "第2个字符"),
        ("\u{7f}x", BadText::Character { at: 1, found: '\u{7f}' }, "第1个字符"),
        ("电话13800138000", BadText::PersonalData { kind: PersonalData::Mobile, at: 3 }, "第3个字符起为手机号码"),
        (&"字".repeat(2_001), BadText::TooLong { got: 2_001, most: 2_000 }, "文字有2001个字符，至多2000个"),
    ] {
        assert_eq!(text.parse::<Text>(), Err(why));
        assert!(why.zh().starts_with(words) && why.to_string().is_ascii(), "{why}");
    }
    assert!("🀄".repeat(2_000).parse::<Text>().is_ok() && "🀄".repeat(64).parse::<Mark>().is_ok());
    assert_eq!("🀄".repeat(65).parse::<Mark>(), Err(BadText::TooLong { got: 65, most: 64 }));
    assert_eq!("一\n二".parse::<Mark>(), Err(BadText::Character { at: 2, found: '\n' }));
    assert_eq!("一\n二".parse::<Text>().unwrap().as_str(), "一\n二");
}

#[test]
fn what_no_text_is_no_stored_text_either() {
    for value in ["1", "null", "true", "[]", "{}", r#"["a"]"#, r#"{"a":"b"}"#, r#""""#, r#""a\u0000""#, r#""a\u000d""#]
    {
        assert!(serde_json::from_str::<Text>(value).is_err(), "{value}");
        assert!(serde_json::from_str::<Mark>(value).is_err(), "{value}");
    }
    assert!(serde_json::from_str::<Text>("\"一\\n二\"").is_ok());
    let why = serde_json::from_str::<Mark>("\"a b\"").unwrap_err().to_string();
    assert!(why.contains("\"a b\"") && why.contains("character 2"), "{why}");
}

/// Looked up by the wrong name, each says what was sought, by what, and what is nearest.
#[test]
fn what_is_unknown_is_told_with_the_nearest_in_both_languages() {
    let wrong: [(Unknown, Sought, &str, &str); 6] = [
        (Edition::built_in().item_named("船舶登计").unwrap_err(), Sought::Item, "船舶登计", "船舶登记"),
        (Edition::built_in().annex_1(0).unwrap_err(), Sought::Item, "A1-0", "A1-10"),
        ("汶尚县".parse::<Region>().unwrap_err(), Sought::Region, "汶尚县", "汶上县"),
        ("0370871001".parse::<Township>().unwrap_err(), Sought::Township, "0370871001", "370871001"),
        ("37081100200".parse::<Village>().unwrap_err(), Sought::Village, "37081100200", "370811002001"),
        ("市公安厅".parse::<Department>().unwrap_err(), Sought::Department, "市公安厅", "市公安局"),
    ];
    for (why, sought, input, nearest) in wrong {
        assert_eq!((why.sought, &*why.input, why.shared), (sought, input, false));
        assert!(!why.nearest.is_empty() && why.nearest[0].ends_with(nearest), "{why}");
        let (en, zh) = (why.to_string(), why.zh());
        assert!(
            en.starts_with(&format!("no {} is called {input:?}; nearest: {}", sought.english(), why.nearest[0])),
            "{en}"
        );
        assert_eq!(zh, format!("没有名为“{input}”的{}；相近的有：{}", sought.label(), quoted(&why.nearest)));
        let json = serde_json::to_value(&why).unwrap();
        assert_eq!((&json["input"], &json["nearest"][0]), (&input.into(), &why.nearest[0].clone().into()));
    }
    let why = "辛庄村民委员会".parse::<Place>().unwrap_err();
    assert!(why.shared && why.nearest.len() == 8, "{why}");
    assert!(
        why.to_string().starts_with("\"辛庄村民委员会\" is the name of more than one village; say which: "),
        "{why}"
    );
    assert_eq!(why.zh(), format!("名为“辛庄村民委员会”的村（社区）不止一个，请写明是哪一个：{}", quoted(&why.nearest)));
    let why = "xyz".parse::<Department>().unwrap_err();
    assert_eq!(
        (why.to_string(), why.zh()),
        ("no city department is called \"xyz\"".into(), "没有名为“xyz”的市直部门".into())
    );
}

#[test]
fn a_megabyte_is_refused_at_once_wherever_text_is_read() {
    let began = Instant::now();
    for one in
        ["a", "1", "0", " ", "1-", "汶", "\u{0}", "A1-", "镇", "村民委员会", "许庄街道", "自助机：", "为民服务中心"]
    {
        let huge = one.repeat(1_000_000 / one.len());
        assert!(huge.parse::<Text>().is_err() && huge.parse::<Mark>().is_err(), "{one:?}");
        assert!(huge.parse::<Key>().is_err() && huge.parse::<Moment>().is_err(), "{one:?}");
        assert!(huge.parse::<Region>().is_err() && huge.parse::<Place>().is_err(), "{one:?}");
        assert!(huge.parse::<Township>().is_err() && huge.parse::<Village>().is_err(), "{one:?}");
        assert!(huge.parse::<Department>().is_err() && huge.parse::<Venue>().is_err(), "{one:?}");
        assert!(Edition::built_in().item_named(&huge).is_err(), "{one:?}");
        assert!(serde_json::from_value::<Place>(serde_json::json!({ "village": huge })).is_err(), "{one:?}");
        assert!(serde_json::from_value::<Office>(serde_json::json!({ "note": huge })).is_err(), "{one:?}");
    }
    // a search that compares the whole of it with every name takes hours
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}
