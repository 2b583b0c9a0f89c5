//! Every rule of the machine as a row: what must hold, by which source, and what mends it when it does not.

use serde::{Serialize, Serializer};

use super::{
    Source,
    table::{Article, Clause, Silence},
};

macro_rules! rules {
    ($($Rule:ident [$($Kind:ident::$Source:ident)+] $zh:literal $en:literal => $mend_zh:literal $mend_en:literal;)+) => {
        /// 规则: what must hold for a step. Each is checked in exactly one place.
        ///
        /// Closed for one version of the crate; a later one may add rows, so match it with a rest arm.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr)]
        #[strum(serialize_all = "snake_case")]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = $zh] #[doc = ""] #[doc = $en] $Rule),+
        }

        impl Rule {
            /// Clauses, law and silences that it rests on.
            pub const fn sources(self) -> &'static [Source] {
                match self { $(Self::$Rule => &[$(Source::$Kind($Kind::$Source)),+]),+ }
            }
            /// What must hold, in Chinese.
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$Rule => $zh),+ }
            }
            /// What must hold.
            pub const fn en(self) -> &'static str {
                match self { $(Self::$Rule => $en),+ }
            }
            /// What would mend it, in Chinese.
            pub const fn remedy_zh(self) -> &'static str {
                match self { $(Self::$Rule => $mend_zh),+ }
            }
            /// What would mend it.
            pub const fn remedy_en(self) -> &'static str {
                match self { $(Self::$Rule => $mend_en),+ }
            }
        }
    };
}

