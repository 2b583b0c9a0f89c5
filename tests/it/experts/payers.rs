//! Who pays, on every route of the model, where the standard puts it on the applicant and where not, by rule and by exception.

use std::collections::BTreeMap;

use super::*;
use crate::{
    beside::{EARLIER, STANDS, Stand},
    model::{
        beside::{hands, origin},
        experts::payer,
    },
};

/// The model's word for who pays.
fn part(stand: &Stand, it: Payer) -> &'static str {
    match it {
        Payer::Applicant => "applicant",
        Payer::Department(it) => {
            assert_eq!(Some(it), stand.case.record().route().department());
            "department"
        }
        Payer::Region(it) => {
            assert_eq!(it, stand.region);
            "region"
        }
    }
}

#[test]
fn an_expert_is_paid_by_whom_the_model_names() {
    let mut told: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for stand in STANDS.iter() {
        let docket = stand.case.record().docket();
        for (procedure, applicant_pays) in
            [(None, false), (Some("panel"), false), (Some("paid"), true), (Some("none"), false)]
        {
            let code = procedure.map(|it| it.parse().unwrap());
            let pays = Payer::of(&docket, &stand.office, code.as_ref());
            let model = payer(hands(stand.route).decides, origin(stand.route), applicant_pays, None).unwrap();
            assert_eq!(part(stand, pays.is), model, "{} in {}", stand.route, stand.region);
            let cited: Vec<&str> = pays.basis.iter().map(|it| it.id()).collect();
            assert!(cited.contains(&"C8"));
            *told.entry((model, applicant_pays)).or_default() += 1;
        }
    }
    // seven of the eight routes of the annexes are of what was the city's; a township is run in fourteen regions
    let (city, own) = (15 * 7, 15 + 14 * 5);
    let expected = [(("applicant", true), city + own), (("department", false), 3 * city), (("region", false), 3 * own)];
    assert_eq!(told, BTreeMap::from(expected));
}

#[test]
fn an_exception_names_another_who_pays_and_never_the_applicant() {
    let (mut lawful, mut refused) = (0, 0);
    let every = [
        Payer::Applicant,
        Payer::Department(Department::Finance),
        Payer::Department(EARLIER),
        Payer::Region(HOME),
        Payer::Region(Region::Yanzhou),
    ];
    for stand in STANDS.iter() {
        let told = Told { office: stand.office.clone(), case: stand.case.clone() };
        for (procedure, applicant_pays) in [(None, false), (Some("panel"), false), (Some("paid"), true)] {
            let code = procedure.map(|it| it.parse().unwrap());
            let by_rule = Payer::of(&told.case.record().docket(), &told.office, code.as_ref()).is;
            let route = told.case.record().route();
            let sides = [route.department().map(Payer::Department), Some(Payer::Region(route.region()))];
            for other in every.iter().copied().chain(sides.into_iter().flatten()) {
                let otherwise = Some(PaidOtherwise { payer: other, reason: "（虚构）协议".parse().unwrap() });
                let call = CallExpert { procedure: code.clone(), otherwise, ..told.call() };
                let word = if other == Payer::Applicant { "applicant" } else { "other" };
                let (decides, origin) = (hands(stand.route).decides, origin(stand.route));
                let model = payer(decides, origin, applicant_pays, Some((word, "协议")));
                match told.open(call, told.stamp()) {
                    Ok(engagement) => {
                        assert_eq!(model, Ok("other"));
                        assert!(other != by_rule && sides.contains(&Some(other)));
                        assert_eq!(engagement.matter().payer().is, other);
                        lawful += 1;
                    }
                    Err(why) => {
                        let outside = other == by_rule || !sides.contains(&Some(other));
                        assert!(model.is_err() || outside, "{other} for {by_rule}: {why}");
                        assert_eq!(rules(&why.why), [Rule::PayerOtherwise]);
                        refused += 1;
                    }
                }
            }
        }
    }
    assert_eq!((lawful, refused), (574, 3_161));
}
