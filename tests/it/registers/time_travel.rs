//! What was known of a day never changes: random histories, every question of every day as of every revision, against the plain walk over the
//! rows.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use chrono::NaiveDate;
use proptest::{
    prelude::{ProptestConfig, TestCaseError},
    test_runner::{RngSeed, TestRunner},
};
use tongquan::{
    Department, Edition, Office, Question, Region, Scope, Standing, Venue,
    catalogue::{EditionId, Origin},
    register::{Registers, SealId},
    route::{AskError, Chosen, ChosenWay, Gap, NoRoute},
    text::Mark,
};

use super::{
    listed::Listed,
    parsed,
    plain::{Plain, Told, known_by},
    universe::{BODIES, ITEMS, LISTED, POSTED, REGIONS, SEALS, SIGNING, Wish, days, histories, key, lived, venues},
    wishes::{TOWNSHIPS, township},
};

/// How often something was seen.
#[derive(Default)]
struct Seen(RefCell<BTreeMap<String, usize>>);

impl Seen {
    fn it(&self, what: impl Into<String>) {
        *self.0.borrow_mut().entry(what.into()).or_default() += 1;
    }

    fn all(&self) -> usize {
        self.0.borrow().values().sum()
    }

    #[track_caller]
    fn each_of(&self, most: usize, words: &str) {
        let seen = self.0.borrow();
        let listed: BTreeSet<&str> = words.split_whitespace().collect();
        let told: BTreeSet<&str> = seen.keys().map(String::as_str).collect();
        assert_eq!(told, listed);
        assert!(seen.values().all(|it| *it >= most), "{seen:?}");
    }
}

/// The same histories each time.
fn each_history(cases: u32, test: impl Fn(&[Office])) {
    let config =
        ProptestConfig { cases, rng_seed: RngSeed::Fixed(20_210_615), failure_persistence: None, ..Default::default() };
    let shown = |history: Vec<(u8, Vec<Wish>)>| {
        test(&lived(&history));
        Ok::<(), TestCaseError>(())
    };
    TestRunner::new(config).run(&histories(), shown).unwrap();
}

fn word(of: &str, what: &impl std::fmt::Debug) -> String {
    let told = format!("{what:?}");
    let name: String = told.replace("Some(", "").chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("{of}:{name}")
}

/// Asks of the list and of what the regions chose by it.
fn agree_on_the_list(asked: Registers<'_>, walk: Plain<'_>, on: NaiveDate, seen: &Seen) {
    let edition = walk.edition(on);
    assert_eq!(asked.edition_on(on).map(Edition::id), Some(edition), "{on}");
    seen.it(word("edition", &edition.number.min(4)));
    assert_eq!(asked.checked_until(), walk.checked_until());
    seen.it(word("checked", &(walk.checked_until() > EditionId::BUILT_IN.from)));
    for named in LISTED.map(key) {
        let (found, listed) = (asked.item_on(&named, on).ok(), walk.listed(&named, on));
        let told = found.map(|it| Listed {
            name: it.name().to_owned(),
            kind: it.kind(),
            department: it.department(),
            column: it.column(),
            origin: it.origin(),
            standing: Region::all().map(|region| (region, it.cell(region).standing)).collect(),
        });
        assert_eq!(told, listed, "{named} {on}");
        let Some((item, listed)) = found.zip(listed) else { continue };
        let standing =
            if REGIONS.map(|it| listed.standing[&it]).windows(2).all(|it| it[0] == it[1]) { "one" } else { "two" };
        seen.it(format!("standing:{standing}"));
        for region in REGIONS {
            let by = walk.chosen_by((&named, &listed), region, on);
            let standing = by.map_or(listed.standing[&region], Standing::Chosen);
            assert_eq!(asked.readiness(item, region, on).standing(), standing, "{named} {region} {on}");
            let mut in_townships = Vec::new();
            for (of, code, _) in TOWNSHIPS {
                let township = township(code);
                let chosen = walk.chosen((&named, &listed), of, township, on);
                assert_eq!(asked.undertaking(item, township, on).chosen, chosen.as_ref(), "{named} {township} {on}");
                if listed.origin == Origin::ThreeTier && of == region {
                    let asks = Question {
                        item: &named,
                        place: township.into(),
                        scope: Scope::WITHIN,
                        venue: Some(&Venue::TownshipCentre(township)),
                        day: on,
                    };
                    let why = asked.route(&asks).err();
                    let expected = match &chosen {
                        None if by.is_none() => Some(match walk.next_choice((&named, &listed), region, on) {
                            Some(from) => NoRoute::ChosenFrom { region, from },
                            None => NoRoute::RegionMustChoose { region },
                        }),
                        None => Some(NoRoute::NotChosenThere { region, township: Some(township) }),
                        Some(Chosen { way: ChosenWay::Review { seal: None }, .. }) => {
                            Some(NoRoute::SealNotNamed { region })
                        }
                        Some(_) => None,
                    };
                    seen.it(word("route", &expected));
                    assert_eq!(why, expected.map(AskError::NoRoute), "{named} {township} {on}");
                    in_townships.extend(chosen);
                }
            }
            assert_eq!(asked.chosen(item, region, on).cloned().collect::<Vec<_>>(), in_townships);
            seen.it(word("chosen", &by));
        }
    }
}

