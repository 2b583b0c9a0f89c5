//! A desk at which a story is told: it takes papers in, takes a step and tells it, or is refused and tells every reason. What a story expects is
//! checked, so that one that came otherwise fails.

#[path = "read.rs"]
mod read;
#[path = "../handle_case/words.rs"]
mod words;

use std::{error::Error, process::ExitCode};

pub(crate) use read::read;
use tongquan::{
    Actor, AnyCase, AnyStep, Body, Moment, Office, Place, Refusal, Route, Rule, Scope, Source, Stamp, Venue,
    case::{
        Role, StageKind,
        steps::{DecideFavourably, File, TakeReviewStep},
    },
    register::Revision,
    route::{AskError, Heading, NoRoute},
};
pub(crate) use words::Words;

pub(crate) type Fallible<T> = Result<T, Box<dyn Error>>;

/// All that the fictional handbooks require.
pub(crate) const ALL_PAPERS: &[&str] = &["form", "subject", "proof"];

/// The registers, and the language that is spoken.
pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) words: Words,
    /// Whether a step is told with its role, and with what that rests on.
    pub(crate) cites: bool,
}

impl Desk {
    /// On `examples/office.json`, in the language that the command line asks for.
    fn open(program: &str) -> Fallible<Self> {
        Ok(Self { words: Words::asked(program)?, office: read("office.json")?, cites: true })
    }

    /// What the story is about, before it begins.
    pub(crate) fn begin(&self, zh: &str, en: &str) {
        self.words.say(zh, en);
        self.words.say(
            "标有（虚构）的单位和全部人员、编号均为虚构。〔 〕内为依据：C、A、P为济政字〔2021〕30号的条款、附件和原则，\
             S为文件未定、本库自定之处，其余为法条。",
            "All people, numbers and bodies so marked (虚构) are fictional. In brackets is what each thing rests on: C, A and P are \
             clauses, annexes and principles of the document, S a point that it leaves open and the crate settles; \
             the rest are articles of law.",
        );
    }

    /// Rows are added to the registers, and never edited.
    pub(crate) fn record(&mut self, revision: &Revision) -> Fallible<()> {
        self.office = self.office.record(revision)?;
        Ok(())
    }

