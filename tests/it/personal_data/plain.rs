//! The check said once more, from the rule alone: slow, and with a table where the crate computes.

use tongquan::text::PersonalData::{self, Mobile, ResidentId};

pub(super) type Found = Option<(PersonalData, usize)>;

pub(super) static SEPARATORS: [char; 29] = [
    ' ', '\u{3000}', '\u{a0}', '\u{2000}', '\u{2001}', '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}', '\u{2006}',
    '\u{2007}', '\u{2008}', '\u{2009}', '\u{200a}', '-', '‐', '‑', '‒', '–', '—', '−', '－', '.', '·', '•', '_', '/',
    '~', '～',
];

/// Every number that begins and ends where a group of digits does is written out and looked at.
pub(super) fn plain(text: &str) -> Found {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut all = Vec::new();
    for start in (0..chars.len()).filter(|at| digit(*at) && (*at == 0 || !digit(at - 1))) {
        let (mut number, mut places, mut apart) = (String::new(), Vec::new(), 0);
        for at in start..=chars.len() {
            if digit(at) {
                number.push(chars[at]);
                places.push(at + 1);
                apart = 0;
                continue;
            }
            if digit(at - 1) {
                all.extend(is_resident_id(&number).then_some((places[0], 0, ResidentId)));
                let code = |code: &str| number.strip_prefix(code).is_some_and(is_mobile).then(|| places[code.len()]);
                let plus = start > 0 && chars[start - 1] == '+';
                let mobile = code("").or_else(|| code("0086")).or_else(|| code("86").filter(|_| plus));
                all.extend(mobile.map(|at| (at, 1, Mobile)));
            }
            match chars.get(at) {
                Some('X') if is_resident_id(&format!("{number}X")) => all.push((places[0], 0, ResidentId)),
                Some(it) if SEPARATORS.contains(it) && apart < 2 => {
                    apart += 1;
                    continue;
                }
                _ => {}
            }
            break;
        }
    }
    all.into_iter().min_by_key(|(at, longer, _)| (*at, *longer)).map(|(at, _, kind)| (kind, at))
}

fn narrow(c: char) -> char {
    match "０１２３４５６７８９＋ＸXｘx".chars().position(|it| it == c) {
        Some(at @ ..10) => char::from_digit(at.try_into().unwrap(), 10).unwrap(),
        Some(10) => '+',
        Some(_) => 'X',
        None => c,
    }
}

/// The table of GB 11643: a weight for each place, a check character for each remainder.
pub(super) fn check_character(body: &str) -> char {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.chars().zip(weights).map(|(it, weight)| it.to_digit(10).unwrap() * weight).sum();
    "10X98765432".chars().nth((sum % 11).try_into().unwrap()).unwrap()
}

fn is_resident_id(number: &str) -> bool {
    if number.len() != 18 || number.starts_with('0') {
        return false;
    }
    let figure = |from: usize, to: usize| number[from..to].parse::<u32>().unwrap();
    let (year, month, on) = (figure(6, 10), figure(10, 12), figure(12, 14));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1800..2200).contains(&year) && (1..=days).contains(&on) && number.ends_with(check_character(&number[..17]))
}

fn is_mobile(number: &str) -> bool {
    number.len() == 11 && number.starts_with('1') && ('3'..='9').contains(&char::from(number.as_bytes()[1]))
}
