use std::{borrow::Cow, collections::HashSet};

use serde::{Deserialize, Serialize};

use super::{
    Cell, Class, Edition, Key, Kind, Modality, OwnKey, Row, Standing,
    edition::{ANNEX_1, ANNEX_2},
};
use crate::{
    body::Department,
    place::{Region, Regions},
    text::Text,
};

/// An item that a service keeps beside the two annexes: of an earlier round of the reform, or the region's own from before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnItem {
    /// Its key.
    pub key: OwnKey,
    /// Its name; not that of another item.
    pub name: Text,
    /// 事项类型
    pub kind: Kind,
    /// Whose it was, and how it was devolved.
    pub origin: OwnOrigin,
}

/// Whose power a service's own item was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum OwnOrigin {
    /// 县级原有: never the city's, so never under Seal No. 2.
    County,
    /// 原属市级, devolved in another round (`C2`).
    City {
        /// The city department that it was devolved by.
        department: Department,
        /// By which modality, where it is devolved.
        modality: Modality,
        /// The regions that it is not devolved to.
        #[serde(default)]
        not_devolved_to: Regions,
    },
}

/// An own item was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OwnItemFault {
    /// The key is used already.
    #[error("own_items[{at}]: the key {key} is used already")]
    KeyUsed {
        /// Which of those given, from 0.
        at: usize,
        /// The key.
        key: OwnKey,
    },
    /// It is devolved in yet another pattern of regions, and an edition keeps 65,535 of them.
    #[error("own_items[{at}]: more than 65,535 patterns of devolution")]
    TooManyPatterns {
        /// Which of those given, from 0.
        at: usize,
    },
    /// The name is used already.
    #[error("own_items[{at}]: the name {name} is used already")]
    NameUsed {
        /// Which of those given, from 0.
        at: usize,
        /// The name.
        name: Text,
    },
}

impl OwnItemFault {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::TooManyPatterns { at } => format!("own_items[{at}]：下放的区域组合超过65535种"),
            Self::KeyUsed { at, key } => format!("own_items[{at}]：编号{key}已被使用"),
            Self::NameUsed { at, name } => format!("own_items[{at}]：名称“{name}”已被使用"),
        }
    }
}

impl OwnItem {
    fn class(&self) -> Class {
        let mut cells = [Cell::own(Standing::Original); Region::COUNT];
        if let OwnOrigin::City { modality, not_devolved_to, .. } = self.origin {
            for (region, cell) in Region::all().zip(&mut cells) {
                let here = !not_devolved_to.contains(region);
                *cell = Cell::own(if here { Standing::Devolved(modality) } else { Standing::NotDevolved });
            }
        }
        Class { cells }
    }

    fn row(&self) -> Row {
        let (department, column) = match self.origin {
            OwnOrigin::County => (None, None),
            OwnOrigin::City { department, modality, .. } => (Some(department), Some(modality)),
        };
        Row {
            key: Key::Own(self.key.clone()),
            name: Cow::Owned(self.name.to_string()),
            department,
            kind: self.kind,
            column,
            remark: "",
        }
    }
}

impl Edition {
    /// The built-in edition with a service's own items after it.
    ///
    /// ```
    /// use tongquan::catalogue::{Edition, Kind, OwnItem, OwnOrigin, Standing};
    /// use tongquan::Region;
    /// let own = OwnItem { key: "WS-001".parse()?, name: "某县级原有事项".parse()?, kind: Kind::OtherPower, origin: OwnOrigin::County };
    /// let edition = Edition::with_own(&[own]).unwrap();
    /// assert_eq!(edition.item_named("某县级原有事项").unwrap().cell(Region::Wenshang).standing, Standing::Original);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every [`OwnItemFault`] at once: keys and names used twice.
    pub fn with_own(items: &[OwnItem]) -> Result<Self, Vec<OwnItemFault>> {
        let mut faults = Vec::new();
        let mut keys = HashSet::new();
        let mut names: HashSet<&str> =
            Self::built_in().items().take(ANNEX_1 + ANNEX_2).map(super::Item::name).collect();
        for (at, item) in items.iter().enumerate() {
            let key = &item.key;
            if !keys.insert(key) {
                faults.push(OwnItemFault::KeyUsed { at, key: key.clone() });
            }
            if !names.insert(item.name.as_str()) {
                faults.push(OwnItemFault::NameUsed { at, name: item.name.clone() });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Self::extended(items.iter().map(|item| (item.row(), item.class())))
            .map_err(|at| vec![OwnItemFault::TooManyPatterns { at }])
    }
}
