//! The model against the numbers that the document itself gives.

use super::*;

#[test]
fn counts_are_those_of_the_document() {
    let count = |m: &str| (1..=61).filter(|n| base(*n) == m).count();
    assert_eq!(["直接下放", "窗口前移", "下放实质性审核权", "委托收件、受审分离"].map(count), [19, 11, 30, 1]);
    let kinds = |k: &str| (1..=61).filter(|n| kind(1, *n) == k).count();
    assert_eq!(["其他行政权力", "行政确认", "公共服务"].map(kinds), [49, 9, 3]);
    let second = |k: &str| (1..=15).filter(|n| kind(2, *n) == k).count();
    assert_eq!(["行政许可", "公共服务"].map(second), [7, 8]);
    for region in REGIONS {
        let expected = match region {
            "任城区" => [19, 11, 30, 1, 0],
            r if is_zone(r) => [18, 11, 25, 5, 2],
            _ => [19, 7, 34, 1, 0],
        };
        assert_eq!(totals(region), expected, "{region}");
    }
    assert_eq!(ZONES, REGIONS[11..]);
}

#[test]
fn every_item_of_annex_1_has_one_department() {
    let of = |d: &str| (1..=61).filter(|n| department(*n) == d).count();
    assert_eq!(["市行政审批服务局", "市生态环境局", "市住房城乡建设局"].map(of), [22, 9, 8]);
}

#[test]
fn seal_no2_is_for_review_alone() {
    let mut lawful = 0;
    for region in REGIONS {
        for crossing in [false, true] {
            for (annex, last) in [(1, 61), (2, 15)] {
                for number in 1..=last {
                    let a = answer(annex, number, region, crossing);
                    assert_eq!(a.seal_no2_lawful, a.seal == "no2");
                    assert_eq!(a.seal_no2_lawful, a.modality == "下放实质性审核权");
                    assert_eq!(a.reports, annex == 1 && a.decides == "region");
                    assert_eq!(a.answers.is_empty(), a.decides == "nobody");
                    assert!(!a.basis.is_empty());
                    lawful += usize::from(a.seal_no2_lawful);
                }
            }
            assert!(!original(region, crossing).seal_no2_lawful);
        }
    }
    assert_eq!(lawful, 30 + 10 * 34 + 4 * 25);
}

#[test]
fn a_few_routes_by_hand() {
    let zone = answer(1, 31, "济宁高新区", false);
    assert_eq!((zone.modality, zone.intake, zone.respondent), ("暂不下放", "city", "city"));
    let wenshang: Answer = answer(1, 21, "汶上县", false);
    assert_eq!(wenshang.modality, "下放实质性审核权");
    assert_eq!(answer(1, 21, "任城区", false).intake, "city_staff_at_region");
    assert_eq!(answer(1, 1, "邹城市", true).modality, "市级保留");
    assert_eq!(answer(2, 1, "邹城市", true).basis, ["S7", "S23"]);
    assert_eq!(answer(1, 19, "曲阜文化建设示范区", false).basis, ["C1", "A1", "S1"]);
    assert!(original("太白湖新区", false).contested);
    assert!(!original("梁山县", false).contested);
    assert_eq!(answers_basis("窗口前移"), ["C11", "S2"]);
    assert!(fallback("窗口前移", true, false) && !fallback("窗口前移", false, true));
    assert!(fallback("委托收件、受审分离", false, true) && !fallback("暂不下放", false, false));
}

#[test]
fn a_few_venues_by_hand() {
    let at = |standing, kind, venue, same, record| access(standing, kind, venue, same, record, true);
    let (none, ended, future) = (Record::None, Record::Ended, Record::Future);
    let (direct, pass) = (Record::DirectDefault, Record::PassOn);
    assert_eq!(at("直接下放", "行政确认", "county_centre", true, none), "competent");
    assert_eq!(at("直接下放", "行政确认", "county_centre", false, none), "closed: not recorded");
    assert_eq!(at("暂不下放", "公共服务", "city_centre", false, ended), "competent");
    assert_eq!(at("暂不下放", "公共服务", "county_centre", true, pass), "pass_on");
    assert_eq!(at("县级原有", "行政许可", "city_centre", false, direct), "direct");
    assert_eq!(at("下放实质性审核权", "公共服务", "city_centre", false, direct), "closed: Seal No. 2");
    assert_eq!(at("下放实质性审核权", "公共服务", "township_station", true, pass), "competent");
    assert_eq!(at("下放实质性审核权", "公共服务", "township_station", true, future), "closed: not begun");
    assert_eq!(at("县级原有", "行政许可", "village_station", true, direct), "closed: no public service");
    assert_eq!(at("县级原有", "公共服务", "village_station", true, direct), "direct");
}

#[test]
fn the_path_runs_from_the_opening_to_closing() {
    let mut reached = vec![OPENING.2];
    while let Some((_, _, _, to)) = arcs().into_iter().find(|a| reached.contains(&a.0) && !reached.contains(&a.3)) {
        reached.push(to);
    }
    assert_eq!(reached.len(), 12);
    assert!(arcs().iter().all(|a| !["closed", "not_accepted", "withdrawn", "lapsed"].contains(&a.0)));
    assert!(pushes("直接下放", true, true) && !pushes("县级原有", true, true));
    assert!(reports("直接下放", true, false) && !reports("自行确定", true, true));
}
