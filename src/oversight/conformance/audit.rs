use chrono::NaiveDate;

use crate::{
    case::{AnyCase, Entry, FILE, Journal, Opening, Record, StepKind, Walked},
    law::{Fact, Objection, Refusal, Rule},
    register::{Office, SealState},
    text::Mark,
};

/// 核查: a journal, and every entry of it that could not lawfully have been, each with every rule that it breaks. Broken journals are gone through to
/// their end (`S63`):
///
/// * each entry is judged by the rules of its step, at the stage where the journal stands, and the journal then goes on as the entry claims;
/// * an entry that has no place at that stage is told so. Where it has one ahead, a step is missing before it, once, and the journal goes on from
///   there; but where the next entry has its place here and not there, it came too early, and is left out. Where it has none ahead, it is one too
///   many, and is left out;
/// * held against an office, what an entry says the registers said is compared with them, as they stood: where that is a lie, the rules that the truth
///   breaks are told beside it, of that entry. A Seal No. 2 that was lost, as is known since, was not in service;
/// * an opening that makes no route leaves nothing to judge the rest by: [`unjudged`](Self::unjudged).
///
/// ```
/// use tongquan::{Journal, Office, Rule, oversight::Audit};
/// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// assert!(Audit::of(journal.clone()).breaches().is_empty());
/// // without its acceptance, the first step of review is out of place, and that is all
/// let mut broken = journal;
/// broken.entries.retain(|it| it.kind() != tongquan::case::StepKind::Accept);
/// let audit = Audit::of(broken);
/// let [breach] = audit.breaches() else { return Err("one breach".into()) };
/// assert!(breach.why.names(Rule::StepHasPlace) && !audit.is_proven());
/// println!("{}", breach.zh());
/// // an office that knows nothing bears none of it out
/// let held = Audit::against(audit.into_journal(), Office::built_in());
/// assert!(held.breaches()[0].why.names(Rule::RecordAgrees));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    kept: Kept,
    held: bool,
    breaches: Vec<Breach>,
}

/// What a journal came to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    /// It proves a case.
    Proven(Record),
    /// It proves none; the record is what it claims, where it makes a route.
    Broken(Box<Journal>, Option<Record>),
}

/// 违规环节: an entry that could not lawfully have been.
///
/// See the example of [`Audit`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Which entry; 0 is the opening.
    pub entry: usize,
    /// Which step; none for the filing.
    pub step: Option<StepKind>,
    /// Every rule that it breaks, with clause, facts and what would have mended it.
    pub why: Refusal,
}

impl Breach {
    fn what(&self) -> Fact {
        self.step.map_or(FILE, Fact::from)
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("第{}条（{}）：\n{}", self.entry, self.what().zh(), self.why.zh())
    }
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "entry {} ({}): {}", self.entry, self.what(), self.why)
    }
}

impl Audit {
    /// By what the journal itself says.
    pub fn of(journal: Journal) -> Self {
        Self::by(journal, None)
    }

    /// By that, and by what the registers of an office said when each step was taken.
    pub fn against(journal: Journal, office: &Office) -> Self {
        Self::by(journal, Some(office))
    }

    /// As [`against`](Self::against), where there is an office.
    pub fn by(journal: Journal, office: Option<&Office>) -> Self {
        let held = office.is_some();
        let mut audit = match AnyCase::replay(journal).map(AnyCase::into_record) {
            Ok(record) if office.is_none_or(|it| record.hold_against(it).is_ok()) => {
                Self { kept: Kept::Proven(record), held, breaches: Vec::new() }
            }
            Ok(record) => {
                let breaches = breaches(&record.to_journal(), office).1;
                Self { kept: Kept::Proven(record), held, breaches }
            }
            Err(unproven) => {
                let (record, breaches) = breaches(&unproven.journal, office);
                Self { kept: Kept::Broken(Box::new(unproven.journal), record), held, breaches }
            }
        };
        if let Some(office) = office {
            audit.find_lost_seals(office);
        }
        audit
    }

    /// Adds the uses of seals that were lost, as is known since.
    fn find_lost_seals(&mut self, office: &Office) {
        let mut lost = Vec::new();
        for (at, entry) in (1..).zip(self.entries()) {
            let Entry::AffixSealNo2(taken) = entry else { continue };
            if office.found_lost(taken.step.seal, taken.stamp.at.day()) {
                lost.push(at);
            }
        }
        for entry in lost {
            let objection = Objection {
                rule: Rule::SealNo2InService,
                expected: SealState::InService.into(),
                got: Fact::from(SealState::Lost),
            };
            let place = self.breaches.partition_point(|it| it.entry < entry);
            match self.breaches.get_mut(place).filter(|it| it.entry == entry) {
                Some(breach) if breach.why.names(Rule::SealNo2InService) => {}
                Some(breach) => breach.why.add(objection),
                None => {
                    let why = Refusal::of(objection);
                    self.breaches.insert(place, Breach { entry, step: Some(StepKind::AffixSealNo2), why });
                }
            }
        }
    }

    /// Every entry that could not lawfully have been, in order.
    pub fn breaches(&self) -> &[Breach] {
        &self.breaches
    }

    /// Whether the journal proves a case, by what it says; an office may know better.
    pub const fn is_proven(&self) -> bool {
        matches!(self.kept, Kept::Proven(_))
    }

    /// Whether it was held against an office.
    pub const fn is_held(&self) -> bool {
        self.held
    }

    /// 案卷: what the journal proves, to be looked at as any record: which reports are open, for one; none where it proves no case.
    pub const fn proven(&self) -> Option<&Record> {
        match &self.kept {
            Kept::Proven(record) => Some(record),
            Kept::Broken(..) => None,
        }
    }

    /// 无从核查: how many entries could not be judged, for the opening makes no route.
    pub fn unjudged(&self) -> usize {
        match &self.kept {
            Kept::Broken(journal, None) => journal.entries.len(),
            Kept::Proven(_) | Kept::Broken(_, Some(_)) => 0,
        }
    }

    /// The first entry of the journal, as it claims.
    pub fn opening(&self) -> &Opening {
        match &self.kept {
            Kept::Proven(record) => record.opening(),
            Kept::Broken(journal, _) => &journal.opening,
        }
    }

    /// The entries after it.
    pub fn entries(&self) -> &[Entry] {
        match &self.kept {
            Kept::Proven(record) => record.entries(),
            Kept::Broken(journal, _) => &journal.entries,
        }
    }

    /// The case's number, as the journal gives it.
    pub fn case(&self) -> &Mark {
        self.opening().case()
    }

    /// 收件日: the filing day that the journal claims.
    pub fn filed(&self) -> NaiveDate {
        self.opening().day()
    }

    /// The journal, as it was given.
    pub fn into_journal(self) -> Journal {
        match self.kept {
            Kept::Proven(record) => record.into_journal(),
            Kept::Broken(journal, _) => *journal,
        }
    }

    /// What the journal proves, or else claims, where it makes a route.
    pub(in crate::oversight) const fn record(&self) -> Option<&Record> {
        match &self.kept {
            Kept::Proven(record) => Some(record),
            Kept::Broken(_, record) => record.as_ref(),
        }
    }
}

fn breaches(journal: &Journal, office: Option<&Office>) -> (Option<Record>, Vec<Breach>) {
    let Walked { record, faults } = Walked::through(journal, office);
    let step = |entry: usize| entry.checked_sub(1).and_then(|it| journal.entries.get(it)).map(Entry::kind);
    (record, faults.into_iter().map(|(entry, why)| Breach { entry, step: step(entry), why }).collect())
}
