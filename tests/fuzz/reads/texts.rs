//! 文字: everything that is read out of a text: what is read is shown, and what is shown is read as the same.

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tongquan::{
    Clause, Department, Edition, Key, Moment, Place, Region, Rule, Source, Venue,
    case::StepKind,
    catalogue::OwnKey,
    oversight::{Activity, By, Month},
    place::{Township, Village},
    register::Revision,
    text::{Mark, Person, Text, Unknown},
};

use super::{Outcome, round_trip, told};

pub(crate) fn texts(bytes: &[u8]) -> Outcome {
    let Ok(text) = std::str::from_utf8(bytes) else { return Outcome::Unread };
    let read = [
        shown::<Text>(text),
        shown::<Mark>(text),
        shown::<Person>(text),
        shown::<Key>(text),
        shown::<OwnKey>(text),
        shown::<Moment>(text),
        shown::<Month>(text),
        shown::<By>(text),
        shown::<Clause>(text),
        shown::<Source>(text),
        identified::<Rule>(text, |it| it.id().to_owned()),
        identified::<Township>(text, |it| it.code().to_string()),
        identified::<Village>(text, |it| it.code().to_string()),
        source(text),
        day(text),
        step(text),
        region(text),
        department(text),
        place(text),
        venue(text),
    ];
    asked(text);
    // of those that read almost anything, nothing is learnt
    if read[5..].contains(&true) && read[7..].contains(&true) {
        Outcome::Taken
    } else if read.contains(&true) {
        Outcome::Refused
    } else {
        Outcome::Unread
    }
}

/// It is read from data as from text, and written as it is shown.
fn shown<T>(text: &str) -> bool
where
    T: FromStr<Err: Display> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    identified(text, |it: &T| it.to_string())
}

fn identified<T>(text: &str, id: impl Fn(&T) -> String) -> bool
where
    T: FromStr<Err: Display> + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let read = serde_json::from_value::<T>(json!(text));
    match text.parse::<T>() {
        Ok(it) => {
            let id = id(&it);
            assert_eq!(id.parse::<T>().ok().as_ref(), Some(&it), "{text:?} is shown as {id:?}");
            assert_eq!(read.unwrap(), it);
            assert_eq!(serde_json::to_value(&it).unwrap(), json!(id));
            round_trip(&it);
            true
        }
        Err(why) => {
            told(&why);
            assert!(read.is_err(), "{text:?} is refused as text and read as data");
            false
        }
    }
}

#[cfg(feature = "exports")]
fn source(text: &str) -> bool {
    use tongquan::exports::EventSource;
    match text.parse::<EventSource>() {
        Ok(it) => {
            assert_eq!((it.as_str(), it.to_string().parse()), (text, Ok(it.clone())));
            true
        }
        Err(why) => {
            told(&why);
            assert!(!why.zh().is_empty());
            false
        }
    }
}

#[cfg(not(feature = "exports"))]
fn source(_: &str) -> bool {
    false
}

/// A day has one form.
fn day(text: &str) -> bool {
    let Ok(revision) = serde_json::from_value::<Revision>(json!({ "recorded": text })) else { return false };
    assert_eq!(revision, Revision::on(text.parse::<NaiveDate>().unwrap()));
    let written = serde_json::to_value(&revision).unwrap();
    assert_eq!(written["recorded"], Value::from(text));
    round_trip(&revision);
    true
}

fn step(text: &str) -> bool {
    let Ok(it) = text.parse::<StepKind>() else { return false };
    assert_eq!(serde_json::to_value(it).unwrap(), json!(text));
    assert_eq!(Activity::named(text), Activity::Step(it));
    assert_eq!(Activity::named(it.label()), Activity::Step(it));
    true
}

fn unknown<T>(why: &Unknown) -> Option<T> {
    told(why);
    assert!(!why.zh().is_empty());
    None
}

fn region(text: &str) -> bool {
    let Some(it) = text.parse::<Region>().map_or_else(|why| unknown(&why), Some) else { return false };
    assert_eq!(it.to_string().parse(), Ok(it));
    round_trip(&it);
    true
}

/// It is shown in English, and read by the document's name.
fn department(text: &str) -> bool {
    let Some(it) = text.parse::<Department>().map_or_else(|why| unknown(&why), Some) else { return false };
    assert_eq!(it.label().parse(), Ok(it));
    assert_eq!(it.label().parse(), Ok(By::Department(it)));
    round_trip(&it);
    true
}

/// A name that several share is told with all of them.
fn place(text: &str) -> bool {
    let Some(it) = text.parse::<Place>().map_or_else(|why| unknown(&why), Some) else { return false };
    match it.to_string().parse::<Place>() {
        Ok(again) => assert_eq!(again, it, "{text:?}"),
        Err(why) => assert!(why.shared && why.nearest.len() > 1, "{text:?}: {why}"),
    }
    round_trip(&it);
    true
}

fn venue(text: &str) -> bool {
    let it = match text.parse::<Venue>() {
        Ok(it) => it,
        Err(why) => {
            told(&why);
            assert!(!why.zh().is_empty());
            return false;
        }
    };
    match it.to_string().parse::<Venue>() {
        Ok(again) => assert_eq!(again, it, "{text:?}"),
        Err(tongquan::route::BadVenue::Unknown(why)) => assert!(why.shared, "{text:?}: {why}"),
        Err(why) => panic!("{text:?}: {why}"),
    }
    round_trip(&it);
    true
}

/// What is looked up by a text is found by its own name, or told with what may have been meant.
fn asked(text: &str) {
    let edition = Edition::built_in();
    for found in [edition.look_up(text), edition.item_named(text)] {
        match found {
            Ok(it) => assert_eq!(edition.item_named(it.name()), Ok(it)),
            Err(why) => drop(unknown::<()>(&why)),
        }
    }
    Township::named(text).for_each(|it| assert_eq!(it.name(), text));
    Village::named(text).for_each(|it| assert_eq!(it.name(), text));
    let _ = Activity::named(text);
}
