// Generated from seeds/clauses.tsv, seeds/silences.tsv, seeds/articles.tsv by seeds/generate. Edit the seeds, not this file.
use super::{ArticleRow, ClauseRow, Parameter, SilenceRow};
use crate::time::day;

/// 条款: a clause of 济政字〔2021〕30号, cited by its number. Closed by the document.
///
/// ```
/// use tongquan::{Source, law::Clause};
/// let seals: Clause = "C6".parse()?;
/// assert_eq!((seals.cite(), seals.due()), ("第三部分第6点", &["2021-06-30".parse()?][..]));
/// assert!(seals.leads().contains(&"市行政审批服务局")); // as its own line of responsible units names them
/// assert_eq!(Source::Clause(seals).cite(), "济政字〔2021〕30号第三部分第6点");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
#[repr(u8)]
pub enum Clause {
    /// 第一部分: 把放权改革做广、流程做顺、系统连通，使企业群众与政府打交道的成本更低。 Widen the reform, smooth its processes and join up its systems, so that dealing with government costs people and firms less.
    P1,
    /// 第二部分: 权力在哪里责任就在哪里，层级从简，人员技术随权下移，一件事在一地办结。 Responsibility goes with power, tiers are few, staff and skill follow the work, and a matter is concluded in one place.
    P2,
    /// 第三部分第1点: 放权有直接下放、窗口前移、下放实质性审核权和委托收件、受审分离四种方式，按法律容许的程度和基层能否承接选用。 A city item is handed down in one of four ways, chosen by what the law allows and by what the region is able to take on.
    C1,
    /// 第三部分第2点: 61项原市级事项交各区域实施，跨县市区的事务仍归市级；各区域于6月30日前定出承接方案并使事项进驻本地中心，市直部门不得以任何方式阻碍。 61 formerly-city items go to the regions while matters that cross them stay with the city; each region has its undertaking plan and its items at the local centre by 30 June, and no city department may obstruct.
    C2,
    /// 第三部分第3点: 事项清单随法律、政策和实施情况调整；因实施情况改变放权形式或范围的，先听取各区域意见。 The list follows law, policy and practice, and a change of form or scope on grounds of practice is made only after the regions are heard.
    C3,
    /// 第三部分第4点: 一个平台承载全部同权事项的网办、批后报备、监督检查、推送和统计，7月15日前上线，7月31日前全部纳入。 One platform, online by 15 July and carrying every item by 31 July, holds applications, post-approval filing, inspection, pushes and statistics.
    C4,
    /// 第三部分第5点: 同权事项使用电子印章、电子证照，证照的制发、变更、注销与实体证照一并完成，并归集到省、市电子证照库。 Electronic seals and licences are used, electronic and physical licences are issued, changed and cancelled together, and their records go to the provincial and city repositories.
    C5,
    /// 第三部分第6点: 区域凭使用协议，以市直部门编号交付的“2号章”对实质性审核事项作出决定；该章只用于原属市级的业务，6月30日前办妥刻制、发放和协议。 Under an agreement the region decides items in substantive review with the Seal No. 2 that the city department numbered and handed over by 30 June, and uses it for formerly-city business only.
    C6,
    /// 第三部分第7点: 每一事项都有市直部门编制的业务手册为标准，区域照此办理，环节、时限、材料只减不增。 Every item has a handbook of the city department for its standard; regions work by it, and steps, time and materials may shrink but never grow.
    C7,
    /// 第三部分第8点: 各系统的专家库全市共用，7月31日前启用；区域为原市级事项调用专家，费用除由申请人承担的以外原则上归市直部门。 Each system keeps an expert pool for the whole city from 31 July, and where a region calls an expert for a formerly-city item the city department pays as a rule, unless the applicant does.
    C8,
    /// 第三部分第9点: 编制、人员和技术力量跟着事项走，使县乡两级既能接住事项，也能管好事项。 Posts, staff and skill follow the items, so that counties and townships can both take them on and supervise them.
    C9,
    /// 第三部分第10点: 市直部门每年定出培训方案、每半年至少集中培训一次，并在6月30日前为每一事项公布和备案专职“业务指导员”。 Each city department has a yearly training plan, trains centrally at least once in each half-year, and by 30 June has published and filed a dedicated adviser for every item.
    C10,
    /// 第三部分第11点: 同权事项由谁办理，谁就处理由此引起的信访、投诉、复议、诉讼并承担补偿、赔偿；依法须由市直部门出面的，由其出面。 Whoever handles an item of the reform deals with the petitions, complaints, reconsideration and litigation that follow and bears compensation, and where the law wants the city department to appear, it appears.
    C11,
    /// 第三部分第12点: 县级审批局承办的同权事项，其审批信息送达市县两级的监管部门和执法机构，监管所得再反馈给审批局。 What a county approval bureau has handled is pushed to the supervisor and the enforcement body at both tiers, and what they find comes back to it.
    C12,
    /// 第三部分第13点: 市级1个和县级14个为民服务中心互相收办对方的业务，7月31日前市中心各窗口能收办县级全部行政许可。 The city centre and the 14 county-level centres take each other’s business, and by 31 July the city centre’s windows take every county licence.
    C13,
    /// 第三部分第14点: 县级审批局可派人在乡镇（街道）设行政审批服务所，为全县域的申请人办理本局各类事项；汶上县、济宁高新区于7月31日前先行。 A county approval bureau may post staff to a township station that handles all of its items for applicants from the whole county; Wenshang and the High-tech Zone start by 31 July.
    C14,
    /// 第三部分第15点: 便民事项下沉到乡镇（街道）和村（社区）办理或收件，第一批15项于7月31日前实现三级同权，并鼓励联合设置中心、政银合作和自助办理。 Everyday services move down to townships and villages, the first 15 items are shared by three tiers by 31 July, and joint centres, bank outlets and kiosks are encouraged.
    C15,
    /// 第四部分第（一）项: 各区域和市直部门由主要负责人总负责，任务分到个人并排定期限。 The head of each region and city department answers for the whole, and tasks are assigned to persons with dates.
    P41,
    /// 第四部分第（二）项: 市政府办公室督导调度，市直部门放权之后仍须担责，区域则为改革的责任主体。 The general office of the city government steers and checks, city departments stay answerable for what they hand down, and the regions carry the reform.
    P42,
    /// 第四部分第（三）项: 通过各种媒体用通俗的话把改革讲清楚，所发信息及时而准确。 The reform is explained to the public in plain words through all media, promptly and correctly.
    P43,
    /// 附件1: 列出下放的61项，各有市级实施部门、类型、同权方式和备注。 Lists the 61 items handed down, each with its city department, kind, modality and remark.
    A1,
    /// 附件2: 列出第一批15项三级同权事项，其同权方式由各区域依法自行确定。 Lists the first 15 three-tier items, whose modality each region decides within the law.
    A2,
}

