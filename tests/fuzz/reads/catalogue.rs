//! 事项清单及其调整: entries make a catalogue or are refused whole; what an amendment would do can be asked before it is made.

use tongquan::{
    Catalogue, Edition, Office, Region,
    catalogue::{Amendment, Entry, OwnItem},
    law::Faults,
    oversight::Impact,
};

use super::{
    Outcome,
    given::{CASES, SMALL, days},
    read,
    registers::refused,
    round_trip,
};

/// A catalogue, amendments one after the other, one amendment, or a service's own items: whatever it reads as.
pub(crate) fn catalogue(bytes: &[u8]) -> Outcome {
    if let Some(catalogue) = read::<Catalogue>(bytes) {
        round_trip(&catalogue);
        grown(&catalogue);
        return Outcome::Taken;
    }
    if let Some(entries) = read::<Vec<Entry>>(bytes) {
        round_trip(&entries);
        return entered(&entries);
    }
    if let Some(amendments) = read::<Vec<Amendment>>(bytes) {
        round_trip(&amendments);
        return entered(&amendments.into_iter().map(Entry::Amendment).collect::<Vec<_>>());
    }
    if let Some(amendment) = read::<Amendment>(bytes) {
        round_trip(&amendment);
        return amended(&amendment);
    }
    let Some(items) = read::<Vec<OwnItem>>(bytes) else { return Outcome::Unread };
    round_trip(&items);
    outcome(Edition::with_own(&items).map(|it| assert_eq!(it.items().count(), 76 + items.len())))
}

fn outcome(it: Result<(), Faults>) -> Outcome {
    match it {
        Ok(()) => Outcome::Taken,
        Err(faults) => {
            refused(&faults);
            Outcome::Refused
        }
    }
}

/// One by one is as all at once; what is refused leaves what was there as it was.
fn entered(entries: &[Entry]) -> Outcome {
    let whole = Catalogue::new(entries.to_vec());
    let mut made = Catalogue::built_in().clone();
    for entry in entries {
        let before = made.clone();
        match made.record(entry.clone()) {
            Ok(more) => {
                // what a catalogue begins with stands on its first edition
                let begins = before.entries().is_empty() || matches!(entry, Entry::OwnItems { .. });
                assert!(begins || more.editions().starts_with(before.editions()), "what was is never touched");
                assert!(more.entries().starts_with(before.entries()));
                made = more;
            }
            Err(faults) => {
                refused(&faults);
                assert_eq!(made, before);
                assert!(whole.is_err(), "what is refused one by one is refused at once");
                return outcome(whole.map(drop));
            }
        }
    }
    assert_eq!(whole.as_ref(), Ok(&made));
    grown(&made);
    Outcome::Taken
}

fn amended(amendment: &Amendment) -> Outcome {
    let made = Catalogue::built_in().amend(amendment);
    for office in [Office::built_in(), &*SMALL] {
        match Impact::of(office, amendment) {
            Ok(it) => impact(&it),
            Err(faults) => refused(&faults),
        }
    }
    outcome(made.map(|it| grown(&it)))
}

/// What an amendment would do can be told, however it reads.
pub(super) fn impact(it: &Impact<'_>) {
    let spoken_of = it.items();
    for change in it.routes() {
        assert!(!change.to_string().is_empty() && !change.zh().is_empty());
        assert!(spoken_of.iter().any(|it| it.key() == Some(change.item)), "a route changes where its item does");
    }
    for touched in it.cases(CASES.iter()) {
        assert!(!touched.case.stage().is_terminal());
        let _ = touched.may_move_on.map_err(|it| it.zh());
    }
    it.agreements().for_each(|it| assert!(!it.items.is_empty()));
    it.duties().for_each(|it| assert!(spoken_of.iter().any(|item| item.key() == Some(it.item))));
}

fn grown(catalogue: &Catalogue) {
    let again = Catalogue::new(catalogue.entries().to_vec());
    assert_eq!(again.map(|it| it.editions().to_vec()), Ok(catalogue.editions().to_vec()));
    let days: Vec<_> = days().chain(catalogue.editions().iter().map(Edition::begins).take(4)).collect();
    for before in &days {
        assert_eq!(catalogue.between(*before, *before), [], "a day is no other than itself");
        for after in &days {
            let there = catalogue.between(*before, *after);
            let back = catalogue.between(*after, *before);
            assert_eq!(there.len(), back.len(), "there and back");
            for it in there {
                let key = it.key().unwrap();
                assert!(back.iter().any(|other| other.key() == Some(key) && other.regions() == it.regions()));
            }
        }
    }
    for edition in catalogue.editions() {
        assert_eq!(catalogue.amendment(edition).is_some(), edition.id().number > 1, "each amendment makes one");
        edition.apart().for_each(drop);
    }
    for item in catalogue.latest().items().take(90) {
        assert_eq!(catalogue.latest().look_up(&item.key().to_string()), Ok(item));
        assert!(catalogue.history(item.key()).count() >= 1);
        assert!(Region::all().all(|it| !item.cell(it).standing.label().is_empty()));
    }
}
