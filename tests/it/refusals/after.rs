//! Stories from the seal on.

use super::*;

/// An office in which every agreement covers every item and names the same user, so that one condition of `C6` is broken at a time.
fn lenient() -> Office {
    changed(|rows| {
        for it in &mut rows.agreements {
            it.items = Items::All;
            it.users = marks(&["keeper"]);
        }
    })
}

pub(super) fn seals() -> Vec<(Rule, Pair)> {
    let lenient = lenient();
    let (natural, housing) = (tongquan::Department::NaturalResources, tongquan::Department::Housing);
    let seal = |department, number| AffixSealNo2 {
        seal: SealId { department, number },
        circumstance: mark("decision"),
        documents: vec!["决定书".parse().unwrap()],
    };
    let good = || seal(natural, 7);
    let keeper = |case: &AnyCase| {
        let Stamp { at, by } = stamp(case, Role::Deciding);
        let Actor::Official { body, .. } = by else { panic!("an official") };
        Stamp { at, by: Actor::Official { body, person: "keeper".parse().unwrap() } }
    };
    let case_of = |key: &str| case_at(&OFFICE, key, HOME, StageKind::Decided);
    let kept = |office: &Office| tried(&case_of("A1-33"), good(), keeper(&case_of("A1-33")), office);
    let on = |key: &str, step: AffixSealNo2, office: &Office| {
        let case = case_of(key);
        Pair { broken: tried(&case, step, keeper(&case), office).unwrap_err(), kept: kept(&lenient) }
    };
    let narrow = changed(|rows| {
        for it in &mut rows.agreements {
            if it.department == housing {
                it.items = Items::Only(vec!["A1-35".parse().unwrap()]);
            }
            it.users = marks(&["keeper"]);
        }
    });
    let suspended = changed(|rows| {
        for it in &mut rows.agreements {
            it.users = marks(&["keeper"]);
        }
        let cut = rows.seals.iter().filter(|it| matches!(it.event, SealStep::Cut { .. }));
        let seals: Vec<SealId> = cut.map(|it| it.seal).collect();
        for seal in seals {
            let reason = "（虚构）核查".parse().unwrap();
            rows.seals.push(SealEvent { seal, on: day(2024, 3, 1), event: SealStep::Suspended { reason } });
        }
    });
    let review = case_of("A1-33");
    let user = Stamp { by: official(keeper(&review).by.body().unwrap().clone()), ..keeper(&review) };
    vec![
        (
            Rule::SealAsRouted,
            Pair {
                broken: tried(&review, AffixSeal {}, keeper(&review), &OFFICE).unwrap_err(),
                kept: tried(&case_of("A1-1"), AffixSeal {}, keeper(&review), &OFFICE),
            },
        ),
        (Rule::SealNo2FormerlyCity, on("WS-001", good(), &lenient)),
        (Rule::SealNo2Review, on("A1-1", good(), &lenient)),
        (Rule::SealNo2OnRecord, on("A1-33", seal(natural, 99), &lenient)),
        (Rule::SealNo2OfDepartment, on("A1-33", seal(tongquan::Department::Commerce, 7), &lenient)),
        (Rule::SealNo2HeldHere, on("A1-33", seal(natural, 6), &lenient)),
        (Rule::SealNo2ForItem, on("A1-34", seal(housing, 7), &narrow)),
        (
            Rule::SealNo2ForCircumstance,
            on("A1-33", AffixSealNo2 { circumstance: mark("a-favour"), ..good() }, &lenient),
        ),
        (
            Rule::SealNo2NamedUser,
            Pair { broken: tried(&review, good(), user, &lenient).unwrap_err(), kept: kept(&lenient) },
        ),
        (Rule::SealNo2InService, on("A1-33", good(), &suspended)),
        (Rule::DocumentsListed, on("A1-33", AffixSealNo2 { documents: vec![], ..good() }, &lenient)),
    ]
}

pub(super) fn endings() -> Vec<(Rule, Pair)> {
    let licence = || IssueLicence { number: mark("ZZ-1") };
    let sealed = at(StageKind::Sealed);
    let plain = case_at(&OFFICE, "A1-38", HOME, StageKind::Sealed);
    let decided = |key: &str| case_at(&OFFICE, key, HOME, StageKind::Decided);
    let (review, entrusted, sector) = (decided("A1-33"), decided("A1-61"), decided("A1-44"));
    let by = |case: &AnyCase| stamp(case, Role::Deciding);
    let reported = review.clone().apply(Report {}.into(), by(&review), &OFFICE).unwrap();
    let unsupervised = changed(|rows| {
        for row in rows.plans.iter_mut().flat_map(|it| &mut it.undertakes) {
            row.supervision = Supervision::NOBODY;
        }
    });
    let unsupervised_case = case_at(&unsupervised, "A1-46", HOME, StageKind::Decided);
    let acknowledge = || Acknowledge { message: Message::Report, reply: Reply::Acknowledged };
    let department = |case: &AnyCase| {
        let at = stamp(case, Role::Deciding).at;
        Stamp { at, by: official(tongquan::Department::NaturalResources) }
    };
    let concluded = at(StageKind::Concluded);
    let done = {
        let mut all = Journal::from(at(StageKind::Closed));
        all.entries.pop();
        AnyCase::replay(all).unwrap()
    };
    vec![
        (
            Rule::LicenceDue,
            Pair {
                broken: tried(&plain, licence(), by(&plain), &OFFICE).unwrap_err(),
                kept: tried(&sealed, licence(), by(&sealed), &OFFICE),
            },
        ),
        (
            Rule::LicenceIssued,
            Pair {
                broken: tried(&sealed, Deliver {}, by(&sealed), &OFFICE).unwrap_err(),
                kept: tried(&plain, Deliver {}, by(&plain), &OFFICE),
            },
        ),
        (
            Rule::ReportCalledFor,
            Pair {
                broken: tried(&entrusted, Report {}, by(&entrusted), &OFFICE).unwrap_err(),
                kept: tried(&review, Report {}, by(&review), &OFFICE),
            },
        ),
        (
            Rule::PushCalledFor,
            Pair {
                broken: tried(&sector, Push {}, by(&sector), &OFFICE).unwrap_err(),
                kept: tried(&review, Push {}, by(&review), &OFFICE),
            },
        ),
        (
            Rule::AddresseesNamed,
            Pair {
                broken: tried(&unsupervised_case, Push {}, by(&unsupervised_case), &unsupervised).unwrap_err(),
                kept: tried(&review, Push {}, by(&review), &OFFICE),
            },
        ),
        (
            Rule::NotSentYet,
            Pair {
                broken: tried(&reported, Report {}, by(&reported), &OFFICE).unwrap_err(),
                kept: tried(&review, Report {}, by(&review), &OFFICE),
            },
        ),
        (
            Rule::WasAddressed,
            Pair {
                broken: tried(&review, acknowledge(), department(&review), &OFFICE).unwrap_err(),
                kept: tried(&reported, acknowledge(), department(&reported), &OFFICE),
            },
        ),
        (
            Rule::DutiesDone,
            Pair {
                broken: tried(&concluded, Close {}, by(&concluded), &OFFICE).unwrap_err(),
                kept: tried(&done, Close {}, by(&done), &OFFICE),
            },
        ),
    ]
}
