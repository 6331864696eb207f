using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Students;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>学籍变动: 休学, 复学, 毕业 and the like.</summary>
[RequirePermission(Permissions.ManageStudents)]
internal sealed class ChangeModel(StudentQueries students, EnrolmentCommands commands, LocalTime time) : StudentPageModel(students)
{
    [BindProperty]
    public string? Change { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DateOnly Today => time.Today;

    public IEnumerable<EnrolmentChange> Possible => Current.IsActive
        ? EnrolmentChange.All.Where(change => change.IsPossible(Current.Status, Grade.Find(Current.Grade), Current.SchoolingSystem))
        : [];

    protected override async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        if (EnrolmentChange.Find(Change) is not { } change)
            ModelState.AddModelError(nameof(Change), "请选择变动类型");
        else if (On is not { } on)
            ModelState.AddModelError(nameof(On), "请填写变动日期");
        else if (Reason?.Trim() is not { Length: >= 2 and <= 200 } reason)
            ModelState.AddModelError(nameof(Reason), "请填写变动原因，2 至 200 字");
        else
        {
            await commands.ChangeAsync(Id, Version, change, on, reason, cancellationToken);
            TempData["Success"] = $"{Student.Name}已办理{change.Label}。";
            return true;
        }

        return false;
    }
}
