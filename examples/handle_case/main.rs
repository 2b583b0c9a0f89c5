//! One case, from the window to the archive, on the real lists and a fictional office.
//!
//! ```text
//! cargo run --example handle_case -- --item 测绘作业证核发 --region 汶上县 --venue 汶上县为民服务中心 --lang zh
//! ```
//!
//! All four are optional; `--item` takes a key (`A1-36`), a name or a number of annex 1, `--lang` is `zh` or `en`.

mod walk;

use std::{error::Error, fs};

use chrono::NaiveDate;
use tongquan::{
    AnyCase, AnyStep, Item, Key, Office, Question, Region, Scope, Venue,
    case::{StageKind, steps::AffixSealNo2},
    law::Source,
    place::{Centre, Place},
    route::{Answer, Respondent, Supervisors, Tier},
};
use walk::{Walk, Words};

const OFFICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/office.json");

fn main() -> Result<(), Box<dyn Error>> {
    let asked = Asked::read()?;
    let words = asked.words;
    #[expect(clippy::disallowed_methods, reason = "the service reads its own files; the crate reads none")]
    let office: Office = serde_json::from_str(&fs::read_to_string(OFFICE)?)?;
    words.say(
        "办件所用登记为虚构示例（examples/office.json）。",
        "The office's registers are fictional (examples/office.json).",
    );

    let day = NaiveDate::from_ymd_opt(2024, 3, 4).ok_or("no such day")?;
    let item = find(&office, &asked.item)?;
    let venue = match &asked.venue {
        Some(venue) => venue.parse()?,
        None => counter(&office, item, asked.region, day)?,
    };
    let question =
        Question { item: item.key(), place: Place::Region(asked.region), scope: Scope::WITHIN, venue: &venue, day };
    tell_route(&office, item, &question, words)?;

    words.head("办理", "The case");
    let case = Walk::new(&office, day, Some(words)).until(StageKind::Closed, item, asked.region, &venue)?;

    words.head("一次被拒的用章：县级原有事项加盖2号章", "A refused attempt: Seal No. 2 on a county-original item");
    refused_seal(&office, asked.region, day)?;

    words.head("流转记录", "The journal");
    println!("{}", serde_json::to_string_pretty(&case)?);
    let again: AnyCase = serde_json::from_str(&serde_json::to_string(&case)?)?;
    assert_eq!(again, case, "what is written is read back the same");
    Ok(())
}

/// What the command line asks for.
struct Asked {
    item: String,
    region: Region,
    venue: Option<String>,
    words: Words,
}

impl Asked {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut asked = Self {
            item: "测绘作业证核发".into(),
            region: Region::Wenshang,
            venue: None,
            words: Words { chinese: true },
        };
        #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} takes a value"))?;
            match name.as_str() {
                "--item" => asked.item = value,
                "--region" => asked.region = value.parse()?,
                "--venue" => asked.venue = Some(value),
                "--lang" => asked.words.chinese = value != "en",
                _ => return Err(format!("{name}: the arguments are --item --region --venue --lang").into()),
            }
        }
        Ok(asked)
    }
}

fn find<'o>(office: &'o Office, text: &str) -> Result<Item<'o>, Box<dyn Error>> {
    let edition = office.edition();
    if let Ok(number) = text.parse() {
        return Ok(edition.annex_1(number)?);
    }
    match text.parse::<Key>().ok().and_then(|key| edition.find(&key)) {
        Some(item) => Ok(item),
        None => Ok(edition.item_named(text)?),
    }
}

/// The competent counter, which a route tells whatever venue is asked.
fn counter(office: &Office, item: Item<'_>, region: Region, day: NaiveDate) -> Result<Venue, Box<dyn Error>> {
    let (place, venue) = (Place::Region(region), Venue::Centre(Centre::CITY));
    let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: &venue, day };
    let route = office.route(&asked)?;
    Ok(route.counter().ok_or("the region has no centre, and no plan names one")?.into())
}

