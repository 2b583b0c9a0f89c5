//! What is put into a text, and where it comes to stand.

use std::ops::Range;

/// A text put in at a place, for as many bytes as it takes the place of.
#[derive(Debug)]
struct Edit {
    at: usize,
    instead_of: usize,
    text: String,
    /// Of which mutant a part of it is.
    parts: Vec<(Range<usize>, usize)>,
}

/// What is put into one text, noted in the order in which one reads it.
#[derive(Debug, Default)]
pub struct Edits {
    edits: Vec<Edit>,
    /// From one edit to another all is of these mutants.
    wraps: Vec<(Range<usize>, Vec<usize>)>,
}

/// The text as it became, and what lies where in it.
#[derive(Debug)]
pub struct Edited {
    pub text: String,
    regions: Vec<(Range<usize>, Vec<usize>)>,
}

impl Edits {
    /// How many there are: where a wrap begins.
    pub const fn count(&self) -> usize {
        self.edits.len()
    }

    /// Puts `text` in for what lies in `span`; `parts` tells which of it is of which mutant.
    pub fn put(&mut self, span: Range<usize>, text: String, parts: Vec<(Range<usize>, usize)>) {
        self.edits.push(Edit { at: span.start, instead_of: span.len(), text, parts });
    }

    /// All since the edit of this number is of these mutants.
    pub fn wrap(&mut self, since: usize, mutants: Vec<usize>) {
        self.wraps.push((since..self.edits.len(), mutants));
    }

    /// The text with all that was put in.
    pub fn apply(self, text: &str) -> Edited {
        let mut order: Vec<usize> = (0..self.edits.len()).collect();
        order.sort_by_key(|&at| self.edits[at].at);
        let (mut edited, mut read) = (String::with_capacity(text.len() * 2), 0);
        let (mut stands, mut regions) = (vec![0..0; self.edits.len()], Vec::new());
        for number in order {
            let edit = &self.edits[number];
            edited.push_str(&text[read..edit.at]);
            let start = edited.len();
            edited.push_str(&edit.text);
            read = edit.at + edit.instead_of;
            stands[number] = start..edited.len();
            regions
                .extend(edit.parts.iter().map(|(part, mutant)| (start + part.start..start + part.end, vec![*mutant])));
        }
        edited.push_str(&text[read..]);
        regions.extend(
            self.wraps
                .into_iter()
                .map(|(edits, mutants)| (stands[edits.start].start..stands[edits.end - 1].end, mutants)),
        );
        Edited { text: edited, regions }
    }
}

impl Edited {
    /// The mutants of the smallest part in which this place lies.
    pub fn at(&self, place: usize) -> &[usize] {
        let around = self.regions.iter().filter(|(region, _)| region.contains(&place));
        around.min_by_key(|(region, _)| region.len()).map_or(&[], |(_, mutants)| mutants)
    }

    /// All that stand in it.
    pub fn mutants(&self) -> impl Iterator<Item = usize> {
        self.regions.iter().flat_map(|(_, mutants)| mutants.iter().copied())
    }
}
