using System.Data.Common;
using Portal.Data;

namespace Portal.Toolkit.Records.Writing;

/// <summary>编号: prefix, year, serial of type and year. The row of the serial is locked until the transaction ends, so that no number is given twice.</summary>
internal static class RecordNumber
{
    public static async Task<string> NextAsync(WriteTransaction transaction, RecordType type, int year)
    {
        if (await RaiseAsync(transaction, type, year) == 0)
        {
            try
            {
                await transaction.ExecuteAsync("insert into toolkit_record_serial (type, year, last) values (@Key, @year, 1)", new { type.Key, year });
            }
            catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
            {
                await RaiseAsync(transaction, type, year);
            }
        }

        var last = await transaction.ScalarAsync<long>("select last from toolkit_record_serial where type = @Key and year = @year", new { type.Key, year });
        return $"{type.Prefix}-{year}-{last:0000}";
    }

    private static Task<int> RaiseAsync(WriteTransaction transaction, RecordType type, int year) =>
        transaction.ExecuteAsync("update toolkit_record_serial set last = last + 1 where type = @Key and year = @year", new { type.Key, year });
}
