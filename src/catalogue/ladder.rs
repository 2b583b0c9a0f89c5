use std::fmt;

use super::{Item, Modality, Origin, Standing};
use crate::{
    law::{Clause, Fact, Silence, Source, ids},
    place::Region,
    text::Text,
};

/// 选择放权方式的情形: what `C1` asks of an item in a region, as whoever drafts an amendment or a choice knows it. The crate knows no law of items.
///
/// The default is an item that law leaves open, in a region that can take it on.
///
/// See the example of [`Ladder`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// 难以承接: the staff or skill that the region lacks.
    pub lacking: Option<Text>,
    /// 不能授权: the law that forbids authorising the region.
    pub forbids_authorising: Option<Text>,
    /// 不能委托: the law that forbids entrusting it.
    pub forbids_entrusting: Option<Text>,
    /// 结合组织架构、机构编制: whether the department's structure and staff allow a window in the region's centre.
    pub window_feasible: bool,
}

/// 放权阶梯: which modality `C1` calls for, an item in a region: the rungs in the order in which they were tried, each with its reason.
///
/// ```
/// use tongquan::{Edition, Modality, Region, catalogue::{Circumstances, Ladder}};
/// let item = Edition::built_in().annex_1(36)?; // substantive review
/// let open = Ladder::of(item, Region::Wenshang, &Circumstances::default()).expect("a city item");
/// assert_eq!((open.recommends(), open.stands_apart()), (Modality::Direct, true));
/// let law = Some("（虚构）某法第一条".parse()?);
/// let forbidden = Circumstances { forbids_authorising: law.clone(), forbids_entrusting: law, ..Circumstances::default() };
/// let ladder = Ladder::of(item, Region::Wenshang, &forbidden).expect("a city item");
/// assert_eq!((ladder.recommends(), ladder.stands_apart()), (Modality::Review, false));
/// assert!(ladder.risk().is_some()); // law forbids entrusting, and the paper will carry the city department's seal
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    stands: Standing,
    passed: Vec<Rung>,
    taken: Rung,
    risk: Option<Fact>,
}

/// 一档: a rung of the ladder: a modality, and why it was taken or passed by.
///
/// ```
/// use tongquan::{Edition, Modality, Region, catalogue::{Circumstances, Ladder}};
/// let lacking = Some("（虚构）没有检测人员".parse()?);
/// let item = Edition::built_in().annex_1(36)?;
/// let ladder = Ladder::of(item, Region::Wenshang, &Circumstances { lacking, ..Circumstances::default() }).ok_or("not the city's")?;
/// let rung = ladder.taken();
/// assert_eq!((rung.modality, rung.why.zh().as_str()), (Modality::Intake, "本区域难以承接：（虚构）没有检测人员"));
/// assert_eq!(rung.basis[0].id(), "C1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The modality of this rung.
    pub modality: Modality,
    /// Why the item stands on it, or passes it by, in both languages.
    pub why: Fact,
    /// What it rests on.
    pub basis: &'static [Source],
}

const C1: &[Source] = &[Source::Clause(Clause::C1)];
const C1_AND_S54: &[Source] = &[Source::Clause(Clause::C1), Source::Silence(Silence::S54)];

impl Ladder {
    /// Climbs it for an item in a region; a county-original item was never the city's to hand down, and has none.
    pub fn of(item: Item<'_>, region: Region, it: &Circumstances) -> Option<Self> {
        if item.origin() == Origin::County {
            return None;
        }
        let mut passed = Vec::new();
        let mut tried = [intake(it), direct(it), window(it)].into_iter();
        let taken = loop {
            match tried.next() {
                Some((true, rung)) => break rung,
                Some((false, rung)) => passed.push(rung),
                None => {
                    let both = it.forbids_authorising.is_some() && it.forbids_entrusting.is_some();
                    break Rung { modality: Modality::Review, why: NEITHER, basis: if both { C1 } else { C1_AND_S54 } };
                }
            }
        };
        let forbidding = it.forbids_entrusting.as_ref().filter(|_| taken.modality == Modality::Review);
        let risk = forbidding.map(|law| told(AT_RISK, &[law]));
        Some(Self { stands: item.cell(region).standing, passed, taken, risk })
    }

    /// 推荐方式: the modality that `C1` calls for.
    pub const fn recommends(&self) -> Modality {
        self.taken.modality
    }

    /// The rung that was taken, with its reason.
    pub const fn taken(&self) -> &Rung {
        &self.taken
    }

    /// The rungs that were passed by before it, each with why.
    pub fn passed(&self) -> &[Rung] {
        &self.passed
    }

