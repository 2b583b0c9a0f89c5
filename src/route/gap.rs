use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Tier, Undertaking};
use crate::{
    catalogue::Modality,
    law::{Clause, Silence, Source},
    term::{named, terms},
};

/// 缺项: what is missing on record for an item in a region (`S11`). It is told, and bars only what is impossible without it.
///
/// ```
/// use tongquan::{Edition, Modality, Office, Region, route::{Effect, Gap, Owes}};
/// let item = Edition::built_in().annex_1(36)?; // substantive review; this office has nothing on record
/// let ready = Office::built_in().readiness(item, Region::Wenshang, "2024-03-04".parse()?);
/// assert!(ready.gaps().contains(&Gap::NoHandler) && ready.gaps().contains(&Gap::NoSealNo2));
/// let gap = Gap::NoSealNo2;
/// assert_eq!((gap.owes(), gap.due()), (Owes::Department, Some("2021-06-30".parse()?)));
/// assert_eq!(gap.effect(Some(Modality::Review)), Effect::WaitsToBeSealed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// 未选定同权方式: the region has not chosen the modality of a three-tier item.
    NotChosen,
    /// 未明确所用印章: the region chose review for a three-tier item and named no seal (`S20`).
    SealNotNamed,
    /// 未明确承办单位: the undertaking plan names no body for the item.
    NoHandler,
    /// 无为民服务中心: the region has no centre of its own, and its plan names none.
    NoCentre,
    /// 未进驻: the item does not sit at the centre.
    NotStationed,
    /// 无业务手册: no handbook of the item is on record: papers and conditions are those of law and policy, and no review step is added (`S37`).
    NoStandard,
    /// 未明确业务指导员: no adviser is named for the item.
    NoAdviser,
    /// 未派驻人员: no city staff are posted at the region's centre.
    NoStaffPosted,
    /// 无2号章: no Seal No. 2 of the department is in service there, under an agreement that takes new cases of the item.
    NoSealNo2,
    /// 无电子印章: the plan uses an electronic seal, and none is in service there.
    NoElectronicSeal,
    /// 电子证照未对接: the plan uses electronic licences, and the region's are not connected.
    NoElectronicLicence,
    /// 未上平台: the item does not run on the platform.
    NotOnPlatform,
    /// 席位空缺: the approval bureau handles it, and nobody sits in this seat.
    EmptySeat(Tier),
}

terms!(Gap {
    Self::NotChosen => "本区域未确定同权方式", "the region has not chosen a modality";
    Self::SealNotNamed => "审核未载明用章", "review is chosen and no seal is named";
    Self::NoHandler => "承接方案未明确承办部门", "the undertaking plan names no handling body";
    Self::NoCentre => "没有为民服务中心，方案亦未写明", "no public service centre, and the plan names none";
    Self::NotStationed => "事项未进驻为民服务中心", "the item does not sit at the public service centre";
    Self::NoStandard => "业务手册未登记", "no handbook is on record";
    Self::NoAdviser => "未明确业务指导员", "no business adviser is named";
    Self::NoStaffPosted => "市直部门未派驻窗口人员", "the city department has posted no staff";
    Self::NoSealNo2 => "没有可用的2号章", "no Seal No. 2 is in service";
    Self::NoElectronicSeal => "没有可用的电子印章", "no electronic seal is in service";
    Self::NoElectronicLicence => "电子证照未对接", "electronic licences are not connected";
    Self::NotOnPlatform => "事项未纳入平台运行", "the item does not run on the platform";
    Self::EmptySeat(Tier::CountySupervisor) => "未明确县级监管部门", "no county supervisor is named";
    Self::EmptySeat(Tier::CountyEnforcement) => "未明确县级执法机构", "no county enforcement body is named";
    Self::EmptySeat(Tier::CitySupervisor) => "未明确市级监管部门", "no city supervisor is named";
    Self::EmptySeat(Tier::CityEnforcement) => "未明确市级执法机构", "no city enforcement body is named";
});

/// 责任方: who is to supply what is missing (`S43`).
///
/// See the example of [`Gap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owes {
    /// 区域: the region, through its plan or its choice.
    Region,
    /// 市级部门: the item's city department.
    Department,
    /// 市行政审批服务局: the city approval bureau, which leads.
    ApprovalService,
}

terms!(Owes {
    Self::Region => "县（市、区）、功能区", "the region";
    Self::Department => "市级实施部门", "the city department";
    Self::ApprovalService => "市行政审批服务局", "the Municipal Administrative Approval Service Bureau";
});
named!(word: Owes);

