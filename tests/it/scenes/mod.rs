//! Cases of every standing, at every kind of window, driven to every stage by whoever the model names: played once, for several modules.

mod cast;
mod contents;
mod course;
mod list;
mod offices;
mod short;
mod towns;
mod wrong;

use std::sync::LazyLock;

use tongquan::{Body, Office, Place, Region, Scope, UnitKind, Venue};

pub(crate) use cast::{same, unit};
pub(crate) use contents::{contents, later, next_day};
pub(crate) use course::{Letters, Papers, Shot, name, stage};
pub(crate) use offices::{Kept, slug};
pub(crate) use wrong::{nearly, wrong};

use crate::model::Situation;

/// One item, in one region, at one window, under one office.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub(crate) situation: Situation,
    pub(crate) kept: Kept,
    pub(crate) key: &'static str,
    pub(crate) region: Region,
    pub(crate) place: Place,
    /// Of which kind the county body is that a choice names.
    pub(crate) county: Option<UnitKind>,
    pub(crate) scope: Scope,
    pub(crate) venue: Venue,
    /// Who runs that window.
    pub(crate) operator: Option<Body>,
}

impl Scene {
    pub(crate) fn office(&self) -> &'static Office {
        self.kept.office()
    }
}

/// A scene, and its case at one point of its course after another.
pub(crate) struct Played {
    pub(crate) scene: Scene,
    pub(crate) shots: Vec<Shot>,
}

fn played(scenes: Vec<Scene>) -> Vec<Played> {
    let play = |scene: Scene| {
        let shots = course::shots(&scene);
        Played { scene, shots }
    };
    scenes.into_iter().map(play).collect()
}

/// Every standing that a plan makes, every stage of it.
pub(crate) static PLAYED: LazyLock<Vec<Played>> = LazyLock::new(|| played(list::scenes()));

/// Those whose windows are run by others.
pub(crate) fn run_by_others() -> impl Iterator<Item = &'static Played> {
    static OTHERS: LazyLock<Vec<Played>> = LazyLock::new(|| played(list::run_by_others()));
    OTHERS.iter()
}

/// Those, every way to choose for three-tier items, and offices where something is missing that bars a step.
pub(crate) fn everywhere() -> impl Iterator<Item = &'static Played> {
    static MORE: LazyLock<Vec<Played>> = LazyLock::new(|| played([towns::scenes(), short::scenes()].concat()));
    PLAYED.iter().chain(MORE.iter())
}
