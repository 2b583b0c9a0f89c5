//! What people type is found in whichever form they type it, and as of the day; what is not found is told with what was meant.

use tongquan::{
    Catalogue, Edition, Place, Region, Venue,
    catalogue::{Amendment, ItemChange, NoItem, OwnOrigin},
    place::{Township, Village},
    route::BadVenue,
    text::{BadText, Bilingual, Sought},
    time::{BadDay, read_day},
};

use crate::{
    editions::given::{changing, own},
    support::day,
};

/// As people type them: brackets, dashes and spaces in any form, and keys in small letters.
#[test]
fn an_item_is_found_however_its_name_is_typed() {
    let (edition, half) =
        (Edition::built_in(), [('（', "("), ('）', ")"), ('—', "-"), ('、', "、 "), ('“', "\""), ('”', "\"")]);
    let mut typed = 0;
    for item in edition.items() {
        let name: String = half.iter().fold(item.name().to_owned(), |name, (from, to)| name.replace(*from, to));
        for name in [format!("　{name} "), name.replace("--", "-"), item.name().replace('（', " （")] {
            assert_eq!(edition.look_up(&name), Ok(item), "{name}");
            typed += usize::from(name.trim() != item.name());
        }
        assert_eq!(edition.look_up(&item.key().to_string().to_lowercase()), Ok(item));
    }
    assert!(typed > 40, "{typed}");
    // what lies within a name is nearer than what differs in few letters
    let near = |text: &str| edition.look_up(text).unwrap_err().nearest;
    assert_eq!(near("就业登记")[0], "开展就业失业登记工作——就业登记");
    assert_eq!(near("47")[0], "A1-47");
    assert_eq!(near("A1-047")[0], "A1-47");
}

/// No name of the list has quotation marks.
#[test]
fn quotation_marks_are_found_in_any_form() {
    let edition = Edition::with_own(&[own("Z-1", "（虚构）“一件事”之‘甲’", OwnOrigin::County)]).unwrap();
    for typed in ["（虚构）\"一件事\"之'甲'", "(虚构)＂一件事＂之＇甲＇", "（虚构）”一件事“之’甲‘"]
    {
        assert_eq!(edition.look_up(typed).map(|it| it.key().to_string()), Ok("Z-1".to_owned()), "{typed}");
    }
    assert!(edition.look_up("（虚构）一件事之甲").is_err());
}

#[test]
fn two_items_that_are_typed_alike_are_told_apart() {
    let items = [("Z-1", "（虚构）甲"), ("Z-2", "(虚构)甲")].map(|(key, name)| own(key, name, OwnOrigin::County));
    let edition = Edition::with_own(&items).unwrap();
    assert_eq!(edition.look_up("（虚构）甲").unwrap().key().to_string(), "Z-1");
    let why = edition.look_up("(虚构）甲").unwrap_err();
    assert_eq!((why.shared, why.nearest), (true, vec!["Z-1".to_owned(), "Z-2".to_owned()]));
}

#[test]
fn an_item_is_looked_up_on_a_day_by_the_name_that_it_has_then() {
    let name = Some("（虚构）新名".parse().unwrap());
    let changes = vec![ItemChange { name, ..ItemChange::of("A1-36".parse().unwrap()) }];
    let removes = vec!["A1-33".parse().unwrap()];
    let amendment = Amendment { removes, ..changing("1", "2024-09-01", changes) };
    let list = Catalogue::built_in().amend(&amendment).unwrap();
    let (eve, first) = (day(2024, 8, 31), day(2024, 9, 1));
    let key = |text: &str, on| list.look_up(text, on).map(|it| it.key().to_string());
    assert_eq!((key("道路客运站站级核定", eve), key("（虚构）新名", first)), (Ok("A1-36".into()), Ok("A1-36".into())));
    // under its other name it is told by that of the day
    for (text, on, now) in [("（虚构）新名", eve, "道路客运站站级核定"), ("道路客运站站级核定", first, "（虚构）新名")]
    {
        let Err(NoItem::NoSuch(why)) = list.look_up(text, on) else { panic!("{text}") };
        assert_eq!((why.input.as_str(), why.nearest), (text, vec![now.to_owned()]));
    }
    // what has gone is told with its days, by key and by name
    let gone =
        NoItem::NotListed { item: "A1-33".parse().unwrap(), day: first, from: day(2021, 6, 15), until: Some(eve) };
    for text in ["A1-33", "a1-33", "测绘作业证核发", "测绘 作业证核发"] {
        assert!(list.look_up(text, eve).is_ok());
        assert_eq!(list.look_up(text, first), Err(gone.clone()), "{text}");
    }
    assert_eq!(list.item_on(&"A1-33".parse().unwrap(), first), Err(gone));
    let early = day(2021, 6, 14);
    let none = NoItem::NotInForce { day: early, first: day(2021, 6, 15) };
    assert_eq!(list.look_up("A1-33", early), Err(none.clone()));
    assert_eq!(list.item_on(&"A1-99".parse().unwrap(), early), Err(none));
    assert!(matches!(list.item_on(&"A1-99".parse().unwrap(), eve), Err(NoItem::NoSuch(_))));
}

