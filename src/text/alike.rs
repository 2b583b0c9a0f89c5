//! Names as people type them.

/// Whether two names differ only in how brackets, dashes, quotation marks and spaces are typed: full width or half, one dash or two.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    folded(a).eq(folded(b))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    text.chars()
        .filter(|it| !it.is_whitespace())
        .map(plain)
        .filter(move |it| last.replace(*it) != Some('-') || *it != '-')
}

fn plain(it: char) -> char {
    match it {
        '—' | '–' | '―' | '─' | '‐' | '﹣' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        // the full-width forms stand in the order of ASCII
        '！'..='～' => char::from_u32(u32::from(it) - 0xFEE0).unwrap_or(it),
        other => other,
    }
}
