namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>Reads of the contacts of many students abroad, noted in the audit with whom they concerned.</summary>
internal sealed class ContactReadService(TrackingQueries tracking, IWriteTransactions transactions, IAuditLog audit)
{
    /// <summary>Those of the students that are listed; nothing leaves before it was noted.</summary>
    public async Task<IReadOnlyList<TrackedStudent>> ReadAsync(Func<TrackedStudent, bool> isListed, CancellationToken cancellationToken)
    {
        var all = await tracking.ListAsync(withContacts: true, cancellationToken);
        string[] read = [.. all.Where(student => isListed(student) && student.MaySeeContacts).Select(student => student.Record.No)];
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id, Action = "查看在外学生联系方式", Subject = "outbound-tracking", After = new { 人数 = read.Length, 编号 = read },
        }), cancellationToken);
        return all;
    }
}