#[test]
fn a_village_is_found_without_its_committee() {
    let mut short = 0;
    for village in Village::all() {
        let Some(stem) = village.name().strip_suffix("村委会").filter(|it| !it.ends_with(['村', '区'])) else {
            continue;
        };
        for name in [format!("{stem}村"), stem.to_owned()] {
            let told = format!("{}{name}", village.township()).parse::<Place>();
            let alone = told.as_ref().is_ok_and(|it| *it == Place::Village(village));
            // or it is one of several of the township, and all are told
            assert!(alone || told.unwrap_err().shared, "{} {name}", village.name());
        }
        short += 1;
    }
    assert!(short > 100, "{short}");
    assert!("杏林村".parse::<Place>().is_ok());
}

/// A short name that is a township's and a village's, of whatever region, is guessed to be neither.
#[test]
fn what_a_village_and_a_township_are_both_called_is_told_with_both() {
    let why = "吴村".parse::<Place>().unwrap_err();
    assert!(why.shared && why.nearest.contains(&"曲阜市吴村镇".to_owned()) && why.sought == Sought::Place, "{why}");
    assert!(matches!("吴村镇".parse(), Ok(Place::Township(_))));
    assert!(matches!("唐口街道吴村".parse(), Ok(Place::Village(_))));
    let mut both = 0;
    for township in Township::all() {
        let Some(stem) = ["街道", "镇", "乡"].iter().find_map(|it| township.name().strip_suffix(it)) else {
            continue;
        };
        match stem.parse::<Place>() {
            // 金乡 and 嘉祥 are the counties
            Ok(Place::Region(region)) => assert_eq!(region.label(), format!("{stem}县")),
            Ok(place) => assert_eq!(place, Place::Township(township), "{stem}"),
            Err(why) => {
                assert!(why.shared && why.nearest.len() > 1, "{why}");
                both += 1;
            }
        }
    }
    assert!(both > 20, "{both}");
    // of a village's station no township is meant
    let Err(BadVenue::Unknown(why)) = "吴村便民服务站".parse::<Venue>() else { panic!("two villages") };
    assert_eq!((why.sought, why.shared, why.nearest.len()), (Sought::Village, true, 2));
    assert!(matches!("唐口街道吴村便民服务站".parse(), Ok(Venue::VillageStation(_))));
    let Err(BadVenue::Unknown(why)) = "曲阜镇便民服务站".parse::<Venue>() else { panic!("no village") };
    assert!(!why.nearest.is_empty() && why.sought == Sought::Village, "{why}");
    assert_eq!(("Online".parse(), "便民服务站".parse::<Venue>().is_err()), (Ok(Venue::Online), true));
    // of a township's centre or station, all who share the name are told
    for typed in ["吴村为民服务中心", "吴村行政审批服务所"] {
        let Err(BadVenue::Unknown(why)) = typed.parse::<Venue>() else { panic!("{typed}") };
        assert!(why.shared && why.nearest.contains(&"曲阜市吴村镇".to_owned()), "{why}");
    }
    // and of a wrong one, what is near to it
    let near = |typed: &str| {
        let Err(BadVenue::Unknown(why)) = typed.parse::<Venue>() else { panic!("{typed}") };
        assert!(!why.shared, "{why}");
        why.nearest
    };
    assert_eq!(near("南汪镇为民服务中心")[0], "南旺镇为民服务中心");
    assert_eq!(near("南汪镇行政审批服务所")[0], "南旺镇");
    assert!(near("李堂村行政审批服务所").iter().all(|it| Township::named(it).next().is_some()));
}

#[test]
fn a_venue_that_wants_a_name_says_so() {
    for kind in ["自助机", "自助一体机", "联合中心", "政银合作"] {
        for typed in [kind.to_owned(), format!("{kind}："), format!("{kind}: ")] {
            let why = typed.parse::<Venue>().unwrap_err();
            assert_eq!((&why, why.zh().as_str()), (&BadVenue::Name(BadText::Empty), "此类地点须写明名称：文字为空"));
        }
        let named = [format!("{kind}：一楼"), format!("{kind}: 一楼")].map(|it| it.parse::<Venue>().unwrap());
        assert_eq!(named[0], named[1]);
    }
    assert!(matches!("自助机构".parse::<Venue>(), Err(BadVenue::Unknown(_))));
}

#[test]
fn a_day_has_one_written_form() {
    assert_eq!(read_day("2024-02-29"), Ok(day(2024, 2, 29)));
    for wrong in
        ["", "2024-2-29", "2024/02/29", "2023-02-29", "2024-02-29 ", "20240229", "２０２４-02-29", "二〇二四年"]
    {
        let why: BadDay = read_day(wrong).unwrap_err();
        assert!(why.input == wrong && why.zh().contains(wrong) && why.to_string().contains("YYYY-MM-DD"), "{why}");
    }
    assert_eq!(read_day(&"9".repeat(1_000)).unwrap_err().input.len(), 40);
    fn told(it: &impl Bilingual) -> (String, String) {
        (it.zh(), it.to_string())
    }
    assert_eq!(told(&Region::Wenshang), ("汶上县".to_owned(), "汶上县".to_owned()));
}
