//! A month in the life of a Seal No. 2, from its agreement to its withdrawal, recorded day by day beside the cases that it sealed.
//!
//! ```text
//! cargo run --example seal_month -- --lang zh
//! ```
//!
//! It begins with `examples/office.json`, less the seal of 市交通运输局 that 汶上县 has there. Each day's rows are a revision of the registers;
//! each line tells the day, what happened, who did it, and by which clause. All bodies, people and numbers are fictional.

#[path = "story/read.rs"]
mod read;
#[path = "handle_case/walk.rs"]
#[allow(dead_code, reason = "the other example tells every step of one case")]
mod walk;

use std::{error::Error, process::ExitCode};

use chrono::NaiveDate;
use read::read;
use tongquan::{
    Actor, AnyCase, AnyStep, Clause, Department, Item, Journal, Office, Refusal, Region, Source, Stamp,
    case::{Entry, Role, StageKind, steps::AffixSealNo2},
    law::Silence,
    oversight::Ledger,
    register::{Agreement, Circumstance, Ending, Ends, Items, Revision, SealEvent, SealId, SealStep},
};
use walk::{Walk, Words};

type Fallible<T> = Result<T, Box<dyn Error>>;

const DEPARTMENT: Department = Department::Transport;
const REGION: Region = Region::Wenshang;
const SEAL: SealId = SealId { department: DEPARTMENT, number: 31 };
const TWIN: SealId = SealId { department: DEPARTMENT, number: 32 };
const FIRST: &str = "JT-WS-2024-1";
const SECOND: &str = "JT-WS-2024-2";
const KEEPER: &str = "wenshang-keeper-a";

const C6: Source = Source::Clause(Clause::C6);
const S4: Source = Source::Silence(Silence::S4);
const S21: Source = Source::Silence(Silence::S21);
const S22: Source = Source::Silence(Silence::S22);
const S39: Source = Source::Silence(Silence::S39);
const S40: Source = Source::Silence(Silence::S40);

