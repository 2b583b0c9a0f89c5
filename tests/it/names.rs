//! Whatever has a name is found by each of its names, and what has none is told with the nearest.

use std::{collections::BTreeSet, fmt::Debug, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Clause, Department, Modality, Place, Region, Rule, Source,
    case::StepKind,
    law::{Article, Silence},
    oversight::{Activity, By},
    place::Village,
    text::{Bilingual, Unknown},
};

/// What data calls it.
fn stored(it: impl Serialize) -> String {
    serde_json::to_value(it).unwrap().as_str().unwrap().to_owned()
}

fn named<T>()
where
    T: IntoEnumIterator + FromStr<Err = Unknown> + Serialize + DeserializeOwned + Bilingual + Copy + PartialEq + Debug,
{
    for it in T::iter() {
        let name = stored(it);
        assert_eq!(serde_json::from_value::<T>(json!(name)).unwrap(), it);
        let typed = it.to_string().to_uppercase();
        for name in [it.zh(), it.to_string(), name.replace('_', "-"), name, typed, format!(" {} ", it.zh())] {
            assert_eq!(name.parse(), Ok(it), "{name}");
        }
        let why = format!("{}某", it.zh()).parse::<T>().unwrap_err();
        assert!(why.nearest.contains(&it.zh()), "{why}");
    }
    for none in ["", "某", "Nothing", "null", "0"] {
        let why = none.parse::<T>().unwrap_err();
        assert_eq!((why.input.as_str(), why.shared), (none, false));
        assert!(why.nearest.is_empty() || none.len() > 1, "{why}");
    }
    for it in T::iter() {
        // who writes as data does is told as data does
        let why = format!("{}-", stored(it)).parse::<T>().unwrap_err();
        assert!(why.nearest.contains(&stored(it)) && why.nearest.iter().all(|it| it.is_ascii()), "{why}");
    }
}

macro_rules! words {
    ($($room:ident: $($Type:ident),+;)+) => {
        const WORDS: &[&str] = &[$($(stringify!($Type)),+),+];

        #[test]
        fn a_closed_word_is_found_in_chinese_in_english_and_as_data_has_it() {
            $($(named::<tongquan::$room::$Type>();)+)+
            assert_eq!("委托收件".parse(), Ok(Modality::Intake));
        }

        /// Every closed word, in Chinese and in English.
        fn told() -> Vec<(String, String)> {
            let mut all = Vec::new();
            $($(all.extend(tongquan::$room::$Type::iter().map(|it| (it.zh(), it.to_string())));)+)+
            all
        }
    };
}

words! {
    body: UnitKind;
    case: DutyStateKind, MessageKind, Period, Role, StageKind, StepKind, Timeliness;
    catalogue: Kind, Modality, Origin, Practice, Why;
    oversight: AwardKind, DisputedAct, DisputeKind, DisputeState, DisputeStepKind, EngagementState, EngagementStepKind, EvidenceOf, FeedbackState,
        FeedbackStepKind, FindingState, FindingStepKind, LicenceState, LicenceStepKind, Repository, ReversalState, ReversalStepKind, Span;
    place: Confidence, RegionKind, TownshipKind, VillageKind;
    register: AgreementState, Aspect, CeilingEffect, ConditionKind, ElectronicMeans, Element, ExampleKind, ExpertWork, Indicator, ObligationState,
        ProcedureKind, Remedy, Rhythm, SealState, SealStepKind, Shared, TimeUnit, Direction;
    route: Effect, Owes, Seal, Tier, VenueKind;
    time: ExceptionKind;
}

/// Terms of four characters and more stand whole within a word; shorter ones are words, and may be inflected: 受理 is acceptance, accept, accepting.
#[test]
fn words_are_the_terms_of_the_glossary() {
    let glossary = include_str!("../../seeds/glossary.tsv").lines().skip(1).filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, cells.next()?))
    });
    let terms: Vec<(&str, String)> = glossary
        .flat_map(|(zh, en)| {
            zh.split([' ', '/', '、']).filter(|it| !it.is_empty()).map(move |it| (it, en.to_lowercase()))
        })
        .collect();
    let (mut held, mut otherwise) = (0, BTreeSet::new());
    for (word, told) in told().into_iter().map(|(zh, en)| (zh, en.to_lowercase())) {
        for (term, en) in &terms {
            let told_so = if term.chars().count() >= 4 {
                let (whole, _) = en.split_once(" (").unwrap_or((en, ""));
                word.contains(term).then(|| whole.split(" / ").any(|it| told.contains(it)))
            } else {
                let stems = |text: &str| -> Vec<String> {
                    text.split([' ', '(', ')', '-'])
                        .map(|it| it.chars().take(4).collect())
                        .filter(|it: &String| it.len() == 4)
                        .collect()
                };
                (word == *term).then(|| stems(en).iter().any(|it| stems(&told).contains(it)))
            };
            if told_so == Some(false) {
                otherwise.insert(format!("{word}: {told}"));
            }
            held += usize::from(told_so.is_some());
        }
    }
    // the steps and stages of a case have plain verbs
    let plain = [
        "不予受理: cases not accepted",
        "不予受理: not accept",
        "不予受理: not accepted",
        "办结: concluded",
        "启动特别程序: suspend",
        "批后报备: report",
        "收件: cases filed",
        "收件: filed",
        "特别程序: suspended",
    ];
    assert_eq!(otherwise.iter().map(String::as_str).collect::<Vec<_>>(), plain);
    assert_eq!(held, 59);
}

