//! 2号章: an agreement of every department with every region that reviews its items, one seal under each, here and there an electronic twin; and
//! what becomes of some of them in the course of the year. All fictional.

use chrono::NaiveDate;
use tongquan::{
    Department, Edition, Key, Modality, Region, Standing,
    register::{Agreement, Circumstance, Items, Revision, SealEvent, SealId, SealStep},
    text::{Mark, Text},
};

use super::{
    Fallible,
    bodies::{id, word},
};

/// 刻制、移交, as the first revision carries them over.
pub(crate) fn seals(edition: &Edition, signed: NaiveDate, handed_over: NaiveDate, into: &mut Revision) -> Fallible<()> {
    for department in Department::all() {
        for (number, region) in (1..).zip(Region::all()) {
            let Some(agreement) = agreement(edition, department, region, signed)? else { continue };
            let mut happens =
                |number, on, event| into.seals.push(SealEvent { seal: SealId { department, number }, on, event });
            let twin =
                [Region::Yanzhou, Region::Qufu, Region::HighTechZone].contains(&region).then_some(number + TWINS);
            happens(number, signed, SealStep::Cut { twin_of: None });
            happens(number, handed_over, SealStep::HandedOver { agreement: agreement.number.clone() });
            if let Some(twin) = twin {
                happens(twin, signed, SealStep::Cut { twin_of: Some(number) });
                happens(twin, handed_over, SealStep::HandedOver { agreement: agreement.number.clone() });
            }
            into.agreements.push(agreement);
        }
    }
    Ok(())
}

/// A twin is numbered after its seal.
const TWINS: u16 = 100;

/// None where the region reviews nothing of the department's.
fn agreement(
    edition: &Edition,
    department: Department,
    region: Region,
    from: NaiveDate,
) -> Fallible<Option<Agreement>> {
    let reviewed = edition.items().filter(|it| {
        it.department() == Some(department) && it.cell(region).standing == Standing::Devolved(Modality::Review)
    });
    let keys: Vec<Key> = reviewed.map(|it| it.key().clone()).collect();
    if keys.is_empty() {
        return Ok(None);
    }
    let circumstance = |code: &str, name: &str| Fallible::Ok(Circumstance { code: code.parse()?, name: name.parse()? });
    Ok(Some(Agreement {
        number: number(department, region)?,
        department,
        region,
        users: vec![id(region, "keeper-1")?.as_str().parse()?, id(region, "keeper-2")?.as_str().parse()?],
        items: Items::Only(keys),
        circumstances: vec![circumstance("decision", "对申请作出决定的文书")?, circumstance("licence", "制发的证照")?],
        custody: "专人专柜保管，逐次登记".parse()?,
        liability: "由用章单位承担相关责任".parse()?,
        from,
        until: None,
    }))
}

fn number(department: Department, region: Region) -> Fallible<Mark> {
    Ok(format!("XY-{}-{}", word(department)?, word(region)?).parse()?)
}

const OFTEN_USED: Department = Department::ApprovalService;

const fn of(department: Department, region: Region) -> SealId {
    SealId { department, number: region as u16 + 1 }
}

/// 暂停使用: of a seal that is much used.
pub(crate) fn suspended(on: NaiveDate) -> Fallible<SealEvent> {
    let reason = reason("核查用章登记")?;
    Ok(SealEvent { seal: of(OFTEN_USED, Region::Zoucheng), on, event: SealStep::Suspended { reason } })
}

/// 恢复使用
pub(crate) fn restored(on: NaiveDate) -> Fallible<SealEvent> {
    let reason = reason("登记已补正")?;
    Ok(SealEvent { seal: of(OFTEN_USED, Region::Zoucheng), on, event: SealStep::Restored { reason } })
}

/// 收回, and another handed over in its place.
pub(crate) fn replaced(on: NaiveDate) -> Fallible<Vec<SealEvent>> {
    let (old, agreement) = (of(OFTEN_USED, Region::Rencheng), number(OFTEN_USED, Region::Rencheng)?);
    let new = SealId { number: old.number + 2 * TWINS, ..old };
    let happens = |seal, event| SealEvent { seal, on, event };
    Ok(vec![
        happens(old, SealStep::Withdrawn { reason: reason("印面磨损")? }),
        happens(new, SealStep::Cut { twin_of: None }),
        happens(new, SealStep::HandedOver { agreement }),
    ])
}

/// 遗失, found out weeks later: an electronic twin.
pub(crate) fn lost(since: NaiveDate) -> Fallible<SealEvent> {
    let seal = of(OFTEN_USED, Region::Yanzhou);
    let twin = SealId { number: seal.number + TWINS, ..seal };
    Ok(SealEvent { seal: twin, on: since, event: SealStep::Lost { reason: reason("介质遗失，事后报告")? } })
}

fn reason(what: &str) -> Fallible<Text> {
    Ok(format!("（虚构）{what}").parse()?)
}
