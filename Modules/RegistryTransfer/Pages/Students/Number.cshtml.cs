using Portal.RegistryTransfer.Students;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>换发学籍号: L or J becomes G.</summary>
[RequirePermission(Permissions.ManageStudents)]
internal sealed class NumberModel(StudentQueries students, NumberCommands commands) : StudentPageModel(students)
{
    [BindProperty]
    public string? IdNumber { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        if (Portal.RegistryTransfer.Students.IdNumber.Normalize(IdNumber) is not { } number)
            ModelState.AddModelError(nameof(IdNumber), "请填写居民身份证号");
        else if (Reason?.Trim() is { Length: > 200 })
            ModelState.AddModelError(nameof(Reason), "说明不超过 200 字");
        else
        {
            await commands.ReissueAsync(Id, Version, number, Reason?.Trim() ?? "", cancellationToken);
            TempData["Success"] = $"{Student.Name}已换发正式学籍号；原号仍可查到本人，正在办理的业务不受影响。";
            return true;
        }

        return false;
    }
}
