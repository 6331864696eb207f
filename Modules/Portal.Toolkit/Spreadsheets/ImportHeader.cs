namespace Portal.Toolkit.Spreadsheets;

/// <summary>Which column of the file is which column of the plan.</summary>
internal sealed class ImportHeader
{
    private const int RowsSearched = 5;

    private ImportHeader(IReadOnlyList<ImportColumn> plan, SheetCursor sheet, int columns)
    {
        Positions = new int[plan.Count];
        Array.Fill(Positions, -1);
        var doubled = new List<string>();
        for (var i = 0; i < columns; i++)
        {
            var cell = sheet[i];
            if (cell.IsBlank)
                continue;
            var text = CellText.Header(cell.Text);
            Found.Add((i, text));
            var index = Index(plan, text);
            if (index < 0)
                continue;
            if (Positions[index] >= 0)
                doubled.Add(plan[index].Label);
            else
                Positions[index] = i;
        }

        var missing = plan.Where((column, i) => column.Required && Positions[i] < 0).Select(column => column.Label).ToList();
        Recognised = Positions.Count(position => position >= 0);
        Problem = string.Join('；', Sentences(missing, doubled));
    }

    /// <summary>Every header that is not blank, with its position in the file.</summary>
    public List<(int Position, string Text)> Found { get; } = [];

    /// <summary>The position in the file for each column of the plan, or -1.</summary>
    public int[] Positions { get; }

    /// <summary>What is wrong with this header; empty when it can be used.</summary>
    public string Problem { get; }

    private int Recognised { get; }

    /// <summary>Moves the cursor to the header of the first visible sheet that has a valid one.</summary>
    /// <exception cref="SpreadsheetException">There is none.</exception>
    public static ImportHeader Find(SheetCursor sheet, IReadOnlyList<ImportColumn> plan, IReadOnlyDictionary<string, string> refused, SpreadsheetLimits limits)
    {
        if (sheet.SheetCount > limits.Sheets)
            throw new SpreadsheetException($"超过 {limits.Sheets} 个工作表", "请只保留要导入的工作表");

        var enough = Math.Min(2, plan.Count);
        var empty = true;
        SpreadsheetException? first = null;
        while (sheet.NextSheet())
        {
            if (!sheet.IsVisible || sheet.SheetName == ImportTemplate.Explanation)
                continue;
            while (sheet.RowNumber < RowsSearched && sheet.NextRow())
            {
                var header = new ImportHeader(plan, sheet, Math.Min(sheet.ColumnCount, limits.Columns));
                empty &= header.Found.Count == 0;
                if (header.Recognised < enough)
                    continue;
                if (header.Problem.Length == 0)
                    return sheet.ColumnCount <= limits.Columns ? header : throw TooWide(limits);
                first ??= Refuse(header, refused, sheet.SheetName);
            }
        }

        throw first ?? (empty
            ? new SpreadsheetException("没有可导入的数据", "请在下载的模板中填写后重新选择")
            : new SpreadsheetException("未找到标准表头", $"前 {RowsSearched} 行内应有表头：{string.Join("、", plan.Select(column => column.Header))}"));
    }

    private static SpreadsheetException Refuse(ImportHeader header, IReadOnlyDictionary<string, string> refused, string sheet)
    {
        foreach (var (_, text) in header.Found)
        {
            if (refused.TryGetValue(text, out var message))
                return new SpreadsheetException(message);
        }

        return new SpreadsheetException(header.Problem, $"请按模板修改工作表【{sheet}】的表头");
    }

    private static SpreadsheetException TooWide(SpreadsheetLimits limits) =>
        new($"超过 {limits.Columns} 列", "请删除数据右侧多余的列");

    private static int Index(IReadOnlyList<ImportColumn> plan, string text)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            if (plan[i].IsHeader(text))
                return i;
        }

        return -1;
    }

    private static IEnumerable<string> Sentences(List<string> missing, List<string> doubled)
    {
        if (missing.Count > 0)
            yield return $"缺少列：{string.Join('、', missing)}";
        if (doubled.Count > 0)
            yield return $"重复列：{string.Join('、', doubled.Distinct())}";
    }
}