/// 留白: a point that the text leaves open and we settled, each by a number of ours. A later version may add some.
///
/// ```
/// use tongquan::{Office, Question, Region, Scope, Source, law::Silence};
/// let (item, place) = ("A1-36".parse()?, Region::Wenshang.into());
/// let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: None, day: "2024-03-04".parse()? };
/// // no plan names a body, so the route is the city's: that is ours, and it says so
/// let route = Office::built_in().route(&asked)?;
/// assert!(route.why().basis.contains(&Source::Silence(Silence::S11)));
/// assert!(!Silence::S11.is_fixed()); // data can switch it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
#[non_exhaustive]
#[repr(u8)]
pub enum Silence {
    /// 14个县级中心取11个县（市、区）和济宁高新区、太白湖新区、济宁经济技术开发区；曲阜文化建设示范区没有中心，但属于“各功能区”。 The 14 county-level centres are those of the 11 counties and of three zones; the Qufu Culture Zone has none, yet counts among the zones.
    S1,
    /// 窗口前移和委托收件的事项由作决定的市直部门负责，区域只对自己的收件负责。 Under forward service window and entrusted intake the city department that decides answers, and the region only for its intake.
    S2,
    /// 补正期限依业务手册；手册没有规定的，案件不因逾期终止。 The time for corrections is the standard’s; where it gives none, a case never lapses.
    S3,
    /// 案件沿用收件之日的清单和标准；改用后来的版本须作出选择，并记明理由。 A case keeps the edition and the standard of its filing day; moving to a later one is a recorded choice with its reason.
    S4,
    /// 审批局承办的事项由谁监管和执法，以承接方案所列为准；市级一侧未列的，取附件所列市级部门，但市行政审批服务局除外。 Who supervises what the approval bureau handles is named in the plan; at the city the annex department is the default, unless that is the city approval bureau.
    S5,
    /// “及时”没有天数：未办的列为未办，只有服务设定期限后才算迟延。 “Promptly” has no number: what is open shows as open, and is late only where the service sets a limit.
    S6,
    /// 跨区域的案件写明所涉的管理区域，原市级事项因此归市级。 A crossing matter names the managing regions that it touches, and a formerly-city item then goes to the city.
    S7,
    /// 期限的单位和起算依业务手册，《行政许可法》的期限只约束行政许可。 Units and clocks are as the standard says, and the clocks of the Licensing Law bind licences only.
    S8,
    /// 重新申请是新案件，可注明前一案件。 Filing again is a new case, which may name the old one.
    S9,
    /// 三级同权事项由谁办理，以区域所作的选择为准；市级一侧由市级数据写明。 Who handles a three-tier item is named by the region’s own choice, and the city’s side is city data.
    S10,
    /// 承接准备只阻止不可能之事：没有承办部门或没有派驻人员的仍由市级按原权限办理，没有“2号章”的案件停在用印之前等候，其余缺口只作记录。 A gap in readiness bars only the impossible: without a handling body or posted staff the city acts under its old authority, without a Seal No. 2 the case waits before sealing, and any other gap is recorded.
    S11,
    /// 窗口直接办理时，以登记的权限所载名义和印章办理，未载明的用主管县级机构的，绝不用“2号章”。 A window that decides directly uses the name and seal that its recorded permission gives, by default the competent county body’s and never Seal No. 2.
    S12,
    /// 主管地点以外的办理地点，登记了起始日才算开始；期限日不是起始日。 Any venue but the competent one has begun only where its start is recorded; a due day is no start.
    S13,
    /// 第一版清单自签署之日2021年6月15日起施行。 The first edition is in force from the day of signature, 2021-06-15.
    S14,
    /// 一次告知之后仍不齐全或不合法定形式的，可以不予受理。 What is still incomplete or not in legal form after the one notice may be refused acceptance.
    S15,
    /// 延期由作决定机构的负责人批准，使用“2号章”的事项由区域一方的负责人批准。 The head of the deciding body approves an extension; under Seal No. 2 that is the region’s.
    S16,
    /// 功能区决定的原市级事项同样须批后报备。 Zones too report the formerly-city items that they decided.
    S17,
    /// 市级决定的案件不推送。 Cases that the city decided are not pushed.
    S18,
    /// 报备和推送发出之后，由收方签收，或附理由退回。 A report or push is sent, and then acknowledged, or rejected with a reason, by its addressee.
    S19,
    /// 乡镇审核的用章以区域的选择所载为准，没有载明的不能用章，绝不用“2号章”。 The seal of a township’s review is the one that the region’s choice names; where it names none there is none to use, and it is never Seal No. 2.
    S20,
    /// “2号章”暂停使用时，案件等待、期限照走，所生迟延记在市级名下。 While a Seal No. 2 is suspended its cases wait, the clock runs, and the delay is shown as the city’s.
    S21,
    /// 电子“2号章”在用章台账中有自己的编号。 The electronic twin of a Seal No. 2 has its own identity in the ledger of use.
    S22,
    /// 其他事项跨区域时由谁决定，文件没有写明，因此作为未定，不作推测。 Nobody is named to decide a crossing matter of any other item, so it stays unresolved and is not guessed.
    S23,
    /// 以申请人、单位还是项目所在地为准，由业务手册规定。 Which place counts, the applicant’s, the employer’s or the project’s, is the standard’s to say.
    S24,
    /// 约束指标的范围、期间和效果由市直部门设定，没有设定时超出的只作提示。 Indicator ceilings have the scope, period and effect that the department sets, and by default only flag what exceeds them.
    S25,
    /// 撤销和重开是与原案相连、有人有据的独立记录，不改动原案。 Revocation and reopening are linked records with actor and ground, and leave the decided case as it is.
    S26,
    /// 材料转送的时间计入办理期限。 The time in transit counts in the clock.
    S27,
    /// 受理凭证加盖受理机构的受理印章，委托收件的注明代决定机构，绝不用“2号章”。 Receipts carry the accepting body’s acceptance stamp, “for” the decider under entrusted intake, and never Seal No. 2.
    S28,
    /// 在其他地点收件的，以最先收到材料的地点收件之日为收件日。 At a foreign venue the filing day is the day on which the first venue takes the papers in.
    S29,
    /// 办公时间之外收到的，算在收到的当日。 What comes in outside office hours counts on its calendar day.
    S30,
    /// 每版清单写明核对到哪一天，之后的路径会说明未经核对。 An edition says until when it was checked against the city’s publications, and routes after that day say so.
    S31,
    /// 办理时间不倒流：后一环节不得早于它所接的环节。 Time in a case never runs backwards: a step is not dated before the one it follows (ours).
    S32,
    /// 流转记录所称的登记内容，须与登记核对相符，案件才能继续办理。 What a stored record claims the registers said is compared with the registers before the record may be moved on (ours).
    S33,
    /// 送达即办结：文件在两者之间没有规定环节，因此作为同一阶段。 Delivery concludes a case: being delivered and being concluded are one stage, since the text names no step between them (ours).
    S34,
    /// 办理人是否适格，看其所代表的单位；其人是谁，由服务担保。 A step’s actor is judged by the body it acts for; who the person is, the service vouches for (ours).
    S35,
    /// 同一清单（材料、条件、救济途径、文书）中每项只列一次（我们所定）。 A list within a step (materials, conditions, remedies, documents) names each thing once (ours).
    S36,
    /// 没有业务手册登记时，材料与条件以法律和上级政策为准，由受理、决定单位以自编代码写明；审查环节不因此增加（我们所定）。 Where no handbook is on record, papers and conditions are those of law and higher policy, named by the accepting and deciding bodies with codes of their own; no review step is added by it (ours).
    S37,
    /// 窗口直接办理不移转权力：只以主管县级机构，或仍有法定权力的事项市级部门自派人员的名义和自有印章办理；窗口由市直部门（市为民服务中心、网上）或当地非执法机构的单位运行（我们所定）。 Deciding at a window moves no power: it is done in the name and with the own seal of the competent county body, or by the own staff of the item’s city department where the power is still its by law; the window is run by a city department (city centre, online) or by a unit of the place that is no enforcement body (ours).
    S38,
    /// 登记分批次，只增不改：每条自登记之日或其后生效，首批所载的既有情况、印章遗失和市政府的清单调整除外；对某日的核对以当时的批次为准（我们所定）。 Registers grow by revisions and are never edited: a row takes effect no earlier than it is recorded, but for what the first revision carries over, for the loss of a seal, and for what the city government amended, whenever that is learnt; what was done on a day is held against the revision of that day (ours).
    S39,
    /// 收回的“2号章”可依协议再次移交，遗失的不再启用，其编号不再使用（我们所定）。 A Seal No. 2 that was withdrawn may be handed over again under an agreement; a lost one never is, and its number is not used again (ours).
    S40,
    /// 新增或改为必经、必交、可重复的环节和材料，新增的特别程序，专家评审费用改由申请人承担，新增或提高的收费，延长、取消或改换单位的承诺时限和告知期限，都是增；条件的变化列明而不以此拒绝（我们所定）。 What grows is a step or material added or made required, leave to repeat a step, a proceeding that stops the clock, or whose experts the applicant comes to pay, a fee added or raised, and a promised limit or a period for the notice lengthened, dropped or put in another unit; a change of conditions is told and not refused on this ground (ours).
    S41,
    /// 区域标准在其所依据的手册版次有效期间适用，手册换版后适用新版手册；区域可降低收费（我们所定）。 A region’s own standard holds while the handbook edition that it is drawn from is in force; after that the new handbook does; a region may lower a fee (ours).
    S42,
    /// 承接准备的责任：方案、进驻、监管和执法机构由区域，手册、指导员、“2号章”、派驻由市直部门，平台、电子印章和电子证照由牵头的市行政审批服务局（文件未逐项写明的，我们所定）。 Who is to supply what readiness lacks: the region its plan, centre, supervisors and enforcement bodies; the city department handbook, adviser, Seal No. 2 and staff; the leading city approval bureau the platform, electronic seals and licences (ours where the text does not say it item by item).
    S43,
    /// 同一操作编号是同一操作：内容和办理单位、人员相同的重试不再记录，内容或办理人不同的不予办理；重复的收件以办件编号识别；所依据的版本已变的不予办理（我们所定）。 An action id stands for one action: a retry of the same step by the same actor is not entered again, anything else under the id is refused; a filing sent twice is known by the case’s number; refused too is an action made for another version of the case (ours).
    S44,
    /// 中止期间自中止之日起至恢复之前一日止不计入办理期限，恢复之日计入；同一特别程序只启动一次（我们所定）。 A suspension takes out the days from the day of suspension up to the day before resumption, and the day of resumption counts; each proceeding is held once (ours).
    S45,
    /// 登记的秩序：编号、代码、名称各自唯一，手册版次依次编号，环节只与本手册所列环节相衔接且不互为前置，同一部门与同一区域就同一事项同时只有一份协议，下放的区域组合以65535种为限（我们所定）。 The order of registers: numbers, codes and names are given once, handbook editions count on, steps follow steps of their own handbook and never each other, a department and a region have one agreement on an item at a time, and patterns of devolution are limited (ours).
    S46,
    /// 期限届满只生法律或手册所定的后果：行政许可逾期未告知的视为受理，补正逾期的可以终止，延期须在届满之前；其他事项迟发的告知、迟作的决定、迟来的送达照常记录，并显示为逾期；判断所需的已过日期未收录于工作日历的，先登记该年通知（我们所定）。 A period that has run out has the effect that law or standard give it and no other: a licence not answered counts as accepted, a correction period lets the case lapse, an extension comes too late; a late notice of other items, a late decision and a late delivery are entered, and shown as late; where a day that lies behind is in a year that the calendar lacks, the notice of that year is recorded first (ours).
    S47,
    /// 一次告知之后申请人有其补正时间：全部补交而不合形式，或补正期限届满，或手册未定期限而已有补交，才可以仍不齐全为由不予受理；已补齐的不因逾期终止，手册未列为必交的不作为欠缺；记录终止之前补交的仍然算数（我们所定）。 After the one notice the applicant has the time to correct: papers are turned away as incomplete only when all that was asked for was handed in and is not in form, when the period is over, or, where the standard sets none, when something was handed in; what is complete does not lapse, and a paper that the standard does not require holds nothing up; what comes in before the lapse is recorded still counts (ours).
    S48,
    /// 手册未载法定时限的行政许可，法定时限为《行政许可法》的二十个工作日；延期延长以工作日计算的承诺时限和法定时限，是否在届满之前以法定时限为准，已先届满的承诺时限不因此恢复（我们所定）。 A licence whose standard names no statutory limit has the Licensing Law’s twenty working days; the extension lengthens the promised and the statutory limit where they count working days, is in time by the statutory one, and brings back no promise that had run out before (ours).
    S49,
    /// 视为受理自收件之日起算，转送时间计算在内，任何人均可记录；此后不再告知补正、另行受理或不予受理，缺的材料不再要求，依条件决定，材料仍在收件窗口的随后转送（我们所定）。 Acceptance that the law deems dates from the filing day, time in transit included, and anyone may record it; after that there is no notice, no other acceptance and no turning away, what is missing is no longer asked for and the conditions decide, and papers still at the first window are passed on then (ours).
    S50,
    /// 改用新版时，立案依据整体换为当日登记所载，收件地点的权限仍以收件之日为准；已办环节按编号仍然算数，待补材料以新版仍列的为限；已告知的补正期限不变；材料仍在收件转送窗口而新版仍由其转送的，或者由按新版受理后转送的单位持有的，照新版转送；新旧两版都须受理后转送而尚未转送的，仍须转送；否则，未受理的看新版受理单位，已受理的先看决定单位、再看受理单位，与持有人同属一个区域或者同属市级的，视为已持有材料；都不是的由持有人转送，补正中的可在受理后转送；原窗口仍可送达（我们所定）。 A case that moves on to a later edition takes the whole brief of that day, but for the permission of the venue, which stays that of the filing day; steps taken count by their codes, and corrections that it no longer names are not waited for; the period for corrections that was told stays; papers that lie at a window which passes on by the later route too, or with who accepts by it for another, go on as it says; a leg after acceptance that both routes have is still to be gone; otherwise who accepts by the later route, or of an accepted case who decides and else who accepts, has them if he is of one region with who holds them, or like him of the city; failing that the holder passes them on, of a case in correction after acceptance; the former windows may still deliver (ours).
    S51,
    /// 每次清单调整自施行之日起自成一版，同日的依次成版而不涉及同一事项；编号一经使用不再另用；例外是与“同权方式”栏不同的方式，原有例外与新的栏相同或其区域不再下放的，随之取消；调整未提及的照旧；某区域受其影响，指事项在该区域的归属改变，或该区域所有事项的市级部门改变，仅更名的不影响任何区域；以实施情况为由的，增列、移出也须听取，意见须在施行之日以前；县级原有事项不由清单调整，三级同权事项只可更名或移出（我们所定）。 Each amendment of the list makes an edition of its own from its day, several of one day one after the other and on different items; a key is given once for good; an exception is a modality other than the column’s, and one that comes to say the same, or whose region loses the item, falls away; what an amendment does not speak of stays; it affects a region where it changes how an item stands there, or the department of one that the region has, and a mere change of name affects none; on grounds of practice the regions are heard on additions and removals too, on a day before the day of effect; a county-original item is not the list’s to amend, and a three-tier item can be renamed or removed and no more (ours).
    S52,
    /// 三级同权事项的选择适用于所列乡镇（街道），其余乡镇（街道）视为未确定；后一选择整体代替前一选择，同日的以后登记的为准；所列为全部或某类事项的，及于其后增列的；办理时须写明乡镇（街道）；窗口前移的，县级单位派驻乡镇（街道）的人员代表该单位；审核所盖印章由乡镇（街道）加盖；乡镇（街道）决定的不报备不推送，县级审批局决定的须推送（我们所定）。 What a region chose for a three-tier item holds in the townships that it names, and in others nothing is chosen yet; a later choice takes the place of the earlier one, whole, and of one day the one recorded last; one for all items, or for a kind, reaches those that come to the list later; a matter names its township; under forward service window the county body’s staff in the township act for that body; under review the township affixes the seal that the choice names; nothing of it is reported, and what the county’s approval bureau decides is pushed (ours).
    S53,
    /// 法律只禁止授权或只禁止委托的，既不适于直接下放，也不属于窗口前移的情形，推荐下放实质性审核权；禁止委托而下放实质性审核权的，提示法律风险（我们所定）。 Where the law forbids only one of authorising and entrusting, neither direct devolution nor the forward service window is called for, and substantive review is recommended; where it forbids entrusting, the legal risk of substantive review is told (ours).
    S54,
    /// 责任清单：责任由各条责任单位中所指的单位承担，“市直各有关部门”指当日有同权事项（或有所涉方式事项）的部门；句中未写明由谁做的，由该条的牵头单位承担，所说的人员、中心、乡镇（街道）或选择属于该条其他单位的，由其一同承担或代为承担；文件未写明由谁承担的宣传引导，由各区域和这些部门承担；按年、按半年的，自文件签署后第一个完整的周期起算，周期结束仍无证据的为逾期，直至补有该周期的证据；日期和周期只对届时已承担的单位、仍如文件所列的事项适用，没有日期的不逾期；登记本身能说明的以登记为准，其余以所记证据为准；可补以前的周期，也可为下一周期先行，不得更早；签署之后、第一个周期之前所做的予以记录，不抵其后的周期（我们所定）。 A duty of the document is borne by those of its clause’s units whom it speaks of: the departments are those that have items of the reform that day, of the modality in question where it is of one; what a sentence asks without saying of whom is borne by those who lead its clause, and by others of the clause, with them or in their place, where it is about their staff, centres, townships or choice; the publicity, for which the text names nobody, is borne by the regions and these departments; what is owed every year or half-year is owed from the first whole one after the signature, and is overdue once one has ended without evidence, until there is some for it; a day or a cycle is meant for those who bear the duty by then and for items that stand as the document has them, and what has no day is never overdue; what the registers themselves show is met by them, and the rest by the evidence recorded; evidence may make up for an earlier cycle, and be of the next one, no further ahead; what was done after the signature and before the first whole cycle is recorded, and meets none (ours).
    S55,
    /// 抽查：样本由种子和所抽事物的编号决定，与先后次序无关；约束指标按期间内发生的件数计算，超出的作提示，部门设定的，应据以作出检查结论，均不阻止任何环节（我们所定）。 A sample is decided by its seed and by the numbers of what it is drawn from, in whatever order they come; a ceiling counts what happened within its period, and what exceeds it is flagged, or calls for a finding where the department says so, and bars no step (ours).
    S56,
    /// 检查发现由负有监管、指导、督导职责的单位作出：对办件为其县级监管、执法单位和市级监管、执法部门、收到过推送的单位、事项的市直部门、市行政审批服务局、市政府办公室，对印章、手册和约束指标为该市直部门、市行政审批服务局、市政府办公室，对市直部门的阻碍为任一区域的单位、市政府办公室；由所指单位整改：办件为收件、受理、决定的单位，印章为持有区域，未移交的为该部门，手册为编制单位，没有部门的事项为各区域，约束指标为超出的区域，合计的为其各区域；先整改后销号，由作出的单位退回、销号或撤回，所依条款和超出件数由其负责；监管信息反馈由收到推送的单位作出，由推送的单位签收（我们所定）。 A finding is made by those who watch over, guide or steer: against a case its supervisors and enforcement bodies at both tiers, whoever was sent a push, the item’s department, the city approval bureau and the general office; against a seal, a standard or a ceiling the department, the city approval bureau and the general office; against a city department’s obstruction a body of any region, or the general office. Whom it is against corrects it: of a case those who took it in, accepted or decided it; of a seal the region that holds it, else the department; of a standard whose it is, and of an item without a department any region; of a ceiling the region that exceeded it, or its regions where they have it together. It is corrected before it is closed; who made it returns, closes or withdraws it, and answers for the clause and the count. Supervision’s feedback comes from a body that was sent a push, and is received by who pushed (ours).
    S57,
    /// 争议：所争的是收件、不予受理、决定或者未作决定，知道之日不早于该行为之日（收件和未作决定的不早于收件之日）；由谁处理、承担，以提出之时的办件为准，收件以收件之时为准，此后不变：由办理的单位，委托收件的，收件、受理和不予受理由受托的区域、乡镇（街道）；先受理处理，再终结或撤回；对外由路径所定的被申请人、被告出面并赔偿，所争不是决定的，文书不带其印章，只依委托；赔偿之后由最终承担的单位归还，有争议的也可由其直接赔偿；出面在终结之前，未出面而终结的如实显示；申请期限自知道之日的次日起算，按月的以对应之日为末日，没有对应之日的为当月末日，末日为休假日的顺延（复议的依据未载，同样顺延，以利申请人），未作决定和复议之后起诉的期限依据未载，不作推算；逾期提出的仍予记录并如实显示（我们所定）。 A dispute is about intake, non-acceptance, the decision, or the want of one, and is known no sooner than that act, or for intake and delay than the filing. Who deals with it and bears its cost is told by the case as it stood when it was lodged, of intake as it was filed, and stays so: whoever handled, and under entrusted intake the region, or the township, for what it took in, accepted or did not accept. It is taken up before it is ruled or taken back. Outwardly the respondent or defendant of the route appears and pays; of what is no decision no paper carries its seal, and only entrustment is cited. Whoever bears the cost then reimburses it, or pays itself where the respondent is contested. Appearance comes before the end, and where there was none that is shown. The time to apply runs from the day after the act was known, ends in months on the day of the same number or the month’s last, is moved on from a day off, for reconsideration too, where the facts say nothing and nobody is to be told too early that it is too late; for the want of a decision, and for a suit after a reconsideration, the facts have no limit and none is told; what comes late is recorded all the same, and shown so (ours).
    S58,
    /// 制证之后：证照由作出决定的单位入账，由其或事项当日在当地的决定单位变更、注销，电子与实体一次办理；入账的末日不早于制发之日，变更只在有效期内，末日不早于当日，注销的理由由我们列举；制发、变更、注销各产生向省、市电子证照库归集的责任；撤销由作出决定的单位或文书所盖印章的单位记录，写明所依，一案一次由服务保证，撤销不改动证照，须另行注销；重开由可以撤销的单位记录，写明新的办件（我们所定）。 A licence is entered by the body that decided it, and changed and cancelled by that body or by the one that decides the item there on the day, both twins in one act; its last day is no earlier than its issue, it is changed only while it runs, to a last day that has not passed, and the grounds of cancelling are our list. Its issue, each change and the cancelling are to be synced with the provincial and the city repository. A decision is revoked by the body that took it or whose seal it carries, with its ground; that it is done once a case, the service sees to. Revocation leaves the licence as it is, to be cancelled by an act of its own; a reopening, by those who may revoke, names the new case (ours).
    S59,
    /// 专家：由作出决定的单位在决定前调用，意见在决定前提交，各系统的专家全市通用；从事评审、审查、决定本案的人员和申请人不得为本案专家，以调用和提交意见之时为准，其后出现的如实显示；市直部门决定的事项由其列支，区域自有事项和三级同权事项由区域列支，例外写明由该部门或区域中的另一方承担和理由，不转由申请人承担（我们所定）。 An expert is called by the deciding body before the decision, and the opinion is taken in before it; experts of every system serve the whole city. Whoever reviews or decides the case, and the applicant, is no expert of it, as it stands when the expert is called and the opinion is taken in; what comes later is shown. What a city department decides it pays for, what is the region’s own or a three-tier item the region does; an exception names the other of department and region, and why, and never shifts it to the applicant (ours).
    S60,
    /// 业务指导员：对一事项以当日已生效的最后一条登记为准，同日的以后登记的为准；后一条登记不再列前一条的人员的，为替换，须写明理由，插在已登记的后一条之前的亦然（我们所定）。 The advisers of an item are those of the row last begun, of one day the one recorded last; a row that no longer names a person of the row before replaces that person, and says why, and so does one that is put before a row on record already (ours).
    S61,
    /// 统计：截至某日，以当日终了以前的记录为准，自收件之日起计入，以收件之月为月份，区域、部门、归属、类型、阶段以当日的为准；一件在同一组只计一次；期限因案件终结而止的，以终结之日为完成之日，所缺年份的日历足以影响判断的，列为无法计算；用时以日历日计，首日不计，先后倒置的不计，另以承诺时限的单位记作出决定时已计入的时间，中止除外；分位数取最近秩：使不大于它的不少于该比例的最小值；流转记录不能成立的照其所称计入，并另记其件数；为调整清单提供的依据，逐项逐区域列出当日下放的，没有办件的亦列，办理成本只看受理至决定的平均日数以及平均每件受理的审查环节和特别程序，不予受理、不予决定的比例不对应任何一项实施情况，专业性和安全风险不能由办件得出（我们所定）。 Statistics of a day go by the entries up to its end: a case counts from its filing day on, in the month of its filing, under the region, department, standing, kind and stage that it has by then, and once in each group; a period that the end of a case cuts short is met on the day of that end, and one is unknown only where days of a year that the calendar lacks decide; spans are in days, the first not counted, none where they run backwards, and beside them stands what the clock had counted by the decision, suspensions out, in the unit of the promised limit; a percentile is by nearest rank, the least value with at least that share at or below it; journals that prove no case are measured by what they say, and how many they are stands beside it; the evidence for an amendment of the list has every item in every region that it is devolved to that day, without a case too; cost is the mean days from acceptance to decision, and the review steps and proceedings per accepted case, and no more; the share not accepted or decided unfavourably bears on none of the grounds of practice, and specialty and risk are not measured by cases (ours).
    S62,
    /// 合规检查：逐条按各环节的规则判断，再按记录所称继续；在所处阶段没有位置而其后有位置的，视为其间缺少环节，只记一次，所缺决定以其后有无制证推定是否准予，所缺补正告知以其后所补为其所求；其后也没有位置的，视为多余，略去；只在其后有位置，而下一条在此有位置、在彼没有的，视为过早，略去，其后所缺正是此环节的不再记；未经转送即办理、前置环节未办、未推送即签收的，各记一次，其后以已具备论；所称与登记不符的，另列依登记所违反的规则，仍按所称继续；印章事后查知遗失的，以遗失论；立案得不出路径的，其后各条无从核查；普通日志只核查阶段、先后、角色和同权方式，其余规则列明不可核查，改用新版之后，原路径不再用以核查（我们所定）。 Conformance: each entry is judged by the rules of its step, and the journal then goes on as it claims. An entry that has no place at its stage and has one ahead tells, once, that a step is missing; a missing decision is taken for favourable where a licence is issued later, and a missing notice for one that asked for what was handed in; what has no place ahead either is one too many, and is left out; what has its place only ahead came too early, and is left out too, where what comes next has its place here and not there, and where it is what is missing later, that is not told again. Papers worked on before they were passed on, a step taken before those that the standard puts before it, and an answer to a push that was not sent are told once, and taken to be there from then on. Where an entry does not say what the registers said, the rules that the truth breaks are told beside it, and the journal goes on as it claims; a seal that was lost, as is found out later, counts as lost. Where the filing makes no route, nothing after it can be judged. A plain log is held against place, order, role and modality, the other rules are listed as not checkable, and after a move to a later edition the earlier route is not held against it any more (ours).
    S63,
    /// 导出：办件、证照的每一事件以编号加版本标识，同一件给出两次的以较后的版本为准；不含人员代号和人员填写的文字，单位按代号保留；信封中的地点不细于乡镇（街道）；一单位占两席的，各发一份（我们所定）。 Exports: each event of a case or licence is known by its number and version, and of a case that is given twice the later version counts; no reference to a person and none of the words that persons wrote is exported, while bodies stay by their ids; the place in an envelope is no finer than a township; a body that sits in two seats gets one envelope for each (ours).
    S64,
}

