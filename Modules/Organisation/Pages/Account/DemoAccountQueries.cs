using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Portal.Organisation.Pages.Account;

/// <summary>The accounts that the sign-in page offers in Development; none anywhere else.</summary>
internal sealed class DemoAccountQueries(DbDataSource source, IHostEnvironment environment, IConfiguration configuration)
{
    private bool IsDemo => environment.IsDevelopment() && configuration.GetValue("Portal:Demo", true);

    public async Task<IReadOnlyList<DemoAccount>> ListAsync(CancellationToken cancellationToken)
    {
        if (!IsDemo)
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var accounts = await connection.QueryAsync<DemoAccount>(new CommandDefinition(
            """
            select demo.person_id, demo.hint, person.account, person.name, role.name as role, unit.name as unit, unit.path
            from organisation_demo_account demo
            join organisation_person person on person.id = demo.person_id
            join organisation_post post on post.person_id = person.id
            join organisation_role role on role.id = post.role_id
            join organisation_unit unit on unit.id = post.unit_id
            order by demo.position, post.position, post.id
            """,
            cancellationToken: cancellationToken));
        return [.. accounts.DistinctBy(account => account.PersonId)];
    }

    public async Task<long?> FindAsync(string account, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(demo => demo.Account == account)?.PersonId;
}

/// <summary>A demo account with its first post.</summary>
public sealed record DemoAccount
{
    public long PersonId { get; init; }

    public string Account { get; init; } = "";

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Path { get; init; } = "";

    public string Hint { get; init; } = "";
}
