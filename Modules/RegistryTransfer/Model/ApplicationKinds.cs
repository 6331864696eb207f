namespace Portal.RegistryTransfer.Model;

/// <summary>The seed's words for the two flows, and how their pages are addressed.</summary>
internal static class ApplicationKinds
{
    public const string TransferSlug = "transfer";

    public const string PostGraduationSlug = "post-graduation";

    /// <summary>The kind named in an address; null for any other word.</summary>
    public static ApplicationKind? Find(string? slug) => slug switch
    {
        TransferSlug => ApplicationKind.Transfer,
        PostGraduationSlug => ApplicationKind.PostGraduation,
        _ => null,
    };

    public static string Slug(this ApplicationKind kind) => kind == ApplicationKind.Transfer ? TransferSlug : PostGraduationSlug;

    /// <summary>转入学校 or 招生学校.</summary>
    public static string InSchool(this ApplicationKind kind) => kind == ApplicationKind.Transfer ? "转入学校" : "招生学校";

    /// <summary>转出学校 or 毕业学校.</summary>
    public static string OutSchool(this ApplicationKind kind) => kind == ApplicationKind.Transfer ? "转出学校" : "毕业学校";

    /// <summary>Title of a page: 跨省转学申请（统一平台）.</summary>
    public static string PageTitle(this ApplicationKind kind, string task) => $"{Words.Of(kind)}{task}（统一平台）";

    public static IReadOnlyList<TransferReason> Reasons(this ApplicationKind kind) => kind == ApplicationKind.Transfer
        ? [TransferReason.ResidenceMoved, TransferReason.ParentsRelocated, TransferReason.MigrantFamily, TransferReason.FosteredByRelatives, TransferReason.Health, TransferReason.Other]
        : [TransferReason.Admission, TransferReason.ResidenceMoved, TransferReason.ParentsRelocated, TransferReason.MigrantFamily, TransferReason.Other];
}
