//! The annexes as sets of numbers.

/// The eleven of `divisions.csv` (known otherwise, the text names few), then the four zones of
/// the address line, spelt as there.
pub const REGIONS: [&str; 15] = [
    "任城区",
    "兖州区",
    "曲阜市",
    "邹城市",
    "微山县",
    "鱼台县",
    "金乡县",
    "嘉祥县",
    "汶上县",
    "泗水县",
    "梁山县",
    "济宁高新区",
    "太白湖新区",
    "济宁经济技术开发区",
    "曲阜文化建设示范区",
];

/// S1: 曲阜文化建设示范区 counts among 各功能区 although it has no centre.
pub const ZONES: [&str; 4] = ["济宁高新区", "太白湖新区", "济宁经济技术开发区", "曲阜文化建设示范区"];

pub const DIRECT: &str = "直接下放";
pub const WINDOW: &str = "窗口前移";
pub const REVIEW: &str = "下放实质性审核权";
pub const ENTRUSTED: &str = "委托收件、受审分离";
pub const NOT_HERE: &str = "暂不下放";
pub const RESERVED: &str = "市级保留";
pub const CHOOSE: &str = "自行确定";
pub const UNSETTLED: &str = "未定";
/// For `original` and `access` only; no row of an annex says it.
pub const ORIGINAL: &str = "县级原有";

/// Department by department, in the order of annex 1.
const DEPARTMENTS: [(&str, &[u8]); 11] = [
    ("市自然资源和规划局", &[1, 33]),
    ("市生态环境局", &[2, 3, 24, 25, 26, 27, 28, 29, 30]),
    ("市住房城乡建设局", &[4, 5, 6, 7, 8, 9, 34, 35]),
    ("市商务局", &[10, 37, 38, 39, 40, 41]),
    ("市卫生健康委", &[11, 12, 44]),
    ("市行政审批服务局", &[13, 14, 15, 16, 17, 18, 19, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]),
    ("市公安局", &[20, 21, 22, 23]),
    ("市人力资源社会保障局", &[31, 32, 61]),
    ("市交通运输局", &[36]),
    ("市文化和旅游局", &[42, 43]),
    ("市应急局", &[45]),
];

const CONFIRMATIONS: [u8; 9] = [11, 13, 14, 24, 34, 36, 46, 47, 61];
const PUBLIC_SERVICES: [u8; 3] = [31, 32, 44];

/// 各功能区以“委托收件、受审分离”的方式实现同权
const ZONES_ENTRUSTED: [u8; 4] = [19, 53, 59, 60];
/// 服务窗口前移至任城区和各功能区，向其他县（市、区）下放实质性审核权
const WINDOW_IN_RENCHENG_AND_ZONES: [u8; 4] = [20, 21, 22, 23];
/// 暂不向各功能区下放
const NOT_TO_ZONES: [u8; 2] = [31, 32];

pub fn is_zone(region: &str) -> bool {
    ZONES.contains(&region)
}

pub fn department(number: u8) -> &'static str {
    DEPARTMENTS
        .iter()
        .find(|(_, rows)| rows.contains(&number))
        .map(|(name, _)| *name)
        .unwrap_or_else(|| panic!("annex 1 has no item {number}"))
}

pub fn kind(annex: u8, number: u8) -> &'static str {
    match (annex, number) {
        (1, n) if CONFIRMATIONS.contains(&n) => "行政确认",
        (1, n) if PUBLIC_SERVICES.contains(&n) => "公共服务",
        (1, 1..=61) => "其他行政权力",
        (2, 1..=7) => "行政许可",
        (2, 8..=15) => "公共服务",
        _ => panic!("annex {annex} has no item {number}"),
    }
}

/// The column 同权方式 of annex 1.
pub fn base(number: u8) -> &'static str {
    match number {
        1..=19 => DIRECT,
        20..=30 => WINDOW,
        31..=60 => REVIEW,
        61 => ENTRUSTED,
        _ => panic!("annex 1 has no item {number}"),
    }
}

/// Does the remark of this item speak of 各功能区 or of 任城区?
pub fn has_remark(number: u8) -> bool {
    ZONES_ENTRUSTED.contains(&number)
        || WINDOW_IN_RENCHENG_AND_ZONES.contains(&number)
        || NOT_TO_ZONES.contains(&number)
}

/// Annex 1 after its remarks, for a matter inside one managing region.
pub fn modality_here(number: u8, region: &str) -> &'static str {
    assert!(REGIONS.contains(&region), "no such region: {region}");
    let zone = is_zone(region);
    if ZONES_ENTRUSTED.contains(&number) && zone {
        ENTRUSTED
    } else if WINDOW_IN_RENCHENG_AND_ZONES.contains(&number) && !zone && region != "任城区" {
        REVIEW
    } else if NOT_TO_ZONES.contains(&number) && zone {
        NOT_HERE
    } else {
        base(number)
    }
}

/// Direct, window, review, entrusted intake, not devolved: counted over annex 1.
pub fn totals(region: &str) -> [usize; 5] {
    [DIRECT, WINDOW, REVIEW, ENTRUSTED, NOT_HERE]
        .map(|modality| (1..=61).filter(|n| modality_here(*n, region) == modality).count())
}
