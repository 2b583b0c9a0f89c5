//! Places are those of the lists, each found by its names and codes alone, and each run by the region that the facts name.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use tongquan::{
    Department, Office, Place, Question, Region, Scope, Standing, Venue,
    law::Fact,
    place::{Centre, CodeScheme, Confidence, RegionKind, Regions, Township, TownshipKind, Village, VillageKind},
    route::BadVenue,
    text::{Sought, Unknown},
};

use crate::support::{OFFICE, filing_day};

/// The rows of a seed, without its header.
pub(crate) fn rows(seed: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    seed.lines().skip(1).map(|line| line.split('\t').collect())
}

const TOWNSHIPS: &str = include_str!("../../seeds/townships.tsv");
const VILLAGES: &str = include_str!("../../seeds/villages.tsv");

/// What is run by a zone, as the facts have it.
const OVERLAY: [(u32, &str, Region, Region, Confidence); 9] = [
    (370811002, "许庄街道", Region::Rencheng, Region::TaibaiLakeZone, Confidence::MediumHigh),
    (370811109, "石桥镇", Region::Rencheng, Region::TaibaiLakeZone, Confidence::MediumHigh),
    (370829104, "疃里镇", Region::Jiaxiang, Region::DevelopmentZone, Confidence::Medium),
    (370829108, "马集镇", Region::Jiaxiang, Region::DevelopmentZone, Confidence::MediumHigh),
    (370871001, "洸河街道", Region::Rencheng, Region::HighTechZone, Confidence::High),
    (370871002, "柳行街道", Region::Rencheng, Region::HighTechZone, Confidence::High),
    (370871003, "接庄街道", Region::Rencheng, Region::HighTechZone, Confidence::High),
    (370871004, "王因街道", Region::Yanzhou, Region::HighTechZone, Confidence::High),
    (370871005, "黄屯街道", Region::Yanzhou, Region::HighTechZone, Confidence::High),
];

#[track_caller]
fn found(name: &str) -> Place {
    name.parse().unwrap_or_else(|why: Unknown| panic!("{why}"))
}

#[track_caller]
fn refused(name: &str) -> Unknown {
    name.parse::<Place>().expect_err(name)
}

#[test]
fn the_regions_are_two_districts_seven_counties_two_county_level_cities_and_four_zones() {
    let of = |kind| Region::all().filter(|it| it.kind() == kind).map(Region::label).collect::<Vec<_>>();
    assert_eq!(of(RegionKind::District), ["任城区", "兖州区"]);
    assert_eq!(of(RegionKind::County), ["微山县", "鱼台县", "金乡县", "嘉祥县", "汶上县", "泗水县", "梁山县"]);
    assert_eq!(of(RegionKind::CountyCity), ["曲阜市", "邹城市"]);
    assert_eq!(of(RegionKind::Zone), ["济宁高新区", "太白湖新区", "济宁经济技术开发区", "曲阜文化建设示范区"]);
    assert_eq!((Region::COUNT, Region::all().len()), (15, 15));
    for region in Region::all() {
        assert_eq!(region.is_zone(), region.kind() == RegionKind::Zone, "{region}");
        let (source, vintage) = region.source();
        assert!(!source.is_empty() && vintage.len() == "2023-06-30".len(), "{region}");
    }
}

#[test]
fn eleven_regions_have_statutory_codes_one_a_statistical_code_and_three_none() {
    let codes: Vec<_> = Region::all().map(Region::code).collect();
    let statutory = [370811, 370812, 370826, 370827, 370828, 370829, 370830, 370831, 370832, 370881, 370883]
        .map(|code| Some((code, CodeScheme::GbT2260)));
    assert_eq!(codes[..11], statutory);
    assert_eq!(codes[11..], [Some((370871, CodeScheme::NbsStatistical)), None, None, None]);
    for region in Region::all() {
        let code = region.code().map(|(code, _)| code);
        assert_eq!(code.and_then(Region::with_code), code.map(|_| region));
    }
    assert_eq!([0, 370800, 370810, 370872, 37083, 3708300].map(Region::with_code), [None; 6]);
}

