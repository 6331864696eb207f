using Microsoft.AspNetCore.Http;
using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>续签: what the new agreement takes over, and for which term.</summary>
[RequireSignedIn]
internal sealed class RenewModel(RecordQueries records, RenewAgreementCommands commands, LocalTime local) : RecordCommandPageModel
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    [BindProperty(Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "to")]
    public DateOnly? To { get; set; }

    [BindProperty(Name = "openEnded")]
    public bool OpenEnded { get; set; }

    public RecordView Agreement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
            return refusal;
        From = AgreementRenewal.FirstDay(Agreement, local.Today);
        To = AgreementRenewal.LastDay(Agreement, From.Value);
        OpenEnded = To is null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
            return refusal;
        if (From is null)
            ModelState.AddModelError("from", "请填写生效日");
        if (To is null && !OpenEnded)
            ModelState.AddModelError("to", "请填写到期日，或勾选长期有效");
        foreach (var (name, day) in new[] { ("from", From), ("to", To) })
        {
            if (day is { Year: < FirstYear or > LastYear })
                ModelState.AddModelError(name, $"年份须在 {FirstYear} 到 {LastYear} 之间");
        }

        if (!ModelState.IsValid)
            return Answer(StatusCodes.Status422UnprocessableEntity);
        RecordView? renewed = null;
        if (await TryAsync(async () => renewed = (await commands.RenewAsync(Agreement, new(From!.Value, OpenEnded ? null : To), cancellationToken)).Record) is { } problem)
            return Answer(problem);
        TempData["Success"] = $"已生成续签的协议 {renewed!.No}，请核对内容并上传文本后提交。";
        return Redirect(Url.Content($"~{RecordAddress.Of(renewed)}"));
    }

    private async Task<IActionResult?> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(AgreementType.TypeKey, id, cancellationToken) is not { } details)
            return NotFound();
        Agreement = details.Record;
        return details.Rights.MayDraft ? null : Forbid();
    }
}
