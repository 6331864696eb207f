namespace Portal.RegistryTransfer.Model;

/// <summary>The words of the seed and of the national registry: one list for screen, workbook and message.</summary>
internal static class Words
{
    public static string Of(ApplicationKind kind) => kind == ApplicationKind.Transfer ? "跨省转学" : "毕业后跨省就学";

    public static string Of(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Regular => "正常在校",
        EnrolmentStatus.Suspended => "休学",
        EnrolmentStatus.OtherLeave => "其他离校",
        EnrolmentStatus.Abroad => "出国",
        EnrolmentStatus.Missing => "失踪",
        EnrolmentStatus.Graduated => "毕业",
        EnrolmentStatus.Completed => "结业",
        EnrolmentStatus.TransferredOut => "转出",
        _ => "学籍终止",
    };

    public static string Of(ProblemFlag problem) => problem switch
    {
        ProblemFlag.DuplicateIdNumber => "身份证件号重复",
        ProblemFlag.UnknownIdNumber => "身份证件号不存在",
        ProblemFlag.NameMismatch => "身份证件号与姓名不符",
        ProblemFlag.SamePerson => "姓名、性别、出生日期重复",
        _ => "",
    };

    public static string Of(UnitLevel level) => level switch
    {
        UnitLevel.Province => "省级",
        UnitLevel.City => "地市级",
        _ => "区县级",
    };

    public static string OfGender(int gender) => gender == 1 ? "男" : "女";

    public static string OfBoarding(int boarding) => boarding == 2 ? "住校" : "走读";

    public static string Of(SchoolStatus status) => status == SchoolStatus.Open ? "在办" : "已撤并";

    public static string Of(Stages stages) => string.Join("、", new[]
    {
        stages.HasFlag(Stages.Primary) ? "小学" : "",
        stages.HasFlag(Stages.JuniorHigh) ? "初中" : "",
        stages.HasFlag(Stages.SeniorHigh) ? "高中" : "",
    }.Where(word => word.Length > 0));

    public static string Of(SchoolingSystem system) => system switch
    {
        SchoolingSystem.SixThree => "六三制",
        SchoolingSystem.FiveFour => "五四制",
        _ => "其他",
    };

    public static string Of(IdType type) => type switch
    {
        IdType.ResidentCard => "居民身份证",
        IdType.HongKong => "香港特区护照/身份证明",
        IdType.Macao => "澳门特区护照/身份证明",
        IdType.Taiwan => "台湾居民来往大陆通行证",
        IdType.PermanentResidence => "境外永久居住证",
        IdType.Passport => "护照",
        _ => "其他",
    };

    /// <summary>办理状态 as both flows call it; who is awaited differs.</summary>
    public static string Of(ApplicationStatus status, ApplicationKind kind) => status switch
    {
        ApplicationStatus.PendingInSchool => $"待{kind.InSchool()}核办",
        ApplicationStatus.PendingInBureau => kind == ApplicationKind.Transfer ? "待转入教育局核办" : "待招生学校所属教育局核办",
        ApplicationStatus.OutCheckFailed => "转出校验错误",
        ApplicationStatus.PendingOutSchool => "待转出学校核办",
        ApplicationStatus.PendingOutBureau => kind == ApplicationKind.Transfer ? "待转出教育局核办" : "待毕业学校所属教育局核办",
        ApplicationStatus.Archiving => "调档中",
        ApplicationStatus.ArchiveFailed => "调档失败",
        ApplicationStatus.Completed => "调档完毕",
        ApplicationStatus.Rejected => "核办不通过",
        ApplicationStatus.Revoked => "已撤销",
        _ => "超期清理",
    };

    public static string Of(TransferReason reason) => reason switch
    {
        TransferReason.ResidenceMoved => "户籍或住址迁移",
        TransferReason.ParentsRelocated => "父母工作调动",
        TransferReason.MigrantFamily => "随迁子女就学",
        TransferReason.FosteredByRelatives => "父母出国、支边或军人子女投靠亲属",
        TransferReason.Health => "身体状况",
        TransferReason.Admission => "升学录取",
        _ => "其他",
    };
}
