using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages.Schemes.Roster;

/// <summary>One student of the roster: his facts, 移出 and 恢复.</summary>
[RequirePermission(Permissions.Configure)]
[RequireWholeSchool]
public sealed class EditModel(
    SchemeQueries schemes, RosterQueries queries, RosterCommands commands, RemovalCommands removals, IUnitTree tree, IUnitContext context) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scheme")]
    public long SchemeId { get; set; }

    /// <summary>None for a student to be added.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public StudentForm Form { get; set; } = new();

    public Scheme Scheme { get; private set; } = new();

    public RosterRow? Row { get; private set; }

    public bool IsChangeable => Scheme.Status is SchemeStatus.Draft or SchemeStatus.Open;

    public IReadOnlyList<SelectListItem> Departments => UnitOptions.All(tree, context);

    public IReadOnlyList<StaleDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Row is { } row)
        {
            Form = StudentForm.Of(row);
            Version = row.Version;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await SaveAsync(cancellationToken);
            return RedirectToPage("/Schemes/Roster/Index", new { scheme = SchemeId, no = Form.StudentNo.Trim() });
        }
        catch (RefusedException refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }
        catch (StaleException)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            Differences = StaleDifference.Between(StudentForm.Of(Row!).Texts(tree), Form.Texts(tree));
            ModelState.Remove(nameof(Version));
            Version = Row!.Version;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostRestoreAsync(int version, CancellationToken cancellationToken)
    {
        try
        {
            await removals.RestoreAsync(SchemeId, Id ?? 0, version, cancellationToken);
            TempData["Success"] = "已恢复，按原来的办理状态重新计入统计。";
        }
        catch (Exception refusal) when (refusal is RefusedException or StaleException)
        {
            TempData["Error"] = refusal.Message;
        }

        return RedirectToPage(new { scheme = SchemeId, id = Id });
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
        {
            await commands.UpdateAsync(SchemeId, id, Version, Form.ToStudent(), Form.ClearIdCard, cancellationToken);
            TempData["Success"] = $"{Form.Name.Trim()} 的信息已保存。";
            return;
        }

        await commands.AddAsync(SchemeId, [Form.ToStudent()], cancellationToken);
        TempData["Success"] = $"{Form.Name.Trim()} 已加入名单。";
        TempData["Warning"] = "新加入的学生还没有办理记录，请在方案页“初始化离校数据”。";
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await schemes.FindAsync(SchemeId, cancellationToken) is not { } scheme)
            return false;
        Scheme = scheme;
        Row = Id is { } id ? await queries.FindAsync(SchemeId, id, cancellationToken) : null;
        return Id is null || Row is not null;
    }
}
