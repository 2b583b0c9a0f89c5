//! The list of items is amended: what C1 calls for, what the amendment would do, what it does, and what a region then chooses by itself.
//!
//! ```text
//! cargo run --example amendment -- --lang zh
//! ```
//!
//! It reads the amendment and the choices as data, from `examples/amendment.json` and `examples/choices.json`: change them and run it again. All
//! bodies, people, numbers and grounds are fictional.

#[path = "story/read.rs"]
mod read;
#[path = "handle_case/walk.rs"]
#[allow(dead_code, reason = "the other example tells every step of one case")]
mod walk;

use std::{collections::BTreeMap, error::Error};

use chrono::{Days, NaiveDate};
use read::read;
use tongquan::{
    AnyCase, Item, Office, Place, Question, Region, Scope, Seal,
    case::StageKind,
    catalogue::{Amendment, Circumstances, Ladder},
    oversight::{Impact, Owed},
    register::Revision,
    route::Route,
};
use walk::{Walk, Words};

type Fallible<T> = Result<T, Box<dyn Error>>;

const HOME: Region = Region::Wenshang;

fn main() -> Fallible<()> {
    let words = Words::asked("amendment")?;
    let office: Office = read("office.json")?;
    let amendment: Amendment = read("amendment.json")?;
    words.say(
        "标有（虚构）的单位、依据和全部人员、编号均为虚构。",
        "All people, numbers, and bodies and grounds so marked are fictional.",
    );
    let day = amendment.from;
    let before = day.checked_sub_days(Days::new(30)).ok_or("no day before")?;
    as_it_is(&office, before, words)?;
    called_for(&office, words)?;
    drafted(&office, &amendment, words)?;
    let running =
        Walk::new(&office, before, None).until(StageKind::Accepted, item(&office, "A1-36")?, HOME, &counter()?)?;
    foreseen(&office, &amendment, &running, words)?;
    let office = office.record(&Revision { amendments: vec![amendment], ..Revision::on(before) })?;
    in_force(&office, running, day, words)?;
    let chosen: Revision = read("choices.json")?;
    let office = office.record(&chosen)?;
    chosen_by_the_region(&office, words)?;
    asked_backwards(&office, before, words);
    Ok(())
}

fn item<'o>(office: &'o Office, text: &str) -> Fallible<Item<'o>> {
    Ok(office.catalogue().latest().look_up(text)?)
}

fn counter() -> Fallible<tongquan::Venue> {
    Ok(HOME.centre().ok_or("no centre")?.into())
}

/// The list before: how far it was checked, and which regions stand apart.
fn as_it_is(office: &Office, day: NaiveDate, words: Words) -> Fallible<()> {
    words.head("调整之前", "Before");
    let edition = office.catalogue().in_force(day).ok_or("no list is in force")?;
    let (id, count, until) = (edition.id(), edition.items().count(), office.catalogue().checked_until());
    words.say(
        &format!("{day}：清单第{}版，自{}起，共{count}项；核对至{until}（S31）。", id.number, id.from),
        &format!(
            "{day}: edition {} of the list, from {}, {count} items; checked until {until} (S31).",
            id.number, id.from
        ),
    );
    words.say("与多数区域不同的，先举两项：", "Regions that have an item otherwise than most, of two items:");
    for it in edition.apart().take(2) {
        let regions = it.regions.iter().map(|(region, standing)| format!("{region} {}", words.fact(*standing)));
        let regions: Vec<String> = regions.collect();
        println!("  {} {}: {}", it.item.key(), it.item, regions.join(&words.of("、", ", ")));
    }
    Ok(())
}

