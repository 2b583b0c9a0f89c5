use serde::{Deserialize, Serialize};

use crate::{
    term::{named, terms},
    text::Text,
};

/// 典型案例: a case that shows reviewers how it is done, or how it went wrong (`C7`). No private data of a party may
/// stand in it.
///
/// ```
/// use tongquan::register::{Example, ExampleKind};
/// let example: Example = serde_json::from_str(r#"{"kind": "mistaken", "text": "（虚构）把年度最高日客流当作平均日客流"}"#)?;
/// assert_eq!((example.kind, ExampleKind::Mistaken.label()), (ExampleKind::Mistaken, "典型错误案例"));
/// // a text that tells whose case it was is refused
/// let told = r#"{"kind": "model", "text": "（虚构）申请人电话13800138000"}"#;
/// assert!(serde_json::from_str::<Example>(told).unwrap_err().to_string().contains("mobile number"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// ```
/// use tongquan::register::ExampleKind;
/// let kinds = [ExampleKind::Model, ExampleKind::Mistaken].map(|it| (it.label(), it.english()));
/// assert_eq!(kinds, [("典型示范案例", "model case"), ("典型错误案例", "mistaken case")]); // headings of a handbook's page
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExampleKind {
    /// 典型示范案例: a case that was done well.
    Model,
    /// 典型错误案例: a case that went wrong.
    Mistaken,
}

terms!(ExampleKind {
    Self::Model => "典型示范案例", "model case";
    Self::Mistaken => "典型错误案例", "mistaken case";
});
named!(word: ExampleKind);
