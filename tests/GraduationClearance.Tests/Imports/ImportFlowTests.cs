using System.Net;
using Portal.GraduationClearance.Tests.Students;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>选择文件 → 预检 → 导入 → 结果, with scripts off, on both databases.</summary>
public abstract class ImportFlowTests<TDialect>(ImportFixture<TDialect> portal) : IClassFixture<ImportFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "clearance:B6")]
    public async Task The_page_has_the_seed_s_notes_and_one_block_with_both_ways_for_each_step_of_the_operator()
    {
        using var client = await portal.OpenAsync("op1");
        Assert.Equal(["培养单位学工审核", "提交毕业生登记表"], client.Page.TextsOf("section:has(form[data-step]) h2"));
        Assert.Equal(["E4 StudentNo", "E4 IdCard", "E5 StudentNo", "E5 IdCard"], client.Page.FindAll("form[data-step]").Select(form => $"{form.GetAttribute("data-step")} {form.GetAttribute("data-match")}"));
        Assert.All(client.Page.FindAll("form[data-step]"), form => Assert.NotNull(form.QuerySelector("input[type=file]")));
        Assert.Contains("办理结果只能选择通过或未通过", client.Page.Text, StringComparison.Ordinal);
        Assert.Contains("20000 行、10 MB", client.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("图书馆", client.Page.TextsOf("h2"));
    }

    [Fact]
    [Trait("Case", "clearance:C1")]
    public async Task A_class_of_99_is_imported_and_every_record_carries_the_batch()
    {
        var students = await portal.Database.QueryAsync<(string No, string Name)>("select student_no, name from graduationclearance_student where student_no like '20200101%' order by student_no");
        using var client = await portal.OpenAsync("op1");
        var result = await portal.ImportAsync(
            client, Files.Of([.. students.Select(student => new object?[] { double.Parse(student.No, System.Globalization.CultureInfo.InvariantCulture), student.Name, "通过", null })]));
        Assert.Equal((99, 0), (result.Imported, result.Rejected));
        Assert.Equal("99/99/0/0", await portal.CountersAsync("E4"));
        var batch = client.Page.Url.Segments[^1];
        Assert.Equal(99, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step_record where batch_id = @batch and source = 3 and decided_by_name = '刘敏'", new { batch }));
        Assert.Equal(99, await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step_record_log where batch_id = @batch and source = 3", new { batch }));
        Assert.Equal(
            ["上传离校办理结果", "开始导入离校办理结果", "批量导入", "导入离校办理结果完成"],
            await portal.Database.QueryAsync<string>("select action from portal_audit where subject in (@import, @batchSubject) order by id", new { import = $"import:{batch}", batchSubject = $"batch:{batch}" }));
    }

    [Fact]
    [Trait("Case", "clearance:C4")]
    public async Task Good_rows_are_imported_and_the_bad_one_is_named()
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, Files.Of(Files.Student(101), Files.Student(102, "未通过", "未交学生证"), [2020010103d, "张三", "通过", null], Files.Student(104)));
        Assert.Equal((3, 0, 1), (preview.Importable, preview.Unchanged, preview.Rejected));
        Assert.Contains("导入 3 人", client.Page.TextOf("main form button"), StringComparison.Ordinal);
        Assert.Equal(0, await portal.LogRowsAsync());
        var result = await portal.ApplyAsync(client);
        Assert.Equal((3, 0, 1), (result.Imported, result.Unchanged, result.Rejected));
        Assert.Equal([(4, "姓名", "姓名不符")], result.Errors);
        Assert.Equal("99/2/96/1", await portal.CountersAsync("E4"));
        Assert.Equal((2, "未交学生证"), await portal.DecisionAsync("2020010102", "E4"));
    }

    [Fact]
    [Trait("Case", "clearance:C18")]
    public async Task When_the_scheme_closes_after_the_preview_nothing_is_imported_until_it_opens_again()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.CheckAsync(client, Files.Of(Files.Student(101)));
        await SetSchemeStatusAsync(2);
        try
        {
            var refused = await portal.ApplyAsync(client);
            Assert.Contains("不在办理期内，没有导入任何学生", refused.Alert, StringComparison.Ordinal);
            Assert.Equal("99/0/99/0", await portal.CountersAsync("E4"));
        }
        finally
        {
            await SetSchemeStatusAsync(1);
        }

        Assert.Equal(1, (await portal.ApplyAsync(client)).Imported);
    }

    [Fact]
    [Trait("Case", "clearance:C19")]
    public async Task When_the_grant_is_revoked_after_the_preview_nothing_is_imported()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.CheckAsync(client, Files.Of(Files.Student(101)));
        var stepId = await portal.StepIdAsync("E4");
        await portal.Database.ExecuteAsync("update graduationclearance_step_grant set valid_to = '2020-01-01' where step_id = @stepId", new { stepId });
        try
        {
            Assert.Contains("没有该环节的办理授权", (await portal.ApplyAsync(client)).Alert, StringComparison.Ordinal);
            await client.OpenAsync($"/GraduationClearance/Import?scheme={portal.SchemeId}");
            Assert.Empty(client.Page.FindAll("form[data-step=E4]"));
        }
        finally
        {
            await portal.Database.ExecuteAsync("update graduationclearance_step_grant set valid_to = null where step_id = @stepId", new { stepId });
        }

        Assert.Equal("99/0/99/0", await portal.CountersAsync("E4"));
    }

    [Fact]
    [Trait("Case", "clearance:C18")]
    public async Task A_record_that_changed_after_the_preview_is_named_and_left_alone()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.CheckAsync(client, Files.Of(Files.Student(101), Files.Student(102), Files.Student(103)));
        var preview = client.Page.Url.PathAndQuery;
        await portal.ImportAsync(client, Files.Of(Files.Student(102, "未通过", "欠书"), Files.Student(103)));
        await client.OpenAsync(preview);
        var result = await portal.ApplyAsync(client);
        Assert.Equal((1, 1, 1), (result.Imported, result.Unchanged, result.Rejected));
        Assert.Matches("^该生已由 刘敏 于 [0-9]{2}:[0-9]{2} 办理为未通过$", result.Reason);
        Assert.Equal((2, "欠书"), await portal.DecisionAsync("2020010102", "E4"));
    }

    [Fact]
    [Trait("Case", "clearance:C20")]
    public async Task The_error_workbook_is_corrected_and_imported_again()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.ImportAsync(
            client,
            SheetFile.Write(["学号", "姓名", "办理结果", "备注", "班级"], [2020010101d, "张四", "通过", null, "一班"], [2020010102d, "李思", "通过", null, "二班"], [2020010103d, "王四", "未通过", "=1+1", "三班"]));
        var file = await client.SubmitAsync("form[action*='handler=Errors']");
        file.Expect(HttpStatusCode.OK);
        Assert.Equal([(2, "张四", "姓名不符"), (3, "王四", "姓名不符")], Files.Read(file.Content).Rows.Select(row => (row.Value!.RowNumber, row.Value.Name, row.Value.Reason)));

        var same = await portal.CheckAsync(client, file.Content);
        Assert.Equal(["姓名不符", "姓名不符"], same.Errors.Select(error => error.Reason));
        var result = await portal.ImportAsync(client, Workbook.Replace(file.Content, ("张四", "张思"), ("王四", "王思")));
        Assert.Equal((2, 0), (result.Imported, result.Rejected));
        Assert.Equal((2, "=1+1"), await portal.DecisionAsync("2020010103", "E4"));
    }

    [Fact]
    public async Task An_import_is_seen_by_who_made_it_and_by_the_administrator_only()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.ImportAsync(client, Files.Of(Files.Student(101), [2020010102d, "某某", "通过", null]));
        var address = client.Page.Url.AbsolutePath;
        using var other = await portal.SignInAsync("sup1");
        (await other.GetAsync(address)).Expect(HttpStatusCode.NotFound);
        await other.OpenAsync("/GraduationClearance/ImportLog");
        Assert.DoesNotContain("刘敏", other.Page.TextOf("main"), StringComparison.Ordinal);
        (await other.PostWithTokenAsync($"{address}?handler=Errors")).Expect(HttpStatusCode.NotFound);
        using var student = await portal.SignInAsync("2020010101");
        (await student.GetAsync(address)).Expect(HttpStatusCode.Forbidden);
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync("/GraduationClearance/ImportLog");
        Assert.Contains("刘敏", admin.Page.TextOf("main"), StringComparison.Ordinal);
        await admin.OpenAsync(address);
        Assert.Null(admin.Page.TryFind("main form[method=post]:not([action*='handler=Errors']) button"));
        (await admin.SubmitAsync("form[action*='handler=Errors']")).Expect(HttpStatusCode.OK);
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where action = '导出导入错误数据' and person_name = '沈信'"));
    }

    [Fact]
    public async Task An_administrator_of_one_college_sees_no_import_of_the_school()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.ImportAsync(client, Files.Of(Files.Student(101)));
        var address = client.Page.Url.AbsolutePath;
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync(address);
        await MoveAdministratorAsync("示范大学", "马克思主义学院");
        try
        {
            (await admin.GetAsync(address)).Expect(HttpStatusCode.NotFound);
            Assert.DoesNotContain("刘敏", (await admin.OpenAsync("/GraduationClearance/ImportLog")).TextOf("main"), StringComparison.Ordinal);
        }
        finally
        {
            await MoveAdministratorAsync("马克思主义学院", "示范大学");
        }
    }

    [Fact]
    public async Task A_step_of_somebody_else_is_refused_in_a_hand_made_request()
    {
        using var client = await portal.OpenAsync("op1");
        var form = client.Page.Find("form[data-step=E4][data-match=StudentNo]");
        var foreign = await portal.StepIdAsync("E2");
        form.SetAttribute("action", form.GetAttribute("action")!.Replace($"step={await portal.StepIdAsync("E4")}", $"step={foreign}", StringComparison.Ordinal));
        await client.SubmitAsync("form[data-step=E4][data-match=StudentNo]", null, new TestFile("file", "a.xlsx", Files.Of(Files.Student(101))));
        Assert.Contains("没有该环节的办理授权", client.Page.TextOf(".alert-danger"), StringComparison.Ordinal);
        (await client.PostAsync($"/GraduationClearance/Import?scheme={portal.SchemeId}&step={foreign}&match=StudentNo")).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    [Trait("Case", "clearance:C3")]
    public async Task Two_applies_of_one_import_at_once_import_it_once()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.CheckAsync(client, Files.Of([.. Enumerable.Range(101, 14).Select(number => Files.Student(number))]));
        var preview = client.Page.Url.PathAndQuery;
        var clients = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.SignInAsync("op1")));
        await Task.WhenAll(clients.Select(other => other.OpenAsync(preview)));
        var pages = await Task.WhenAll(clients.Select(other => other.SubmitAsync("main form[method=post]:not([action*='handler=Errors']) button")));
        Assert.Equal(3, pages.Count(page => page.Text.Contains("没有重复导入", StringComparison.Ordinal)));
        await client.OpenAsync(preview);
        Assert.Equal(14, (await portal.WaitAsync(client)).Imported);
        Assert.Equal(14, await portal.LogRowsAsync());
        Assert.Equal("99/14/85/0", await portal.CountersAsync("E4"));
    }

    [Fact]
    [Trait("Case", "clearance:C3")]
    public async Task The_same_file_twice_at_once_is_imported_once_and_unchanged_once()
    {
        var file = Files.Of([.. Enumerable.Range(101, 14).Select(number => Files.Student(number))]);
        var clients = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => portal.OpenAsync("op1")));
        var previews = await Task.WhenAll(clients.Select(client => portal.CheckAsync(client, file)));
        Assert.Equal([14, 14], previews.Select(preview => preview.Importable));
        var results = await Task.WhenAll(clients.Select(portal.ApplyAsync));
        Assert.Equal([(0, 14, 0), (14, 0, 0)], results.Select(result => (result.Imported, result.Unchanged, result.Rejected)).Order());
        Assert.Equal(14, await portal.LogRowsAsync());
        Assert.Equal("99/14/85/0", await portal.CountersAsync("E4"));
    }

    [Fact]
    public async Task Uploaded_text_is_encrypted_and_purged_after_30_days()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.ImportAsync(client, Files.Of([2020010102d, "某人甲", "通过", null], Files.Student(101)));
        var address = client.Page.Url.AbsolutePath;
        var id = client.Page.Url.Segments[^1];
        Assert.All(
            await portal.Database.QueryAsync<string>("select content from toolkit_import_part where import_id = @id", new { id }),
            secret => Assert.DoesNotContain("2020010102", secret, StringComparison.Ordinal));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_import_file"));

        await portal.Database.ExecuteAsync("update toolkit_import set at = '2020-01-01 00:00:00' where id = @id", new { id });
        await portal.PurgeAsync();
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_import_part where import_id = @id", new { id }));
        await client.OpenAsync(address);
        Assert.Contains("已清除", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(1, new ImportPage(client.Page).Imported);
    }

    [Fact]
    [Trait("Case", "clearance:A4")]
    public async Task A_step_that_wants_a_reason_rejects_a_failure_without_one()
    {
        var stepId = await portal.StepIdAsync("E4");
        await portal.Database.ExecuteAsync("update graduationclearance_step set remark_required_on_fail = 1 where id = @stepId", new { stepId });
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, Files.Of(Files.Student(101, "未通过"), Files.Student(102, "未通过", "欠书")));
        await portal.Database.ExecuteAsync("update graduationclearance_step set remark_required_on_fail = 0 where id = @stepId", new { stepId });
        Assert.Equal([(2, "备注", "请填写不通过原因")], preview.Errors);
        Assert.Equal(1, preview.Importable);
    }

    private Task<int> MoveAdministratorAsync(string from, string to) => portal.Database.ExecuteAsync(
        """
        update organisation_post
        set unit_id = (select id from organisation_unit where name = @to)
        where unit_id = (select id from organisation_unit where name = @from)
          and person_id = (select id from organisation_person where account = 'admin')
        """,
        new { from, to });

    private Task<int> SetSchemeStatusAsync(int status) =>
        portal.Database.ExecuteAsync("update graduationclearance_scheme set status = @status where id = @SchemeId", new { status, portal.SchemeId });
}

public sealed class ImportFlowOnSqlite(ImportFixture<Sqlite> portal) : ImportFlowTests<Sqlite>(portal);

public sealed class ImportFlowOnMariaDb(ImportFixture<MariaDb> portal) : ImportFlowTests<MariaDb>(portal);
