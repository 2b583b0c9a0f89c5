//! 登记: what is on record, asked by the machine and kept by a city or county office through a service.
//!
//! An [`Office`] is a list of [`Revision`]s: what was recorded, day by day. Nothing recorded is edited (`S39`): a row takes the place of an earlier
//! one that speaks of the same thing, from its first day on, and an [`Ending`] gives its last day to what runs. Every question is asked as of a
//! day, of [`Registers`] as some revision left them: [`Office::now`], [`Office::on`] a day, [`Office::as_of`] a revision. A journal keeps the
//! revision that each of its entries asked, so that what is found out later makes a finding and leaves every stored case movable.
//!
//! | what | rows | asked by |
//! | --- | --- | --- |
//! | the list (`C3`) | [`OwnItem`](crate::catalogue::OwnItem), [`Amendment`](crate::catalogue::Amendment), [`Checked`](crate::catalogue::Checked) | [`Office::catalogue`], [`Registers::edition_on`], [`Registers::checked_until`] |
//! | bodies | `units`, `agencies`, `partners` | [`Registers::body`] |
//! | who handles what (`C2`) | [`Plan`] | [`Registers::undertaking`] |
//! | three-tier items (`A2`) | [`Choice`] | [`Registers::chosen`], [`Registers::undertaking`] |
//! | windows (`C1`, `C13` to `C15`) | [`Posting`], [`Permission`] | [`Registers::posted`], [`Registers::offer`] |
//! | standards (`C7`) | [`Standard`] | [`Registers::standard`], [`Standard::against`] |
//! | Seal No. 2 (`C6`) | [`Agreement`], [`SealEvent`] | [`Registers::seal_record`], [`Registers::seal_state`], [`Registers::agreement_state`] |
//! | experts, advisers (`C8`, `C10`) | [`Expert`], [`Adviser`] | [`Registers::expert`], [`Registers::experts`], [`Registers::adviser`] |
//! | what else readiness asks (`C2`, `C4`, `C5`) | [`Stationing`], [`OnPlatform`], [`Electronic`] | [`Registers::readiness`] |
//! | ceilings (`C7`) | [`Ceiling`] | [`Registers::ceilings`], [`oversight::ceilings`](crate::oversight::ceilings) |
//! | duties of the document (`C1` to `P4.3`) | [`Evidence`] | [`Registers::fulfilment`], [`Registers::behind`], [`Registers::tallies`] |
//!
//! # An office of one region
//!
//! The lists are named as in [`Revision`]; one that is left out is empty, and the schema of feature `schema` says what a row always names. Regions and departments are written in snake case, places by
//! code, items by key, bodies by the ids that the service gave them, days as `YYYY-MM-DD`.
//!
//! ```
//! use tongquan::{Office, Place, Question, Region, Scope, Seal, route::Gap};
//! let office: Office = serde_json::from_str(r#"[{
//!   "recorded": "2021-06-30",
//!   "units": [{"id": "ws-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "（虚构）承办单位"},
//!             {"id": "ws-traffic", "region": "wenshang", "kind": "sector", "name": "（虚构）监管单位"}],
//!   "plans": [{"region": "wenshang", "from": "2021-06-30", "undertakes": [
//!     {"items": {"only": ["A1-36"]}, "handler": "ws-bureau",
//!      "supervision": {"county_supervisor": {"body": "ws-traffic"}, "city_enforcement": {"department": "transport"}}}]}],
//!   "stationings": [{"region": "wenshang", "items": "all", "from": "2021-06-30"}],
//!   "postings": [{"department": "public_security", "region": "wenshang", "from": "2021-06-30"}],
//!   "advisers": [{"department": "transport", "items": "all", "persons": ["adviser-1"], "from": "2021-06-30"}],
//!   "on_platform": [{"items": "all", "regions": ["wenshang"], "from": "2021-07-31"}],
//!   "standards": [{"item": "A1-36", "edition": 1, "from": "2021-06-15",
//!     "materials": [{"code": "form", "name": "申请表", "required": true}],
//!     "conditions": [{"code": "eligible", "name": "申请人符合条件"}],
//!     "steps": [{"code": "desk", "name": "材料审查", "required": true},
//!               {"code": "site", "name": "现场核查", "required": false, "after": ["desk"]}],
//!     "outcome": "确认", "remedies": ["reconsideration", "litigation"],
//!     "limits": {"promised": {"amount": 5, "unit": "working_day"}}}],
//!   "agreements": [{"number": "XY-1", "department": "transport", "region": "wenshang", "users": ["keeper-1"], "items": "all",
//!     "circumstances": [{"code": "decision", "name": "对申请作出决定的文书"}],
//!     "custody": "专人专柜", "liability": "由用章单位承担", "from": "2021-06-25"}],
//!   "seals": [{"seal": {"department": "transport", "number": 7}, "on": "2021-06-25", "event": {"cut": {}}},
//!             {"seal": {"department": "transport", "number": 7}, "on": "2021-06-30", "event": {"handed_over": {"agreement": "XY-1"}}}],
//!   "permissions": [{"number": "SJ-1", "venue": {"centre": "city"},
//!     "gives": {"operator": {"department": "approval_service"}, "handling": "pass_on"},
//!     "items": "all", "regions": ["wenshang"], "from": "2021-08-02", "ground": "（虚构）代为收件"}]
//! }]"#)?;
//! let item = office.catalogue().latest().look_up("A1-36")?;
//! let (place, venue) = (Place::Region(Region::Wenshang), "济宁市为民服务中心".parse()?);
//! let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(&venue), day: "2024-03-04".parse()? };
//! let route = office.route(&asked)?;
//! assert_eq!(route.decision().is.zh(), "（虚构）承办单位");
//! assert_eq!(route.seal().is, Seal::No2); // affixed by keeper-1: the stamp's `person` is one of the agreement's `users`
//! // all that is still missing: at the county tier nobody is named who enforces
//! let readiness = office.readiness(item, Region::Wenshang, "2024-03-04".parse()?);
//! assert_eq!(readiness.gaps(), [Gap::EmptySeat(tongquan::route::Tier::CountyEnforcement)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Reading a file
//!
//! What is not of the form (a misspelt region or field, a bad day, an identity number in a text) is told by the reader of the format, the first one
//! alone. What is of the form and wrong is told whole, in both languages: read the revisions, and make an office of them.
//!
//! ```
//! use tongquan::{Office, register::Revision};
//! let file = r#"[{"recorded": "2021-06-30", "plans": [
//!   {"region": "wenshang", "from": "2021-06-30", "undertakes": [{"items": {"only": ["A1-99"]}, "handler": "nobody"}]}]}]"#;
//! let revisions: Vec<Revision> = serde_json::from_str(file)?;
//! let faults = Office::new(revisions).unwrap_err();
//! assert_eq!(faults.all().len(), 2);
//! assert!(faults.zh().contains("单位须已登记") && faults.to_string().contains("the body is on record"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a later revision adds
//!
//! One line for each kind of row that the office above does not show.
//!
//! ```
//! # use tongquan::register::Revision;
//! let revision: Revision = serde_json::from_str(r#"{"recorded": "2024-03-05",
//!   "calendars": [{"year": 2027, "source": "（虚构）通知", "exceptions": [{"date": "2027-01-01", "kind": "holiday", "name": "元旦"}]}],
//!   "own_items": [{"key": "WS-9", "name": "（虚构）事项", "kind": "licence", "origin": {"city": {"department": "health", "modality": "direct"}}}],
//!   "amendments": [{"number": "（虚构）1号", "from": "2024-07-01", "ground": {"practice": ["risky"]},
//!     "heard": [{"region": "wenshang", "on": "2024-02-20", "said": "（虚构）同意"}],
//!     "adds": [{"key": "SZ-16", "name": "（虚构）又一事项", "kind": "public_service", "origin": "three_tier"}], "removes": ["A1-43"],
//!     "changes": [{"item": "A1-33", "modality": "direct", "exceptions": [{"region": "qufu", "modality": "window"}],
//!       "not_devolved_to": ["yanzhou"], "department": "commerce", "name": "（虚构）新名"}]}],
//!   "checked": [{"until": "2024-03-01", "against": "（虚构）市政府网站公布的清单"}],
//!   "choices": [{"region": "wenshang", "items": "all", "from": "2024-03-05", "way": {"review": {"seal": {"county": "ws-traffic"}}},
//!       "townships": [{"township": "370830102", "body": "nanwang"}]},
//!     {"region": "wenshang", "items": {"only": ["A2-7"]}, "from": "2024-03-05", "way": {"intake": {"county": "ws-bureau"}},
//!       "townships": [{"township": "370830102", "body": "nanwang"}], "supervision": {"county_supervisor": {"body": "ws-traffic"}}}],
//!   "agencies": [{"id": "city-law", "name": "（虚构）市级执法机构"}], "partners": [{"id": "bank", "name": "（虚构）银行"}],
//!   "advisers": [{"department": "transport", "items": {"only": ["A1-36"]}, "persons": ["adviser-2"], "from": "2024-03-05", "reason": "（虚构）岗位调整"}],
//!   "experts": [{"number": "ZJ-1", "department": "transport", "reference": "org-1", "organisation": "（虚构）评估机构",
//!     "qualifications": ["（虚构）资质"], "works": ["assessment"], "from": "2024-03-05", "until": "2026-12-31"}],
//!   "electronics": [{"what": "licence", "region": "wenshang", "items": {"of_kind": "confirmation"}, "from": "2024-03-05"}],
//!   "standards": [{"item": "A1-36", "edition": 1, "from": "2024-03-05", "own": {"region": "wenshang", "handbook": 1},
//!     "materials": [], "conditions": [], "steps": [{"code": "joint", "name": "联合核查", "required": true, "merges": ["desk", "site"]}],
//!     "outcome": "确认", "remedies": [], "procedures": [{"code": "panel", "name": "专家评审", "kind": "expert_review", "applicant_pays": true}],
//!     "grown": [{"element": "material", "code": "photo", "by": "（虚构）上级文件"}]}],
//!   "seals": [{"seal": {"department": "transport", "number": 8}, "on": "2024-03-05", "event": {"cut": {"twin_of": 7}}},
//!     {"seal": {"department": "transport", "number": 7}, "on": "2024-03-05", "event": {"renewed": {"agreement": "XY-2"}}},
//!     {"seal": {"department": "transport", "number": 7}, "on": "2024-03-05", "event": {"withdrawn": {"reason": "（虚构）"}}},
//!     {"seal": {"department": "transport", "number": 8}, "on": "2024-03-01", "event": {"lost": {"reason": "（虚构）"}}}],
//!   "permissions": [{"number": "SJ-2", "venue": "online", "gives": {"operator": {"body": "bank"}, "handling": "pass_on"}, "items": "all",
//!     "regions": ["wenshang"], "from": "2024-03-05", "until": "2024-12-31", "ground": "（虚构）"}],
//!   "ceilings": [{"number": "ZB-1", "department": "transport", "counts": "seal_no2", "items": "all", "regions": ["wenshang"], "shared": "each",
//!     "from": "2024-03-05", "until": "2024-12-31", "at_most": 20, "effect": "finding"}],
//!   "endings": [{"ends": {"agreement": "XY-1"}, "last": "2024-03-31", "reason": "（虚构）"},
//!     {"ends": {"permission": "SJ-1"}, "last": "2024-03-31", "reason": "（虚构）"},
//!     {"ends": {"expert": "ZJ-1"}, "last": "2025-12-31", "reason": "（虚构）"},
//!     {"ends": {"posting": {"department": "public_security", "region": "wenshang"}}, "last": "2024-03-31", "reason": "（虚构）"}],
//!   "evidence": [{"obligation": "plan_training", "by": {"department": "transport"}, "on": "2023-12-20", "what": "（虚构）印发方案", "cycle": "2024-01-01"}]
//! }"#)?;
//! assert_eq!((revision.seals.len(), revision.endings.len()), (4, 4));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! The `way` of a choice is one of five: `"direct"`, `{"window": {"county": "ws-bureau"}}`, `{"intake": {"county": "ws-bureau"}}`, and of review
//! `{"review": {"seal": "township"}}` under the township's own seal or `{"review": {"seal": {"county": "ws-traffic"}}}` under a county body's
//! ([`ChosenWay`](crate::route::ChosenWay)).
//!
//! # What was known then
//!
//! ```
//! # use tongquan::{Department, Office, Rule, register::{Revision, SealId, SealState}};
//! let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
//! let revision: Revision = serde_json::from_str(r#"{
//!   "recorded": "2024-03-05",
//!   "seals": [{"seal": {"department": "transport", "number": 7}, "on": "2024-03-05", "event": {"suspended": {"reason": "（虚构）核查"}}}]
//! }"#)?;
//! let seal = SealId { department: Department::Transport, number: 7 };
//! let later = office.record(&revision)?;
//! assert_eq!(later.now().seal_state(seal, "2024-03-05".parse()?), Some(SealState::Suspended));
//! // what was known the day before is still what it was
//! assert_eq!(later.on("2024-03-04".parse()?).seal_state(seal, "2024-03-05".parse()?), Some(SealState::InService));
//! // and nothing is dated back
//! let backdated = Revision { recorded: "2024-03-08".parse()?, ..revision };
//! assert!(office.record(&backdated).unwrap_err().names(Rule::RowNotBackdated));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agreement;
mod ceiling;
mod check;
mod choice;
mod coverage;
mod ending;
mod expert;
mod index;
mod line;
mod obligation;
mod office;
mod permission;
mod plan;
mod preparation;
mod readiness;
mod registers;
mod reverse;
mod revision;
mod seal;
mod seal_life;
mod seals;
mod standard;

