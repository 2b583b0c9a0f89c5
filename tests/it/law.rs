//! What is cited can be read, rules say what they want and on what ground, and law is asked about a day that it covers.

use std::collections::HashSet;

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    Clause, Rule, Source,
    law::{Article, NotInForce, Silence},
};

use crate::{
    places::rows,
    support::{self, day},
};

const ARTICLES: &str = include_str!("../../seeds/articles.tsv");
const CITY: &str = "市直各有关部门（单位）";
const REGIONS: &str = "各县（市、区）、功能区";

fn chinese(text: &str) -> usize {
    text.chars().filter(|it| support::is_chinese(*it)).count()
}

fn english(text: &str) -> usize {
    text.chars().filter(char::is_ascii_alphabetic).count()
}

fn is_chinese(text: &str) -> bool {
    chinese(text) > 0
}

/// English, though it may quote a word of the document.
fn is_english(text: &str) -> bool {
    english(text) > 10 * chinese(text)
}

/// Each text is there once.
#[track_caller]
fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    let mut seen = HashSet::new();
    texts.for_each(|text| assert!(seen.insert(text), "twice: {text}"));
    seen.len()
}

fn sources() -> impl Iterator<Item = Source> {
    let beside = Silence::iter().map(Source::Silence).chain(Article::iter().map(Source::Article));
    Clause::iter().map(Source::Clause).chain(beside)
}

#[test]
fn every_source_has_an_id_of_its_own() {
    assert_eq!(distinct(sources().map(Source::id)), 22 + Silence::iter().count() + 49);
    for source in sources() {
        assert_eq!(source.to_string(), source.id());
        assert_eq!(serde_json::to_value(source).unwrap(), source.id());
    }
    let clauses: Vec<&str> = Clause::iter().map(Clause::id).collect();
    let mut expected = vec!["P1".to_owned(), "P2".to_owned()];
    expected.extend((1..=15).map(|it| format!("C{it}")));
    expected.extend(["P4.1", "P4.2", "P4.3", "A1", "A2"].map(str::to_owned));
    assert_eq!(clauses, expected);
    let silences: Vec<&str> = Silence::iter().map(Silence::id).collect();
    assert!(silences.len() >= 31, "those of the rulebook");
    assert_eq!(silences, (1..=silences.len()).map(|it| format!("S{it}")).collect::<Vec<_>>());
    assert_eq!(distinct(Clause::iter().map(Clause::cite)), 22);
}

#[test]
fn every_clause_and_silence_is_told_in_both_languages() {
    let clauses = Clause::iter().map(|it| (it.id(), it.zh(), it.en()));
    let silences = Silence::iter().map(|it| (it.id(), it.zh(), it.en()));
    for (id, zh, en) in clauses.clone().chain(silences.clone()) {
        assert!(is_chinese(zh) && is_english(en), "{id}: {zh} {en}");
        assert!(zh.ends_with('。') && en.ends_with(['.', ')']), "{id}: {zh} {en}");
    }
    assert_eq!(
        distinct(clauses.clone().chain(silences.clone()).flat_map(|(_, zh, en)| [zh, en])),
        2 * (22 + Silence::iter().count())
    );
    assert!(Clause::iter().all(|it| is_chinese(it.cite())));
}

#[test]
fn the_silences_that_no_data_switches_are_those_marked_fixed() {
    let of_the_rulebook = Silence::iter().take(31);
    let fixed: Vec<&str> = of_the_rulebook.filter(|it| it.is_fixed()).map(Silence::id).collect();
    assert_eq!(fixed, ["S8", "S9"]);
}

#[test]
fn every_clause_binds_the_units_of_its_own_line() {
    let office = "市政府办公室";
    let approval = "市行政审批服务局";
    for clause in Clause::iter() {
        let leads: &[&str] = match clause.id() {
            "C1" | "C2" | "C3" | "P4.2" => &[office],
            "C4" | "C12" => &[approval],
            "C5" => &[approval, "市大数据中心"],
            "C6" => &[approval, office],
            "C9" => &["市委编办", "市人力资源社会保障局", "市财政局"],
            "C13" | "C14" | "C15" => &[office, approval],
            _ => &[],
        };
        let bearers: &[&str] = match clause.id() {
            "P1" | "P2" | "P4.3" | "A1" | "A2" => &[],
            "C10" => &[CITY],
            "C14" => &[CITY, "汶上县", "济宁高新区"],
            "P4.1" => &[REGIONS, CITY],
            _ => &[CITY, REGIONS],
        };
        assert_eq!((clause.leads(), clause.bearers()), (leads, bearers), "{clause}");
    }
}

#[test]
fn what_was_due_was_due_on_the_days_of_the_document() {
    let (plans, online, july) = (day(2021, 6, 30), day(2021, 7, 15), day(2021, 7, 31));
    for clause in Clause::iter() {
        let due: &[NaiveDate] = match clause {
            Clause::C2 | Clause::C6 | Clause::C10 => &[plans],
            Clause::C4 => &[online, july],
            Clause::C8 | Clause::C13 | Clause::C14 | Clause::C15 => &[july],
            Clause::P1 | Clause::P2 | Clause::C1 | Clause::C3 | Clause::C5 | Clause::C7 | Clause::C9 => &[],
            Clause::C11 | Clause::C12 | Clause::P41 | Clause::P42 | Clause::P43 | Clause::A1 | Clause::A2 => &[],
        };
        assert_eq!(clause.due(), due, "{clause}");
    }
}

