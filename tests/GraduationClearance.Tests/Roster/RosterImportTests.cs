using Portal.GraduationClearance.Roster;
using Portal.GraduationClearance.Tests.Schemes;
using Portal.Testing;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Tests.Roster;

/// <summary>导入名单: 选择文件 → 预检 → 导入 → 结果, with scripts off.</summary>
public abstract class RosterImportTests<TDialect>(ConfigurationFixture<TDialect> portal) : IClassFixture<ConfigurationFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Root = "/GraduationClearance/Schemes/Roster/Import";

    private static readonly string[] _headers = ["学号", "考生号", "姓名", "性别", "年龄", "身份证号", "院系", "专业", "班级", "年级", "学生类别", "培养层次", "是否户口迁移", "住宿信息"];

    [Fact]
    public async Task Good_rows_are_added_the_same_file_again_changes_nothing_and_a_changed_one_updates()
    {
        using var admin = await portal.SignInAsync("admin");
        object?[] Row(int number, string department, string hukou, string dormitory) =>
            [$"20200303{number:00}", $"KS3{number:00}", "导入", "女", 2016, $"1101011997030100{number:00}", department, "哲学", "哲学1班", "2020", "学历硕士", "硕士", hukou, dormitory];
        var file = File([Row(1, "马克思主义学院", "否", ""), Row(2, "马克思主义学院", "是", "东区-研1号楼-2层--01床"), Row(3, "资源学院", "", "")]);
        await CheckAsync(admin, file);
        Assert.Equal("3/0/0/0", admin.ImportCounts());
        await admin.ApplyImportAsync();
        Assert.Equal("3/0/0/0", admin.ImportCounts());
        await admin.SubmitAsync("form[action*='initialise'] button");
        Assert.Matches("新增 [0-9]+ 条办理记录", admin.Page.Text);
        Assert.Equal((0, 0), ((await portal.RecordAsync("2020030302", "E6")).Status, (await portal.RecordAsync("2020030302", "E7")).Status));
        Assert.Equal(new DateTime(1997, 3, 1), await portal.Database.ScalarAsync<DateTime>("select birth_date from graduationclearance_student where student_no = '2020030301'"));
        Assert.Equal("110101********0001", await portal.Database.ScalarAsync<string>("select id_card_masked from graduationclearance_student where student_no = '2020030301'"));

        await CheckAsync(admin, file);
        Assert.Equal("0/0/3/0", admin.ImportCounts());
        Assert.Contains("文件与已保存的内容一致", admin.Page.Text, StringComparison.Ordinal);

        await CheckAsync(admin, File([Row(1, "地球科学学院", "否", ""), Row(2, "马克思主义学院", "否", ""), Row(3, "资源学院", "", "")]));
        Assert.Equal("0/2/1/0", admin.ImportCounts());
        Assert.Contains("院系：马克思主义学院 → 地球科学学院", admin.Page.Text, StringComparison.Ordinal);
        await admin.ApplyImportAsync();
        Assert.Equal("0/2/1/0", admin.ImportCounts());
        Assert.Equal((3, 3), ((await portal.RecordAsync("2020030302", "E6")).Status, (await portal.RecordAsync("2020030302", "E7")).Status));
        await portal.CountersAsync();
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_import_file"));
    }

    [Fact]
    public async Task Bad_rows_are_named_with_column_and_reason_and_come_back_as_a_file()
    {
        using var admin = await portal.SignInAsync("admin");
        object?[] Row(object? studentNo, object? examNo, object? idCard, string department = "马克思主义学院", string hukou = "否") =>
            [studentNo, examNo, "错误", "男", 24, idCard, department, "", "", "", "", "", hukou, ""];
        await CheckAsync(admin, File([
            Row("2020040401", null, null),
            Row("2020040402", null, null, department: "不存在的学院"),
            Row("2020040403", null, null),
            Row("2020040403", null, null),
            Row("2020040405", null, 110101199601010001d),
            Row("2020040406", null, "1101011996"),
            Row("2020040407", null, "110101199601010001"),
            Row("2020040408", null, null, hukou: "也许"),
            Row(" 2020040409", null, null),
            Row("2020040410", "KS41", null),
            Row("2020040411", "KS41", null),
            Row(null, null, null),
        ]));
        Assert.Equal("1/0/0/11", admin.ImportCounts());
        var reasons = admin.Page.Rows().Select(row => $"{row[0]} {row[3]} {row[4]}").ToArray();
        Assert.Contains("3 院系 院系不在组织机构中，请核对名称或先建立单位", reasons);
        Assert.Contains("4 学号 与第5行重复", reasons);
        Assert.Contains("5 学号 与第4行重复", reasons);
        Assert.Contains("6 身份证号 身份证号为数值型，末位已失真，请改为文本", reasons);
        Assert.Contains("7 身份证号 身份证号应为18位（末位可为X）或15位", reasons);
        Assert.Contains("8 身份证号 身份证号已属于本方案的其他学生", reasons);
        Assert.Contains("9 是否户口迁移 是否户口迁移只能为 是 或 否", reasons);
        Assert.Contains("10 学号 学号含空格/回车等特殊字符", reasons);
        Assert.Contains("11 考生号 与第12行重复", reasons);
        Assert.Contains("13 学号 学号为空", reasons);
        Assert.DoesNotContain("110101199601010001", admin.Page.Html, StringComparison.Ordinal);
        await admin.ApplyImportAsync();
        Assert.Equal("1/0/0/11", admin.ImportCounts());
        await admin.SubmitAsync("form[action*='handler=Errors']");
        using var workbook = new MemoryStream(admin.Page.Content);
        var errors = new ErrorFile().Read(workbook, "错误数据.xlsx");
        Assert.Equal(11, errors.Rows.Count);
        Assert.Equal("110101199601010001", errors.Rows.Single(row => row.Value?.StudentNo == "2020040407").Value!.IdCardNo);
    }

    [Fact]
    public async Task What_the_file_does_not_speak_of_stays_and_removed_students_are_refused()
    {
        using var admin = await portal.SignInAsync("admin");
        var id = await portal.StudentIdAsync("2020010120");
        await portal.RunAsync<RemovalCommands>(removals => removals.RemoveAsync(portal.SchemeId, id, 1, "延毕", default));
        await CheckAsync(admin, SheetFile.Write(["学号", "姓名", "院系", "专业"], [["2020010120", "甲", "马克思主义学院", ""], [2020010121d, await NameAsync("2020010121"), "马克思主义学院", "新专业"]]));
        Assert.Equal("0/1/0/1", admin.ImportCounts());
        Assert.Contains("该生已移出本方案（延毕），请先恢复", admin.Page.Text, StringComparison.Ordinal);
        await admin.ApplyImportAsync();
        var row = (await portal.Database.QueryAsync<RosterRow>("select * from graduationclearance_student where student_no = '2020010121'"))[0];
        Assert.Equal("新专业", row.Major);
        Assert.NotNull(row.IdCardHash);
        Assert.NotEqual("", row.StudentCategory);
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_refused_row_by_row()
    {
        using var admin = await portal.SignInAsync("admin");
        await CheckAsync(admin, SheetFile.Write(["学号", "姓名", "院系"], [["2020050501", "先", "马克思主义学院"], ["2020050502", "后", "马克思主义学院"], ["2020010122", "改名", "马克思主义学院"]]));
        Assert.Equal("2/1/0/0", admin.ImportCounts());
        var department = await portal.UnitAsync("马克思主义学院");
        await portal.RunAsync<RosterCommands>(roster => roster.AddAsync(portal.SchemeId, [new() { StudentNo = "2020050501", Name = "别人加的", DepartmentId = department }], default));
        await portal.Database.ExecuteAsync("update graduationclearance_student set version = version + 1 where student_no = '2020010122'");
        await admin.ApplyImportAsync();
        Assert.Equal("1/0/0/2", admin.ImportCounts());
        Assert.Contains("预检后该学号已加入名单，请重新预检", admin.Page.Text, StringComparison.Ordinal);
        Assert.Contains("预检后该生的信息已被修改，请重新预检", admin.Page.Text, StringComparison.Ordinal);
        Assert.NotEqual("改名", await NameAsync("2020010122"));
    }

    [Theory]
    [InlineData("名单.csv", "仅支持 xls、xlsx")]
    [InlineData("名单.xlsx", "文件不是有效的 Excel")]
    public async Task Other_files_are_refused_as_a_whole(string name, string message)
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}?scheme={portal.SchemeId}");
        await admin.SubmitAsync("#upload", null, new TestFile("file", name, "学号,姓名"u8.ToArray()));
        await admin.WaitForJobAsync();
        Assert.Contains(message, admin.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_has_all_columns_and_no_file_is_told()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Root}?scheme={portal.SchemeId}");
        (await admin.SubmitAsync("#upload")).Expect(422);
        Assert.Contains("请选择文件", admin.Page.Text, StringComparison.Ordinal);
        await admin.FollowAsync("下载模板");
        Assert.Equal(SpreadsheetResult.Xlsx, admin.Page.Response.Content.Headers.ContentType!.MediaType);
    }

    private Task CheckAsync(PortalClient client, byte[] file) => client.CheckImportAsync($"{Root}?scheme={portal.SchemeId}", file, "名单.xlsx");

    private Task<string> NameAsync(string studentNo) => portal.Database.ScalarAsync<string>("select name from graduationclearance_student where student_no = @studentNo", new { studentNo });

    private static byte[] File(object?[][] rows) => SheetFile.Write(_headers, rows);

    private sealed class ErrorFile : ImportPlan<ErrorLine>
    {
        private readonly TextColumn _studentNo = new("学号") { Rule = TextRule.Free };
        private readonly TextColumn _idCard = new("身份证号") { Rule = TextRule.Free };

        public ErrorFile() => Columns = [_studentNo, new TextColumn("姓名") { Rule = TextRule.Free }, _idCard];

        public override string Name => "错误数据";

        protected override ErrorLine Map(ImportCells row) => new(row.Get(_studentNo, ""), row.Get(_idCard, ""));
    }

    private sealed record ErrorLine(string StudentNo, string IdCardNo);
}

public sealed class RosterImportOnSqlite(ConfigurationFixture<Sqlite> portal) : RosterImportTests<Sqlite>(portal);

public sealed class RosterImportOnMariaDb(ConfigurationFixture<MariaDb> portal) : RosterImportTests<MariaDb>(portal);
