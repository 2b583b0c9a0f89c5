// Generated from seeds/duties.tsv by seeds/generate. Edit the seeds, not this file.
use super::{Binds, Due, ObligationRow, Proof, Responsible, Rhythm};
use crate::{body::Department, catalogue::Modality, law::Clause, place::Region, route::Gap, time::day};

/// 责任: what a clause of 济政字〔2021〕30号 asks of somebody beside the handling of cases, one thing each, as we read them. A later version may add some.
///
/// ```
/// use tongquan::{Office, law::Clause, register::{Due, Obligation}};
/// let adviser: Obligation = serde_json::from_str(r#""name_advisers""#)?; // as evidence writes it
/// assert_eq!(adviser.clause(), Clause::C10);
/// assert_eq!(adviser.due(), Due::By("2021-06-30".parse()?));
/// // each department that has items of the reform owes it, on a day
/// assert_eq!(Office::built_in().now().bound(adviser, "2024-03-04".parse()?).len(), 11);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[repr(u8)]
pub enum Obligation {
    /// 窗口前移的事项，由市直部门派人到县级中心的窗口办理。 City departments have staff at the county-level centres for the items in forward service window.
    PostStaff,
    /// 市直部门为区域办理同权事项创造条件，不设任何障碍。 City departments make it easy for the regions to handle the items, and put nothing in their way.
    EaseHandling,
    /// 区域定出承接方案，写明每一事项由哪个单位办理。 Each region has its undertaking plan, which names the body that handles each item.
    IssuePlan,
    /// 同权事项都能在当地中心办理。 All items of the reform sit at the centre of the place.
    StationItems,
    /// 法律、政策或放权的实际有变的，清单及时跟着变。 The list follows in time what becomes different in law, policy and practice.
    AdjustList,
    /// 弄清各事项办得怎样、企业群众要什么，据此考虑清单怎样调整。 How the items are handled and what people and firms want is studied, so that the list can be adjusted to it.
    StudyPractice,
    /// 同权事项的运行管理平台建成并上线。 The platform on which the items run is built and online.
    OpenPlatform,
    /// 每一同权事项在每一区域都在平台上运行。 Every item of the reform runs on the platform, in every region.
    BringOntoPlatform,
    /// 方案要用的电子印章及时备好。 The electronic seals that plans use are made in time.
    MakeElectronicSeals,
    /// 方案要用电子证照的，业务系统已与省、市的证照系统接通。 Where plans use electronic licences, the business systems are joined to those of the province and the city.
    ConnectLicenceSystems,
    /// 市直部门刻好“2号章”，与区域订立协议，编上号交到区域手中。 City departments cut and number their Seals No. 2, sign agreements with the regions, and hand the seals over.
    HandOverSeals,
    /// 市直部门监督“2号章”怎样保管和使用，有问题就纠正。 City departments watch over how their Seals No. 2 are kept and used, and have problems put right.
    SuperviseSeals,
    /// 区域保管好“2号章”，不用于本级原有的业务。 Regions keep the Seals No. 2 well, and apart from business that was always their own.
    KeepSeals,
    /// 市直部门为自己的每一同权事项编出业务手册。 City departments write a handbook for each of their items.
    WriteHandbooks,
    /// 对复杂的事项，市直部门写明审核要点、易错之处，并给出例子。 For complex items city departments set out what to review, what goes wrong, and examples.
    GuideComplexItems,
    /// 市直部门检查区域怎样办理、是否照标准办，需要时设指标上限和抽查。 City departments inspect how the regions handle the items and keep to the standards, with ceilings and samples where needed.
    InspectHandling,
    /// 市直部门建成本系统全市共用的专家库，并已启用。 City departments have an expert pool of their system in use, shared by the whole city.
    BuildExpertPool,
    /// 市直部门让专业人员和技术力量到基层去。 City departments send skilled staff and technical means down to where the items are handled.
    SendStaffDown,
    /// 区域用好下沉的编制，不够的按事项补足。 Regions put the posts that came down to use, and where these do not suffice add posts as the items need them.
    FillPosts,
    /// 编制、人事、财政三家统筹人员、编制和经费，使各区域接得住、管得好。 The offices for posts, personnel and finance see to it together that staff, posts and means suffice for the regions to take the items on and supervise them.
    CoordinateStaffing,
    /// 市直部门每年定出本系统的培训方案：给谁、怎样、以何种方式。 City departments have a training plan of their system each year: for whom, how, and in which form.
    PlanTraining,
    /// 市直部门每半年至少集中培训一次。 City departments hold at least one central training session each half-year.
    TrainCentrally,
    /// 法律政策有变或工作需要时，市直部门另办专题培训。 City departments hold special sessions where law and policy change or the work calls for them.
    TrainOnChanges,
    /// 市直部门整理典型案例供区域参照。 City departments sort out and publish telling cases for the regions to go by.
    ShareCases,
    /// 市直部门为自己的每一同权事项定下专职业务指导员。 City departments name a dedicated adviser for each of their items.
    NameAdvisers,
    /// 市直部门让各区域知道业务指导员是谁。 City departments publish the list of their advisers to the regions.
    PublishAdvisers,
    /// 市直部门把业务指导员名单报市政府办公室留存。 City departments file the list of their advisers with the general office of the city government.
    FileAdvisers,
    /// 市行政审批服务局和主管部门对区域的审批加以指导和监督。 The city approval bureau and the departments of the items guide and inspect how the regions approve.
    GuideAndInspect,
    /// 审批局办理的事项，由区域的主管部门和执法机构做好事中事后监管。 The sector departments and enforcement bodies of a region supervise, during and after, what its approval bureau handles.
    SuperviseAfterwards,
    /// 审批与监管两边互通信息的办法在平台上建立起来。 A way for approval and supervision to tell each other is set up on the platform.
    ConnectSupervision,
    /// 市县两级的监管和执法单位对推送来的事项跟进检查，把结果反馈给审批局。 Supervisors and enforcement bodies at both tiers follow up what was pushed to them, and feed back what they find.
    FollowUpPushes,
    /// 市中心的各窗口能收办县级的每一项行政许可。 The windows of the city centre take every licence of the counties.
    TakeCountyLicences,
    /// 15个中心能办的事逐步趋于一致。 What the 15 centres can do comes step by step to be the same.
    LevelCentres,
    /// 汶上县、济宁高新区先办起乡镇（街道）的行政审批服务所。 Wenshang and the High-tech Zone start the township approval stations.
    PilotStations,
    /// 试点成熟以后，行政审批服务所推广到全市。 Once the pilots have proved themselves, the stations are extended to the whole city.
    ExtendStations,
    /// 首批15项在乡镇（街道）也能办。 The first 15 items are shared with the townships.
    ShareFirstItems,
    /// 村（社区）附近就能办事，服务圈以15分钟为限。 Services are built up within 15 minutes of where people live, down to the villages.
    BuildServiceCircle,
    /// 自助机能办更多、更有用的事。 Kiosks can do more, and more that matters.
    ExtendKiosks,
    /// 主要负责人抓总，分管的推进，经办的各有其责。 The head answers for the whole, deputies drive it, and those who do the work know what is theirs.
    HeadAnswers,
    /// 措施写细，期限排定，每件事落到人。 Measures are spelt out, dates are set, and each task is some person’s.
    AssignTasks,
    /// 市政府办公室督促检查，按时掌握进度，发现困难就解决。 The general office steers and checks, follows progress at set times, and settles what stands in the way.
    SteerAndCheck,
    /// 市直部门放权之后照样负责，使政策落到实处。 City departments stay answerable for what they hand down, and see that the policy takes effect.
    StayAnswerable,
    /// 区域把改革当作自己的事，接得更稳，服务更好。 Regions make the reform their own, take on more and serve better.
    CarryReform,
    /// 借助各种媒体，用大家听得懂的话讲清改革，消息发得又快又准。 The reform is explained through all media in words that people understand, and news of it is prompt and correct.
    Publicise,
}

