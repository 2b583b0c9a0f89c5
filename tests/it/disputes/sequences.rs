//! Every sequence of steps up to a length, by right and wrong bodies, with amounts around the award, against a small naive machine.

use super::*;

/// What the machine knows of who is who.
#[derive(Clone, Copy)]
struct Cast {
    /// Who deals with it, and who is respondent, in the words below.
    deals: &'static str,
    respondent: &'static str,
    /// Whether anybody appears for it, and whether the law is known by which.
    outward: bool,
    known: bool,
    /// Whether courts may take whoever deals with it for the respondent.
    contested: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Machine {
    stage: &'static str,
    appeared: bool,
    /// Kind and amount, in fen.
    award: Option<(&'static str, u64)>,
    /// By the respondent for another, and by whoever bears it.
    paid: [u64; 2],
    returned: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    TakeUp,
    Appear,
    Conclude(Option<(&'static str, u64)>),
    Withdraw,
    Pay(u64),
    Return(u64),
}

const AWARD: u64 = 100;
const AMOUNTS: [u64; 4] = [40, 60, AWARD, AWARD + 1];
const STATE: &str = "state_compensation";
const LAWFUL: &str = "compensation";

impl Try {
    fn all() -> impl Iterator<Item = Self> {
        let ends = [None, Some((STATE, AWARD)), Some((LAWFUL, AWARD))].map(Self::Conclude);
        let pays = AMOUNTS.map(Self::Pay).into_iter().chain(AMOUNTS.map(Self::Return));
        [Self::TakeUp, Self::Appear, Self::Withdraw].into_iter().chain(ends).chain(pays)
    }

    fn step(self) -> DisputeStep {
        let kind = |kind| if kind == STATE { AwardKind::StateCompensation } else { AwardKind::Compensation };
        match self {
            Self::TakeUp => DisputeStep::TakeUp {},
            Self::Appear => DisputeStep::Appear {},
            Self::Withdraw => DisputeStep::Withdraw {},
            Self::Conclude(given) => concluded(given.and_then(|(it, amount)| award(kind(it), amount))),
            Self::Pay(amount) => DisputeStep::Pay { amount: fen(amount) },
            Self::Return(amount) => DisputeStep::Reimburse { amount: fen(amount) },
        }
    }
}

impl Machine {
    const BEGINS: Self = Self { stage: "lodged", appeared: false, award: None, paid: [0; 2], returned: 0 };

    /// Whether the award is paid by one for the other: for an unlawful act, by the respondent.
    fn for_another(&self, cast: &Cast) -> bool {
        cast.deals != cast.respondent && self.award.is_some_and(|it| it.0 == STATE)
    }

    fn after(mut self, tried: Try, by: &str, cast: &Cast) -> Option<Self> {
        let (another, for_another) = (cast.deals != cast.respondent, self.for_another(cast));
        let lawful = match (self.stage, tried) {
            ("lodged", Try::TakeUp) => by == cast.deals,
            ("taken up", Try::Conclude(_)) | ("lodged" | "taken up", Try::Withdraw) => by == cast.deals,
            ("lodged" | "taken up", Try::Appear) => {
                cast.outward && cast.known && another && !self.appeared && by == cast.respondent
            }
            ("concluded", Try::Pay(amount)) => {
                let may = if for_another {
                    by == cast.respondent || (cast.contested && by == cast.deals)
                } else {
                    by == cast.deals
                };
                self.award.is_some_and(|it| self.paid.iter().sum::<u64>() + amount <= it.1) && may
            }
            ("concluded", Try::Return(amount)) => {
                for_another && self.returned + amount <= self.paid[0] && by == cast.deals
            }
            _ => false,
        };
        match tried {
            Try::TakeUp => self.stage = "taken up",
            Try::Appear => self.appeared = true,
            Try::Conclude(award) => (self.stage, self.award) = ("concluded", award),
            Try::Withdraw => self.stage = "withdrawn",
            Try::Pay(amount) => self.paid[usize::from(!(for_another && by == cast.respondent))] += amount,
            Try::Return(amount) => self.returned += amount,
        }
        lawful.then_some(self)
    }

    /// What is left to do, and by whom.
    fn owed(&self, cast: &Cast) -> Vec<(&'static str, DisputeStepKind, u64)> {
        let another = cast.deals != cast.respondent;
        let mut owed = Vec::new();
        match self.stage {
            "lodged" => owed.push((cast.deals, DisputeStepKind::TakeUp, 0)),
            "taken up" => owed.push((cast.deals, DisputeStepKind::Conclude, 0)),
            _ => {}
        }
        if matches!(self.stage, "lodged" | "taken up") && cast.outward && cast.known && another && !self.appeared {
            owed.push((cast.respondent, DisputeStepKind::Appear, 0));
        }
        if let Some((_, amount)) = self.award {
            let payer = if self.for_another(cast) { cast.respondent } else { cast.deals };
            owed.push((payer, DisputeStepKind::Pay, amount - self.paid.iter().sum::<u64>()));
            owed.push((cast.deals, DisputeStepKind::Reimburse, self.paid[0] - self.returned));
        }
        owed.retain(|it| it.2 > 0 || !matches!(it.1, DisputeStepKind::Pay | DisputeStepKind::Reimburse));
        owed
    }
}

/// A dispute, and who its bodies are.
struct Walk<'t> {
    told: &'t Told,
    cast: Cast,
    bodies: Vec<(&'static str, Actor)>,
    tried: usize,
    taken: usize,
    ends: usize,
}

impl Walk<'_> {
    fn word(&self, body: &Body) -> &'static str {
        let same = |it: &&(&'static str, Actor)| it.1.body().is_some_and(|it| it.is(body));
        self.bodies.iter().find(same).unwrap().0
    }

    fn owed_agrees(&self, dossier: &Dossier<Dispute>, machine: &Machine) {
        let told: Vec<_> =
            dossier.owed().iter().map(|it| (self.word(it.by), it.step, it.amount.map_or(0, Amount::in_fen))).collect();
        assert_eq!(told, machine.owed(&self.cast), "{machine:?}");
        let another = self.cast.deals != self.cast.respondent;
        match dossier.matter().appears() {
            Ok(Some((body, done))) => {
                assert!(self.cast.known && self.cast.outward && another);
                assert_eq!((self.word(body), done), (self.cast.respondent, machine.appeared));
            }
            Ok(None) => assert!(self.cast.known && !(self.cast.outward && another)),
            Err(_) => assert!(!self.cast.known),
        }
    }

    fn agrees(dossier: &Dossier<Dispute>, machine: &Machine) {
        let state = match dossier.state() {
            DisputeState::Lodged => "lodged",
            DisputeState::TakenUp => "taken up",
            DisputeState::Concluded => "concluded",
            DisputeState::Withdrawn => "withdrawn",
        };
        let it = dossier.matter();
        let sum = |amount: Option<Amount>| amount.map_or(0, Amount::in_fen);
        assert_eq!(
            (state, sum(it.paid()), sum(it.reimbursed())),
            (machine.stage, machine.paid.iter().sum(), machine.returned)
        );
        let award = it.concluded().and_then(Ruling::award).map(|it| it.amount.in_fen());
        assert_eq!(award, machine.award.map(|it| it.1));
    }

    /// Everything, by everybody, and everything after what was taken.
    fn on(&mut self, dossier: &Dossier<Dispute>, machine: Machine, more: usize) {
        Self::agrees(dossier, &machine);
        self.owed_agrees(dossier, &machine);
        self.ends += usize::from(dossier.state() == DisputeState::Concluded && machine.owed(&self.cast).is_empty());
        if more == 0 {
            return;
        }
        for tried in Try::all() {
            for (who, by) in self.bodies.clone() {
                self.tried += 1;
                let step = tried.step();
                let stamp = Stamp { at: dossier.last_at(), by: by.clone() };
                let checked = dossier.check(&step, &stamp, self.told.beside());
                match (
                    dossier.clone().take(step.clone(), stamp.clone(), self.told.beside()),
                    machine.after(tried, who, &self.cast),
                ) {
                    (Ok(after), Some(then)) => {
                        assert_eq!((checked, after.version()), (Ok(()), dossier.version() + 1));
                        self.taken += 1;
                        self.on(&after, then, more - 1);
                    }
                    (Err(refused), None) => {
                        // everything comes back
                        let Untaken { dossier: back, step: asked, stamp: when, why } = *refused;
                        assert_eq!((&back, asked, when), (dossier, step, stamp));
                        assert_eq!(checked, Err(why));
                    }
                    (got, model) => panic!("{tried:?} by {who} at {machine:?}: {got:?}, the machine {model:?}"),
                }
            }
        }
    }
}

/// How much was tried, taken, and done with, of one kind of dispute.
fn every_sequence(told: &Told, kind: DisputeKind, act: DisputedAct, cast: Cast, length: usize) -> [usize; 3] {
    let bodies = vec![
        ("region", official(told.handler())),
        ("department", official(told.department())),
        ("stranger", official(crate::support::stranger(HOME))),
        ("applicant", told.applicant()),
    ];
    let before = told.case.clone();
    let mut walk = Walk { told, cast, bodies, tried: 0, taken: 0, ends: 0 };
    walk.on(&told.lodged(kind, act), Machine::BEGINS, length);
    // no matter changes a case
    assert_eq!(told.case, before);
    [walk.tried, walk.taken, walk.ends]
}

const REVIEWED: Cast = Cast { deals: "region", respondent: "department", outward: true, known: true, contested: true };

#[test]
fn a_lawsuit_on_what_carries_seal_no_2() {
    let told = Told::at("A1-33", StageKind::Closed);
    let counted = every_sequence(&told, DisputeKind::Litigation, DisputedAct::Decision, REVIEWED, 8);
    assert_eq!(counted, [12_824, 228, 75]);
}

#[test]
fn a_petition_on_it_has_nobody_appear() {
    let told = Told::at("A1-33", StageKind::Closed);
    let cast = Cast { outward: false, ..REVIEWED };
    let counted = every_sequence(&told, DisputeKind::Petition, DisputedAct::Decision, cast, 8);
    assert_eq!(counted, [4_312, 76, 25]);
}

#[test]
fn a_reconsideration_of_what_the_region_decided_in_its_own_name() {
    let told = Told::at("A1-1", StageKind::Closed);
    let cast = Cast { respondent: "region", ..REVIEWED };
    let counted = every_sequence(&told, DisputeKind::Reconsideration, DisputedAct::Decision, cast, 7);
    assert_eq!(counted, [1_064, 18, 7]);
}

#[test]
fn an_intake_for_the_department_is_the_regions_and_the_department_appears() {
    let told = Told::at("A1-61", StageKind::Closed);
    let cast = Cast { contested: false, ..REVIEWED };
    let counted = every_sequence(&told, DisputeKind::Reconsideration, DisputedAct::Intake, cast, 7);
    assert_eq!(counted, [7_336, 156, 48]);
    // of its own decision it deals itself
    let cast = Cast { deals: "department", ..REVIEWED };
    let counted = every_sequence(&told, DisputeKind::Litigation, DisputedAct::Decision, cast, 7);
    assert_eq!(counted, [1_064, 18, 7]);
}

#[test]
fn where_the_law_of_the_day_is_not_known_nobody_can_be_told_to_appear_and_the_rest_goes_on() {
    let item = OFFICE.catalogue().latest().annex_1(33).unwrap();
    let venue = crate::support::counter(&OFFICE, item, HOME);
    let first = crate::support::day(2023, 3, 6);
    let case = crate::walk::Walk::new(&OFFICE, first, None).until(StageKind::Closed, item, HOME, &venue).unwrap();
    let told = Told { office: &OFFICE, case };
    let cast = Cast { known: false, ..REVIEWED };
    let counted = every_sequence(&told, DisputeKind::Reconsideration, DisputedAct::Decision, cast, 6);
    assert_eq!(counted, [3_584, 76, 25]);
}
