// Generated from seeds/departments.tsv by seeds/generate. Edit the seeds, not this file.
use super::DepartmentRow;

/// 市直部门（单位）: a department or unit of the city that the document names. Closed by the document.
///
/// ```
/// use tongquan::{Department, Edition};
/// let item = Edition::built_in().look_up("A1-36")?;
/// let department = item.department().ok_or("of annex 2")?;
/// assert_eq!((department.label(), department.english()), ("市交通运输局", "Municipal Bureau of Transport"));
/// assert_eq!(serde_json::to_string(&department)?, r#""transport""#);
/// assert_eq!(department, "济宁市交通运输局".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Department {
    /// 市自然资源和规划局: Municipal Bureau of Natural Resources and Planning
    NaturalResources,
    /// 市生态环境局: Municipal Bureau of Ecology and Environment
    Ecology,
    /// 市住房城乡建设局: Municipal Bureau of Housing and Urban-Rural Development
    Housing,
    /// 市商务局: Municipal Bureau of Commerce
    Commerce,
    /// 市卫生健康委: Municipal Health Commission
    Health,
    /// 市行政审批服务局: Municipal Administrative Approval Service Bureau
    ApprovalService,
    /// 市公安局: Municipal Public Security Bureau
    PublicSecurity,
    /// 市人力资源社会保障局: Municipal Bureau of Human Resources and Social Security
    HumanResources,
    /// 市交通运输局: Municipal Bureau of Transport
    Transport,
    /// 市文化和旅游局: Municipal Bureau of Culture and Tourism
    CultureTourism,
    /// 市应急局: Municipal Emergency Management Bureau
    Emergency,
    /// 市政府办公室: General Office of the Municipal Government
    GovernmentOffice,
    /// 市大数据中心: Municipal Big Data Centre
    BigData,
    /// 市委编办: Office of the Establishment Commission of the Municipal Party Committee
    Establishment,
    /// 市财政局: Municipal Finance Bureau
    Finance,
}

pub(super) static DEPARTMENTS: [DepartmentRow; 15] = [
    DepartmentRow { department: Department::NaturalResources, name: "市自然资源和规划局", en: "Municipal Bureau of Natural Resources and Planning", source: "A1 第1、33项" },
    DepartmentRow { department: Department::Ecology, name: "市生态环境局", en: "Municipal Bureau of Ecology and Environment", source: "A1 第2–3、24–30项" },
    DepartmentRow { department: Department::Housing, name: "市住房城乡建设局", en: "Municipal Bureau of Housing and Urban-Rural Development", source: "A1 第4–9、34–35项" },
    DepartmentRow { department: Department::Commerce, name: "市商务局", en: "Municipal Bureau of Commerce", source: "A1 第10、37–41项" },
    DepartmentRow { department: Department::Health, name: "市卫生健康委", en: "Municipal Health Commission", source: "A1 第11–12、44项" },
    DepartmentRow { department: Department::ApprovalService, name: "市行政审批服务局", en: "Municipal Administrative Approval Service Bureau", source: "A1 第13–19、46–60项；C4、C5、C6、C12、C13、C14、C15 责任单位" },
    DepartmentRow { department: Department::PublicSecurity, name: "市公安局", en: "Municipal Public Security Bureau", source: "A1 第20–23项" },
    DepartmentRow { department: Department::HumanResources, name: "市人力资源社会保障局", en: "Municipal Bureau of Human Resources and Social Security", source: "A1 第31–32、61项；C9 责任单位" },
    DepartmentRow { department: Department::Transport, name: "市交通运输局", en: "Municipal Bureau of Transport", source: "A1 第36项" },
    DepartmentRow { department: Department::CultureTourism, name: "市文化和旅游局", en: "Municipal Bureau of Culture and Tourism", source: "A1 第42–43项" },
    DepartmentRow { department: Department::Emergency, name: "市应急局", en: "Municipal Emergency Management Bureau", source: "A1 第45项" },
    DepartmentRow { department: Department::GovernmentOffice, name: "市政府办公室", en: "General Office of the Municipal Government", source: "C1、C2、C3、C6、C13、C14、C15 责任单位；P4.2" },
    DepartmentRow { department: Department::BigData, name: "市大数据中心", en: "Municipal Big Data Centre", source: "C5 责任单位" },
    DepartmentRow { department: Department::Establishment, name: "市委编办", en: "Office of the Establishment Commission of the Municipal Party Committee", source: "C9 责任单位" },
    DepartmentRow { department: Department::Finance, name: "市财政局", en: "Municipal Finance Bureau", source: "C9 责任单位" },
];
