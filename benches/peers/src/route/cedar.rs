//! Cedar: policies and entities are made once; a request is put together for each question.

use std::collections::{HashMap, HashSet};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, Policy, PolicyId, PolicySet, Request, Response,
    RestrictedExpression,
};
use tongquan::{Item, Region, Standing};

use super::given::{Asked, REVIEW, WORDS, annex_1, asked, id, read, regions, word};

/// A question whose parts are held: what is left is to put them together.
pub struct Asks {
    region: EntityUid,
    item: EntityUid,
    context: Context,
}

fn uid(kind: &str, id: &str) -> EntityUid {
    format!("{kind}::\"{id}\"").parse().expect("an entity")
}

fn asks() -> Vec<Asks> {
    let context = |crosses| {
        let crosses = RestrictedExpression::new_bool(crosses);
        Context::from_pairs([("crosses".to_owned(), crosses)]).expect("one field")
    };
    let contexts = [context(false), context(true)];
    let items: Vec<EntityUid> = annex_1().map(|it| uid("Item", &it.key().to_string())).collect();
    let regions: Vec<EntityUid> = Region::all().map(|it| uid("Region", &id(it))).collect();
    let asks = |it: &Asked| Asks {
        region: regions[it.region as usize].clone(),
        item: items[it.number].clone(),
        context: contexts[usize::from(it.crosses)].clone(),
    };
    asked().iter().map(asks).collect()
}

/// Each item knows the regions in which it stands so and so.
fn entities(of: &[Standing]) -> Entities {
    let set = |item: Item<'static>, standing: Standing| {
        let regions = regions(item, standing).map(|it| RestrictedExpression::new_entity_uid(uid("Region", &id(it))));
        (word(standing).to_owned(), RestrictedExpression::new_set(regions))
    };
    let entity = |item: Item<'static>| {
        let sets: HashMap<_, _> = of.iter().map(|it| set(item, *it)).collect();
        Entity::new(uid("Item", &item.key().to_string()), sets, HashSet::new()).expect("an item")
    };
    Entities::from_entities(annex_1().map(entity), None).expect("61 items")
}

struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    action: EntityUid,
}

impl Cedar {
    fn new(action: &str, policies: &[(&str, String)], entities: Entities) -> Self {
        let policy = |(name, when): &(&str, String)| {
            let text = format!("permit(principal, action == Action::\"{action}\", resource) when {{ {when} }};");
            Policy::parse(Some(PolicyId::new(name)), text).expect("a policy")
        };
        let policies = PolicySet::from_policies(policies.iter().map(policy)).expect("no two alike");
        Self { authorizer: Authorizer::new(), policies, entities, action: uid("Action", action) }
    }

    fn ask(&self, it: &Asks) -> Response {
        let request = Request::new(it.region.clone(), self.action.clone(), it.item.clone(), it.context.clone(), None);
        self.authorizer.is_authorized(&request.expect("a request"), &self.policies, &self.entities)
    }
}

fn within(standing: Standing) -> String {
    format!("!context.crosses && resource.{}.contains(principal)", word(standing))
}

/// A policy for each standing: the one that permits tells it.
pub fn modality() -> (Vec<Asks>, impl FnMut(&Asks) -> Standing) {
    let listed: Vec<Standing> = WORDS.iter().map(|it| it.0).filter(|it| *it != Standing::Reserved).collect();
    let mut policies = vec![("reserved", "context.crosses".to_owned())];
    policies.extend(listed.iter().map(|it| (word(*it), within(*it))));
    let cedar = Cedar::new("handle", &policies, entities(&listed));
    (asks(), move |it| {
        let told = cedar.ask(it);
        read(told.diagnostics().reason().next().expect("a policy that permits").as_ref())
    })
}

pub fn seal() -> (Vec<Asks>, impl FnMut(&Asks) -> bool) {
    let cedar = Cedar::new("affix", &[("seal", within(REVIEW))], entities(&[REVIEW]));
    (asks(), move |it| cedar.ask(it).decision() == Decision::Allow)
}
