use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    body::{Body, Department},
    case::{Docket, Entry, Record, Sent},
    catalogue::{EditionId, Key, Kind, Standing},
    place::{Place, Region},
    register::SealId,
    route::Tier,
    text::{Mark, Text},
    time::Moment,
};

/// 报送内容: what a report or push tells its addressee, as the case stood when it was sent. It names no person, and none of the texts that people wrote into
/// the case.
///
/// ```
/// use tongquan::{AnyCase, exports::{CloudEvent, SealedWith}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/unfavourable.json")?)?;
/// let events = CloudEvent::of(case.record(), &"/jining/approvals".parse()?);
/// // the first pushes went out before the decision was sealed
/// let first = events.first().ok_or("nothing was sent")?.data();
/// assert!(!first.favourable && first.sealed.is_none());
/// let last = events.last().ok_or("nothing was sent")?.data();
/// assert!(matches!(last.sealed, Some(SealedWith::SealNo2 { seal, .. }) if seal.number == 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dispatch {
    /// 席位: for which of the four seats a push is; none for a report.
    pub seat: Option<Tier>,
    /// 第几次: 1 when the message is sent first, 2 when it is sent again after a rejection.
    pub nth: usize,
    /// 报送单位: for which body it was sent; none where no official sent it.
    pub from: Option<Body>,
    /// 接收单位: whom it goes to.
    pub to: Body,
    /// 办件编号: the case's number.
    pub case: Mark,
    /// 前一办件: an earlier case of the same matter (`S9`).
    pub follows: Option<Mark>,
    /// 事项编号: the item's key.
    pub item: Key,
    /// 事项类型: which of the four kinds.
    pub kind: Kind,
    /// 市级实施部门, where the item was the city's.
    pub department: Option<Department>,
    /// 事项归属: how the item stands for this matter, with its modality.
    pub standing: Standing,
    /// 事项清单版次, by which it was handled.
    pub edition: EditionId,
    /// 标准版次: the edition of the standard; none where no handbook was on record.
    pub standard: Option<u32>,
    /// 县（市、区）、功能区: whose business it is.
    pub region: Region,
    /// 区域名称: the region's name.
    pub region_name: &'static str,
    /// 区域代码: its code in GB/T 2260, or of the statistics bureau; three of the zones have none.
    pub region_code: Option<u32>,
    /// 所在地, as finely as it was told, but no finer than a township.
    pub place: Place,
    /// 收件日: the filing day (`S29`).
    #[serde(with = "crate::time::Iso")]
    pub filed: NaiveDate,
    /// 受理日: the day on which it was accepted; where the law deems that, the day on which it was filed (`S50`).
    #[serde(with = "crate::time::MaybeIso")]
    pub accepted: Option<NaiveDate>,
    /// 决定时间: when it was decided.
    pub decided: Moment,
    /// 决定单位: for which body it was decided.
    pub decided_by: Option<Body>,
    /// 是否准予: whether it was granted.
    pub favourable: bool,
    /// 决定名称: the standard's word for a favourable decision; none where it was not, and where no handbook was on record.
    pub outcome: Option<Text>,
    /// 不符合的条件: the conditions that an unfavourable decision names, by the standard's codes.
    pub unmet: Vec<Mark>,
    /// 用印: with what the decision was sealed; none where it was not sealed yet.
    pub sealed: Option<SealedWith>,
    /// 证照编号: of the licence that was issued by then.
    pub licence: Option<Mark>,
    /// 送达日, where it was delivered by then.
    #[serde(with = "crate::time::MaybeIso")]
    pub delivered: Option<NaiveDate>,
}

/// 用印: with what a decision was sealed.
///
/// ```
/// use tongquan::exports::SealedWith;
/// let own = SealedWith::OwnSeal { at: "2024-03-14T09:00:00+08:00".parse()? };
/// assert_eq!(serde_json::to_string(&own)?, r#"{"with":"own_seal","at":"2024-03-14T09:00:00+08:00"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "with", rename_all = "snake_case")]
pub enum SealedWith {
    /// 自有印章: the own seal of the body that the route names.
    OwnSeal {
        /// 用印时间: when it was affixed.
        at: Moment,
    },
    /// 2号章: the Seal No. 2 of the item's department, which the region affixed.
    #[serde(rename = "seal_no2")]
    SealNo2 {
        /// 用印时间: when it was affixed.
        at: Moment,
        /// 印章: which Seal No. 2; an electronic twin has a number of its own (`S22`).
        seal: SealId,
        /// 使用情形, by the agreement's code.
        circumstance: Mark,
    },
}

impl Dispatch {
    pub(super) fn of(record: &Record, sent: Sent) -> Self {
        let docket = record.as_of(sent.version, sent.at).unwrap_or_else(|| record.docket());
        let (file, brief, route) = (docket.file(), docket.brief(), docket.route());
        let by = |entry: Option<&Entry>| entry.and_then(|it| it.stamp().by.body()).cloned();
        let region = route.region();
        let mut told = Self {
            seat: sent.seat(),
            nth: sent.nth,
            from: by(docket.entries().last()),
            to: sent.to,
            case: record.id().clone(),
            follows: file.follows.clone(),
            item: file.item.clone(),
            kind: brief.item.kind,
            department: brief.item.department,
            standing: route.standing(),
            edition: brief.edition,
            standard: docket.standard().map(|it| it.edition),
            region,
            region_name: region.label(),
            region_code: region.code().map(|(code, _)| code),
            place: coarse(file.place),
            filed: docket.filed(),
            accepted: None,
            decided: sent.at,
            decided_by: None,
            favourable: false,
            outcome: None,
            unmet: Vec::new(),
            sealed: None,
            licence: docket.licence().cloned(),
            delivered: None,
        };
        told.follow(docket);
        told
    }

    /// What the entries up to the sending made of the case.
    fn follow(&mut self, docket: Docket<'_>) {
        for entry in docket.entries() {
            let at = entry.stamp().at;
            #[expect(clippy::wildcard_enum_match_arm, reason = "an addressee is told of no other step")]
            match entry {
                Entry::Accept(_) => self.accepted = Some(at.day()),
                Entry::DeemAccepted(_) => self.accepted = Some(self.filed),
                Entry::DecideFavourably(it) => {
                    self.decided = at;
                    self.decided_by = it.stamp.by.body().cloned();
                    self.favourable = true;
                    self.outcome = docket.standard().map(|it| it.outcome.clone());
                }
                Entry::DecideUnfavourably(it) => {
                    self.decided = at;
                    self.decided_by = it.stamp.by.body().cloned();
                    self.unmet = it.step.unmet.clone();
                }
                Entry::AffixSeal(_) => self.sealed = Some(SealedWith::OwnSeal { at }),
                Entry::AffixSealNo2(it) => {
                    let circumstance = it.step.circumstance.clone();
                    self.sealed = Some(SealedWith::SealNo2 { at, seal: it.step.seal, circumstance });
                }
                Entry::Deliver(_) => self.delivered = Some(at.day()),
                _ => {}
            }
        }
    }
}

/// No finer than a township: a village is close to telling whose matter it is.
fn coarse(place: Place) -> Place {
    place.township().map_or(place, Place::Township)
}
