using Portal.Data;
using Portal.Toolkit.Notices;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Who is told of a change: the starter of what became of it, the units that acted of a withdrawal. The next unit finds it among its to-dos.</summary>
internal sealed class ReviewNotices(INotices notices, IUnitContext context)
{
    public async Task TellAsync(WriteTransaction transaction, ReviewHandler handler, ReviewChange change)
    {
        var review = change.After;
        var word = review.State switch
        {
            ReviewState.Returned => "被退回，请修改后重新提交",
            ReviewState.Held when change.Kind != ReviewChangeKind.HeldAgain => "暂停，请处理后重新校验",
            ReviewState.Active or ReviewState.Held => null,
            _ => review.State.Word(handler.Route.Verb),
        };
        if (word is null)
            return;
        var text = review.State == ReviewState.Held ? review.HoldText : change.Text;
        if (review.StarterPersonId is { } starter && starter != context.Person?.Id)
            await SendAsync(transaction, handler, review, word, text, new() { PersonId = starter, Title = "", ModuleId = "" });
        if (review.State is not (ReviewState.Withdrawn or ReviewState.Expired))
            return;
        foreach (var (unitId, permission) in await ConcernedAsync(transaction, handler, review))
            await SendAsync(transaction, handler, review, word, text, new() { UnitId = unitId, Permission = permission, Title = "", ModuleId = "" });
    }

    /// <summary>To the unit whose turn it is, or to the one above it.</summary>
    public Task SendAsync(WriteTransaction transaction, ReviewHandler handler, Review review, string word, string text, Notice to) => notices.SendAsync(transaction, to with
    {
        Title = $"{handler.Route.Title}：{review.Title} {word}",
        Text = text,
        Link = handler.Route.Link(review.SubjectId),
        ModuleId = handler.Route.ModuleId,
    });

    private static async Task<IEnumerable<(long UnitId, string Permission)>> ConcernedAsync(WriteTransaction transaction, ReviewHandler handler, Review review) =>
        (await ReviewStepStore.InForceAsync(transaction, review.Id))
            .Where(step => step.UnitId is not null)
            .DistinctBy(step => step.UnitId)
            .Select(step => (step.UnitId!.Value, handler.Route.Find(step.StepKey)?.Permission ?? ""));
}
