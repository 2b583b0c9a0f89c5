//! No free text and no reference to a person carries an identity number or a mobile number, however it is written.

mod plain;

use chrono::Datelike;
use proptest::prelude::*;
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Actor, Clause, Department, Edition, Modality, Office, Region, Rule, Source, Venue,
    case::steps::{File, TakeReviewStep},
    law::{Article, Fact, Silence},
    place::{Centre, Township, Village},
    text::{
        BadText, Mark, Person,
        PersonalData::{Mobile, ResidentId},
        Text,
    },
};

use self::plain::{Found, SEPARATORS, check_character, plain};
use crate::support::{OFFICE_JSON, day};

/// What the crate finds.
#[track_caller]
fn found(text: &str) -> Found {
    match text.parse::<Text>() {
        Ok(it) => {
            assert_eq!(it.as_str(), text);
            None
        }
        Err(BadText::PersonalData { kind, at }) => Some((kind, at)),
        Err(why) => panic!("{text:?}: {why}"),
    }
}

fn wide(c: char) -> char {
    match c {
        '0'..='9' => "０１２３４５６７８９".chars().nth(c.to_digit(10).unwrap().try_into().unwrap()).unwrap(),
        'X' => 'Ｘ',
        'x' => 'ｘ',
        _ => c,
    }
}

fn checked(body: &str) -> String {
    assert_eq!(body.len(), 17);
    format!("{body}{}", check_character(body))
}

fn resident_id() -> impl Strategy<Value = String> {
    let days = day(1800, 1, 1).num_days_from_ce()..=day(2199, 12, 31).num_days_from_ce();
    ("[1-9][0-9]{5}", days, "[0-9]{3}").prop_map(|(area, days, order)| {
        let born = chrono::NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        checked(&format!("{area}{}{order}", born.format("%Y%m%d")))
    })
}

/// One or two separators.
fn apart() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SEPARATORS.as_slice()), 1..=2).prop_map(String::from_iter)
}

/// A number as people write it: groups apart anywhere, digits and the X in either width, the X in either case.
fn written(number: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let gaps = prop::collection::vec((prop::option::weighted(0.3, apart()), any::<bool>(), any::<bool>()), 18);
    (number, gaps, any::<bool>()).prop_map(|(number, gaps, narrow)| {
        let mut text = String::new();
        for (at, (c, (gap, full, lower))) in number.chars().zip(gaps).enumerate() {
            text += gap.filter(|_| at > 0).as_deref().unwrap_or_default();
            let c = if lower { c.to_ascii_lowercase() } else { c };
            text.push(if full && !narrow { wide(c) } else { c });
        }
        text
    })
}

/// What may stand beside a number without being part of it.
const BESIDE: &str = "[a-zA-ZＸ甲一号（）：，、+#*\n]{0,5}";

