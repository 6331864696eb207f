using System.Text;
using ExcelDataReader;

namespace Portal.InternationalExchange.Tests;

/// <summary>A downloaded workbook as text.</summary>
internal static class WorkbookText
{
    static WorkbookText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Header and rows of the first sheet.</summary>
    public static IReadOnlyList<string[]> Read(byte[] content) => Sheets(content).Values.First();

    /// <summary>Header and rows by sheet.</summary>
    public static Dictionary<string, IReadOnlyList<string[]>> Sheets(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new Dictionary<string, IReadOnlyList<string[]>>();
        do
        {
            var rows = new List<string[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")]);
            sheets[reader.Name] = rows;
        }
        while (reader.NextResult());
        return sheets;
    }
}
