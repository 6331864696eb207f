using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>One of the conditions under which an agreement is in force.</summary>
/// <param name="Text">What stands of it.</param>
/// <param name="IsMet">Whether it holds today.</param>
internal sealed record AgreementReason(string Text, bool IsMet)
{
    /// <summary>All conditions, in the order in which they come to hold.</summary>
    public static IReadOnlyList<AgreementReason> Of(RecordView agreement, DateOnly today, string terminationReason)
    {
        var (from, last) = (agreement.Date("effectiveFrom"), agreement.Date("expiresOn"));
        return
        [
            Signed("我方", agreement.Date("ourSignedOn"), today),
            Signed("外方", agreement.Date("partnerSignedOn"), today),
            new(from is null ? "没有生效日" : from <= today ? $"自 {from:yyyy-MM-dd} 起生效" : $"{from:yyyy-MM-dd} 起才生效", from <= today),
            agreement.Bool("openEnded") || last is null ? new("长期有效", true)
                : AgreementStatus.HasExpired(agreement, today) ? new($"已于 {last:yyyy-MM-dd} 到期", false)
                : new($"{last:yyyy-MM-dd} 到期，还有 {last.Value.DayNumber - today.DayNumber} 天", true),
            agreement.Date("terminatedOn") is { } ended ? new($"已于 {ended:yyyy-MM-dd} 终止{(terminationReason.Length > 0 ? $"：{terminationReason}" : "")}", false) : new("没有终止", true),
        ];
    }

    private static AgreementReason Signed(string side, DateOnly? on, DateOnly today) => on switch
    {
        null => new($"{side}还没有签署", false),
        { } day when day > today => new($"{side}签署日 {day:yyyy-MM-dd} 未到", false),
        { } day => new($"{side}已于 {day:yyyy-MM-dd} 签署", true),
    };
}
