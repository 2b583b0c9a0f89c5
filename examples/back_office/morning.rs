//! The morning itself: the cases of last week, two clerks at one of them, a retry, and what is left at noon.

use std::path::Path;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Place, Refusal, Region, Rule, Scope,
    case::{
        Applied,
        steps::{Accept, AffixSealNo2, DecideFavourably, File, PassOn, Resume, Suspend, TakeReviewStep},
    },
    register::{Limit, TimeUnit},
    text::BadText,
};

use crate::{
    Fallible,
    desk::{Desk, NotEntered},
    store::Fault,
    words::Words,
};

const REGION: Region = Region::Wenshang;
const TODAY: u32 = 11;

/// 测绘作业证核发, in substantive review: the case of the two clerks.
pub(crate) const SURVEY: &str = "2024-0101";
/// A county-original licence.
const LICENCE: &str = "2024-0102";
/// 道路客运站站级核定, in substantive review: experts are heard.
const STATION: &str = "2024-0103";
/// A licence under entrusted intake: the city decides.
const ENTRUSTED: &str = "2024-0104";
/// A county-original item that comes in this morning.
const RECORDING: &str = "2024-0105";

/// Two clerks of the county's approval bureau and the keeper of its seals, each with a connection of their own to the one database.
pub(crate) struct Morning<'o> {
    office: &'o Office,
    words: Words,
    first: Desk<'o>,
    second: Desk<'o>,
    keeper: Desk<'o>,
}

