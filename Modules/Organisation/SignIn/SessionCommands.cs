namespace Portal.Organisation.SignIn;

/// <summary>Remembers the sign-ins that were ended, so that a copy of their cookie is refused.</summary>
public sealed class SessionCommands(IWriteTransactions transactions, IAuditLog audit, IUnitContext context, TimeProvider clock)
{
    // Longer than a cookie lives that is not renewed, and an ended one never is.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(2);

    public async Task EndAsync(string session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await transactions.RunAsync(0, async transaction =>
        {
            await transaction.ExecuteAsync("delete from organisation_ended_session where id = @session or ended_at < @before", new { session, before = now - _kept });
            await transaction.ExecuteAsync("insert into organisation_ended_session (id, ended_at) values (@session, @now)", new { session, now });
            await audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = "退出登录", Subject = $"person:{context.Person?.Id}" });
        }, cancellationToken);
    }
}
