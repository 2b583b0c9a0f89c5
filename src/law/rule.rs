//! Every rule of the machine as a row: what must hold, by which source, and what mends it when it does not.

use super::{
    Source,
    table::{Article, Clause, Silence},
};

macro_rules! rules {
    (steps { $($Step:ident $step:tt $step_zh:literal $step_en:literal => $step_mend_zh:literal $step_mend_en:literal;)+ }
     registers { $($Row:ident $row:tt $row_zh:literal $row_en:literal => $row_mend_zh:literal $row_mend_en:literal;)+ }
     oversight { $($Beside:ident $beside:tt $beside_zh:literal $beside_en:literal => $beside_mend_zh:literal $beside_mend_en:literal;)+ }) => {
        rules! {
            $($Step $step $step_zh $step_en => $step_mend_zh $step_mend_en;)+
            $($Row $row $row_zh $row_en => $row_mend_zh $row_mend_en;)+
            $($Beside $beside $beside_zh $beside_en => $beside_mend_zh $beside_mend_en;)+
        }
        impl Rule {
            /// Whether it is of what surrounds cases alone: of findings, disputes, licences after issue, experts, samples, statistics.
            pub const fn is_of_oversight(self) -> bool {
                matches!(self, $(Self::$Beside)|+)
            }
            /// Whether it is of the registers alone: a row must keep it to be taken in, and no step is held against it.
            pub const fn is_of_registers(self) -> bool {
                matches!(self, $(Self::$Row)|+)
            }
        }
    };
    ($($Rule:ident [$($Kind:ident::$Source:ident)+] $zh:literal $en:literal => $mend_zh:literal $mend_en:literal;)+) => {
        /// 规则: what must hold for a step, or for a row of the registers. Each is checked in exactly one place.
        ///
        /// Closed for one version of the crate; a later one may add rows, so match it with a rest arm.
        ///
        /// ```
        /// use tongquan::{Rule, Source, law::Clause};
        /// let rule: Rule = "required_steps_done".parse()?; // as a refusal told it
        /// assert_eq!(rule.zh(), "手册所定必经环节须全部完成");
        /// assert_eq!(rule.remedy_en(), "take those that are missing");
        /// assert_eq!(rule.sources(), [Source::Clause(Clause::C7)]);
        /// assert!(!rule.is_of_registers()); // a step is held against it
        /// # Ok::<(), tongquan::text::Unknown>(())
        /// ```
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

rules! { steps {
    // laws of every step
    StepHasPlace [Clause::C7] "办理的须是本阶段的环节" "the step is one that this stage has"
        => "本阶段只有所列环节，按其规则办理" "take one of those that this stage has, by its rules";
    ActionOnce [Silence::S44] "同一操作编号是同一操作，不得另作他用" "an action id stands for one action"
        => "另给编号；重试须与原操作相同" "give another id; a retry asks for the very same";
    VersionAsExpected [Silence::S44] "办件须仍是所依据的版本" "the case is still at the version that the action was made for"
        => "取得最新版本后重新决定" "read the case again, and decide anew";
    TimeRunsForward [Silence::S32] "办理时间不得早于上一环节" "a step is not dated before the one it follows"
        => "核对时刻" "check the time stamped";
    ActorHoldsRole [Clause::P2 Clause::C1 Clause::C2 Silence::S35] "办理人须代表承担该角色的单位" "the actor acts for the body that holds the step's role"
        => "转由该单位办理" "let that body take the step";
    NamedOnce [Silence::S36] "同一清单中不重复列写" "a list names each thing once"
        => "删去重复的" "leave out the repeated ones";
    RecordAgrees [Silence::S33] "流转记录所称与登记相符" "what the record claims agrees with the registers"
        => "以登记为准核查此记录；不符的记录不得继续办理" "hold the record against the registers; what disagrees is never moved";
    CalendarCovers [Article::Apl82 Silence::S47] "须以工作日计算的已过日期，工作日历须已收录" "the working days that lie behind are covered by the calendar"
        => "登记所缺年份的放假通知" "record the notice of the year that is missing";

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
        => "由该县（市、区）、功能区先行确定；只写明县（市、区）、功能区的，写明乡镇（街道）" "let the region choose first; where only the region is named, name the township";
    ReviewSealNamed [Clause::A2 Silence::S20] "选定审核的三级同权事项须载明用章" "a choice of review for a three-tier item names the seal"
        => "由该县（市、区）、功能区载明用章" "let the region name it";
    CrossingResolved [Silence::S7 Silence::S23] "跨区域的此类事项，文件未定由谁办理" "somebody is named to decide a matter of this kind that crosses regions"
        => "报请上级指定办理单位" "ask the higher authority to name who decides";
    HandlerNamed [Clause::C2 Silence::S11] "承接方案须明确本级事项的承办部门" "the region's plan names the body that handles its own item"
        => "在承接方案中登记承办部门" "record the handling body in the undertaking plan";
    VenueOpen [Clause::C13 Clause::C14 Clause::C15 Silence::S12 Silence::S13 Silence::S38] "收件地点须为本事项的办理地点，或有已生效的登记" "the venue is the competent one, or a recorded permission has begun"
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
    NotYetDeemed [Article::Apl32d Silence::S50] "行政许可收到材料满五个工作日未告知补正的，即为受理，不再告知或另行受理" "a licence application unanswered for five working days counts as accepted: it is no longer corrected or accepted anew"
        => "记录视为受理" "record that it counts as accepted";
    DeemedForLicence [Article::Apl32d Silence::S8] "视为受理只适用于行政许可" "only a licence application comes to count as accepted"
        => "材料齐全则受理，不齐则一次性告知" "accept it where all is complete, else ask for the corrections once";
    NoticePeriodOver [Article::Apl32d Silence::S50] "收到材料满五个工作日未告知补正，方视为受理" "five working days have gone since the papers came in, without a notice"
        => "期限未满：受理，或一次性告知补正" "there is still time: accept, or ask for the corrections once";
    OnSpotHandedIn [Article::Apl32c Clause::C7] "当场更正的须是已提交的材料" "what is corrected on the spot was handed in"
        => "未提交的材料写入一次性告知" "what is missing goes into the one notice";
    AnotherIsCompetent [Article::Apl32b] "告知的主管单位须为其他单位" "the competent body that is named is another one"
        => "写明有权受理的单位，或予以受理" "name the body that is competent, or accept";
    LicenceNotTurnedAway [Article::Apl32e Silence::S8] "行政许可不得以受理条件不符为由不予受理" "a licence is not turned away on a condition: complete and in form, it is accepted"
        => "受理后依条件作出决定" "accept, and decide on the conditions";
    AcceptanceCondition [Clause::C7 Silence::S37] "不予受理所称条件须为手册所列的受理条件" "the condition is one that the standard names for acceptance"
        => "审查条件留待受理后审查" "what is a condition of review is reviewed after acceptance";
    StillIncomplete [Silence::S15 Silence::S48 Article::Obe36] "仍不齐全或不合形式的须是一次告知所列的必交材料" "what is still incomplete or not in form is something that the one notice asked for and the standard requires"
        => "写明一次告知所列而仍缺的必交材料；尚未告知的先一次性告知" "name what of it is still missing; what was not asked for, ask for first; what is not required turns nothing away";
    ApplicantHadTime [Silence::S15 Silence::S48] "告知补正后，必交材料须已全部补交，或补正期限届满；手册未定期限的，须已有补交" "after the notice the applicant has handed in all of it that the standard requires, or the period for it is over, or, where the standard sets none, has handed in something"
        => "等待申请人补正，或待补正期限届满" "wait for the applicant, or until the period is over";
    CorrectionPeriodOver [Silence::S3] "手册所定补正期限须已届满" "the period for corrections that the standard sets is over"
        => "等待补正；手册未定期限的不因逾期终止" "wait for the corrections; where the standard sets no period, nothing lapses";
    CorrectionsOutstanding [Silence::S48] "补正逾期须仍有未补交的必交材料" "something that the notice asked for and the standard requires has not been handed in"
        => "必交材料已补齐：予以受理，或以不合法定形式为由不予受理" "all that the standard requires was handed in: accept, or turn it away as not in form";
    OnlyAskedFor [Clause::C7] "只补所要求的材料" "only what was asked for is handed in"
        => "按补正告知提交" "hand in what the notice asks for";
    PapersPassedOn [Clause::C1 Clause::C13 Silence::S27] "材料须先转至承办单位" "the papers have been passed on to the body that is to act"
        => "先由材料所在的单位转送" "let whoever has them pass them on first";
    PassingCalledFor [Clause::C7 Clause::C1 Clause::C13 Silence::S51] "只有异地收件、委托收件和改用新版后换了承办单位的才转送，且只转一次" "papers are passed on only from a foreign venue, under entrusted intake, or to another body after a move to a later edition, and once"
        => "无需转送，直接办理" "nothing is to be passed on; go on";
    PapersWithActor [Clause::C1 Clause::C13 Silence::S27 Silence::S51] "转送须由材料所在的单位办理" "papers are passed on by whoever has them"
        => "由材料所在的单位转送" "let the body that has them pass them on";
    PapersComplete [Clause::C7 Article::Obe36] "材料齐全方可受理" "all materials of the standard are there"
        => "补齐后受理；尚未告知的一次告知补正" "accept once they are there; where no notice is out, ask for them, once";

    // review and decision
    ProcedureInStandard [Clause::C7 Article::Apl45] "特别程序须为业务手册所列" "the proceeding is one that the standard provides for"
        => "手册未列的程序不得停计期限" "what the standard lacks does not stop the clock";
    TimeNeededTold [Article::Apl45] "须书面告知所需时间" "the notice tells the time needed"
        => "写明所需时间" "tell it";
    StepInStandard [Clause::C7] "审查环节须为业务手册所列" "the step is in the standard"
        => "手册未列的环节不得增加" "a step that the standard lacks is not taken";
    StepAfterPrerequisites [Clause::C7] "前置环节须已完成" "the steps that the standard puts before it are done"
        => "先办前置环节" "take those first";
    StepNotRepeated [Clause::C7] "手册未许重复的环节不得重复" "the step was not taken before, unless the standard provides for a repeat"
        => "此环节已办，继续下一环节" "it is done; go on";
    ProcedureOnce [Silence::S45] "同一特别程序只启动一次" "the proceeding was not held before"
        => "恢复审查，在剩余期限内办结" "go on without it, within what is left of the limit";
    TwoOfficers [Article::Apl34] "行政许可的实地核查须由两名以上工作人员进行" "an on-site check for a licence is made by at least two officers"
        => "写明两名以上核查人员" "name two officers or more";
    ExtensionForLicence [Article::Apl42x Silence::S8] "依《行政许可法》延长期限的只有行政许可" "only a licence's limit is extended by the Licensing Law"
        => "在原期限内办结" "decide within the limit";
    ExtensionOnce [Article::Apl42x] "期限只延长一次" "the limit is extended once"
        => "已延长过，在延长后的期限内办结" "it was extended before; decide within it";
    ExtensionWithinLaw [Article::Apl42x] "延长一至十个工作日" "it is extended by one to ten working days"
        => "改为不超过十个工作日" "ask for ten working days at most";
    ExtensionOfWorkingDays [Article::Apl42x Article::Apl82 Silence::S49] "所延长的期限须以工作日计算" "the limit that is extended counts working days"
        => "以日计算的期限不得延长" "a limit in days is not extended";
    ExtensionInTime [Article::Apl42x Silence::S47] "须在期限届满之前延长" "it is extended before the limit has run out"
        => "期限已过：尽快决定，迟延如实显示" "it has run out: decide; that it is late is shown";
    ExtensionByHead [Article::Apl42x Silence::S16] "延期须经作决定机构的负责人批准" "the head of the deciding body approves the extension"
        => "报该机构负责人批准" "have its head approve it";
    LaterEdition [Silence::S4] "改用的须是其后的清单版次或手册版次" "there is a later edition of the catalogue or of the standard to move on to"
        => "沿用现用的版次" "keep the editions that the case has";
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
    SealNo2OnRecord [Clause::C6 Silence::S4] "所用2号章须已编号登记，并有协议" "the seal is numbered, on record and under an agreement"
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
    LicenceDue [Clause::C5 Clause::C7] "只有作出准予决定且产生证照的事项才制证" "a licence is issued for a favourable decision on an item that yields one"
        => "无需制证，直接送达；手册漏载证照的，登记新版手册，适用于其后的办件" "there is none to issue; deliver; where the handbook has left one out, a later edition of it holds for later cases";
    LicenceIssued [Clause::C5] "应制证照先行制发" "the licence that is due has been issued"
        => "先制证" "issue the licence first";

    // reports, pushes, closing
    ReportCalledFor [Clause::C4 Silence::S17] "只有本区域决定的原市级事项需批后报备" "post-approval filing is for formerly-city items that the region decided"
        => "无需报备" "there is nothing to report";
    PushCalledFor [Clause::C12 Silence::S18] "只有行政审批服务局承办的同权事项需推送" "pushes are for items of the reform that the region's approval bureau handled"
        => "无需推送" "there is nothing to push";
    AddresseesNamed [Clause::C12 Silence::S5] "待推送的监管部门、执法机构须有已明确的" "some supervisor or enforcement body that is still to be told is named"
        => "在承接方案中补充" "name them in the undertaking plan";
    NotSentYet [Clause::C4 Clause::C12 Silence::S19] "已发出且未被退回的不再发送" "it was not sent before, or was rejected since"
        => "等待签收" "wait for the acknowledgement";
    WasAddressed [Clause::C4 Clause::C12 Silence::S19] "签收须由收件单位对已发出的信息作出" "what is acknowledged was sent to that body and awaits its answer"
        => "由收件单位在发出后签收一次" "let the addressee answer once, after it was sent";
    DutiesDone [Clause::C4 Clause::C12 Silence::S19] "报备与推送全部签收后方可归档" "every report and push is acknowledged"
        => "办完所列报备与推送" "have those listed sent and acknowledged";
} registers {
    // every row
    RevisionsRunForward [Silence::S39] "登记批次按登记之日先后排列" "revisions are recorded one after the other"
        => "登记之日不早于上一批次" "record it no earlier than the revision before";
    RowNotBackdated [Silence::S39] "登记自登记之日起生效，不得倒签；首批登记、印章遗失和市政府的清单调整除外" "a row takes effect no earlier than it is recorded, but for the first revision, the loss of a seal, and what the city government amended"
        => "改自登记之日或其后生效" "let it take effect from the day of recording on";
    RowSaidOnce [Silence::S39] "同一批次对同一事不作两次登记" "one revision says a thing from a day once"
        => "合并为一条" "say it in one row";
    NumberUnused [Clause::C6 Silence::S46] "编号、名称不得重复" "a number or name is given once"
        => "另行编号或命名" "give it another";
    SpanInOrder [Silence::S39] "终止之日不早于开始之日，也不晚于原定终止之日" "what ends does so after it begins, and no later than was recorded before"
        => "核对日期" "check the days";
    EndsSomething [Silence::S39] "终止的须是已登记而未终止的" "what is ended is on record and runs"
        => "核对所终止的登记" "check what is ended";
    NamesSomething [Clause::C2 Clause::C3 Clause::C6 Clause::C8 Clause::A2] "清单不得为空" "a list names something"
        => "写明，或删去此条" "name it, or leave the row out";
    ItemsOfDepartment [Clause::C6 Clause::C10] "所列事项须为该市直部门的事项" "the items are the department's own"
        => "删去其他部门的事项" "leave out those of others";
    // the list
    AmendmentInOrder [Clause::C3 Silence::S52] "清单调整不早于上一版施行之日" "an amendment takes effect no earlier than the edition that it amends"
        => "改自上一版施行之日或其后施行" "let it take effect on that day or later";
    AmendmentsApart [Clause::C3 Silence::S52] "同日施行的各次调整不涉及同一事项" "amendments of one day speak of different items"
        => "并入一次调整，或改日施行" "put it into one amendment, or let it take effect on another day";
    AmendmentChanges [Clause::C3 Silence::S52] "调整须有所改变" "an amendment changes something"
        => "写明所变，或删去此项" "say what becomes different, or leave it out";
    AmendmentFits [Clause::C2 Clause::C3 Clause::A2 Silence::S52] "同权方式、例外、范围和部门只属于原属市级的事项；县级原有事项不由清单调整" "modality, exceptions, scope and department are of formerly-city items alone, and a county-original item is not the list's to amend"
        => "县级原有事项从调整中删去；三级同权事项只可更名或移出" "leave a county-original item out; a three-tier item can be renamed or removed, and that is all";
    ExceptionsApart [Clause::A1 Clause::C3 Silence::S52] "例外须与“同权方式”栏不同，且只为已下放的区域" "an exception says another modality than the column, of a region that the item is devolved to"
        => "删去此例外，或改其方式、范围" "leave the exception out, or change its modality or the scope";
    RegionsHeard [Clause::C3 Silence::S52] "因实施情况调整的，须先听取所涉各区域的意见" "on grounds of practice, every region that is affected was heard before"
        => "听取该区域意见后再行调整" "hear the region first";
    ListCheckedForward [Silence::S31] "清单核对至的日期不早于上次，也不晚于登记之日" "a list is checked as far as before or further, and no further than the day of recording"
        => "核对日期" "check the day";
    PatternsFit [Silence::S46] "下放的区域组合不超过65535种，清单不超过65535版" "items are devolved in at most 65,535 patterns of regions, and the list has at most 65,535 editions"
        => "合并相同的区域组合，或合并调整" "let items share patterns, or amendments be one";

    CalendarYearFits [Article::Apl82 Silence::S39] "工作日历逐年续接，每年依一份通知" "the working-day calendar grows year by year, each by one notice"
        => "按该年通知更正" "mend it after that year's notice";

    // bodies
    BodyKnown [Clause::C2 Silence::S39] "单位须已登记" "the body is on record"
        => "先登记该单位，或核对其代号" "record it first, or check its id";
    BodyKept [Silence::S39] "单位更名后仍为原单位，所属不变" "a body that is recorded again keeps region and kind"
        => "另行登记为新单位" "record another body";
    BodyOfRegion [Clause::C2 Clause::A2 Silence::S10] "承办部门须为本区域的单位" "the handling body is a unit of the plan's own region"
        => "改为本区域的单位" "name a unit of the region";
    AuthorityOfTier [Clause::C11 Clause::C12 Silence::S5 Silence::S38] "此处须为相应层级的行政机关" "an authority of the tier is needed here"
        => "改为相应层级的行政机关" "name an authority of that tier";

    // choices
    ChoiceOfThreeTier [Clause::A2 Clause::C15] "由区域自行确定的只有三级同权事项" "only three-tier items are the region's to choose for"
        => "删去其他事项" "leave out what is none";
    TownshipOfRegion [Clause::A2 Clause::C15 Silence::S53] "所列乡镇（街道）须由本区域管理" "the townships named are run by the region"
        => "改为本区域管理的乡镇（街道）" "name townships that the region runs";

    // people
    AdviserReplacedWithReason [Clause::C10 Silence::S61] "业务指导员不得随意替换：替换须写明理由" "an adviser is replaced only with a reason"
        => "写明理由，或仍列原人员" "say why, or name the same persons still";

    // standards
    CodeOnce [Clause::C7 Silence::S46] "同一手册中编号不得重复" "a handbook uses a code once"
        => "另行编号" "give it another";
    LimitsWithinLaw [Clause::C7 Article::Obe36 Article::Apl32d Article::Apl42 Silence::S8 Silence::S49] "承诺时限、告知期限不得超出法定时限，且单位相同" "the promised limit, and the period for the notice, are within the statutory one, in the same unit"
        => "缩短承诺时限，或改用同一单位" "shorten the promise, or use one unit";
    TimeToCorrect [Silence::S48] "补正期限至少一日" "the applicant has a day at least to correct"
        => "写明至少一日，或不定期限" "give one or more, or set no period";
    StepKnown [Clause::C7 Silence::S46] "前置环节、合并环节须为手册所列" "a step comes after, or takes the place of, steps that the handbook has"
        => "改列手册所有的环节" "name a step that it has";
    StepsReachable [Clause::C7 Silence::S46] "环节不得互为前置" "no steps wait for each other in a ring"
        => "解开互为前置的环节" "break the ring";
    LicenceProcedures [Article::Apl45] "行政许可只有听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审不计入期限" "for a licence only the law's eight proceedings stop the clock"
        => "写明属于哪一种，或删去" "say which of the eight it is, or leave it out";
    EditionFollows [Clause::C7 Silence::S46] "手册版次依次为1、2……，生效之日不倒退" "editions of a handbook count 1, 2 … and take effect in that order"
        => "改用下一版次" "use the next number";
    StandardShrinks [Clause::C7 Clause::C3 Silence::S41] "环节、时限、材料、收费只减不增，法律或上级政策另有规定并列明的除外" "steps, days, materials and fees shrink, never grow, unless a law or higher policy is cited for what grows"
        => "删去所增，或列明依据的法律、上级政策" "leave out what grew, or cite the law or higher policy for it";
    GrowthIsThere [Clause::C7 Silence::S41] "所列依据须对应确有的增加" "what a law is cited for has in fact grown"
        => "删去多余的依据" "leave the citation out";
    RegionAddsNothing [Clause::C7 Article::Sdobe30 Silence::S42] "区域标准严格依据手册：只可缩短时限、降低收费、精简非法定的环节和材料" "a region works by the handbook: it may shorten days, lower fees, and drop or merge what is not required by law"
        => "恢复手册所定" "restore what the handbook says";
    OwnWhereRegionDecides [Clause::C7 Silence::S42] "区域标准只用于本区域决定的事项" "a region has a standard of its own for what it decides"
        => "由市级决定的依业务手册" "what the city decides follows the handbook";
    HandbookKnown [Clause::C7 Silence::S42] "区域标准须依据已登记且届时有效的手册版次" "a region's standard is drawn from a handbook edition on record that is in force then or to come"
        => "先登记手册，或核对版次" "record the handbook first, or check the edition";

    // seals
    AgreementKnown [Clause::C6] "移交须有已签而未终止的协议" "a seal is handed over under an agreement that is signed and runs"
        => "先签协议" "sign the agreement first";
    AgreementOfSeal [Clause::C6] "协议须为该市直部门与持有区域所签" "the agreement is the department's own, with the region that holds the seal"
        => "改用该部门与该区域的协议" "use that department's agreement with that region";
    AgreementsApart [Clause::C6 Silence::S46] "同一部门与同一区域就同一事项不得有两份并行的协议" "a department and a region have no two agreements on one item at a time"
        => "先终止前一协议" "end the earlier one first";
    AgreementItemsInReview [Clause::C6 Clause::C1] "协议事项须在该区域为下放实质性审核权" "an agreement speaks of items in substantive review in the region"
        => "删去其他方式的事项" "leave out those devolved otherwise";
    SealLifeInOrder [Clause::C6 Silence::S21 Silence::S40] "印章流转须依次：刻制、移交、暂停或恢复、收回、遗失" "a seal is cut, handed over, suspended and restored, withdrawn or lost, in that order"
        => "核对印章现状" "check the state that it is in";
    TwinOfSeal [Silence::S22] "电子印章须对应同一部门已登记的实体印章" "an electronic twin is of a physical seal of the department on record"
        => "写明所对应的实体印章" "name the physical seal";

    // evidence
    EvidenceCalledFor [Silence::S55] "登记本身能说明的责任不另记证据" "a duty that the registers themselves tell of takes no evidence"
        => "登记所办的事本身" "record the thing itself: the plan, the seal, the handbook";
    EvidenceOfBearer [Silence::S55] "证据须属于当日承担该责任的单位" "evidence is of a unit that bears the duty on its day"
        => "改为承担该责任的单位" "name a unit that bears it";
    EvidenceAfterDuty [Silence::S14 Silence::S55] "证据及其周期不得早于责任产生" "neither evidence nor the cycle for which it counts is earlier than the duty"
        => "核对日期" "check the days";
    EvidenceNotAhead [Silence::S39 Silence::S55] "证据所记须为登记之日前已办的事" "evidence tells what was done by the day on which it is recorded"
        => "办完后再登记" "record it once it is done";
    CycleOfRecurring [Silence::S55] "只有按年、按半年的责任才写明周期" "a cycle is named only for what is owed every year or half-year"
        => "删去周期" "leave the cycle out";
} oversight {
    // every matter beside a case
    MatterOfCase [Silence::S33] "卷宗所指的办件须一并核对" "the case that a matter stands beside is the one that it is held against"
        => "提供该办件的流转记录" "give that case's record";
    MatterInOrder [Silence::S57 Silence::S58 Silence::S59 Silence::S60] "卷宗的各步依其次序" "a matter's step follows from where it stands"
        => "先办所列的；已办结的不再办理" "take one of those listed; where it has ended, there is nothing left to do";
    MatterActor [Silence::S35 Clause::C11] "此步须由所列单位办理" "the step is taken by one of the bodies whose it is"
        => "转由所列单位办理" "let one of them take it";

    // disputes
    DisputedActThere [Clause::C11 Silence::S58] "所争行为须已作出；未作决定的须仍未决定" "what is disputed has happened, and a delay is of what is not decided"
        => "写明所争的是哪一行为" "say which act is disputed";
    KnownInTime [Silence::S58] "知道之日不早于所争行为作出之日，收件、未作决定的不早于收件之日，均不晚于提出之日" "the act was known no earlier than it was done, an intake or a delay no earlier than the case was filed, and no later than it is disputed"
        => "核对知道之日" "check the day on which it was known";
    AppearanceCalledFor [Clause::C11 Silence::S58] "只有复议、诉讼中另有被申请人、被告的，才由其另行出面，且只记一次" "another appears where law wants it, in reconsideration and litigation, and that is told once"
        => "由内部承担单位处理" "let whoever answers inside deal with it";
    LawCovers [Clause::C11 Silence::S58] "当日所适用的法律须有依据可查" "the law of that day is in the facts"
        => "按该日有效的法律另行办理" "settle it by the law of that day, which the facts lack";
    PaymentWithinAward [Clause::C11 Silence::S58] "支付不超过所定的补偿、赔偿，归还不超过已支付的" "no more is paid than was awarded, and no more is reimbursed than was paid"
        => "按所余的支付" "pay what is left";
    ReimbursementCalledFor [Clause::C11 Article::Scl7 Silence::S58] "只有由被申请人、被告对外赔偿的才须归还" "only what another paid outwardly is reimbursed"
        => "无需归还" "there is nothing to reimburse";
    // findings and feedback
    SubjectOnRecord [Clause::C6 Clause::C7 Silence::S57] "检查所指的印章、手册、约束指标须已登记" "the seal, standard or ceiling that a finding is against is on record"
        => "核对所指" "check what it is against";
    SuspensionPossible [Clause::C6 Silence::S21] "建议暂停使用的印章须在用" "a seal whose suspension is proposed is in service"
        => "删去暂停使用的建议" "leave the proposal out";
    FeedbackFromAddressee [Clause::C12 Silence::S57] "监管信息反馈须由收到推送的单位作出" "feedback comes from a body that a push was sent to"
        => "由收到推送的单位反馈" "let a body that was told give it";

    // licences after issue
    LicenceOfCase [Clause::C5 Silence::S59] "入账的须是该办件所制发的证照" "the licence is one that the case has issued"
        => "先在办件中制证" "issue it in the case first";
    LicenceRuns [Silence::S59] "证照的末日不早于制发、变更之日，期满的不再变更" "a licence runs up to the day of its issue at least, and is changed only while it runs, to a last day that has not passed"
        => "核对有效期；期满的另行申请" "check the last day; what has run out is applied for anew";
    LicenceExpired [Silence::S59] "以期满为由注销的，有效期须已届满" "what is cancelled as expired has expired"
        => "待有效期届满，或写明其他理由" "wait until it has, or give another ground";
    SyncOwed [Clause::C5 Silence::S59] "归集的须是尚未归集的制发、变更或注销" "what is synced is an act that the repository has not got"
        => "核对所归集的是哪一次" "check which act it is";

    // revocation
    RevokedActThere [Silence::S26 Silence::S59] "撤销的须是已作出的决定或不予受理" "what is revoked is a decision, or a non-acceptance"
        => "尚未决定的依办件环节办理" "what is not decided takes the steps of its case";
    ReopenedAsAnother [Silence::S9 Silence::S26] "重开须写明另一办件" "a reopening names another case"
        => "写明新办件的编号" "name the new case";

    // experts
    ExpertBeforeDecision [Clause::C8 Silence::S60] "专家须在决定之前调用，意见须在决定之前提交" "an expert is called, and the opinion taken in, before the case is decided or ends"
        => "已决定的不再调用；未用的予以解除" "there is nothing left to be called for; release whom the decision did not wait for";
    ExpertInPool [Clause::C8] "所调用的须为当日在库的专家" "the expert is in a pool that day"
        => "核对入库编号，或先行入库" "check the number, or record the expert first";
    ExpertForWork [Clause::C8] "所需的须为该专家入库登记的工作" "the work is one for which the expert is in the pool"
        => "调用登记有此项工作的专家" "call one who is there for it";
    ExpertApart [Clause::C8 Silence::S60] "专家不得为本案的申请人或审查、决定人员" "an expert is neither the applicant nor a reviewer of the case"
        => "另行调用无利害关系的专家" "call one who has no part in it";
    PayerOtherwise [Clause::C7 Clause::C8 Silence::S60] "例外须由规定以外的一方承担：事项的市直部门或本区域，不得转由申请人承担" "an exception names the other of the item's department and the case's region, and never the applicant"
        => "删去此例外" "leave the exception out";

    // samples
    SampleWithinPopulation [Clause::C7 Silence::S56] "样本不大于总体，且不为零" "a sample is no larger than what it is drawn from, and not empty"
        => "至少抽一件，不多于总体" "draw one at least, and no more than there are";
    ShardsOfOneDraw [Clause::C7 Silence::S56] "合并的各份须出自同一次抽样：种子、抽取方式和件数相同" "shards that are merged are of one draw: of the same seed, way and number"
        => "以同一种子、方式和件数抽取各份" "draw every shard by the same seed, way and number";

    // statistics
    StatisticsOfOneDay [Clause::C4 Silence::S62] "合并的统计须截至同一日" "statistics that are merged are of one day"
        => "各份统计截至同一日" "count every shard as of the same day";
} }
