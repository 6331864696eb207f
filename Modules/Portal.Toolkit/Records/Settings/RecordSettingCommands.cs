using System.Data.Common;
using Portal.Audit;
using Portal.Data;
using Portal.Toolkit.Records.Dues;
using Portal.Units;

namespace Portal.Toolkit.Records.Settings;

/// <summary>Keeps up settings and offices of a book; the page checks who may.</summary>
public sealed class RecordSettingCommands(IWriteTransactions transactions, IAuditLog audit, IUnitTree units, IUnitContext context, DueRevision revision)
{
    /// <summary>Sets one setting. Open due dates that rest on it are computed anew: a few at once, many within minutes by a background task.</summary>
    /// <exception cref="RefusedException">The value does not do.</exception>
    /// <exception cref="StaleException">Somebody was faster.</exception>
    public Task<RecordSettingChange> SetAsync(RecordBook book, string key, string value, long version, CancellationToken cancellationToken)
    {
        var setting = RecordSettingDeclarations.Of(book).FirstOrDefault(found => found.Key == key) ?? throw new RefusedException("没有这个参数，请刷新页面。");
        if (RecordSettingDeclarations.Fault(book, setting, value) is { } fault)
            throw new RefusedException(fault, key);
        return transactions.RunAsync(0, async transaction =>
        {
            var before = await transaction.FirstOrDefaultAsync<string>(
                "select value from toolkit_record_setting where module_id = @ModuleId and setting_key = @key", new { book.ModuleId, key });
            await WriteAsync(
                transaction,
                version,
                "insert into toolkit_record_setting (module_id, setting_key, value, version) values (@ModuleId, @key, @value, 1)",
                "update toolkit_record_setting set value = @value, version = version + 1 where module_id = @ModuleId and setting_key = @key and version = @version",
                new { book.ModuleId, key, value, version },
                setting.Label);
            await audit.WriteAsync(transaction, new() { Module = book.ModuleId, Action = "修改参数", Subject = $"setting:{key}", Before = before ?? setting.Default, After = value });
            return new RecordSettingChange(value == (before ?? setting.Default) ? 0 : await revision.BeginAsync(transaction, book, key));
        }, cancellationToken);
    }

    /// <summary>Names the unit that is an office.</summary>
    /// <exception cref="RefusedException">No such office or unit, or the unit belongs to another institution.</exception>
    /// <exception cref="StaleException">Somebody was faster.</exception>
    public Task NameAsync(RecordBook book, string role, long unitId, long version, CancellationToken cancellationToken)
    {
        if (book.FindRole(role) is not { IsOffice: true } office)
            throw new RefusedException("没有这个职能部门，请刷新页面。");
        if (units.Find(unitId) is not { ParentId: not null } unit)
            throw new RefusedException("请选择组织机构中的单位", role);
        if (context.Path is [_, var institution, ..] && !units.IsWithin(unitId, institution))
            throw new RefusedException("请选择本校的单位，别的机构不能办理本校的环节", role);
        return transactions.RunAsync(0, async transaction =>
        {
            var before = await transaction.FirstOrDefaultAsync<long?>("select unit_id from toolkit_record_office where module_id = @ModuleId and role_key = @role", new { book.ModuleId, role });
            await WriteAsync(
                transaction,
                version,
                "insert into toolkit_record_office (module_id, role_key, unit_id, version) values (@ModuleId, @role, @unitId, 1)",
                "update toolkit_record_office set unit_id = @unitId, version = version + 1 where module_id = @ModuleId and role_key = @role and version = @version",
                new { book.ModuleId, role, unitId, version },
                office.Label);
            await audit.WriteAsync(transaction, new() { Module = book.ModuleId, Action = "指定职能部门", Subject = $"office:{role}", Before = before, After = new { unit = unit.Id, unit.Name } });
        }, cancellationToken);
    }

    private static async Task WriteAsync(WriteTransaction transaction, long version, string insert, string update, object parameters, string subject)
    {
        try
        {
            if (await transaction.ExecuteAsync(version == 0 ? insert : update, parameters) == 0)
                throw new StaleException($"“{subject}”");
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new StaleException($"“{subject}”");
        }
    }
}

/// <summary>What the change of a setting moves.</summary>
/// <param name="Dates">Open due dates that rest on it.</param>
public sealed record RecordSettingChange(int Dates)
{
    /// <summary>Whether they are too many to be computed at once: a background task does it within minutes.</summary>
    public bool IsLater => Dates > DueRevision.Few;
}
