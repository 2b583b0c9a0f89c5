//! The page that the docs show of what was found.

use std::fmt::Write;

use strum::IntoEnumIterator;
use tongquan::{
    Clause, Rule, Source,
    law::{Article, Silence},
    register::{Due, Obligation, Proof},
};

use super::{
    Call,
    bodies::{BODIES, DUTIES},
    evidence::{Evidence, company, duties_of, rules_on},
    reasons::{REASONS, Reason},
};

/// A link to a public item, by its path in the crate.
fn link(label: &str, path: &str) -> String {
    format!("[{label}](crate::{path})")
}

/// The same under its own name, with its type before it.
fn item(path: &str) -> String {
    let names: Vec<&str> = path.split("::").collect();
    let from = names.len().saturating_sub(2);
    let typed = names[from].starts_with(char::is_uppercase);
    link(&format!("`{}`", names[if typed { from } else { names.len() - 1 }..].join("::")), path)
}

fn calls<'c>(calls: impl Iterator<Item = &'c Call>) -> String {
    calls.map(|it| item(&it.0)).collect::<Vec<_>>().join(", ")
}

fn source(it: Source) -> String {
    let path = match it {
        Source::Clause(it) => format!("Clause::{it:?}"),
        Source::Silence(it) => format!("law::Silence::{it:?}"),
        Source::Article(it) => format!("law::Article::{it:?}"),
    };
    link(it.id(), &path)
}

fn rule(it: Rule) -> String {
    link(&format!("`{it:?}`"), &format!("Rule::{it:?}"))
}

fn rules(source: Source) -> String {
    rules_on(source).map(rule).collect::<Vec<_>>().join(", ")
}

fn duty(it: Obligation) -> String {
    link(&format!("`{it:?}`"), &format!("register::Obligation::{it:?}"))
}

fn reason(id: &str) -> Option<&'static Reason> {
    REASONS.iter().find(|it| it.source == id)
}

/// The reason, where it is kept instead, and the test that holds it there.
fn told(Reason { why, item: at, test, .. }: &Reason) -> String {
    let at = at.map_or_else(String::new, |it| format!(": {}", item(it)));
    let test = test.map_or_else(String::new, |it| format!(", by `{}`", test_name(it)));
    format!("*{why}*{at}{test}")
}

/// A test as the runner tells it.
fn test_name((file, test): (&str, &str)) -> String {
    let module = file.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
    format!("{module}::{test}")
}

/// A table under its heading.
fn table(page: &mut String, heading: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    write!(page, "\n## {heading}\n\n").unwrap();
    page.push_str(&line(&columns.iter().map(ToString::to_string).collect::<Vec<_>>()));
    page.push_str(&line(&columns.iter().map(|_| "---".to_owned()).collect::<Vec<_>>()));
    for row in rows {
        assert_eq!(row.len(), columns.len());
        assert!(row.iter().all(|it| !it.contains(['|', '\n'])), "{row:?}");
        page.push_str(&line(&row));
    }
}

impl Evidence {
    fn clause(&self, it: Clause) -> Vec<String> {
        let (of, duties) = (Source::Clause(it), duties_of(it).map(duty).collect::<Vec<_>>().join(", "));
        let rests = match reason(it.id()) {
            Some(reason) => told(reason),
            None => rules(of),
        };
        vec![format!("{} {}", source(of), it.cite()), format!("{} {}", it.zh(), it.en()), rests, duties]
    }

    fn rule(&self, it: Rule) -> Vec<String> {
        let (of, sources) = (self.of_rule(it).unwrap(), it.sources().iter().map(|it| source(*it)));
        let told = |count: fn(&super::evidence::Count) -> usize| {
            let each = of.counts.iter().filter(|it| count(it.1) > 0);
            each.map(|(at, it)| format!("{} `{}`", count(it), BODIES[*at].name)).collect::<Vec<_>>().join(", ")
        };
        let with = company(it).map_or_else(String::new, |it| format!(", never without {}", rule(it)));
        vec![
            rule(it),
            format!("{}: {}", it.zh(), it.en()),
            sources.collect::<Vec<_>>().join(" "),
            format!("{}{with}", told(|it| it.broken)),
            told(|it| it.kept),
            calls(of.calls.iter()),
        ]
    }

