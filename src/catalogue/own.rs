use serde::{Deserialize, Serialize};

use super::{Cell, Class, Devolution, Draft, Edition, Kind, OwnKey, Row, Standing, Why};
use crate::{law::Faults, text::Text};

/// 自有事项: an item that a service keeps beside the two annexes: of an earlier round of the reform, or the region's own from before.
///
/// ```
/// use tongquan::{Edition, Region, Standing, catalogue::OwnItem};
/// let own: OwnItem = serde_json::from_str(r#"{"key": "WS-001", "name": "（虚构）本级原有事项", "kind": "licence", "origin": "county"}"#)?;
/// let edition = Edition::with_own(&[own])?;
/// assert_eq!(edition.look_up("WS-001")?.cell(Region::Wenshang).standing, Standing::Original);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnItem {
    /// 事项编号: its key, as the service gave it.
    pub key: OwnKey,
    /// 名称: its name; not that of another item.
    pub name: Text,
    /// 事项类型: which of the four kinds.
    pub kind: Kind,
    /// 来源: whose it was, and how it was devolved.
    pub origin: OwnOrigin,
}

/// 自有事项来源: whose power a service's own item was before.
///
/// ```
/// use tongquan::catalogue::OwnOrigin;
/// let origin: OwnOrigin = serde_json::from_str(r#"{"city": {"department": "transport", "modality": "review"}}"#)?; // of an earlier round
/// assert!(matches!(origin, OwnOrigin::City(it) if it.department.label() == "市交通运输局"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OwnOrigin {
    /// 县级原有: never the city's, so never under Seal No. 2.
    County,
    /// 原属市级, devolved in another round (`C2`).
    City(Devolution),
}

impl OwnOrigin {
    fn class(&self) -> Class {
        match self {
            Self::County => Class::of(Cell { standing: Standing::Original, why: Why::OwnRecord }),
            Self::City(devolution) => devolution.class(Why::OwnRecord),
        }
    }
}

impl OwnItem {
    pub(super) fn row(&self) -> (Row, Class) {
        let devolution = if let OwnOrigin::City(it) = &self.origin { Some(it) } else { None };
        (Row::given(self.key.clone(), self.name.clone(), self.kind, devolution), self.origin.class())
    }
}

impl Edition {
    /// The built-in edition with a service's own items after it.
    ///
    /// ```
    /// use tongquan::catalogue::{Edition, Kind, OwnItem, OwnOrigin, Standing};
    /// use tongquan::Region;
    /// let own = OwnItem { key: "WS-001".parse()?, name: "某县级原有事项".parse()?, kind: Kind::OtherPower, origin: OwnOrigin::County };
    /// let edition = Edition::with_own(&[own])?;
    /// assert_eq!(edition.item_named("某县级原有事项")?.cell(Region::Wenshang).standing, Standing::Original);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault at once, by its path: [`NumberUnused`](crate::law::Rule::NumberUnused) for keys and names used twice,
    /// [`ExceptionsApart`](crate::law::Rule::ExceptionsApart), [`NamedOnce`](crate::law::Rule::NamedOnce),
    /// [`PatternsFit`](crate::law::Rule::PatternsFit).
    pub fn with_own(items: &[OwnItem]) -> Result<Self, Faults> {
        let (mut draft, mut faults) = (Draft::new(), Faults::default());
        draft.own(Self::built_in().id().from, items, &|at| format!("own_items[{at}]"), &mut faults);
        let mut editions = faults.or(draft.finish())?;
        Ok(editions.pop().unwrap_or_else(|| Self::built_in().clone()))
    }
}
