use askama::Template;
use tongquan::law::Fact;

/// The same in Chinese and in English, each marked as what it is.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "words.html")]
pub(crate) struct Words {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Words {
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// A word of the crate's.
    pub(crate) fn of(fact: impl Into<Fact>) -> Self {
        let fact = fact.into();
        let (zh, en) = (fact.zh(), fact.to_string());
        // a name is a name in both
        let en = if en == zh { String::new() } else { en };
        Self { zh, en }
    }
}
