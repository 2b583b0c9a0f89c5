//! The model of amendments, of three-tier choices and of the ladder, against the document's own
//! figures and stories worked by hand.

use std::collections::{BTreeMap, BTreeSet};

use super::items::{
    CHOOSE, DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, REGIONS, REVIEW, WINDOW, ZONES, is_zone, modality_here,
};
use super::ladder::rung;
use super::lists::{Amendment, Entry, Ground, History, ItemChange, List, What, Wrong, first, stands};
use super::lists_differences::{affected, differences};
use super::township::{Choice, Spoken, Told, Way, spoken, told};

const REN: &str = "任城区";
const YAN: &str = "兖州区";
const HIGH: &str = "济宁高新区";

fn law(number: &str, from: i64) -> Amendment {
    let (adds, removes, changes) = (vec![], vec![], vec![]);
    Amendment { number: number.to_owned(), from, ground: Ground::Law, heard: vec![], adds, removes, changes }
}

fn practice(number: &str, from: i64, heard: &[(&'static str, i64)]) -> Amendment {
    Amendment { ground: Ground::Practice(vec!["costly"]), heard: heard.to_vec(), ..law(number, from) }
}

impl Amendment {
    fn adding(mut self, key: &str, entry: Entry) -> Self {
        self.adds.push((key.to_owned(), entry));
        self
    }

    fn removing(mut self, key: &str) -> Self {
        self.removes.push(key.to_owned());
        self
    }

    fn changing(mut self, key: &str, change: ItemChange) -> Self {
        self.changes.push((key.to_owned(), change));
        self
    }
}

fn city(name: &str, modality: &'static str, not_to: &[&'static str]) -> Entry {
    let (department, not_to) = ("市商务局".to_owned(), not_to.iter().copied().collect());
    let what = What::City { department, modality, exceptions: BTreeMap::new(), not_to };
    Entry { name: name.to_owned(), kind: "行政确认", what }
}

fn plain(name: &str, what: What) -> Entry {
    Entry { name: name.to_owned(), kind: "公共服务", what }
}

fn to(modality: &'static str) -> ItemChange {
    ItemChange { modality: Some(modality), ..ItemChange::default() }
}

fn named(name: &str) -> ItemChange {
    ItemChange { name: Some(name.to_owned()), ..ItemChange::default() }
}

fn except(given: &[(&'static str, &'static str)]) -> ItemChange {
    ItemChange { exceptions: Some(given.to_vec()), ..ItemChange::default() }
}

fn not_to(regions: &[&'static str]) -> ItemChange {
    ItemChange { not_to: Some(regions.iter().copied().collect()), ..ItemChange::default() }
}

fn made(history: &History, amendment: &Amendment) -> History {
    history.amend(amendment).unwrap_or_else(|wrong| panic!("refused: {wrong:?}"))
}

fn refused(history: &History, amendment: &Amendment) -> Vec<Wrong> {
    history.amend(amendment).map(|_| ()).expect_err("not refused").into_iter().collect()
}

fn on(history: &History, day: i64) -> (u16, &List) {
    history.in_force(day).expect("in force")
}

fn standing(history: &History, day: i64, key: &str, region: &str) -> Option<&'static str> {
    on(history, day).1.get(key).map(|entry| stands(entry, region))
}

fn s(key: &str) -> String {
    key.to_owned()
}

#[test]
fn the_first_edition_is_that_of_the_annexes() {
    let list = first();
    assert_eq!(list.len(), 61 + 15);
    let column = |m| list.values().filter(|e| matches!(e.what, What::City { modality, .. } if modality == m)).count();
    assert_eq!([DIRECT, WINDOW, REVIEW, ENTRUSTED].map(column), [19, 11, 30, 1]);
    for region in REGIONS {
        let here = |m| list.values().filter(|entry| stands(entry, region) == m).count();
        let expected = match region {
            REN => [19, 11, 30, 1, 0, 15],
            r if is_zone(r) => [18, 11, 25, 5, 2, 15],
            _ => [19, 7, 34, 1, 0, 15],
        };
        assert_eq!([DIRECT, WINDOW, REVIEW, ENTRUSTED, NOT_HERE, CHOOSE].map(here), expected, "{region}");
        for n in 1..=61 {
            let entry = list.get(&format!("A1-{n}")).expect("61 items");
            assert_eq!(stands(entry, region), modality_here(n, region), "{n} in {region}");
        }
    }
    // Remarks: four items for the four zones, four for the ten others; two withheld from the zones.
    let exceptions = |entry: &Entry| if let What::City { exceptions, .. } = &entry.what { exceptions.len() } else { 0 };
    assert_eq!(list.values().map(exceptions).sum::<usize>(), 4 * 4 + 4 * 10);
    let scope = |entry: &Entry| if let What::City { not_to, .. } = &entry.what { not_to.len() } else { 0 };
    assert_eq!(list.values().map(scope).sum::<usize>(), 2 * 4);
}

#[test]
fn each_amendment_makes_an_edition_and_the_old_ones_stay() {
    let history = History::first(100);
    assert!(history.in_force(99).is_none());
    let later = made(&history, &law("one", 200).changing("A1-24", to(REVIEW)));
    let later = made(&later, &law("two", 300).removing("A1-24").removing("A2-7"));
    assert_eq!([100, 199, 200, 299, 300, 999].map(|day| on(&later, day).0), [1, 1, 2, 2, 3, 3]);
    assert_eq!([100, 200, 300].map(|day| standing(&later, day, "A1-24", REN)), [Some(WINDOW), Some(REVIEW), None]);
    assert_eq!(on(&later, 300).1.len(), 74);
    assert_eq!(on(&later, 150).1, &first());
    assert_eq!(on(&history, 999).0, 1);
}

#[test]
fn numbers_and_days_go_forward() {
    let history = made(&History::first(0), &law("one", 10).changing("A1-24", to(REVIEW)));
    let also = |number, from| law(number, from).changing("A1-25", to(REVIEW));
    assert_eq!(refused(&history, &also("one", 9)), [Wrong::NumberUsed, Wrong::BeforeLast]);
    assert_eq!(refused(&history, &law("two", 11)), [Wrong::NothingChanges(None)]);
    // The same day: the last of it is in force, and no item stands in both.
    let both = made(&history, &also("two", 10));
    assert_eq!(on(&both, 10).0, 3);
    assert_eq!(["A1-24", "A1-25"].map(|key| standing(&both, 10, key, REN)), [Some(REVIEW), Some(REVIEW)]);
    assert_eq!(refused(&both, &law("three", 10).removing("A1-24")), [Wrong::SameDayTwice(s("A1-24"))]);
    assert_eq!(refused(&both, &law("three", 10).removing("A1-25")), [Wrong::SameDayTwice(s("A1-25"))]);
    made(&both, &law("three", 11).removing("A1-24"));
    // On the first day too: the annexes are no amendment.
    made(&History::first(0), &law("one", 0).removing("A1-24"));
}

#[test]
fn an_item_stands_once_and_must_be_known() {
    let history = History::first(0);
    let twice = law("n", 1).removing("A1-3").changing("A1-3", named("x")).removing("A2-1").removing("A2-1");
    assert_eq!(refused(&history, &twice), [Wrong::ItemTwice(s("A1-3")), Wrong::ItemTwice(s("A2-1"))]);
    let unknown = law("n", 1).removing("A1-62").changing("Z", except(&[(REN, WINDOW), (REN, WINDOW)]));
    assert_eq!(refused(&history, &unknown), [Wrong::UnknownItem(s("A1-62")), Wrong::UnknownItem(s("Z"))]);
    let gone = made(&history, &law("n", 1).removing("A1-3"));
    assert_eq!(refused(&gone, &law("m", 2).removing("A1-3")), [Wrong::UnknownItem(s("A1-3"))]);
    let again = law("m", 1).adding("A1-3", city("new", DIRECT, &[])).adding("A1-4", city("newer", DIRECT, &[]));
    let expected = [Wrong::SameDayTwice(s("A1-3")), Wrong::KeyUsed(s("A1-3")), Wrong::KeyUsed(s("A1-4"))];
    assert_eq!(refused(&gone, &again), expected);
}

#[test]
fn names_are_held_against_the_edition_made() {
    let history = History::first(0);
    let (one, two) = ("name of A1-1", "name of A1-2");
    let taken = law("n", 1).changing("A1-1", named(two)).adding("N", plain("name of A2-1", What::ThreeTier));
    assert_eq!(refused(&history, &taken), [Wrong::NameUsed(s("A1-1")), Wrong::NameUsed(s("N"))]);
    let swapped = made(&history, &law("n", 1).changing("A1-1", named(two)).changing("A1-2", named(one)));
    assert_eq!(["A1-1", "A1-2"].map(|key| on(&swapped, 1).1.get(key).expect("there").name.as_str()), [two, one]);
    made(&history, &law("n", 1).removing("A1-2").changing("A1-1", named(two)));
    made(&history, &law("n", 1).changing("A1-2", named("free")).adding("N", city(two, WINDOW, &[])));
    // Two that want one free name, and one wrong in itself besides.
    let both = law("n", 1).adding("N", city("new", WINDOW, &[])).changing("A2-2", named("new"));
    assert_eq!(refused(&history, &both), [Wrong::NameUsed(s("A2-2")), Wrong::NameUsed(s("N"))]);
    let wrong = law("n", 1).changing("A2-2", ItemChange { name: Some(s(one)), ..to(WINDOW) });
    assert_eq!(refused(&history, &wrong), [Wrong::NameUsed(s("A2-2")), Wrong::NotItsKind(s("A2-2"))]);
    // A key that is used and a name that is: held against others only.
    let own_name = law("n", 1).adding("A1-1", city(one, DIRECT, &[]));
    assert_eq!(refused(&history, &own_name), [Wrong::KeyUsed(s("A1-1"))]);
}

#[test]
fn a_change_changes_what_its_kind_of_item_has() {
    let mut history = History::first(0);
    history.own("WS-1", plain("county", What::CountyOriginal));
    history.own("WS-2", city("earlier round", REVIEW, &[]));
    let same = ItemChange { department: Some(s("市生态环境局")), ..to(WINDOW) };
    let none = law("n", 1).changing("A1-24", same.clone()).changing("A2-1", ItemChange::default());
    let nothing = |key| Wrong::NothingChanges(Some(s(key)));
    assert_eq!(refused(&history, &none), [nothing("A1-24"), nothing("A2-1")]);
    let listed: Vec<_> = ZONES.iter().rev().map(|zone| (*zone, ENTRUSTED)).collect();
    assert_eq!(refused(&history, &law("n", 1).changing("A1-19", except(&listed))), [nothing("A1-19")]);
    made(&history, &law("n", 1).changing("A1-24", ItemChange { name: Some(s("x")), ..same }));

    let kinds = law("n", 1)
        .changing("A2-1", not_to(&[]))
        .changing("WS-1", named("x"))
        .adding("N", plain("y", What::CountyOriginal));
    assert_eq!(refused(&history, &kinds), ["A2-1", "N", "WS-1"].map(|key| Wrong::NotItsKind(s(key))));
    // What cannot be removed keeps its name.
    let freed = law("n", 1).removing("WS-1").changing("A1-2", named("county"));
    assert_eq!(refused(&history, &freed), [Wrong::NameUsed(s("A1-2")), Wrong::NotItsKind(s("WS-1"))]);
    let named_so = law("n", 1).adding("N", city("county", DIRECT, &[])).adding("WS-2", city("z", DIRECT, &[]));
    assert_eq!(refused(&history, &named_so), [Wrong::KeyUsed(s("WS-2")), Wrong::NameUsed(s("N"))]);
    let lawful = made(&history, &law("n", 1).changing("WS-2", to(DIRECT)).changing("A2-1", named("renamed")));
    assert_eq!(standing(&lawful, 1, "WS-2", REN), Some(DIRECT));
    assert_eq!(standing(&lawful, 1, "WS-1", REN), Some(ORIGINAL));
}

#[test]
fn exceptions_say_something_else_once_and_where_devolved() {
    let history = History::first(0);
    let given = law("n", 1)
        .changing("A1-24", except(&[(REN, WINDOW), (YAN, REVIEW)]))
        .changing("A1-31", except(&[(HIGH, ENTRUSTED)]))
        .changing("A1-19", ItemChange { not_to: Some([HIGH].into()), ..except(&[(HIGH, ENTRUSTED)]) })
        .changing("A1-25", except(&[(REN, REVIEW), (REN, DIRECT)]));
    let expected = [
        Wrong::VacuousException(s("A1-24"), REN),
        Wrong::ExceptionNotDevolved(s("A1-19"), HIGH),
        Wrong::ExceptionNotDevolved(s("A1-31"), HIGH),
        Wrong::RegionTwice(s("A1-25")),
    ];
    assert_eq!(refused(&history, &given), expected);
    // Held against the column as it becomes; both set together, each against the other.
    let becomes = ItemChange { modality: Some(REVIEW), ..except(&[(REN, WINDOW)]) };
    made(&history, &law("n", 1).changing("A1-24", becomes.clone()));
    let vacuous = ItemChange { modality: Some(WINDOW), name: Some(s("x")), ..becomes };
    assert_eq!(refused(&history, &law("n", 1).changing("A1-24", vacuous)), [Wrong::VacuousException(s("A1-24"), REN)]);
    let moved = made(
        &history,
        &law("n", 1).changing("A1-31", ItemChange { not_to: Some(BTreeSet::new()), ..except(&[(HIGH, ENTRUSTED)]) }),
    );
    assert_eq!([HIGH, "太白湖新区"].map(|r| standing(&moved, 1, "A1-31", r)), [Some(ENTRUSTED), Some(REVIEW)]);
    let mut entry = city("new", DIRECT, &[HIGH]);
    if let What::City { exceptions, .. } = &mut entry.what {
        exceptions.extend([(HIGH, WINDOW), (REN, DIRECT)]);
    }
    let expected = [Wrong::VacuousException(s("N"), REN), Wrong::ExceptionNotDevolved(s("N"), HIGH)];
    assert_eq!(refused(&history, &law("n", 1).adding("N", entry)), expected);
}

#[test]
fn exceptions_that_the_new_column_or_scope_overtakes_fall_away() {
    // 20: window in 任城区 and the zones, review elsewhere. The column becomes review: window
    // nowhere; and when it becomes window again, it is so everywhere.
    let review = made(&History::first(0), &law("n", 1).changing("A1-20", to(REVIEW)));
    let change = differences(&first(), on(&review, 1).1);
    let twenty = change.get("A1-20").expect("changed");
    assert_eq!((change.len(), twenty.what), (1, "changed"));
    assert_eq!(twenty.parts, BTreeSet::from(["modality", "exceptions"]));
    let moved: Vec<_> = twenty.stands.keys().copied().collect();
    let window_before: BTreeSet<_> = [REN].into_iter().chain(ZONES).collect();
    assert_eq!(moved, window_before.iter().copied().collect::<Vec<_>>());
    assert!(twenty.stands.values().all(|both| *both == (Some(WINDOW), Some(REVIEW))));
    assert_eq!(affected(&first(), on(&review, 1).1), window_before);
    let window = made(&review, &law("m", 2).changing("A1-20", to(WINDOW)));
    assert!(REGIONS.iter().all(|region| standing(&window, 2, "A1-20", region) == Some(WINDOW)));
    // Withheld: the exception of that zone goes, those of the three others stay, and it does not come
    // back with the region.
    let withheld = made(&History::first(0), &law("n", 1).changing("A1-19", not_to(&[HIGH])));
    let nineteen = differences(&first(), on(&withheld, 1).1).remove("A1-19").expect("changed");
    assert_eq!(nineteen.parts, BTreeSet::from(["exceptions", "not_to"]));
    assert_eq!(nineteen.stands, BTreeMap::from([(HIGH, (Some(ENTRUSTED), Some(NOT_HERE)))]));
    let back = made(&withheld, &law("m", 2).changing("A1-19", not_to(&[])));
    assert_eq!([HIGH, "太白湖新区"].map(|r| standing(&back, 2, "A1-19", r)), [Some(DIRECT), Some(ENTRUSTED)]);
    // To direct: the ten exceptions say something else still, and stay.
    let direct = made(&History::first(0), &law("n", 1).changing("A1-20", to(DIRECT)));
    assert_eq!([REN, YAN].map(|r| standing(&direct, 1, "A1-20", r)), [Some(DIRECT), Some(REVIEW)]);
}

#[test]
fn practice_wants_every_affected_region_heard_in_time() {
    let history = History::first(0);
    let change = |heard: &[(&'static str, i64)]| practice("n", 10, heard).changing("A1-19", except(&[]));
    let not_heard: Vec<_> = ZONES.map(Wrong::NotHeard).into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(refused(&history, &change(&[(REN, 1)])), not_heard);
    let [a, b, c, d] = ZONES;
    made(&history, &change(&[(a, 9), (b, 3), (c, -5), (d, 9), (REN, 99)]));
    assert_eq!(refused(&history, &change(&[(a, 10), (b, 3), (c, 3), (d, 3)])), [Wrong::HeardLate(a)]);
    let twice = [(a, 11), (a, 9), (b, 3), (c, 3), (d, 3), (REN, 1), (REN, 1)];
    let expected: BTreeSet<_> = [Wrong::HeardTwice(a), Wrong::HeardTwice(REN)].into();
    assert_eq!(refused(&history, &change(&twice)), expected.into_iter().collect::<Vec<_>>());
    // No reason; and law or policy, which need nobody.
    let groundless = Amendment { ground: Ground::Practice(vec![]), ..change(&[(a, 1), (b, 1), (c, 1), (d, 1)]) };
    assert_eq!(refused(&history, &groundless), [Wrong::NoReason]);
    made(&history, &Amendment { ground: Ground::Policy, ..change(&[]) });
    // An item that is wrong in itself stands as it was: its regions are not missed.
    let wrong = change(&[(a, 1), (b, 1), (c, 1), (d, 1)]).changing("A1-24", except(&[(REN, WINDOW)]));
    assert_eq!(refused(&history, &wrong), [Wrong::VacuousException(s("A1-24"), REN)]);
}

#[test]
fn who_is_affected() {
    let of = |amendment: &Amendment| affected(&first(), on(&made(&History::first(0), amendment), 1).1);
    let all: BTreeSet<_> = REGIONS.into_iter().collect();
    let counties: BTreeSet<_> = all.iter().copied().filter(|region| !is_zone(region)).collect();
    let n = || law("n", 1);
    assert_eq!(of(&n().removing("A1-31")), counties);
    assert_eq!(of(&n().removing("A2-1")), all);
    assert_eq!(of(&n().adding("N", plain("new", What::ThreeTier))), all);
    assert_eq!(of(&n().adding("N", city("new", REVIEW, &ZONES))), counties);
    assert!(of(&n().adding("N", city("new", REVIEW, &REGIONS))).is_empty());
    assert!(of(&n().changing("A1-31", named("x")).changing("A2-1", named("y"))).is_empty());
    let department = || ItemChange { department: Some(s("市医保局")), ..ItemChange::default() };
    assert_eq!(of(&n().changing("A1-31", department())), counties);
    assert_eq!(of(&n().changing("A1-31", ItemChange { not_to: Some(BTreeSet::new()), ..department() })), all);
    assert_eq!(of(&n().changing("A1-31", not_to(&[]))), ZONES.into());
    assert_eq!(of(&n().changing("A1-24", not_to(&[YAN]))), [YAN].into());
    let mut own = History::first(0);
    own.own("WS-1", plain("county", What::CountyOriginal));
    assert!(affected(&first(), on(&own, 0).1).is_empty());
    // Added and withheld everywhere: a difference all the same.
    let withheld = made(&History::first(0), &n().adding("N", city("new", REVIEW, &REGIONS)));
    let change = differences(&first(), on(&withheld, 1).1);
    assert!(change.values().all(|d| d.what == "added" && d.parts.is_empty() && d.stands.len() == 15));
    let back = differences(on(&withheld, 1).1, &first());
    assert_eq!(back.get("N").and_then(|d| d.stands.get(REN)), Some(&(Some(NOT_HERE), None)));
}

#[test]
fn the_last_row_of_the_table() {
    let direct = Told {
        intake: "township",
        accepts: "township",
        decides: "township",
        seal: "township_own",
        answers: "township",
        respondent: "township",
        contested: false,
        reports: false,
        pushes_if_bureau: false,
    };
    assert_eq!(told(Way::Direct, false), Some(direct));
    assert_eq!(told(Way::Review(Some("township")), false), Some(direct));
    let under_the_countys = Told { seal: "county_own", respondent: "county", contested: true, ..direct };
    assert_eq!(told(Way::Review(Some("county")), false), Some(under_the_countys));
    assert_eq!([false, true].map(|zone| told(Way::Review(None), zone)), [None, None]);
    let county = Told {
        decides: "county",
        seal: "county_own",
        answers: "county",
        respondent: "county",
        pushes_if_bureau: true,
        ..direct
    };
    assert_eq!(told(Way::Intake, false), Some(county));
    let staffed = Told { intake: "county_staff_in_township", accepts: "county", ..county };
    assert_eq!(told(Way::Window, false), Some(staffed));
    assert_eq!(told(Way::Window, true), Some(Told { contested: true, ..staffed }));
}

#[test]
fn the_choice_that_speaks() {
    let choice = |region, items: &[&'static str], from, townships: &[&'static str]| Choice {
        region,
        items: items.iter().copied().collect(),
        from,
        townships: townships.iter().copied().collect(),
    };
    let choices = [
        choice("汶上县", &["A2-1", "A2-2"], 10, &["中都", "南站"]),
        choice("汶上县", &["A2-1"], 30, &["南站"]),
        choice("汶上县", &["A2-1"], 20, &["中都"]),
        choice("汶上县", &["A2-1"], 20, &["白石"]),
        choice(HIGH, &["A2-1"], 10, &["柳行"]),
    ];
    let at = |item, region, township, day| spoken(&choices, item, region, township, day);
    let wenshang = |township, day| at("A2-1", "汶上县", Some(township), day);
    assert_eq!(
        [9, 10, 20, 30].map(|day| wenshang("中都", day)),
        [Spoken::MustChoose, Spoken::Choice(0), Spoken::NotChosenThere, Spoken::NotChosenThere,]
    );
    assert_eq!([wenshang("白石", 29), wenshang("南站", 30)], [Spoken::Choice(3), Spoken::Choice(1)]);
    assert_eq!([9, 10].map(|day| at("A2-1", "汶上县", None, day)), [Spoken::MustChoose, Spoken::NameTheTownship]);
    assert_eq!(at("A2-2", "汶上县", Some("中都"), 99), Spoken::Choice(0));
    assert_eq!(at("A2-3", "汶上县", Some("中都"), 99), Spoken::MustChoose);
    // 柳行 is run by 高新区; asked of 任城区, its statutory parent, nothing has been chosen.
    assert_eq!([HIGH, REN].map(|r| at("A2-1", r, Some("柳行"), 10)), [Spoken::Choice(4), Spoken::MustChoose]);
}

#[test]
fn the_ladder_of_c1() {
    let mut rungs: BTreeMap<(&str, bool), u32> = BTreeMap::new();
    for n in 0..16 {
        let [lacking, authorising, entrusting, window] = [1, 2, 4, 8].map(|bit| n & bit != 0);
        let (modality, risk) = rung(lacking, authorising, entrusting, window);
        *rungs.entry((modality, risk)).or_default() += 1;
        assert_eq!(lacking, modality == ENTRUSTED);
    }
    // Of eight without lack: two open, one closed with a window; five left, three of them risky.
    let expected = [((ENTRUSTED, false), 8), ((DIRECT, false), 2), ((WINDOW, false), 1)];
    assert_eq!(rungs, expected.into_iter().chain([((REVIEW, true), 3), ((REVIEW, false), 2)]).collect());
    assert_eq!(rung(false, true, true, false), (REVIEW, true));
    assert_eq!(rung(false, true, false, true), (REVIEW, false));
}
