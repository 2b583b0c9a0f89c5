//! One case, from the window to the archive, on the real lists and a fictional office.
//!
//! ```text
//! cargo run --example handle_case -- --item 测绘作业证核发 --region 汶上县 --venue 汶上县为民服务中心 --day 2024-03-04 --lang zh
//! ```
//!
//! All five are optional; `--item` takes a key (`A1-36`), a name or a number of annex 1, `--lang` is `zh` or `en`.

#[path = "handle_case/failure.rs"]
mod failure;
#[path = "story/read.rs"]
mod read;
#[path = "handle_case/walk.rs"]
mod walk;

use std::{collections::BTreeSet, error::Error, process::ExitCode};

use chrono::NaiveDate;
use read::read;
use tongquan::{
    AnyCase, AnyStep, Department, Item, Key, Office, Place, Question, Refusal, Region, Scope, Source, Venue,
    case::{Diagram, StageKind, steps::AffixSealNo2},
    catalogue::NoItem,
    route::{AskError, BadVenue},
    text::Unknown,
    time::{BadDay, read_day},
};
use walk::{Walk, Words};

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let chinese = !arguments.windows(2).any(|it| it == ["--lang", "en"]);
    match Asked::read(&arguments, chinese).and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let known = [
                failure::zh::<Refusal>,
                failure::zh::<AskError>,
                failure::zh::<BadDay>,
                failure::zh::<NoItem>,
                failure::zh::<Unknown>,
                failure::zh::<BadVenue>,
            ];
            eprintln!("{}", failure::told(&*why, chinese, &known));
            ExitCode::FAILURE
        }
    }
}

fn run(asked: &Asked) -> Result<(), Box<dyn Error>> {
    let words = asked.words;
    let office: Office = read("office.json")?;
    words.say(
        "办件所用登记为虚构示例（examples/office.json）。",
        "The office's registers are fictional (examples/office.json).",
    );

    let day = asked.day;
    let item = find(&office, &asked.item, day)?;
    let venue = match &asked.venue {
        Some(venue) => venue.parse()?,
        None => counter(&office, item, asked.region, day)?,
    };
    words.head("路径", "The route");
    println!("{} {} @ {} @ {venue} {day}", item.key(), item.name(), asked.region);
    let question = Question { venue: Some(&venue), ..unasked(item, asked.region, day) };
    tell_route(&office, &question, words)?;

    words.head("承接准备", "Readiness");
    let readiness = office.readiness(item, asked.region, day);
    if readiness.is_ready() {
        words.say("  齐备：所需各项均已登记。", "  ready: everything that it needs is on record.");
    }
    if !readiness.is_the_regions() {
        let standing = readiness.standing();
        println!(
            "  {}",
            words.of(
                &format!("不由本区域办理：{}", standing.label()),
                &format!("not the region's to handle: {standing}")
            )
        );
    }
    for it in readiness.missing() {
        println!("  {}", words.told(&it));
    }

    words.head("办理", "The case");
    let case = Walk::new(&office, day, Some(words)).until(StageKind::Closed, item, asked.region, &venue)?;

    words.head("一次被拒的用章：县级原有事项加盖2号章", "A refused attempt: Seal No. 2 on a county-original item");
    refused_seal(&office, asked.region, day, words)?;

    words.head("依据", "Sources");
    for source in cited(&office, &question, &case)? {
        let told =
            words.of(&format!("{}　{}", source.cite(), source.zh()), &format!("{}: {}", source.cite(), source.en()));
        println!("  {} {}", source.id(), told.trim_end());
    }

    words.head("流转记录", "The journal");
    for entry in serde_json::to_value(&case)?.as_array().into_iter().flatten() {
        println!("{entry}");
    }
    let again: AnyCase = serde_json::from_str(&serde_json::to_string(&case)?)?;
    assert_eq!(again, case, "what is written is read back the same");
    Ok(())
}

const USAGE: &str =
    "usage: handle_case [--item KEY|NAME|NUMBER] [--region REGION] [--venue VENUE] [--day YYYY-MM-DD] [--lang zh|en]";

/// What the command line asks for.
struct Asked {
    item: String,
    region: Region,
    venue: Option<String>,
    day: NaiveDate,
    words: Words,
}

