using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Dossiers;

/// <summary>What a visa, permit or registration is worth today, in colour: grey applied for, blue to do, green in force, amber soon, red late (domain §2.4).</summary>
/// <param name="Kind">The colour.</param>
/// <param name="Text">In words.</param>
/// <param name="English">The same words.</param>
/// <param name="By">Last day to do what comes next; null when nothing is to be done.</param>
internal sealed record PermitLight(StateKind Kind, string Text, string English, DateOnly? By)
{
    private const int SoonDays = 30;

    /// <summary>Whether an office should look at it now.</summary>
    public bool IsPressing => Kind is StateKind.Failed or StateKind.SourceFault;

    public StateBadge Badge => new() { Kind = Kind, Text = Text };

    public static PermitLight Of(RecordView permit, RecordSettings settings, LocalTime time) => permit.State switch
    {
        "to-apply" => Open(FirstDay(permit, settings, time), time.Today),
        "applied" => new(StateKind.Pending, "已申请", "Applied", permit.Date("appliedOn")?.AddDays(settings.Number(ExchangeSettings.PermitDecisionDays))),
        "valid" => Valid(permit, settings, time.Today),
        _ => new(StateKind.NotRequired, "已注销", "Closed", null),
    };

    private static PermitLight Open(DateOnly? by, DateOnly today) => by < today
        ? new(StateKind.Failed, "逾期未办", "Overdue", by)
        : new(StateKind.Mine, "待办", "To be applied for", by);

    private static PermitLight Valid(RecordView permit, RecordSettings settings, DateOnly today)
    {
        var renewBy = permit.Date("expiresOn")?.AddDays(-settings.Number(ExchangeSettings.PermitRenewDays));
        return permit switch
        {
            _ when permit.Date("expiresOn") < today => new(StateKind.Failed, "已过期", "Expired", renewBy),
            _ when renewBy < today => new(StateKind.Failed, "逾期未申请延期", "Renewal overdue", renewBy),
            _ when renewBy?.AddDays(-SoonDays) <= today => new(StateKind.SourceFault, "将到期", "Expiring soon", renewBy),
            _ => new(StateKind.Passed, "有效", "Valid", renewBy),
        };
    }

    private static DateOnly? FirstDay(RecordView permit, RecordSettings settings, LocalTime time) => permit["kind"] switch
    {
        "residence" => permit.Date("enteredOn")?.AddDays(settings.Number(ExchangeSettings.PermitApplyDays)),
        "temporary" when permit.Time("checkedInAt") is { } at => DateOnly.FromDateTime(time.ToLocal(at.AddHours(settings.Number(ExchangeSettings.LodgingHours)))),
        _ => null,
    };
}
