using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Reviewing;

/// <summary>核办路线 of the seed: four reviews for 跨省转学, three for 毕业后跨省就学; a province may look at its side besides.</summary>
internal static class ApplicationRoutes
{
    public const string InSchool = "in-school";
    public const string InBureau = "in-bureau";
    public const string InProvince = "in-province";
    public const string OutSchool = "out-school";
    public const string OutBureau = "out-bureau";
    public const string OutProvince = "out-province";

    /// <summary>Tags of the sides.</summary>
    public const string In = "in";
    public const string Out = "out";

    private const int WorkingDays = 10;

    public static ReviewRoute Transfer { get; } = Route(
        ApplicationKind.Transfer,
        Step(InSchool, "转入学校核办", In),
        Step(InBureau, "转入学校所属教育局核办", In),
        Step(InProvince, "转入省教育厅核办", In),
        Step(OutSchool, "转出学校核办", Out),
        Step(OutBureau, "转出学校所属教育局核办", Out),
        Step(OutProvince, "转出省教育厅核办", Out));

    public static ReviewRoute PostGraduation { get; } = Route(
        ApplicationKind.PostGraduation,
        Step(InSchool, "招生学校核办", In),
        Step(InBureau, "招生学校所属教育局核办", In),
        Step(InProvince, "招生省教育厅核办", In),
        Step(OutBureau, "毕业学校所属教育局核办", Out),
        Step(OutProvince, "毕业省教育厅核办", Out));

    public static string KeyOf(ApplicationKind kind) => $"registrytransfer.{kind.Slug()}";

    /// <summary>Address of the application's page, where it is also decided.</summary>
    public static string Link(ApplicationKind kind, long id) => $"/registrytransfer/query/{kind.Slug()}/{id}";

    /// <summary>The first step of the sending side: 转出校验 comes before it.</summary>
    public static string FirstOutStep(ApplicationKind kind) => kind == ApplicationKind.Transfer ? OutSchool : OutBureau;

    /// <summary>办理状态 while the step waits.</summary>
    public static ApplicationStatus StatusAt(string stepKey) => stepKey switch
    {
        InSchool => ApplicationStatus.PendingInSchool,
        InBureau or InProvince => ApplicationStatus.PendingInBureau,
        OutSchool => ApplicationStatus.PendingOutSchool,
        _ => ApplicationStatus.PendingOutBureau,
    };

    private static ReviewRoute Route(ApplicationKind kind, params ReviewStep[] steps) => new()
    {
        Key = KeyOf(kind),
        Title = Words.Of(kind),
        ModuleId = "RegistryTransfer",
        Link = id => Link(kind, id),
        Steps = steps,
        SupervisorPermission = Permissions.Supervise,
    };

    private static ReviewStep Step(string key, string label, string side) => new()
    {
        Key = key,
        Label = label,
        Permission = key is InSchool or OutSchool ? Permissions.ReviewForSchool : Permissions.ReviewForBureau,
        WorkingDays = WorkingDays,
        OpinionRule = OpinionRule.Required,
        Tag = side,
    };
}
