using Portal.Audit;
using Portal.Data;

namespace Portal.Toolkit.Calendar;

/// <summary>Changes the calendar; who may is the page's question. Due dates of steps that were entered already stay.</summary>
public sealed class CalendarCommands(IWriteTransactions transactions, IAuditLog audit)
{
    /// <summary>Most days one holiday has.</summary>
    public const int MaxDays = 31;

    /// <summary>The years that the page of the calendar shows.</summary>
    public const int FirstYear = 2000;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2100;

    private const int NameLength = 50;

    /// <summary>Lists each day of the range as holiday or work day; what was listed before is replaced.</summary>
    /// <returns>How many days.</returns>
    /// <exception cref="RefusedException">The range or the name does not do.</exception>
    /// <exception cref="StaleException">Somebody changed the calendar after <paramref name="version"/> was shown.</exception>
    public async Task<int> SaveAsync(DateOnly from, DateOnly to, bool isWorkingDay, string name, long version, CancellationToken cancellationToken)
    {
        var count = to.DayNumber - from.DayNumber + 1;
        if (from.Year < FirstYear || to.Year > LastYear)
            throw new RefusedException($"请填写 {FirstYear} 年到 {LastYear} 年之间的日期。", "From");
        if (count < 1)
            throw new RefusedException("最后一天不能早于第一天。", "To");
        if (count > MaxDays)
            throw new RefusedException($"一次最多录入 {MaxDays} 天，现在是 {count} 天。", "To");
        if (name.Trim() is not { Length: > 0 and <= NameLength } title)
            throw new RefusedException($"请填写名称，最多 {NameLength} 字。", "Name");
        var days = Enumerable.Range(0, count).Select(from.AddDays).ToArray();
        await transactions.RunAsync(
            0,
            async transaction =>
            {
                await NextVersionAsync(transaction, version);
                var before = await ReadAsync(transaction, from, to);
                await transaction.ExecuteAsync("delete from toolkit_calendar_day where day >= @from and day <= @to", new { from, to });
                foreach (var day in days)
                    await transaction.ExecuteAsync("insert into toolkit_calendar_day (day, is_working_day, name) values (@day, @isWorkingDay, @title)", new { day, isWorkingDay, title });
                await WriteAuditAsync(transaction, "设置工作日历", from, to, before, new { isWorkingDay, name = title });
            },
            cancellationToken);
        return count;
    }

    /// <summary>Takes a day off the list, so that the week's rule holds; false when it was not listed.</summary>
    /// <exception cref="StaleException">Somebody changed the calendar after <paramref name="version"/> was shown.</exception>
    public Task<bool> RemoveAsync(DateOnly day, long version, CancellationToken cancellationToken) => transactions.RunAsync(
        0,
        async transaction =>
        {
            await NextVersionAsync(transaction, version);
            var before = await ReadAsync(transaction, day, day);
            await transaction.ExecuteAsync("delete from toolkit_calendar_day where day = @day", new { day });
            await WriteAuditAsync(transaction, "删除工作日历", day, day, before, null);
            return before.Count > 0;
        },
        cancellationToken);

    // First, so that two changes follow each other and every host reads the calendar anew.
    private static async Task NextVersionAsync(WriteTransaction transaction, long version)
    {
        if (await transaction.ExecuteAsync("update toolkit_calendar_version set version = version + 1 where id = 1 and version = @version", new { version }) != 1)
            throw new StaleException("工作日历");
    }

    private static Task<IReadOnlyList<CalendarDay>> ReadAsync(WriteTransaction transaction, DateOnly from, DateOnly to) => transaction.QueryAsync<CalendarDay>(
        "select day, is_working_day, name from toolkit_calendar_day where day >= @from and day <= @to order by day", new { from, to });

    private Task WriteAuditAsync(WriteTransaction transaction, string action, DateOnly from, DateOnly to, IReadOnlyList<CalendarDay> before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "Workbench",
            Action = action,
            Subject = from == to ? $"calendar:{from:yyyy-MM-dd}" : $"calendar:{from:yyyy-MM-dd}..{to:yyyy-MM-dd}",
            Before = before.Count == 0 ? null : before.Select(day => new { day = $"{day.Day:yyyy-MM-dd}", isWorkingDay = day.IsWorkingDay, name = day.Name }),
            After = after,
        });
}
