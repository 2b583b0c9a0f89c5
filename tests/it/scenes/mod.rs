//! Cases of every standing, at every kind of window, driven to every stage by whoever the model names: played once, for several modules.

mod cast;
mod contents;
mod course;
mod list;
mod offices;

use std::sync::LazyLock;

use tongquan::{Body, Office, Region, Scope, Venue};

pub(crate) use cast::{same, unit};
pub(crate) use contents::{contents, next_day};
pub(crate) use course::{Letters, Papers, Shot, name, stage};
pub(crate) use offices::Kept;

use crate::model::Situation;

/// One item, in one region, at one window, under one office.
#[derive(Debug)]
pub(crate) struct Scene {
    pub(crate) situation: Situation,
    pub(crate) kept: Kept,
    pub(crate) key: &'static str,
    pub(crate) region: Region,
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

pub(crate) static PLAYED: LazyLock<Vec<Played>> = LazyLock::new(|| {
    let play = |scene: Scene| {
        let shots = course::shots(&scene);
        Played { scene, shots }
    };
    list::scenes().into_iter().map(play).collect()
});
