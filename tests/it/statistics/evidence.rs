//! 调整依据: every item in every region that it is devolved to, without a case too, ranked by what it says.

use std::{cmp::Reverse, collections::BTreeMap};

use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use tongquan::{
    Edition, Item, Key, Office, Region, Standing,
    catalogue::Practice,
    oversight::{Evidence, EvidenceOf, EvidenceRow, NotDevolved, Ratio, Statistics},
    place::Regions,
};

use super::{CASES, counted};
use crate::support::day;

/// What was counted of an item in a region: cases, favourable, unfavourable, not accepted, review steps, proceedings, days from acceptance to decision.
#[derive(Clone, Debug, Default)]
struct Plain {
    cases: u64,
    favourable: u64,
    unfavourable: u64,
    not_accepted: u64,
    reviews: u64,
    proceedings: u64,
    days: Vec<u32>,
}

impl Plain {
    fn measures(&self) -> Value {
        let steps = [
            ("accept", self.favourable + self.unfavourable),
            ("not_accept", self.not_accepted),
            ("take_review_step", self.reviews),
            ("suspend", self.proceedings),
            ("decide_favourably", self.favourable),
            ("decide_unfavourably", self.unfavourable),
        ];
        let steps: Vec<Value> = steps.into_iter().filter(|it| it.1 > 0).map(|it| json!(it)).collect();
        let mut days: BTreeMap<u32, u64> = BTreeMap::new();
        self.days.iter().for_each(|it| *days.entry(*it).or_default() += 1);
        let days: Vec<(u32, u64)> = days.into_iter().collect();
        let spans = if days.is_empty() { json!([]) } else { json!([["acceptance_to_decision", days]]) };
        json!({"unproven": 0, "stages": [["closed", self.cases]], "steps": steps, "periods": [], "spans": spans, "messages": []})
    }
}

fn key(item: &str, region: Region) -> (Key, Region) {
    (item.parse().unwrap(), region)
}

fn statistics(on: &str, groups: &[((Key, Region), Plain)]) -> Statistics<(Key, Region)> {
    let groups: Vec<Value> = groups.iter().map(|(key, it)| json!({"key": key, "measures": it.measures()})).collect();
    serde_json::from_value(json!({"v": 1, "day": on, "unrouted": 0, "groups": groups})).unwrap()
}

