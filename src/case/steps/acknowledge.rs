use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    case::{Case, Draft, DutyState, Listed, Message, Record, Stamp, Step, Subject, stage::AfterDecision},
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    text::Text,
};

/// 签收反馈: the addressee of a report or push answers it (`C12`, `S19`).
///
/// Rules: [`WasAddressed`](crate::law::Rule::WasAddressed).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{AnyStep, StepKind}};
/// let step: AnyStep = serde_json::from_str(r#"{"acknowledge": {"message": "report", "reply": "acknowledged"}}"#)?;
/// let (case, stamp, office) = before("review", StepKind::Report)?; // nothing was sent yet
/// assert!(case.check(&step, &stamp, &office).unwrap_err().names(Rule::WasAddressed));
///
/// let (case, stamp, office) = before("review", StepKind::Acknowledge)?;
/// let case = case.apply(step, stamp, &office)?;
/// let rejected: AnyStep = serde_json::from_str(r#"{"acknowledge": {"message": {"push": "county_supervisor"}, "reply": {"rejected": "附件打不开"}}}"#)?;
/// let by_nobody_asked = case.record().stamps().last().ok_or("no stamp")?;
/// assert!(case.check(&rejected, by_nobody_asked, &office).unwrap_err().names(Rule::WasAddressed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {
    /// 信息: the message that is answered, the report or the push to one seat.
    pub message: Message,
    /// 反馈: what is replied.
    pub reply: Reply,
}

/// 答复: an addressee's reply.
///
/// ```
/// use tongquan::case::steps::Reply;
/// let reply: Reply = serde_json::from_str(r#"{"rejected": "（虚构）附件不全"}"#)?;
/// assert!(matches!(reply, Reply::Rejected(why) if why.as_str() == "（虚构）附件不全")); // so it is to be sent again
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// 签收: it was received, and nothing more is owed.
    Acknowledged,
    /// 退回, with the reason; it is then sent again.
    Rejected(Text),
}

asks_nothing!(Acknowledge);

#[diagnostic::do_not_recommend]
impl<S: AfterDecision> Step<S> for Acknowledge
where
    Self: Listed<S>,
{
    type To = S;

    fn judge(&self, case: &Case<S>, stamp: &Stamp, (): &(), bench: &mut Bench) {
        let duties = case.record().duties();
        let duty = duties.iter().find(|it| it.message == self.message);
        let awaits = duty.is_some_and(|it| matches!(it.state, DutyState::Sent(_)));
        let addressee = duty.and_then(|it| it.to.as_ref());
        let addressed = addressee.zip(stamp.by.body()).is_some_and(|(to, by)| to.is(by));
        bench.require(awaits && addressed, Rule::WasAddressed, || {
            let expected = addressee.map_or(Fact::Nothing, Fact::from);
            let state = duty.map(|it| Fact::from(it.state.clone()));
            (
                Fact::List(vec![self.message.into(), AWAITED_BY, expected]),
                Fact::List(vec![state.into(), (&stamp.by).into()]),
            )
        });
    }

    fn drafts(case: &Case<S>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let messages = case.record().duties().iter().map(|it| &it.message);
        Draft::each(
            messages,
            |it| Subject::Message(*it),
            |it| Self { message: it.copied().unwrap_or(Message::Report), reply: Reply::Acknowledged },
        )
    }

    fn enter(&self, from: S, _: &Record, _: &Stamp, (): &(), _: Permit) -> S {
        from
    }
}

const AWAITED_BY: Fact = Fact::Term { zh: "已发，待其签收", en: "sent, and awaited from" };