    /// Who does what, as the registers have it on a day.
    pub(crate) fn route(&self, papers: &File, day: &str, headings: &[Heading]) -> Fallible<Route<'_>> {
        let day = day.parse()?;
        let route = self.office.route(&papers.asked(day))?;
        println!("{day} {}", self.words.of(&format!("在{}：", papers.venue), &format!("at {}:", papers.venue)));
        for line in route.sheet(day).iter().filter(|it| headings.contains(&it.heading)) {
            let (heading, told) = (self.words.fact(line.heading), self.words.of(&line.zh, &line.en));
            println!("    {heading}{}{told} 〔{}〕", self.words.of("：", ": "), ids(&line.basis));
        }
        Ok(route)
    }

    /// Nobody does, and why.
    pub(crate) fn no_route(&self, expected: NoRoute, papers: &File, day: &str) -> Fallible<()> {
        let day = day.parse()?;
        match self.office.route(&papers.asked(day)) {
            Err(AskError::NoRoute(why)) if why == expected => {
                let told = self.words.told(&why);
                println!("{day} {}{told} 〔{}〕", self.words.of("没有路径：", "no route: "), ids(why.basis()));
                Ok(())
            }
            Err(why) => Err(why.into()),
            Ok(_) => Err("there is a route".into()),
        }
    }

    /// Whoever the route names takes them in.
    pub(crate) fn file(&self, papers: File, at: &str) -> Fallible<AnyCase> {
        let at: Moment = at.parse()?;
        let intake = self.office.route(&papers.asked(at.day()))?.intake();
        let by = official(intake.is.to_body().ok_or("nobody takes it in")?)?;
        let cited = self.cited(Role::Intake, intake.basis);
        println!("{at} {} — {}{cited}", self.words.of("收件", "file"), self.who(&by));
        Ok(AnyCase::file(papers, Stamp { at, by }, &self.office).map_err(|it| it.why)?)
    }

    /// They are not taken in, by a rule among others.
    pub(crate) fn not_filed(&self, rule: Rule, papers: &File, at: &str, by: Actor) -> Fallible<()> {
        let at: Moment = at.parse()?;
        println!("{at} {} — {}", self.words.of("收件：不予办理", "file: refused"), self.who(&by));
        match AnyCase::file(papers.clone(), Stamp { at, by }, &self.office) {
            Ok(_) => Err("it was not refused".into()),
            Err(refused) => self.by_rule(rule, &refused.why),
        }
    }

    /// An official of whoever holds a role in a case.
    pub(crate) fn holder(&self, case: &AnyCase, role: Role) -> Fallible<Actor> {
        official(case.record().holder(role).ok_or("nobody holds the role")?)
    }

    /// An official of a body on record.
    pub(crate) fn clerk_of(&self, id: &str) -> Fallible<Actor> {
        official(self.office.now().body(&id.parse()?).ok_or("no such body")?.clone())
    }

    pub(crate) fn take(&self, case: AnyCase, step: impl Into<AnyStep>, at: &str, by: Actor) -> Fallible<AnyCase> {
        let (step, stamp) = (step.into(), Stamp { at: at.parse()?, by });
        let cited = case.stage().arc(step.kind()).map(|it| self.cited(it.role, case.record().basis(it.role)));
        println!("{at} {} — {}{}", self.what(&case, &step), self.who(&stamp.by), cited.unwrap_or_default());
        Ok(case.apply(step, stamp, &self.office).map_err(|it| it.why)?)
    }

    /// The step is refused, by a rule among others, and the case comes back as it was.
    pub(crate) fn refused(
        &self,
        rule: Rule,
        case: AnyCase,
        step: impl Into<AnyStep>,
        at: &str,
        by: Actor,
    ) -> Fallible<AnyCase> {
        let (before, step, stamp) = (case.clone(), step.into(), Stamp { at: at.parse()?, by });
        let who = if self.cites { format!(" — {}", self.who(&stamp.by)) } else { String::new() };
        println!("{at} {}{}{who}", self.what(&case, &step), self.words.of("：不予办理", ": refused"));
        match case.apply(step, stamp, &self.office) {
            Ok(_) => Err("it was not refused".into()),
            Err(refused) if refused.case != before => Err("a refused step changed the case".into()),
            Err(refused) => self.by_rule(rule, &refused.why).map(|()| refused.case),
        }
    }

    fn by_rule(&self, rule: Rule, why: &Refusal) -> Fallible<()> {
        self.words.refusal(why);
        if why.names(rule) { Ok(()) } else { Err("it was refused for other reasons".into()) }
    }

    /// The reports and pushes of a case: to whom, and how far they are.
    pub(crate) fn owes(&self, case: &AnyCase) -> Fallible<()> {
        for it in case.record().duties() {
            let to = it.to.as_ref().map_or_else(String::new, |it| self.words.of(it.label(), &it.to_string()));
            let (message, state) = (self.words.fact(it.message), self.words.fact(it.state.clone()));
            println!("    {message} → {to}{}{state}", self.words.of("：", ": "));
        }
        if case.record().duties().is_empty() { Err("nothing is owed".into()) } else { Ok(()) }
    }

    /// A case of which nothing is reported or pushed, and why.
    pub(crate) fn owes_nothing(&self, case: &AnyCase, zh: &str, en: &str) -> Fallible<()> {
        self.words.say(zh, en);
        if case.record().duties().is_empty() { Ok(()) } else { Err("something is owed".into()) }
    }

    /// How a story ends.
    pub(crate) fn ends(&self, case: &AnyCase, stage: StageKind) -> Fallible<()> {
        println!("{}{}", self.words.of("办件所处阶段：", "the case is now: "), self.words.fact(case.stage()));
        if case.stage() == stage { Ok(()) } else { Err("it ended otherwise".into()) }
    }

    /// A step by its name, one of review by the handbook's.
    fn what(&self, case: &AnyCase, step: &AnyStep) -> String {
        let (record, kind) = (case.record(), self.words.fact(step.kind()));
        let AnyStep::TakeReviewStep(review) = step else { return kind };
        let handbook = self.office.now().standard(&record.file().item, record.region(), record.filed());
        let named = handbook.into_iter().flat_map(|it| &it.steps).find(|it| it.code == review.step);
        let name = named.map_or_else(|| review.step.to_string(), |it| it.name.to_string());
        if self.cites { format!("{kind} {name}") } else { kind }
    }

    fn cited(&self, role: Role, basis: &[Source]) -> String {
        if self.cites { format!(" 〔{} {}〕", self.words.fact(role), ids(basis)) } else { String::new() }
    }

    fn who(&self, actor: &Actor) -> String {
        let applicant = || self.words.of("申请人", "the applicant");
        actor.body().map_or_else(applicant, |it| self.words.of(it.label(), &it.to_string()))
    }
}

/// Tells a story, or why it came otherwise.
pub(crate) fn tell(program: &str, story: impl FnOnce(Desk) -> Fallible<()>) -> ExitCode {
    match Desk::open(program).and_then(story) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// An application for an item, with the papers that are handed in at a venue.
pub(crate) fn papers(
    item: &str,
    place: impl Into<Place>,
    venue: impl Into<Venue>,
    materials: &[&str],
) -> Fallible<File> {
    Ok(File {
        case: format!("{item}-1").parse()?,
        item: item.parse()?,
        place: place.into(),
        scope: Scope::WITHIN,
        venue: venue.into(),
        applicant: "applicant-1".parse()?,
        materials: materials.iter().map(|it| it.parse()).collect::<Result<_, _>>()?,
        follows: None,
    })
}

/// Somebody who acts for a body.
pub(crate) fn official(body: impl Into<Body>) -> Fallible<Actor> {
    Ok(Actor::official(body, "clerk-1".parse()?))
}

/// A step of review, by its code in the handbook.
pub(crate) fn review(step: &str) -> Fallible<TakeReviewStep> {
    Ok(TakeReviewStep { step: step.parse()?, finding: None, officers: vec![] })
}

/// A favourable decision, which attests every condition of the case's standard.
pub(crate) fn favourably(case: &AnyCase) -> DecideFavourably {
    let standard = case.record().standard().into_iter();
    DecideFavourably { attested: standard.flat_map(|it| it.every_condition()).cloned().collect() }
}

pub(crate) fn ids(basis: &[Source]) -> String {
    basis.iter().map(|it| it.id()).collect::<Vec<_>>().join(" ")
}
