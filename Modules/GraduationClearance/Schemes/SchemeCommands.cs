using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>Creates and edits schemes and changes their status.</summary>
public sealed class SchemeCommands(IWriteTransactions transactions, IAuditLog audit, LocalTime time)
{
    private const int MaxName = 100;

    /// <exception cref="RefusedException">A fact is missing, too long or contradictory, or the name is taken.</exception>
    public async Task<long> CreateAsync(SchemeFacts facts, CancellationToken cancellationToken)
    {
        Check(facts);
        return await NameGuard(() => transactions.RunAsync(1, async transaction =>
        {
            var id = transaction.NextId();
            await transaction.ExecuteAsync(
                """
                insert into graduationclearance_scheme
                    (id, name, student_scope, season_year, season_month, status, open_at, close_at, initialised_at, notice, version)
                values
                    (@id, @Name, @scope, @SeasonYear, @SeasonMonth, @draft, @OpenAt, @CloseAt, null, @Notice, 1)
                """,
                Row(id, facts));
            await WriteAuditAsync(transaction, "新建离校方案", id, null, Summary(facts));
            return id;
        }, cancellationToken));
    }

    /// <exception cref="StaleException">The version is not the stored one any more.</exception>
    /// <exception cref="RefusedException">As for a new scheme; or the scheme is archived.</exception>
    public async Task UpdateAsync(long id, int version, SchemeFacts facts, CancellationToken cancellationToken)
    {
        Check(facts);
        await NameGuard(() => transactions.RunAsync(0, async transaction =>
        {
            var scheme = await TakeAsync(transaction, id, version);
            if (scheme.Status == SchemeStatus.Archived)
                throw new RefusedException($"方案“{scheme.Name}”已归档，不能修改。");
            await transaction.ExecuteAsync(
                """
                update graduationclearance_scheme
                set name = @Name, student_scope = @scope, season_year = @SeasonYear, season_month = @SeasonMonth,
                    open_at = @OpenAt, close_at = @CloseAt, notice = @Notice, version = version + 1
                where id = @id
                """,
                Row(id, facts));
            await WriteAuditAsync(transaction, "修改离校方案", id, Summary(Facts(scheme)), Summary(facts));
            return true;
        }, cancellationToken));
    }

    /// <summary>草稿 → 办理中 → 已关闭 → 已归档, and back from 已关闭 to 办理中.</summary>
    public Task ChangeStatusAsync(long id, int version, SchemeStatus to, string reason, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, async transaction =>
        {
            var scheme = await TakeAsync(transaction, id, version);
            if (!SchemeStatusRules.Next(scheme.Status).Contains(to))
                throw new RefusedException($"方案“{scheme.Name}”{Words.Of(scheme.Status)}，不能改为{Words.Of(to)}。");
            if (SchemeStatusRules.NeedsReason(scheme.Status, to) && string.IsNullOrWhiteSpace(reason))
                throw new RefusedException("请填写重新打开的原因", "Reason");
            if (reason.Length > 200)
                throw new RefusedException("原因超过200字", "Reason");
            await transaction.ExecuteAsync(
                "update graduationclearance_scheme set status = @to, version = version + 1 where id = @id", new { id, to = (int)to });
            await WriteAuditAsync(
                transaction,
                SchemeStatusRules.Verb(scheme.Status, to) + "离校方案",
                id,
                new { 状态 = Words.Of(scheme.Status) },
                new { 状态 = Words.Of(to), 原因 = reason });
        }, cancellationToken);

    private static async Task<Scheme> TakeAsync(WriteTransaction transaction, long id, int version)
    {
        var scheme = await SchemeLock.TakeAsync(transaction, id);
        return scheme.Version == version ? scheme : throw new StaleException($"方案“{scheme.Name}”");
    }

    private static void Check(SchemeFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Name))
            throw new RefusedException("请填写方案名称", nameof(facts.Name));
        if (facts.Name.Length > MaxName)
            throw new RefusedException($"方案名称超过{MaxName}字", nameof(facts.Name));
        if (!Enum.IsDefined(facts.StudentScope))
            throw new RefusedException("请选择学生范围", nameof(facts.StudentScope));
        if (facts.SeasonYear is < 2000 or > 2100)
            throw new RefusedException("离校年份应为四位年份，如 2026", nameof(facts.SeasonYear));
        if (facts.SeasonMonth is < 1 or > 12)
            throw new RefusedException("离校月份应在 1 到 12 之间", nameof(facts.SeasonMonth));
        if (facts.OpenAt >= facts.CloseAt)
            throw new RefusedException("结束时间应晚于开始时间", nameof(facts.CloseAt));
    }

    private static async Task<T> NameGuard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException("已有同名的离校方案，请换一个名称。", nameof(SchemeFacts.Name));
        }
    }

    private static object Row(long id, SchemeFacts facts) => new
    {
        id,
        Name = facts.Name.Trim(),
        scope = (int)facts.StudentScope,
        facts.SeasonYear,
        facts.SeasonMonth,
        draft = (int)SchemeStatus.Draft,
        facts.OpenAt,
        facts.CloseAt,
        facts.Notice,
    };

    private static SchemeFacts Facts(Scheme scheme) => new()
    {
        Name = scheme.Name,
        StudentScope = scheme.StudentScope,
        SeasonYear = scheme.SeasonYear,
        SeasonMonth = scheme.SeasonMonth,
        OpenAt = scheme.OpenAt,
        CloseAt = scheme.CloseAt,
        Notice = scheme.Notice,
    };

    private object Summary(SchemeFacts facts) => new
    {
        名称 = facts.Name,
        学生范围 = Words.Of(facts.StudentScope),
        离校批次 = $"{facts.SeasonYear}年{facts.SeasonMonth}月",
        开始 = time.Text(facts.OpenAt),
        结束 = time.Text(facts.CloseAt),
        公告 = facts.Notice,
    };

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long id, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "GraduationClearance", Action = action, Subject = $"scheme:{id}", Before = before, After = after });
}
