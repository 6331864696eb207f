using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>G1, Art. 5: nothing is carried out before an agreement is in force. Shared by projects, events, programmes and trips.</summary>
internal static class AgreementRule
{
    private const string Article = "第五条";

    /// <param name="on">Moves, or <see cref="RecordGuard.Approve"/>.</param>
    /// <param name="field">The reference to agreements.</param>
    /// <param name="start">The date on which the agreement must be in force too.</param>
    /// <param name="setting">Whether there must be an agreement at all; without it only those linked are looked at.</param>
    /// <param name="needs">Whether this record is one that needs an agreement; null always.</param>
    public static RecordGuard InForce(string on, string field, string start, string setting, Func<RecordView, bool>? needs = null) => new(on, Article, async context =>
    {
        var agreements = await context.LinkedAsync(field);
        if (agreements.Count == 0)
            return context.Settings.Is(setting) && needs?.Invoke(context.Record) != false ? "协议未生效，不得实施" : null;
        var from = context.Record.Date(start) ?? context.Today;
        return agreements.Any(agreement => AgreementStatus.IsEffective(agreement, context.Today) && AgreementStatus.IsEffective(agreement, from)) ? null : "协议未生效，不得实施";
    });

    /// <summary>An agreement that has ended takes in nobody any more; what runs goes on.</summary>
    public static RecordGuard Intake(string on, Func<RecordContext, Task<IReadOnlyList<RecordView>>> agreementsOf) => new(on, Article, async context =>
        (await agreementsOf(context)) is { Count: > 0 } agreements && !agreements.Any(agreement => AgreementStatus.IsEffective(agreement, context.Today))
            ? "协议没有生效或已经到期，不再接收新的学生"
            : null);
}
