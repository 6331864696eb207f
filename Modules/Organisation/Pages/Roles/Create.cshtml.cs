using System.ComponentModel.DataAnnotations;

namespace Portal.Organisation.Pages.Roles;

[RequirePermission(Permissions.ManageRoles)]
internal sealed class CreateModel(RoleCommands commands) : PageModel
{
    [BindProperty]
    [Display(Name = "名称")]
    [Required(ErrorMessage = "请填写名称。")]
    [StringLength(100, ErrorMessage = "名称不超过 100 个字。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "说明")]
    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Description { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        try
        {
            var id = await commands.CreateAsync(Name.Trim(), Description?.Trim() ?? "", cancellationToken);
            TempData["Success"] = $"已新建角色「{Name.Trim()}」。请勾选它的权限。";
            return RedirectToPage("Edit", new { id });
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(nameof(Name), refused.Message);
            return Page();
        }
    }
}