/// 放权阶梯: what C1 calls for, by what the drafter knows of law and region.
fn called_for(office: &Office, words: Words) -> Fallible<()> {
    words.head("放权阶梯（A1-36，汶上县）", "The ladder of C1 (A1-36 in 汶上县)");
    let item = item(office, "A1-36")?;
    let lacking = words.of("（虚构）无专业技术人员", "no technical staff (fictional)");
    for it in [Circumstances::default(), Circumstances { lacking: Some(lacking.parse()?), ..Circumstances::default() }]
    {
        let ladder = Ladder::of(item, HOME, &it).ok_or("a county-original item")?;
        words.say(&ladder.zh(), &ladder.to_string());
    }
    Ok(())
}

/// On grounds of practice every region that is affected is heard; all that is wrong is told at once.
fn drafted(office: &Office, amendment: &Amendment, words: Words) -> Fallible<()> {
    words.head(
        "草案：未听取汶上县意见，又写了已有的方式",
        "A draft: 汶上县 was not heard, and one change changes nothing",
    );
    let mut draft = amendment.clone();
    draft.heard.retain(|it| it.region != HOME);
    draft.changes.extend(draft.changes.first().map(|it| {
        let item = tongquan::Key::Annex1(1);
        tongquan::catalogue::ItemChange { item, modality: Some(tongquan::Modality::Direct), ..it.clone() }
    }));
    for it in Impact::of(office, &draft).err().ok_or("the draft was taken in")?.all() {
        println!("      - {}", words.told(&it));
    }
    Ok(())
}

/// What it would do: nothing is recorded yet.
fn foreseen(office: &Office, amendment: &Amendment, running: &AnyCase, words: Words) -> Fallible<()> {
    words.head("调整影响（尚未作出）", "What it would do, before it is made");
    let impact = Impact::of(office, amendment)?;
    let (all, here) = (impact.routes().count(), impact.routes().filter(|it| it.region == HOME));
    words.say(&format!("路径变化{all}处，其中{HOME}："), &format!("{all} routes change, in {HOME}:"));
    for it in here {
        println!("  {}", words.told(&it));
    }
    for it in impact.cases([running]) {
        let (zh, en) = match it.may_move_on {
            Ok(()) => ("可沿用旧版，也可改用新版", "it may keep its edition or move on"),
            Err(_) => ("沿用旧版", "it keeps its edition"),
        };
        words.say(
            &format!("所涉办件{}：{zh}（S4）。", it.case.record().id()),
            &format!("case {}: {en} (S4).", it.case.record().id()),
        );
    }
    for it in impact.agreements().filter(|it| it.agreement.region == HOME) {
        let (zh, en) = if it.whole { ("全部", "the whole of it") } else { ("部分事项", "for some items") };
        words.say(
            &format!("用章协议{}：{zh}转入过渡（C6）。", it.agreement.number),
            &format!("agreement {}: runs off, {en} (C6).", it.agreement.number),
        );
    }
    for it in impact.duties().filter(|it| it.region == HOME) {
        let (zh, en) = match it.owed {
            Owed::Supply(missing) => (missing.zh(), missing.to_string()),
            Owed::Report(department) => {
                (format!("批后报备{}（C4）", department.label()), format!("reports to the {department} (C4)"))
            }
            Owed::Push => ("审管信息推送（C12）".to_owned(), "pushes to the four seats (C12)".to_owned()),
        };
        words.say(&format!("新增责任 {}：{zh}", it.item), &format!("comes to be owed for {}: {en}", it.item));
    }
    Ok(())
}

