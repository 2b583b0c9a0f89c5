//! regorus, on its virtual machine: the policy is compiled once, and the machine kept warm.

use regorus::{Engine, Rc, Value, languages::rego::compiler::Compiler, rvm::vm::RegoVM, value::Object};
use serde_json::json;
use tongquan::{Region, Standing};

use super::given::{self, Asked, annex_1, asked, id, read, regions, word};

/// Every cell under its item and region, and what becomes of it where the matter crosses.
const DICTIONARY: &str = "
package annex
import rego.v1

answer := data.cells[input.item][input.region][input.scope]
";

/// The annex as it is printed: a column, and remarks that make exceptions.
const RULES: &str = "
package annex
import rego.v1

item := data.items[input.item]

answer := `reserved` if input.crosses
else := item.column if item.remark == ``
else := `not_devolved` if {
	item.remark == `暂不向各功能区下放`
	data.zones[input.region]
}
else := `intake` if {
	item.remark == `各功能区以“委托收件、受审分离”的方式实现同权`
	data.zones[input.region]
}
else := `review` if {
	item.remark == `服务窗口前移至任城区和各功能区，向其他县（市、区）下放实质性审核权`
	not data.zones[input.region]
	input.region != `Rencheng`
}
else := item.column
";

const SEAL: &str = "
package annex
import rego.v1

default answer := false

answer if {
	not input.crosses
	data.review[input.item][input.region]
}
";

/// A question whose words are values already: what is left is to put them together.
pub struct Input {
    fields: [(Value, Value); 3],
}

impl Input {
    fn value(&self) -> Value {
        Value::Object(Rc::new(Object::from_iter(self.fields.iter().cloned())))
    }
}

/// The questions, with a third field beside item and region. Equal words share one value.
fn inputs(name: &str, third: impl Fn(&Asked) -> Value) -> Vec<Input> {
    let [item, region, name] = ["item", "region", name].map(Value::from);
    let items: Vec<Value> = annex_1().map(|it| it.key().to_string().into()).collect();
    let regions: Vec<Value> = Region::all().map(|it| id(it).into()).collect();
    let input = |it: &Asked| Input {
        fields: [
            (item.clone(), items[it.number].clone()),
            (region.clone(), regions[it.region as usize].clone()),
            (name.clone(), third(it)),
        ],
    };
    asked().iter().map(input).collect()
}

fn crossing() -> Vec<Input> {
    inputs("crosses", |it| it.crosses.into())
}

fn machine(policy: &str, data: serde_json::Value) -> RegoVM {
    const ANSWER: &str = "data.annex.answer";
    let data = Value::from(data);
    let mut engine = Engine::new();
    engine.add_policy("annex.rego".to_owned(), policy.to_owned()).expect("a policy");
    engine.add_data(data.clone()).expect("data");
    let compiled = engine.compile_with_entrypoint(&ANSWER.into()).expect("a policy that compiles");
    let mut machine = RegoVM::new();
    machine.load_program(Compiler::compile_from_policy(&compiled, &[ANSWER]).expect("a program"));
    machine.set_data(data).expect("data beside the rules");
    machine.set_max_instructions(usize::MAX);
    machine
}

fn ask(machine: &mut RegoVM, input: &Input) -> Value {
    machine.set_input(input.value());
    machine.execute().expect("an answer")
}

fn modality(mut machine: RegoVM) -> impl FnMut(&Input) -> Standing {
    move |it| read(ask(&mut machine, it).as_string().expect("a word"))
}

pub fn dictionary() -> (Vec<Input>, impl FnMut(&Input) -> Standing) {
    let (within, across) = (Value::from("within"), Value::from("across"));
    let cells = |item: tongquan::Item<'_>| -> serde_json::Map<_, _> {
        let cell = |it| (id(it), json!({"within": word(item.cell(it).standing), "across": "reserved"}));
        Region::all().map(cell).collect()
    };
    let cells: serde_json::Map<_, _> = annex_1().map(|it| (it.key().to_string(), cells(it).into())).collect();
    let inputs = inputs("scope", |it| if it.crosses { across.clone() } else { within.clone() });
    (inputs, modality(machine(DICTIONARY, json!({ "cells": cells }))))
}

pub fn rules() -> (Vec<Input>, impl FnMut(&Input) -> Standing) {
    let item = |it: tongquan::Item<'_>| {
        let column = word(Standing::Devolved(it.column().expect("a column of annex 1")));
        (it.key().to_string(), json!({"column": column, "remark": it.remark()}))
    };
    let items: serde_json::Map<_, _> = annex_1().map(item).collect();
    let zones: serde_json::Map<_, _> =
        Region::all().filter(|it| it.is_zone()).map(|it| (id(it), true.into())).collect();
    (crossing(), modality(machine(RULES, json!({ "items": items, "zones": zones }))))
}

pub fn seal() -> (Vec<Input>, impl FnMut(&Input) -> bool) {
    let of = |it| -> serde_json::Map<_, _> { regions(it, given::REVIEW).map(|it| (id(it), true.into())).collect() };
    let review: serde_json::Map<_, _> = annex_1().map(|it| (it.key().to_string(), of(it).into())).collect();
    let mut machine = machine(SEAL, json!({ "review": review }));
    (crossing(), move |it| *ask(&mut machine, it).as_bool().expect("yes or no"))
}
