using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>出国前学习计划: courses abroad beside what they shall count for at home.</summary>
[RequirePermission(Permissions.Student)]
internal sealed class PlanModel(RecordQueries records, RecordCommands commands, RecordFormService forms, RecordInputService inputs, IUnitContext context) : RecordCommandPageModel
{
    private const string PlanField = "coursePlan";

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public RecordView Student { get; private set; } = null!;

    public RecordForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Version = Student.Row.Version;
        await ShowAsync(null, null, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var texts = RecordFormTexts.Of(Request.Form);
        var (added, removed) = (Request.Form[RecordActionKeys.Add].ToString(), Request.Form[RecordActionKeys.Remove].ToString());
        if (removed.Length > 0)
            texts.RemoveRow(removed);
        if (added.Length + removed.Length > 0)
        {
            await ShowAsync(texts, added, cancellationToken);
            return Page();
        }

        if (await TryAsync(async () => await commands.SaveAsync(Id, Version, await ReadAsync(cancellationToken), cancellationToken)) is { } refusal)
        {
            await ShowAsync(texts, null, cancellationToken);
            return Answer(refusal);
        }

        TempData["Success"] = Student.Has("planApprovedOn") ? "课程变更已保存。" : "学习计划已保存，由教务处批准。";
        return RedirectToPage("/Outbound/Details", new { Id });
    }

    // A plan is complete or it promises nothing: unlike a draft, each of its lines is filled in.
    private async Task<RecordInput> ReadAsync(CancellationToken cancellationToken)
    {
        var input = await inputs.ReadAsync(new OutboundStudentType(), Request.Form, IsAsked, withCommon: false, cancellationToken);
        var errors = new Dictionary<string, string>(input.Errors);
        foreach (var row in RecordFormTexts.Of(Request.Form).RowsOf(PlanField).Where(row => CoursePlan.Columns.Any(column => Text(row, column).Length > 0)))
        {
            foreach (var column in CoursePlan.Columns.Where(column => column.Required && Text(row, column).Length == 0))
                errors[Name(row, column)] = $"请填写{column.Label}";
        }

        return errors.Count == input.Errors.Count ? input : throw new RecordInvalidException(errors);
    }

    // Abroad the day of the choice tells until when its changes are reported.
    private bool IsAsked(Field field) => field.Id == PlanField || (field.Id == CourseChange.ChosenOn && Student.IsIn("abroad"));

    private string Text(int row, Field column) => Request.Form[Name(row, column)].ToString().Trim();

    private static string Name(int row, Field column) => $"{PlanField}[{row}].{column.Id}";

    private async Task ShowAsync(RecordFormTexts? texts, string? added, CancellationToken cancellationToken) =>
        Form = await forms.BuildAsync(new OutboundStudentType(), Student, texts, IsAsked, withCommon: false, added, cancellationToken);

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await records.FindAsync(OutboundStudentType.TypeKey, Id, cancellationToken) is not { } details || details.Record.Row.PersonId != context.Person?.Id)
            return false;
        Student = details.Record;
        return details.Kept.Any(field => field.Id == PlanField);
    }
}
