use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Access, Answer, Route, Supervisors};
use crate::{
    body::Party,
    law::{Article, NotInForce, Silence, Source},
    place::Confidence,
    term::terms,
    written::written,
};

/// 问题: what a line of a sheet answers.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, route::Heading};
/// let route = Route::of(Edition::built_in().annex_1(61)?, Region::Wenshang, Scope::WITHIN)?; // entrusted intake
/// let sheet = route.sheet("2024-03-04".parse()?);
/// let line = sheet.iter().find(|it| it.heading == Heading::AnswersForIntake).ok_or("no such line")?;
/// assert_eq!((line.heading.label(), line.zh.as_str()), ("收件环节责任", "汶上县承办部门"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Heading {
    /// 所属区域: the region that runs the place, and how surely that is known.
    Region,
    /// 同权方式: how the item stands for this matter.
    Standing,
    /// 理由: why so, and not otherwise.
    Why,
    /// 收件: who takes the papers in.
    Intake,
    /// 受理: who accepts, which starts the clock.
    Acceptance,
    /// 决定: who decides.
    Decision,
    /// 用章: which seal the outward document carries.
    Seal,
    /// 责任: who answers inside the administration for process and result (`C11`).
    Answers,
    /// 收件环节责任: who answers beside it, for its intake alone (`S2`).
    AnswersForIntake,
    /// 诉讼被告: whom a court takes for the one who acted, with the articles of law.
    Defendant,
    /// 复议被申请人: the same for reconsideration.
    Respondent,
    /// 指导监督: the city department that guides and inspects (`C7`, `C11`).
    Guidance,
    /// 县级监管部门: who supervises at county level what the approval bureau handled.
    CountySupervisor,
    /// 县级执法机构: who enforces at county level.
    CountyEnforcement,
    /// 市级监管部门: who supervises at city level.
    CitySupervisor,
    /// 市级执法机构: who enforces at city level.
    CityEnforcement,
    /// 窗口直接办理: who acts at the window, in the name told above.
    Acts,
    /// 办理地点: what the venue asked is.
    Venue,
    /// 主管地点: where the competent counter stands.
    Counter,
    /// 清单核对至: until when the list was checked, where the day asked is later (`S31`).
    Checked,
}

terms!(Heading {
    Self::Region => "所属区域", "region";
    Self::Standing => "同权方式", "standing";
    Self::Why => "理由", "why";
    Self::Intake => "收件", "takes in";
    Self::Acceptance => "受理", "accepts";
    Self::Decision => "决定", "decides";
    Self::Seal => "用章", "seal";
    Self::Answers => "责任", "answers inside";
    Self::AnswersForIntake => "收件环节责任", "answers for its intake";
    Self::Defendant => "诉讼被告", "defendant";
    Self::Respondent => "复议被申请人", "reconsideration respondent";
    Self::Guidance => "指导监督", "guides and inspects";
    Self::CountySupervisor => "县级监管部门", "county supervisor";
    Self::CountyEnforcement => "县级执法机构", "county enforcement body";
    Self::CitySupervisor => "市级监管部门", "city supervisor";
    Self::CityEnforcement => "市级执法机构", "city enforcement body";
    Self::Acts => "窗口直接办理", "acts at the window";
    Self::Venue => "办理地点", "venue";
    Self::Counter => "主管地点", "competent counter";
    Self::Checked => "清单核对至", "list checked until";
});

