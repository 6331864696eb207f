using System.ComponentModel.DataAnnotations;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Schools;

/// <summary>What can be typed about a school.</summary>
internal sealed class SchoolForm
{
    [Required(ErrorMessage = "请填写学校标识码")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "请填写学校名称")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请填写行政区划代码")]
    public string? RegionCode { get; set; }

    public UnitLevel RunLevel { get; set; } = UnitLevel.District;

    public Stages[] Stages { get; set; } = [];

    public SchoolingSystem SchoolingSystem { get; set; }

    public SchoolStatus Status { get; set; }

    public string? CustodianCode { get; set; }

    public bool FourEyes { get; set; } = true;

    public static SchoolForm Of(SchoolRow row) => new()
    {
        Code = row.Code,
        Name = row.Name,
        RegionCode = row.RegionCode,
        RunLevel = row.RunLevel,
        Stages = [.. Enum.GetValues<Stages>().Where(stage => stage != Model.Stages.None && row.Stages.HasFlag(stage))],
        SchoolingSystem = row.SchoolingSystem,
        Status = row.Status,
        CustodianCode = row.CustodianCode,
        FourEyes = row.FourEyes,
    };

    public SchoolFacts ToFacts() => new()
    {
        Code = Code?.Trim() ?? "",
        Name = Name?.Trim() ?? "",
        RegionCode = RegionCode?.Trim() ?? "",
        RunLevel = RunLevel,
        Stages = Stages.Aggregate(Model.Stages.None, (all, stage) => all | stage),
        SchoolingSystem = SchoolingSystem,
        Status = Status,
        CustodianCode = CustodianCode?.Trim() ?? "",
        FourEyes = FourEyes,
    };
}
