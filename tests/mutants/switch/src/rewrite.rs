//! Puts each mutant beside what it changes.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::Result;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprStruct, ExprUnary, Signature};

use crate::edit::{Edited, Edits};
use crate::mutant::{Genre, Here, Mutant, Place};

/// Which mutant is switched on.
const ON: &str = "crate::mutant::on()";

type Numbered<'m> = Vec<(usize, &'m Mutant)>;

/// The text of a file with its mutants, but for those `left` out. Functions are constant no longer, but for those `kept`: what is switched is not known where it is
/// compiled.
pub fn rewrite(text: &str, here: &Here<'_>, left: &HashSet<usize>, kept: &HashSet<String>) -> Result<Edited> {
    let file = syn::parse_file(text)?;
    let mut rewrite = Rewrite { text, here, left, kept, edits: Edits::default() };
    rewrite.visit_file(&file);
    Ok(rewrite.edits.apply(text))
}

struct Rewrite<'r, 'm> {
    text: &'r str,
    here: &'r Here<'m>,
    left: &'r HashSet<usize>,
    kept: &'r HashSet<String>,
    edits: Edits,
}

/// After `opened`, an arm for each mutant and one for what stands there; which of it is whose.
fn arms(
    opened: &str,
    mutants: &Numbered<'_>,
    arm: impl Fn(&str) -> String,
    unchanged: &str,
) -> (String, Vec<(Range<usize>, usize)>) {
    let (mut text, mut parts) = (format!("{opened}match {ON} {{"), Vec::new());
    for (number, mutant) in mutants {
        let start = text.len();
        text += &format!(" {number} => {},", arm(&mutant.replacement));
        parts.push((start..text.len(), *number));
    }
    text += &format!(" _ => {unchanged} }}");
    (text, parts)
}

impl<'m> Rewrite<'_, 'm> {
    fn of(&self, genre: Genre, span: Span) -> Numbered<'m> {
        let start = span.start();
        let place = Place { line: start.line, column: start.column + 1 };
        let mut mutants = self.here.get(&(genre, place)).cloned().unwrap_or_default();
        mutants.retain(|(number, _)| !self.left.contains(number));
        mutants
    }

    fn put(&mut self, span: Range<usize>, text: impl Into<String>) {
        self.edits.put(span, text.into(), Vec::new());
    }

    fn before(&mut self, span: Span, text: impl Into<String>) {
        let start = span.byte_range().start;
        self.put(start..start, text);
    }

    fn after(&mut self, span: Span, text: impl Into<String>) {
        let end = span.byte_range().end;
        self.put(end..end, text);
    }

    fn body(&mut self, signature: &Signature, block: &Block) {
        if let Some(constant) = &signature.constness
            && !self.kept.contains(&signature.ident.to_string())
        {
            self.put(constant.span().byte_range(), "");
        }
        // what is told by its trait alone is of one type, which the other value would not be of
        let opaque = matches!(&signature.output, syn::ReturnType::Type(_, of) if self.text[of.span().byte_range()].contains("impl "));
        let Some(first) = block.stmts.first().filter(|_| !opaque) else { return };
        for (number, mutant) in self.of(Genre::FnValue, first.span()) {
            let start = first.span().byte_range().start;
            let text = format!("if {ON} == {number} {{ return {}; }} ", mutant.replacement);
            let all = 0..text.len();
            self.edits.put(start..start, text, vec![(all, number)]);
        }
    }
}

/// Whether a condition has a `let` in its chain, which stands in no other place.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(expr) => binds(&expr.left) || binds(&expr.right),
        _ => false,
    }
}

fn numbers(mutants: &Numbered<'_>) -> Vec<usize> {
    mutants.iter().map(|(number, _)| *number).collect()
}