/// 影响: what a gap does to the cases of the item (`S11`).
///
/// See the example of [`Gap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// 只作记录: nothing is barred: it is told.
    Told,
    /// 暂由市级办理: the route is the city's, under its old authority.
    CityHandles,
    /// 用印前等候: the case moves up to sealing, and waits.
    WaitsToBeSealed,
    /// 没有路径: there is no route until the region has chosen.
    NoRoute,
}

terms!(Effect {
    Self::Told => "只作记录", "told, bars nothing";
    Self::CityHandles => "暂由市级按原权限办理", "the city handles it under its old authority";
    Self::WaitsToBeSealed => "办至用印前等候", "the case waits before sealing";
    Self::NoRoute => "确定之前没有路径", "no route until it has chosen";
});
named!(word: Effect);

const C2: Source = Source::Clause(Clause::C2);
const C5: Source = Source::Clause(Clause::C5);
const S43: Source = Source::Silence(Silence::S43);

impl Gap {
    /// Every gap, in the order in which they are told.
    pub const ALL: [Self; 16] = [
        Self::NotChosen,
        Self::SealNotNamed,
        Self::NoHandler,
        Self::NoCentre,
        Self::NotStationed,
        Self::NoStandard,
        Self::NoAdviser,
        Self::NoStaffPosted,
        Self::NoSealNo2,
        Self::NoElectronicSeal,
        Self::NoElectronicLicence,
        Self::NotOnPlatform,
        Self::EmptySeat(Tier::CountySupervisor),
        Self::EmptySeat(Tier::CountyEnforcement),
        Self::EmptySeat(Tier::CitySupervisor),
        Self::EmptySeat(Tier::CityEnforcement),
    ];

    /// What asks for it, most direct first.
    pub const fn basis(self) -> &'static [Source] {
        match self {
            Self::NotChosen => {
                &[Source::Clause(Clause::A2), Source::Clause(Clause::C15), Source::Silence(Silence::S10)]
            }
            Self::SealNotNamed => &[Source::Clause(Clause::A2), Source::Silence(Silence::S20)],
            Self::NoHandler | Self::NotStationed => &[C2],
            Self::NoCentre => &[C2, Source::Silence(Silence::S1)],
            Self::NoStandard => &[Source::Clause(Clause::C7)],
            Self::NoAdviser => &[Source::Clause(Clause::C10)],
            Self::NoStaffPosted => &[Source::Clause(Clause::C1), S43],
            Self::NoSealNo2 => &[Source::Clause(Clause::C6)],
            Self::NoElectronicSeal | Self::NoElectronicLicence => &[C5, S43],
            Self::NotOnPlatform => &[Source::Clause(Clause::C4), S43],
            Self::EmptySeat(_) => {
                &[Source::Clause(Clause::C12), Source::Clause(Clause::C11), Source::Silence(Silence::S5), S43]
            }
        }
    }

    /// Who is to supply it.
    pub const fn owes(self) -> Owes {
        match self {
            Self::NotChosen
            | Self::SealNotNamed
            | Self::NoHandler
            | Self::NoCentre
            | Self::NotStationed
            | Self::EmptySeat(_) => Owes::Region,
            Self::NoStandard | Self::NoAdviser | Self::NoStaffPosted | Self::NoSealNo2 => Owes::Department,
            Self::NoElectronicSeal | Self::NoElectronicLicence | Self::NotOnPlatform => Owes::ApprovalService,
        }
    }

    /// The day by which the document wanted it; none where it names no day.
    pub fn due(self) -> Option<NaiveDate> {
        self.basis().iter().find_map(|it| match it {
            Source::Clause(clause) => clause.due().last().copied(),
            Source::Article(_) | Source::Silence(_) => None,
        })
    }

    /// What it does to cases of a modality: a forward service window needs the department's staff, any other the region's body.
    pub const fn effect(self, modality: Option<Modality>) -> Effect {
        match (self, modality) {
            // nobody else ever had the power that is the region's own
            (Self::NotChosen | Self::SealNotNamed, _) | (Self::NoHandler, None) => Effect::NoRoute,
            (Self::NoHandler, Some(Modality::Direct | Modality::Review | Modality::Intake))
            | (Self::NoStaffPosted, Some(Modality::Window)) => Effect::CityHandles,
            (Self::NoSealNo2, _) => Effect::WaitsToBeSealed,
            _ => Effect::Told,
        }
    }

    /// The gap of a plan that makes the route the city's.
    pub(super) fn of(modality: Modality, plan: &Undertaking<'_>) -> Option<Self> {
        let handler = plan.handler.is_none().then_some(Self::NoHandler);
        let posted = (!plan.posted).then_some(Self::NoStaffPosted);
        handler.into_iter().chain(posted).find(|it| it.effect(Some(modality)) == Effect::CityHandles)
    }
}