#[test]
fn a_region_is_found_by_each_of_its_names_and_by_no_other_s() {
    let mut names: BTreeMap<String, Region> = BTreeMap::new();
    for region in Region::all() {
        let own = [region.label()].into_iter().chain(region.full_name()).chain(region.aliases().iter().copied());
        let code = region.code().map(|(code, _)| code.to_string());
        for name in own.map(str::to_owned).chain(code) {
            assert_eq!(name.parse(), Ok(region));
            assert_eq!(found(&format!("　{name} \n")), Place::Region(region));
            assert_eq!(names.insert(name.clone(), region), None, "{name} is shared");
        }
    }
    // 15 names, 12 full ones, 11 short ones and 13 of the zones, 12 codes
    assert_eq!(names.len(), 15 + 12 + 11 + 13 + 12);
    for name in ["济宁市", "济宁", "370800"] {
        assert_eq!(found(name), Place::City);
        assert!(name.parse::<Region>().is_err());
    }
    assert_eq!(Place::City.managing_region(), None);
}

#[test]
fn there_are_fifteen_centres_and_the_culture_zone_has_none() {
    let regions: Vec<Option<Region>> = Centre::all().map(Centre::region).collect();
    let mut expected = vec![None];
    expected.extend(Region::all().filter(|it| *it != Region::CultureZone).map(Some));
    assert_eq!(regions, expected);
    assert_eq!(regions.len(), 15);
    for centre in Centre::all() {
        let stored = serde_json::to_string(&Some(centre)).unwrap();
        assert_eq!(serde_json::from_str::<Option<Centre>>(&stored).unwrap(), Some(centre), "{stored}");
        assert_eq!(centre.region().map_or(Some(Centre::CITY), Region::centre), Some(centre));
        assert_eq!(centre.to_string().parse(), Ok(Venue::Centre(centre)));
    }
    assert_eq!(Region::CultureZone.centre(), None);
    let region = Region::CultureZone;
    assert_eq!("曲阜文化建设示范区为民服务中心".parse::<Venue>(), Err(BadVenue::NoCentre { region }));
    // a name that villages share is no centre's, whichever is meant
    for name in ["李堂村村委会", "任城区李营街道李堂村村委会", "没有的地方"] {
        let why = name.parse::<Venue>().unwrap_err();
        let BadVenue::Unknown(why) = why else { panic!("{why}") };
        assert_eq!((why.sought, &*why.input, why.shared), (Sought::Venue, name, false));
    }
    let why = serde_json::from_str::<Centre>(r#"{"region":"culture_zone"}"#).unwrap_err();
    assert!(why.to_string().contains("no centre of its own (S1)"), "{why}");
    assert!(serde_json::from_str::<Centre>("null").is_err());
}

#[test]
fn the_townships_are_those_of_the_list_and_are_found_by_code_and_name() {
    let kinds = ["subdistrict", "town", "township", "quasi"].into_iter().zip([
        TownshipKind::Subdistrict,
        TownshipKind::Town,
        TownshipKind::Township,
        TownshipKind::Quasi,
    ]);
    let kinds: BTreeMap<&str, TownshipKind> = kinds.collect();
    let of = |kind| Township::all().filter(|it| it.kind() == kind).count();
    assert_eq!(["subdistrict", "town", "township", "quasi"].map(|kind| of(kinds[kind])), [49, 103, 4, 2]);
    assert_eq!((Township::COUNT, Township::all().count(), rows(TOWNSHIPS).count()), (158, 158, 158));
    for (row, township) in rows(TOWNSHIPS).zip(Township::all()) {
        assert_eq!(township.code().to_string(), row[0]);
        assert_eq!(
            (township.name(), township.kind(), township.statutory_parent().label()),
            (row[1], kinds[row[2]], row[3])
        );
        assert_eq!(Township::with_code(township.code()), Some(township));
        assert_eq!(Township::named(row[1]).collect::<Vec<_>>(), [township]);
        assert_eq!(row[0].parse(), Ok(township));
        let parents = [township.statutory_parent(), township.managing_region().0].map(Region::label);
        for before in ["", parents[0], parents[1]] {
            assert_eq!(found(&format!("{before}{}", row[1])), Place::Township(township));
        }
        assert_eq!(found(row[0]), Place::Township(township));
        let elsewhere = Region::all().find(|it| !parents.contains(&it.label())).unwrap();
        refused(&format!("{elsewhere}{}", row[1]));
    }
}

#[test]
fn the_villages_are_those_of_the_list_and_each_is_run_by_a_region() {
    let kinds = [("village", VillageKind::Village, 4481), ("neighbourhood", VillageKind::Neighbourhood, 407)];
    let kinds = kinds.into_iter().chain([("quasi", VillageKind::Quasi, 39)]);
    let mut words = BTreeMap::new();
    for (word, kind, count) in kinds {
        assert_eq!(Village::all().filter(|it| it.kind() == kind).count(), count, "{word}");
        words.insert(word, kind);
    }
    assert_eq!((Village::COUNT, Village::all().count(), rows(VILLAGES).count()), (4927, 4927, 4927));
    for (row, village) in rows(VILLAGES).zip(Village::all()) {
        assert_eq!(
            (village.code().to_string().as_str(), village.name(), village.kind()),
            (row[0], row[1], words[row[3]])
        );
        assert_eq!(village.township().code().to_string(), row[2]);
        assert_eq!(Village::with_code(village.code()), Some(village));
        assert_eq!((row[0].parse(), found(row[0])), (Ok(village), Place::Village(village)));
        assert_eq!(Place::Village(village).managing_region(), Some(village.township().managing_region()), "{village}");
    }
}

#[test]
fn exactly_the_nine_overlay_townships_are_run_by_a_zone_as_surely_as_the_facts_say() {
    let run: Vec<_> = Township::all()
        .filter(|it| it.managing_region().0 != it.statutory_parent())
        .map(|it| (it.code(), it.name(), it.statutory_parent(), it.managing_region().0, it.managing_region().1))
        .collect();
    assert_eq!(run, OVERLAY);
    for township in Township::all().filter(|it| OVERLAY.iter().all(|(code, ..)| *code != it.code())) {
        assert_eq!(township.managing_region(), (township.statutory_parent(), Confidence::Statutory));
        assert!(!township.statutory_parent().is_zone(), "{township}");
    }
    assert!(Confidence::Medium < Confidence::MediumHigh && Confidence::MediumHigh < Confidence::High);
    assert!(Confidence::High < Confidence::Statutory);
}

#[test]
fn the_statutory_parent_is_never_a_fallback() {
    let key = "A1-31".parse().unwrap();
    let venue = Venue::Centre(Centre::CITY);
    let mut asked = 0;
    for (code, _, parent, zone, confidence) in OVERLAY {
        let township = Township::with_code(code).unwrap();
        let villages = Village::all().filter(|it| it.township() == township).map(Place::Village);
        for place in villages.chain([Place::Township(township)]) {
            for office in [Office::built_in(), &*OFFICE] {
                let route =
                    Question { item: &key, place, scope: Scope::WITHIN, venue: Some(&venue), day: filing_day() };
                let route = office.route(&route).unwrap();
                assert_eq!(
                    (route.region(), route.confidence(), route.standing()),
                    (zone, confidence, Standing::NotDevolved)
                );
                assert_eq!(route.decision().is.department(), Some(Department::HumanResources), "{place}, not {parent}");
            }
            asked += 1;
        }
    }
    assert!(asked > 9 * 10, "{asked}");
}

#[test]
fn no_place_lies_in_the_culture_zone_unless_the_zone_itself_is_named() {
    let below = Township::all().map(Place::Township).chain(Village::all().map(Place::Village));
    let run: BTreeSet<Region> = below.map(|it| it.managing_region().unwrap().0).collect();
    let expected: BTreeSet<Region> = Region::all().filter(|it| *it != Region::CultureZone).collect();
    assert_eq!(run, expected);
    assert_eq!(found("曲阜文化建设示范区").managing_region(), Some((Region::CultureZone, Confidence::Statutory)));
}

#[test]
fn a_bare_name_that_villages_share_is_refused_with_all_of_them_named() {
    let mut named: BTreeMap<&str, Vec<Village>> = BTreeMap::new();
    Village::all().for_each(|it| named.entry(it.name()).or_default().push(it));
    let (mut shared, mut alone) = (0, 0);
    for (name, villages) in named {
        assert_eq!(Village::named(name).collect::<Vec<_>>(), villages);
        if let [village] = *villages {
            alone += 1;
            // each takes a look at every village: one in ten is enough
            assert!(alone % 10 != 0 || found(name) == Place::Village(village), "{name}");
            continue;
        }
        shared += 1;
        let why = refused(name);
        assert_eq!((why.sought, &*why.input, why.shared), (Sought::Village, name, true));
        let full = |it: &Village| format!("{}{}{name}", it.township().statutory_parent(), it.township());
        assert_eq!(why.nearest, villages.iter().map(full).collect::<Vec<_>>());
        for village in villages {
            assert_eq!(found(&full(&village)), Place::Village(village));
            assert_eq!(found(&format!("{}{name}", village.township())), Place::Village(village));
        }
    }
    assert!(shared > 100 && alone > 4_000, "{shared} {alone}");
}

#[test]
fn an_unknown_name_is_refused_with_the_nearest() {
    for (name, nearest) in [("汶尚县", "汶上县"), ("许庄街", "许庄街道"), ("太白湖", ""), ("高薪区", "济宁高新区")]
    {
        match name.parse::<Place>() {
            Ok(place) => assert!(nearest.is_empty() && place == Place::Region(Region::TaibaiLakeZone)),
            Err(why) => assert_eq!(why.nearest.first().map(String::as_str), Some(nearest), "{name}"),
        }
    }
    assert_eq!("汶上县县".parse::<Region>().unwrap_err().nearest.len(), 3);
    for wrong in [" 370871001", "+370871001", "0370871001", "370871001.0"] {
        assert_eq!(wrong.parse::<Township>().unwrap_err().nearest[0], "370871001", "{wrong:?}");
    }
    for name in ["", " ", "0", "370899", "370811999", "370811002999", "3708110020011", "市中区", "任城区汶上县"]
    {
        let why = refused(name);
        assert_eq!((why.sought, &*why.input, why.shared), (Sought::Place, name.trim(), false));
    }
    for code in [0, 1, 370811000, 370811003, u32::MAX] {
        assert_eq!(Township::with_code(code), None);
        assert_eq!(Village::with_code(u64::from(code)), None);
    }
    assert_eq!(Village::with_code(u64::MAX), None);
}

#[track_caller]
fn returns<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(it: &T) {
    let text = serde_json::to_string(it).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *it);
    assert_eq!(serde_json::from_value::<T>(serde_json::to_value(it).unwrap()).unwrap(), *it);
    let bytes = postcard::to_stdvec(it).unwrap();
    assert_eq!(postcard::from_bytes::<T>(&bytes).unwrap(), *it);
    assert!(postcard::from_bytes::<T>(&bytes[..bytes.len() - 1]).is_err());
}

