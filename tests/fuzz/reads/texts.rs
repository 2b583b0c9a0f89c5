//! 文字: everything that is read out of a text: what is read is shown, and what is shown is read as the same.

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tongquan::{
    Clause, Department, Edition, Key, Kind, Modality, Moment, Place, Region, Rule, Seal, Source, UnitKind, Venue,
    case::{Role, StageKind, StepKind},
    catalogue::{Origin, OwnKey},
    exports::{EventSource, MessageType},
    oversight::{Activity, By, Month},
    place::{Centre, Township, Village},
    register::{Obligation, Remedy, Revision, SealState, TimeUnit},
    route::{Tier, VenueKind},
    text::{Mark, Person, Text, Unknown},
};

use super::{Outcome, round_trip, told};

/// Whether a text is of the form; if so, it has been asked what must hold of it.
type Form = fn(&str) -> bool;

/// The forms, each under the letter that an input of it begins with.
const FORMS: [(u8, Form); 25] = [
    (b'a', shown::<Text>),
    (b'b', shown::<Mark>),
    (b'c', shown::<Person>),
    (b'd', shown::<Key>),
    (b'e', shown::<OwnKey>),
    (b'f', shown::<Moment>),
    (b'g', shown::<Month>),
    (b'h', shown::<By>),
    (b'i', shown::<Clause>),
    (b'j', shown::<Source>),
    (b'k', |text| identified::<Rule>(text, |it| it.id().to_owned())),
    (b'l', |text| identified::<Township>(text, |it| it.code().to_string())),
    (b'm', |text| identified::<Village>(text, |it| it.code().to_string())),
    (b'n', source),
    (b'o', day),
    (b'p', step),
    (b'q', region),
    (b'r', department),
    (b's', place),
    (b't', venue),
    (b'u', item),
    (b'v', |text| named::<Centre>(text, |it| vec![it.to_string()])),
    (b'w', |text| named::<Obligation>(text, |it| vec![it.id().to_owned()])),
    (b'x', |text| named::<MessageType>(text, |it| vec![it.name().to_owned()])),
    (b'y', term),
];

/// A letter, and a text that is read in its form.
pub(crate) fn texts(bytes: &[u8]) -> Outcome {
    let Some((letter, text)) = bytes.split_first() else { return Outcome::Unread };
    let form = FORMS.iter().find(|it| it.0 == *letter);
    let Some(((_, form), text)) = form.zip(std::str::from_utf8(text).ok()) else { return Outcome::Unread };
    if form(text) { Outcome::Taken } else { Outcome::Refused }
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

/// What is found by a name goes by each of its own.
fn named<T: FromStr<Err = Unknown> + Debug + PartialEq>(text: &str, names: impl Fn(&T) -> Vec<String>) -> bool {
    let Some(it) = text.parse::<T>().map_or_else(|why| unknown(&why), Some) else { return false };
    for name in names(&it) {
        assert_eq!(name.parse::<T>().as_ref(), Ok(&it), "{text:?} is found, and {name:?} is not");
    }
    true
}

/// A word of a closed list: in Chinese, in English, or as data has it.
fn term(text: &str) -> bool {
    macro_rules! any_of {
        ($($Type:ty),+) => {
            [$(named::<$Type>(text, |it| {
                round_trip(it);
                vec![it.label().to_owned(), it.english().to_owned(), json!(it).as_str().unwrap().to_owned()]
            })),+].contains(&true)
        };
    }
    any_of!(Kind, Modality, Origin, Role, Seal, StageKind, Tier, TimeUnit, UnitKind, VenueKind, Remedy, SealState)
}

fn source(text: &str) -> bool {
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
    let Some(it) = text.parse::<StepKind>().map_or_else(|why| unknown(&why), Some) else { return false };
    for name in [text, it.label(), it.english()] {
        assert_eq!((name.parse(), Activity::named(name)), (Ok(it), Activity::Step(it)));
    }
    round_trip(&it);
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
fn item(text: &str) -> bool {
    let edition = Edition::built_in();
    let found = [edition.look_up(text), edition.item_named(text)];
    Township::named(text).for_each(|it| assert_eq!(it.name(), text.trim()));
    Village::named(text).for_each(|it| assert_eq!(it.name(), text.trim()));
    for it in found.iter().flatten() {
        assert_eq!((edition.item_named(it.name()), edition.look_up(&it.key().to_string())), (Ok(*it), Ok(*it)));
    }
    assert!(found.iter().all(|it| it.as_ref().map_or_else(|why| unknown::<()>(why).is_none(), |_| true)));
    found.iter().any(Result::is_ok)
}