/// Asks everything of a day, of registers and of the walk. Says how often they were of one mind.
fn agree(office: &Office, asked: Registers<'_>, walk: Plain<'_>, on: NaiveDate, seen: &Seen) {
    for named in ITEMS.map(key) {
        let listed = walk.listed(&named, on).is_some();
        assert_eq!(asked.item_on(&named, on).is_ok(), listed, "{named} {on}");
        seen.it(word("item", &listed));
        let Ok(item) = asked.item_on(&named, on) else { continue };
        for region in REGIONS {
            let found = asked.undertaking(item, region, on);
            let (handler, centre, supervision) = walk.undertaking(item, region, on);
            assert_eq!((found.handler, found.centre), (handler.as_ref(), centre), "{item:?} {region} {on}");
            assert_eq!(found.supervision, &supervision, "{item:?} {region} {on}");
            let posted = item.department().is_some_and(|it| walk.posted(it, region, on));
            assert_eq!(found.posted, posted, "{item:?} {region} {on}");
            seen.it(word("undertaking", &handler.is_some()));
            if matches!(item.cell(region).standing, Standing::Devolved(_)) {
                let gaps = asked.readiness(item, region, on);
                let missing = gaps.gaps().contains(&Gap::NotStationed);
                assert_eq!(missing, !walk.stationed(item, region, on), "{item:?} {region} {on}");
                seen.it(word("stationed", &!missing));
            }
            for venue in venues() {
                let told = walk.offer(item, region, &venue, on);
                assert_eq!(Told::from(asked.offer(item, region, &venue, on)), told, "{item:?} {region} {venue} {on}");
                seen.it(word("offer", &told));
            }
            let standard = walk.standard(&named, region, on);
            assert_eq!(asked.standard(&named, region, on), standard.as_ref(), "{item:?} {region} {on}");
            seen.it(standard.map_or("standard:None".to_owned(), |it| word("standard", &it.own.is_some())));
        }
    }
    for department in POSTED {
        for region in REGIONS {
            let posted = walk.posted(department, region, on);
            assert_eq!(asked.posted(department, region, on), posted, "{department} {region} {on}");
            seen.it(word("posted", &posted));
        }
    }
    for at in 0..=office.revisions().iter().map(|it| it.agreements.len()).sum() {
        let number: Mark = parsed(&format!("XY-{at}"));
        let state = walk.agreement_state(&number, on);
        assert_eq!(asked.agreement_state(&number, on), state, "{number} {on}");
        assert_eq!(asked.agreement(&number).is_some(), state.is_some());
        seen.it(word("agreement", &state));
    }
    for number in 1..=SEALS + 1 {
        let seal = SealId { department: Department::Transport, number };
        let (state, holder) = (walk.seal_state(seal, on), walk.seal_holder(seal, on));
        assert_eq!(asked.seal_state(seal, on), state, "{seal} {on}");
        let found = asked.seal_holder(seal, on);
        assert_eq!(found.map(|(region, under)| (region, under.number.clone())), holder, "{seal} {on}");
        seen.it(word("seal", &state));
        seen.it(word("holder", &holder.is_some()));
    }
    for (department, region) in SIGNING.into_iter().flat_map(|it| REGIONS.map(|region| (it, region))) {
        let held: Vec<SealId> = asked.seals_held(department, region, on).collect();
        let once: BTreeSet<SealId> = held.iter().copied().collect();
        assert_eq!((once.len(), &once), (held.len(), &walk.seals_held(department, region, on)), "{on}");
        seen.it(word("held", &!held.is_empty()));
    }
}

