//! The supervision bureau's batch (example `supervision_batch`): shards in any split and order are the whole, a shard of another day or of no counts is
//! named and left out, a line that is no journal is told and the rest goes on.

#[path = "../../examples/supervision_batch/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the example tells what it does; tests are silent")]
mod batch;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::ErrorKind,
    sync::LazyLock,
};

use batch::{
    Batch, Shard,
    merged::{Merged, Twice},
    note::{Note, SHOWN},
    sample,
    shard::Fault,
    tell,
};
use chrono::NaiveDate;
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Calendar, Journal, Office, Place, Region, Rule,
    oversight::{Audit, Evidence, EvidenceOf, EvidenceRow, Facet},
};

use crate::{
    audit::{Count, Unread},
    scratch::Scratch,
    simulation::{Draw, World, planted},
    support::day,
};

static WORLD: LazyLock<World> = LazyLock::new(|| World::new().unwrap());

/// Lawful and broken ones, in many regions.
static JOURNALS: LazyLock<Vec<Journal>> = LazyLock::new(|| {
    let lines = planted(&WORLD, 120, Draw { seed: 5, faults: 30 }).unwrap();
    let all: Vec<Journal> = lines.into_iter().map(|it| it.journal).collect();
    let numbers: BTreeSet<&str> = all.iter().map(|it| it.opening.step.case.as_str()).collect();
    assert_eq!(numbers.len(), all.len());
    all
});

fn year_end() -> NaiveDate {
    day(2024, 12, 31)
}

fn text<'j>(journals: impl IntoIterator<Item = &'j Journal>) -> String {
    journals.into_iter().map(|it| sample::line(it).unwrap()).collect()
}

/// Counted one by one, with nothing of the batch's.
fn counted<'j>(on: NaiveDate, journals: impl IntoIterator<Item = &'j Journal>, office: Option<&Office>) -> Count {
    let mut count = Count::on(on);
    for journal in journals {
        let audit = office.map_or_else(|| Audit::of(journal.clone()), |it| Audit::against(journal.clone(), it));
        count.conformance.add(&audit);
        count.statistics.add_audited(&audit, Calendar::built_in(), Facet::all);
        count.evidence.add_audited(&audit, Calendar::built_in(), Evidence::key);
    }
    count
}

fn written(count: &Count) -> String {
    serde_json::to_string(count).unwrap()
}

/// What was found in the lines of a shard.
#[track_caller]
fn notes<'m>(merged: &'m Merged<'_>, shard: usize) -> &'m [(u64, Note)] {
    let (name, read) = &merged.shards[shard];
    &read.as_ref().unwrap_or_else(|it| panic!("{name}: {it}")).notes.shown
}

#[track_caller]
fn fault<'m>(merged: &'m Merged<'_>, shard: &str) -> &'m Fault {
    let (_, read) = merged.shards.iter().find(|(name, _)| *name == shard).unwrap();
    assert!(!merged.is_whole());
    read.as_ref().err().unwrap()
}

