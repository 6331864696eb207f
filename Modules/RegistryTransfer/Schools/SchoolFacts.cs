using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>What is said of a school: by a form or by a row of a workbook.</summary>
internal sealed record SchoolFacts
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string RegionCode { get; init; } = "";

    public UnitLevel RunLevel { get; init; } = UnitLevel.District;

    public Stages Stages { get; init; }

    public SchoolingSystem SchoolingSystem { get; init; }

    public SchoolStatus Status { get; init; }

    /// <summary>学校标识码 of the school that keeps the records of a closed one.</summary>
    public string CustodianCode { get; init; } = "";

    public bool FourEyes { get; init; } = true;

    public static SchoolFacts Of(SchoolRow row) => new()
    {
        Code = row.Code,
        Name = row.Name,
        RegionCode = row.RegionCode,
        RunLevel = row.RunLevel,
        Stages = row.Stages,
        SchoolingSystem = row.SchoolingSystem,
        Status = row.Status,
        CustodianCode = row.CustodianCode,
        FourEyes = row.FourEyes,
    };

    /// <summary>The first thing that is wrong, with the name of its field; null when nothing is.</summary>
    public (string Field, string Message)? FindFault()
    {
        if (Code.Length is < 4 or > 20 || !Code.All(char.IsAsciiLetterOrDigit))
            return (nameof(Code), "学校标识码须为 4 至 20 位数字或字母");
        if (Name.Length is 0 or > 100)
            return (nameof(Name), "学校名称须为 1 至 100 个字");
        if (!IsRegion(RegionCode))
            return (nameof(RegionCode), "行政区划代码须为 6 位数字");
        if (Stages == Stages.None)
            return (nameof(Stages), "请至少选择一个办学学段");
        return Status == SchoolStatus.Open && CustodianCode.Length > 0 ? (nameof(CustodianCode), "在办的学校不填接管学校") : null;
    }

    public static bool IsRegion(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);

    /// <summary>For the audit and for the comparison of two versions.</summary>
    public IReadOnlyList<(string Label, string Text)> Texts() =>
    [
        ("学校标识码", Code),
        ("学校名称", Name),
        ("行政区划代码", RegionCode),
        ("举办级别", Words.Of(RunLevel)),
        ("办学类型", Words.Of(Stages)),
        ("学制", Words.Of(SchoolingSystem)),
        ("状态", Words.Of(Status)),
        ("接管学校", CustodianCode),
        ("经办与核办分离", FourEyes ? "是" : "否"),
    ];
}