#[test]
fn whatever_is_asked_as_of_a_revision_is_what_a_walk_over_its_rows_finds_now_and_ever_after() {
    let seen = Seen::default();
    each_history(32, |offices| {
        let last = offices.last().unwrap();
        for (known, then) in offices.iter().enumerate().skip(1) {
            assert_eq!(then.revisions(), &last.revisions()[..known]);
            let walk = Plain(then.revisions());
            let revision = u32::try_from(known).unwrap();
            // as it was left, by whoever asks since
            let on = then.revisions().last().map_or(days().next().unwrap(), |it| it.recorded);
            let since = last.as_of(revision, on).unwrap();
            assert_eq!((then.now().revision(), since.revision()), (revision, revision));
            for day in days() {
                agree(then, then.now(), walk, day, &seen);
                agree(last, since, walk, day, &seen);
                agree_on_the_list(since, walk, day, &seen);
            }
            days().step_by(3).for_each(|day| agree_on_the_list(then.now(), walk, day, &seen));
            let amended = then.revisions().iter().map(|it| it.amendments.len()).sum::<usize>();
            let number = |it: Registers<'_>| it.editions().iter().map(|it| usize::from(it.id().number)).max();
            assert_eq!([then.now(), since].map(number), [Some(1 + amended); 2]);
            assert_eq!(then.catalogue().entries(), walk.history());
            for id in BODIES.map(parsed::<Mark>) {
                assert_eq!((then.now().body(&id), since.body(&id)), (walk.body(&id).as_ref(), walk.body(&id).as_ref()));
                seen.it(word("body", &walk.body(&id)));
            }
        }
    });
    seen.each_of(
        100,
        "agreement:None agreement:NotBegun agreement:Open agreement:RunningOff body:City body:None body:Partner body:Unit \
         checked:false checked:true chosen:Direct chosen:Intake chosen:None chosen:Review chosen:Window edition:1 \
         edition:2 edition:3 edition:4 route:None route:ChosenFrom route:NotChosenThere route:RegionMustChoose route:SealNotNamed \
         standing:one standing:two held:false held:true holder:false holder:true item:false item:true offer:Ended offer:NotBegun \
         offer:NotRecorded offer:Running posted:false posted:true seal:InService seal:Lost seal:None \
         seal:NotHandedOver seal:Suspended seal:Withdrawn standard:None standard:false standard:true stationed:false \
         stationed:true undertaking:false undertaking:true",
    );
    assert!(seen.all() > 500_000, "{}", seen.all());
}

