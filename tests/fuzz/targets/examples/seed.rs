//! What the corpora begin with, cut from the golden files and the examples into pieces of some twenty thousand bytes at most, cases that are drawn as
//! services draw them for their tests, and the dictionary of the wire's words.
//!
//! ```text
//! cargo run --manifest-path tests/fuzz/targets/Cargo.toml --example seed -- SEEDS tests/fuzz/wire.dict
//! ```
#![allow(clippy::unwrap_used, reason = "a program that stops where its files are not as they were")]

use std::{fmt::Write as _, fs, path::Path, sync::Arc};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Deserializer, Value, json};
use tongquan::{
    AnyStep, Catalogue, Journal, Key, Office, Region, Stamp,
    catalogue::Amendment,
    oversight::{Audit, Conformance, Evidence, Statistics},
    register::Revision,
    strategies::{History, histories, nearly_lawful_histories},
};
use tongquan_fuzz::{GOLDEN, POSTCARD, words};

/// No piece is longer.
const LONGEST: usize = 20_000;

/// Where cases are drawn: the office that clients' actions are asked of.
const OFFICE: &str = include_str!("../../../../examples/office.json");

/// So many lawful histories are drawn, and so many that end in what is refused.
const DRAWN: usize = 1_000;

/// So many of them are counted together.
const COUNTED: usize = 8;

/// Texts of every form that is read.
const TEXTS: [&str; 36] = [
    "papers_complete",
    "affix_seal_no2",
    "道路客运站站级核定",
    "2024-03-04",
    "汶上县",
    "济宁市汶上县",
    "山东省济宁市",
    "370830",
    "370830102",
    "370830102000",
    "南旺镇",
    "任城区许庄街道",
    "汶上县为民服务中心",
    "南旺镇行政审批服务所",
    "自助机：大厅",
    "政银合作：某行",
    "联合中心：某处",
    "网上",
    "夫子洞村便民服务站",
    "370830102201",
    "市公安局",
    "济宁市公安局",
    "A1-36",
    "A2-3",
    "C6",
    "S12",
    "APL32d",
    "2024-03",
    "2024-03-04T09:00:00+08:00",
    "https://example.org/approvals?a=%41#b",
    "济宁市为民服务中心",
    "post_staff",
    "tongquan.push.v1",
    "直接下放",
    "Licence",
    "working_day",
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let [seeds, dictionary] = [(); 2].map(|()| arguments.next().expect("seed SEEDS DICTIONARY"));
    let mut kept = Seeds { under: seeds, kept: 0 };
    for (file, text) in GOLDEN {
        for value in Deserializer::from_str(text).into_iter::<Value>() {
            kept.cut(file, value.unwrap());
        }
    }
    kept.draw();
    let log: String = GOLDEN.iter().find(|it| it.0.ends_with("plain_log.jsonl")).unwrap().1.into();
    kept.keep("plain_log", &log);
    kept.keep(
        "beside",
        &json!({"seed": 7, "quota": {"each": 1}, "from": [["wenshang", "a"], ["qufu", "b"]]}).to_string(),
    );
    let drawn = json!({"seed": 7, "quota": {"in_proportion": 2}, "from": [["wenshang", "a"], ["wenshang", "c"], ["qufu", "b"]]});
    kept.keep("beside", &drawn.to_string());
    // each text in each form: what is none of it is refused
    for form in 'a'..='y' {
        TEXTS.iter().for_each(|text| kept.keep("texts", &format!("{form}{text}")));
    }
    let mut dict = String::new();
    for word in words() {
        let escaped: String = word.bytes().map(escaped).collect();
        writeln!(dict, "\"{escaped}\"").unwrap();
    }
    fs::write(dictionary, dict).unwrap();
    println!("{} seeds", kept.kept);
}

fn escaped(byte: u8) -> String {
    match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    }
}

struct Seeds {
    under: String,
    kept: usize,
}

