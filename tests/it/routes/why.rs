//! Why an item goes its way: in sentences, and by what is cited for it.

use tongquan::{
    Catalogue, Department, Edition, Item, Key, Modality, Region, Route, Scope, Standing,
    catalogue::{Devolution, ItemChange, OwnOrigin, Why},
    place::Regions,
};

use crate::editions::given::{changing, own};

/// Why an item goes its way in a region, in both languages.
fn reasons(item: u8, region: Region, scope: Scope) -> [String; 2] {
    let item = Edition::built_in().annex_1(item).unwrap();
    let why = Route::of(item, region, scope).unwrap().why().is;
    [why.zh(), why.to_string()]
}

#[test]
fn why_it_goes_its_way_is_told_in_sentences() {
    let within = |item, region| reasons(item, region, Scope::WITHIN);
    let column = [
        "清单“同权方式”栏所定，备注对本区域无例外",
        "the list's modality column says so, and no remark makes an exception here",
    ];
    let remark = ["清单“备注”栏载明了本区域的方式", "the item's remark speaks for this region"];
    let told = |zh: &str, en: &str, why: [&str; 2], more: [&str; 2]| {
        [format!("{zh}：{}{}", why[0], more[0]), format!("{en}: {}{}", why[1], more[1])]
    };
    let (review, none) = (("下放实质性审核权", "devolved substantive review"), ["", ""]);
    assert_eq!(within(36, Region::Wenshang), told(review.0, review.1, column, none));
    assert_eq!(within(20, Region::Rencheng), told("窗口前移", "forward service window", remark, none));
    // the remark rules otherwise than the column
    let aside = ["（栏内为：窗口前移）", " (the column has: forward service window)"];
    assert_eq!(within(20, Region::Wenshang), told(review.0, review.1, remark, aside));
    let aside = ["（栏内为：下放实质性审核权）", " (the column has: devolved substantive review)"];
    assert_eq!(within(31, Region::HighTechZone), told("暂不下放", "not devolved here", remark, aside));
    let across = ["；所涉事务跨县市区，由市级保留", "; the matter crosses regions, which the city keeps"];
    let both = Scope::touching([Region::Wenshang, Region::Qufu]);
    assert_eq!(reasons(36, Region::Wenshang, both), told(review.0, review.1, column, across));
}

/// What is cited for why an item goes its way in a region.
fn grounds(item: Item<'_>, region: Region) -> Vec<&'static str> {
    Route::of(item, region, Scope::WITHIN).unwrap().why().basis.iter().map(|it| it.id()).collect()
}

#[test]
fn the_annexes_are_cited_for_what_they_list_and_our_reading_only_where_it_is_ours() {
    let mut ours = 0;
    for item in Edition::built_in().items().filter(|it| matches!(it.key(), Key::Annex1(_))) {
        for region in Region::all() {
            let cell = item.cell(region);
            // a remark on the functional zones counts for 曲阜文化建设示范区 by S1 alone
            let by_s1 = region == Region::CultureZone && cell.why == Why::Remark;
            let more: &[&str] = match cell.standing {
                Standing::NotDevolved => &[],
                Standing::Devolved(Modality::Review) => &["C1", "C2", "C6"],
                Standing::Devolved(_) => &["C1", "C2"],
                other => panic!("{item:?} in {region}: {other}"),
            };
            let expected: Vec<&str> =
                ["A1"].into_iter().chain(by_s1.then_some("S1")).chain(more.iter().copied()).collect();
            assert_eq!(grounds(item, region), expected, "{item:?} in {region}");
            ours += usize::from(by_s1);
        }
    }
    assert_eq!(ours, 10, "each item with a remark");
}

#[test]
fn neither_an_amendment_nor_a_services_record_cites_the_annexes() {
    let [home, without] = [Region::Wenshang, Region::Qufu];
    let devolved = |modality| Devolution {
        not_devolved_to: Regions::from_iter([without]),
        ..Devolution::new(Department::Transport, modality)
    };
    for modality in [Modality::Direct, Modality::Window, Modality::Review, Modality::Intake] {
        let own = own("WS-1", "（虚构）自有", OwnOrigin::City(devolved(modality)));
        let recorded = Edition::with_own(std::slice::from_ref(&own)).unwrap();
        let item = recorded.item(&Key::Own(own.key)).unwrap();
        let expected: &[&str] = if modality == Modality::Review { &["C2", "C1", "C6"] } else { &["C2", "C1"] };
        assert_eq!((grounds(item, home), grounds(item, without)), (expected.to_vec(), vec!["C2", "C1"]));

        let change = ItemChange {
            modality: Some(modality),
            not_devolved_to: Some(Regions::from_iter([without])),
            ..ItemChange::of(Key::Annex1(1))
        };
        let amended = Catalogue::built_in().amend(&changing("1号", "2022-01-01", vec![change])).unwrap();
        let item = amended.latest().item(&Key::Annex1(1)).unwrap();
        // what it leaves as it was the annex says still
        let first = if modality == Modality::Direct { "A1" } else { "C3" };
        assert_eq!([grounds(item, home), grounds(item, without)], [[first, "C1", "C2"], ["C3", "C1", "C2"]]);
    }
}
