//! 用章凭证不得涂改。 A proof of a use of Seal No. 2 is not altered afterwards (C6): it names the documents that were sealed.

use tongquan::{case::stage::SealUse, text::Text};

fn add_a_document(mut proof: SealUse, document: Text) {
    proof.documents.push(document);
}

fn main() {}
