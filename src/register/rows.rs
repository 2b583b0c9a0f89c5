use serde::{Deserialize, Serialize};

use super::{Agreement, Plan, Posting, SealRow, Standard};
use crate::{catalogue::OwnItem, route::Permission, text::Text};

/// An office's registers as plain data: what a service reads and writes. [`Office`](super::Office) is made from it by checking it whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rows {
    /// A word on what the file is, for people.
    pub note: Option<Text>,
    /// The service's own items.
    pub own_items: Vec<OwnItem>,
    /// 承接落实方案
    pub plans: Vec<Plan>,
    /// 派驻
    pub postings: Vec<Posting>,
    /// 业务手册
    pub standards: Vec<Standard>,
    /// “2号章”使用协议
    pub agreements: Vec<Agreement>,
    /// 2号章
    pub seals: Vec<SealRow>,
    /// 收件权限
    pub permissions: Vec<Permission>,
}
