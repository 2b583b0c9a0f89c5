//! What the program says, in either language.

#[path = "../handle_case/words.rs"]
#[allow(dead_code, reason = "this program takes a path too")]
mod spoken;

use chrono::NaiveDate;
use tongquan::{
    AnyCase, Office,
    case::{Available, Awaited, Entry, Subject, Who, worklist},
    law::Fact,
};

pub(crate) use spoken::Words;

impl Words {
    pub(crate) fn entry(self, at: usize, entry: &Entry) {
        let stamp = entry.stamp();
        println!("    {at} {} {} — {}", stamp.at, self.fact(entry.kind()), stamp.by.person());
    }

    /// The running cases, the most urgent first, each with whom it waits for.
    pub(crate) fn worklist(self, cases: &[AnyCase], office: &Office, day: NaiveDate) {
        self.say("  编号 | 到期 | 阶段 | 事项 | 同权方式", "  number | due | stage | item | modality");
        for pending in worklist(cases, office.on(day).calendar()) {
            let record = pending.case.record();
            let item = office.catalogue().latest().item(&record.file().item).map_or("", |it| it.name());
            let standing = self.fact(record.route().standing());
            let (stage, due) = (self.fact(pending.case.stage()), self.fact(pending.due));
            println!("  {} | {due} | {stage} | {item} | {standing}", record.id());
            self.waiting(&pending.case.waits_for(office, day));
        }
    }

    /// Whom a case waits for, each with all that is theirs to do.
    pub(crate) fn waiting(self, awaited: &[Awaited<'_>]) {
        let mut told: Vec<(Who<'_>, Vec<String>)> = Vec::new();
        for it in awaited {
            let of = it.message.map_or_else(String::new, |it| self.fact(it));
            let of = if of.is_empty() { of } else { self.of(&format!("（{of}）"), &format!(" ({of})")) };
            let step = self.fact(Fact::list(it.steps.iter().copied())) + &of;
            match told.iter_mut().find(|(who, _)| *who == it.who) {
                Some((_, steps)) => steps.push(step),
                None => told.push((it.who, vec![step])),
            }
        }
        for (who, steps) in told {
            let who = self.fact(who);
            self.say(
                &format!("    待{who}：{}", steps.join("、")),
                &format!("    waits for {who}: {}", steps.join(", ")),
            );
        }
    }

    /// What somebody may do now, and of the rest what stands in the way.
    pub(crate) fn available(self, told: &[Available]) {
        for it in told {
            let of = match &it.of {
                Some(Subject::ReviewStep(code) | Subject::Procedure(code)) => format!(" {code}"),
                Some(Subject::Message(it)) => format!(" {}", self.fact(*it)),
                Some(Subject::Seal(seal)) => format!(" {seal}"),
                None => String::new(),
            };
            let open = if it.is_open() { self.of("可办", "open") } else { self.of("不可办", "not open") };
            println!("    {}{of} — {open}", self.fact(it.step));
            it.why_not.iter().for_each(|it| self.refusal(it));
        }
    }
}
