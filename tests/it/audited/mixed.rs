//! Bad lines among good ones, whatever they are and wherever they stand, change no count but that of lines not read.

use std::sync::LazyLock;

use proptest::{collection::vec, prelude::*, sample::Index};

use super::{counted, good};
use crate::audit::Count;

static GOOD: LazyLock<(Vec<String>, Count)> = LazyLock::new(|| {
    let good = good();
    let count = counted(good.join("\n").as_bytes()).0;
    (good, count)
});

/// A line that is no journal: one that breaks off, two in one, of another encoding, of anything.
fn bad() -> impl Strategy<Value = Vec<u8>> {
    let line = || any::<Index>().prop_map(|it| it.get(&GOOD.0).clone().into_bytes());
    let cut = (line(), any::<Index>()).prop_map(|(line, at)| line[..1 + at.index(line.len() - 1)].to_vec());
    let two = (line(), line(), any::<Index>(), 1_usize..50).prop_map(|(one, other, at, step)| {
        let at = 1 + at.index(one.len() - 1);
        let (before, after) = one.split_at(at);
        // the other's bytes within, or by turns with the rest
        if step % 2 == 0 {
            return [before, &other, after].concat();
        }
        let turns = after.chunks(step).zip(other.chunks(step));
        before.iter().copied().chain(turns.flat_map(|(one, other)| [one, other].concat())).collect()
    });
    let damaged = (line(), any::<Index>(), prop_oneof![Just(0), Just(b'{'), Just(0xe9), Just(b'"'), Just(b'}')])
        .prop_map(|(mut line, at, by)| {
            let at = at.index(line.len());
            line.insert(at, by);
            line
        });
    let utf16 = (line(), any::<bool>(), any::<bool>()).prop_map(|(line, mark, little)| {
        let text = format!("{}{}", if mark { "\u{feff}" } else { "" }, String::from_utf8(line).unwrap());
        let bytes = |it: u16| if little { it.to_le_bytes() } else { it.to_be_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    });
    let anything = prop_oneof![vec(any::<u8>(), 1..80), "[ -~]{1,80}".prop_map(String::into_bytes)];
    let json = prop_oneof![Just("[]"), Just("{}"), Just("null"), Just("[{\"file\":{}}]"), Just("12")];
    let json = json.prop_map(|it| it.as_bytes().to_vec());
    prop_oneof![cut, two, damaged, utf16, anything, json]
}

/// How many lines it makes that are not blank.
fn lines(of: &[u8]) -> u64 {
    of.split(|it| *it == b'\n').filter(|it| !it.iter().all(u8::is_ascii_whitespace)).count() as u64
}

/// Whether it can be read after all: a byte too many within a text makes another text.
fn is_read(bad: &[u8]) -> bool {
    bad.split(|it| *it == b'\n').any(|it| serde_json::from_slice::<tongquan::Journal>(it).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn bad_lines_change_no_count_but_their_own(drawn in vec((any::<Index>(), bad()), 1..12)) {
        let (good, alone) = &*GOOD;
        let mut mixed: Vec<&[u8]> = good.iter().map(String::as_bytes).collect();
        let mut unread = 0;
        for (at, bad) in drawn.iter().filter(|(_, it)| !is_read(it)) {
            mixed.insert(at.index(mixed.len() + 1), bad);
            unread += lines(bad);
        }
        let (count, missed, told) = counted(&*mixed.join(&b'\n'));
        prop_assert_eq!((missed.unread, missed.cut), (unread, 0), "{}", told);
        prop_assert_eq!(&count, alone);
        prop_assert_eq!(told.lines().count() as u64, unread);
        prop_assert!(told.lines().all(|it| it.starts_with("j line ")));
    }
}
