using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Imports;

public sealed class SqliteRegistryImportTests(TransferFixture<Sqlite> portal) : RegistryImportTests<Sqlite>(portal);

public sealed class MariaDbRegistryImportTests(TransferFixture<MariaDb> portal) : RegistryImportTests<MariaDb>(portal);

public abstract class RegistryImportTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly string[] _students = ["全国学籍号", "姓名", "性别", "出生日期", "身份证件类型", "身份证件号", "年级", "班级", "就读方式", "学籍状态", "入学日期"];
    private static readonly string[] _schools = ["学校标识码", "学校名称", "上级教育局", "行政区划代码", "举办级别", "办学类型", "学制"];

    [Fact]
    public async Task Students_are_imported_once_updated_and_refused_with_their_reasons()
    {
        using var school = await portal.SignInAsync("sa");
        object?[] Row(string number, string name, string id, string grade = "小学三年级", string status = "正常在校", string type = "居民身份证") =>
            [number, name, "男", "2016-01-01", type, id, grade, "2", "走读", status, "2022-09-01"];
        var good = new[] { Row("G119901201601010010", "甲示例", "119901201601010010"), Row("L119901201601011234", "乙示例", "", type: "其他") };
        await CheckAsync(school, "students/import", SheetFile.Write(_students, good));
        Assert.Equal("2/0/0/0", school.ImportCounts());
        await school.ApplyImportAsync();
        Assert.Equal(2, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_student_change c join registrytransfer_student s on s.id = c.student_id where c.action = '建立学籍' and s.name in ('甲示例', '乙示例')"));
        await CheckAsync(school, "students/import", SheetFile.Write(_students, good));
        Assert.Equal("0/0/2/0", school.ImportCounts());

        await CheckAsync(school, "students/import", SheetFile.Write(
            _students,
            Row("G119901201601010010", "甲示例", "119901201601010010", grade: "小学四年级"),
            Row("L119901201601011234", "乙示例", "", type: "其他", status: "休学"),
            Row("G449901201503120132", "张示例", "", type: "其他"),
            Row("G119901201601010011", "丙示例", "119901201601010011"),
            Row("K119901201601010010", "丁示例", "", type: "其他"),
            Row("L119901201601015678", "戊 示例", "", type: "其他"),
            Row("L119901201601015670", "庚示例", "", type: "护照")));
        Assert.Equal("0/1/0/6", school.ImportCounts());
        foreach (var reason in new[] { "请用“学籍变动”办理", "不在本校，不能导入", "校验位", "须以G/L/J开头且长度为19位", "特殊字符", "证件类型为护照时须填写证件号" })
            Assert.Contains(reason, school.Page.Text, StringComparison.Ordinal);
        await school.ApplyImportAsync();
        await CheckAsync(school, "students/import", SheetFile.Write(_students, good[0], good[0]));
        Assert.Contains("与第3行重复；身份证件号：与第3行重复", school.Page.Text, StringComparison.Ordinal);
        Assert.Equal("P4", await portal.Database.ScalarAsync<string>(
            "select grade from registrytransfer_enrolment where student_id = @id", new { id = await portal.StudentIdAsync("G119901201601010010") }));
    }

    [Fact]
    public async Task Schools_are_imported_once_updated_and_refused_with_their_reasons()
    {
        using var city = await portal.SignInAsync("u4499");
        object?[] Row(string code, string name, string bureau = "", string region = "449901", string stages = "小学、初中") => [code, name, bureau, region, "区县级", stages, "六三制"];
        var good = new[] { Row("2144990199", "导入一校", "示例市示例区教育局"), Row("2144990198", "导入二校") };
        await CheckAsync(city, "schools/import", SheetFile.Write(_schools, good));
        Assert.Equal("2/0/0/0", city.ImportCounts());
        await city.ApplyImportAsync();
        Assert.Equal("示例市示例区教育局", await portal.Database.ScalarAsync<string>(
            "select parent.name from registrytransfer_school s join organisation_unit u on u.id = s.unit_id join organisation_unit parent on parent.id = u.parent_id where s.code = '2144990199'"));
        await CheckAsync(city, "schools/import", SheetFile.Write(_schools, good));
        Assert.Equal("0/0/2/0", city.ImportCounts());
        await CheckAsync(city, "schools/import", SheetFile.Write(
            _schools,
            Row("2144990199", "导入一校改名", "示例市示例区教育局"),
            Row("2111990101", "北京市示例区小学"),
            Row("2144990197", "导入三校", "没有的教育局"),
            Row("2144990196", "导入四校", region: "4499"),
            Row("2144990195", "导入五校", stages: "幼儿园"),
            Row("2144990194", "导入二校"),
            Row("2144990193", "导入六校", region: "110101"),
            Row("2144990198", "导入二校", region: "448801")));
        Assert.Equal("0/1/0/7", city.ImportCounts());
        foreach (var reason in new[] { "属于其他地区的学校", "没有唯一的教育局", "行政区划代码须为 6 位数字", "用顿号分开", "已有同名单位", "不在广东省：须以 44 开头", "没有行政区划 448801 的教育局" })
            Assert.Contains(reason, city.Page.Text, StringComparison.Ordinal);
        await city.ApplyImportAsync();
        Assert.Contains("导入一校改名", (await city.OpenAsync("/registrytransfer/schools?q=导入")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbooks_that_LibreOffice_saved_in_the_old_format_are_imported()
    {
        using var school = await portal.SignInAsync("sa");
        await CheckAsync(school, "students/import", SheetFile.Fixture("students.xls"), "三年级.xls");
        Assert.Equal("3/0/0/1", school.ImportCounts());
        Assert.Contains("不在本校，不能导入", school.Page.Text, StringComparison.Ordinal);
        await school.ApplyImportAsync();
        Assert.Equal("2016-01-04", await portal.Database.ScalarAsync<string>(
            "select substr(birth_date, 1, 10) from registrytransfer_student where number = 'G119901201601040025'"));
        await CheckAsync(school, "students/import", SheetFile.Fixture("students.xls"), "三年级.xls");
        Assert.Equal("0/0/3/1", school.ImportCounts());

        using var city = await portal.SignInAsync("u4499");
        await CheckAsync(city, "schools/import", SheetFile.Fixture("schools.xls"), "名录.xls");
        Assert.Equal("2/0/0/1", city.ImportCounts());
        await city.ApplyImportAsync();
        Assert.Equal("449901", await portal.Database.ScalarAsync<string>("select region_code from registrytransfer_school where code = '2144990188'"));
        await CheckAsync(city, "schools/import", SheetFile.Fixture("schools.xls"), "名录.xls");
        Assert.Equal("0/0/2/1", city.ImportCounts());
    }

    private static Task CheckAsync(PortalClient client, string folder, byte[] file, string name = "导入.xlsx") => client.CheckImportAsync($"/registrytransfer/{folder}", file, name);
}