/// Which of four shards each journal is in, which shards were counted elsewhere, and in what order they are given.
fn split() -> impl Strategy<Value = (Vec<usize>, [bool; 4], Vec<usize>, NaiveDate)> {
    let order = Just(vec![0, 1, 2, 3]).prop_shuffle();
    (
        vec(0_usize..4, JOURNALS.len()),
        any::<[bool; 4]>(),
        order,
        (0_u64..366).prop_map(|it| day(2024, 1, 1) + chrono::Days::new(it)),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn merged_shards_are_the_whole((of, elsewhere, order, on) in split()) {
        let office = Some(&WORLD.office);
        let shards: Vec<Shard> = order.iter().map(|shard| {
            let its = JOURNALS.iter().zip(&of).filter(|(_, it)| *it == shard).map(|(it, _)| it);
            if elsewhere[*shard] {
                Shard::text(&format!("{shard}.json"), written(&counted(on, its, office)))
            } else {
                Shard::text(&format!("{shard}.jsonl"), text(its))
            }
        }).collect();
        let merged = Batch::on(on, office).run(&shards);
        prop_assert!(merged.is_whole() && merged.twice.shown.is_empty());
        prop_assert_eq!(&merged.count, &counted(on, &*JOURNALS, office));
        // each is told by its own name
        for ((name, read), shard) in merged.shards.iter().zip(&order) {
            let its = of.iter().filter(|it| *it == shard).count();
            prop_assert!(name.starts_with(&shard.to_string()));
            prop_assert_eq!(read.as_ref().unwrap().cases, its as u64);
        }
        let counted_elsewhere = of.iter().filter(|it| elsewhere[**it]).count();
        prop_assert_eq!(merged.unnamed, counted_elsewhere as u64);
    }
}

#[test]
fn cases_and_seals_by_region_are_those_that_the_json_of_the_journals_has() {
    let on = day(2024, 9, 15);
    let lawful: Vec<Journal> =
        planted(&WORLD, 200, Draw { seed: 9, faults: 0 }).unwrap().into_iter().map(|it| it.journal).collect();
    let shards = [&lawful[..50], &lawful[50..120], &lawful[120..]].map(|it| Shard::text("it.jsonl", text(it)));
    let merged = Batch::on(on, Some(&WORLD.office)).run(&shards);

    let mut naive: BTreeMap<Region, (u64, u64, u64)> = BTreeMap::new();
    for line in lawful.iter().map(|it| sample::line(it).unwrap()) {
        let entries: Vec<Value> = serde_json::from_str(&line).unwrap();
        let until: Vec<(&String, &Value)> = entries
            .iter()
            .flat_map(|it| it.as_object().unwrap())
            .filter(|(_, taken)| taken["stamp"]["at"].as_str().unwrap() < "2024-09-16")
            .collect();
        let Some((_, file)) = until.first() else { continue };
        let place: Place = serde_json::from_value(file["step"]["place"].clone()).unwrap();
        let region = naive.entry(place.managing_region().unwrap().0).or_default();
        let times = |step: &str| until.iter().filter(|(it, _)| *it == step).count() as u64;
        *region = (region.0 + 1, region.1 + times("affix_seal_no2"), region.2 + times("decide_favourably"));
    }
    let told = merged.count.statistics.groups().filter_map(|(key, it)| match key {
        Facet::Region(region) => Some((*region, (it.cases(), it.seal_no_2_uses(), it.favourable()))),
        _ => None,
    });
    assert_eq!(told.collect::<BTreeMap<_, _>>(), naive);
    let all = naive.values().fold((0, 0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1, sum.2 + it.2));
    // some were filed later, and some are not decided yet
    assert!(naive.len() > 10 && all.0 > all.2 && all.0 < 200 && all.1 > 10, "{all:?}");
}

#[test]
fn counts_are_read_back_as_they_were_written_and_merged_with_journals() {
    let (first, second) = JOURNALS.split_at(70);
    let batch = Batch::on(year_end(), None);
    let county = [Shard::text("a.jsonl", text(first) + "no journal\n" + &text(&first[..1]))];
    let written = written(&batch.run(&county).count);
    let read: Count = serde_json::from_str(&written).unwrap();
    assert_eq!(&read, &batch.run(&county).count);
    assert_eq!((read.unread, read.again, read.conformance.cases()), (1, 1, 70));

    let city = [Shard::text("county.json", written), Shard::text("b.JSONL", text(second))];
    let merged = batch.run(&city);
    let mut whole = counted(year_end(), &*JOURNALS, None);
    (whole.unread, whole.again) = (1, 1);
    assert_eq!(merged.count, whole);
    assert!(merged.is_whole() && merged.unnamed == 70);
}

#[test]
fn a_shard_of_another_day_is_refused_and_named_and_the_others_are_counted() {
    let on = year_end();
    let (first, second) = JOURNALS.split_at(40);
    let before = written(&counted(on.pred_opt().unwrap(), first, None));
    let same = Shard::text("same.json", written(&counted(on, first, None)));
    // the figures are of the day, the evidence of the day before: nothing of it is taken
    let mut mixed: Value = serde_json::from_str(&written(&counted(on, first, None))).unwrap();
    mixed["evidence"]["day"] = json!("2024-12-30");
    for refused in [before, mixed.to_string()] {
        for refused_first in [true, false] {
            let mut shards = vec![Shard::text("other.json", refused.clone()), Shard::text("b.jsonl", text(second))];
            if !refused_first {
                shards.reverse();
            }
            let merged = Batch::on(on, None).run(&shards);
            let Fault::Refused(why) = fault(&merged, "other.json") else { panic!("not refused") };
            assert!(why.names(Rule::StatisticsOfOneDay));
            let told = fault(&merged, "other.json").to_string();
            assert!(told.contains("2024-12-31") && told.contains("2024-12-30"), "{told}");
            assert_eq!(merged.count, counted(on, second, None));
        }
    }
    assert!(Batch::on(on, None).run(&[same]).is_whole());
}

#[test]
fn a_shard_that_cannot_be_read_is_named_and_the_others_are_counted() {
    let kept = Scratch::new("batch-unreadable").unwrap();
    let missing = kept.file("missing.jsonl").display().to_string();
    let shards = [
        Shard::file(&missing),
        Shard::text("journals.json", text(&JOURNALS[..2])),
        Shard::text("cut.json", written(&counted(year_end(), &JOURNALS[..2], None))[..500].into()),
        Shard::text("well.jsonl", text(&JOURNALS[2..5])),
    ];
    let merged = Batch::on(year_end(), None).run(&shards);
    assert!(matches!(fault(&merged, &missing), Fault::Unreadable(why) if why.kind() == ErrorKind::NotFound));
    assert!(matches!(fault(&merged, "journals.json"), Fault::NotCounts(_)));
    let cut = fault(&merged, "cut.json");
    assert!(cut.to_string().contains("EOF") && cut.zh().starts_with("不是统计："), "{cut}");
    assert_eq!(merged.count, counted(year_end(), &JOURNALS[2..5], None));
}

#[test]
fn a_shard_that_is_one_json_document_is_named_and_the_others_are_counted() {
    let whole = format!("[\n{}\n]", text(&JOURNALS[..2]).trim_end().replace('\n', ",\n"));
    let shards = [
        Shard::text("whole.jsonl", whole),
        Shard::text("office.jsonl", serde_json::to_string(&WORLD.office).unwrap()),
        Shard::text("well.jsonl", text(&JOURNALS[2..5])),
    ];
    let merged = Batch::on(year_end(), None).run(&shards);
    let (document, office) = (fault(&merged, "whole.jsonl"), fault(&merged, "office.jsonl"));
    assert_eq!(document.to_string(), "it is one JSON document; not audited: one journal a line is wanted (JSON Lines)");
    assert_eq!(document.zh(), "整个文件是一份JSON；未核查：应为一行一件流转记录（JSON Lines）");
    assert!(office.zh().starts_with("这是登记的修订，请以 --office 指明"), "{office}");
    assert_eq!(merged.count, counted(year_end(), &JOURNALS[2..5], None));
}

#[test]
fn a_line_that_is_no_journal_is_told_by_its_number_and_the_rest_is_counted() {
    let lines: Vec<String> = JOURNALS[..4].iter().map(|it| sample::line(it).unwrap()).collect();
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(lines[0].replace('\n', "\r\n").bytes());
    bytes.extend(b"\n[]\n\xb0\xec\xbc\xfe\n"); // 办件 in GBK
    bytes.extend(lines[1][..lines[1].len() / 2].bytes());
    bytes.extend(format!("\n{}{}", lines[2], lines[0]).bytes());
    bytes.extend(lines[3].trim_end().bytes()); // no newline at the end
    let kept = Scratch::new("batch-lines").unwrap();
    fs::write(kept.file("bad.jsonl"), bytes).unwrap();
    let shards = [
        Shard::text("well.jsonl", text(&JOURNALS[4..9])),
        Shard::file(&kept.file("bad.jsonl").display().to_string()),
        Shard::text("noise.jsonl", "noise\n".repeat(SHOWN + 15)),
        Shard::text("empty.jsonl", String::new()),
    ];
    let merged = Batch::on(year_end(), None).run(&shards);
    assert!(merged.is_whole() && notes(&merged, 0).is_empty());
    let told = notes(&merged, 1);
    assert_eq!(told.iter().map(|it| it.0).collect::<Vec<_>>(), [1, 3, 4, 5, 7]);
    let [(_, marked), (_, empty), (_, gbk), (_, cut), (_, again)] = told else { panic!("{told:?}") };
    assert!(matches!(marked, Note::Marked) && matches!(gbk, Note::Unread(Unread::NotUtf8 { at: 1, .. })));
    assert!(matches!(empty, Note::NotJournal(_)) && matches!(cut, Note::NotJournal(why) if why.is_eof()));
    let first = JOURNALS[0].opening.step.case.as_str();
    assert!(matches!(again, Note::Again { case, first: 1 } if case == first), "{again:?}");
    // many are counted, and no more are shown than one reads
    let noise = merged.shards[2].1.as_ref().unwrap();
    assert_eq!((noise.cases, noise.notes.shown.len(), noise.notes.more), (0, SHOWN, 15));

    let mut whole = counted(year_end(), JOURNALS[..9].iter().filter(|it| **it != JOURNALS[1]), None);
    (whole.unread, whole.again) = (3 + SHOWN as u64 + 15, 1);
    assert_eq!(merged.count, whole);
}

#[test]
fn a_case_that_stands_in_two_shards_is_told_with_both_places() {
    let shards = [
        Shard::text("a.jsonl", text(&JOURNALS[..6])),
        Shard::text("b.jsonl", text(JOURNALS[4..9].iter().rev())),
        Shard::text("c.jsonl", text(&JOURNALS[5..6])),
    ];
    let merged = Batch::on(year_end(), None).run(&shards);
    let twice = [((1, 4), (0, 6)), ((1, 5), (0, 5)), ((2, 1), (0, 6))];
    assert_eq!(merged.twice.shown, twice.map(|(at, before)| Twice { at, before }));
    assert_eq!((merged.count.conformance.cases(), merged.is_whole()), (12, true));
}

#[test]
fn the_first_items_of_the_evidence_are_ten_at_most_and_none_is_without_a_figure() {
    let count = counted(year_end(), &*JOURNALS, Some(&WORLD.office));
    let items = Evidence::of(&count.evidence, WORLD.office.now()).by_item();
    for of in EvidenceOf::iter() {
        let first: Vec<_> = tell::first(&items, of).collect();
        assert!((1..=10).contains(&first.len()), "{of}: {}", first.len());
        let says = |it: &&EvidenceRow<'_>| match of {
            EvidenceOf::LowVolume => true,
            EvidenceOf::Cost => it.measures().decided() > 0 && it.days().whole() > 0,
            EvidenceOf::Refusals => it.measures().refused() > 0,
        };
        assert!(first.iter().all(says), "{of}");
        // none of the others says more
        let beyond = items.ranked(of).into_iter().filter(says).count();
        assert_eq!(first.len(), beyond.min(10), "{of}");
    }
}

#[test]
fn the_shards_that_the_program_makes_show_everything() {
    let on = sample::DAY.parse().unwrap();
    let shards = sample::shards(on).unwrap();
    let merged = Batch::on(on, None).run(&shards);
    let mut whole = counted(on, &sample::journals().unwrap(), None);
    whole.merge(counted(on, &sample::elsewhere().unwrap(), None)).unwrap();
    whole.unread = 1;
    assert_eq!(merged.count, whole);
    assert!(merged.is_whole() && merged.twice.shown.is_empty() && merged.unnamed > 0);
    assert!(whole.conformance.clean() < whole.conformance.cases());
    assert!(whole.statistics.group(&Facet::All).unwrap().outstanding() > 0);
    let other = [sample::of_another_day(on).unwrap()];
    assert!(matches!(fault(&Batch::on(on, None).run(&other), "yesterday.json"), Fault::Refused(_)));
}
