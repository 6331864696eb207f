using System.ComponentModel.DataAnnotations;

namespace Portal.Organisation.Pages.Units;

/// <summary>What can be typed about a unit.</summary>
public sealed class UnitForm
{
    [Display(Name = "名称")]
    [Required(ErrorMessage = "请填写名称。")]
    [StringLength(100, ErrorMessage = "名称不超过 100 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "类别")]
    [StringLength(50, ErrorMessage = "类别不超过 50 个字。")]
    public string? Kind { get; set; }

    [Display(Name = "顺序")]
    [Range(0, 9999, ErrorMessage = "顺序是 0 到 9999 的数。")]
    public int Position { get; set; }
}