/// A word that has its two names and can be gone through, and is closed, is read by each of them.
#[test]
fn every_closed_word_is_read() {
    let mut read = Vec::new();
    for text in crate::house::sources("src").into_iter().map(|(_, text)| text) {
        for (at, _) in text.match_indices("terms!(") {
            let word = text[at + "terms!(".len()..].split([' ', '{']).next().unwrap();
            let Some((before, _)) = text.split_once(&format!("pub enum {word} ")) else { continue };
            let last = before.rsplit("\n\n").next().unwrap();
            let attributes: String = last.lines().filter(|it| !it.starts_with("//")).collect();
            if attributes.contains("EnumIter") && !attributes.contains("non_exhaustive") {
                read.push(word.to_owned());
            }
        }
    }
    read.sort();
    let mut listed: Vec<String> = WORDS.iter().map(|&it| it.to_owned()).collect();
    listed.sort();
    assert_eq!(read, listed);
}

#[test]
fn a_region_and_a_department_are_found_as_data_has_them_too() {
    for it in Region::all() {
        assert_eq!((stored(it).parse(), it.label().parse()), (Ok(it), Ok(it)));
        assert_eq!(stored(it).parse(), Ok(Place::Region(it)));
    }
    for it in Department::all() {
        for name in [stored(it), it.label().to_owned(), format!("济宁{}", it.label())] {
            assert_eq!((name.parse(), name.parse()), (Ok(it), Ok(By::Department(it))), "{name}");
        }
    }
    // capitals, spaces and hyphens are how a name is typed, and no part of it
    assert_eq!(("Transport".parse(), "High-Tech Zone".parse()), (Ok(Department::Transport), Ok(Region::HighTechZone)));
    for (near, meant) in [("Wenshan", "wenshang"), ("high-tec-zone", "high_tech_zone"), ("Wei Shan", "weishan")] {
        assert_eq!(near.parse::<Region>().unwrap_err().nearest[0], meant);
    }
}

#[test]
fn what_is_cited_is_found_by_its_identifier() {
    Clause::iter().for_each(|it| assert_eq!((it.id().parse(), it.id().parse()), (Ok(it), Ok(Source::Clause(it)))));
    Article::iter().for_each(|it| assert_eq!((it.id().parse(), it.id().parse()), (Ok(it), Ok(Source::Article(it)))));
    Silence::iter().for_each(|it| assert_eq!((it.id().parse(), it.id().parse()), (Ok(it), Ok(Source::Silence(it)))));
    assert_eq!("S99".parse::<Silence>().unwrap_err().zh(), "没有名为“S99”的留白；相近的有：“S19”、“S29”、“S39”");
    assert!("C6".parse::<Article>().is_err() && "APL34".parse::<Clause>().is_err());
    for it in Rule::iter() {
        assert_eq!((it.to_string(), it.to_string().parse()), (it.id().to_owned(), Ok(it)));
    }
}

#[test]
fn an_activity_of_a_plain_log_goes_by_the_names_of_its_step() {
    for it in StepKind::iter() {
        for name in [stored(it), it.zh(), it.to_string()] {
            assert_eq!(Activity::named(&name), Activity::Step(it), "{name}");
        }
    }
}

#[test]
fn whatever_lies_in_a_region_is_a_place() {
    let village = Village::all().next().unwrap();
    assert_eq!(Place::from(village), Place::Village(village));
    assert_eq!(Place::from(village.township()), Place::Township(village.township()));
    assert_eq!(
        serde_json::to_value(Place::from(village)).unwrap(),
        json!({ "village": Value::from(village.code().to_string()) })
    );
}
