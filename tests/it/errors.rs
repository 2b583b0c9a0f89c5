//! Every error travels: between threads, in a box, to whoever looks for what it was.

use std::error::Error;

use tongquan::{
    Rule,
    case::{AnyRefused, NotExtended, Refused, Unacted, Unfiled, Unproven, stage::Accepted, steps::Suspend},
    catalogue::{BadKey, NoItem},
    law::{Faults, NotInForce, Refusal},
    oversight::{BadMonth, Dispute, NoLastDay, Unfounded, Unopened, Untaken},
    route::{AskError, BadVenue, NoRoute},
    text::{BadText, Bilingual, Unknown},
    time::{BadDay, BadMoment, BadYear, Uncovered, YearFault, YearFlaw},
};

const fn travels<T: Error + Bilingual + Send + Sync + Clone + 'static>() {}

#[test]
fn each_is_an_error_in_both_languages_that_can_be_sent_shared_and_kept() {
    travels::<AnyRefused>();
    travels::<AskError>();
    travels::<BadDay>();
    travels::<BadKey>();
    travels::<BadMoment>();
    travels::<BadMonth>();
    travels::<BadText>();
    travels::<BadVenue>();
    travels::<BadYear>();
    travels::<Faults>();
    travels::<NoLastDay>();
    travels::<NoItem>();
    travels::<NoRoute>();
    travels::<NotExtended>();
    travels::<NotInForce>();
    travels::<Refusal>();
    travels::<Refused<Accepted, Suspend>>();
    travels::<Unacted>();
    travels::<Uncovered>();
    travels::<Unfiled>();
    travels::<Unfounded<Dispute>>();
    travels::<Unknown>();
    travels::<Unopened<Dispute>>();
    travels::<Unproven>();
    travels::<Untaken<Dispute>>();
    travels::<YearFault>();
    travels::<YearFlaw>();
    #[cfg(feature = "canonical")]
    travels::<tongquan::case::BadRow>();
    #[cfg(feature = "exports")]
    travels::<tongquan::exports::BadSource>();
}

/// What a message says already is no source beside it, so that a service that prints the whole chain says nothing twice.
#[test]
fn no_source_repeats_what_the_message_says() {
    let unnamed = "联合中心：".parse::<tongquan::Venue>().unwrap_err();
    assert!(matches!(unnamed, BadVenue::Name(_)), "{unnamed}");
    let unknown = "船只".parse::<tongquan::Venue>().unwrap_err();
    let asked = tongquan::Office::built_in().now();
    let (item, venue) = ("A1-99".parse().unwrap(), tongquan::Venue::Online);
    let question = tongquan::Question {
        item: &item,
        place: tongquan::Region::Wenshang.into(),
        scope: tongquan::Scope::WITHIN,
        venue: Some(&venue),
        day: "2024-03-04".parse().unwrap(),
    };
    let none = asked.route(&question).unwrap_err();
    let stale = serde_json::from_str::<tongquan::Journal>(include_str!("../golden/review.json")).unwrap();
    let mut cut = stale.clone();
    cut.entries.remove(0);
    let unproven = tongquan::AnyCase::replay(cut).unwrap_err();
    assert!(!unproven.why.objections().is_empty() && unproven.why.names(Rule::StepHasPlace), "{unproven}");
    let mut all: Vec<Box<dyn Error + Send + Sync>> =
        vec![Box::new(unnamed), Box::new(unknown), Box::new(none), unproven];
    #[cfg(feature = "canonical")]
    all.push(Box::new(tongquan::Journal::from_rows([b"{}"]).unwrap_err()));
    for it in all {
        let mut told = vec![it.to_string()];
        let mut next = it.source();
        while let Some(source) = next {
            assert!(!told.iter().any(|it| it.contains(&source.to_string())), "{told:?}: {source}");
            told.push(source.to_string());
            next = source.source();
        }
    }
}