#[test]
fn every_article_is_what_the_seed_says_point_by_point() {
    let dash = |text: &'static str| if text.is_empty() { "-" } else { text };
    let mut points = 0;
    let mut rows = rows(ARTICLES);
    for article in Article::iter() {
        assert!(
            is_chinese(article.law()) && is_chinese(article.validity()) && !article.topic().is_empty(),
            "{article}"
        );
        assert!(article.number().starts_with(|it: char| it.is_ascii_digit()), "{article}");
        assert!(!article.parameters().is_empty(), "{article}");
        let span = [article.from(), article.until()].map(|it| it.map_or("-".to_owned(), |it| it.to_string()));
        for point in article.parameters() {
            let row = rows.next().unwrap();
            assert_eq!(row[..2], [article.id(), article.topic()]);
            assert_eq!(row[2..5], [point.name, point.value, point.unit].map(dash), "{article}");
            assert_eq!(row[5..8], [article.law(), dash(point.number), dash(point.note)], "{article}");
            assert_eq!(row[8..], [span[0].as_str(), span[1].as_str(), article.validity()], "{article}");
            assert!(point.number.starts_with(article.number()), "{article}");
            points += 1;
        }
    }
    assert_eq!((rows.next(), points), (None, 51));
}

#[test]
fn an_article_speaks_from_its_first_day_to_its_last_and_is_not_guessed_beyond() {
    let ages = [NaiveDate::MIN, day(1949, 10, 1), day(2100, 1, 1), NaiveDate::MAX];
    for article in Article::iter() {
        let (from, until) = (article.from(), article.until());
        assert!(until.is_none_or(|until| from.is_some_and(|from| from <= until)), "{article}");
        let bounds = from.into_iter().chain(until).flat_map(|it| [it.pred_opt().unwrap(), it, it.succ_opt().unwrap()]);
        for day in bounds.chain(ages) {
            // a span that is not known covers nothing
            let covered = from.is_some_and(|from| from <= day) && until.is_none_or(|until| day <= until);
            let expected = if covered { Ok(()) } else { Err(NotInForce { article, day }) };
            assert_eq!(article.on(day), expected, "{article} on {day}");
        }
        assert!(article.on(NaiveDate::MIN).is_err(), "{article}");
    }
    let covered = |article: Article, year, month, on| article.on(day(year, month, on)).is_ok();
    assert!(!covered(Article::Arl19a, 2023, 12, 31) && covered(Article::Arl19a, 2024, 1, 1));
    assert!(!covered(Article::Sdobe30, 2020, 12, 31) && covered(Article::Sdobe30, 2021, 1, 1));
    assert!(covered(Article::Sdobe30, 2025, 3, 19) && !covered(Article::Sdobe30, 2025, 3, 20));
    let of_reconsideration = Article::iter().filter(|it| it.law() == "行政复议法(2023)").map(Article::from);
    assert_eq!(of_reconsideration.collect::<HashSet<_>>(), HashSet::from([Some(day(2024, 1, 1))]));
}

#[test]
fn an_article_that_does_not_cover_the_day_is_named_in_both_languages() {
    let why = Article::Arl19a.on(day(2021, 7, 1)).unwrap_err();
    assert_eq!(why.to_string(), "ARL19a (行政复议法(2023) art. 19) is not known to be in force on 2021-07-01");
    assert_eq!(why.zh(), "本库未收录行政复议法(2023)第19条（ARL19a）在2021-07-01是否有效的依据");
}

#[test]
fn every_rule_and_every_source_is_found_by_its_identifier_and_by_no_other() {
    for rule in Rule::iter() {
        assert_eq!(rule.id().parse(), Ok(rule));
    }
    for source in sources() {
        assert_eq!(source.id().parse(), Ok(source));
    }
    assert!("no_such_rule".parse::<Rule>().is_err() && "C16".parse::<Source>().is_err());
}

#[test]
fn a_source_is_cited_and_told_as_what_it_is() {
    for source in sources() {
        let (cite, zh, en) = match source {
            Source::Clause(it) => (format!("济政字〔2021〕30号{}", it.cite()), it.zh(), it.en()),
            Source::Article(it) => (format!("{}第{}条", it.law(), it.number()), "", it.topic()),
            Source::Silence(it) => (format!("文件未定，本库自定{}", it.id()), it.zh(), it.en()),
        };
        assert_eq!((source.cite(), source.zh(), source.en()), (cite, zh, en));
    }
}

#[test]
fn every_rule_has_a_source_a_sentence_and_a_remedy_of_its_own() {
    let known: HashSet<Source> = sources().collect();
    for rule in Rule::iter() {
        assert!(!rule.sources().is_empty() && rule.sources().iter().all(|it| known.contains(it)), "{rule:?}");
        assert_eq!(distinct(rule.sources().iter().map(|it| it.id())), rule.sources().len(), "{rule:?}");
        assert!(is_chinese(rule.zh()) && is_chinese(rule.remedy_zh()), "{rule:?}");
        assert!(is_english(rule.en()) && is_english(rule.remedy_en()), "{rule:?}");
        assert!(rule.id().chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_'), "{rule:?}");
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.id());
    }
    assert_eq!(distinct(Rule::iter().map(Rule::id)), Rule::iter().count());
    assert_eq!(distinct(Rule::iter().flat_map(|it| [it.zh(), it.en()])), 2 * Rule::iter().count());
    assert_eq!(
        (Rule::SealNo2FormerlyCity.id(), Rule::TimeRunsForward.id()),
        ("seal_no2_formerly_city", "time_runs_forward")
    );
}