impl Asked {
    fn read(arguments: &[String], chinese: bool) -> Result<Self, Box<dyn Error>> {
        let words = Words { chinese };
        let mut asked = Self {
            item: "测绘作业证核发".into(),
            region: Region::Wenshang,
            venue: None,
            day: read_day("2024-03-04")?,
            words,
        };
        for pair in arguments.chunks(2) {
            let [name, value] = pair else { return Err(USAGE.into()) };
            match name.as_str() {
                "--item" => asked.item.clone_from(value),
                "--day" => asked.day = read_day(value)?,
                "--region" => {
                    let place: Place = value.parse()?;
                    let which = words.of(
                        "济宁市：请写明县（市、区）、功能区，或其乡镇",
                        "济宁市: name a region, or a township of one",
                    );
                    asked.region = place.managing_region().ok_or(which)?.0;
                }
                "--venue" => asked.venue = Some(value.clone()),
                "--lang" if value == "zh" || value == "en" => {}
                _ => return Err(USAGE.into()),
            }
        }
        Ok(asked)
    }
}

/// By number of annex 1, by key, or by name.
fn find<'o>(office: &'o Office, text: &str, day: NaiveDate) -> Result<Item<'o>, NoItem> {
    match text.parse() {
        Ok(number) => office.catalogue().item_on(&Key::Annex1(number), day),
        Err(_) => office.catalogue().look_up(text, day),
    }
}

/// What is asked where no venue is named: where one has to go.
fn unasked(item: Item<'_>, region: Region, day: NaiveDate) -> Question<'_> {
    Question { item: item.key(), place: Place::Region(region), scope: Scope::WITHIN, venue: None, day }
}

/// The competent counter.
fn counter(office: &Office, item: Item<'_>, region: Region, day: NaiveDate) -> Result<Venue, Box<dyn Error>> {
    let route = office.route(&unasked(item, region, day))?;
    Ok(route.counter().ok_or("the region has no centre, and no plan names one")?)
}

fn tell_route(office: &Office, asked: &Question<'_>, words: Words) -> Result<(), Box<dyn Error>> {
    for line in office.route(asked)?.sheet(asked.day) {
        let basis: Vec<&str> = line.basis.iter().map(|it| it.id()).collect();
        println!(
            "  {}: {}{}",
            words.told(&line.heading),
            words.of(&line.zh, &line.en),
            if basis.is_empty() { String::new() } else { format!(" 〔{}〕", basis.join(" ")) }
        );
    }
    Ok(())
}

/// What the route and the steps were told by.
fn cited(office: &Office, asked: &Question<'_>, case: &AnyCase) -> Result<BTreeSet<Source>, Box<dyn Error>> {
    let sheet = office.route(asked)?.sheet(asked.day);
    let record = case.record();
    let procedure = Diagram::of(&record.route());
    let steps = procedure.arcs().flat_map(|it| record.basis(it.role).iter().copied());
    Ok(sheet.into_iter().flat_map(|line| line.basis).chain(steps).collect())
}

/// A county-original item is decided, and somebody reaches for the city's seal.
fn refused_seal(office: &Office, region: Region, day: NaiveDate, words: Words) -> Result<(), Box<dyn Error>> {
    let item = find(office, "WS-001", day)?;
    let venue = counter(office, item, region, day)?;
    let mut walk = Walk::new(office, day, None).numbered("2024-000002");
    let case = walk.until(StageKind::Decided, item, region, &venue)?;
    let held = |department| office.now().seals_held(department, region, day);
    let any_seal = Department::all().flat_map(held).next().ok_or("no seal is held there")?;
    let step = AnyStep::AffixSealNo2(AffixSealNo2 {
        seal: any_seal,
        circumstance: "decision".parse()?,
        documents: vec!["决定书".parse()?],
    });
    let before = case.clone();
    let stamp = walk.stamp(&case, &step)?;
    match case.apply(step, stamp, office) {
        Ok(_) => Err("Seal No. 2 was affixed on a county-original item".into()),
        Err(refused) => {
            words.refusal(&refused.why);
            assert_eq!(refused.case, before, "a refused step changes nothing");
            Ok(())
        }
    }
}
