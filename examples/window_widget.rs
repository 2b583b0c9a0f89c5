//! A window's route widget, as a service would write it: form fields as text in, one JSON answer out.
//!
//! ```text
//! cargo run --example window_widget -- item=船舶登记 place=任城区许庄街道 venue=太白湖新区为民服务中心 day=2024-03-04
//! ```
//!
//! Fields: `item` (key or name), `place` (name or code), `touches` (other regions, comma-separated), `venue`, `day`. What cannot be read
//! is told field by field, all at once, in both languages. The registers are the fictional ones of `office.json`.

use std::{collections::BTreeMap, error::Error};

use serde_json::{Value, json};
use tongquan::{Item, Office, Place, Question, Region, Scope, Venue, text::Bilingual};

type Form = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let arguments = std::env::args().skip(1);
    let mut form: Form =
        arguments.filter_map(|it| it.split_once('=').map(|(name, value)| (name.into(), value.into()))).collect();
    if form.is_empty() {
        let sample = [
            ("item", "道路客运站站级核定"),
            ("place", "汶上县"),
            ("venue", "汶上县为民服务中心"),
            ("day", "2024-03-04"),
        ];
        form = sample.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    }
    let office: Office = serde_json::from_str(include_str!("office.json"))?;
    println!("{}", serde_json::to_string_pretty(&answer(&form, &office))?);
    Ok(())
}

/// The whole widget.
fn answer(form: &Form, office: &Office) -> Value {
    let mut faults = Faults::default();
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    let item = faults.read("item", office.catalogue().latest().look_up(field("item")));
    let place = faults.read("place", field("place").parse::<Place>());
    let venue = faults.read("venue", field("venue").parse::<Venue>());
    let day = faults.read("day", field("day").parse().map_err(BadDay));
    let touches = field("touches").split([',', '，', '、']).filter(|it| !it.trim().is_empty());
    let touches = faults.read("touches", touches.map(str::parse).collect::<Result<Vec<Region>, _>>());
    let (Some(item), Some(place), Some(venue), Some(day), Some(touches)) = (item, place, venue, day, touches) else {
        return json!({ "ok": false, "faults": faults.0 });
    };
    let asked = Question { item: item.key(), place, scope: Scope::touching(touches), venue: &venue, day };
    match office.route(&asked) {
        Ok(route) => {
            json!({ "ok": true, "item": told_item(item), "open": route.access().is_open(), "route": route.sheet(day) })
        }
        Err(why) => {
            json!({ "ok": false, "item": told_item(item), "faults": [told("route", &why)] })
        }
    }
}

/// Every field that could not be read.
#[derive(Default)]
struct Faults(Vec<Value>);

impl Faults {
    fn read<T>(&mut self, field: &str, read: Result<T, impl Bilingual>) -> Option<T> {
        read.map_err(|why| self.0.push(told(field, &why))).ok()
    }
}

/// What the crate says is said by it in both languages; the page shows whichever it wants.
fn told(field: &str, why: &impl Bilingual) -> Value {
    json!({ "field": field, "zh": why.zh(), "en": why.to_string() })
}

/// Days are chrono's to read, which speaks English alone.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct BadDay(chrono::ParseError);

impl Bilingual for BadDay {
    fn zh(&self) -> String {
        "日期应写作 YYYY-MM-DD".to_owned()
    }
}

fn told_item(item: Item<'_>) -> Value {
    json!({ "key": item.key(), "name": item.name(), "kind": item.kind().label(), "kind_code": item.kind().code() })
}
