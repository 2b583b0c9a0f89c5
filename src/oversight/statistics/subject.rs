use chrono::NaiveDate;

use super::Month;
use crate::{
    body::Department,
    case::{Docket, Record, StageKind},
    catalogue::{Key, Kind, Standing},
    place::Region,
};

/// 统计对象: a case as it stood at the end of the day that statistics are of: what it is grouped by.
///
/// ```
/// use tongquan::{AnyCase, Calendar, oversight::{Statistics, Subject}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// // licences that were granted, by region and quarter; other cases are in no group
/// let granted = |it: &Subject<'_>| it.docket().licence().map(|_| (it.region(), it.month().year(), it.month().month().div_ceil(3)));
/// let mut statistics = Statistics::on("2024-03-31".parse()?);
/// statistics.add(case.record(), Calendar::built_in(), granted);
/// let groups: Vec<_> = statistics.groups().map(|((region, year, quarter), it)| (region.label(), *year, *quarter, it.cases())).collect();
/// assert_eq!(groups, [("汶上县", 2024, 1, 1)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Subject<'r> {
    docket: Docket<'r>,
    stage: StageKind,
    proven: bool,
}

impl<'r> Subject<'r> {
    pub(super) fn on(record: &'r Record, day: NaiveDate, proven: bool) -> Self {
        let docket = record.docket_on(day);
        Self { docket, stage: docket.stage(), proven }
    }
    /// The record as it stood.
    pub const fn docket(&self) -> Docket<'r> {
        self.docket
    }
    /// The region whose business it is: the managing one.
    pub fn region(&self) -> Region {
        self.docket.route().region()
    }
    /// The key of the case's item.
    pub const fn item(&self) -> &'r Key {
        &self.docket.file().item
    }
    /// 市级实施部门, where the item is of one.
    pub fn department(&self) -> Option<Department> {
        self.docket.route().department()
    }
    /// How the item stands for this matter, with its modality where it has one.
    pub fn standing(&self) -> Standing {
        self.docket.route().standing()
    }
    /// 事项类型
    pub const fn kind(&self) -> Kind {
        self.docket.brief().item.kind
    }
    /// The stage that its entries led to.
    pub const fn stage(&self) -> StageKind {
        self.stage
    }
    /// 收件之月: the month of its filing.
    pub fn month(&self) -> Month {
        Month::of(self.docket.filed())
    }
    /// Whether its journal proves a case; one of a broken journal is counted apart too.
    pub const fn is_proven(&self) -> bool {
        self.proven
    }
}