#[test]
fn a_day_is_asked_of_the_last_revision_recorded_by_then() {
    let seen = Seen::default();
    each_history(48, |offices| {
        let last = offices.last().unwrap();
        let revisions = last.revisions();
        for day in days() {
            let known = known_by(revisions, day);
            assert_eq!(last.on(day).revision(), u32::try_from(known).unwrap());
            for asked in 0..=revisions.len() + 1 {
                // it was known on that day, and nothing had been recorded since, before that day at least
                let stood =
                    asked >= 1 && asked <= known && revisions.get(asked).is_none_or(|next| day <= next.recorded);
                let revision = u32::try_from(asked).unwrap();
                let found = last.as_of(revision, day);
                assert_eq!(found.map(Registers::revision), stood.then_some(revision), "{asked} {day}");
                seen.it(word("stood", &stood));
            }
            // and says the same there
            let (on, as_of) = (last.on(day), last.as_of(u32::try_from(known).unwrap(), day).unwrap());
            for number in 1..=SEALS {
                let seal = SealId { department: Department::Transport, number };
                assert_eq!(on.seal_state(seal, day), as_of.seal_state(seal, day));
                assert_eq!(on.seal_state(seal, day), Plain(&revisions[..known]).seal_state(seal, day));
            }
            for region in REGIONS {
                let item = last.catalogue().latest().annex_1(36).unwrap();
                assert_eq!(on.undertaking(item, region, day), as_of.undertaking(item, region, day));
                let (handler, ..) = Plain(&revisions[..known]).undertaking(item, region, day);
                assert_eq!(on.undertaking(item, region, day).handler, handler.as_ref());
                assert_eq!(on.readiness(item, region, day), as_of.readiness(item, region, day));
            }
        }
    });
    seen.each_of(1_000, "stood:false stood:true");
}

#[test]
fn histories_are_rich_and_what_is_loaded_whole_is_what_was_recorded_one_by_one() {
    let seen = Seen::default();
    each_history(48, |offices| {
        let last = offices.last().unwrap();
        assert_eq!(Office::new(last.revisions().to_vec()).unwrap(), *last);
        let text = serde_json::to_string(last).unwrap();
        assert_eq!(serde_json::from_str::<Office>(&text).unwrap(), *last);
        let bytes = postcard::to_stdvec(last).unwrap();
        assert_eq!(postcard::from_bytes::<Office>(&bytes).unwrap(), *last);
        for it in last.revisions() {
            it.plans.iter().for_each(|_| seen.it("plan"));
            it.postings.iter().for_each(|_| seen.it("posting"));
            it.permissions.iter().for_each(|_| seen.it("permission"));
            it.stationings.iter().for_each(|_| seen.it("stationing"));
            it.agreements.iter().for_each(|_| seen.it("agreement"));
            it.standards.iter().for_each(|_| seen.it("standard"));
            it.seals.iter().for_each(|it| seen.it(word("seal", &it.event.kind())));
            it.endings.iter().for_each(|it| seen.it(word("ends", &it.ends)));
            it.units.iter().for_each(|_| seen.it("unit"));
            it.amendments.iter().for_each(|it| {
                seen.it(word("amends", &it.ground));
                it.adds.iter().for_each(|it| seen.it(word("adds", &it.origin)));
                it.removes.iter().for_each(|it| seen.it(word("removes", it)));
                it.changes.iter().for_each(|it| seen.it(word("changes", &it.item)));
            });
            it.checked.iter().for_each(|_| seen.it("checked"));
            it.choices.iter().for_each(|it| seen.it(word("chooses", &it.way)));
        }
    });
    seen.each_of(
        5,
        "adds:City adds:ThreeTier amends:Law amends:Practice changes:Annex1 changes:Annex2 changes:Own checked chooses:Direct \
         chooses:Intake chooses:Review chooses:Window removes:Annex1 removes:Annex2 removes:Own agreement ends:Agreement ends:Permission ends:Posting permission plan posting seal:Cut seal:HandedOver seal:Lost \
         seal:Renewed seal:Restored seal:Suspended seal:Withdrawn standard stationing unit",
    );
}
