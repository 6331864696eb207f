using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Audit;

internal sealed class AuditQueries(DbDataSource source, ReachService reach)
{
    /// <summary>Newest first. Who stands above everything also sees what the system itself did.</summary>
    public async Task<KeysetPage<AuditRow>> ListAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var isBack = filter.After is not null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<AuditRow>(new CommandDefinition(
            $"""
            select entry.id, entry.at, entry.person_name, entry.role_name, entry.unit_id, entry.module, entry.action, entry.subject,
                entry.before_json, entry.after_json, entry.address
            from portal_audit entry
            where {Where(filter, isBack)}
            order by entry.id {(isBack ? "asc" : "desc")}
            limit @Take
            """,
            new
            {
                mark = filter.After ?? filter.Before ?? long.MaxValue,
                filter.Module,
                filter.Action,
                filter.Subject,
                filter.Person,
                account = AccountNormalizer.Normalize(filter.Person ?? ""),
                filter.Since,
                filter.Until,
                KeysetPage.Take,
                reach.Range.From,
                reach.Range.To,
            },
            cancellationToken: cancellationToken));
        return KeysetPage.Of(found.AsList(), filter.Before is not null, isBack);
    }

    // Only what is asked for stands in the statement, so that the index of the condition is used.
    private string Where(AuditFilter filter, bool isBack)
    {
        List<string> conditions = [isBack ? "entry.id > @mark" : "entry.id < @mark"];
        AddIf(!reach.IsEverywhere, "entry.unit_id in (select unit.id from organisation_unit unit where unit.path >= @From and unit.path < @To)");
        AddIf(filter.Module is not null, "entry.module = @Module");
        AddIf(filter.Action is not null, "entry.action = @Action");
        AddIf(filter.Subject is not null, "entry.subject = @Subject");
        AddIf(filter.Person is not null, "(entry.person_name = @Person or entry.person_id in (select person.id from organisation_person person where person.normalized_account = @account))");
        AddIf(filter.Since is not null, "entry.at >= @Since");
        AddIf(filter.Until is not null, "entry.at < @Until");
        return string.Join(" and ", conditions);

        void AddIf(bool given, string condition)
        {
            if (given)
                conditions.Add(condition);
        }
    }
}

/// <summary>What to show; null is no condition.</summary>
public sealed record AuditFilter
{
    public string? Module { get; init; }

    public string? Person { get; init; }

    public string? Action { get; init; }

    public string? Subject { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? Since { get; init; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Only older rows than this one.</summary>
    public long? Before { get; init; }

    /// <summary>Only newer rows than this one.</summary>
    public long? After { get; init; }
}

/// <summary>A row of the audit.</summary>
public sealed record AuditRow
{
    public long Id { get; init; }

    public DateTime At { get; init; }

    public string PersonName { get; init; } = "";

    public string RoleName { get; init; } = "";

    public long? UnitId { get; init; }

    public string Module { get; init; } = "";

    public string Action { get; init; } = "";

    public string Subject { get; init; } = "";

    public string? BeforeJson { get; init; }

    public string? AfterJson { get; init; }

    public string Address { get; init; } = "";
}
