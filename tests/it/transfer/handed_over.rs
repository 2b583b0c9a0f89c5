//! A move to a later edition that gives the case to another body: the papers stay with whoever has them until they are passed on, and who took
//! them in may still hand out the result.

use std::sync::LazyLock;

use tongquan::{
    AnyCase, Department, Office, Rule, Venue,
    case::{
        Role, StepKind, Who,
        steps::{AffixSeal, DecideFavourably, Deliver, IssueLicence, PassOn},
    },
    place::Centre,
    register::{Items, Plan, Revision, Standard, Undertaken},
};

use super::{
    HOME,
    later::{accept, at, filed_in, review, transfer},
};
use crate::support::{day, marks, official, rows};

/// Until April the county handles all that it did; then its plan names a body for one item alone.
static TO_CITY: LazyLock<Office> = LazyLock::new(|| {
    let mut first = rows().clone();
    first.standards.retain(|it| it.edition == 1);
    let plan = first.plans.iter().find(|it| it.region == HOME).unwrap().clone();
    let row = Undertaken { items: Items::Only(marks(&["A1-1"])), ..plan.undertakes[0].clone() };
    let plans = vec![Plan { from: day(2024, 4, 1), undertakes: vec![row], ..plan }];
    grown(first, plans)
});

/// Until April no plan of the county is on record; then it is as it was.
static TO_COUNTY: LazyLock<Office> = LazyLock::new(|| {
    let mut first = rows().clone();
    first.standards.retain(|it| it.edition == 1);
    let plan = first.plans.iter().find(|it| it.region == HOME).unwrap().clone();
    first.plans.retain(|it| it.region != HOME);
    grown(first, vec![Plan { from: day(2024, 4, 1), ..plan }])
});

fn grown(first: Revision, plans: Vec<Plan>) -> Office {
    let second = |it: &Standard| Standard { edition: 2, from: day(2024, 4, 1), baseline: None, ..it.clone() };
    let standards = first.standards.iter().filter(|it| it.own.is_none()).map(second).collect();
    Office::new(vec![first, Revision { plans, standards, ..Revision::on(day(2024, 4, 1)) }]).unwrap()
}

const ALL: [&str; 3] = ["form", "subject", "proof"];

struct Course<'o> {
    office: &'o Office,
    case: AnyCase,
}

impl<'o> Course<'o> {
    fn filed(office: &'o Office, key: &str, venue: Venue) -> Self {
        Self { office, case: filed_in(office, key, HOME, venue, day(2024, 3, 4), &ALL).unwrap() }
    }

    fn told(&self, on: (u32, u32), role: Role, step: impl Into<tongquan::AnyStep>) -> Vec<Rule> {
        let body = self.case.record().holders(role).next().unwrap().to_body().unwrap();
        self.told_by(on, body, step)
    }

    fn told_by(&self, (month, on): (u32, u32), body: tongquan::Body, step: impl Into<tongquan::AnyStep>) -> Vec<Rule> {
        let told = self.case.check(&step.into(), &at(day(2024, month, on), official(body)), self.office);
        told.map_or_else(|why| why.objections().iter().map(|it| it.rule).collect(), |()| vec![])
    }

    #[track_caller]
    fn take(self, (month, on): (u32, u32), body: tongquan::Body, step: impl Into<tongquan::AnyStep>) -> Self {
        let stamp = at(day(2024, month, on), official(body));
        let case = self.case.apply(step.into(), stamp, self.office).unwrap_or_else(|it| panic!("{it}"));
        let read: AnyCase = serde_json::from_str(&serde_json::to_string(&case).unwrap()).unwrap();
        assert_eq!(read.papers_with().map(|it| it.zh()), case.papers_with().map(|it| it.zh()));
        assert_eq!(read.record().hold_against(self.office), Ok(()));
        assert_eq!(read, case);
        Self { case, ..self }
    }

    fn holder(&self, role: Role) -> tongquan::Body {
        self.case.record().holders(role).next().unwrap().to_body().unwrap()
    }

    fn papers_with(&self) -> String {
        self.case.papers_with().unwrap().zh()
    }

    /// Who is to do what.
    fn waits(&self, (month, on): (u32, u32)) -> Vec<(String, StepKind)> {
        let told = self.case.waits_for(self.office, day(2024, month, on));
        let named = |who: &Who<'_>| match who {
            Who::Body(it) => it.zh(),
            other => panic!("{other:?}"),
        };
        told.iter().map(|it| (named(&it.who), it.steps[0])).collect()
    }
}

const BUREAU: &str = "汶上县行政审批服务局（虚构）";
const HOUSING: &str = "市住房城乡建设局";

