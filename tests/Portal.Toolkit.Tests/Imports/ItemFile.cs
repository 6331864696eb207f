using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Imports;

/// <summary>Workbooks of items; the plan does not know the last column.</summary>
internal static class ItemFile
{
    public static byte[] Of(params (string Code, string Name)[] items)
    {
        using var stream = new MemoryStream();
        using (var writer = new SheetWriter(stream))
        {
            writer.BeginSheet("物品", [new("编号"), new("名称"), new("备用")]);
            foreach (var (code, name) in items)
                writer.WriteRow(code, name, "z");
        }

        return stream.ToArray();
    }
}