/// A case that was filed before goes on as it began; one filed after is handled by the list amended.
fn in_force(office: &Office, running: AnyCase, day: NaiveDate, words: Words) -> Fallible<()> {
    words.head("施行之后", "In force");
    let key = running.record().file().item.clone();
    for (edition, item) in office.catalogue().history(&key) {
        let stands = item.map(|it| it.cell(HOME).standing);
        let told = stands.map_or_else(|| words.of("移出", "removed"), |it| words.fact(it));
        println!("  {key} {}: {told}", edition.id());
    }
    let sealed = Walk::new(office, day, None).on(running, StageKind::Sealed)?;
    let seal = |seal: Seal| words.told(&seal);
    let told = seal(sealed.record().route().seal().is);
    words.say(
        &format!("此前收件的办件沿用第1版，{}用印：{told}（S4）。", sealed.record().last_at().day()),
        &format!(
            "the case filed before keeps edition 1, and on {} is sealed with: {told} (S4).",
            sealed.record().last_at().day()
        ),
    );
    let venue = counter()?;
    let asked = Question { item: &key, place: Place::Region(HOME), scope: Scope::WITHIN, venue: Some(&venue), day };
    let route = office.route(&asked)?;
    let (decides, told) = (words.told(&route.decision().is), seal(route.seal().is));
    words.say(
        &format!("{day}起收件的由{decides}决定，用章：{told}。"),
        &format!("what is filed from {day} on is decided by the {decides}, sealed with: {told}."),
    );
    Ok(())
}

/// 自行确定: township by township, from a day.
fn chosen_by_the_region(office: &Office, words: Words) -> Fallible<()> {
    words.head("三级同权：汶上县自行确定", "Three-tier items: 汶上县 chooses");
    for (item, place, day) in [
        ("A2-8", "南旺镇", "2024-07-05"),
        ("A2-8", "南旺镇", "2024-07-08"),
        ("SZ-16", "康驿镇", "2024-07-08"),
        ("A2-8", "次邱镇", "2024-07-08"),
        ("A2-8", "汶上县", "2024-07-08"),
        ("A2-7", "南旺镇", "2024-07-08"),
        ("A2-1", "南旺镇", "2024-07-08"),
    ] {
        let (key, day): (_, NaiveDate) = (item.parse()?, day.parse()?);
        let venue = format!("{place}为民服务中心").parse()?;
        let asked = Question { item: &key, place: place.parse()?, scope: Scope::WITHIN, venue: Some(&venue), day };
        let told = match office.route(&asked) {
            Ok(route) => handled(&route, words),
            Err(why) => words.told(&why),
        };
        println!("  {day} {item} {place}: {told}");
    }
    Ok(())
}

fn handled(route: &Route<'_>, words: Words) -> String {
    let party = |it: tongquan::Party<'_>| words.told(&it);
    let [intake, decides] = [route.intake().is, route.decision().is].map(party);
    let (how, seal) = (words.fact(route.standing()), words.fact(route.seal().is));
    words.of(
        &format!("{how}；收件：{intake}；决定：{decides}；用章：{seal}"),
        &format!("{how}; takes in: {intake}; decides: {decides}; seal: {seal}"),
    )
}

/// 反查.
fn asked_backwards(office: &Office, before: NaiveDate, words: Words) {
    words.head("反查", "Asked from the other end");
    let now = office.now();
    let today =
        now.editions().last().map_or(before, |it| it.id().from).checked_add_days(Days::new(7)).unwrap_or(before);
    for day in [before, today] {
        let mut by: BTreeMap<String, usize> = BTreeMap::new();
        for it in now.decides(HOME, day) {
            *by.entry(words.fact(it.route.standing())).or_default() += 1;
        }
        let told: Vec<String> = by.into_iter().map(|(how, count)| format!("{how} {count}")).collect();
        words.say(
            &format!("{day} 由{HOME}或其乡镇（街道）决定的路径："),
            &format!("routes that {day} finds decided by {HOME} or a township of it:"),
        );
        println!("  {}", told.join("、"));
    }
    words.say(&format!("{HOME}自{before}以来的变动："), &format!("what changed for {HOME} since {before}:"));
    for it in now.changed(HOME, before, today) {
        let stood = |it: Option<tongquan::Standing>| it.map_or_else(|| "—".to_owned(), |it| words.fact(it));
        println!("  {} {}: {} → {}", it.item.key(), it.item, stood(it.before), stood(it.after));
    }
}