fn told(rows: &[&EvidenceRow<'_>]) -> Vec<String> {
    rows.iter().map(|it| it.zh()).collect()
}

/// Everything devolved, by item and region.
fn devolved() -> Vec<(Item<'static>, Region)> {
    let each = Edition::built_in().items().flat_map(|item| Region::all().map(move |region| (item, region)));
    each.filter(|(item, region)| matches!(item.cell(*region).standing, Standing::Devolved(_))).collect()
}

#[test]
fn every_item_in_every_region_that_it_is_devolved_to_has_a_row() {
    let empty = statistics("2024-12-31", &[]);
    let evidence = Evidence::of(&empty, Office::built_in().now());
    let rows: Vec<_> = evidence.rows().iter().map(|it| (it.item(), it.regions().iter().next().unwrap())).collect();
    assert_eq!(rows, devolved());
    assert_eq!(rows.len(), 11 * 61 + 4 * 59);
    assert!(evidence.rows().iter().all(|it| it.regions().len() == 1 && it.measures().cases() == 0));
    assert!(evidence.rows().iter().all(|it| it.days().value().is_none() && it.acts().value().is_none()));
    assert_eq!((evidence.day(), evidence.not_devolved()), (day(2024, 12, 31), &[][..]));
    // nothing tells them apart
    for of in [EvidenceOf::LowVolume, EvidenceOf::Cost, EvidenceOf::Refusals] {
        assert!(evidence.ranked(of).into_iter().eq(evidence.rows()));
    }
    let items = evidence.by_item();
    assert_eq!(items.rows().len(), 61);
    for row in items.rows() {
        let zones = !matches!(row.item().key().to_string().as_str(), "A1-31" | "A1-32");
        let regions: Regions = Region::all().filter(|it| zones || !it.is_zone()).collect();
        assert_eq!(row.regions(), regions, "{row}");
    }
    // before there was a list
    let before = Evidence::of(&statistics("2021-06-14", &[]), Office::built_in().now());
    assert!(before.rows().is_empty() && before.by_item().rows().is_empty());
}

#[test]
fn the_golden_cases_are_told_by_name() {
    let statistics = counted(day(2024, 12, 31), &*CASES, Evidence::key);
    // neither what is the region's own, nor what the township shares, nor what is not devolved
    assert_eq!(statistics.groups().map(|(_, it)| it.cases()).sum::<u64>(), 10);
    let office: Office = serde_json::from_str(include_str!("../../../examples/office.json")).unwrap();
    let evidence = Evidence::of(&statistics, office.now());
    for row in evidence.rows() {
        let figures = [EvidenceOf::LowVolume, EvidenceOf::Cost, EvidenceOf::Refusals].map(|of| row.figure(of));
        assert_eq!(figures, [Ratio::new(row.measures().cases().into(), 1), row.days(), row.refusals()], "{row}");
    }
    let volume = evidence.ranked(EvidenceOf::LowVolume);
    assert_eq!(
        volume.last().unwrap().zh(),
        "A1-33 测绘作业证核发（汶上县）：办件2件；受理至决定平均6.0日，每件审查环节、特别程序3.0个；不予办理0件，共1件"
    );
    assert!(volume[0].zh().starts_with("A1-1 ") && volume[0].zh().ends_with("（兖州区）：办件0件"));
    let refused = told(&evidence.ranked(EvidenceOf::Refusals)[..3]);
    assert_eq!(
        refused.iter().map(|it| it.split_once('；').unwrap().1).collect::<Vec<_>>(),
        [
            "不予办理1件，共1件",
            "受理至决定平均3.0日，每件审查环节、特别程序3.0个；不予办理1件，共1件",
            "受理至决定平均3.0日，每件审查环节、特别程序0.0个；不予办理1件，共1件",
        ]
    );
    let costly = evidence.ranked(EvidenceOf::Cost);
    assert_eq!(
        costly[0].to_string(),
        "A1-61 参保人员因病、特殊工种提前退休领取基本养老保险待遇资格确认 in 梁山县: volume 1; 7.0 days from acceptance to decision at the mean; 3.0 review steps and proceedings per accepted case; 0 of 1 refused"
    );
    // a list that the registers do not have: what is not on it is told apart
    let apart = Evidence::of(&statistics, Office::built_in().now());
    let own = NotDevolved { item: "XK-004".parse().unwrap(), region: Region::Wenshang, cases: 1 };
    assert_eq!(own.zh(), "XK-004（汶上县）：办件1件，当日未下放");
    assert_eq!(own.to_string(), "XK-004 in 汶上县: volume 1, not devolved on the day");
    assert_eq!(apart.not_devolved(), [own]);
    assert_eq!(apart.by_item().not_devolved(), apart.not_devolved());
}

#[test]
fn each_rank_goes_by_its_figures_and_ties_by_item_and_region() {
    let days =
        |days: &[u32]| Plain { cases: 9, favourable: days.len() as u64, days: days.to_vec(), ..Plain::default() };
    let groups = [
        (key("A1-5", Region::Wenshang), Plain { reviews: 4, ..days(&[10, 20]) }),
        (key("A1-5", Region::Qufu), Plain { reviews: 3, proceedings: 2, ..days(&[15, 15]) }),
        (key("A1-2", Region::Qufu), Plain { unfavourable: 1, cases: 3, days: vec![40], ..Plain::default() }),
        (
            key("A1-2", Region::Rencheng),
            Plain { unfavourable: 1, not_accepted: 2, favourable: 1, cases: 40, ..Plain::default() },
        ),
        (key("A1-1", Region::Jiaxiang), Plain { not_accepted: 3, cases: 3, ..Plain::default() }),
        (key("A1-31", Region::HighTechZone), days(&[1])),
        (key("WS-9", Region::Wenshang), days(&[1])),
    ];
    let evidence = Evidence::of(&statistics("2024-12-31", &groups), Office::built_in().now());
    let first = |of: EvidenceOf, count: usize| -> Vec<(String, Region)> {
        let rows = evidence.ranked(of).into_iter().take(count);
        rows.map(|it| (it.item().key().to_string(), it.regions().iter().next().unwrap())).collect()
    };
    let expected = |all: &[(&str, Region)]| all.iter().map(|it| (it.0.to_owned(), it.1)).collect::<Vec<_>>();
    // the longest; of two alike the one with more steps and proceedings; then those without a figure, in order
    let cost = [
        ("A1-2", Region::Qufu),
        ("A1-5", Region::Qufu),
        ("A1-5", Region::Wenshang),
        ("A1-2", Region::Rencheng),
        ("A1-1", Region::Rencheng),
    ];
    assert_eq!(first(EvidenceOf::Cost, 5), expected(&cost));
    let refusals = [
        ("A1-1", Region::Jiaxiang),
        ("A1-2", Region::Qufu),
        ("A1-2", Region::Rencheng),
        ("A1-5", Region::Wenshang),
        ("A1-5", Region::Qufu),
        ("A1-1", Region::Rencheng),
    ];
    let mut in_order = refusals;
    in_order[3..5].sort_by_key(|it| it.1);
    assert_eq!(first(EvidenceOf::Refusals, 6), expected(&in_order));
    let low = evidence.ranked(EvidenceOf::LowVolume);
    let cases: Vec<u64> = low.iter().map(|it| it.measures().cases()).collect();
    assert!(cases.is_sorted() && cases[cases.len() - 5..] == [3, 3, 9, 9, 40]);
    // two are no evidence: one is not devolved to the zones, one is on no list
    let apart = [
        NotDevolved { item: "A1-31".parse().unwrap(), region: Region::HighTechZone, cases: 9 },
        NotDevolved { item: "WS-9".parse().unwrap(), region: Region::Wenshang, cases: 9 },
    ];
    assert_eq!(evidence.not_devolved(), apart);
    // over all regions
    let items = evidence.by_item();
    let row = items.rows().iter().find(|it| it.item().key().to_string() == "A1-2").unwrap();
    assert_eq!((row.measures().cases(), row.regions()), (43, Regions::ALL));
    assert_eq!(
        row.to_string().replace(&format!("{} ", row.item().name()), ""),
        "A1-2 in all regions: volume 43; 40.0 days from acceptance to decision at the mean; 0.0 review steps and proceedings per accepted case; 4 of 5 refused"
    );
    assert!(row.zh().contains("（全部区域）：办件43件；"));
    assert_eq!((row.refusals().part(), row.refusals().whole()), (4, 5));
    assert_eq!(items.ranked(EvidenceOf::LowVolume)[60].item().key(), &"A1-2".parse().unwrap());
}

#[test]
fn a_rank_says_which_ground_of_practice_it_may_bear_on() {
    let grounds = [EvidenceOf::LowVolume, EvidenceOf::Cost, EvidenceOf::Refusals].map(|it| it.practice());
    assert_eq!(grounds, [Some(Practice::LowVolume), Some(Practice::Costly), None]);
    assert_eq!(Evidence::UNMEASURED, [Practice::Specialised, Practice::Risky]);
    let names = [EvidenceOf::LowVolume, EvidenceOf::Cost, EvidenceOf::Refusals].map(|it| (it.label(), it.english()));
    assert_eq!(names, [("办件量", "volume"), ("办理成本", "cost of handling"), ("不予办理", "refusals")]);
}

/// By the list of the day: an amendment takes an item away, and gives it another modality.
#[test]
fn it_goes_by_the_list_of_its_day() {
    let office: Office = serde_json::from_str(include_str!("../../golden/registers.json")).unwrap();
    let mut sizes = Vec::new();
    for on in ["2021-06-15", "2024-06-30", "2024-07-01", "2025-02-01"] {
        let edition = office.now().edition_on(on.parse().unwrap()).unwrap();
        let evidence = Evidence::of(&statistics(on, &[]), office.now());
        let each = edition.items().flat_map(|item| Region::all().map(move |region| item.cell(region).standing));
        assert_eq!(evidence.rows().len(), each.filter(|it| matches!(it, Standing::Devolved(_))).count());
        sizes.push(evidence.rows().len());
    }
    sizes.dedup();
    assert!(sizes.len() > 1, "{sizes:?}");
}

fn plain() -> impl Strategy<Value = Plain> {
    (0_u64..4, 0_u64..3, 0_u64..3, 0_u64..5, 0_u64..2, vec(0_u32..4, 0..5)).prop_map(|it| {
        let (favourable, unfavourable, not_accepted, reviews, proceedings, days) = it;
        let cases = 5 + favourable + unfavourable + not_accepted;
        Plain { cases, favourable, unfavourable, not_accepted, reviews, proceedings, days }
    })
}

/// A fraction over a common denominator of all that come, so that whole numbers compare; none of nothing.
fn fraction(part: u64, whole: u64) -> Option<u64> {
    const COMMON: u64 = 2 * 2 * 2 * 2 * 3 * 3 * 5 * 7 * 11;
    (whole > 0).then(|| part * COMMON / whole)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn ranks_are_what_sorting_by_whole_numbers_gives(some in vec((0_usize..907, plain()), 0..40)) {
        let places = devolved();
        let some: BTreeMap<usize, Plain> = some.into_iter().collect();
        let groups: Vec<_> = some.iter().map(|(at, it)| ((places[*at].0.key().clone(), places[*at].1), it.clone())).collect();
        let statistics = statistics("2024-12-31", &groups);
        let evidence = Evidence::of(&statistics, Office::built_in().now());
        let none = Plain::default();
        let of = |at: &usize| some.get(at).unwrap_or(&none);
        for rank in [EvidenceOf::LowVolume, EvidenceOf::Cost, EvidenceOf::Refusals] {
            let mut order: Vec<usize> = (0..places.len()).collect();
            order.sort_by_key(|at| {
                let it = of(at);
                let decided = it.favourable + it.unfavourable;
                let refused = it.unfavourable + it.not_accepted;
                let days: u64 = it.days.iter().map(|it| u64::from(*it)).sum();
                match rank {
                    EvidenceOf::LowVolume => (Reverse(None), Reverse(None), it.cases),
                    EvidenceOf::Cost => {
                        let acts = fraction(it.reviews + it.proceedings, decided);
                        (Reverse(fraction(days, it.days.len() as u64)), Reverse(acts), 0)
                    }
                    EvidenceOf::Refusals => {
                        (Reverse(fraction(refused, refused + it.favourable)), Reverse(Some(refused)), 0)
                    }
                }
            });
            let expected: Vec<_> = order.iter().map(|at| (places[*at].0.key(), places[*at].1)).collect();
            let ranked = evidence.ranked(rank);
            let told: Vec<_> = ranked.iter().map(|it| (it.item().key(), it.regions().iter().next().unwrap())).collect();
            prop_assert_eq!(told, expected, "{}", rank);
        }
        let all: u64 = evidence.rows().iter().map(|it| it.measures().cases()).sum();
        prop_assert_eq!(all, evidence.by_item().rows().iter().map(|it| it.measures().cases()).sum::<u64>());
        prop_assert_eq!(all, groups.iter().map(|it| it.1.cases).sum::<u64>());
    }
}
