//! Who has items of the reform, by the editions of the list.

use std::collections::{BTreeMap, HashMap};

use crate::{
    body::Department,
    catalogue::{Edition, Modality, Standing},
    place::Region,
};

/// The modalities by which a department's items are devolved, in whatever regions.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::register) struct Modalities(u8);

impl Modalities {
    const fn with(self, modality: Modality) -> Self {
        Self(self.0 | 1 << modality as u8)
    }
    pub(super) const fn has(self, modality: Modality) -> bool {
        self.0 >> modality as u8 & 1 == 1
    }
    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// What each department has on one edition.
type Roll = BTreeMap<Department, Modalities>;

fn roll(edition: &Edition) -> Roll {
    let mut roll = Roll::new();
    for item in edition.items() {
        let Some(department) = item.department() else { continue };
        let devolved = roll.entry(department).or_default();
        for region in Region::all() {
            if let Standing::Devolved(modality) = item.cell(region).standing {
                *devolved = devolved.with(modality);
            }
        }
    }
    roll
}

/// The rolls of the editions that were asked about: each edition is walked once.
#[derive(Debug, Default)]
pub(in crate::register) struct Rolls<'e>(HashMap<*const Edition, Roll>, std::marker::PhantomData<&'e Edition>);

impl<'e> Rolls<'e> {
    /// What a department has on an edition.
    pub(in crate::register) fn of(&mut self, edition: &'e Edition, department: Department) -> Modalities {
        let roll = self.0.entry(std::ptr::from_ref(edition)).or_insert_with(|| roll(edition));
        roll.get(&department).copied().unwrap_or_default()
    }
}
