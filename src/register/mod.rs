//! 登记: what is on record, asked by the machine and kept by a city or county office through a service.
//!
//! Rows are dated: a later row is added and the earlier one stays, save that a running one may be given its last day. A question is always asked as of a day. [`Office`] bundles the registers and answers them.
//!
//! # An office of one region
//!
//! Names of lists are those of [`Rows`]; a list that is left out is empty. Regions and departments are written in snake case, places by code,
//! items by key, days as `YYYY-MM-DD`.
//!
//! ```
//! use tongquan::{Office, Place, Question, Region, Scope, Seal};
//! let office: Office = serde_json::from_str(r#"{
//!   "plans": [{"region": "wenshang", "from": "2021-06-30", "undertakes": [
//!     {"items": {"only": ["A1-36"]},
//!      "handler": {"region": "wenshang", "kind": "approval_bureau", "name": "（虚构）承办单位"},
//!      "supervision": {"county_supervisor": {"unit": {"region": "wenshang", "kind": "sector", "name": "（虚构）监管单位"}}}}]}],
//!   "postings": [{"department": "public_security", "region": "wenshang", "from": "2021-06-30"}],
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
//!   "seals": [{"seal": {"department": "transport", "number": 7},
//!     "holdings": [{"from": "2021-06-25", "region": "wenshang", "agreement": "XY-1"}],
//!     "service": [{"from": "2021-06-30", "state": "in_service"}]}],
//!   "permissions": [{"venue": {"centre": "city"}, "gives": {"operator": {"department": "approval_service"}, "handling": "pass_on"},
//!     "items": "all", "regions": ["wenshang"], "from": "2021-08-02", "ground": "（虚构）代为收件"}]
//! }"#)?;
//! let item = office.edition().look_up("A1-36")?;
//! let (place, venue) = (Place::Region(Region::Wenshang), "济宁市为民服务中心".parse()?);
//! let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: &venue, day: "2024-03-04".parse()? };
//! let route = office.route(&asked)?;
//! assert_eq!(route.decision().is.zh(), "（虚构）承办单位");
//! assert_eq!(route.seal().is, Seal::No2); // affixed by keeper-1: the stamp's `person` is one of the agreement's `users`
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agreement;
mod check;
mod fault;
mod office;
mod plan;
mod rows;
mod seal;
mod standard;

pub use agreement::{Agreement, Circumstance};
pub use fault::{Fault, Faults};
pub use office::Office;
pub use plan::{Plan, Posting, Undertaken};
pub use rows::Rows;
pub use seal::{Holding, SealId, SealRecord, SealRow, SealState, Service};
pub use standard::{
    Aspect, Base, Baseline, Change, Comparison, Condition, ConditionKind, Element, Example, ExampleKind, Fee, Grown,
    Limit, Limits, Material, Outline, OutlineStep, Own, Remedy, ReviewStep, Standard, TimeUnit, Way, check_line,
};
