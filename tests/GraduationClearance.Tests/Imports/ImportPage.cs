using System.Globalization;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>The preview or the result of an import as it stands on the page.</summary>
public sealed class ImportPage(PortalPage page)
{
    public PortalPage Page { get; } = page;

    public int Importable => Count("可导入");

    public int Imported => Count("导入");

    public int Unchanged => Count("无变化");

    public int Rejected => Count("错误");

    public int Hidden => Count("跳过(隐藏行)");

    public int Cleaned => Count("已清洗");

    /// <summary>The alert on top: why a file or an import was refused.</summary>
    public string Alert => Page.TextOf("main .alert-danger");

    /// <summary>The rejected rows: number, column and reason.</summary>
    public IReadOnlyList<(int Row, string Field, string Reason)> Errors =>
        [.. Page.Rows("table[data-list=Rejected]").Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[3], row[4]))];

    /// <summary>The one rejected row's reason.</summary>
    public string Reason => Assert.Single(Errors).Reason;

    private int Count(string label) => Page.CardOf(label);
}
