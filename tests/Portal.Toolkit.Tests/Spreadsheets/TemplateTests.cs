using System.IO.Compression;
using System.Xml.Linq;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class TemplateTests
{
    [Fact]
    public void An_untouched_template_holds_no_data()
    {
        using var template = Workbooks.Write(writer => ImportTemplate.Write(writer, new DecisionImport()));

        Assert.Equal("没有可导入的数据", Workbooks.Refused(() => Workbooks.Read(template)).Message);
    }

    [Fact]
    public void Columns_are_formatted_and_words_offered()
    {
        using var template = Workbooks.Write(writer => ImportTemplate.Write(writer, new DecisionImport()));
        using var archive = new ZipArchive(template);
        var sheet = Part(archive, "xl/worksheets/sheet1.xml");
        var formats = Part(archive, "xl/styles.xml").Descendants().Single(e => e.Name.LocalName == "cellXfs").Elements().ToList();

        var columns = sheet.Descendants().Where(e => e.Name.LocalName == "col")
            .Select(e => (string?)formats[(int)e.Attribute("style")!].Attribute("numFmtId"));
        Assert.Equal(["1", "49", "49", "49"], columns);
        var validation = Assert.Single(sheet.Descendants(), e => e.Name.LocalName == "dataValidation");
        Assert.Equal(("C2:C20001", "\"通过,未通过\""), ((string?)validation.Attribute("sqref"), validation.Value));
    }

    [Fact]
    public void The_explanation_lists_every_column_and_is_never_read()
    {
        using var template = Workbooks.Write(writer => ImportTemplate.Write(writer, new DecisionImport(byIdCard: true)));
        using var archive = new ZipArchive(template);

        var text = Part(archive, "xl/worksheets/sheet2.xml").Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value).ToList();

        Assert.Equal(["列名", "必填", "格式", "说明", "示例", "学号/身份证号", "是", "文本"], text.Take(8));
        Assert.Contains("通过/未通过", text);
        Assert.Contains("请按环节顺序导入需要办理的数据", text);
        using var renamed = Workbooks.Write(writer =>
        {
            writer.BeginSheet("填写说明", [.. Workbooks.DecisionHeaders.Select(header => new SheetColumn(header))]);
            writer.WriteRow(1, "张思", "通过");
        });
        Assert.Equal("没有可导入的数据", Workbooks.Refused(() => Workbooks.Read(renamed)).Message);
    }

    private static XElement Part(ZipArchive archive, string path)
    {
        using var stream = archive.GetEntry(path)!.Open();
        return XElement.Load(stream);
    }
}