rules! {
    // laws of every step
    StepHasPlace [Clause::C7] "此阶段没有这一环节：环节只减不增" "the step has a place at this stage: steps may shrink, never grow"
        => "从所列的可办环节中选择" "take one of the steps that are open";
    TimeRunsForward [Silence::S32] "办理时间不得早于上一环节" "a step is not dated before the one it follows"
        => "核对时刻" "check the time stamped";
    ActorHoldsRole [Clause::C1 Clause::C2 Silence::S35] "办理人须代表承担该角色的单位" "the actor acts for the body that holds the step's role"
        => "转由该单位办理" "let that body take the step";
    NamedOnce [Silence::S36] "同一清单中不重复列写" "a list names each thing once"
        => "删去重复的" "leave out the repeated ones";
    RecordAgrees [Silence::S33] "流转记录所称与登记相符" "what the record claims agrees with the registers"
        => "以登记为准核查此记录；不符的记录不得继续办理" "hold the record against the registers; what disagrees is never moved";

    // filing
    EditionInForce [Clause::A1 Silence::S14] "收件之日须有生效的事项清单" "a catalogue is in force on the day of filing"
        => "清单自2021年6月15日起施行" "the first edition is in force from 2021-06-15";
    ItemInForce [Clause::C2 Clause::A1 Clause::A2] "事项须列于当日生效的清单" "the item is in the catalogue in force that day"
        => "核对事项编号，或由服务登记本级事项" "check the item's key, or record the service's own item";
    CatalogueAgrees [Clause::A1 Clause::A2 Silence::S33] "所记事项内容须与内置清单相符" "what the record says of a built-in item is what the list says"
        => "以清单为准" "the list decides";
    PlaceHasRegion [Clause::C2] "须知事项发生于哪一县（市、区）或功能区" "the matter lies in a region"
        => "写明县（市、区）、功能区、乡镇或村" "name the region, township or village";
    RegionHasChosen [Clause::A2 Clause::C15 Silence::S10] "三级同权事项须由本区域先确定同权方式" "the region has chosen the modality of a three-tier item"
        => "由该县（市、区）、功能区先行确定" "let the region choose first";
    CrossingResolved [Silence::S7 Silence::S23] "跨区域的此类事项，文件未定由谁办理" "somebody is named to decide a matter of this kind that crosses regions"
        => "报请上级指定办理单位" "ask the higher authority to name who decides";
    HandlerNamed [Clause::C2 Silence::S11] "承接方案须明确本级事项的承办部门" "the region's plan names the body that handles its own item"
        => "在承接方案中登记承办部门" "record the handling body in the undertaking plan";
    VenueOpen [Clause::C13 Clause::C14 Clause::C15 Silence::S13] "收件地点须为本事项的办理地点，或有已生效的登记" "the venue is the competent one, or a recorded permission has begun"
        => "到主管地点办理，或登记该地点的收件权限" "go to the competent venue, or record the permission";

    NewCase [Silence::S9] "新办件所续的是另一办件" "a case that follows another names another one"
        => "写明所续办件的编号" "name the earlier case";

    // papers
    MaterialsInStandard [Clause::C7 Silence::S37] "材料以业务手册所列为限" "only materials that the standard names"
        => "删去手册未列的材料" "leave out what the standard does not name";
    NoticeComplete [Article::Obe36 Article::Apl32d] "一次告知全部需补正内容" "the one notice names everything that is missing"
        => "把仍缺的材料一并写入" "add the materials still missing";
    NoticeNamesSomething [Article::Obe36] "补正告知须写明所缺" "a notice of corrections names what is to be corrected"
        => "写明需补正的材料；材料齐全则受理" "name the materials; where all is complete, accept";
    OnlyAskedFor [Clause::C7] "只补所要求的材料" "only what was asked for is handed in"
        => "按补正告知提交" "hand in what the notice asks for";
    PapersPassedOn [Clause::C1 Clause::C13 Silence::S27] "材料须先转至承办单位" "the papers have been passed on to the body that is to act"
        => "先由收件窗口转送" "let the window pass them on first";
    PassingCalledFor [Clause::C7 Clause::C1 Clause::C13] "只有异地收件和委托收件才转送，且只转一次" "papers are passed on only from a foreign venue or under entrusted intake, and once"
        => "无需转送，直接办理" "nothing is to be passed on; go on";
    PapersComplete [Clause::C7 Article::Obe36] "材料齐全方可受理" "all materials of the standard are there"
        => "一次告知补正" "ask for the corrections, once";

    // review and decision
    StepInStandard [Clause::C7] "审查环节须为业务手册所列" "the step is in the standard"
        => "手册未列的环节不得增加" "a step that the standard lacks is not taken";
    StepAfterPrerequisites [Clause::C7] "前置环节须已完成" "the steps that the standard puts before it are done"
        => "先办前置环节" "take those first";
    StepNotRepeated [Clause::C7] "手册未许重复的环节不得重复" "the step was not taken before, unless the standard provides for a repeat"
        => "此环节已办，继续下一环节" "it is done; go on";
    RequiredStepsDone [Clause::C7] "手册所定必经环节须全部完成" "all required steps are done"
        => "办完所缺环节" "take those that are missing";
    ConditionsAttested [Clause::C7] "手册所列条件须逐一确认" "every condition of the standard is attested"
        => "逐一确认，或作不予决定并写明未符合的条件" "attest each, or decide unfavourably and name the unmet ones";
    ConditionsInStandard [Clause::C7 Silence::S37] "条件以业务手册所列为限" "only conditions that the standard names"
        => "删去手册未列的条件：严禁随意审批" "leave out what the standard does not name";
    UnmetNamed [Clause::C7] "不予决定须写明未符合的条件" "an unfavourable decision names the conditions that are not met"
        => "写明手册所列、未登记手册时法律政策所定的哪些条件未符合" "name those of the standard that are not met, or of law where no standard is on record";
    RemediesTold [Clause::C7 Article::Apl38] "不予决定须告知救济途径" "an unfavourable decision tells the remedies that standard or law give"
        => "补充告知" "tell them";

    // seals
    SealAsRouted [Clause::C1 Clause::C6] "用印须为路径所定的印章" "the seal is the one that the route names"
        => "改用路径所定的印章" "use the seal that the route names";
    SealNo2FormerlyCity [Clause::C6] "2号章仅用于原属市级的事项" "Seal No. 2 is for formerly-city items only"
        => "本级原有事项用本单位印章" "a county-original item takes the region's own seal";
    SealNo2Review [Clause::C6 Clause::C1] "2号章仅用于下放实质性审核权的事项" "Seal No. 2 is for items in substantive review in this region"
        => "按本事项的同权方式用印" "seal as the item's modality says";
    SealNo2OnRecord [Clause::C6] "所用2号章须已编号登记，并有协议" "the seal is numbered, on record and under an agreement"
        => "核对编号；未签协议不得用章" "check the number; without an agreement there is no seal";
    SealNo2OfDepartment [Clause::C6] "2号章须为本事项市级实施部门所刻" "the seal is of the item's own department"
        => "使用该部门编发的2号章" "use one that this department handed over";
    SealNo2HeldHere [Clause::C6] "2号章须由本区域持有" "the seal is held by this region"
        => "使用本区域持有的2号章" "use one that this region holds";
    SealNo2ForItem [Clause::C6] "事项须在协议的使用范围内" "the item is within the agreement"
        => "先行变更协议" "amend the agreement first";
    SealNo2ForCircumstance [Clause::C6] "使用情形须在协议内" "the circumstance of use is within the agreement"
        => "按协议所列情形使用" "use it in a circumstance that the agreement names";
    SealNo2NamedUser [Clause::C6] "用章人须为协议所列使用人" "the actor is a user that the agreement names"
        => "由协议所列使用人用章" "let a named user affix it";
    SealNo2InService [Clause::C6 Silence::S21] "用章之日印章须在用" "the seal is in service that day"
        => "待恢复使用，或另行领用" "wait until it is restored, or draw another";
    DocumentsListed [Clause::C6] "用章须列明文书" "a use of the seal lists its documents"
        => "列明所盖文书" "list the documents sealed";

    // licence, delivery
    LicenceDue [Clause::C5 Clause::C7] "只有予以办理且产生证照的事项才制证" "a licence is issued for a favourable decision on an item that yields one"
        => "无需制证，直接送达" "there is none to issue; deliver";
    LicenceIssued [Clause::C5] "应制证照先行制发" "the licence that is due has been issued"
        => "先制证" "issue the licence first";

    // reports, pushes, closing
    ReportCalledFor [Clause::C4 Silence::S17] "只有本区域决定的原市级事项需批后报备" "post-approval filing is for formerly-city items that the region decided"
        => "无需报备" "there is nothing to report";
    PushCalledFor [Clause::C12 Silence::S18] "只有行政审批服务局承办的同权事项需推送" "pushes are for items of the reform that the region's approval bureau handled"
        => "无需推送" "there is nothing to push";
    AddresseesNamed [Clause::C12 Silence::S5] "待推送的监管部门、执法机构须有已明确的" "some supervisor or enforcement body that is still to be told is named"
        => "在承接方案中补充" "name them in the undertaking plan";
    NotSentYet [Clause::C12 Silence::S19] "已发出且未被退回的不再发送" "it was not sent before, or was rejected since"
        => "等待签收" "wait for the acknowledgement";
    WasAddressed [Clause::C12 Silence::S19] "签收须由收件单位对已发出的信息作出" "what is acknowledged was sent to that body and awaits its answer"
        => "由收件单位在发出后签收一次" "let the addressee answer once, after it was sent";
    DutiesDone [Clause::C4 Clause::C12 Silence::S19] "报备与推送全部签收后方可归档" "every report and push is acknowledged"
        => "办完所列报备与推送" "have those listed sent and acknowledged";
}

impl Rule {
    /// The identifier under which it is told in messages, in snake case.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}
