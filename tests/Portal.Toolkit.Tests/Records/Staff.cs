using System.Text.Json.Nodes;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Tests.Reviews;

namespace Portal.Toolkit.Tests.Records;

/// <summary>Who works with the sample book.</summary>
internal static class Staff
{
    public static readonly Who Clerk = new(1, "王经办", 10, SampleBook.College);
    public static readonly Who Head = new(2, "李院长", 10, SampleBook.College, SampleBook.Head);
    public static readonly Who Office = new(3, "张处", 20, SampleBook.Office);
    public static readonly Who School = new(4, "赵校长", 5, SampleBook.School);
    public static readonly Who Vault = new(5, "钱机要", 30, SampleBook.Vault);
    public static readonly Who Other = new(6, "孙经办", 40, SampleBook.College, SampleBook.Head);
    public static readonly Who Reader = new(7, "周相关", 30, SampleBook.Reader);
    public static readonly Who Self = new(2, "李院长", 41, SampleBook.Own);
    public static readonly Who Stranger = new(8, "吴旁人", 10);

    public static readonly Who[] All = [Clerk, Head, Office, School, Vault, Other, Reader, Self, Stranger];

    public static RecordInput Input(JsonObject values, string? title = null) => new()
    {
        Values = values,
        Asked = [.. values.Select(pair => pair.Key)],
        HasCommon = title is not null,
        Common = new() { Title = title ?? "", HeadId = Head.Id, HeadName = Head.Name },
    };
}