#[test]
fn what_goes_to_the_city_is_passed_on_by_the_county_that_has_the_papers() {
    for suspended in [false, true] {
        let course = Course::filed(&TO_CITY, "A1-34", HOME.centre().unwrap().into());
        let county = course.holder(Role::Accepting);
        let course = course.take((3, 5), county.clone(), accept());
        let course = if suspended { course.take((3, 6), county.clone(), crate::support::suspend()) } else { course };
        let course = course.take((4, 2), county.clone(), transfer());
        let course = if suspended {
            let city = course.holder(Role::Deciding);
            course.take((4, 2), city, tongquan::case::steps::Resume {})
        } else {
            course
        };
        assert_eq!((course.papers_with(), course.holder(Role::Deciding).label()), (BUREAU.to_owned(), HOUSING));
        assert_eq!(course.told((4, 3), Role::Deciding, review("desk")), [Rule::PapersPassedOn]);
        assert_eq!(course.told((4, 3), Role::Deciding, PassOn {}), [Rule::PapersWithActor]);
        assert_eq!(course.waits((4, 3)), [(BUREAU.to_owned(), StepKind::PassOn)]);
        // the receipt went out under the county's stamp
        let stamp = course.case.record().receipt_stamp().unwrap();
        assert_eq!((stamp.of.zh(), stamp.on_behalf_of), (BUREAU.to_owned(), None));
        let course = course.take((4, 3), county.clone(), PassOn {});
        assert_eq!(course.papers_with(), HOUSING);
        assert_eq!(course.told_by((4, 4), county.clone(), PassOn {}), [Rule::PassingCalledFor, Rule::PapersWithActor]);
        let city = course.holder(Role::Deciding);
        let course =
            ["desk", "opinion"].iter().fold(course, |course, step| course.take((4, 4), city.clone(), review(step)));
        let conditions = course.case.record().standard().unwrap().every_condition().cloned().collect();
        let course = course.take((4, 5), city.clone(), DecideFavourably { attested: conditions });
        let course = course.take((4, 5), city, AffixSeal {});
        // the window that took the papers in hands the result out (P2)
        assert_eq!(course.told_by((4, 8), county.clone(), Deliver {}), []);
    }
}

#[test]
fn what_was_filed_and_is_given_to_the_city_is_passed_on_before_it_is_accepted() {
    let course = Course::filed(&TO_CITY, "A1-34", HOME.centre().unwrap().into());
    let county = course.holder(Role::Intake);
    let course = course.take((4, 2), county.clone(), transfer());
    assert_eq!(course.told((4, 3), Role::Accepting, accept()), [Rule::PapersPassedOn]);
    assert_eq!(course.waits((4, 3)), [(BUREAU.to_owned(), StepKind::PassOn)]);
    let course = course.take((4, 3), county, PassOn {});
    assert_eq!(course.told((4, 3), Role::Accepting, accept()), []);
}

#[test]
fn what_the_city_has_and_decides_still_is_not_sent_to_the_county_and_back() {
    let course = Course::filed(&TO_COUNTY, "XK-004", Venue::Centre(Centre::CITY));
    let department = tongquan::Body::from(Department::Transport);
    assert!(course.holder(Role::Accepting).is(&department));
    let course = course.take((3, 5), department.clone(), accept()).take((3, 6), department.clone(), review("desk"));
    let course = course.take((4, 2), department.clone(), transfer());
    assert_eq!(course.holder(Role::Accepting).label(), BUREAU);
    assert_eq!(course.papers_with(), "市交通运输局");
    assert_eq!(course.told((4, 3), Role::Deciding, review("site")), []);
    assert_eq!(course.waits((4, 3)), [("市交通运输局".to_owned(), StepKind::TakeReviewStep)]);
    let stamp = course.case.record().receipt_stamp().unwrap();
    assert_eq!(stamp.of.zh(), "市交通运输局");
}

#[test]
fn what_comes_to_the_county_is_passed_on_by_the_city_and_may_be_handed_out_there() {
    let course = Course::filed(&TO_COUNTY, "XK-002", Venue::Centre(Centre::CITY));
    let department = tongquan::Body::from(Department::Transport);
    let course = course.take((3, 5), department.clone(), accept()).take((4, 2), department.clone(), transfer());
    let county = course.holder(Role::Deciding);
    assert_eq!((course.papers_with().as_str(), county.label()), ("市交通运输局", BUREAU));
    assert_eq!(course.told((4, 3), Role::Deciding, review("desk")), [Rule::PapersPassedOn]);
    let course = course.take((4, 3), department.clone(), PassOn {});
    let course = ["desk", "site", "opinion"]
        .iter()
        .fold(course, |course, step| course.take((4, 4), county.clone(), review(step)));
    let conditions = course.case.record().standard().unwrap().every_condition().cloned().collect();
    let course = course.take((4, 5), county.clone(), DecideFavourably { attested: conditions });
    let course = course.take((4, 5), county.clone(), AffixSeal {});
    let course = course.take((4, 5), county, IssueLicence { number: "ZZ-1".parse().unwrap() });
    assert_eq!(course.told_by((4, 8), department, Deliver {}), []);
    assert_eq!(course.told_by((4, 8), Department::Finance.into(), Deliver {}), [Rule::ActorHoldsRole]);
}