pub(super) static OBLIGATIONS: [ObligationRow; 44] = [
    ObligationRow { obligation: Obligation::PostStaff, id: "post_staff", clause: Clause::C1, zh: "窗口前移的事项，由市直部门派人到县级中心的窗口办理。", en: "City departments have staff at the county-level centres for the items in forward service window.", binds: &[Binds::DepartmentsWith(Modality::Window)], due: Due::Open, proof: Proof::Registers(&[Gap::NoStaffPosted]) },
    ObligationRow { obligation: Obligation::EaseHandling, id: "ease_handling", clause: Clause::C2, zh: "市直部门为区域办理同权事项创造条件，不设任何障碍。", en: "City departments make it easy for the regions to handle the items, and put nothing in their way.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::IssuePlan, id: "issue_plan", clause: Clause::C2, zh: "区域定出承接方案，写明每一事项由哪个单位办理。", en: "Each region has its undertaking plan, which names the body that handles each item.", binds: &[Binds::Regions], due: Due::By(day(2021, 6, 30)), proof: Proof::Registers(&[Gap::NoHandler]) },
    ObligationRow { obligation: Obligation::StationItems, id: "station_items", clause: Clause::C2, zh: "同权事项都能在当地中心办理。", en: "All items of the reform sit at the centre of the place.", binds: &[Binds::Regions], due: Due::By(day(2021, 6, 30)), proof: Proof::Registers(&[Gap::NotStationed, Gap::NoCentre]) },
    ObligationRow { obligation: Obligation::AdjustList, id: "adjust_list", clause: Clause::C3, zh: "法律、政策或放权的实际有变的，清单及时跟着变。", en: "The list follows in time what becomes different in law, policy and practice.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice))], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::StudyPractice, id: "study_practice", clause: Clause::C3, zh: "弄清各事项办得怎样、企业群众要什么，据此考虑清单怎样调整。", en: "How the items are handled and what people and firms want is studied, so that the list can be adjusted to it.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice))], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::OpenPlatform, id: "open_platform", clause: Clause::C4, zh: "同权事项的运行管理平台建成并上线。", en: "The platform on which the items run is built and online.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService))], due: Due::By(day(2021, 7, 15)), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::BringOntoPlatform, id: "bring_onto_platform", clause: Clause::C4, zh: "每一同权事项在每一区域都在平台上运行。", en: "Every item of the reform runs on the platform, in every region.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService))], due: Due::By(day(2021, 7, 31)), proof: Proof::Registers(&[Gap::NotOnPlatform]) },
    ObligationRow { obligation: Obligation::MakeElectronicSeals, id: "make_electronic_seals", clause: Clause::C5, zh: "方案要用的电子印章及时备好。", en: "The electronic seals that plans use are made in time.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::Only(Responsible::Department(Department::BigData))], due: Due::Open, proof: Proof::Registers(&[Gap::NoElectronicSeal]) },
    ObligationRow { obligation: Obligation::ConnectLicenceSystems, id: "connect_licence_systems", clause: Clause::C5, zh: "方案要用电子证照的，业务系统已与省、市的证照系统接通。", en: "Where plans use electronic licences, the business systems are joined to those of the province and the city.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::Only(Responsible::Department(Department::BigData))], due: Due::Open, proof: Proof::Registers(&[Gap::NoElectronicLicence]) },
    ObligationRow { obligation: Obligation::HandOverSeals, id: "hand_over_seals", clause: Clause::C6, zh: "市直部门刻好“2号章”，与区域订立协议，编上号交到区域手中。", en: "City departments cut and number their Seals No. 2, sign agreements with the regions, and hand the seals over.", binds: &[Binds::DepartmentsWith(Modality::Review)], due: Due::By(day(2021, 6, 30)), proof: Proof::Registers(&[Gap::NoSealNo2]) },
    ObligationRow { obligation: Obligation::SuperviseSeals, id: "supervise_seals", clause: Clause::C6, zh: "市直部门监督“2号章”怎样保管和使用，有问题就纠正。", en: "City departments watch over how their Seals No. 2 are kept and used, and have problems put right.", binds: &[Binds::DepartmentsWith(Modality::Review)], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::KeepSeals, id: "keep_seals", clause: Clause::C6, zh: "区域保管好“2号章”，不用于本级原有的业务。", en: "Regions keep the Seals No. 2 well, and apart from business that was always their own.", binds: &[Binds::Regions], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::WriteHandbooks, id: "write_handbooks", clause: Clause::C7, zh: "市直部门为自己的每一同权事项编出业务手册。", en: "City departments write a handbook for each of their items.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Registers(&[Gap::NoStandard]) },
    ObligationRow { obligation: Obligation::GuideComplexItems, id: "guide_complex_items", clause: Clause::C7, zh: "对复杂的事项，市直部门写明审核要点、易错之处，并给出例子。", en: "For complex items city departments set out what to review, what goes wrong, and examples.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::InspectHandling, id: "inspect_handling", clause: Clause::C7, zh: "市直部门检查区域怎样办理、是否照标准办，需要时设指标上限和抽查。", en: "City departments inspect how the regions handle the items and keep to the standards, with ceilings and samples where needed.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::BuildExpertPool, id: "build_expert_pool", clause: Clause::C8, zh: "市直部门建成本系统全市共用的专家库，并已启用。", en: "City departments have an expert pool of their system in use, shared by the whole city.", binds: &[Binds::Departments], due: Due::By(day(2021, 7, 31)), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::SendStaffDown, id: "send_staff_down", clause: Clause::C9, zh: "市直部门让专业人员和技术力量到基层去。", en: "City departments send skilled staff and technical means down to where the items are handled.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::FillPosts, id: "fill_posts", clause: Clause::C9, zh: "区域用好下沉的编制，不够的按事项补足。", en: "Regions put the posts that came down to use, and where these do not suffice add posts as the items need them.", binds: &[Binds::Regions], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::CoordinateStaffing, id: "coordinate_staffing", clause: Clause::C9, zh: "编制、人事、财政三家统筹人员、编制和经费，使各区域接得住、管得好。", en: "The offices for posts, personnel and finance see to it together that staff, posts and means suffice for the regions to take the items on and supervise them.", binds: &[Binds::Only(Responsible::Department(Department::Establishment)), Binds::Only(Responsible::Department(Department::HumanResources)), Binds::Only(Responsible::Department(Department::Finance))], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::PlanTraining, id: "plan_training", clause: Clause::C10, zh: "市直部门每年定出本系统的培训方案：给谁、怎样、以何种方式。", en: "City departments have a training plan of their system each year: for whom, how, and in which form.", binds: &[Binds::Departments], due: Due::Every(Rhythm::Year), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::TrainCentrally, id: "train_centrally", clause: Clause::C10, zh: "市直部门每半年至少集中培训一次。", en: "City departments hold at least one central training session each half-year.", binds: &[Binds::Departments], due: Due::Every(Rhythm::HalfYear), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::TrainOnChanges, id: "train_on_changes", clause: Clause::C10, zh: "法律政策有变或工作需要时，市直部门另办专题培训。", en: "City departments hold special sessions where law and policy change or the work calls for them.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::ShareCases, id: "share_cases", clause: Clause::C10, zh: "市直部门整理典型案例供区域参照。", en: "City departments sort out and publish telling cases for the regions to go by.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::NameAdvisers, id: "name_advisers", clause: Clause::C10, zh: "市直部门为自己的每一同权事项定下专职业务指导员。", en: "City departments name a dedicated adviser for each of their items.", binds: &[Binds::Departments], due: Due::By(day(2021, 6, 30)), proof: Proof::Registers(&[Gap::NoAdviser]) },
    ObligationRow { obligation: Obligation::PublishAdvisers, id: "publish_advisers", clause: Clause::C10, zh: "市直部门让各区域知道业务指导员是谁。", en: "City departments publish the list of their advisers to the regions.", binds: &[Binds::Departments], due: Due::By(day(2021, 6, 30)), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::FileAdvisers, id: "file_advisers", clause: Clause::C10, zh: "市直部门把业务指导员名单报市政府办公室留存。", en: "City departments file the list of their advisers with the general office of the city government.", binds: &[Binds::Departments], due: Due::By(day(2021, 6, 30)), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::GuideAndInspect, id: "guide_and_inspect", clause: Clause::C11, zh: "市行政审批服务局和主管部门对区域的审批加以指导和监督。", en: "The city approval bureau and the departments of the items guide and inspect how the regions approve.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::SuperviseAfterwards, id: "supervise_afterwards", clause: Clause::C11, zh: "审批局办理的事项，由区域的主管部门和执法机构做好事中事后监管。", en: "The sector departments and enforcement bodies of a region supervise, during and after, what its approval bureau handles.", binds: &[Binds::Regions], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::ConnectSupervision, id: "connect_supervision", clause: Clause::C12, zh: "审批与监管两边互通信息的办法在平台上建立起来。", en: "A way for approval and supervision to tell each other is set up on the platform.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService))], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::FollowUpPushes, id: "follow_up_pushes", clause: Clause::C12, zh: "市县两级的监管和执法单位对推送来的事项跟进检查，把结果反馈给审批局。", en: "Supervisors and enforcement bodies at both tiers follow up what was pushed to them, and feed back what they find.", binds: &[Binds::Regions, Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::TakeCountyLicences, id: "take_county_licences", clause: Clause::C13, zh: "市中心的各窗口能收办县级的每一项行政许可。", en: "The windows of the city centre take every licence of the counties.", binds: &[Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::Departments], due: Due::By(day(2021, 7, 31)), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::LevelCentres, id: "level_centres", clause: Clause::C13, zh: "15个中心能办的事逐步趋于一致。", en: "What the 15 centres can do comes step by step to be the same.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice)), Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::RegionsWithCentre], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::PilotStations, id: "pilot_stations", clause: Clause::C14, zh: "汶上县、济宁高新区先办起乡镇（街道）的行政审批服务所。", en: "Wenshang and the High-tech Zone start the township approval stations.", binds: &[Binds::Only(Responsible::Region(Region::Wenshang)), Binds::Only(Responsible::Region(Region::HighTechZone))], due: Due::By(day(2021, 7, 31)), proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::ExtendStations, id: "extend_stations", clause: Clause::C14, zh: "试点成熟以后，行政审批服务所推广到全市。", en: "Once the pilots have proved themselves, the stations are extended to the whole city.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice)), Binds::Only(Responsible::Department(Department::ApprovalService))], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::ShareFirstItems, id: "share_first_items", clause: Clause::C15, zh: "首批15项在乡镇（街道）也能办。", en: "The first 15 items are shared with the townships.", binds: &[Binds::Regions], due: Due::By(day(2021, 7, 31)), proof: Proof::Registers(&[Gap::NotChosen, Gap::SealNotNamed]) },
    ObligationRow { obligation: Obligation::BuildServiceCircle, id: "build_service_circle", clause: Clause::C15, zh: "村（社区）附近就能办事，服务圈以15分钟为限。", en: "Services are built up within 15 minutes of where people live, down to the villages.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice)), Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::Regions], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::ExtendKiosks, id: "extend_kiosks", clause: Clause::C15, zh: "自助机能办更多、更有用的事。", en: "Kiosks can do more, and more that matters.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice)), Binds::Only(Responsible::Department(Department::ApprovalService)), Binds::Regions], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::HeadAnswers, id: "head_answers", clause: Clause::P41, zh: "主要负责人抓总，分管的推进，经办的各有其责。", en: "The head answers for the whole, deputies drive it, and those who do the work know what is theirs.", binds: &[Binds::Regions, Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::AssignTasks, id: "assign_tasks", clause: Clause::P41, zh: "措施写细，期限排定，每件事落到人。", en: "Measures are spelt out, dates are set, and each task is some person’s.", binds: &[Binds::Regions, Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::SteerAndCheck, id: "steer_and_check", clause: Clause::P42, zh: "市政府办公室督促检查，按时掌握进度，发现困难就解决。", en: "The general office steers and checks, follows progress at set times, and settles what stands in the way.", binds: &[Binds::Only(Responsible::Department(Department::GovernmentOffice))], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::StayAnswerable, id: "stay_answerable", clause: Clause::P42, zh: "市直部门放权之后照样负责，使政策落到实处。", en: "City departments stay answerable for what they hand down, and see that the policy takes effect.", binds: &[Binds::Departments], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::CarryReform, id: "carry_reform", clause: Clause::P42, zh: "区域把改革当作自己的事，接得更稳，服务更好。", en: "Regions make the reform their own, take on more and serve better.", binds: &[Binds::Regions], due: Due::Open, proof: Proof::Evidence },
    ObligationRow { obligation: Obligation::Publicise, id: "publicise", clause: Clause::P43, zh: "借助各种媒体，用大家听得懂的话讲清改革，消息发得又快又准。", en: "The reform is explained through all media in words that people understand, and news of it is prompt and correct.", binds: &[Binds::Regions, Binds::Departments], due: Due::Open, proof: Proof::Evidence },
];