impl<'ast> Visit<'ast> for Rewrite<'_, '_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.body(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.body(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.body(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    // what these hold is known where it is compiled
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}

    fn visit_expr_binary(&mut self, expr: &'ast ExprBinary) {
        let mutants = self.of(Genre::BinaryOperator, expr.op.span());
        if mutants.is_empty() || binds(&expr.left) || binds(&expr.right) {
            return visit::visit_expr_binary(self, expr);
        }
        let since = self.edits.count();
        let (op, sign) = (expr.op.span().byte_range(), &self.text[expr.op.span().byte_range()]);
        let compares = ["==", "!=", "<", "<=", ">", ">="].contains(&sign);
        if let BinOp::And(_) | BinOp::Or(_) = expr.op {
            let asked = if let BinOp::And(_) = expr.op { "!=" } else { "==" };
            self.before(expr.span(), "(match ");
            self.visit_expr(&expr.left);
            let numbers =
                numbers(&mutants).iter().map(|number| format!("({ON} == {number})")).collect::<Vec<_>>().join(" || ");
            self.put(op, format!(" {{ l => if l {asked} ({numbers}) {{"));
            self.visit_expr(&expr.right);
            self.after(expr.span(), " } else { l } })");
        } else if !compares && sign.ends_with('=') {
            let place = &self.text[expr.left.span().byte_range()];
            let (text, parts) =
                arms(") { r => ", &mutants, |other| format!("{place} {other} r"), &format!("{place} {sign} r"));
            let left = expr.left.span().byte_range().start..op.end;
            self.put(left, "match (");
            self.visit_expr(&expr.right);
            let end = expr.span().byte_range().end;
            self.edits.put(end..end, text + " }", parts);
        } else {
            let lent = if compares { "&" } else { "" };
            let (text, parts) =
                arms(")) { (l, r) => ", &mutants, |other| format!("l {other} r"), &format!("l {sign} r"));
            self.before(expr.span(), format!("(match ({lent}("));
            self.visit_expr(&expr.left);
            self.put(op, format!("), {lent}("));
            self.visit_expr(&expr.right);
            let end = expr.span().byte_range().end;
            self.edits.put(end..end, text + " })", parts);
        }
        self.edits.wrap(since, numbers(&mutants));
    }

    fn visit_expr_unary(&mut self, expr: &'ast ExprUnary) {
        let mutants = self.of(Genre::UnaryOperator, expr.op.span());
        let Some((number, _)) = mutants.first() else { return visit::visit_expr_unary(self, expr) };
        let since = self.edits.count();
        let op = expr.op.span().byte_range();
        let sign = &self.text[op.clone()];
        self.put(op, "(match (");
        self.visit_expr(&expr.expr);
        self.after(expr.span(), format!(") {{ x => if {ON} == {number} {{ x }} else {{ {sign}x }} }})"));
        self.edits.wrap(since, numbers(&mutants));
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let gone = self.of(Genre::MatchArm, arm.pat.span());
        let since = self.edits.count();
        let mut all = numbers(&gone);
        let not_gone = gone.first().map(|(number, _)| format!("{ON} != {number}"));
        if let Some((_, guard)) = &arm.guard {
            let mut mutants = self.of(Genre::MatchArmGuard, guard.span());
            // `a || b && c`: what makes it true comes first
            mutants.sort_by_key(|(_, mutant)| mutant.replacement != "true");
            all.extend(numbers(&mutants));
            if !all.is_empty() {
                let mut opened = not_gone.map(|asked| format!("{asked} && ")).unwrap_or_default() + "(";
                for (number, mutant) in &mutants {
                    opened += &if mutant.replacement == "true" {
                        format!("{ON} == {number} || ")
                    } else {
                        format!("{ON} != {number} && ")
                    };
                }
                self.before(guard.span(), opened + "(");
            }
            self.visit_expr(guard);
            if !all.is_empty() {
                self.after(guard.span(), "))");
            }
        } else if let Some(asked) = not_gone {
            self.after(arm.pat.span(), format!(" if {asked}"));
        }
        if !all.is_empty() {
            self.edits.wrap(since, all);
        }
        self.visit_expr(&arm.body);
    }

    fn visit_expr_struct(&mut self, expr: &'ast ExprStruct) {
        for field in &expr.fields {
            let mutants = self.of(Genre::StructField, field.span());
            let (Some((number, _)), Some(base)) = (mutants.first(), &expr.rest) else {
                self.visit_expr(&field.expr);
                continue;
            };
            let since = self.edits.count();
            let syn::Member::Named(name) = &field.member else { continue };
            let base = &self.text[base.span().byte_range()];
            let named = if field.colon_token.is_some() { String::new() } else { format!("{name}: ") };
            self.before(field.expr.span(), format!("{named}if {ON} == {number} {{ ({base}).{name} }} else {{ "));
            self.visit_expr(&field.expr);
            self.after(field.expr.span(), " }");
            self.edits.wrap(since, numbers(&mutants));
        }
        if let Some(base) = &expr.rest {
            self.visit_expr(base);
        }
    }
}
