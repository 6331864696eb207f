namespace Portal.Samples.DropIn.Pages.Weeks;

internal sealed class TermCommands(IWriteTransactions transactions, IAuditLog audit)
{
    public Task AddAsync(string name, DateOnly firstDay, CancellationToken cancellationToken) => transactions.RunAsync(1, async tx =>
    {
        var id = tx.NextId();
        await tx.ExecuteAsync(
            """
            insert into samplesdropin_term (id, name, first_day)
            values (@id, @name, @firstDay)
            """,
            new { id, name, firstDay });
        await audit.WriteAsync(tx, new AuditEntry { Module = "Samples.DropIn", Action = "添加学期", Subject = $"term:{id}", After = new { name, firstDay } });
    }, cancellationToken);
}