fn tell_route(office: &Office, item: Item<'_>, asked: &Question<'_>, words: Words) -> Result<(), Box<dyn Error>> {
    words.head("路径", "The route");
    println!("{} {} @ {} @ {} {}", item.key(), item.name(), asked.place, asked.venue, asked.day);
    let route = office.route(asked)?;
    let why = route.why();
    println!("  {} 〔{}〕", words.of(&why.is.zh(), &why.is.to_string()), cited(why.basis));
    let tell = |zh: &str, en: &str, it: Answer<tongquan::Party<'_>>| {
        println!("  {}: {} 〔{}〕", words.of(zh, en), words.of(&it.is.zh(), &it.is.to_string()), cited(it.basis));
    };
    tell("收件", "takes in", route.intake());
    tell("受理", "accepts", route.acceptance());
    tell("决定", "decides", route.decision());
    let seal = route.seal();
    println!(
        "  {}: {} 〔{}〕",
        words.of("用章", "seal"),
        words.of(seal.is.label(), seal.is.english()),
        cited(seal.basis)
    );
    tell("内部责任", "answers inside", route.answers());
    if let Some(intake) = route.answers_for_intake() {
        tell("收件环节责任", "answers for its intake", intake);
    }
    tell_respondent(route.respondent(), asked.day, words);
    match route.supervisors() {
        Supervisors::None => {
            words.say("  监管：市级办理，无市县监管推送", "  supervision: decided by the city, none between tiers")
        }
        Supervisors::Own => {
            words.say("  监管：本级原有事项，文件未及", "  supervision: the region's own power, outside the document")
        }
        Supervisors::Department(it) | Supervisors::PlanNotAsked(it) => tell("指导监督", "guided and inspected by", it),
        Supervisors::Seats(seats) => {
            let tiers = [Tier::CountySupervisor, Tier::CountyEnforcement, Tier::CitySupervisor, Tier::CityEnforcement];
            for (tier, seat) in tiers.into_iter().zip(seats.is) {
                let who =
                    seat.map_or_else(|| words.of("未明确", "not named"), |it| words.of(&it.zh(), &it.to_string()));
                println!("  {}: {who} 〔{}〕", words.of(tier.label(), tier.english()), cited(seats.basis));
            }
        }
    }
    let access = route.access();
    let counter = route.counter().map_or_else(String::new, |it| it.to_string());
    println!(
        "  {}: {} 〔{}〕 {counter}",
        words.of("办理地点", "venue"),
        words.of(access.label(), access.english()),
        cited(access.basis())
    );
    Ok(())
}

fn tell_respondent(respondent: Respondent<'_>, day: NaiveDate, words: Words) {
    let who = words.of(&respondent.who().zh(), &respondent.who().to_string());
    let contested = if respondent.is_contested() { words.of("（有争议）", " (contested)") } else { String::new() };
    println!("  {}: {who}{contested}", words.of("被申请人、被告", "respondent"));
    match respondent.in_litigation(day) {
        Ok(law) => {
            println!("    {}: {}", words.of("诉讼", "litigation"), law.map(|it| it.id()).collect::<Vec<_>>().join(" "))
        }
        Err(unknown) => println!("    {}", words.of(&unknown.zh(), &unknown.to_string())),
    }
    match respondent.in_reconsideration(day) {
        Ok(law) => println!(
            "    {}: {}",
            words.of("复议", "reconsideration"),
            law.map(|it| it.id()).collect::<Vec<_>>().join(" ")
        ),
        Err(unknown) => println!("    {}", words.of(&unknown.zh(), &unknown.to_string())),
    }
}

fn cited(basis: &[Source]) -> String {
    basis.iter().map(|source| source.id()).collect::<Vec<_>>().join(" ")
}

/// A county-original item is decided, and somebody reaches for the city's seal.
fn refused_seal(office: &Office, region: Region, day: NaiveDate) -> Result<(), Box<dyn Error>> {
    let item = find(office, "WS-001")?;
    let venue = counter(office, item, region, day)?;
    let mut walk = Walk::new(office, day, None);
    let case = walk.until(StageKind::Decided, item, region, &venue)?;
    let any_seal = office.rows().seals.iter().find(|it| it.region == region).ok_or("no seal is held there")?;
    let step = AnyStep::AffixSealNo2(AffixSealNo2 {
        seal: any_seal.seal,
        circumstance: "decision".parse()?,
        documents: vec!["决定书".parse()?],
    });
    let before = case.clone();
    let stamp = walk.stamp(&case, &step)?;
    match case.apply(step, stamp, office) {
        Ok(_) => Err("Seal No. 2 was affixed on a county-original item".into()),
        Err(refused) => {
            println!("{}\n\n{refused}", refused.why.zh());
            assert_eq!(refused.case, before, "a refused step changes nothing");
            Ok(())
        }
    }
}