/// 法条: an article of law beside the document, in the version read. A later version may add some.
///
/// ```
/// use tongquan::law::Article;
/// let extending: Article = "APL42x".parse()?;
/// assert_eq!((extending.law(), extending.number()), ("行政许可法(2019)", "42"));
/// // only in the span that is known: a day outside is refused, not guessed
/// assert!(extending.on("2024-03-04".parse()?).is_ok() && extending.on("2018-01-01".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
#[non_exhaustive]
#[repr(u8)]
pub enum Article {
    /// 行政许可法(2019) 第24条: entrustment
    Apl24,
    /// 行政许可法(2019) 第23条: authorisation
    Apl23,
    /// 行政许可法(2019) 第25条: relatively centralised licensing
    Apl25,
    /// 行政许可法(2019) 第26条: one window / joint handling
    Apl26,
    /// 行政许可法(2019) 第29条: application
    Apl29,
    /// 行政许可法(2019) 第32条: acceptance
    Apl32a,
    /// 行政许可法(2019) 第32条: acceptance
    Apl32b,
    /// 行政许可法(2019) 第32条: acceptance
    Apl32c,
    /// 行政许可法(2019) 第32条: correction notice
    Apl32d,
    /// 行政许可法(2019) 第32条: acceptance
    Apl32e,
    /// 行政许可法(2019) 第32条: receipt
    Apl32s,
    /// 行政许可法(2019) 第34条: verification
    Apl34,
    /// 行政许可法(2019) 第38条: refusal
    Apl38,
    /// 行政许可法(2019) 第42条: decision
    Apl42,
    /// 行政许可法(2019) 第42条: decision
    Apl42x,
    /// 行政许可法(2019) 第42条: joint handling
    Apl42j,
    /// 行政许可法(2019) 第42条: joint handling
    Apl42jx,
    /// 行政许可法(2019) 第43条: lower-level first review
    Apl43,
    /// 行政许可法(2019) 第44条: delivery
    Apl44,
    /// 行政许可法(2019) 第45条: excluded time
    Apl45,
    /// 行政许可法(2019) 第47条: hearing
    Apl47,
    /// 行政许可法(2019) 第50条: renewal
    Apl50,
    /// 行政许可法(2019) 第55条: inspection
    Apl55,
    /// 行政许可法(2019) 第82条: day count
    Apl82,
    /// 优化营商环境条例(2019) 第36条: time limits
    Obe36,
    /// 山东省优化营商环境条例(2020) 第30条: time limits
    Sdobe30,
    /// 山东省优化营商环境条例(2020) 第31条: service places
    Sdobe31,
    /// 行政复议法(2023) 第19条: reconsideration respondent
    Arl19a,
    /// 行政复议法(2023) 第19条: reconsideration respondent
    Arl19c,
    /// 行政复议法(2023) 第20条: reconsideration
    Arl20,
    /// 行政复议法(2023) 第30, 88条: reconsideration
    Arl30,
    /// 行政复议法(2023) 第62条: reconsideration
    Arl62,
    /// 行政复议法实施条例(2007) 第13条: reconsideration respondent
    Arir13,
    /// 行政诉讼法(2017) 第26条: litigation defendant
    All26a,
    /// 行政诉讼法(2017) 第26条: litigation defendant
    All26e,
    /// 行政诉讼法(2017) 第46条: litigation
    All46,
    /// 最高法行诉解释(2018) 第19条: litigation defendant
    Spc19,
    /// 最高法行诉解释(2018) 第20条: litigation defendant
    Spc20,
    /// 最高法行诉解释(2018) 第21条: litigation defendant
    Spc21,
    /// 最高法行诉解释(2018) 第48条: day count
    Spc48,
    /// 最高法行政许可案件规定(2009) 第4条: licence litigation
    Spcl4,
    /// 最高法行政许可案件规定(2009) 第5条: licence litigation
    Spcl5,
    /// 国家赔偿法(2012) 第7条: compensation duty
    Scl7,
    /// 国务院关于在线政务服务的若干规定(2019) 第8条: e-signature
    Ogs8,
    /// 国务院关于在线政务服务的若干规定(2019) 第9条: e-seal
    Ogs9,
    /// 国务院关于在线政务服务的若干规定(2019) 第10条: e-licence
    Ogs10,
    /// 国务院关于在线政务服务的若干规定(2019) 第12条: e-archive
    Ogs12,
    /// 山东省经济开发区条例(2016) 第7条: zones
    Sdedz7,
    /// 山东省经济开发区条例(2016) 第9条: zones
    Sdedz9,
}

