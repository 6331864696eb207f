using Portal.Data;
using Portal.Security.Permissions;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Tests.Reviews;

/// <summary>A route of four steps: the third only for papers that ask for it, the fourth held while the paper says so.</summary>
internal sealed class SampleHandler : ReviewHandler
{
    public const string Key = "sample.paper";

    public static readonly ReviewRoute TheRoute = new()
    {
        Key = Key,
        Title = "文件核办",
        ModuleId = "Organisation",
        Link = id => $"/sample/{id}",
        SupervisorPermission = Worker.Supervise,
        Steps =
        [
            new() { Key = "school", Label = "学校核办", Permission = Worker.Review, WorkingDays = 10, OpinionRule = OpinionRule.Required },
            new() { Key = "bureau", Label = "教育局核办", Permission = Worker.Review, WorkingDays = 10, MayReturn = true },
            new() { Key = "extra", Label = "会签", Permission = Worker.Review, WorkingDays = 3, MayReturn = true, MayReject = false, OpinionRule = OpinionRule.Optional },
            new() { Key = "final", Label = "终审", Permission = Worker.Review, WorkingDays = 5, MayReturn = true },
        ],
    };

    public override ReviewRoute Route => TheRoute;

    public override int IdsPerChange => 1;

    public override string FinishedText => "已核办完毕，无法撤销";

    public override string Subject(Review review) => $"paper:{review.SubjectId}";

    public override async Task<bool> AppliesAsync(WriteTransaction transaction, Review review, ReviewStep step) =>
        step.Key != "extra" || (await PaperAsync(ReadSession.Of(transaction), review)).Extra;

    public override async Task<ReviewHold?> HoldAsync(WriteTransaction transaction, Review review, ReviewStep step) =>
        step.Key == "final" && (await PaperAsync(ReadSession.Of(transaction), review)).HoldCode is { Length: > 0 } code ? new(code, $"校验错误 {code}，请更正后重新校验。") : null;

    public override async Task<long?> ResolveUnitAsync(WriteTransaction transaction, Review review, ReviewStep step) =>
        (await PaperAsync(ReadSession.Of(transaction), review)).Missing == step.Key ? null : UnitOf(step.Key);

    public override async Task<bool> FourEyesAsync(ReadSession data, Review review, ReviewStep step) => (await PaperAsync(data, review)).FourEyes;

    public override async Task ChangedAsync(WriteTransaction transaction, ReviewChange change)
    {
        await transaction.ExecuteAsync(
            "insert into test_effect (id, subject_id, kind, state, step, version) values (@id, @SubjectId, @kind, @state, @StepKey, @Version)",
            new { id = transaction.NextId(), change.After.SubjectId, kind = change.Kind.ToString(), state = change.After.State.ToString(), change.After.StepKey, change.After.Version });
        if ((await PaperAsync(ReadSession.Of(transaction), change.After)).Breaks == change.Kind.ToString())
            throw new InvalidOperationException("The module's effect fails.");
    }

    public static long UnitOf(string stepKey) => stepKey switch
    {
        "school" => 10,
        "bureau" => 20,
        "extra" => 30,
        _ => 40,
    };

    public static Who DeciderOf(string stepKey) => stepKey switch
    {
        "school" => Worker.Lead,
        "bureau" => Worker.Bureau,
        "extra" => Worker.Extra,
        _ => Worker.Final,
    };

    private static async Task<Paper> PaperAsync(ReadSession data, Review review) =>
        (await data.FirstOrDefaultAsync<Paper>("select id, extra, hold_code, four_eyes, missing, breaks from test_paper where id = @SubjectId", new { review.SubjectId }))!;
}

/// <summary>How a paper behaves.</summary>
internal sealed record Paper
{
    public long Id { get; init; }

    public bool Extra { get; init; }

    public string HoldCode { get; init; } = "";

    public bool FourEyes { get; init; } = true;

    /// <summary>Key of the step without a unit.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Kind of the change whose effect fails.</summary>
    public string Breaks { get; init; } = "";
}

internal sealed class SamplePermissions : IPermissionProvider
{
    public IEnumerable<Permission> GetPermissions() => [new(Worker.Review, "核办文件"), new(Worker.Supervise, "督办文件")];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}
