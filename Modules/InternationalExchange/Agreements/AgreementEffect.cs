using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>What the register says of an agreement on a day. <see cref="Of"/> asks the one rule, <see cref="Condition"/> is the same rule for a list.</summary>
internal sealed record AgreementEffect(string Key, string Label, StateKind Kind)
{
    private const string Never = "'9999-12-31'";

    public static AgreementEffect Effective { get; } = new("effective", "有效", StateKind.Passed);

    public static AgreementEffect Expiring { get; } = new("expiring", "协议将到期", StateKind.SourceFault);

    public static AgreementEffect NotYet { get; } = new("not-yet", "未生效", StateKind.Mine);

    public static AgreementEffect Expired { get; } = new("expired", "已到期", StateKind.Overdue);

    public static AgreementEffect Terminated { get; } = new("terminated", "已终止", StateKind.Failed);

    public static AgreementEffect Unsigned { get; } = new("unsigned", "未签署", StateKind.Pending);

    public static IReadOnlyList<AgreementEffect> All { get; } = [Effective, Expiring, NotYet, Expired, Terminated, Unsigned];

    public static AgreementEffect? Find(string? key) => All.FirstOrDefault(effect => effect.Key == key);

    /// <summary>The effect on a day; null of an agreement that was given up before it was signed.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="today">The day.</param>
    /// <param name="days">So many days before its last it is shown as expiring.</param>
    public static AgreementEffect? Of(RecordView agreement, DateOnly today, int days) => agreement.State switch
    {
        "signed" when AgreementStatus.IsEffective(agreement, today) => AgreementStatus.HasExpired(agreement, today.AddDays(days)) ? Expiring : Effective,
        "signed" => AgreementStatus.HasExpired(agreement, today) ? Expired : NotYet,
        "terminated" => Terminated,
        "archived" when agreement.Has("terminatedOn") => Terminated,
        "archived" when agreement.Has("ourSignedOn") => Expired,
        "draft" or "in-review" or "returned" or "to-sign" => Unsigned,
        _ => null,
    };

    /// <summary>The same over the record <c>r</c>, with the parameters <c>today</c> and <c>soon</c>; 有效 has those that are expiring too.</summary>
    public string Condition(SqlDialect dialect)
    {
        var (signed, ended) = (RecordSql.Text(dialect, "r", "ourSignedOn"), RecordSql.Text(dialect, "r", "terminatedOn"));
        var lasts = $"({RecordSql.Is(dialect, "r", "openEnded")} or r.end_on is null or r.end_on >= @today)";
        var begun =
            $"""
            coalesce({signed}, {Never}) <= @today
              and coalesce({RecordSql.Text(dialect, "r", "partnerSignedOn")}, {Never}) <= @today
              and coalesce(r.start_on, {Never}) <= @today
            """;
        return Key switch
        {
            "effective" => $"r.state = 'signed' and {begun} and {lasts}",
            "expiring" => $"r.state = 'signed' and {begun} and {lasts} and not ({RecordSql.Is(dialect, "r", "openEnded")}) and r.end_on < @soon",
            "not-yet" => $"r.state = 'signed' and not ({begun}) and {lasts}",
            "expired" => $"((r.state = 'signed' and not {lasts}) or (r.state = 'archived' and {signed} is not null and {ended} is null))",
            "terminated" => $"(r.state = 'terminated' or (r.state = 'archived' and {ended} is not null))",
            _ => "r.state in ('draft', 'in-review', 'returned', 'to-sign')",
        };
    }
}