use crate::text::bilingual;

pub use agreement::{Agreement, AgreementState, Circumstance};
pub use ceiling::{Ceiling, CeilingEffect, Indicator, Shared};
pub use choice::{Choice, TownshipDesk};
pub use coverage::Items;
pub use ending::{Ending, Ends};
pub use expert::{Expert, ExpertWork};
pub use obligation::{
    Binds, Cycle, Due, Evidence, Fulfilment, Lacking, Obligation, ObligationState, Proof, Responsible, Rhythm, Tally,
};
pub use office::Office;
pub use permission::Permission;
pub use plan::{Plan, Undertaken, Uses};
pub use preparation::{Adviser, Electronic, ElectronicMeans, OnPlatform, Posting, Stationing};
pub use readiness::{Missing, Readiness};
pub use registers::Registers;
pub use reverse::{Changed, Power, SealScope};
pub use revision::Revision;
pub use seal::{SealEvent, SealId, SealRecord, SealState, SealStep, SealStepKind};
pub use seal_life::SEAL_LIFE;
pub(crate) use standard::yuan;
pub use standard::{
    Aspect, Base, Baseline, Change, Comparison, Condition, ConditionKind, Direction, Element, Example, ExampleKind,
    Fee, Grown, Limit, Limits, Material, Outline, OutlineStep, Own, Procedure, ProcedureKind, Remedy, ReviewStep,
    Standard, TimeUnit, check_line,
};

bilingual!(Cycle, Fulfilment<'_>, Tally, Missing, Change, Comparison, Base);
bilingual!(label: Binds, Responsible);
