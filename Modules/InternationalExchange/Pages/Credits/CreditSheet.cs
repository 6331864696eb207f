using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Credits;

/// <summary>A recognition of credits with the stay it rests on.</summary>
/// <param name="Recognition">The application and, once it is made, the decision.</param>
/// <param name="Stay">The student's record.</param>
/// <param name="Programme">The programme; null when it is gone.</param>
internal sealed record CreditSheet(RecordView Recognition, RecordView Stay, RecordView? Programme)
{
    /// <summary>Each course abroad beside what was asked for and what was decided.</summary>
    public IReadOnlyList<CreditLine> Lines
    {
        get
        {
            var decisions = Recognition.Rows("decisions");
            return [.. Recognition.Rows("lines").Select((line, index) => new CreditLine(index, line, index < decisions.Count ? decisions[index] : null))];
        }
    }

    public bool IsDecided => Recognition.Has("decidedOn");

    /// <summary>Credits recognised in all.</summary>
    public int Credits => Recognition.Rows("decisions").Where(decision => decision["decision"] is "recognised" or "partly").Sum(decision => decision.Int("homeCredits") ?? 0);

    /// <summary>What stands of the plan that must be approved before departure.</summary>
    public string PlanText => Stay.Date("planApprovedOn") is { } on && !(on > Stay.Date("actualDepart")) ? $"{on:yyyy-MM-dd} 批准"
        : Stay.Has("planWaiver") ? $"出国前未批准，教务处同意认定：{Stay["planWaiver"]}" : "出国前未批准";

    public string StayText => $"{Stay.Date("actualDepart"):yyyy-MM-dd} 至 {Stay.Date("actualReturn"):yyyy-MM-dd}";
}

/// <summary>One course.</summary>
/// <param name="Index">As in the names of its inputs.</param>
/// <param name="Applied">What the student applied for.</param>
/// <param name="Decided">What 教务处 decided, or its draft; null before.</param>
internal sealed record CreditLine(int Index, RecordValues Applied, RecordValues? Decided)
{
    private static readonly Field _decision = CoursePlan.Decisions.Single(column => column.Id == "decision");

    public static IReadOnlyList<FieldChoice> Choices => _decision.Choices;

    public string DecisionText => Decided?["decision"] is { } key ? Choices.LabelOf(key) : "—";

    public string Name(string column) => $"decisions[{Index}].{column}";

    public string Id(string column) => $"decisions_{Index}__{column}";
}
