//! Roles: who holds one on a route, and by what.

use serde::{Deserialize, Serialize};

use crate::{
    body::{Actor, Party},
    law::{Article, Clause, Fact, Silence, Source},
    route::{Answer, Route},
    term::{named, terms},
    text::Person,
};

/// 角色: who may take a step; the route says which body holds it.
///
/// ```
/// use tongquan::{AnyCase, case::Role};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/intake.json")?)?;
/// let holds = |role| case.record().holders(role).map(|it| it.zh()).next();
/// assert_eq!(holds(Role::Accepting).as_deref(), Some("梁山县承办部门（虚构）")); // entrusted intake:
/// assert_eq!(holds(Role::Deciding).as_deref(), Some("市人力资源社会保障局")); // another decides
/// assert_eq!(Role::Sealing.label(), "用印");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 收件: takes the papers in.
    Intake,
    /// 受理: accepts, asks for corrections, or turns away.
    Accepting,
    /// 决定: reviews and decides, issues the licence, closes.
    Deciding,
    /// 用印: affixes the seal that the route names.
    Sealing,
    /// 申请人: hands in corrections, or withdraws.
    Applicant,
    /// 报备: files with the city department what was decided.
    Reporting,
    /// 推送: pushes to those who supervise.
    Pushing,
    /// 信息接收: whom a report or push was sent to, and who acknowledges it.
    Addressee,
    /// 窗口: any window of the route, the filing venue included (`P2`).
    Window,
    /// 任何人: whoever records what is so by law.
    Anyone,
}

terms!(Role {
    Self::Intake => "收件", "intake";
    Self::Accepting => "受理", "accepting";
    Self::Deciding => "决定", "deciding";
    Self::Sealing => "用印", "sealing";
    Self::Applicant => "申请人", "applicant";
    Self::Reporting => "报备", "reporting";
    Self::Pushing => "推送", "pushing";
    Self::Addressee => "信息接收", "addressee";
    Self::Window => "窗口", "window";
    Self::Anyone => "任何人", "anyone";
});
named!(Role);

/// Who holds a role on a route.
pub(super) enum Holders<'a> {
    Applicant,
    /// The step itself says whom it concerns.
    Addressee,
    Anyone,
    Bodies([Option<Party<'a>>; 3]),
}

impl<'a> Holders<'a> {
    /// The route is asked for only where the role hangs on it.
    pub(super) fn of(role: Role, route: impl FnOnce() -> Route<'a>) -> Self {
        let one = |party: Party<'a>| Self::Bodies([Some(party), None, None]);
        // a window that decides directly takes every step of the deciding side itself, in the name that the route tells
        let or_window =
            |route: Route<'a>, it: fn(&Route<'a>) -> Answer<Party<'a>>| one(route.acts().unwrap_or(it(&route)).is);
        match role {
            Role::Applicant => Self::Applicant,
            Role::Addressee => Self::Addressee,
            Role::Anyone => Self::Anyone,
            Role::Intake => one(route().intake().is),
            Role::Accepting => or_window(route(), Route::acceptance),
            // whoever decides seals: no row has the seal of a body that does not
            Role::Deciding | Role::Sealing => or_window(route(), Route::decision),
            Role::Window => {
                let route = route();
                let (intake, acceptance, decision) = (route.intake().is, route.acceptance().is, route.decision().is);
                let accepts = Some(acceptance).filter(|it| !it.is_same(intake));
                let decides = Some(decision).filter(|it| !it.is_same(intake) && !it.is_same(acceptance));
                Self::Bodies([Some(intake), accepts, decides])
            }
            Role::Reporting | Role::Pushing => one(route().decision().is),
        }
    }

    /// Whether somebody acts for one of them.
    pub(super) fn has(&self, applicant: &Person, by: &Actor) -> bool {
        match (self, by) {
            (Self::Applicant, Actor::Applicant(it)) => it == applicant,
            (Self::Addressee, Actor::Official { .. }) | (Self::Anyone, _) => true,
            (Self::Bodies(bodies), Actor::Official { body, .. }) => bodies.iter().flatten().any(|it| it.is(body)),
            _ => false,
        }
    }

    pub(super) fn bodies(self) -> impl Iterator<Item = Party<'a>> {
        let bodies = if let Self::Bodies(bodies) = self { bodies } else { [None; 3] };
        bodies.into_iter().flatten()
    }

    pub(super) fn told(&self, role: Role) -> Fact {
        match self {
            Self::Applicant => Role::Applicant.into(),
            Self::Addressee | Self::Anyone => role.into(),
            Self::Bodies(bodies) => Fact::list(bodies.iter().flatten().copied()),
        }
    }
}

/// The bodies that hold a role on a route; none for the applicant, for addressees and for anyone.
pub(crate) fn holders<'a>(route: &Route<'a>, role: Role) -> impl Iterator<Item = Party<'a>> {
    Holders::of(role, || *route).bodies()
}

/// What a role's holder holds it by.
pub(super) fn basis(route: &Route<'_>, role: Role) -> &'static [Source] {
    match role {
        Role::Intake => route.intake().basis,
        Role::Accepting => route.acceptance().basis,
        Role::Deciding => route.decision().basis,
        Role::Sealing => route.seal().basis,
        Role::Applicant => &[Source::Article(Article::Obe36)],
        Role::Window => &[Source::Clause(Clause::P2)],
        Role::Reporting => &[Source::Clause(Clause::C4), Source::Silence(Silence::S17)],
        Role::Pushing => &[Source::Clause(Clause::C12), Source::Silence(Silence::S18)],
        Role::Addressee => &[Source::Clause(Clause::C4), Source::Clause(Clause::C12), Source::Silence(Silence::S19)],
        Role::Anyone => &[Source::Article(Article::Apl32d), Source::Silence(Silence::S50)],
    }
}
