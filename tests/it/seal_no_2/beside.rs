//! What stands beside the matrix: cases that are the city's here, other actors, what a lawful use proves, items that nobody has chosen.

use std::collections::BTreeSet;

use tongquan::{
    Actor, AnyCase, Body, Department, Modality, Moment, Office, Place, Region, Rule, Scope, Seal, Stamp, Standing,
    Venue,
    body::BodyRef,
    case::{
        StageKind,
        stage::Imprint,
        steps::{AffixSeal, DecideUnfavourably, File},
    },
    catalogue::Origin,
    place::{Centre, Regions},
    register::{Items, Permission, SealEvent, SealId, SealState, SealStep},
    route::{Admission, Bearer, Handling},
};

use super::{
    Kept, Tally, compare_all, every_case,
    known::{BASE, Known, SOUND, Scoped, TEXTS, affix, affix_in, base, counter, driven, office, reviewed, stamp},
    rules,
};
use crate::support::{day, filing_day, official, stranger};

#[test]
fn what_is_the_citys_here_is_sealed_by_the_city() {
    let wenshang = Region::Wenshang;
    // the plan of one region names nobody; a department decides its items itself at a window of the city's centre
    let mut rows = base();
    rows.plans.retain(|it| it.region != wenshang);
    let gap = Office::new(vec![rows]).unwrap();
    let mut rows = base();
    rows.permissions.push(Permission {
        number: "ZB-1".parse().unwrap(),
        venue: Venue::Centre(Centre::CITY),
        gives: Admission {
            operator: BodyRef::Department(Department::Transport),
            handling: Handling::Decide(Bearer::Department),
        },
        items: Items::Only(reviewed(Department::Transport, wenshang)),
        regions: Regions::ALL,
        from: day(2021, 9, 1),
        until: None,
        ground: "（虚构）市直窗口直接办理".parse().unwrap(),
    });
    let window = Office::new(vec![rows]).unwrap();
    let crossing = Scope::touching([Region::Liangshan]);
    let kept = Kept::of(Some(SealState::InService), Scoped::Listed);
    let (mut tally, mut cases) = (Tally::default(), [0; 3]);
    for item in BASE.catalogue().latest().items().filter(|it| it.origin() == Origin::City) {
        let mut try_it = |office: &Office, region, scope, venue: &Venue| {
            let (_, decided) = driven(office, item, region, scope, venue);
            let seal = decided.record().route().seal().is;
            assert_eq!(seal, Seal::Department, "{item} in {region}");
            let known = Known { route_is_citys: true, decided, ..Known::of(item, region) };
            compare_all(&known, StageKind::Decided, &kept, &mut tally);
        };
        try_it(&BASE, wenshang, crossing, &counter(&BASE, item, wenshang, crossing));
        cases[0] += 1;
        // staff posted at the window are enough for a forward service window, which is the city's anyway
        try_it(&gap, wenshang, Scope::WITHIN, &counter(&gap, item, wenshang, Scope::WITHIN));
        cases[1] += 1;
        for region in Region::all().filter(|_| item.department() == Some(Department::Transport)) {
            if item.cell(region).standing == Standing::Devolved(Modality::Review) {
                try_it(&window, region, Scope::WITHIN, &Venue::Centre(Centre::CITY));
                cases[2] += 1;
            }
        }
    }
    assert_eq!(cases, [61 + 3 + 19, 61 + 3 + 19, 15 + 15 + 15 + 11]);
    assert_eq!((tally.lawful, tally.refused), (0, (83 + 83 + 56) * 96));
    assert!(tally.reasons.contains(&BTreeSet::from([Rule::SealNo2Review])));
}