/// Scraps that make up numbers, near misses and neither.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        4 => "[0-9]{1,8}",
        1 => "1[3-9][0-9]{9}",
        1 => "[0-9０-９]{10,20}",
        1 => "(19|20)[0-9]{2}[01][0-9][0-3][0-9]",
        2 => written("1[3-9][0-9]{9}"),
        2 => written(resident_id()),
        1 => prop::sample::select(["+86", "＋86", "0086", "００８６", "86", "+"].as_slice()).prop_map(str::to_owned),
        1 => prop::sample::select(["X", "x", "Ｘ", "ｘ"].as_slice()).prop_map(str::to_owned),
        4 => prop::collection::vec(prop::sample::select(SEPARATORS.as_slice()), 1..=3).prop_map(String::from_iter),
        1 => "[甲a:，\n]{1,2}",
    ];
    prop::collection::vec(scrap, 0..12).prop_map(|it| format!("甲{}乙", it.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    #[test]
    fn every_identity_number_is_refused_wherever_it_stands(number in written(resident_id()), before in BESIDE, after in BESIDE) {
        let text = format!("甲{before}{number}{after}乙");
        prop_assert_eq!(found(&text), Some((ResidentId, before.chars().count() + 2)), "{}", text);
        prop_assert_eq!(found(&number), Some((ResidentId, 1)));
    }

    #[test]
    fn an_identity_number_with_one_place_changed_passes(number in resident_id(), before in BESIDE, after in BESIDE) {
        for at in 0..18 {
            for other in "0123456789X".chars().filter(|it| !number[at..].starts_with(*it) && (at == 17 || *it != 'X')) {
                let text = format!("甲{before}{}{other}{}{after}乙", &number[..at], &number[at + 1..]);
                prop_assert_eq!(found(&text), None, "{}", text);
            }
        }
    }

    #[test]
    fn a_longer_number_passes(number in resident_id(), mobile in "1[3-9][0-9]{9}", more in "[0-9]{2,3}") {
        let longer = [format!("{more}{number}"), format!("{more}{mobile}"), format!("{mobile}{more}")];
        for text in longer.into_iter().chain((!number.ends_with('X')).then(|| format!("{number}{more}"))) {
            prop_assert_eq!(found(&text), None, "{}", text);
        }
    }

    #[test]
    fn every_mobile_number_is_refused_wherever_it_stands(
        number in written("1[3-9][0-9]{9}"),
        code in prop::option::of((prop::sample::select(["+86", "＋８６", "0086", "００86"].as_slice()), prop::option::of(apart()))),
        before in BESIDE,
        after in BESIDE,
    ) {
        let (code, gap) = code.unwrap_or_default();
        let code = format!("{code}{}", gap.unwrap_or_default());
        let text = format!("甲{before}{code}{number}{after}乙");
        prop_assert_eq!(found(&text), Some((Mobile, before.chars().count() + code.chars().count() + 2)), "{}", text);
    }

    #[test]
    fn what_is_found_is_what_the_plain_check_finds(text in scraps()) {
        prop_assert_eq!(found(&text), plain(&text), "{}", text);
        let word: String = text.chars().filter(|it| !it.is_whitespace()).take(Person::MOST).collect();
        let refused = plain(&word).map(|(kind, at)| BadText::PersonalData { kind, at });
        prop_assert_eq!(word.parse::<Person>().err(), refused, "{}", word);
        prop_assert!(word.parse::<Mark>().is_ok());
    }

    #[test]
    fn a_stored_text_is_refused_without_a_word_of_it(number in written(resident_id()), length in 0_usize..90) {
        let text = "字".repeat(length) + &number;
        let why = serde_json::from_value::<Text>(text.clone().into()).unwrap_err().to_string();
        prop_assert_eq!(why, format!("\"…\": {}", BadText::PersonalData { kind: ResidentId, at: length + 1 }));
    }
}

#[test]
fn numbers_are_refused() {
    for (text, kind, at) in [
        ("37082919900101123X", ResidentId, 1),
        ("37082919900101123x", ResidentId, 1),
        ("37082919900101123Ｘ", ResidentId, 1),
        ("３７０８２９１９９００１０１１２３ｘ", ResidentId, 1),
        ("11010519491231002X", ResidentId, 1),
        ("440524188001010014", ResidentId, 1),
        ("身份证号：440524188001010014，已核。", ResidentId, 6),
        ("440524 18800101 0014", ResidentId, 1),
        ("440524－1880－0101－0014", ResidentId, 1),
        ("370829 19900101 123 X", ResidentId, 1),
        ("ID37082919900101123Xyz", ResidentId, 3),
        ("37082919900101123X13800138000", ResidentId, 1),
        ("X440524188001010014X", ResidentId, 2),
        ("2024年3月440524188001010014", ResidentId, 8),
        ("2024-03-04 440524188001010014", ResidentId, 12),
        // within it stands what could be a mobile number
        ("440524 18800101001 4", ResidentId, 1),
        ("13800138000", Mobile, 1),
        ("19912345678", Mobile, 1),
        ("１３８００１３８０００", Mobile, 1),
        ("电话13800138000", Mobile, 3),
        ("电话：138 0013 8000。", Mobile, 4),
        ("138-0013-8000", Mobile, 1),
        ("1 3 8 0 0 1 3 8 0 0 0", Mobile, 1),
        ("+8613800138000", Mobile, 4),
        ("＋86 138 0013 8000", Mobile, 5),
        ("(+86)13800138000", Mobile, 6),
        ("008613800138000", Mobile, 5),
        ("0086-138-0013-8000", Mobile, 6),
        ("+86138.0013.8000", Mobile, 4),
        ("2024-03-04 13800138000", Mobile, 12),
        ("12-13800138000-1", Mobile, 4),
        ("13800138000/13900139000", Mobile, 1),
        ("a13800138000X", Mobile, 2),
    ] {
        assert_eq!((found(text), plain(text)), (Some((kind, at)), Some((kind, at))), "{text}");
    }
}

#[test]
fn near_misses_pass() {
    let bodies =
        ["37082919900230123", "37082919000229123", "37082919901301123", "37082917991231123", "37082922000101123"];
    let outside =
        bodies.iter().chain(&["07082919900101123", "37082919900100123", "37082919900001123"]).map(|it| checked(it));
    let near = [
        "370829199001011233",
        "37082919900101123",
        "37082919900101123Y",
        "3708291990010112X3",
        "37082919900101123   X",
        "1440524188001010014",
        "4405241880010100140",
        "370829900101123",
        "91370829MA3C1X2Y3Z",
        "1380013800",
        "138001380000",
        "213800138000",
        "12800138000",
        "03800138000",
        "8613800138000",
        "+8713800138000",
        "+86138001380001",
        "00861380013800",
        "440524 - 18800101 - 0014",
        "138   0013   8000",
        "138,0013,8000",
        "138\n0013\n8000",
        "138(0013)8000",
        "0537-2345678",
        "0537 2345678 12",
        "400-800-8800",
        "济政字〔2021〕30号",
        "2024-03-04 09:00 至 2024-03-05",
        "承诺5个工作日，法定20个工作日",
        "一三八〇〇一三八〇〇〇",
        "①③⑧⓪⓪①③⑧⓪⓪⓪",
    ];
    for text in near.into_iter().map(str::to_owned).chain(outside) {
        assert_eq!((found(&text), plain(&text)), (None, None), "{text}");
    }
    for body in ["37082918000101123", "37082921991231123", "37082920000229123", "10000019960229000"] {
        assert_eq!(found(&checked(body)), Some((ResidentId, 1)), "{body}");
    }
}

#[test]
fn every_separator_is_seen_through_up_to_twice_and_no_other_character() {
    for c in '\0'..=char::MAX {
        let apart = |times: usize| c.to_string().repeat(times);
        let text = |times: usize| format!("138{0}0013{0}8000", apart(times));
        let seen = SEPARATORS.contains(&c);
        match text(1).parse::<Text>() {
            Err(why @ BadText::PersonalData { .. }) => assert!(seen, "{c:?}: {why}"),
            Err(BadText::Character { .. }) | Ok(_) => assert!(!seen, "{c:?}"),
            Err(why) => panic!("{c:?}: {why}"),
        }
        if seen {
            assert_eq!((found(&text(2)), found(&text(3))), (Some((Mobile, 1)), None), "{c:?}");
            let number = |times: usize| format!("370829{0}19900101{0}123{0}X", apart(times));
            assert_eq!((found(&number(2)), found(&number(3))), (Some((ResidentId, 1)), None), "{c:?}");
        }
    }
}

#[test]
fn the_refusal_names_the_place_and_the_clause_and_not_the_number() {
    let why = "电话13800138000".parse::<Text>().unwrap_err();
    assert_eq!(
        (why.to_string().as_str(), why.zh().as_str()),
        (
            "a mobile number begins at character 3 of the text: leave it out, personal data is not to be told (C7)",
            "第3个字符起为手机号码，属个人隐私信息，应予隐去（第三部分第7点）",
        )
    );
    assert!(why.zh().contains(Clause::C7.cite()));
    assert_eq!(ResidentId.label(), "居民身份证号");
    assert_eq!(serde_json::to_value([ResidentId, Mobile]).unwrap(), json!(["resident_id", "mobile"]));
    assert_eq!(Fact::from(Mobile), Fact::Term { zh: "手机号码", en: "mobile number" });
}

/// A form with a number in it is not read, and what is told of it does not tell the number.
#[track_caller]
fn not_read<T: serde::de::DeserializeOwned + std::fmt::Debug>(form: &Value, number: &str, words: &str) {
    let why = serde_json::from_str::<T>(&form.to_string()).unwrap_err().to_string();
    assert!(why.contains(words) && !why.contains(number), "{why}");
}

#[test]
fn stored_forms_with_personal_data_are_not_read() {
    let (id, mobile) = ("37082919900101123X", "13800138000");
    let begins = |at: usize| format!("begins at character {at} of the text");
    not_read::<Text>(&json!(format!("经办人{mobile}")), mobile, &begins(4));
    not_read::<Text>(&json!(format!("{}{id}", "字".repeat(70))), "3708", &begins(71));
    // a text that is refused for something else does not tell it either
    not_read::<Text>(&json!(format!("{mobile}\t")), mobile, "character 12");
    not_read::<Text>(&json!(format!("{}{id}", "字".repeat(2_000))), id, "2018 characters");
    not_read::<Mark>(&json!(format!("{id} 1")), id, "character 19");
    not_read::<Venue>(&json!({ "kiosk": format!("店主{mobile}") }), mobile, &begins(3));
    not_read::<Office>(&json!([{ "recorded": "2024-03-04", "note": format!("联系人 {mobile}") }]), mobile, &begins(5));
    not_read::<TakeReviewStep>(&json!({ "step": "site", "finding": mobile }), mobile, &begins(1));
    not_read::<Township>(&json!(mobile), mobile, "no township is called");
    let why = mobile.parse::<Region>().unwrap_err();
    assert!(!why.to_string().contains(mobile) && !why.zh().contains(mobile) && why.input == mobile, "{why}");
    let mut office: Value = serde_json::from_str(OFFICE_JSON).unwrap();
    office[0]["agreements"][0]["users"][0] = json!(id);
    not_read::<Office>(&office, id, &begins(1));
}

#[test]
fn a_person_is_referred_to_by_no_personal_data() {
    let (id, mobile) = ("37082919900101123X", "13800138000");
    for (text, kind) in
        [(id, ResidentId), ("u-37082919900101123x", ResidentId), (mobile, Mobile), ("u13800138000", Mobile)]
    {
        let at = text.find(['1', '3']).unwrap() + 1;
        assert_eq!(text.parse::<Person>(), Err(BadText::PersonalData { kind, at }));
        let official = json!({"official": {"body": {"department": "health"}, "person": text}});
        not_read::<Actor>(&official, text, "begins at character");
        not_read::<Actor>(&json!({ "applicant": text }), text, "begins at character");
        let file = json!({"case": "C-1", "item": "A1-33", "place": {"region": "wenshang"}, "scope": {"others": []},
            "venue": "online", "applicant": text, "materials": [], "follows": null});
        not_read::<File>(&file, text, "begins at character");
        // a case may happen to be numbered like that
        assert_eq!(text.parse::<Mark>().unwrap().as_str(), text);
    }
    for text in ["clerk-7", "applicant-1", "工号0042", "370829199001011233", "9f1c2e7a-5b0d-4c7e-8f21-0d5b6a7c8e9f"] {
        let person: Person = text.parse().unwrap();
        assert_eq!((person.as_str(), person.to_string()), (text, text.to_owned()));
        assert_eq!(serde_json::to_value(&person).unwrap(), text);
        assert_eq!(serde_json::from_value::<Person>(text.into()).unwrap(), person);
        let mark: Mark = text.parse().unwrap();
        assert_eq!((Fact::from(&person), Mark::from(person.clone())), (Fact::Mark(mark.clone()), mark.clone()));
        assert_eq!(Fact::from(person), Fact::Mark(mark));
    }
    for text in ["", "a b", "\u{200b}a", &"a".repeat(65)] {
        assert_eq!(text.parse::<Person>().err(), text.parse::<Mark>().err());
        assert!(text.parse::<Person>().is_err());
    }
}

fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|it| texts(it, into)),
        Value::Object(fields) => fields.iter().for_each(|(name, it)| {
            into.push(name.clone());
            texts(it, into);
        }),
        _ => {}
    }
}

