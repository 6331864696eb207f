using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Pages.Programmes;

/// <summary>选拔与推荐: scores of the applicants, the ranking they give, and who is nominated or waits, shown before it is done.</summary>
[RequireSignedIn]
internal sealed class SelectionModel(SelectionQueries selections, ScoreCommands scores, RankApplicantsCommands ranking, SelectionExportService export) : RecordCommandPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public Selection Selection { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostScoresAsync(CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var count = await scores.EnterAsync(Selection, Typed, cancellationToken);
        TempData["Success"] = count == 0 ? "选拔分没有变化。" : $"已登记 {count} 名学生的选拔分。";
    }, cancellationToken);

    public Task<IActionResult> OnPostRankAsync([FromForm(Name = "ranking")] string? fingerprint, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        var done = await ranking.RankAsync(Id, fingerprint ?? "", cancellationToken);
        TempData["Success"] = $"已按选拔分排名：推荐 {done.Nominated.Count()} 人，候补 {done.Waiting.Count()} 人。";
    }, cancellationToken);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? await export.FileAsync(Selection, cancellationToken) : NotFound();

    /// <summary>What stands in the input of a score: as it was typed, else as it is stored.</summary>
    public string ScoreOf(Applicant applicant) =>
        Request.HasFormContentType && Request.Form.ContainsKey(applicant.ScoreName) ? Typed(applicant.ScoreName) : applicant.Record["score"] ?? "";

    private string Typed(string name) => Request.Form[name].ToString();

    private async Task<IActionResult> RunAsync(Func<Task> command, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (await TryAsync(command) is not { } refusal)
            return RedirectToPage("/Programmes/Selection", new { Id });
        return await LoadAsync(cancellationToken) ? Answer(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await selections.FindAsync(Id, cancellationToken) is not { } selection)
            return false;
        Selection = selection;
        return true;
    }
}