#[test]
fn whoever_else_acts_is_told_so_beside_everything_that_is_wrong() {
    let mut tried = 0;
    for known in every_case() {
        let decided = &known.decided;
        let good = stamp(decided, "keeper");
        let as_of = |body: Body, person: &str| Stamp {
            by: Actor::Official { body, person: person.parse().unwrap() },
            ..good.clone()
        };
        let others = [
            (as_of(stranger(known.region), "keeper"), vec![Rule::ActorHoldsRole]),
            (as_of(Department::Finance.into(), "keeper"), vec![Rule::ActorHoldsRole]),
            (as_of(stranger(known.region), "stranger"), vec![Rule::ActorHoldsRole, Rule::SealNo2NamedUser]),
            (
                Stamp { by: Actor::Applicant("applicant-1".parse().unwrap()), ..good.clone() },
                vec![Rule::ActorHoldsRole, Rule::SealNo2NamedUser],
            ),
            (Stamp { at: Moment::new(filing_day(), 8, 59, 59).unwrap(), ..good.clone() }, vec![Rule::TimeRunsForward]),
        ];
        for named in known.seals() {
            let step = affix(named.seal, &[&TEXTS[0]]);
            let before = rules(decided.check(&step, &good, &SOUND));
            for (other, more) in &others {
                // of a seal without an agreement no user is asked
                let more = more.iter().filter(|it| **it != Rule::SealNo2NamedUser || named.held_by.is_some());
                let expected: BTreeSet<Rule> = before.iter().chain(more).copied().collect();
                assert_eq!(rules(decided.check(&step, other, &SOUND)), expected, "{} in {}", known.item, known.region);
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 1_275 * 6 * 5);
}

#[test]
fn a_lawful_use_is_proved_by_its_imprint_and_a_refused_one_gives_everything_back() {
    let (mut sealed, mut refused) = (0, 0);
    for known in every_case() {
        let (own, by) = (&known.seals()[0], stamp(&known.decided, "keeper"));
        let both = [&TEXTS[0], &TEXTS[1]];
        let step = affix(own.seal, &both);
        match known.decided.clone().apply(step.clone(), by.clone(), &SOUND) {
            Ok(AnyCase::Sealed(case)) => {
                let Imprint::No2(proof) = case.stage().imprint() else { panic!("{case:?}") };
                let AnyCase::Decided(before) = &known.decided else { panic!("decided") };
                assert_eq!((proof.seal(), proof.at(), proof.user()), (own.seal, by.at, by.by.person()));
                assert_eq!((proof.decision(), proof.circumstance().as_str()), (before.stage().decision(), "decision"));
                assert!(proof.documents().iter().eq(both));
                // the city's own seal is not put after it, nor it twice
                let again = AnyCase::from(case);
                for next in [step, AffixSeal {}.into()] {
                    let why = again.check(&next, &by, &SOUND).unwrap_err();
                    assert_eq!(rules(Err(why)), BTreeSet::from([Rule::StepHasPlace]));
                }
                sealed += 1;
            }
            Ok(other) => panic!("{other:?}"),
            Err(back) => {
                assert_eq!((&back.case, &back.step, &back.stamp), (&known.decided, &step, &by));
                assert_ne!(known.modality, Some("review"));
                refused += 1;
            }
        }
    }
    assert_eq!((sealed, refused), (721, 1_275 - 721));
}

#[test]
fn what_no_region_has_chosen_comes_to_no_case_and_so_to_no_seal() {
    let mut refused = 0;
    for item in BASE.catalogue().latest().items().filter(|it| it.origin() == Origin::ThreeTier) {
        for region in Region::all() {
            let file = File {
                case: "2024-000001".parse().unwrap(),
                item: item.key().clone(),
                place: Place::Region(region),
                scope: Scope::WITHIN,
                venue: Venue::Centre(region.centre().unwrap_or(Centre::CITY)),
                applicant: "applicant-1".parse().unwrap(),
                materials: vec![],
                follows: None,
            };
            let why = AnyCase::file(
                file,
                Stamp { at: Moment::new(filing_day(), 9, 0, 0).unwrap(), by: official(stranger(region)) },
                &SOUND,
            )
            .unwrap_err();
            assert_eq!(rules(Err(why.why)), BTreeSet::from([Rule::RegionHasChosen]), "{item} in {region}");
            refused += 1;
        }
    }
    assert_eq!(refused, 15 * 15);
}

#[test]
fn an_unfavourable_decision_is_sealed_as_a_favourable_one_is() {
    let mut sealed = 0;
    for item in BASE.catalogue().latest().items().filter(|it| it.origin() == Origin::City) {
        let region = Region::Wenshang;
        if item.cell(region).standing != Standing::Devolved(Modality::Review) {
            continue;
        }
        let known = Known::of(item, region);
        let standard = known.accepted.record().standard();
        let decide = DecideUnfavourably {
            unmet: standard.map_or_else(|| vec!["law".parse().unwrap()], |it| it.conditions[..1].to_vec()),
            remedies: standard.map(|it| it.remedies.clone()).unwrap_or_default(),
        };
        let decided = known.accepted.clone().apply(decide.into(), stamp(&known.accepted, "clerk"), &SOUND).unwrap();
        let done = decided.apply(affix(known.seals()[0].seal, &[&TEXTS[0]]), stamp(&known.decided, "keeper"), &SOUND);
        let AnyCase::Sealed(case) = done.unwrap() else { panic!("sealed") };
        assert!(!case.stage().decision().is_favourable());
        sealed += 1;
    }
    assert_eq!(sealed, 34 + 1 + 15 + 1);
}

#[test]
fn a_twin_is_affixed_under_its_own_number_and_serves_while_the_other_is_suspended() {
    let (department, region) = (Department::Transport, Region::Wenshang);
    let known = Known::of(BASE.catalogue().latest().annex_1(36).unwrap(), region);
    let physical = known.seals()[0].seal;
    let twin = SealId { number: 60, ..physical };
    for (suspended, serves) in [(physical, twin), (twin, physical)] {
        let mut rows = SOUND.revisions()[0].clone();
        let agreement = rows.agreements.iter().find(|it| (it.department, it.region) == (department, region));
        let agreement = agreement.unwrap().number.clone();
        let on = day(2021, 6, 30);
        let reason = "（虚构）核查".parse().unwrap();
        rows.seals.extend([
            SealEvent { seal: twin, on, event: SealStep::Cut { twin_of: Some(physical.number) } },
            SealEvent { seal: twin, on, event: SealStep::HandedOver { agreement } },
            SealEvent { seal: suspended, on: day(2024, 3, 5), event: SealStep::Suspended { reason } },
        ]);
        let office = Office::new(vec![rows]).unwrap();
        let by = stamp(&known.decided, "keeper");
        let wrong = known.decided.check(&affix(suspended, &[&TEXTS[0]]), &by, &office);
        assert_eq!(rules(wrong), BTreeSet::from([Rule::SealNo2InService]));
        let done = known.decided.clone().apply(affix(serves, &[&TEXTS[0]]), by, &office).unwrap();
        let AnyCase::Sealed(case) = done else { panic!("sealed") };
        let Imprint::No2(proof) = case.stage().imprint() else { panic!("Seal No. 2") };
        assert_eq!(proof.seal(), serves);
    }
}

#[test]
fn every_reason_is_told_with_its_clause_its_facts_and_what_mends_it() {
    let known = Known::of(BASE.catalogue().latest().annex_1(36).unwrap(), Region::Wenshang);
    let office = office(Some(SealState::Suspended), Scoped::Narrow);
    let elsewhere = SealId { department: Department::Commerce, number: 1 };
    let step = affix_in("favour", elsewhere, &[&TEXTS[0], &TEXTS[0]]);
    let why = known.decided.check(&step, &stamp(&known.decided, "stranger"), &office).unwrap_err();
    assert_eq!(
        why.zh(),
        "2号章须为本事项市级实施部门所刻〔C6〕应为：市交通运输局；实为：市商务局。补救：使用该部门编发的2号章\n\
         同一清单中不重复列写〔S36〕应为：每项一次；实为：决定书。补救：删去重复的\n\
         2号章须由本区域持有〔C6〕应为：汶上县；实为：任城区。补救：使用本区域持有的2号章\n\
         用章之日印章须在用〔C6 S21〕应为：在用；实为：暂停使用。补救：待恢复使用，或另行领用\n\
         事项须在协议的使用范围内〔C6〕应为：协议使用范围内的事项、XY-Commerce-1；实为：附件1第36项。补救：先行变更协议\n\
         使用情形须在协议内〔C6〕应为：decision；实为：favour。补救：按协议所列情形使用\n\
         用章人须为协议所列使用人〔C6〕应为：keeper；实为：stranger。补救：由协议所列使用人用章"
    );
    assert_eq!(
        why.to_string(),
        "refused\n\
         - the seal is of the item's own department [C6] expected: Municipal Bureau of Transport; got: Municipal Bureau of \
         Commerce; to mend: use one that this department handed over\n\
         - a list names each thing once [S36] expected: each once; got: 决定书; to mend: leave out the repeated ones\n\
         - the seal is held by this region [C6] expected: 汶上县; got: 任城区; to mend: use one that this region holds\n\
         - the seal is in service that day [C6 S21] expected: in service; got: suspended; to mend: wait until it is restored, \
         or draw another\n\
         - the item is within the agreement [C6] expected: an item within the agreement, XY-Commerce-1; got: annex 1, item 36; \
         to mend: amend the agreement first\n\
         - the circumstance of use is within the agreement [C6] expected: decision; got: favour; to mend: use it in a \
         circumstance that the agreement names\n\
         - the actor is a user that the agreement names [C6] expected: keeper; got: stranger; to mend: let a named user affix it"
    );
}

#[test]
fn what_was_found_of_one_seal_is_no_ground_for_another() {
    let known = Known::of(BASE.catalogue().latest().annex_1(36).unwrap(), Region::Wenshang);
    let mut told = serde_json::to_value(&known.sealed).unwrap();
    assert!(AnyCase::replay(serde_json::from_value(told.clone()).unwrap()).is_ok());
    let entries = told.as_array_mut().unwrap();
    let last = entries.len() - 1;
    entries[last]["affix_seal_no2"]["step"]["seal"]["number"] = serde_json::json!(99);
    let unproven = AnyCase::replay(serde_json::from_value(told).unwrap()).unwrap_err();
    assert_eq!((unproven.at, rules(Err(unproven.why))), (last, BTreeSet::from([Rule::SealNo2OnRecord])));
}