#[test]
fn the_names_and_words_of_the_crate_and_its_examples_pass() {
    let mut all: Vec<String> = Vec::new();
    for item in Edition::built_in().items() {
        all.extend([item.name(), item.remark()].map(str::to_owned));
        all.push(item.key().to_string());
    }
    all.extend(Department::iter().map(|it| it.label().to_owned()));
    all.extend(Modality::iter().map(|it| it.label().to_owned()));
    for region in Region::all() {
        all.extend([region.label(), region.full_name().unwrap_or_default()].map(str::to_owned));
        all.extend(region.code().map(|(code, _)| code.to_string()));
    }
    all.extend(Centre::all().map(|it| it.to_string()));
    all.extend(Township::all().flat_map(|it| [it.name().to_owned(), it.code().to_string()]));
    all.extend(Village::all().flat_map(|it| [it.name().to_owned(), it.code().to_string()]));
    let beside = Silence::iter().map(Source::Silence).chain(Article::iter().map(Source::Article));
    for source in Clause::iter().map(Source::Clause).chain(beside) {
        all.extend([source.id(), source.zh(), source.en()].map(str::to_owned));
        all.push(source.cite());
    }
    all.extend(Rule::iter().flat_map(|it| [it.zh(), it.en(), it.remedy_zh(), it.remedy_en()]).map(str::to_owned));
    texts(&serde_json::from_str(OFFICE_JSON).unwrap(), &mut all);
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let folders = ["", "examples", "schemas"].map(|it| std::fs::read_dir(kept.join(it)).unwrap());
    for file in folders.into_iter().flatten() {
        let path = file.unwrap().path();
        // of what is malformed, texts are
        if path.is_dir() || path.ends_with("malformed.json") {
            continue;
        }
        let golden = std::fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|it| it == "json") {
            texts(&serde_json::from_str(&golden).unwrap(), &mut all);
        } else {
            all.extend(golden.lines().map(|it| it.trim().to_owned()));
        }
    }
    all.retain(|it| !it.is_empty());
    assert!(all.len() > 15_000, "{}", all.len());
    for text in all {
        assert_eq!((found(&text), plain(&text)), (None, None), "{text}");
    }
}