pub(super) static CLAUSES: [ClauseRow; 22] = [
    ClauseRow { clause: Clause::P1, id: "P1", cite: "第一部分", zh: "把放权改革做广、流程做顺、系统连通，使企业群众与政府打交道的成本更低。", en: "Widen the reform, smooth its processes and join up its systems, so that dealing with government costs people and firms less.", leads: &[], bearers: &[], due: &[] },
    ClauseRow { clause: Clause::P2, id: "P2", cite: "第二部分", zh: "权力在哪里责任就在哪里，层级从简，人员技术随权下移，一件事在一地办结。", en: "Responsibility goes with power, tiers are few, staff and skill follow the work, and a matter is concluded in one place.", leads: &[], bearers: &[], due: &[] },
    ClauseRow { clause: Clause::C1, id: "C1", cite: "第三部分第1点", zh: "放权有直接下放、窗口前移、下放实质性审核权和委托收件、受审分离四种方式，按法律容许的程度和基层能否承接选用。", en: "A city item is handed down in one of four ways, chosen by what the law allows and by what the region is able to take on.", leads: &["市政府办公室"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C2, id: "C2", cite: "第三部分第2点", zh: "61项原市级事项交各区域实施，跨县市区的事务仍归市级；各区域于6月30日前定出承接方案并使事项进驻本地中心，市直部门不得以任何方式阻碍。", en: "61 formerly-city items go to the regions while matters that cross them stay with the city; each region has its undertaking plan and its items at the local centre by 30 June, and no city department may obstruct.", leads: &["市政府办公室"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[day(2021, 6, 30)] },
    ClauseRow { clause: Clause::C3, id: "C3", cite: "第三部分第3点", zh: "事项清单随法律、政策和实施情况调整；因实施情况改变放权形式或范围的，先听取各区域意见。", en: "The list follows law, policy and practice, and a change of form or scope on grounds of practice is made only after the regions are heard.", leads: &["市政府办公室"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C4, id: "C4", cite: "第三部分第4点", zh: "一个平台承载全部同权事项的网办、批后报备、监督检查、推送和统计，7月15日前上线，7月31日前全部纳入。", en: "One platform, online by 15 July and carrying every item by 31 July, holds applications, post-approval filing, inspection, pushes and statistics.", leads: &["市行政审批服务局"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[day(2021, 7, 15), day(2021, 7, 31)] },
    ClauseRow { clause: Clause::C5, id: "C5", cite: "第三部分第5点", zh: "同权事项使用电子印章、电子证照，证照的制发、变更、注销与实体证照一并完成，并归集到省、市电子证照库。", en: "Electronic seals and licences are used, electronic and physical licences are issued, changed and cancelled together, and their records go to the provincial and city repositories.", leads: &["市行政审批服务局", "市大数据中心"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C6, id: "C6", cite: "第三部分第6点", zh: "区域凭使用协议，以市直部门编号交付的“2号章”对实质性审核事项作出决定；该章只用于原属市级的业务，6月30日前办妥刻制、发放和协议。", en: "Under an agreement the region decides items in substantive review with the Seal No. 2 that the city department numbered and handed over by 30 June, and uses it for formerly-city business only.", leads: &["市行政审批服务局", "市政府办公室"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[day(2021, 6, 30)] },
    ClauseRow { clause: Clause::C7, id: "C7", cite: "第三部分第7点", zh: "每一事项都有市直部门编制的业务手册为标准，区域照此办理，环节、时限、材料只减不增。", en: "Every item has a handbook of the city department for its standard; regions work by it, and steps, time and materials may shrink but never grow.", leads: &[], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C8, id: "C8", cite: "第三部分第8点", zh: "各系统的专家库全市共用，7月31日前启用；区域为原市级事项调用专家，费用除由申请人承担的以外原则上归市直部门。", en: "Each system keeps an expert pool for the whole city from 31 July, and where a region calls an expert for a formerly-city item the city department pays as a rule, unless the applicant does.", leads: &[], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[day(2021, 7, 31)] },
    ClauseRow { clause: Clause::C9, id: "C9", cite: "第三部分第9点", zh: "编制、人员和技术力量跟着事项走，使县乡两级既能接住事项，也能管好事项。", en: "Posts, staff and skill follow the items, so that counties and townships can both take them on and supervise them.", leads: &["市委编办", "市人力资源社会保障局", "市财政局"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C10, id: "C10", cite: "第三部分第10点", zh: "市直部门每年定出培训方案、每半年至少集中培训一次，并在6月30日前为每一事项公布和备案专职“业务指导员”。", en: "Each city department has a yearly training plan, trains centrally at least once in each half-year, and by 30 June has published and filed a dedicated adviser for every item.", leads: &[], bearers: &["市直各有关部门（单位）"], due: &[day(2021, 6, 30)] },
    ClauseRow { clause: Clause::C11, id: "C11", cite: "第三部分第11点", zh: "同权事项由谁办理，谁就处理由此引起的信访、投诉、复议、诉讼并承担补偿、赔偿；依法须由市直部门出面的，由其出面。", en: "Whoever handles an item of the reform deals with the petitions, complaints, reconsideration and litigation that follow and bears compensation, and where the law wants the city department to appear, it appears.", leads: &[], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C12, id: "C12", cite: "第三部分第12点", zh: "县级审批局承办的同权事项，其审批信息送达市县两级的监管部门和执法机构，监管所得再反馈给审批局。", en: "What a county approval bureau has handled is pushed to the supervisor and the enforcement body at both tiers, and what they find comes back to it.", leads: &["市行政审批服务局"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::C13, id: "C13", cite: "第三部分第13点", zh: "市级1个和县级14个为民服务中心互相收办对方的业务，7月31日前市中心各窗口能收办县级全部行政许可。", en: "The city centre and the 14 county-level centres take each other’s business, and by 31 July the city centre’s windows take every county licence.", leads: &["市政府办公室", "市行政审批服务局"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[day(2021, 7, 31)] },
    ClauseRow { clause: Clause::C14, id: "C14", cite: "第三部分第14点", zh: "县级审批局可派人在乡镇（街道）设行政审批服务所，为全县域的申请人办理本局各类事项；汶上县、济宁高新区于7月31日前先行。", en: "A county approval bureau may post staff to a township station that handles all of its items for applicants from the whole county; Wenshang and the High-tech Zone start by 31 July.", leads: &["市政府办公室", "市行政审批服务局"], bearers: &["市直各有关部门（单位）", "汶上县", "济宁高新区"], due: &[day(2021, 7, 31)] },
    ClauseRow { clause: Clause::C15, id: "C15", cite: "第三部分第15点", zh: "便民事项下沉到乡镇（街道）和村（社区）办理或收件，第一批15项于7月31日前实现三级同权，并鼓励联合设置中心、政银合作和自助办理。", en: "Everyday services move down to townships and villages, the first 15 items are shared by three tiers by 31 July, and joint centres, bank outlets and kiosks are encouraged.", leads: &["市政府办公室", "市行政审批服务局"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[day(2021, 7, 31)] },
    ClauseRow { clause: Clause::P41, id: "P4.1", cite: "第四部分第（一）项", zh: "各区域和市直部门由主要负责人总负责，任务分到个人并排定期限。", en: "The head of each region and city department answers for the whole, and tasks are assigned to persons with dates.", leads: &[], bearers: &["各县（市、区）、功能区", "市直各有关部门（单位）"], due: &[] },
    ClauseRow { clause: Clause::P42, id: "P4.2", cite: "第四部分第（二）项", zh: "市政府办公室督导调度，市直部门放权之后仍须担责，区域则为改革的责任主体。", en: "The general office of the city government steers and checks, city departments stay answerable for what they hand down, and the regions carry the reform.", leads: &["市政府办公室"], bearers: &["市直各有关部门（单位）", "各县（市、区）、功能区"], due: &[] },
    ClauseRow { clause: Clause::P43, id: "P4.3", cite: "第四部分第（三）项", zh: "通过各种媒体用通俗的话把改革讲清楚，所发信息及时而准确。", en: "The reform is explained to the public in plain words through all media, promptly and correctly.", leads: &[], bearers: &[], due: &[] },
    ClauseRow { clause: Clause::A1, id: "A1", cite: "附件1", zh: "列出下放的61项，各有市级实施部门、类型、同权方式和备注。", en: "Lists the 61 items handed down, each with its city department, kind, modality and remark.", leads: &[], bearers: &[], due: &[] },
    ClauseRow { clause: Clause::A2, id: "A2", cite: "附件2", zh: "列出第一批15项三级同权事项，其同权方式由各区域依法自行确定。", en: "Lists the first 15 three-tier items, whose modality each region decides within the law.", leads: &[], bearers: &[], due: &[] },
];

pub(super) static SILENCES: [SilenceRow; 64] = [
    SilenceRow { silence: Silence::S1, id: "S1", zh: "14个县级中心取11个县（市、区）和济宁高新区、太白湖新区、济宁经济技术开发区；曲阜文化建设示范区没有中心，但属于“各功能区”。", en: "The 14 county-level centres are those of the 11 counties and of three zones; the Qufu Culture Zone has none, yet counts among the zones.", fixed: false },
    SilenceRow { silence: Silence::S2, id: "S2", zh: "窗口前移和委托收件的事项由作决定的市直部门负责，区域只对自己的收件负责。", en: "Under forward service window and entrusted intake the city department that decides answers, and the region only for its intake.", fixed: false },
    SilenceRow { silence: Silence::S3, id: "S3", zh: "补正期限依业务手册；手册没有规定的，案件不因逾期终止。", en: "The time for corrections is the standard’s; where it gives none, a case never lapses.", fixed: false },
    SilenceRow { silence: Silence::S4, id: "S4", zh: "案件沿用收件之日的清单和标准；改用后来的版本须作出选择，并记明理由。", en: "A case keeps the edition and the standard of its filing day; moving to a later one is a recorded choice with its reason.", fixed: false },
    SilenceRow { silence: Silence::S5, id: "S5", zh: "审批局承办的事项由谁监管和执法，以承接方案所列为准；市级一侧未列的，取附件所列市级部门，但市行政审批服务局除外。", en: "Who supervises what the approval bureau handles is named in the plan; at the city the annex department is the default, unless that is the city approval bureau.", fixed: false },
    SilenceRow { silence: Silence::S6, id: "S6", zh: "“及时”没有天数：未办的列为未办，只有服务设定期限后才算迟延。", en: "“Promptly” has no number: what is open shows as open, and is late only where the service sets a limit.", fixed: false },
    SilenceRow { silence: Silence::S7, id: "S7", zh: "跨区域的案件写明所涉的管理区域，原市级事项因此归市级。", en: "A crossing matter names the managing regions that it touches, and a formerly-city item then goes to the city.", fixed: false },
    SilenceRow { silence: Silence::S8, id: "S8", zh: "期限的单位和起算依业务手册，《行政许可法》的期限只约束行政许可。", en: "Units and clocks are as the standard says, and the clocks of the Licensing Law bind licences only.", fixed: true },
    SilenceRow { silence: Silence::S9, id: "S9", zh: "重新申请是新案件，可注明前一案件。", en: "Filing again is a new case, which may name the old one.", fixed: true },
    SilenceRow { silence: Silence::S10, id: "S10", zh: "三级同权事项由谁办理，以区域所作的选择为准；市级一侧由市级数据写明。", en: "Who handles a three-tier item is named by the region’s own choice, and the city’s side is city data.", fixed: false },
    SilenceRow { silence: Silence::S11, id: "S11", zh: "承接准备只阻止不可能之事：没有承办部门或没有派驻人员的仍由市级按原权限办理，没有“2号章”的案件停在用印之前等候，其余缺口只作记录。", en: "A gap in readiness bars only the impossible: without a handling body or posted staff the city acts under its old authority, without a Seal No. 2 the case waits before sealing, and any other gap is recorded.", fixed: false },
    SilenceRow { silence: Silence::S12, id: "S12", zh: "窗口直接办理时，以登记的权限所载名义和印章办理，未载明的用主管县级机构的，绝不用“2号章”。", en: "A window that decides directly uses the name and seal that its recorded permission gives, by default the competent county body’s and never Seal No. 2.", fixed: false },
    SilenceRow { silence: Silence::S13, id: "S13", zh: "主管地点以外的办理地点，登记了起始日才算开始；期限日不是起始日。", en: "Any venue but the competent one has begun only where its start is recorded; a due day is no start.", fixed: false },
    SilenceRow { silence: Silence::S14, id: "S14", zh: "第一版清单自签署之日2021年6月15日起施行。", en: "The first edition is in force from the day of signature, 2021-06-15.", fixed: false },
    SilenceRow { silence: Silence::S15, id: "S15", zh: "一次告知之后仍不齐全或不合法定形式的，可以不予受理。", en: "What is still incomplete or not in legal form after the one notice may be refused acceptance.", fixed: false },
    SilenceRow { silence: Silence::S16, id: "S16", zh: "延期由作决定机构的负责人批准，使用“2号章”的事项由区域一方的负责人批准。", en: "The head of the deciding body approves an extension; under Seal No. 2 that is the region’s.", fixed: false },
    SilenceRow { silence: Silence::S17, id: "S17", zh: "功能区决定的原市级事项同样须批后报备。", en: "Zones too report the formerly-city items that they decided.", fixed: false },
    SilenceRow { silence: Silence::S18, id: "S18", zh: "市级决定的案件不推送。", en: "Cases that the city decided are not pushed.", fixed: false },
    SilenceRow { silence: Silence::S19, id: "S19", zh: "报备和推送发出之后，由收方签收，或附理由退回。", en: "A report or push is sent, and then acknowledged, or rejected with a reason, by its addressee.", fixed: false },
    SilenceRow { silence: Silence::S20, id: "S20", zh: "乡镇审核的用章以区域的选择所载为准，没有载明的不能用章，绝不用“2号章”。", en: "The seal of a township’s review is the one that the region’s choice names; where it names none there is none to use, and it is never Seal No. 2.", fixed: false },
    SilenceRow { silence: Silence::S21, id: "S21", zh: "“2号章”暂停使用时，案件等待、期限照走，所生迟延记在市级名下。", en: "While a Seal No. 2 is suspended its cases wait, the clock runs, and the delay is shown as the city’s.", fixed: false },
    SilenceRow { silence: Silence::S22, id: "S22", zh: "电子“2号章”在用章台账中有自己的编号。", en: "The electronic twin of a Seal No. 2 has its own identity in the ledger of use.", fixed: false },
    SilenceRow { silence: Silence::S23, id: "S23", zh: "其他事项跨区域时由谁决定，文件没有写明，因此作为未定，不作推测。", en: "Nobody is named to decide a crossing matter of any other item, so it stays unresolved and is not guessed.", fixed: false },
    SilenceRow { silence: Silence::S24, id: "S24", zh: "以申请人、单位还是项目所在地为准，由业务手册规定。", en: "Which place counts, the applicant’s, the employer’s or the project’s, is the standard’s to say.", fixed: false },
    SilenceRow { silence: Silence::S25, id: "S25", zh: "约束指标的范围、期间和效果由市直部门设定，没有设定时超出的只作提示。", en: "Indicator ceilings have the scope, period and effect that the department sets, and by default only flag what exceeds them.", fixed: false },
    SilenceRow { silence: Silence::S26, id: "S26", zh: "撤销和重开是与原案相连、有人有据的独立记录，不改动原案。", en: "Revocation and reopening are linked records with actor and ground, and leave the decided case as it is.", fixed: false },
    SilenceRow { silence: Silence::S27, id: "S27", zh: "材料转送的时间计入办理期限。", en: "The time in transit counts in the clock.", fixed: false },
    SilenceRow { silence: Silence::S28, id: "S28", zh: "受理凭证加盖受理机构的受理印章，委托收件的注明代决定机构，绝不用“2号章”。", en: "Receipts carry the accepting body’s acceptance stamp, “for” the decider under entrusted intake, and never Seal No. 2.", fixed: false },
    SilenceRow { silence: Silence::S29, id: "S29", zh: "在其他地点收件的，以最先收到材料的地点收件之日为收件日。", en: "At a foreign venue the filing day is the day on which the first venue takes the papers in.", fixed: false },
    SilenceRow { silence: Silence::S30, id: "S30", zh: "办公时间之外收到的，算在收到的当日。", en: "What comes in outside office hours counts on its calendar day.", fixed: false },
    SilenceRow { silence: Silence::S31, id: "S31", zh: "每版清单写明核对到哪一天，之后的路径会说明未经核对。", en: "An edition says until when it was checked against the city’s publications, and routes after that day say so.", fixed: false },
    SilenceRow { silence: Silence::S32, id: "S32", zh: "办理时间不倒流：后一环节不得早于它所接的环节。", en: "Time in a case never runs backwards: a step is not dated before the one it follows (ours).", fixed: true },
    SilenceRow { silence: Silence::S33, id: "S33", zh: "流转记录所称的登记内容，须与登记核对相符，案件才能继续办理。", en: "What a stored record claims the registers said is compared with the registers before the record may be moved on (ours).", fixed: true },
    SilenceRow { silence: Silence::S34, id: "S34", zh: "送达即办结：文件在两者之间没有规定环节，因此作为同一阶段。", en: "Delivery concludes a case: being delivered and being concluded are one stage, since the text names no step between them (ours).", fixed: true },
    SilenceRow { silence: Silence::S35, id: "S35", zh: "办理人是否适格，看其所代表的单位；其人是谁，由服务担保。", en: "A step’s actor is judged by the body it acts for; who the person is, the service vouches for (ours).", fixed: true },
    SilenceRow { silence: Silence::S36, id: "S36", zh: "同一清单（材料、条件、救济途径、文书）中每项只列一次（我们所定）。", en: "A list within a step (materials, conditions, remedies, documents) names each thing once (ours).", fixed: true },
    SilenceRow { silence: Silence::S37, id: "S37", zh: "没有业务手册登记时，材料与条件以法律和上级政策为准，由受理、决定单位以自编代码写明；审查环节不因此增加（我们所定）。", en: "Where no handbook is on record, papers and conditions are those of law and higher policy, named by the accepting and deciding bodies with codes of their own; no review step is added by it (ours).", fixed: true },
    SilenceRow { silence: Silence::S38, id: "S38", zh: "窗口直接办理不移转权力：只以主管县级机构，或仍有法定权力的事项市级部门自派人员的名义和自有印章办理；窗口由市直部门（市为民服务中心、网上）或当地非执法机构的单位运行（我们所定）。", en: "Deciding at a window moves no power: it is done in the name and with the own seal of the competent county body, or by the own staff of the item’s city department where the power is still its by law; the window is run by a city department (city centre, online) or by a unit of the place that is no enforcement body (ours).", fixed: true },
    SilenceRow { silence: Silence::S39, id: "S39", zh: "登记分批次，只增不改：每条自登记之日或其后生效，首批所载的既有情况、印章遗失和市政府的清单调整除外；对某日的核对以当时的批次为准（我们所定）。", en: "Registers grow by revisions and are never edited: a row takes effect no earlier than it is recorded, but for what the first revision carries over, for the loss of a seal, and for what the city government amended, whenever that is learnt; what was done on a day is held against the revision of that day (ours).", fixed: true },
    SilenceRow { silence: Silence::S40, id: "S40", zh: "收回的“2号章”可依协议再次移交，遗失的不再启用，其编号不再使用（我们所定）。", en: "A Seal No. 2 that was withdrawn may be handed over again under an agreement; a lost one never is, and its number is not used again (ours).", fixed: true },
    SilenceRow { silence: Silence::S41, id: "S41", zh: "新增或改为必经、必交、可重复的环节和材料，新增的特别程序，专家评审费用改由申请人承担，新增或提高的收费，延长、取消或改换单位的承诺时限和告知期限，都是增；条件的变化列明而不以此拒绝（我们所定）。", en: "What grows is a step or material added or made required, leave to repeat a step, a proceeding that stops the clock, or whose experts the applicant comes to pay, a fee added or raised, and a promised limit or a period for the notice lengthened, dropped or put in another unit; a change of conditions is told and not refused on this ground (ours).", fixed: true },
    SilenceRow { silence: Silence::S42, id: "S42", zh: "区域标准在其所依据的手册版次有效期间适用，手册换版后适用新版手册；区域可降低收费（我们所定）。", en: "A region’s own standard holds while the handbook edition that it is drawn from is in force; after that the new handbook does; a region may lower a fee (ours).", fixed: true },
    SilenceRow { silence: Silence::S43, id: "S43", zh: "承接准备的责任：方案、进驻、监管和执法机构由区域，手册、指导员、“2号章”、派驻由市直部门，平台、电子印章和电子证照由牵头的市行政审批服务局（文件未逐项写明的，我们所定）。", en: "Who is to supply what readiness lacks: the region its plan, centre, supervisors and enforcement bodies; the city department handbook, adviser, Seal No. 2 and staff; the leading city approval bureau the platform, electronic seals and licences (ours where the text does not say it item by item).", fixed: false },
    SilenceRow { silence: Silence::S44, id: "S44", zh: "同一操作编号是同一操作：内容和办理单位、人员相同的重试不再记录，内容或办理人不同的不予办理；重复的收件以办件编号识别；所依据的版本已变的不予办理（我们所定）。", en: "An action id stands for one action: a retry of the same step by the same actor is not entered again, anything else under the id is refused; a filing sent twice is known by the case’s number; refused too is an action made for another version of the case (ours).", fixed: true },
    SilenceRow { silence: Silence::S45, id: "S45", zh: "中止期间自中止之日起至恢复之前一日止不计入办理期限，恢复之日计入；同一特别程序只启动一次（我们所定）。", en: "A suspension takes out the days from the day of suspension up to the day before resumption, and the day of resumption counts; each proceeding is held once (ours).", fixed: true },
    SilenceRow { silence: Silence::S46, id: "S46", zh: "登记的秩序：编号、代码、名称各自唯一，手册版次依次编号，环节只与本手册所列环节相衔接且不互为前置，同一部门与同一区域就同一事项同时只有一份协议，下放的区域组合以65535种为限（我们所定）。", en: "The order of registers: numbers, codes and names are given once, handbook editions count on, steps follow steps of their own handbook and never each other, a department and a region have one agreement on an item at a time, and patterns of devolution are limited (ours).", fixed: true },
    SilenceRow { silence: Silence::S47, id: "S47", zh: "期限届满只生法律或手册所定的后果：行政许可逾期未告知的视为受理，补正逾期的可以终止，延期须在届满之前；其他事项迟发的告知、迟作的决定、迟来的送达照常记录，并显示为逾期；判断所需的已过日期未收录于工作日历的，先登记该年通知（我们所定）。", en: "A period that has run out has the effect that law or standard give it and no other: a licence not answered counts as accepted, a correction period lets the case lapse, an extension comes too late; a late notice of other items, a late decision and a late delivery are entered, and shown as late; where a day that lies behind is in a year that the calendar lacks, the notice of that year is recorded first (ours).", fixed: true },
    SilenceRow { silence: Silence::S48, id: "S48", zh: "一次告知之后申请人有其补正时间：全部补交而不合形式，或补正期限届满，或手册未定期限而已有补交，才可以仍不齐全为由不予受理；已补齐的不因逾期终止，手册未列为必交的不作为欠缺；记录终止之前补交的仍然算数（我们所定）。", en: "After the one notice the applicant has the time to correct: papers are turned away as incomplete only when all that was asked for was handed in and is not in form, when the period is over, or, where the standard sets none, when something was handed in; what is complete does not lapse, and a paper that the standard does not require holds nothing up; what comes in before the lapse is recorded still counts (ours).", fixed: true },
    SilenceRow { silence: Silence::S49, id: "S49", zh: "手册未载法定时限的行政许可，法定时限为《行政许可法》的二十个工作日；延期延长以工作日计算的承诺时限和法定时限，是否在届满之前以法定时限为准，已先届满的承诺时限不因此恢复（我们所定）。", en: "A licence whose standard names no statutory limit has the Licensing Law’s twenty working days; the extension lengthens the promised and the statutory limit where they count working days, is in time by the statutory one, and brings back no promise that had run out before (ours).", fixed: true },
    SilenceRow { silence: Silence::S50, id: "S50", zh: "视为受理自收件之日起算，转送时间计算在内，任何人均可记录；此后不再告知补正、另行受理或不予受理，缺的材料不再要求，依条件决定，材料仍在收件窗口的随后转送（我们所定）。", en: "Acceptance that the law deems dates from the filing day, time in transit included, and anyone may record it; after that there is no notice, no other acceptance and no turning away, what is missing is no longer asked for and the conditions decide, and papers still at the first window are passed on then (ours).", fixed: true },
    SilenceRow { silence: Silence::S51, id: "S51", zh: "改用新版时，立案依据整体换为当日登记所载，收件地点的权限仍以收件之日为准；已办环节按编号仍然算数，待补材料以新版仍列的为限；已告知的补正期限不变；材料仍在收件转送窗口而新版仍由其转送的，或者由按新版受理后转送的单位持有的，照新版转送；新旧两版都须受理后转送而尚未转送的，仍须转送；否则，未受理的看新版受理单位，已受理的先看决定单位、再看受理单位，与持有人同属一个区域或者同属市级的，视为已持有材料；都不是的由持有人转送，补正中的可在受理后转送；原窗口仍可送达（我们所定）。", en: "A case that moves on to a later edition takes the whole brief of that day, but for the permission of the venue, which stays that of the filing day; steps taken count by their codes, and corrections that it no longer names are not waited for; the period for corrections that was told stays; papers that lie at a window which passes on by the later route too, or with who accepts by it for another, go on as it says; a leg after acceptance that both routes have is still to be gone; otherwise who accepts by the later route, or of an accepted case who decides and else who accepts, has them if he is of one region with who holds them, or like him of the city; failing that the holder passes them on, of a case in correction after acceptance; the former windows may still deliver (ours).", fixed: true },
    SilenceRow { silence: Silence::S52, id: "S52", zh: "每次清单调整自施行之日起自成一版，同日的依次成版而不涉及同一事项；编号一经使用不再另用；例外是与“同权方式”栏不同的方式，原有例外与新的栏相同或其区域不再下放的，随之取消；调整未提及的照旧；某区域受其影响，指事项在该区域的归属改变，或该区域所有事项的市级部门改变，仅更名的不影响任何区域；以实施情况为由的，增列、移出也须听取，意见须在施行之日以前；县级原有事项不由清单调整，三级同权事项只可更名或移出（我们所定）。", en: "Each amendment of the list makes an edition of its own from its day, several of one day one after the other and on different items; a key is given once for good; an exception is a modality other than the column’s, and one that comes to say the same, or whose region loses the item, falls away; what an amendment does not speak of stays; it affects a region where it changes how an item stands there, or the department of one that the region has, and a mere change of name affects none; on grounds of practice the regions are heard on additions and removals too, on a day before the day of effect; a county-original item is not the list’s to amend, and a three-tier item can be renamed or removed and no more (ours).", fixed: true },
    SilenceRow { silence: Silence::S53, id: "S53", zh: "三级同权事项的选择适用于所列乡镇（街道），其余乡镇（街道）视为未确定；后一选择整体代替前一选择，同日的以后登记的为准；所列为全部或某类事项的，及于其后增列的；办理时须写明乡镇（街道）；窗口前移的，县级单位派驻乡镇（街道）的人员代表该单位；审核所盖印章由乡镇（街道）加盖；乡镇（街道）决定的不报备不推送，县级审批局决定的须推送（我们所定）。", en: "What a region chose for a three-tier item holds in the townships that it names, and in others nothing is chosen yet; a later choice takes the place of the earlier one, whole, and of one day the one recorded last; one for all items, or for a kind, reaches those that come to the list later; a matter names its township; under forward service window the county body’s staff in the township act for that body; under review the township affixes the seal that the choice names; nothing of it is reported, and what the county’s approval bureau decides is pushed (ours).", fixed: false },
    SilenceRow { silence: Silence::S54, id: "S54", zh: "法律只禁止授权或只禁止委托的，既不适于直接下放，也不属于窗口前移的情形，推荐下放实质性审核权；禁止委托而下放实质性审核权的，提示法律风险（我们所定）。", en: "Where the law forbids only one of authorising and entrusting, neither direct devolution nor the forward service window is called for, and substantive review is recommended; where it forbids entrusting, the legal risk of substantive review is told (ours).", fixed: true },
    SilenceRow { silence: Silence::S55, id: "S55", zh: "责任清单：责任由各条责任单位中所指的单位承担，“市直各有关部门”指当日有同权事项（或有所涉方式事项）的部门；句中未写明由谁做的，由该条的牵头单位承担，所说的人员、中心、乡镇（街道）或选择属于该条其他单位的，由其一同承担或代为承担；文件未写明由谁承担的宣传引导，由各区域和这些部门承担；按年、按半年的，自文件签署后第一个完整的周期起算，周期结束仍无证据的为逾期，直至补有该周期的证据；日期和周期只对届时已承担的单位、仍如文件所列的事项适用，没有日期的不逾期；登记本身能说明的以登记为准，其余以所记证据为准；可补以前的周期，也可为下一周期先行，不得更早；签署之后、第一个周期之前所做的予以记录，不抵其后的周期（我们所定）。", en: "A duty of the document is borne by those of its clause’s units whom it speaks of: the departments are those that have items of the reform that day, of the modality in question where it is of one; what a sentence asks without saying of whom is borne by those who lead its clause, and by others of the clause, with them or in their place, where it is about their staff, centres, townships or choice; the publicity, for which the text names nobody, is borne by the regions and these departments; what is owed every year or half-year is owed from the first whole one after the signature, and is overdue once one has ended without evidence, until there is some for it; a day or a cycle is meant for those who bear the duty by then and for items that stand as the document has them, and what has no day is never overdue; what the registers themselves show is met by them, and the rest by the evidence recorded; evidence may make up for an earlier cycle, and be of the next one, no further ahead; what was done after the signature and before the first whole cycle is recorded, and meets none (ours).", fixed: true },
    SilenceRow { silence: Silence::S56, id: "S56", zh: "抽查：样本由种子和所抽事物的编号决定，与先后次序无关；约束指标按期间内发生的件数计算，超出的作提示，部门设定的，应据以作出检查结论，均不阻止任何环节（我们所定）。", en: "A sample is decided by its seed and by the numbers of what it is drawn from, in whatever order they come; a ceiling counts what happened within its period, and what exceeds it is flagged, or calls for a finding where the department says so, and bars no step (ours).", fixed: true },
    SilenceRow { silence: Silence::S57, id: "S57", zh: "检查发现由负有监管、指导、督导职责的单位作出：对办件为其县级监管、执法单位和市级监管、执法部门、收到过推送的单位、事项的市直部门、市行政审批服务局、市政府办公室，对印章、手册和约束指标为该市直部门、市行政审批服务局、市政府办公室，对市直部门的阻碍为任一区域的单位、市政府办公室；由所指单位整改：办件为收件、受理、决定的单位，印章为持有区域，未移交的为该部门，手册为编制单位，没有部门的事项为各区域，约束指标为超出的区域，合计的为其各区域；先整改后销号，由作出的单位退回、销号或撤回，所依条款和超出件数由其负责；监管信息反馈由收到推送的单位作出，由推送的单位签收（我们所定）。", en: "A finding is made by those who watch over, guide or steer: against a case its supervisors and enforcement bodies at both tiers, whoever was sent a push, the item’s department, the city approval bureau and the general office; against a seal, a standard or a ceiling the department, the city approval bureau and the general office; against a city department’s obstruction a body of any region, or the general office. Whom it is against corrects it: of a case those who took it in, accepted or decided it; of a seal the region that holds it, else the department; of a standard whose it is, and of an item without a department any region; of a ceiling the region that exceeded it, or its regions where they have it together. It is corrected before it is closed; who made it returns, closes or withdraws it, and answers for the clause and the count. Supervision’s feedback comes from a body that was sent a push, and is received by who pushed (ours).", fixed: true },
    SilenceRow { silence: Silence::S58, id: "S58", zh: "争议：所争的是收件、不予受理、决定或者未作决定，知道之日不早于该行为之日（收件和未作决定的不早于收件之日）；由谁处理、承担，以提出之时的办件为准，收件以收件之时为准，此后不变：由办理的单位，委托收件的，收件、受理和不予受理由受托的区域、乡镇（街道）；先受理处理，再终结或撤回；对外由路径所定的被申请人、被告出面并赔偿，所争不是决定的，文书不带其印章，只依委托；赔偿之后由最终承担的单位归还，有争议的也可由其直接赔偿；出面在终结之前，未出面而终结的如实显示；申请期限自知道之日的次日起算，按月的以对应之日为末日，没有对应之日的为当月末日，末日为休假日的顺延（复议的依据未载，同样顺延，以利申请人），未作决定和复议之后起诉的期限依据未载，不作推算；逾期提出的仍予记录并如实显示（我们所定）。", en: "A dispute is about intake, non-acceptance, the decision, or the want of one, and is known no sooner than that act, or for intake and delay than the filing. Who deals with it and bears its cost is told by the case as it stood when it was lodged, of intake as it was filed, and stays so: whoever handled, and under entrusted intake the region, or the township, for what it took in, accepted or did not accept. It is taken up before it is ruled or taken back. Outwardly the respondent or defendant of the route appears and pays; of what is no decision no paper carries its seal, and only entrustment is cited. Whoever bears the cost then reimburses it, or pays itself where the respondent is contested. Appearance comes before the end, and where there was none that is shown. The time to apply runs from the day after the act was known, ends in months on the day of the same number or the month’s last, is moved on from a day off, for reconsideration too, where the facts say nothing and nobody is to be told too early that it is too late; for the want of a decision, and for a suit after a reconsideration, the facts have no limit and none is told; what comes late is recorded all the same, and shown so (ours).", fixed: true },
    SilenceRow { silence: Silence::S59, id: "S59", zh: "制证之后：证照由作出决定的单位入账，由其或事项当日在当地的决定单位变更、注销，电子与实体一次办理；入账的末日不早于制发之日，变更只在有效期内，末日不早于当日，注销的理由由我们列举；制发、变更、注销各产生向省、市电子证照库归集的责任；撤销由作出决定的单位或文书所盖印章的单位记录，写明所依，一案一次由服务保证，撤销不改动证照，须另行注销；重开由可以撤销的单位记录，写明新的办件（我们所定）。", en: "A licence is entered by the body that decided it, and changed and cancelled by that body or by the one that decides the item there on the day, both twins in one act; its last day is no earlier than its issue, it is changed only while it runs, to a last day that has not passed, and the grounds of cancelling are our list. Its issue, each change and the cancelling are to be synced with the provincial and the city repository. A decision is revoked by the body that took it or whose seal it carries, with its ground; that it is done once a case, the service sees to. Revocation leaves the licence as it is, to be cancelled by an act of its own; a reopening, by those who may revoke, names the new case (ours).", fixed: true },
    SilenceRow { silence: Silence::S60, id: "S60", zh: "专家：由作出决定的单位在决定前调用，意见在决定前提交，各系统的专家全市通用；从事评审、审查、决定本案的人员和申请人不得为本案专家，以调用和提交意见之时为准，其后出现的如实显示；市直部门决定的事项由其列支，区域自有事项和三级同权事项由区域列支，例外写明由该部门或区域中的另一方承担和理由，不转由申请人承担（我们所定）。", en: "An expert is called by the deciding body before the decision, and the opinion is taken in before it; experts of every system serve the whole city. Whoever reviews or decides the case, and the applicant, is no expert of it, as it stands when the expert is called and the opinion is taken in; what comes later is shown. What a city department decides it pays for, what is the region’s own or a three-tier item the region does; an exception names the other of department and region, and why, and never shifts it to the applicant (ours).", fixed: false },
    SilenceRow { silence: Silence::S61, id: "S61", zh: "业务指导员：对一事项以当日已生效的最后一条登记为准，同日的以后登记的为准；后一条登记不再列前一条的人员的，为替换，须写明理由，插在已登记的后一条之前的亦然（我们所定）。", en: "The advisers of an item are those of the row last begun, of one day the one recorded last; a row that no longer names a person of the row before replaces that person, and says why, and so does one that is put before a row on record already (ours).", fixed: true },
    SilenceRow { silence: Silence::S62, id: "S62", zh: "统计：截至某日，以当日终了以前的记录为准，自收件之日起计入，以收件之月为月份，区域、部门、归属、类型、阶段以当日的为准；一件在同一组只计一次；期限因案件终结而止的，以终结之日为完成之日，所缺年份的日历足以影响判断的，列为无法计算；用时以日历日计，首日不计，先后倒置的不计，另以承诺时限的单位记作出决定时已计入的时间，中止除外；分位数取最近秩：使不大于它的不少于该比例的最小值；流转记录不能成立的照其所称计入，并另记其件数；为调整清单提供的依据，逐项逐区域列出当日下放的，没有办件的亦列，办理成本只看受理至决定的平均日数以及平均每件受理的审查环节和特别程序，不予受理、不予决定的比例不对应任何一项实施情况，专业性和安全风险不能由办件得出（我们所定）。", en: "Statistics of a day go by the entries up to its end: a case counts from its filing day on, in the month of its filing, under the region, department, standing, kind and stage that it has by then, and once in each group; a period that the end of a case cuts short is met on the day of that end, and one is unknown only where days of a year that the calendar lacks decide; spans are in days, the first not counted, none where they run backwards, and beside them stands what the clock had counted by the decision, suspensions out, in the unit of the promised limit; a percentile is by nearest rank, the least value with at least that share at or below it; journals that prove no case are measured by what they say, and how many they are stands beside it; the evidence for an amendment of the list has every item in every region that it is devolved to that day, without a case too; cost is the mean days from acceptance to decision, and the review steps and proceedings per accepted case, and no more; the share not accepted or decided unfavourably bears on none of the grounds of practice, and specialty and risk are not measured by cases (ours).", fixed: true },
    SilenceRow { silence: Silence::S63, id: "S63", zh: "合规检查：逐条按各环节的规则判断，再按记录所称继续；在所处阶段没有位置而其后有位置的，视为其间缺少环节，只记一次，所缺决定以其后有无制证推定是否准予，所缺补正告知以其后所补为其所求；其后也没有位置的，视为多余，略去；只在其后有位置，而下一条在此有位置、在彼没有的，视为过早，略去，其后所缺正是此环节的不再记；未经转送即办理、前置环节未办、未推送即签收的，各记一次，其后以已具备论；所称与登记不符的，另列依登记所违反的规则，仍按所称继续；印章事后查知遗失的，以遗失论；立案得不出路径的，其后各条无从核查；普通日志只核查阶段、先后、角色和同权方式，其余规则列明不可核查，改用新版之后，原路径不再用以核查（我们所定）。", en: "Conformance: each entry is judged by the rules of its step, and the journal then goes on as it claims. An entry that has no place at its stage and has one ahead tells, once, that a step is missing; a missing decision is taken for favourable where a licence is issued later, and a missing notice for one that asked for what was handed in; what has no place ahead either is one too many, and is left out; what has its place only ahead came too early, and is left out too, where what comes next has its place here and not there, and where it is what is missing later, that is not told again. Papers worked on before they were passed on, a step taken before those that the standard puts before it, and an answer to a push that was not sent are told once, and taken to be there from then on. Where an entry does not say what the registers said, the rules that the truth breaks are told beside it, and the journal goes on as it claims; a seal that was lost, as is found out later, counts as lost. Where the filing makes no route, nothing after it can be judged. A plain log is held against place, order, role and modality, the other rules are listed as not checkable, and after a move to a later edition the earlier route is not held against it any more (ours).", fixed: true },
    SilenceRow { silence: Silence::S64, id: "S64", zh: "导出：办件、证照的每一事件以编号加版本标识，同一件给出两次的以较后的版本为准；不含人员代号和人员填写的文字，单位按代号保留；信封中的地点不细于乡镇（街道）；一单位占两席的，各发一份（我们所定）。", en: "Exports: each event of a case or licence is known by its number and version, and of a case that is given twice the later version counts; no reference to a person and none of the words that persons wrote is exported, while bodies stay by their ids; the place in an envelope is no finer than a township; a body that sits in two seats gets one envelope for each (ours).", fixed: true },
];

pub(super) static ARTICLES: [ArticleRow; 49] = [
    ArticleRow { article: Article::Apl24, id: "APL24", law: "行政许可法(2019)", number: "24", topic: "entrustment", parameters: &[Parameter { number: "24(1)", name: "entrustee", value: "another administrative organ only", unit: "", note: "needs a law/regulation/rule basis; entruster must publish entrustee and content" }, Parameter { number: "24(2)", name: "legal liability", value: "entrusting organ (委托行政机关)", unit: "", note: "must supervise and bears legal liability for consequences" }, Parameter { number: "24(3)", name: "name used", value: "name of the entrusting organ", unit: "", note: "no sub-entrustment to any organisation or person" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl23, id: "APL23", law: "行政许可法(2019)", number: "23", topic: "authorisation", parameters: &[Parameter { number: "23", name: "name used", value: "own name", unit: "", note: "authorised by law or regulation (法律、法规) only" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl25, id: "APL25", law: "行政许可法(2019)", number: "25", topic: "relatively centralised licensing", parameters: &[Parameter { number: "25", name: "who may order", value: "provincial government with State Council approval", unit: "", note: "basis for 行政审批服务局" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl26, id: "APL26", law: "行政许可法(2019)", number: "26", topic: "one window / joint handling", parameters: &[Parameter { number: "26", name: "", value: "", unit: "", note: "one unit accepts and serves; several departments may be handled uniformly, jointly or together" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl29, id: "APL29", law: "行政许可法(2019)", number: "29", topic: "application", parameters: &[Parameter { number: "29", name: "channels", value: "letter, telegram, telex, fax, EDI, e-mail; agent allowed", unit: "", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl32a, id: "APL32a", law: "行政许可法(2019)", number: "32", topic: "acceptance", parameters: &[Parameter { number: "32(1)(一)", name: "not required a licence", value: "tell at once, not accepted", unit: "", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl32b, id: "APL32b", law: "行政许可法(2019)", number: "32", topic: "acceptance", parameters: &[Parameter { number: "32(1)(二)", name: "outside competence", value: "decide not to accept at once and name the right organ", unit: "", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl32c, id: "APL32c", law: "行政许可法(2019)", number: "32", topic: "acceptance", parameters: &[Parameter { number: "32(1)(三)", name: "errors correctable on the spot", value: "must allow", unit: "", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl32d, id: "APL32d", law: "行政许可法(2019)", number: "32", topic: "correction notice", parameters: &[Parameter { number: "32(1)(四)", name: "deadline", value: "5", unit: "working_day", note: "on the spot or within 5 days, ONE notice of everything to correct; if late, deemed accepted from the day materials were received" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl32e, id: "APL32e", law: "行政许可法(2019)", number: "32", topic: "acceptance", parameters: &[Parameter { number: "32(1)(五)", name: "must accept", value: "complete and in legal form, or all corrections supplied", unit: "", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl32s, id: "APL32s", law: "行政许可法(2019)", number: "32", topic: "receipt", parameters: &[Parameter { number: "32(2)", name: "form", value: "written, organ special seal (专用印章) and date", unit: "", note: "both for acceptance and refusal to accept" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl34, id: "APL34", law: "行政许可法(2019)", number: "34", topic: "verification", parameters: &[Parameter { number: "34(3)", name: "minimum staff", value: "2", unit: "person", note: "when substance of materials must be checked" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl38, id: "APL38", law: "行政许可法(2019)", number: "38", topic: "refusal", parameters: &[Parameter { number: "38(2)", name: "content", value: "reasons + right to reconsideration / litigation", unit: "", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl42, id: "APL42", law: "行政许可法(2019)", number: "42", topic: "decision", parameters: &[Parameter { number: "42(1)", name: "deadline", value: "20", unit: "working_day", note: "from acceptance; +10 with approval of the organ head, reasons told to applicant; other laws may differ" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl42x, id: "APL42x", law: "行政许可法(2019)", number: "42", topic: "decision", parameters: &[Parameter { number: "42(1)", name: "extension", value: "10", unit: "working_day", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl42j, id: "APL42j", law: "行政许可法(2019)", number: "42", topic: "joint handling", parameters: &[Parameter { number: "42(2)", name: "deadline", value: "45", unit: "working_day", note: "Art. 26 handling; +15 with approval of the head of the government at that level" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl42jx, id: "APL42jx", law: "行政许可法(2019)", number: "42", topic: "joint handling", parameters: &[Parameter { number: "42(2)", name: "extension", value: "15", unit: "working_day", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl43, id: "APL43", law: "行政许可法(2019)", number: "43", topic: "lower-level first review", parameters: &[Parameter { number: "43", name: "deadline", value: "20", unit: "working_day", note: "lower organ reviews then reports up" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl44, id: "APL44", law: "行政许可法(2019)", number: "44", topic: "delivery", parameters: &[Parameter { number: "44", name: "deadline", value: "10", unit: "working_day", note: "from the decision" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl45, id: "APL45", law: "行政许可法(2019)", number: "45", topic: "excluded time", parameters: &[Parameter { number: "45", name: "kinds", value: "听证 招标 拍卖 检验 检测 检疫 鉴定 专家评审", unit: "", note: "time needed must be told to applicant in writing" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl47, id: "APL47", law: "行政许可法(2019)", number: "47", topic: "hearing", parameters: &[Parameter { number: "47", name: "request window", value: "5", unit: "working_day", note: "hearing organised within 20; notice 7 days before (Art. 48)" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl50, id: "APL50", law: "行政许可法(2019)", number: "50", topic: "renewal", parameters: &[Parameter { number: "50", name: "apply before expiry", value: "30", unit: "day", note: "silence at expiry = renewed. Art. 82 counts only organ time limits in working days, so this applicant limit is arguably calendar days" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl55, id: "APL55", law: "行政许可法(2019)", number: "55", topic: "inspection", parameters: &[Parameter { number: "55(2)", name: "assign staff", value: "5", unit: "working_day", note: "" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Apl82, id: "APL82", law: "行政许可法(2019)", number: "82", topic: "day count", parameters: &[Parameter { number: "82", name: "unit", value: "working days, no statutory holidays", unit: "", note: "for organ time limits under this law" }], from: Some(day(2019, 4, 23)), until: None, validity: "2019-04-23修正，公布之日起施行" },
    ArticleRow { article: Article::Obe36, id: "OBE36", law: "优化营商环境条例(2019)", number: "36", topic: "time limits", parameters: &[Parameter { number: "36", name: "non-licence items", value: "statutory limit if any, else reasonable, committed and published", unit: "", note: "one-time notice of corrections also applies here" }], from: Some(day(2020, 1, 1)), until: None, validity: "国务院令第722号，2019-10-22公布，2020-01-01起施行" },
    ArticleRow { article: Article::Sdobe30, id: "SDOBE30", law: "山东省优化营商环境条例(2020)", number: "30", topic: "time limits", parameters: &[Parameter { number: "30", name: "city/county may shorten", value: "publish", unit: "", note: "one-time notice of corrections" }], from: Some(day(2021, 1, 1)), until: Some(day(2025, 3, 19)), validity: "2020-09-25通过，2021-01-01起施行；2025-03-20省人大常委会通过修改决定，条序有变，其后的文本未读" },
    ArticleRow { article: Article::Sdobe31, id: "SDOBE31", law: "山东省优化营商环境条例(2020)", number: "31", topic: "service places", parameters: &[Parameter { number: "31", name: "names", value: "政务服务中心 (county up), 便民服务中心 (town), 便民服务站点 (village)", unit: "", note: "the document itself says 为民服务中心" }], from: Some(day(2021, 1, 1)), until: Some(day(2025, 3, 19)), validity: "2020-09-25通过，2021-01-01起施行；2025-03-20省人大常委会通过修改决定，条序有变，其后的文本未读" },
    ArticleRow { article: Article::Arl19a, id: "ARL19a", law: "行政复议法(2023)", number: "19", topic: "reconsideration respondent", parameters: &[Parameter { number: "19(1)", name: "default", value: "organ or authorised organisation that acted", unit: "", note: "authorised by law, regulation or rule" }], from: Some(day(2024, 1, 1)), until: None, validity: "2023-09-01修订，2024-01-01起施行" },
    ArticleRow { article: Article::Arl19c, id: "ARL19c", law: "行政复议法(2023)", number: "19", topic: "reconsideration respondent", parameters: &[Parameter { number: "19(3)", name: "entrusted act", value: "entrusting organ", unit: "", note: "" }], from: Some(day(2024, 1, 1)), until: None, validity: "2023-09-01修订，2024-01-01起施行" },
    ArticleRow { article: Article::Arl20, id: "ARL20", law: "行政复议法(2023)", number: "20", topic: "reconsideration", parameters: &[Parameter { number: "20", name: "apply within", value: "60", unit: "day", note: "from knowledge of the act" }], from: Some(day(2024, 1, 1)), until: None, validity: "2023-09-01修订，2024-01-01起施行" },
    ArticleRow { article: Article::Arl30, id: "ARL30", law: "行政复议法(2023)", number: "30, 88", topic: "reconsideration", parameters: &[Parameter { number: "30, 88", name: "examine within", value: "5", unit: "working_day", note: "silence = accepted" }], from: Some(day(2024, 1, 1)), until: None, validity: "2023-09-01修订，2024-01-01起施行" },
    ArticleRow { article: Article::Arl62, id: "ARL62", law: "行政复议法(2023)", number: "62", topic: "reconsideration", parameters: &[Parameter { number: "62", name: "decide within", value: "60", unit: "day", note: "+30" }], from: Some(day(2024, 1, 1)), until: None, validity: "2023-09-01修订，2024-01-01起施行" },
    ArticleRow { article: Article::Arir13, id: "ARIR13", law: "行政复议法实施条例(2007)", number: "13", topic: "reconsideration respondent", parameters: &[Parameter { number: "13", name: "act approved by superior", value: "approving organ", unit: "", note: "differs from the litigation rule next; check for a newer revision" }], from: Some(day(2007, 8, 1)), until: None, validity: "国务院令第499号，2007-05-29公布，2007-08-01起施行" },
    ArticleRow { article: Article::All26a, id: "ALL26a", law: "行政诉讼法(2017)", number: "26", topic: "litigation defendant", parameters: &[Parameter { number: "26(1)", name: "default", value: "organ that acted", unit: "", note: "" }], from: Some(day(2017, 7, 1)), until: None, validity: "2017-06-27修正，2017-07-01起施行" },
    ArticleRow { article: Article::All26e, id: "ALL26e", law: "行政诉讼法(2017)", number: "26", topic: "litigation defendant", parameters: &[Parameter { number: "26(5)", name: "entrusted act", value: "entrusting organ", unit: "", note: "" }], from: Some(day(2017, 7, 1)), until: None, validity: "2017-06-27修正，2017-07-01起施行" },
    ArticleRow { article: Article::All46, id: "ALL46", law: "行政诉讼法(2017)", number: "46", topic: "litigation", parameters: &[Parameter { number: "46", name: "sue within", value: "6", unit: "month", note: "" }], from: Some(day(2017, 7, 1)), until: None, validity: "2017-06-27修正，2017-07-01起施行" },
    ArticleRow { article: Article::Spc19, id: "SPC19", law: "最高法行诉解释(2018)", number: "19", topic: "litigation defendant", parameters: &[Parameter { number: "19", name: "act approved by superior", value: "organ that signed the outward document (署名)", unit: "", note: "so the name/seal on the paper matters: 2号章" }], from: Some(day(2018, 2, 8)), until: None, validity: "法释〔2018〕1号，2018-02-08起施行" },
    ArticleRow { article: Article::Spc20, id: "SPC20", law: "最高法行诉解释(2018)", number: "20", topic: "litigation defendant", parameters: &[Parameter { number: "20(3)", name: "\"authorisation\" without law, regulation or rule", value: "counts as entrustment: the authorising organ", unit: "", note: "for inner units, dispatched units and other organisations" }], from: Some(day(2018, 2, 8)), until: None, validity: "法释〔2018〕1号，2018-02-08起施行" },
    ArticleRow { article: Article::Spc21, id: "SPC21", law: "最高法行诉解释(2018)", number: "21", topic: "litigation defendant", parameters: &[Parameter { number: "21", name: "development zones", value: "zone body if set up by State Council or province (its departments likewise); otherwise the zone body; if no subject status, the government that set it up", unit: "", note: "高新区 is national; 经济技术开发区/北湖度假区 provincial-level; 示范区 status unknown" }], from: Some(day(2018, 2, 8)), until: None, validity: "法释〔2018〕1号，2018-02-08起施行" },
    ArticleRow { article: Article::Spc48, id: "SPC48", law: "最高法行诉解释(2018)", number: "48", topic: "day count", parameters: &[Parameter { number: "48", name: "litigation periods", value: "first day not counted; last day on a holiday moves to next day", unit: "", note: "" }], from: Some(day(2018, 2, 8)), until: None, validity: "法释〔2018〕1号，2018-02-08起施行" },
    ArticleRow { article: Article::Spcl4, id: "SPCL4", law: "最高法行政许可案件规定(2009)", number: "4", topic: "licence litigation", parameters: &[Parameter { number: "4", name: "approval by superior", value: "superior is co-defendant if sued together; lower first-review organ sued for refusing to review", unit: "", note: "" }], from: Some(day(2010, 1, 4)), until: None, validity: "法释〔2009〕20号，2010-01-04起施行" },
    ArticleRow { article: Article::Spcl5, id: "SPCL5", law: "最高法行政许可案件规定(2009)", number: "5", topic: "licence litigation", parameters: &[Parameter { number: "5", name: "joint handling", value: "organ whose act had the real adverse effect", unit: "", note: "" }], from: Some(day(2010, 1, 4)), until: None, validity: "法释〔2009〕20号，2010-01-04起施行" },
    ArticleRow { article: Article::Scl7, id: "SCL7", law: "国家赔偿法(2012)", number: "7", topic: "compensation duty", parameters: &[Parameter { number: "7(4)", name: "entrusted power", value: "entrusting organ", unit: "", note: "recourse against entrusted organisation or person at fault: Art. 16; so the document's rule that counties bear 补偿、赔偿 is internal, not against the claimant" }], from: Some(day(2013, 1, 1)), until: None, validity: "2012-10-26修正，2013-01-01起施行" },
    ArticleRow { article: Article::Ogs8, id: "OGS8", law: "国务院关于在线政务服务的若干规定(2019)", number: "8", topic: "e-signature", parameters: &[Parameter { number: "8", name: "effect", value: "equal to handwritten signature or seal", unit: "", note: "" }], from: Some(day(2019, 4, 26)), until: None, validity: "国务院令第716号，2019-04-26公布并施行" },
    ArticleRow { article: Article::Ogs9, id: "OGS9", law: "国务院关于在线政务服务的若干规定(2019)", number: "9", topic: "e-seal", parameters: &[Parameter { number: "9", name: "effect", value: "equal to physical seal", unit: "", note: "must use the national unified e-seal system" }], from: Some(day(2019, 4, 26)), until: None, validity: "国务院令第716号，2019-04-26公布并施行" },
    ArticleRow { article: Article::Ogs10, id: "OGS10", law: "国务院关于在线政务服务的若干规定(2019)", number: "10", topic: "e-licence", parameters: &[Parameter { number: "10", name: "effect", value: "equal to paper", unit: "", note: "standard fixed-layout format" }], from: Some(day(2019, 4, 26)), until: None, validity: "国务院令第716号，2019-04-26公布并施行" },
    ArticleRow { article: Article::Ogs12, id: "OGS12", law: "国务院关于在线政务服务的若干规定(2019)", number: "12", topic: "e-archive", parameters: &[Parameter { number: "12", name: "effect", value: "equal to paper", unit: "", note: "" }], from: Some(day(2019, 4, 26)), until: None, validity: "国务院令第716号，2019-04-26公布并施行" },
    ArticleRow { article: Article::Sdedz7, id: "SDEDZ7", law: "山东省经济开发区条例(2016)", number: "7", topic: "zones", parameters: &[Parameter { number: "7", name: "legal nature", value: "管委会 is a 派出机构 of the county-or-higher government", unit: "", note: "" }], from: Some(day(2016, 10, 1)), until: None, validity: "2016-07通过，2016-10-01起施行" },
    ArticleRow { article: Article::Sdedz9, id: "SDEDZ9", law: "山东省经济开发区条例(2016)", number: "9", topic: "zones", parameters: &[Parameter { number: "9", name: "delegated items", value: "must be kept in a catalogue (目录管理)", unit: "", note: "" }], from: Some(day(2016, 10, 1)), until: None, validity: "2016-07通过，2016-10-01起施行" },
];
