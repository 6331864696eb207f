using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Students;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>问题学籍处理: the bureau flags a record, or clears it by proof or correction.</summary>
[RequirePermission(Permissions.ResolveProblems)]
internal sealed class ProblemModel(StudentQueries students, ProblemCommands commands) : StudentPageModel(students)
{
    [BindProperty]
    public ProblemFlag Flag { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        var isCorrection = Method == ProblemCommands.Correction;
        var name = isCorrection && !string.IsNullOrWhiteSpace(Name) ? CellText.Clean(Name, TextRule.Line) : null;
        var number = isCorrection ? Portal.RegistryTransfer.Students.IdNumber.Normalize(IdNumber) : null;
        if (Flag == ProblemFlag.None && Method is not (ProblemCommands.Proof or ProblemCommands.Correction))
            ModelState.AddModelError(nameof(Method), "请选择处理方式");
        else if (Flag == ProblemFlag.None && isCorrection && name is null && number is null)
            ModelState.AddModelError(nameof(Name), "变更时请填写正确的姓名或身份证件号");
        else if (Note?.Trim() is not { Length: >= 2 and <= 200 } note)
            ModelState.AddModelError(nameof(Note), "请填写依据或说明，2 至 200 字");
        else
        {
            await commands.SetAsync(Id, Version, Flag, Method ?? "", Flag == ProblemFlag.None ? (name, number) : (null, null), note, cancellationToken);
            TempData["Success"] = Flag == ProblemFlag.None ? $"{Student.Name}的问题学籍已处理，可以办理转学。" : $"{Student.Name}已标记为问题学籍，处理前不能转学。";
            return true;
        }

        return false;
    }
}
