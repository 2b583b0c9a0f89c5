use std::str::FromStr;

use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use strum::IntoEnumIterator;

use super::{names, prose};
use crate::{
    case::{Action, AnyStep, Available, Awaited, Journal, Pending, Stamp, steps::File},
    catalogue::{Amendment, Catalogue},
    exports::CloudEvent,
    law::{Faults, Refusal},
    oversight::{Dispute, Engagement, Feedback, Finding, Licence, Logged, Minutes, Reversal},
    register::Office,
    route::Line,
    term::terms,
    text::{Sought, Unknown, named_in},
    time::CalendarYear,
};

/// 书面格式: a shape on the wire that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum Document {
    /// 流转记录: a case as it is stored, [`AnyCase`](crate::AnyCase) and [`Journal`].
    Journal,
    /// 收件: what opens a case, [`File`].
    Filing,
    /// 环节: a step as clients ask for it, [`AnyStep`].
    Step,
    /// 办理记录: when and by whom, [`Stamp`].
    Stamp,
    /// 操作: a step with an id and the version seen, [`Action`].
    Action,
    /// 登记: the registers, [`Office`]: an array of revisions.
    Registers,
    /// 事项清单: the list's history, [`Catalogue`].
    Catalogue,
    /// 清单调整, [`Amendment`].
    Amendment,
    /// 年度放假安排: the State Council's notice of a year, [`CalendarYear`].
    CalendarYear,
    /// 争议卷宗: the minutes of a [`Dispute`].
    Dispute,
    /// 检查发现卷宗: the minutes of a [`Finding`].
    Finding,
    /// 证照卷宗: the minutes of a [`Licence`].
    Licence,
    /// 专家卷宗: the minutes of an [`Engagement`].
    Engagement,
    /// 监管反馈卷宗: the minutes of a [`Feedback`].
    Feedback,
    /// 撤销卷宗: the minutes of a [`Reversal`].
    Reversal,
    /// 信封: a report or push as it is sent, [`CloudEvent`].
    Message,
    /// 普通日志: one line of it, [`Logged`].
    Log,
    /// 路径单: who does what, as [`Route::sheet`](crate::Route::sheet) tells it, an array of [`Line`].
    Sheet,
    /// 可办环节: what may be done with a case, and why the rest may not: an array of [`Available`].
    Available,
    /// 等待谁办理: whom a case waits for, an array of [`Awaited`].
    Waiting,
    /// 待办清单: the running cases by deadline, an array of [`Pending`].
    Worklist,
    /// 不予办理: every reason of a [`Refusal`].
    Refusal,
    /// 差错: what is wrong with registers or a list, [`Faults`].
    Faults,
}

terms!(Document {
    Self::Journal => "流转记录", "journal";
    Self::Filing => "收件", "filing";
    Self::Step => "环节", "step";
    Self::Stamp => "办理记录", "stamp";
    Self::Action => "操作", "action";
    Self::Registers => "登记", "registers";
    Self::Catalogue => "事项清单", "catalogue";
    Self::Amendment => "清单调整", "amendment";
    Self::CalendarYear => "年度放假安排", "calendar year";
    Self::Dispute => "争议卷宗", "minutes of a dispute";
    Self::Finding => "检查发现卷宗", "minutes of a finding";
    Self::Licence => "证照卷宗", "minutes of a licence";
    Self::Engagement => "专家卷宗", "minutes of an engagement";
    Self::Feedback => "监管反馈卷宗", "minutes of a feedback";
    Self::Reversal => "撤销卷宗", "minutes of a revocation";
    Self::Message => "信封", "message";
    Self::Log => "普通日志", "line of a plain log";
    Self::Sheet => "路径单", "sheet of a route";
    Self::Available => "可办环节", "available steps";
    Self::Waiting => "等待谁办理", "whom a case waits for";
    Self::Worklist => "待办清单", "worklist";
    Self::Refusal => "不予办理", "refusal";
    Self::Faults => "差错", "faults";
});

/// By its [`name`](Self::name).
///
/// ```
/// use tongquan::schema::Document;
/// assert_eq!("worklist".parse(), Ok(Document::Worklist));
/// ```
///
/// # Errors
///
/// [`Unknown`] with the nearest names.
impl FromStr for Document {
    type Err = Unknown;

    fn from_str(name: &str) -> Result<Self, Unknown> {
        named_in(Sought::Word, name, Self::iter(), Self::name)
    }
}

impl Document {
    /// Its name, in snake case: what a file of it is called.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Its JSON Schema. What is read is told as it may be written by hand, defaults left out; what is only written, as it is written.
    pub fn schema(self) -> Schema {
        let mut schema = match self {
            Self::Journal => read::<Journal>(),
            Self::Filing => read::<File>(),
            Self::Step => read::<AnyStep>(),
            Self::Stamp => read::<Stamp>(),
            Self::Action => read::<Action>(),
            Self::Registers => read::<Office>(),
            Self::Catalogue => read::<Catalogue>(),
            Self::Amendment => read::<Amendment>(),
            Self::CalendarYear => read::<CalendarYear>(),
            Self::Dispute => read::<Minutes<Dispute>>(),
            Self::Finding => read::<Minutes<Finding>>(),
            Self::Licence => read::<Minutes<Licence>>(),
            Self::Engagement => read::<Minutes<Engagement>>(),
            Self::Feedback => read::<Minutes<Feedback>>(),
            Self::Reversal => read::<Minutes<Reversal>>(),
            Self::Message => written::<CloudEvent>(),
            Self::Log => read::<Logged>(),
            Self::Sheet => written::<Vec<Line>>(),
            Self::Available => written::<Vec<Available>>(),
            Self::Waiting => written::<Vec<Awaited<'_>>>(),
            Self::Worklist => written::<Vec<Pending<'_>>>(),
            Self::Refusal => written::<Refusal>(),
            Self::Faults => written::<Faults>(),
        };
        schema.insert("title".to_owned(), self.label().into());
        if schema.get("description").is_none() {
            schema.insert("description".to_owned(), format!("{}: {}", self.label(), self.english()).into());
        }
        schema.insert("$id".to_owned(), format!("urn:tongquan:v1:{}", self.name()).into());
        names::titled(&mut schema, self.name());
        schema
    }
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with_transform(RecursiveTransform(prose::plain))
}

fn read<T: JsonSchema>() -> Schema {
    settings().for_deserialize().into_generator().into_root_schema_for::<T>()
}

fn written<T: JsonSchema>() -> Schema {
    settings().for_serialize().into_generator().into_root_schema_for::<T>()
}