fn main() -> ExitCode {
    let done = Words::asked("seal_month").map_err(Into::into).and_then(|words| Month::begin(words)?.run());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The registers as they grow, and the cases.
struct Month {
    office: Office,
    words: Words,
    journals: Vec<Journal>,
}

impl Month {
    /// The fictional office, but for what the department has signed with the region and handed over to it.
    fn begin(words: Words) -> Fallible<Self> {
        let known: Office = read("office.json")?;
        let mut first = known.revisions().first().ok_or("an empty office")?.clone();
        let of_ours = |it: &Agreement| (it.department, it.region) == (DEPARTMENT, REGION);
        let held: Vec<SealId> = known.now().seals_held(DEPARTMENT, REGION, march(1)?).collect();
        first.agreements.retain(|it| !of_ours(it));
        first.seals.retain(|it| !held.contains(&it.seal));
        Ok(Self { office: Office::new(vec![first])?, words, journals: Vec::new() })
    }

    fn run(mut self) -> Fallible<()> {
        let words = self.words;
        words.say(
            "标有（虚构）的单位和全部人员、编号均为虚构。",
            "All people, numbers and bodies so marked are fictional.",
        );
        words.say(
            "〔 〕内为依据：C为济政字〔2021〕30号条款，S为文件未定、本库自定之处。",
            "In brackets is what each thing rests on: C is a clause of the document, S a point that it leaves open.",
        );
        let (item, zh, en) = (self.item()?.name(), DEPARTMENT.label(), DEPARTMENT.english());
        words.say(
            &format!("{zh}的“2号章”，由{REGION}保管使用，事项：{item}（下放实质性审核权）。"),
            &format!(
                "The Seal No. 2 of the {en}, kept and used by {REGION} for {item}, which is in substantive review."
            ),
        );
        words.head("协议之前", "Before the agreement");
        self.readiness(march(1)?)?;

        words.head("协议、刻制、移交", "Agreement, cutting, hand-over");
        self.sign(FIRST, march(4)?)?;
        self.happens(march(5)?, SEAL, SealStep::Cut { twin_of: None }, &[C6])?;
        self.happens(march(6)?, TWIN, SealStep::Cut { twin_of: Some(SEAL.number) }, &[C6, S22])?;
        let first = self.decided("2024-000101", march(1)?)?;
        let early = self.affix(first, SEAL, march(13)?, KEEPER)?;
        for seal in [SEAL, TWIN] {
            self.happens(march(14)?, seal, SealStep::HandedOver { agreement: FIRST.parse()? }, &[C6])?;
        }
        self.readiness(march(14)?)?;

        words.head("用章", "Use");
        let other = self.affix(early, SEAL, march(14)?, "wenshang-clerk-9")?;
        self.affix(other, SEAL, march(14)?, KEEPER)?;
        let second = self.decided("2024-000102", march(6)?)?;
        self.affix(second, TWIN, march(15)?, KEEPER)?;

        words.head("暂停与恢复", "Suspended and restored");
        let why = self
            .text("登记与存档文书不符，核查中", "the register of uses and the papers on file differ; under inquiry")?;
        self.happens(march(19)?, SEAL, SealStep::Suspended { reason: why }, &[C6, S21])?;
        let third = self.decided("2024-000103", march(11)?)?;
        let waiting = self.affix(third, SEAL, march(21)?, KEEPER)?;
        println!("           {}: {}", S21.id(), words.of(Silence::S21.zh(), Silence::S21.en()));
        let why = self.text("登记已补正", "the register was put right")?;
        self.happens(march(22)?, SEAL, SealStep::Restored { reason: why }, &[C6, S21])?;
        self.affix(waiting, SEAL, march(22)?, KEEPER)?;

        words.head("续签", "A new agreement");
        let fourth = self.decided("2024-000104", march(14)?)?;
        self.renew(march(26)?)?;
        self.affix(fourth, SEAL, march(27)?, KEEPER)?;

        words.head("遗失与收回", "Lost and withdrawn");
        let why =
            self.text("电子印章介质遗失，事后报告", "the medium of the electronic seal was lost; told afterwards")?;
        let lost = SealEvent { seal: TWIN, on: march(15)?, event: SealStep::Lost { reason: why } };
        self.recorded(march(29)?, lost, &[C6, S39, S40])?;
        let why = self.text("本轮试用期满", "the trial is over")?;
        let end = "2024-04-01".parse()?;
        self.happens(end, SEAL, SealStep::Withdrawn { reason: why }, &[C6, S40])?;
        self.readiness(end)?;

        self.ledger()
    }

    /// 承接准备 of the item on a day.
    fn readiness(&self, day: NaiveDate) -> Fallible<()> {
        let (item, words) = (self.item()?, self.words);
        let readiness = self.office.readiness(item, REGION, day);
        let name = format!("{} @ {REGION}", item.name());
        let ready = if readiness.is_ready() { ("齐备", "ready") } else { ("尚缺", "lacks") };
        println!("{day} {}: {name} {}", words.of("承接准备", "readiness"), words.of(ready.0, ready.1));
        for missing in readiness.missing() {
            println!("           - {}", words.told(&missing));
        }
        Ok(())
    }

    /// The agreement names user, items, circumstances, custody and liability.
    fn agreement(number: &str, from: NaiveDate, item: Item<'_>) -> Fallible<Agreement> {
        let circumstance =
            |code: &str, name: &str| Fallible::Ok(Circumstance { code: code.parse()?, name: name.parse()? });
        Ok(Agreement {
            number: number.parse()?,
            department: DEPARTMENT,
            region: REGION,
            users: vec![KEEPER.parse()?],
            items: Items::Only(vec![item.key().clone()]),
            circumstances: vec![circumstance("decision", "对申请作出决定的文书")?],
            custody: "专人专柜保管，逐次登记".parse()?,
            liability: "由用章单位承担相关责任".parse()?,
            from,
            until: None,
        })
    }

    fn sign(&mut self, number: &str, day: NaiveDate) -> Fallible<()> {
        let agreement = Self::agreement(number, day, self.item()?)?;
        self.record(&Revision { agreements: vec![agreement], ..Revision::on(day) })?;
        let zh = format!("签订使用协议{number}，使用人{KEEPER}");
        let en = format!("agreement {number} is signed; its user is {KEEPER}");
        self.tell(day, &zh, &en, &self.both()?, &[C6]);
        Ok(())
    }

    /// The old agreement closes to what is filed from that day on, and runs off for what was filed before.
    fn renew(&mut self, day: NaiveDate) -> Fallible<()> {
        let last = day.pred_opt().ok_or("no day before")?;
        let reason = self.text("续签", "renewed")?;
        let renewed = SealStep::Renewed { agreement: SECOND.parse()? };
        self.record(&Revision {
            agreements: vec![Self::agreement(SECOND, day, self.item()?)?],
            endings: vec![Ending { ends: Ends::Agreement(FIRST.parse()?), last, reason }],
            seals: [SEAL, TWIN].map(|seal| SealEvent { seal, on: day, event: renewed.clone() }).into(),
            ..Revision::on(day)
        })?;
        let zh = format!("续签为协议{SECOND}；{FIRST}至{last}止，此前收件的仍依其办结");
        let en = format!("renewed as {SECOND}; {FIRST} closed on {last}, and runs off for what was filed by then");
        self.tell(day, &zh, &en, &self.both()?, &[C6, S4]);
        Ok(())
    }

    /// Something happens to a seal, and is recorded on its day.
    fn happens(&mut self, on: NaiveDate, seal: SealId, event: SealStep, basis: &[Source]) -> Fallible<()> {
        self.recorded(on, SealEvent { seal, on, event }, basis)
    }

    fn recorded(&mut self, day: NaiveDate, it: SealEvent, basis: &[Source]) -> Fallible<()> {
        let (kind, on) = (it.event.kind(), it.on);
        let seal = self.seal(it.seal);
        let (mut zh, mut en) = (format!("{seal}{}", kind.label()), format!("{seal} is {}", kind.english()));
        if let Some(under) = it.event.agreement() {
            zh.push_str(&format!("{REGION}，依协议{under}"));
            en.push_str(&format!(" to {REGION} under {under}"));
        }
        if on != day {
            zh.push_str(&format!("，查明自{on}起"));
            en.push_str(&format!(", as it turns out since {on}"));
        }
        if let Some(reason) = it.event.reason() {
            zh.push_str(&format!("：{reason}"));
            en.push_str(&format!(": {reason}"));
        }
        self.record(&Revision { seals: vec![it], ..Revision::on(day) })?;
        self.tell(day, &zh, &en, &self.words.told(&DEPARTMENT), basis);
        Ok(())
    }

    /// A case is filed on a day and handled until it is decided, by the bodies that its route names.
    fn decided(&self, number: &str, filed: NaiveDate) -> Fallible<AnyCase> {
        let venue = REGION.centre().ok_or("no centre")?.into();
        let mut walk = Walk::new(&self.office, filed, None).numbered(number);
        let case = walk.until(StageKind::Decided, self.item()?, REGION, &venue)?;
        let day = case.record().last_at().day();
        let by = case.record().holders(Role::Deciding).next().map_or_else(String::new, |it| it.zh());
        let zh = format!("办件{number}（{filed}收件）作出决定");
        let en = format!("case {number}, filed on {filed}, is decided");
        self.tell(day, &zh, &en, &by, case.record().basis(Role::Deciding));
        Ok(case)
    }

    /// Somebody of the region reaches for a seal: it is affixed, or refused with every reason, and the case comes back as it was.
    fn affix(&mut self, case: AnyCase, seal: SealId, day: NaiveDate, person: &str) -> Fallible<AnyCase> {
        let documents = vec!["准予决定书".parse()?];
        let step = AnyStep::AffixSealNo2(AffixSealNo2 { seal, circumstance: "decision".parse()?, documents });
        let Stamp { at, by } = Walk::new(&self.office, day, None).stamp(&case, &step)?;
        let body = by.body().ok_or("nobody seals")?.clone();
        let who = format!("{}（{person}）", body.label());
        let stamp = Stamp { at, by: Actor::Official { body, person: person.parse()? } };
        let (number, basis) = (case.record().id().clone(), case.record().basis(Role::Sealing));
        let named = self.seal(seal);
        match case.apply(step, stamp, &self.office) {
            Ok(case) => {
                let under = carried_by(&case).ok_or("no agreement")?;
                let zh = format!("办件{number}加盖{named}，依协议{under}");
                let en = format!("{named} is affixed on case {number}, under {under}");
                self.tell(day, &zh, &en, &who, basis);
                self.journals.push(case.clone().into());
                Ok(case)
            }
            Err(refused) => {
                let (zh, en) =
                    (format!("办件{number}欲加盖{named}，被拒绝"), format!("{named} is refused on case {number}"));
                self.tell(day, &zh, &en, &who, basis);
                self.refusal(&refused.why);
                Ok(refused.case)
            }
        }
    }

    fn refusal(&self, why: &Refusal) {
        for it in why.objections() {
            println!("           - {}", self.words.told(&it));
        }
    }

    /// 用章台账, and the uses in it that could not lawfully have been.
    fn ledger(&self) -> Fallible<()> {
        let words = self.words;
        let mut ledger = Ledger::default();
        self.journals.iter().for_each(|it| ledger.read(it));
        words.head("用章台账", "The ledger of uses");
        println!(
            "{}",
            words.of("区域 | 事项 | 使用人 | 日期 | 印章 | 次数", "region | item | user | day | seal | uses")
        );
        let item = self.item()?;
        let rows = ledger.count_by(|it| (it.region(), it.item().clone(), it.user().clone(), it.at().day(), it.seal()));
        for ((region, key, user, day, seal), uses) in rows {
            let region = region.map_or("", Region::label);
            println!("{region} | {key} {} | {user} | {day} | {} | {uses}", item.name(), self.seal(seal));
        }
        words.head("台账所见违规用章", "Findings in the ledger");
        for found in ledger.findings(&self.office) {
            println!("{} {} {}", found.at.at().day(), found.at.case(), self.seal(found.at.seal()));
            self.refusal(&found.why);
        }
        Ok(())
    }

    fn record(&mut self, revision: &Revision) -> Fallible<()> {
        self.office = self.office.record(revision)?;
        Ok(())
    }

    /// 道路客运站站级核定: in substantive review in every region.
    fn item(&self) -> Fallible<Item<'_>> {
        Ok(self.office.catalogue().latest().item_named("道路客运站站级核定")?)
    }

    fn both(&self) -> Fallible<String> {
        let handler = self.office.now().undertaking(self.item()?, REGION, march(1)?).handler.ok_or("nobody")?;
        Ok(self.words.of(&format!("{}、{handler}", DEPARTMENT.label()), &format!("{DEPARTMENT} and {handler}")))
    }

    /// Of the one department; in full it is `市交通运输局2号章第31号`.
    fn seal(&self, SealId { number, .. }: SealId) -> String {
        let (zh, en) = if number == TWIN.number { ("电子", "electronic ") } else { ("", "") };
        self.words.of(&format!("{zh}2号章第{number}号"), &format!("{en}Seal No. 2 number {number}"))
    }

    fn text(&self, zh: &str, en: &str) -> Fallible<tongquan::text::Text> {
        Ok(self.words.of(zh, en).parse()?)
    }

    fn tell(&self, day: NaiveDate, zh: &str, en: &str, by: &str, basis: &[Source]) {
        let basis: Vec<&str> = basis.iter().map(|it| it.id()).collect();
        println!("{day} {} — {by} 〔{}〕", self.words.of(zh, en), basis.join(" "));
    }
}

/// The agreement that carried the use, as the journal keeps it.
fn carried_by(case: &AnyCase) -> Option<String> {
    let Some(Entry::AffixSealNo2(taken)) = case.record().entries().last() else { return None };
    taken.found.said.as_ref()?.agreement.as_ref().map(ToString::to_string)
}

fn march(day: u32) -> Fallible<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 3, day).ok_or_else(|| "no such day".into())
}