/// 路径单的一行: one answer in words, in both languages, with its sources. It serialises with the heading's words beside it.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, route::Heading};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// let sheet = route.sheet("2024-03-04".parse()?);
/// let line = sheet.iter().find(|it| it.heading == Heading::Seal).ok_or("no such line")?;
/// assert_eq!((line.heading.label(), line.zh.as_str(), line.en.as_str()), ("用章", "2号章", "Seal No. 2"));
/// assert_eq!(serde_json::to_value(line)?["basis"][0], serde_json::to_value(line.basis[0])?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it answers.
    pub heading: Heading,
    /// The answer in Chinese.
    pub zh: String,
    /// The answer in English.
    pub en: String,
    /// What it rests on.
    pub basis: Vec<Source>,
    /// Whether it is an answer; false where there is none, and the words say why: a law that is not known for the day, a seat that the plan does not name.
    pub answered: bool,
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let cited: Vec<String> = self.basis.iter().map(|it| it.cite()).collect();
        let mut line = to.serialize_struct("Line", 7)?;
        line.serialize_field("heading", &self.heading)?;
        line.serialize_field("label", self.heading.label())?;
        line.serialize_field("zh", &self.zh)?;
        line.serialize_field("en", &self.en)?;
        line.serialize_field("basis", &self.basis)?;
        line.serialize_field("cited", &cited)?;
        line.serialize_field("answered", &self.answered)?;
        line.end()
    }
}

written! {
    Line => "Line", of heading: Heading, source: Source => {
        "type": "object", "additionalProperties": false, "required": ["heading", "label", "zh", "en", "basis", "cited", "answered"],
        "description": "路径单的一行: one answer in words, with what it rests on",
        "properties": {
            "heading": { "allOf": [heading], "description": "问题: what the line answers" },
            "label": { "type": "string", "description": "中文问题: what it answers, as people read it" },
            "zh": { "type": "string", "description": "答案: in Chinese" },
            "en": { "type": "string", "description": "英文答案: in English" },
            "basis": { "type": "array", "items": source, "description": "依据: what it rests on" },
            "cited": { "type": "array", "items": { "type": "string" }, "description": "依据所在: where each of them stands, in Chinese" },
            "answered": { "type": "boolean", "description": "有答案: whether it is an answer; false where there is none, and the words say why" },
        },
    };
}