impl<'o> Morning<'o> {
    pub(crate) fn begin(path: &Path, office: &'o Office, words: Words) -> Fallible<Self> {
        let item = office.catalogue().look_up("测绘作业证核发", march(TODAY)?)?;
        let bureau = office.now().undertaking(item, REGION, march(TODAY)?).handler.ok_or("nobody handles it")?;
        let desk = |person: &str| -> Fallible<Desk<'o>> {
            let clerk = Actor::Official { body: bureau.clone().into(), person: person.parse()? };
            Ok(Desk::open(path, office, clerk)?)
        };
        let (first, second, keeper) = (desk("clerk-1")?, desk("clerk-2")?, desk("wenshang-seal-keeper")?);
        Ok(Self { office, words, first, second, keeper })
    }

    pub(crate) fn run(mut self) -> Fallible<()> {
        self.last_week()?;
        self.worklist("晨间待办", "The worklist in the morning")?;
        self.two_clerks()?;
        self.a_stale_screen()?;
        self.a_lost_answer()?;
        self.the_others()?;
        self.worklist("午间待办", "The worklist at noon")
    }

    fn last_week(&mut self) -> Fallible<()> {
        let filed = [
            (SURVEY, "测绘作业证核发", 4),
            (STATION, "道路客运站站级核定", 4),
            (LICENCE, "XK-001", 6),
            (ENTRUSTED, "XK-004", 7),
        ];
        for (number, item, day) in filed {
            new(self.first.file(&self.papers(number, item)?, at(day, 9, 0)?)?)?;
        }
        self.take(SURVEY, "op-01", Accept { receipt: "SL-1".parse()? }, at(5, 9, 0)?)?;
        self.take(STATION, "op-02", Accept { receipt: "SL-2".parse()? }, at(5, 9, 30)?)?;
        let needs = Limit { amount: 10, unit: TimeUnit::WorkingDay };
        let panel = Suspend { procedure: "panel".parse()?, needs, notice: "TZ-1".parse()? };
        self.take(STATION, "op-03", panel, at(6, 9, 0)?)
    }

    /// Both have read the same version, and as far as either can see, the step is theirs to take.
    fn two_clerks(&mut self) -> Fallible<()> {
        let Self { office, words, first, second, .. } = self;
        words.head("两人同办一件", "Two clerks at one case");
        let number = SURVEY.parse()?;
        let (one, other) = (first.store.load(&number)?, second.store.load(&number)?);
        let version = one.record().version();
        let of_first = first.action("op-11", Some(version), review("desk")?, at(TODAY, 9, 5)?)?;
        let of_second = second.action("op-12", Some(version), review("desk")?, at(TODAY, 9, 6)?)?;
        let (one, other) = (one.act(of_first, office)?.into_case(), other.act(of_second, office)?.into_case());

        first.store.append(&one, version)?;
        let Err(conflict @ Fault::Conflict { .. }) = second.store.append(&other, version) else {
            return Err("the store took two entries in one place".into());
        };
        words.say(
            "clerk-1的一条已入库；clerk-2的被库拒绝：",
            "clerk-1's entry is stored; clerk-2's is refused by the store:",
        );
        println!("    {}", words.told(&conflict));

        words.say("clerk-2重新读取，其间新增：", "clerk-2 reads again; since then came:");
        let case = second.store.load(&number)?;
        for (at, entry) in (version..).zip(case.record().since(version)) {
            words.entry(at, entry);
        }
        words.say("clerk-2此刻可办：", "what clerk-2 may do now:");
        words.available(&case.available(&second.stamp(at(TODAY, 9, 8)?), office));
        let opinion = second.action("op-13", Some(case.record().version()), review("opinion")?, at(TODAY, 9, 10)?)?;
        new(second.take(&number, &opinion)?)?;
        words.say("clerk-2接着形成审查意见。", "clerk-2 goes on to the opinion.");
        Ok(())
    }

    /// The first clerk's screen is from before the opinion.
    fn a_stale_screen(&mut self) -> Fallible<()> {
        let Self { words, first, .. } = self;
        words.head("依据旧版本的操作", "An action on an old version");
        let number = SURVEY.parse()?;
        let version = first.store.load(&number)?.record().version();
        let stale = first.action("op-14", Some(version - 1), review("site")?, at(TODAY, 9, 15)?)?;
        words.refusal(&refused(first.take(&number, &stale), Rule::VersionAsExpected)?);

        let case = first.store.load(&number)?;
        let standard = case.record().standard().ok_or("no handbook")?;
        let decision = DecideFavourably { attested: standard.every_condition().cloned().collect() };
        let decide = first.action("op-15", Some(version), decision, at(TODAY, 9, 20)?)?;
        new(first.take(&number, &decide)?)?;
        words.say("clerk-1读到意见后，作出准予决定。", "clerk-1 reads the opinion, and decides.");
        Ok(())
    }

    /// The seal is affixed, but the keeper never hears of it.
    fn a_lost_answer(&mut self) -> Fallible<()> {
        let papers = self.papers(RECORDING, "WS-001")?;
        let Self { office, words, first, keeper, .. } = self;
        words.head("答复丢失后重试", "A retry after a lost answer");
        let number = SURVEY.parse()?;
        let case = keeper.store.load(&number)?;
        let department = case.record().route().department().ok_or("not an item of the city's")?;
        let seal = office.now().seals_held(department, REGION, march(TODAY)?).next().ok_or("no seal is held here")?;
        let on = |document: &str| -> Result<_, BadText> {
            Ok(AffixSealNo2 { seal, circumstance: "decision".parse()?, documents: vec![document.parse()?] })
        };
        let affix = keeper.action("op-16", Some(case.record().version()), on("准予决定书")?, at(TODAY, 9, 30)?)?;
        let lost = new(keeper.take(&number, &affix)?)?;
        let rows = keeper.store.rows()?;
        let case = already(keeper.take(&number, &affix)?)?;
        if (keeper.store.rows()?, &case) != (rows, &lost) {
            return Err("a retry was entered".into());
        }
        words.say(
            "用章已入库，答复丢失；同一操作再次发来，此前已办，不再登记：",
            "the use was stored, the answer lost; the same action comes again, and enters nothing beside:",
        );
        for (at, entry) in (1..).zip(case.record().entries()).filter(|(_, it)| it.action() == Some(&affix.id)) {
            words.entry(at, entry);
        }

        words.say("同一编号另盖一份文书，拒绝：", "the same id for another document is refused:");
        let another = keeper.action("op-16", None, on("补充文书")?, at(TODAY, 9, 35)?)?;
        words.refusal(&refused(keeper.take(&number, &another), Rule::ActionOnce)?);

        new(first.file(&papers, at(TODAY, 9, 40)?)?)?;
        already(first.file(&papers, at(TODAY, 9, 41)?)?)?;
        words.say(
            &format!("收件亦然：{RECORDING}发来两次，只立一件。"),
            &format!("so with a filing: {RECORDING} comes twice, and is one case."),
        );
        words.say(&format!("{SURVEY}用章之后："), &format!("{SURVEY}, now sealed:"));
        words.waiting(&case.waits_for(office, march(TODAY)?));
        Ok(())
    }

    fn the_others(&mut self) -> Fallible<()> {
        self.take(LICENCE, "op-17", Accept { receipt: "SL-3".parse()? }, at(TODAY, 10, 0)?)?;
        self.take(STATION, "op-18", Resume {}, at(TODAY, 10, 10)?)?;
        self.take(ENTRUSTED, "op-19", Accept { receipt: "SL-4".parse()? }, at(TODAY, 10, 20)?)?;
        self.take(ENTRUSTED, "op-20", PassOn {}, at(TODAY, 10, 30)?)
    }

    /// The first clerk takes a step that nobody else is after.
    fn take(&mut self, number: &str, id: &str, step: impl Into<AnyStep>, at: Moment) -> Fallible<()> {
        let action = self.first.action(id, None, step, at)?;
        new(self.first.take(&number.parse()?, &action)?).map(drop)
    }

    /// What an applicant hands in at the county's centre: all that the handbook requires.
    fn papers(&self, number: &str, item: &str) -> Fallible<File> {
        let item = self.office.catalogue().look_up(item, march(TODAY)?)?;
        let standard = self.office.now().standard(item.key(), REGION, march(TODAY)?).ok_or("no handbook")?;
        let required = standard.materials.iter().filter(|it| it.required);
        Ok(File {
            case: number.parse()?,
            item: item.key().clone(),
            place: Place::Region(REGION),
            scope: Scope::WITHIN,
            venue: REGION.centre().ok_or("no centre")?.into(),
            applicant: "applicant-1".parse()?,
            materials: required.map(|it| it.code.clone()).collect(),
            follows: None,
        })
    }

    fn worklist(&self, zh: &str, en: &str) -> Fallible<()> {
        self.words.head(zh, en);
        let store = &self.first.store;
        let cases = store.cases()?.iter().map(|it| store.load(it)).collect::<Result<Vec<_>, _>>()?;
        self.words.worklist(&cases, self.office, march(TODAY)?);
        Ok(())
    }
}

fn review(step: &str) -> Result<TakeReviewStep, BadText> {
    Ok(TakeReviewStep { step: step.parse()?, finding: None, officers: vec![] })
}

fn new(it: Applied) -> Fallible<AnyCase> {
    match it {
        Applied::New(case) => Ok(case),
        Applied::Already(_) => Err("this was entered before".into()),
    }
}

fn already(it: Applied) -> Fallible<AnyCase> {
    match it {
        Applied::Already(case) => Ok(case),
        Applied::New(_) => Err("a retry was entered".into()),
    }
}

fn refused(it: Result<Applied, NotEntered>, by: Rule) -> Fallible<Refusal> {
    match it {
        Err(NotEntered::Refused(it)) if it.why.names(by) => Ok(it.why),
        Err(why) => Err(why.into()),
        Ok(_) => Err(format!("{} did not hold it", by.id()).into()),
    }
}

fn march(day: u32) -> Fallible<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 3, day).ok_or_else(|| "no such day".into())
}

fn at(day: u32, hour: u32, minute: u32) -> Fallible<Moment> {
    Ok(Moment::new(march(day)?, hour, minute, 0)?)
}
