//! Items beside the annexes, and what the list becomes in the course of the year. All fictional.

use chrono::NaiveDate;
use tongquan::{
    Department, Key, Kind, Modality, Region,
    catalogue::{Amendment, Devolution, Ground, ItemChange, NewItem, NewOrigin, OwnItem, OwnOrigin},
    place::Regions,
};

use super::Fallible;

/// Whose an item was, how it is devolved, and whether to the zones too.
type Before = Option<(Department, Modality, bool)>;

/// Licences under every modality, which the annexes lack, and county-original items.
const OWN: &[(&str, &str, Kind, Before)] = &[
    ("XK-1", "（虚构）早前下放的行政许可", Kind::Licence, Some((Department::Transport, Modality::Direct, true))),
    ("XK-2", "（虚构）早前窗口前移的行政许可", Kind::Licence, Some((Department::Ecology, Modality::Window, true))),
    ("XK-3", "（虚构）早前下放审核权的行政许可", Kind::Licence, Some((Department::Housing, Modality::Review, true))),
    (
        "XK-4",
        "（虚构）又一下放审核权的行政许可",
        Kind::Licence,
        Some((Department::ApprovalService, Modality::Review, true)),
    ),
    ("XK-5", "（虚构）早前委托收件的行政许可", Kind::Licence, Some((Department::Health, Modality::Intake, false))),
    ("XK-6", "（虚构）本级原有行政许可", Kind::Licence, None),
    ("XK-7", "（虚构）期限以日计算的行政许可", Kind::Licence, Some((Department::Commerce, Modality::Direct, true))),
    ("YS-1", "（虚构）本级原有备案事项", Kind::OtherPower, None),
    ("YS-2", "（虚构）本级原有公共服务", Kind::PublicService, None),
];

pub(crate) fn own_items() -> Fallible<Vec<OwnItem>> {
    let item = |(key, name, kind, before): &(&str, &str, Kind, Before)| {
        let origin = match *before {
            None => OwnOrigin::County,
            Some((department, modality, zones)) => OwnOrigin::City(Devolution {
                not_devolved_to: if zones { Regions::NONE } else { Region::all().filter(|it| it.is_zone()).collect() },
                ..Devolution::new(department, modality)
            }),
        };
        Ok(OwnItem { key: key.parse()?, name: name.parse()?, kind: *kind, origin })
    };
    OWN.iter().map(item).collect()
}

/// Those that were a department's.
pub(crate) fn own_of(department: Department) -> Fallible<Vec<Key>> {
    let of_it = OWN.iter().filter(|(.., before)| before.is_some_and(|(it, ..)| it == department));
    of_it.map(|(key, ..)| Ok(key.parse()?)).collect()
}

/// In the second half of the year an item leaves review, and another comes to the list; no handbook of it is there yet.
pub(crate) fn amendment(from: NaiveDate) -> Fallible<Amendment> {
    let direct = ItemChange { modality: Some(Modality::Direct), ..ItemChange::of(Key::Annex1(40)) };
    let added = NewItem {
        key: ADDED.parse()?,
        name: "（虚构）新下放的确认事项".parse()?,
        kind: Kind::Confirmation,
        origin: NewOrigin::City(Devolution::new(Department::Housing, Modality::Direct)),
    };
    let ground = Ground::Policy("（虚构）上级文件".parse()?);
    let number = "（虚构）调整1号".parse()?;
    Ok(Amendment { adds: vec![added], changes: vec![direct], ..Amendment::new(number, from, ground) })
}

pub(crate) const ADDED: &str = "XZ-1";
