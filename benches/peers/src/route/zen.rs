//! zen-engine: a decision table of the annex, compiled and indexed once.

use futures::FutureExt;
use serde_json::{Value, json};
use tongquan::Standing;
use zen_engine::{Decision, Variable, model::GraphContent};

use super::given::{REVIEW, WORDS, annex_1, asked, id, read, regions, word};

/// A question whose words are values already: what is left is to put them together.
pub struct Input {
    fields: [(&'static str, Variable); 3],
}

impl Input {
    fn variable(&self) -> Variable {
        let it = Variable::empty_object();
        if let Variable::Object(fields) = &it {
            let mut fields = fields.borrow_mut();
            for (name, value) in &self.fields {
                fields.insert_str(name, value.clone());
            }
        }
        it
    }
}

fn inputs() -> Vec<Input> {
    let text = |it: &str| Variable::String(Variable::key(it));
    let input = |it: &super::given::Asked| Input {
        fields: [
            ("crosses", Variable::Bool(it.crosses)),
            ("item", text(&it.item.key().to_string())),
            ("region", text(&id(it.region))),
        ],
    };
    asked().iter().map(input).collect()
}

/// One row: what is left empty holds for all.
fn row(crosses: &str, item: &str, regions: &str, answer: &str) -> Value {
    json!({"crosses": crosses, "item": item, "region": regions, "answer": answer})
}

fn quoted(words: impl Iterator<Item = String>) -> String {
    words.map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(",")
}

/// A graph of one table: the first row that holds answers.
fn decision(rules: Vec<Value>) -> Decision {
    let rules: Vec<Value> = rules.into_iter().enumerate().map(numbered).collect();
    let field = |it: &str| json!({"id": it, "name": it, "field": it});
    let edge = |from: &str, to: &str| json!({"id": format!("{from}-{to}"), "sourceId": from, "targetId": to});
    let graph = json!({
        "nodes": [
            {"id": "asked", "name": "asked", "type": "inputNode"},
            {"id": "annex", "name": "annex", "type": "decisionTableNode", "content": {
                "hitPolicy": "first",
                "inputs": [field("crosses"), field("item"), field("region")],
                "outputs": [field("answer")],
                "rules": rules,
            }},
            {"id": "told", "name": "told", "type": "outputNode"},
        ],
        "edges": [edge("asked", "annex"), edge("annex", "told")],
    });
    let content: GraphContent = serde_json::from_value(graph).expect("a decision");
    let mut decision = Decision::from(content);
    decision.compile();
    decision.validate().expect("a sound graph");
    decision
}

fn numbered((at, mut rule): (usize, Value)) -> Value {
    rule["_id"] = at.to_string().into();
    rule
}

/// Nothing waits: the first poll answers.
fn ask(decision: &Decision, input: &Input) -> Variable {
    let told = decision.evaluate(input.variable()).now_or_never().expect("no waiting");
    told.expect("an answer").result.dot("answer").unwrap_or(Variable::Null)
}

pub fn modality() -> (Vec<Input>, impl FnMut(&Input) -> Standing) {
    let mut rules = vec![row("true", "", "", "\"reserved\"")];
    for item in annex_1() {
        let key = quoted([item.key().to_string()].into_iter());
        let column = Standing::Devolved(item.column().expect("a column of annex 1"));
        for (standing, _) in WORDS.iter().filter(|it| it.0 != column) {
            let exceptions = quoted(regions(item, *standing).map(id));
            if !exceptions.is_empty() {
                rules.push(row("", &key, &exceptions, &format!("\"{}\"", word(*standing))));
            }
        }
        rules.push(row("", &key, "", &format!("\"{}\"", word(column))));
    }
    let decision = decision(rules);
    (inputs(), move |it| read(ask(&decision, it).as_str().expect("a word")))
}

/// Only where it may be affixed is there a row.
pub fn seal() -> (Vec<Input>, impl FnMut(&Input) -> bool) {
    let mut rules = Vec::new();
    for item in annex_1() {
        let review = quoted(regions(item, REVIEW).map(id));
        let all = regions(item, REVIEW).count() == tongquan::Region::COUNT;
        if !review.is_empty() {
            let key = quoted([item.key().to_string()].into_iter());
            rules.push(row("false", &key, if all { "" } else { &review }, "true"));
        }
    }
    let decision = decision(rules);
    (inputs(), move |it| ask(&decision, it).as_bool() == Some(true))
}