impl Route<'_> {
    /// 路径单: every answer in words, for a page, a letter or a JSON answer; outward law as of a day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use tongquan::{Edition, Region, route::{Heading, Route, Scope}};
    /// let item = Edition::built_in().annex_1(61)?;
    /// let route = Route::of(item, Region::Wenshang, Scope::WITHIN).unwrap();
    /// let sheet = route.sheet(NaiveDate::from_ymd_opt(2024, 3, 4).unwrap());
    /// let decides = sheet.iter().find(|line| line.heading == Heading::Decision).unwrap();
    /// assert_eq!((decides.zh.as_str(), decides.basis[0].id()), ("市人力资源社会保障局", "C1"));
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    pub fn sheet(&self, day: NaiveDate) -> Vec<Line> {
        let line = |heading, zh: &str, en: &str, basis: &[Source]| Line {
            heading,
            zh: zh.to_owned(),
            en: en.to_owned(),
            basis: basis.to_vec(),
            answered: true,
        };
        let unanswered =
            |heading, (zh, en): (&str, &str), basis| Line { answered: false, ..line(heading, zh, en, basis) };
        let party = |heading, it: Answer<Party<'_>>| line(heading, &it.is.zh(), &it.is.to_string(), it.basis);
        let (why, seal, access) = (self.why(), self.seal(), self.access().told());
        let known = self.confidence();
        let (zh, en) = match known {
            Confidence::Statutory => (String::new(), String::new()),
            Confidence::Medium | Confidence::MediumHigh | Confidence::High => {
                (format!("（管辖依据可信度：{}）", known.label()), format!(" (known with {known} confidence)"))
            }
        };
        let (zh, en) = (format!("{}{zh}", self.region()), format!("{}{en}", self.region()));
        let by_city =
            if why.is.gap.is_some() { ("（暂由市级办理）", " (for now with the city)") } else { ("", "") };
        let standing =
            (format!("{}{}", self.standing().label(), by_city.0), format!("{}{}", self.standing(), by_city.1));
        let mut sheet = vec![
            line(Heading::Region, &zh, &en, &[]),
            line(Heading::Standing, &standing.0, &standing.1, why.basis),
            line(Heading::Why, &why.is.zh(), &why.is.to_string(), why.basis),
            self.taken_in(party(Heading::Intake, self.intake())),
            party(Heading::Acceptance, self.acceptance()),
            party(Heading::Decision, self.decision()),
            line(Heading::Seal, seal.is.label(), seal.is.english(), seal.basis),
            party(Heading::Answers, self.answers()),
        ];
        sheet.extend(self.answers_for_intake().map(|it| party(Heading::AnswersForIntake, it)));
        let respondent = self.respondent();
        sheet.push(self.outward(Heading::Defendant, respondent.in_litigation(day).map(Iterator::collect)));
        sheet.push(self.outward(Heading::Respondent, respondent.in_reconsideration(day).map(Iterator::collect)));
        match self.supervisors() {
            Supervisors::None | Supervisors::Own => {}
            Supervisors::Department(it) | Supervisors::PlanNotAsked(it) => sheet.push(party(Heading::Guidance, it)),
            Supervisors::Seats(seats) => {
                for (heading, seat) in SEATS.into_iter().zip(seats.is) {
                    sheet.push(match seat {
                        Some(it) => party(heading, Answer::new(it, seats.basis)),
                        None => unanswered(heading, NOT_NAMED, seats.basis),
                    });
                }
            }
        }
        sheet.extend(self.acts().map(|it| party(Heading::Acts, it)));
        let venue = line(Heading::Venue, &access.zh(), &access.to_string(), self.access_basis());
        sheet.push(Line { answered: self.access() != Access::NotAsked, ..venue });
        match self.counter() {
            Some(it) => {
                let mut counter = line(Heading::Counter, &it.to_string(), &it.to_string(), why.basis);
                // a zone without a centre is served at the one that its plan names
                let lent = self.region().centre().is_none() && it.region().is_some_and(|at| at != self.region());
                if lent && !counter.basis.contains(&S1) {
                    counter.basis.push(S1);
                }
                sheet.push(counter);
            }
            None => sheet.push(unanswered(Heading::Counter, NO_CENTRE, &[S1])),
        }
        if let Some(until) = self.checked_until() {
            let zh = format!("{}；其后的调整未经核对", until.is);
            let en = format!("{}; what changed since was not checked", until.is);
            sheet.push(line(Heading::Checked, &zh, &en, until.basis));
        }
        sheet
    }

    /// Of a venue that is closed, the answer is that of the competent counter, and says so.
    fn taken_in(&self, line: Line) -> Line {
        match self.access() {
            Access::Closed(_) => Line {
                zh: format!("{}（只在主管地点收件，所问地点不收）", line.zh),
                en: format!("{} (at the competent counter; the venue asked is closed)", line.en),
                ..line
            },
            Access::NotAsked | Access::Competent | Access::Outpost | Access::PassOn | Access::Direct(_) => line,
        }
    }

    fn outward(&self, heading: Heading, law: Result<Vec<Article>, NotInForce>) -> Line {
        let respondent = self.respondent();
        match law {
            Ok(law) => {
                let (zh, en) = if respondent.is_contested() { ("（有争议）", " (contested)") } else { ("", "") };
                let (zh, en) = (format!("{}{zh}", respondent.who().zh()), format!("{}{en}", respondent.who()));
                Line { heading, zh, en, basis: law.into_iter().map(Source::Article).collect(), answered: true }
            }
            Err(unknown) => {
                Line { heading, zh: unknown.zh(), en: unknown.to_string(), basis: Vec::new(), answered: false }
            }
        }
    }
}

const S1: Source = Source::Silence(Silence::S1);
const SEATS: [Heading; 4] =
    [Heading::CountySupervisor, Heading::CountyEnforcement, Heading::CitySupervisor, Heading::CityEnforcement];

const NOT_NAMED: (&str, &str) = ("承接方案未明确", "not named in the plan");
const NO_CENTRE: (&str, &str) =
    ("本区域无为民服务中心，承接方案未指明", "the region has no centre, and no plan names one");
