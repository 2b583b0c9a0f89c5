//! A window's route widget, as a service would write it: form fields as text in, one JSON answer out.
//!
//! ```text
//! cargo run --example window_widget -- item=船舶登记 place=任城区许庄街道 venue=太白湖新区为民服务中心 day=2024-03-04
//! ```
//!
//! Fields: `item` (key or name), `place` (name or code), `touches` (other regions, comma-separated), `venue` (or none, to be told where to go), `day`. What
//! cannot be read is told field by field, all at once, in both languages. The registers are the fictional ones of `office.json`.

use std::{collections::BTreeMap, error::Error};

use serde_json::{Value, json};
use tongquan::{
    Item, Office, Place, Question, Region, Scope, Venue, catalogue::NoItem, text::Bilingual, time::read_day,
};

type Form = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let mut form = form(std::env::args().skip(1))?;
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

const FIELDS: [&str; 5] = ["item", "place", "touches", "venue", "day"];

/// What was filled in, each field once.
fn form(arguments: impl Iterator<Item = String>) -> Result<Form, String> {
    let mut form = Form::new();
    for it in arguments {
        let (name, value) = it.split_once('=').unwrap_or((&it, ""));
        if !FIELDS.contains(&name) {
            return Err(format!("{name:?} is no field; write item=… place=… touches=… venue=… day=…"));
        }
        if form.insert(name.into(), value.into()).is_some() {
            return Err(format!("{name} is given twice"));
        }
    }
    Ok(form)
}

/// The whole widget.
fn answer(form: &Form, office: &Office) -> Value {
    let mut faults = Faults::default();
    let given = |name: &str| form.get(name).map(String::as_str).filter(|it| !it.trim().is_empty());
    let touches = given("touches").unwrap_or_default().split([',', '，', '、']).filter(|it| !it.trim().is_empty());
    let touches = faults.read("touches", touches.map(str::parse).collect::<Result<Vec<Region>, _>>());
    let place = faults.read_given("place", given("place"), str::parse::<Place>);
    // where no venue is given, the answers are those of the competent counter
    let venue = faults.read("venue", given("venue").map(str::parse::<Venue>).transpose());
    let day = faults.read_given("day", given("day"), read_day);
    // names are those of the list on the day; where that is not told, of the last
    let list = office.catalogue();
    let item = faults.read_given("item", given("item"), |it| match day {
        Some(day) => list.look_up(it, day),
        None => list.latest().look_up(it).map_err(NoItem::from),
    });
    let (Some(item), Some(place), Some(venue), Some(day), Some(touches)) = (item, place, venue, day, touches) else {
        return json!({ "ok": false, "faults": faults.0 });
    };
    let asked = Question { item: item.key(), place, scope: Scope::touching(touches), venue: venue.as_ref(), day };
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

    fn read_given<'f, T, E: Bilingual>(
        &mut self,
        field: &str,
        given: Option<&'f str>,
        read: impl FnOnce(&'f str) -> Result<T, E>,
    ) -> Option<T> {
        match given {
            Some(text) => self.read(field, read(text)),
            None => self.read(field, Err(BadField::Empty)),
        }
    }
}

/// What the crate says is said by it in both languages; the page shows whichever it wants.
fn told(field: &str, why: &impl Bilingual) -> Value {
    json!({ "field": field, "zh": why.zh(), "en": why.to_string() })
}

/// What the crate has no error for.
#[derive(Debug, thiserror::Error)]
enum BadField {
    #[error("the field is not filled in")]
    Empty,
}

impl Bilingual for BadField {
    fn zh(&self) -> String {
        match self {
            Self::Empty => "未填写".to_owned(),
        }
    }
}

fn told_item(item: Item<'_>) -> Value {
    json!({ "key": item.key(), "name": item.name(), "kind": item.kind().label(), "kind_code": item.kind().code() })
}
