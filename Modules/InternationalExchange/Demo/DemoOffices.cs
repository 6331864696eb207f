namespace Portal.InternationalExchange.Demo;

/// <summary>Names the unit that is each office.</summary>
internal sealed class DemoOffices(IWriteTransactions transactions, IAuditLog audit)
{
    public Task NameAsync(IReadOnlyDictionary<string, long> units, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await transaction.InsertAsync(
            "toolkit_record_office",
            ["module_id", "role_key", "unit_id", "version"],
            units.Select(unit => new object?[] { ExchangeBook.Id, unit.Key, unit.Value, 1 }));
        await audit.WriteAsync(transaction, new AuditEntry { Module = ExchangeBook.Id, Action = "生成演示数据", Subject = "demo:offices" });
    }, cancellationToken);
}