#[test]
fn a_place_is_told_as_what_it_is() {
    assert_eq!(Fact::from(Place::City).to_string(), "济宁市");
    Region::all().for_each(|it| assert_eq!(Fact::from(Place::Region(it)), it.into()));
    Township::all().for_each(|it| assert_eq!(Fact::from(Place::Township(it)), it.into()));
    Village::all().for_each(|it| assert_eq!(Fact::from(Place::Village(it)), it.into()));
}

#[test]
fn every_place_and_centre_comes_back_from_storage() {
    returns(&Place::City);
    Region::all().for_each(|it| returns(&Place::Region(it)));
    Township::all().for_each(|it| returns(&Place::Township(it)));
    Village::all().for_each(|it| returns(&Place::Village(it)));
    Centre::all().for_each(|it| returns(&it));
    assert_eq!(serde_json::to_string(&found("许庄街道")).unwrap(), r#"{"township":"370811002"}"#);
    assert_eq!(serde_json::to_string(&found("370811002001")).unwrap(), r#"{"village":"370811002001"}"#);
    assert_eq!(serde_json::to_string(&[found("汶上"), Place::City]).unwrap(), r#"[{"region":"wenshang"},"city"]"#);
}

#[test]
fn a_stored_place_that_is_none_is_refused() {
    let bad = [
        r#""town""#,
        r#"{"region":"汶上县"}"#,
        r#"{"region":"Wenshang"}"#,
        r#"{"region":null}"#,
        r#"{"township":"370811003"}"#,
        r#"{"township":"许庄街道"}"#,
        r#"{"township":370811002}"#,
        r#"{"township":"370811002 "}"#,
        r#"{"township":"+370811002"}"#,
        r#"{"village":"0370811002001"}"#,
        r#"{"township":"370811002001"}"#,
        r#"{"village":"370811002"}"#,
        r#"{"village":"370811002999"}"#,
        r#"{"village":-1}"#,
        r#"{"region":"wenshang","township":"370811002"}"#,
        "null",
        "{}",
    ];
    for text in bad {
        assert!(serde_json::from_str::<Place>(text).is_err(), "{text}");
    }
    let why = serde_json::from_str::<Township>(r#""370811003""#).unwrap_err().to_string();
    assert!(why.contains("370811003"), "{why}");
    for text in [r#""culture_zone""#, r#"{"region":"culture_zone"}"#, "null", "1"] {
        assert!(serde_json::from_str::<Centre>(text).is_err(), "{text}");
    }
    for text in [r#"["nowhere"]"#, r#"["qufu","qufu"]"#, r#""wenshang""#, "7", "[null]"] {
        assert!(serde_json::from_str::<Regions>(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_set_of_regions_is_a_set_and_comes_back_from_storage(members in prop::collection::btree_set(0_usize..15, 0..=15)) {
        let members: BTreeSet<Region> = members.into_iter().map(|at| Region::all().nth(at).unwrap()).collect();
        let set: Regions = members.iter().rev().chain(&members).copied().collect();
        returns(&set);
        prop_assert!(set.iter().eq(members.iter().copied()));
        prop_assert_eq!((set.len() as usize, set.is_empty()), (members.len(), members.is_empty()));
        for region in Region::all() {
            prop_assert_eq!(set.contains(region), members.contains(&region));
            prop_assert!(set.with(region).contains(region) && !set.without(region).contains(region));
            prop_assert_eq!(set.without(region).with(region) == set, members.contains(&region));
        }
        prop_assert_eq!(members.len() == 15, set == Regions::ALL);
    }

    #[test]
    fn what_is_found_is_what_was_written(
        text in "[任城许庄街道汶上县区镇济宁市高新]{1,5}|\\PC{0,12}",
        code in 370_811_000_u64..370_872_000,
    ) {
        match text.parse::<Place>() {
            Ok(Place::City) => prop_assert!(matches!(text.trim(), "济宁市" | "济宁")),
            Ok(Place::Region(it)) => prop_assert_eq!(text.parse(), Ok(it)),
            // a town or village answers to its name without its ending too
            Ok(place) => prop_assert!(text.trim().chars().last().is_some_and(|it| place.to_string().contains(it))),
            Err(why) => prop_assert_eq!(why.input, text.trim()),
        }
        let township = u32::try_from(code).ok().and_then(Township::with_code);
        prop_assert_eq!(code.to_string().parse::<Place>().ok(), township.map(Place::Township));
        prop_assert_eq!(township.map(|it| u64::from(it.code())), township.map(|_| code));
    }
}
