//! 卷宗: what all matters beside a case have in common: the case that they are held against, their order, their minutes in every format.

mod golden;
mod laws;
mod order;
mod samples;
mod stored;

pub(crate) use laws::stories;