    /// 法律风险: under substantive review of what law forbids to entrust (`S54`).
    pub const fn risk(&self) -> Option<&Fact> {
        self.risk.as_ref()
    }

    /// How the catalogue has the item in the region.
    pub const fn stands(&self) -> Standing {
        self.stands
    }

    /// Whether the catalogue has it on another rung, or devolves it there on none. Where the region is yet to choose there is nothing to compare.
    pub fn stands_apart(&self) -> bool {
        self.stands != Standing::RegionChooses && self.stands != Standing::Devolved(self.taken.modality)
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let told = |it: &Rung| format!("{}（{}）", it.modality.label(), it.why.zh());
        let mut text = format!("推荐：{}", told(&self.taken));
        if !self.passed.is_empty() {
            let passed: Vec<String> = self.passed.iter().map(told).collect();
            text.push_str(&format!("；不用：{}", passed.join("、")));
        }
        if let Some(risk) = &self.risk {
            text.push_str(&format!("；{}〔{}〕", risk.zh(), ids(C1_AND_S54)));
        }
        if self.stands_apart() {
            text.push_str(&format!("；清单现为：{}", self.stands.label()));
        }
        text
    }
}

impl fmt::Display for Ladder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is called for: {}", self.taken.modality, self.taken.why)?;
        for it in &self.passed {
            write!(f, "; not {}: {}", it.modality, it.why)?;
        }
        if let Some(risk) = &self.risk {
            write!(f, "; {risk} [{}]", ids(C1_AND_S54))?;
        }
        if self.stands_apart() {
            write!(f, "; the catalogue has: {}", self.stands)?;
        }
        Ok(())
    }
}

/// Words about laws, or about what is lacking.
fn told((zh, en): (&str, &str), what: &[&Text]) -> Fact {
    let what: Vec<&str> = what.iter().map(|it| it.as_str()).collect();
    Fact::Told { zh: format!("{zh}：{}", what.join("、")), en: format!("{en}: {}", what.join(", ")) }
}

/// Whether a rung is taken, and why or why not.
type Tried = (bool, Rung);

const fn tried(taken: bool, modality: Modality, why: Fact) -> Tried {
    (taken, Rung { modality, why, basis: C1 })
}

/// Over every other: what a region cannot take on is decided by the city.
fn intake(it: &Circumstances) -> Tried {
    let why = it.lacking.as_ref().map_or(ABLE, |lacking| told(LACKING, &[lacking]));
    tried(it.lacking.is_some(), Modality::Intake, why)
}

fn direct(it: &Circumstances) -> Tried {
    let laws: Vec<&Text> = it.forbids_authorising.iter().chain(&it.forbids_entrusting).collect();
    if laws.is_empty() {
        return tried(true, Modality::Direct, OPEN);
    }
    tried(false, Modality::Direct, told(FORBIDDEN, &laws))
}

/// Called for where the law lets the power be neither authorised nor entrusted.
fn window(it: &Circumstances) -> Tried {
    match (&it.forbids_authorising, &it.forbids_entrusting) {
        (Some(authorising), Some(entrusting)) => {
            let words = if it.window_feasible { STAYS } else { NOT_FEASIBLE };
            tried(it.window_feasible, Modality::Window, told(words, &[authorising, entrusting]))
        }
        _ => (false, Rung { modality: Modality::Window, why: ONE_OF_TWO, basis: C1_AND_S54 }),
    }
}

const ABLE: Fact = Fact::Term { zh: "本区域能够承接", en: "the region can take it on" };
const LACKING: (&str, &str) = ("本区域难以承接", "the region cannot take it on");
const OPEN: Fact = Fact::Term { zh: "法律法规没有限制", en: "law leaves it open" };
const FORBIDDEN: (&str, &str) = ("法律法规有限制", "law does not leave it open");
const STAYS: (&str, &str) = (
    "不能授权也不能委托，架构编制允许派驻",
    "law forbids authorising and entrusting, and structure and staff allow a window",
);
const NOT_FEASIBLE: (&str, &str) = (
    "不能授权也不能委托，而架构编制不允许派驻",
    "law forbids authorising and entrusting, and structure and staff allow no window",
);
const ONE_OF_TWO: Fact = Fact::Term {
    zh: "法律法规没有同时禁止授权和委托",
    en: "law does not forbid both authorising and entrusting",
};
const NEITHER: Fact = Fact::Term {
    zh: "既不能直接下放，也不能前移窗口",
    en: "neither direct devolution nor a window can be had",
};
const AT_RISK: (&str, &str) = ("法律风险：法律法规禁止委托", "legal risk, since law forbids entrusting");
