using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Toolkit.Components;

namespace Portal.Toolkit.Tests.Components;

public sealed class ComponentTests
{
    [Fact]
    public void Chart_data_cannot_end_its_block_and_keeps_its_words()
    {
        const string hostile = "</script><b>图书馆 & 'x'";
        var json = Render(new Chart
        {
            Id = "slow",
            Question = "哪个环节最慢？",
            Kind = ChartKind.StackedBar,
            Categories = [hostile],
            Series = [new() { Name = "已通过", Values = [null], State = StateKind.Passed }],
        });

        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('&', json);
        Assert.Contains("图书馆", json, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(json);
        Assert.Equal(hostile, data.RootElement.GetProperty("categories")[0].GetString());
        Assert.Equal("stackedBar", data.RootElement.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("series")[0].GetProperty("values")[0].ValueKind);
    }

    [Fact]
    public void Each_state_has_its_own_word_and_style()
    {
        var kinds = Enum.GetValues<StateKind>();

        Assert.Equal(kinds.Length, kinds.Select(kind => kind.Word()).Distinct().Count());
        Assert.Equal(kinds.Length, kinds.Select(kind => kind.CssName()).Distinct().Count());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public void An_error_says_what_happened_and_what_to_do(int status)
    {
        var view = ErrorView.For(status, "trace");

        Assert.NotEqual("", view.Headline);
        Assert.NotEqual("", view.Advice);
        Assert.Equal(status == 500, view.Headline == ErrorView.For(599, null).Headline);
    }

    private static string Render(Chart chart)
    {
        using var writer = new StringWriter();
        ChartData.Render(chart).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
