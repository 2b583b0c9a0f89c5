use serde::{Deserialize, Serialize};

use crate::{
    term::{named, terms},
    text::Text,
};

/// 典型案例: a case that shows reviewers how it is done, or how it went wrong (`C7`). No private data of a party may
/// stand in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// 种类: of which kind.
    pub kind: ExampleKind,
    /// 内容: what it tells.
    pub text: Text,
}

/// 示例种类: of which kind an example is. The document closes the list (`C7`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExampleKind {
    /// 典型示范案例
    Model,
    /// 典型错误案例
    Mistaken,
}

terms!(ExampleKind {
    Self::Model => "典型示范案例", "model case";
    Self::Mistaken => "典型错误案例", "mistaken case";
});
named!(word: ExampleKind);