impl Seeds {
    fn keep(&mut self, target: &str, text: &(impl AsRef<[u8]> + ?Sized)) {
        let text = text.as_ref();
        if text.len() > LONGEST || text.is_empty() {
            return;
        }
        let folder = Path::new(&self.under).join(target);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("seed-{:04}", self.kept)), text).unwrap();
        self.kept += 1;
    }

    /// The same in postcard, after the byte that says so.
    fn packed<T: Serialize + DeserializeOwned>(&mut self, target: &str, value: &Value) {
        let value: T = serde_json::from_value(value.clone()).unwrap();
        self.keep(target, &[vec![POSTCARD], postcard::to_stdvec(&value).unwrap()].concat());
    }

    /// A journal as clients sent its entries, and what they asked next; and as a plain log.
    fn asked_otherwise(&mut self, journal: &[Value], next: Option<&(AnyStep, Stamp)>) {
        self.keep("actions", &sent(journal, next).to_string());
        let opening = &journal[0]["file"]["step"];
        let events = journal.iter().map(event).collect::<Vec<_>>().join("\n");
        self.keep("plain_log", &format!("{opening}\n{events}"));
    }

    /// The same draws each time.
    fn draw(&mut self) {
        let office: Arc<Office> = Arc::new(serde_json::from_str(OFFICE).unwrap());
        let mut runner = TestRunner::deterministic();
        let lawful = histories(Arc::clone(&office), 0..20);
        let nearly = nearly_lawful_histories(office, 0..20);
        let mut counted = Vec::new();
        for _ in 0..DRAWN {
            let lawful = lawful.new_tree(&mut runner).unwrap().current();
            self.history(&lawful, None);
            let nearly = nearly.new_tree(&mut runner).unwrap().current();
            self.history(nearly.history(), Some(nearly.attempt()));
            counted.push(lawful);
        }
        counted.chunks(COUNTED).for_each(|it| self.count(it));
    }

    /// What is counted of cases as evidence for an amendment, and what their audits tell.
    fn count(&mut self, histories: &[History]) {
        let last = histories.iter().map(|it| it.case().record().last_at().day()).max().unwrap();
        let (mut evidence, mut tally) = (Statistics::<(Key, Region)>::on(last), Conformance::default());
        for history in histories {
            evidence.add(history.case().record(), history.office().now().calendar(), Evidence::key);
            tally.add(&Audit::of(history.journal()));
        }
        self.keep("beside", &serde_json::to_string(&evidence).unwrap());
        self.keep("beside", &serde_json::to_string(&tally).unwrap());
    }

    fn history(&mut self, history: &History, next: Option<&(AnyStep, Stamp)>) {
        let journal = serde_json::to_value(history.journal()).unwrap();
        self.keep("journal", &journal.to_string());
        self.asked_otherwise(journal.as_array().unwrap(), next);
    }

    /// What a file has in it, by what it begins with.
    fn cut(&mut self, file: &str, value: Value) {
        let text = value.to_string();
        match &value {
            Value::Array(list) if list.first().is_some_and(|it| it.get("file").is_some()) => {
                self.packed::<Journal>("journal", &value);
                for target in ["journal", "plain_log"] {
                    self.keep(target, &text);
                    self.keep(target, &json!(list[..list.len().min(4)]).to_string());
                }
                for length in [1, 2, 4] {
                    self.keep("actions", &sent(&list[..length.min(list.len())], None).to_string());
                }
                self.asked_otherwise(list, None);
            }
            Value::Array(list) if list.first().is_some_and(|it| it.get("recorded").is_some()) => {
                self.keep("registers", &text);
                self.packed::<Vec<Revision>>("registers", &value);
                list.iter().for_each(|it| self.revision(it));
            }
            Value::Array(list) if list.first().is_some_and(|it| it.get("ground").is_some()) => {
                self.keep("catalogue", &text);
                self.packed::<Vec<Amendment>>("catalogue", &value);
                list.iter().for_each(|it| self.cut(file, it.clone()));
            }
            Value::Array(list) if list.first().is_some_and(|it| it.get("matter").is_some()) => {
                for length in 1..=list.len() {
                    self.keep("beside", &json!(list[..length]).to_string());
                }
            }
            Value::Array(list) => list.iter().for_each(|it| self.cut(file, it.clone())),
            Value::Object(fields) if fields.contains_key("recorded") => self.revision(&value),
            Value::Object(fields) if fields.contains_key("amendments") => self.cut(file, fields["amendments"].clone()),
            Value::Object(fields)
                if fields.contains_key("ground")
                    || fields.contains_key("entries") && file.ends_with("catalogue.json") =>
            {
                self.keep("catalogue", &text);
                if fields.contains_key("entries") {
                    self.packed::<Catalogue>("catalogue", &value);
                }
                let entries = fields.get("entries").and_then(Value::as_array).into_iter().flatten();
                for entry in entries {
                    self.keep("catalogue", &json!([entry]).to_string());
                    if let Some(items) = entry.pointer("/own_items/items") {
                        self.keep("catalogue", &items.to_string());
                    }
                }
            }
            Value::Object(fields) if fields.contains_key("groups") => {
                let groups = fields["groups"].as_array().unwrap();
                for few in groups.chunks(4) {
                    let mut shard = value.clone();
                    shard["groups"] = json!(few);
                    self.keep("beside", &shard.to_string());
                    self.keep("beside", &format!("{shard}\n{shard}"));
                }
            }
            Value::Object(fields) if fields.contains_key("rules") => {
                self.keep("beside", &text);
                self.keep("beside", &format!("{text}\n{text}"));
                self.keep("beside", r#"{"v":1,"cases":3,"held":1,"clean":2,"entries":9,"unshown":{"unjudged":0,"hands":0,"routes":0},"rules":{"papers_complete":{"cases":1,"entries":1}},"sources":{"C7":{"cases":1,"entries":1}}}"#);
            }
            Value::Object(fields) => fields.values().for_each(|it| self.cut(file, it.clone())),
            _ => {}
        }
    }

    /// A revision whole where it is short, else a few rows of each list, and some lists alone.
    fn revision(&mut self, revision: &Value) {
        self.keep("registers", &json!([revision]).to_string());
        for rows in [1, 3] {
            let mut few = revision.clone();
            for list in few.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
                list.truncate(rows);
            }
            self.keep("registers", &json!([few]).to_string());
        }
        for (list, rows) in revision.as_object().unwrap().iter().filter(|it| it.1.is_array()) {
            for row in rows.as_array().unwrap().iter().take(3) {
                let mut alone = json!({ "recorded": revision["recorded"], "units": revision["units"] });
                alone[list] = json!([row]);
                self.keep("registers", &json!([alone]).to_string());
            }
        }
    }
}

