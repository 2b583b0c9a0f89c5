use std::{
    fmt, mem,
    ops::{Deref, DerefMut},
    slice,
};

use super::Objection;

/// 各项理由: what a judgement objects to. Most find nothing, and most refusals have one reason, which takes no list.
#[derive(Clone, Default)]
pub(super) enum Objections {
    #[default]
    None,
    One(Objection),
    More(Vec<Objection>),
}

impl Objections {
    pub(super) fn push(&mut self, objection: Objection) {
        *self = match mem::take(self) {
            Self::None => Self::One(objection),
            Self::One(first) => Self::More(vec![first, objection]),
            Self::More(mut all) => {
                all.push(objection);
                Self::More(all)
            }
        };
    }

    pub(super) fn retain(&mut self, kept: impl FnMut(&Objection) -> bool) {
        for objection in mem::take(self).into_iter().filter(kept) {
            self.push(objection);
        }
    }

    pub(super) fn into_iter(self) -> impl Iterator<Item = Objection> {
        let (one, more) = match self {
            Self::None => (None, Vec::new()),
            Self::One(one) => (Some(one), Vec::new()),
            Self::More(all) => (None, all),
        };
        one.into_iter().chain(more)
    }
}

impl Deref for Objections {
    type Target = [Objection];

    fn deref(&self) -> &[Objection] {
        match self {
            Self::None => &[],
            Self::One(one) => slice::from_ref(one),
            Self::More(all) => all,
        }
    }
}

impl DerefMut for Objections {
    fn deref_mut(&mut self) -> &mut [Objection] {
        match self {
            Self::None => &mut [],
            Self::One(one) => slice::from_mut(one),
            Self::More(all) => all,
        }
    }
}

impl fmt::Debug for Objections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl PartialEq for Objections {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Objections {}