    fn duty(&self, it: Obligation) -> Vec<String> {
        let of = self.of_duty(it).unwrap();
        let due = match it.due() {
            Due::By(day) => day.to_string(),
            Due::Every(rhythm) => rhythm.to_string(),
            Due::Open => String::new(),
        };
        let proof = match it.proof() {
            Proof::Evidence => item("register::Evidence"),
            Proof::Registers(gaps) => {
                gaps.iter().map(|it| item(&format!("route::Gap::{it:?}"))).collect::<Vec<_>>().join(", ")
            }
        };
        let without = match (of.due, of.overdue) {
            (due, 0) => format!("{due} due"),
            (0, overdue) => format!("{overdue} overdue"),
            (due, overdue) => format!("{due} due, {overdue} overdue"),
        };
        let (what, clause) = (format!("{} {}", it.zh(), it.en()), source(Source::Clause(it.clause())));
        vec![duty(it), what, clause, due, proof, without, format!("{} met", of.met)]
    }

    /// What rests on a silence or an article.
    fn rests(&self, on: Source) -> [String; 2] {
        let answers = calls(self.answers.on(on));
        [rules(on), reason(on.id()).map_or(answers, told)]
    }

    fn silence(&self, it: Silence) -> Vec<String> {
        let of = Source::Silence(it);
        let [rules, answers] = self.rests(of);
        vec![source(of), it.en().to_owned(), rules, answers]
    }

    fn article(&self, it: Article) -> Vec<String> {
        let of = Source::Article(it);
        let [rules, answers] = self.rests(of);
        vec![source(of), format!("{}第{}条: {}", it.law(), it.number(), it.topic()), rules, answers]
    }

    pub(super) fn page(&self) -> String {
        let mut page = OPENING.to_owned();
        let clauses = ["clause", "what it asks", "rules, or why there is none", "duties"];
        table(&mut page, "条款 Clauses", &clauses, Clause::iter().map(|it| self.clause(it)));
        let columns = ["rule", "what it wants", "rests on", "broken by", "kept by", "refused by"];
        let mut rules = |heading, has: fn(Rule) -> bool| {
            table(&mut page, heading, &columns, Rule::iter().filter(|it| has(*it)).map(|it| self.rule(it)));
        };
        rules("规则 Rules of steps", |it| !it.is_of_registers() && !it.is_of_oversight());
        rules("登记规则 Rules of registers", Rule::is_of_registers);
        rules("监督规则 Rules of what stands beside cases", Rule::is_of_oversight);
        let columns = ["duty", "what is owed", "clause", "due", "shown by", "units without it", "units with it"];
        table(&mut page, "责任 Duties", &columns, Obligation::iter().map(|it| self.duty(it)));
        let columns = ["article", "what it is about", "rules", "answers, or why there is none"];
        table(&mut page, "法条 Law", &columns, Article::iter().map(|it| self.article(it)));
        let columns = ["silence", "how it is settled", "rules", "answers, or why there is none"];
        table(&mut page, "留白 Silences", &columns, Silence::iter().map(|it| self.silence(it)));
        let bodies = BODIES.iter().map(|it| {
            let stories = (it.shown)().len();
            vec![format!("`{}`", it.name), format!("`{}`", test_name((it.file, it.test))), stories.to_string()]
        });
        let duties = vec![
            "duties".to_owned(),
            format!("`{}`", test_name(DUTIES)),
            crate::obligations::asked().len().to_string(),
        ];
        table(&mut page, "测试 Tests", &["name above", "test", "stories"], bodies.chain([duties]));
        page
    }
}

const OPENING: &str = "\
追溯: from each clause to its rules and duties, from each of these to the tests that break it and keep it, and to the public items that refuse by it.

A test composes this page from what it finds by running everything, and fails where it differs; where a rule has no story that breaks it and it
alone, or none that keeps it; where a duty is not shown both wanting and met; where a clause has neither rule nor duty, or a silence or an article neither rule nor
answer, and no reason is stated; and where a reason is stated though there is one.

* *Broken by*, *kept by*: so many stories of a body of tests, listed at the end. A story breaks its rule, and is refused by that rule alone; its twin, most often the
  same but for one value, is accepted. A rule that cannot be broken without another says so in its row.
* *Refused by*: the public items that refused in those stories: a step or a filing ([`AnyCase::apply`](crate::AnyCase::apply),
  [`AnyCase::file`](crate::AnyCase::file)), a list of the registers ([`Office::new`](crate::Office::new), [`Office::record`](crate::Office::record)), what opens a
  matter or happens in it ([`Dossier::open`](crate::oversight::Dossier::open), [`Dossier::take`](crate::oversight::Dossier::take)), or the call itself. Before a
  step is taken, [`AnyCase::available`](crate::AnyCase::available) tells by the same rules; afterwards [`Audit`](crate::oversight::Audit) does.
* *Duties* bar nothing: [`Registers::fulfilment`](crate::register::Registers::fulfilment) tells of each unit where it stands. *Units without it*: so many that had not done it,
  and were told so; *with it*: the same ones, with the evidence or the rows that show it.
* *Answers*: the public items that cite the source when asked, of cases of every standing at every kind of window.
";