/// The entries as clients sent them, and what they asked next.
fn sent(list: &[Value], next: Option<&(AnyStep, Stamp)>) -> Value {
    let action = |(version, entry): (usize, &Value)| {
        let (kind, taken) = entry.as_object().unwrap().iter().next().unwrap();
        let step = json!({ kind: taken["step"] });
        json!({"id": format!("op-{version}"), "expected": version, "step": step, "stamp": taken["stamp"]})
    };
    let opening = &list[0]["file"];
    let mut actions: Vec<Value> = (1..).zip(&list[1..]).map(action).collect();
    if let Some((step, stamp)) = next {
        actions.push(json!({"id": "op-next", "expected": list.len(), "step": step, "stamp": stamp}));
    }
    json!({"file": opening["step"], "stamp": opening["stamp"], "actions": actions})
}

/// An entry as a plain log has it.
fn event(entry: &Value) -> String {
    let (activity, taken) = entry.as_object().unwrap().iter().next().unwrap();
    let by = &taken["stamp"]["by"];
    let body = ["/official/body/unit/id", "/official/body/department"].iter().find_map(|it| by.pointer(it));
    let by = body.cloned().unwrap_or(json!("applicant"));
    let case = "2024-000001";
    json!({"case": case, "activity": activity, "at": taken["stamp"]["at"], "by": by}).to_string()
}
