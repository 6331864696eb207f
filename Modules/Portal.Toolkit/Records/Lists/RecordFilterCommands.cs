using System.Data.Common;
using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Records.Lists;

/// <summary>Saves and forgets filters of the current person.</summary>
public sealed class RecordFilterCommands(IWriteTransactions transactions, IUnitContext context)
{
    public const int MostName = 60;
    public const int MostSaved = 20;

    private const int MostQuery = 1000;
    private const string NoAudit = "A filter that a person keeps for himself changes no record.";

    /// <summary>Saves the conditions under a name; what had the name is replaced.</summary>
    /// <exception cref="RefusedException">No name, no condition, or too many of them.</exception>
    public async Task SaveAsync(RecordType type, string? name, RecordFilter filter, CancellationToken cancellationToken)
    {
        name = Input.RecordInputParser.Line(name);
        var query = string.Join('&', filter.Route().Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        if (name.Length is 0 or > MostName)
            throw new RefusedException($"请给这个筛选起个名字，最多 {MostName} 字。");
        if (query.Length == 0)
            throw new RefusedException("还没有筛选条件，没有保存。请先设置条件并查询。");
        if (query.Length > MostQuery)
            throw new RefusedException("筛选条件太长，没有保存。请缩短关键词。");
        try
        {
            await transactions.RunAsync(1, transaction => WriteAsync(transaction, type, name, query), cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException("同名的筛选刚刚已经保存。");
        }
    }

    /// <summary>Forgets one; another person's is not found and stays.</summary>
    public Task DeleteAsync(long id, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        transaction.WithoutAudit(NoAudit);
        await transaction.ExecuteAsync("delete from toolkit_record_filter where id = @id and person_id = @personId", new { id, personId = context.Person!.Id });
    }, cancellationToken);

    private async Task WriteAsync(WriteTransaction transaction, RecordType type, string name, string query)
    {
        transaction.WithoutAudit(NoAudit);
        var parameters = new { id = transaction.NextId(), personId = context.Person!.Id, type.Key, name, query };
        if (await transaction.ExecuteAsync("update toolkit_record_filter set query = @query where person_id = @personId and type = @Key and name = @name", parameters) > 0)
            return;
        if (await transaction.ScalarAsync<long>("select count(*) from toolkit_record_filter where person_id = @personId and type = @Key", parameters) >= MostSaved)
            throw new RefusedException($"最多保存 {MostSaved} 个筛选，请先删除不用的。");
        await transaction.ExecuteAsync("insert into toolkit_record_filter (id, person_id, type, name, query) values (@id, @personId, @Key, @name, @query)", parameters);
    }
}
