use strum::IntoEnumIterator;

use super::{
    begins,
    cast::{self, Cast},
};
use crate::{
    body::Department,
    catalogue::Edition,
    register::{
        Adviser, Ceiling, CeilingEffect, Electronic, ElectronicMeans, Expert, ExpertWork, Indicator, Items, OnPlatform,
        Posting, Revision, Shared, Stationing,
    },
    strategies::{
        days::after,
        luck::Luck,
        word::{numbered, person, text},
    },
};

/// What else an item needs: staff at windows, advisers, the platform, electronic means; and experts and ceilings beside.
pub(super) fn add(cast: &Cast, known: &Edition, to: &mut Revision, luck: &mut Luck) {
    let recorded = to.recorded;
    let departments: Vec<Department> =
        Department::all().filter(|it| known.items().any(|item| item.department() == Some(*it))).collect();
    for region in cast.regions.iter().copied() {
        if cast.has(luck) {
            to.stationings.push(Stationing {
                region,
                items: cast::items(known, luck),
                from: begins(recorded, true, luck),
            });
        }
        for what in ElectronicMeans::iter() {
            if cast.has(luck) {
                let from = begins(recorded, true, luck);
                to.electronics.push(Electronic { what, region, items: cast::items(known, luck), from });
            }
        }
        for department in departments.iter().copied() {
            if luck.chance(60) && cast.has(luck) {
                let from = begins(recorded, true, luck);
                let until = luck.chance(15).then(|| after(from, luck.between(0, 900)));
                to.postings.push(Posting { department, region, from, until });
            }
        }
    }
    if cast.has(luck) {
        let regions = cast.regions.iter().copied().collect();
        let from = begins(recorded, true, luck);
        to.on_platform.push(OnPlatform { items: cast::items(known, luck), regions, from });
    }
    for (number, department) in departments.iter().copied().enumerate() {
        if cast.has(luck) {
            let persons = vec![person("adviser", number)];
            let from = begins(recorded, true, luck);
            to.advisers.push(Adviser { department, items: Items::All, persons, from, reason: None });
        }
        if luck.chance(10) {
            to.experts.push(expert(number, department, begins(recorded, true, luck), luck));
        }
        if luck.chance(10) {
            to.ceilings.push(ceiling(cast, number, department, begins(recorded, true, luck), luck));
        }
    }
}

fn expert(number: usize, department: Department, from: chrono::NaiveDate, luck: &mut Luck) -> Expert {
    let works: Vec<ExpertWork> = ExpertWork::iter().collect();
    let most = 1 + luck.below(3);
    Expert {
        number: numbered("ZJ", number),
        department,
        reference: person("expert", number),
        organisation: luck.chance(50).then(|| text("评估机构")),
        qualifications: vec![text("资质")],
        works: luck.some(&works, most),
        from,
        until: luck.chance(30).then(|| after(from, luck.between(0, 900))),
    }
}

fn ceiling(cast: &Cast, number: usize, department: Department, from: chrono::NaiveDate, luck: &mut Luck) -> Ceiling {
    Ceiling {
        number: numbered("ZB", number),
        department,
        counts: luck.one(&Indicator::iter().collect::<Vec<_>>(), Indicator::Filed),
        items: Items::All,
        regions: cast.regions.iter().copied().collect(),
        shared: luck.one(&[Shared::Together, Shared::Each], Shared::Each),
        from,
        until: after(from, luck.between(0, 900)),
        at_most: luck.between(0, 20),
        effect: luck.one(&[CeilingEffect::Flag, CeilingEffect::Finding], CeilingEffect::Flag),
    }
}
