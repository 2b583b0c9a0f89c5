//! 个人信息: what no free text and no reference to a person may carry, told by its digits alone.

use std::{iter, mem};

use chrono::NaiveDate;
use serde::Serialize;

use crate::term::terms;

/// 个人信息: the kinds that a text is searched for (`C7`).
///
/// ```
/// use tongquan::text::{BadText, PersonalData, Text};
/// let refused = "请联系138 0013 8000".parse::<Text>();
/// assert_eq!(refused, Err(BadText::PersonalData { kind: PersonalData::Mobile, at: 4 }));
/// assert!("请联系0537-2345678".parse::<Text>().is_ok()); // a landline passes
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PersonalData {
    /// 居民身份证号: 18 places, of which eight name a day and the last one checks the others (GB 11643).
    ResidentId,
    /// 手机号码: a mobile number of the mainland, with or without its country code.
    Mobile,
}

terms!(PersonalData {
    Self::ResidentId => "居民身份证号", "resident identity number";
    Self::Mobile => "手机号码", "mobile number";
});

/// What was found, and which character it begins at, counted from 1.
type Found = (PersonalData, usize);

impl PersonalData {
    /// The first in a text; where several overlap, the one that begins first.
    pub(super) fn find(text: &str) -> Option<Found> {
        // most texts have too few digits for any number
        if at_most_digits(text) < FEWEST {
            return None;
        }
        text.chars().filter_map(digit).nth(FEWEST - 1)?;
        let mut chain = Chain::EMPTY;
        // the end of the text ends a group
        for (at, c) in (1..).zip(text.chars().chain(iter::once('\n'))) {
            if let Some(digit) = digit(c) {
                chain.push(digit, at);
            } else if let Some(found) = chain.part(c) {
                return Some(found);
            }
            chain.before = c;
        }
        None
    }
}

/// The places of the longest number.
const PLACES: usize = 18;
/// The digits of the shortest number.
const FEWEST: usize = 11;
/// The most separators between two groups of one number.
const APART: usize = 2;

/// Groups of digits that nothing but separators parts. A number begins and ends where groups do, so only the last digits are kept.
struct Chain {
    digits: [Digit; PLACES],
    /// Separators since the last digit; none, before the first one.
    apart: Option<usize>,
    /// The character before.
    before: char,
    found: Option<Found>,
}

#[derive(Clone, Copy)]
struct Digit {
    value: u8,
    at: usize,
    /// What stands before the group that it begins.
    begins_after: Option<char>,
}

impl Chain {
    const EMPTY: Self = Self {
        digits: [Digit { value: 0, at: 0, begins_after: None }; PLACES],
        apart: None,
        before: '\n',
        found: None,
    };

    fn push(&mut self, value: u8, at: usize) {
        let begins_after = (self.apart != Some(0)).then_some(self.before);
        self.digits.rotate_left(1);
        if let Some(last) = self.digits.last_mut() {
            *last = Digit { value, at, begins_after };
        }
        self.apart = Some(0);
    }

    /// Takes in what is no digit; where that ends the chain, tells what was found in it.
    fn part(&mut self, c: char) -> Option<Found> {
        let apart = self.apart?;
        if apart == 0 {
            for (code, plus) in [([].as_slice(), false), (&[8, 6], true), (&[0, 0, 8, 6], false)] {
                self.note(self.mobile(code, plus));
            }
            self.note(self.resident_id(None));
        }
        if matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ') {
            self.note(self.resident_id(Some(10)));
        }
        if is_separator(c) && apart < APART {
            self.apart = Some(apart + 1);
            return None;
        }
        mem::replace(self, Self::EMPTY).found
    }

    /// Of two that begin together the later one is the longer.
    fn note(&mut self, found: Option<Found>) {
        if let Some((_, at)) = found
            && self.found.is_none_or(|(_, first)| at <= first)
        {
            self.found = found;
        }
    }

    /// That many digits at the end, where a group begins with them.
    fn last(&self, count: usize) -> Option<&[Digit]> {
        let digits = self.digits.get(PLACES.checked_sub(count)?..)?;
        digits.first()?.begins_after.is_some().then_some(digits)
    }

    fn mobile(&self, code: &[u8], plus: bool) -> Option<Found> {
        let digits = self.last(code.len() + FEWEST)?;
        let (before, number) = digits.split_at_checked(code.len())?;
        let coded = before.iter().map(|it| it.value).eq(code.iter().copied());
        let signed = !plus || matches!(digits.first()?.begins_after, Some('+' | '＋'));
        let [one, two, ..] = number else { return None };
        (coded && signed && one.value == 1 && two.value >= 3).then_some((PersonalData::Mobile, one.at))
    }

    /// With the check character that stands behind the digits, or with the last digit for it.
    fn resident_id(&self, behind: Option<u32>) -> Option<Found> {
        let digits = self.last(PLACES - usize::from(behind.is_some()))?;
        let values = || digits.iter().map(|it| u32::from(it.value)).chain(behind);
        let number = |from, places| values().skip(from).take(places).fold(0, |sum, it| sum * 10 + it);
        let first = digits.first().filter(|it| it.value != 0)?;
        let year = number(6, 4).try_into().ok().filter(|it| (1800..=2199).contains(it))?;
        NaiveDate::from_ymd_opt(year, number(10, 2), number(12, 2))?;
        // ISO 7064 MOD 11-2
        let sum = values().fold(0, |sum, it| (sum * 2 + it) % 11);
        (sum == 1).then_some((PersonalData::ResidentId, first.at))
    }
}

/// How many digits a text has at most, as its bytes show: full-width ones begin as brackets do.
fn at_most_digits(text: &str) -> usize {
    const FULL_WIDTH: u8 = 0xef;
    let count = |bytes: &[u8]| bytes.iter().map(|it| u8::from(it.is_ascii_digit() || *it == FULL_WIDTH)).sum::<u8>();
    text.as_bytes().chunks(u8::MAX.into()).map(|bytes| usize::from(count(bytes))).sum()
}

/// Full-width digits are read as what they look like.
fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '-' | '\u{2010}'..='\u{2014}' | '−' | '－' | '.' | '·' | '•' | '_' | '/' | '~' | '～'
    )
}
