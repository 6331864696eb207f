using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Students;

/// <summary>【导出列表】 (domain §4f, D2).</summary>
public abstract class StudentExportTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/students";

    [Fact]
    [Trait("Case", "clearance:D2")]
    public async Task The_workbook_holds_the_filtered_rows_of_all_pages_and_every_step()
    {
        using var op1 = await portal.SignInAsync("op1");
        var page = await op1.OpenAsync($"{Url}?gender=女");
        var shown = page.Rows("#matrix").Select(row => row[0]).ToList();
        var headers = page.TextsOf("#matrix thead th");
        var sheet = ExportedSheet.Read(await op1.SubmitAsync("#export"));
        var expected = (await portal.Database.QueryAsync<string>(
            "select student_no from graduationclearance_student where scheme_id = @SchemeId and gender = '女' and student_no like '20200101%' order by student_no", new { portal.SchemeId })).ToList();
        Assert.Equal(expected, sheet.Skip(1).Select(row => Assert.IsType<string>(row[0])));
        Assert.Equal(expected.Take(50), shown);
        Assert.Equal(headers, sheet[0].Cast<string>().Where(header => header != "身份证号"));
        Assert.All(sheet.Skip(1), row => Assert.Matches(@"^\d{6}\*{8}\d{4}$", (string)row[Array.IndexOf(sheet[0], "身份证号")]!));
    }

    [Fact]
    [Trait("Case", "clearance:D2")]
    public async Task Cells_equal_those_on_screen_over_several_pages()
    {
        using var op1 = await portal.SignInAsync("op1");
        await Handling.Desk.DecideAsync(op1, "2020010170", "培养单位学工审核", "fail", "缺材料");
        var first = await op1.OpenAsync(Url);
        var screen = first.Rows("#matrix").ToList();
        screen.AddRange((await op1.FollowAsync("下一页")).Rows("#matrix"));
        await op1.OpenAsync(Url);
        var sheet = ExportedSheet.Read(await op1.SubmitAsync("#export"));
        var idCard = Array.IndexOf(sheet[0], "身份证号");
        var written = sheet.Skip(1).Select(row => row.Where((_, index) => index != idCard).Select(cell => cell as string ?? "").ToArray()).ToList();
        Assert.Equal(99, written.Count);
        Assert.Equal(screen.Select(row => string.Join('|', row)), written.Select(row => string.Join('|', row)));
    }

    [Fact]
    [Trait("Case", "clearance:D2")]
    public async Task Each_export_leaves_one_row_in_the_audit()
    {
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync($"{Url}?name=周");
        ExportedSheet.Read(await op1.SubmitAsync("#export"));
        var log = Assert.Single(await portal.Database.QueryAsync<LogRow>(
            "select person_name, after_json from portal_audit where action = '导出学生列表' and after_json like '%姓名=周%'"));
        Assert.Equal("刘敏", log.PersonName);
        Assert.Contains($"离校方案={ClearanceFixture<TDialect>.OpenScheme}", log.AfterJson);
        Assert.Contains("\"行数\":2,\"完整身份证号\":\"否\"", log.AfterJson);
    }

    [Fact]
    [Trait("Case", "clearance:D2")]
    public async Task Full_numbers_need_the_right_and_a_reason()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"{Url}?no=2020010101");
        var refused = await admin.SubmitAsync("#export-full", new { reason = " " });
        Assert.Contains("须填写原因", refused.Text);
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where after_json like '%\"完整身份证号\":\"是\"%'"));

        await admin.OpenAsync($"{Url}?no=2020010101");
        var sheet = ExportedSheet.Read(await admin.SubmitAsync("#export-full", new { reason = "报送公安部门" }));
        Assert.Equal("110101199601010001", sheet[1][Array.IndexOf(sheet[0], "身份证号")]);
        Assert.Contains("报送公安部门", await portal.Database.ScalarAsync<string>("select after_json from portal_audit where after_json like '%\"完整身份证号\":\"是\"%'"));

        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync(Url);
        Assert.Null(op1.Page.TryFind("#export-full"));
        await op1.PostWithTokenAsync($"{Url}?handler=Export", ("fullId", "true"), ("reason", "好奇"));
        op1.Page.Expect(403);
    }

    [Fact]
    public async Task A_leader_reads_without_numbers_and_exports_nothing()
    {
        using var leader = await portal.SignInAsync("leader1");
        var page = await leader.OpenAsync(Url);
        Assert.DoesNotContain("导出", page.Text);
        await leader.PostWithTokenAsync($"{Url}?handler=Export");
        leader.Page.Expect(403);
        await leader.OpenAsync($"{Url}/details/{await portal.StudentIdAsync("2020010101")}");
        Assert.DoesNotContain("110101********", leader.Page.Text);
        Assert.DoesNotContain("110101199601010001", leader.Page.Html);
    }

    [Fact]
    public async Task A_name_that_looks_like_a_formula_stays_text()
    {
        await portal.Database.ExecuteAsync("update graduationclearance_student set name = '=1+1' where student_no = '2020010199'");
        using var op1 = await portal.SignInAsync("op1");
        await op1.OpenAsync($"{Url}?no=2020010199");
        Assert.Equal("=1+1", ExportedSheet.Read(await op1.SubmitAsync("#export"))[1][1]);
    }

    private sealed record LogRow
    {
        public string PersonName { get; init; } = "";

        public string AfterJson { get; init; } = "";
    }
}

public sealed class StudentExportOnSqlite(ClearanceFixture<Sqlite> portal) : StudentExportTests<Sqlite>(portal);

public sealed class StudentExportOnMariaDb(ClearanceFixture<MariaDb> portal) : StudentExportTests<MariaDb>(portal);
