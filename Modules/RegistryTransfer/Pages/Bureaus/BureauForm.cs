using System.ComponentModel.DataAnnotations;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Pages.Bureaus;

/// <summary>What can be typed about a bureau.</summary>
internal sealed class BureauForm
{
    [Required(ErrorMessage = "请填写名称")]
    public string? Name { get; set; }

    public UnitLevel Level { get; set; } = UnitLevel.District;

    [Required(ErrorMessage = "请填写行政区划代码")]
    public string? RegionCode { get; set; }

    public bool IsActive { get; set; } = true;

    public static BureauForm Of(BureauRow row) => new() { Name = row.Name, Level = row.Level, RegionCode = row.RegionCode, IsActive = row.IsActive };

    public BureauFacts ToFacts() => new(Name?.Trim() ?? "", Level, RegionCode?.Trim() ?? "", IsActive);
}
