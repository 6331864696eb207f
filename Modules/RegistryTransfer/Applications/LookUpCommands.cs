using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;

namespace Portal.RegistryTransfer.Applications;

/// <summary>查询 a student by name and number: exact matches only, each audited, misses counted for each person.</summary>
internal sealed class LookUpCommands(IWriteTransactions transactions, IAuditLog audit, GuardService guards, IUnitContext context, TimeProvider clock)
{
    public const string LimitSetting = "look-up.misses-per-hour";

    private const int DefaultLimit = 30;
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);

    /// <param name="kind">The flow it is asked for.</param>
    /// <param name="school">The school that asks.</param>
    /// <param name="name">As typed.</param>
    /// <param name="number">Normalised and well-formed.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<LookUpResult> FindAsync(ApplicationKind kind, SchoolFacts school, string name, string number, CancellationToken cancellationToken)
    {
        var personId = context.Person!.Id;
        return await transactions.RunAsync(0, async transaction =>
        {
            var misses = await CountAsync(transaction, personId);
            var limit = await LimitAsync(transaction);
            if (misses >= limit)
            {
                await WriteAsync(transaction, "查询学生被限制", $"person:{personId}", kind, number, $"一小时内未查到已达{limit}次");
                return new LookUpResult { IsBlocked = true };
            }

            if (await StudentData.FindAsync(ReadSession.Of(transaction), number, StudentName.Key(name)) is not { } student)
            {
                await transaction.ExecuteAsync("update registrytransfer_look_up set misses = misses + 1 where person_id = @personId", new { personId });
                await WriteAsync(transaction, "查询学生", $"person:{personId}", kind, number, "未查到");
                return new LookUpResult();
            }

            await WriteAsync(transaction, "查询学生", $"student:{student.StudentId}", kind, number, "查到");
            return new LookUpResult { Guards = await guards.ReadAsync(transaction, kind, student, school) };
        }, cancellationToken);
    }

    // The update locks the person's row, so that parallel queries count one after the other.
    private async Task<int> CountAsync(WriteTransaction transaction, long personId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await transaction.ExecuteAsync("update registrytransfer_look_up set misses = misses where person_id = @personId", new { personId }) == 0)
        {
            await transaction.ExecuteAsync(
                transaction.Dialect == SqlDialect.Sqlite
                    ? "insert or ignore into registrytransfer_look_up (person_id, since, misses) values (@personId, @now, 0)"
                    : "insert into registrytransfer_look_up (person_id, since, misses) values (@personId, @now, 0) on duplicate key update misses = misses",
                new { personId, now });
        }

        await transaction.ExecuteAsync(
            "update registrytransfer_look_up set since = @now, misses = 0 where person_id = @personId and since <= @before",
            new { personId, now, before = now - _period });
        return await transaction.ScalarAsync<int>("select misses from registrytransfer_look_up where person_id = @personId", new { personId });
    }

    private static async Task<int> LimitAsync(WriteTransaction transaction)
    {
        var value = await transaction.FirstOrDefaultAsync<string>("select value from registrytransfer_setting where name = @name", new { name = LimitSetting });
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : DefaultLimit;
    }

    private Task WriteAsync(WriteTransaction transaction, string action, string subject, ApplicationKind kind, string number, string outcome) =>
        audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = action,
            Subject = subject,
            After = new { 业务 = Words.Of(kind), 全国学籍号 = StudentNumber.Mask(number), 结果 = outcome },
        });
}
