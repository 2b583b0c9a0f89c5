use tongquan::{Modality, Standing};

/// How a standing is shown: by a letter, and by a class that gives the tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) letter: &'static str,
    pub(crate) class: &'static str,
}

impl Sign {
    pub(crate) const fn of(standing: Standing) -> Self {
        let (letter, class) = match standing {
            Standing::Devolved(Modality::Direct) => ("直", "direct"),
            Standing::Devolved(Modality::Window) => ("窗", "window"),
            Standing::Devolved(Modality::Review) => ("审", "review"),
            Standing::Devolved(Modality::Intake) => ("收", "intake"),
            Standing::NotDevolved => ("市", "city"),
            Standing::Reserved => ("跨", "city"),
            Standing::RegionChooses => ("择", "choose"),
            Standing::Chosen(_) => ("镇", "choose"),
            Standing::Original => ("县", "county"),
            Standing::Unresolved => ("未", "choose"),
        };
        Self { letter, class }
    }
}
