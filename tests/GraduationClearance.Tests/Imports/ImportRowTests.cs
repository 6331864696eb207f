using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>R01 to R12: the checks of single rows in their order, over HTTP.</summary>
public abstract class ImportRowTests<TDialect>(ImportFixture<TDialect> portal) : IClassFixture<ImportFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(RowCases.Strict), MemberType = typeof(RowCases))]
    [Trait("Case", "clearance:R01")]
    [Trait("Case", "clearance:R02")]
    [Trait("Case", "clearance:R03")]
    [Trait("Case", "clearance:R04")]
    [Trait("Case", "clearance:R05")]
    [Trait("Case", "clearance:R07")]
    [Trait("Case", "clearance:R08")]
    [Trait("Case", "clearance:R09")]
    public async Task A_bad_row_is_rejected_with_its_column_and_reason(object? key, string? name, string? result, string field, string reason)
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, Files.Of([key, name, result, null]));
        Assert.Equal([(2, field, reason)], preview.Errors);
        Assert.Null(client.Page.TryFind("main form:not([action*='handler=Errors']) button"));
        Assert.Equal(0, await portal.LogRowsAsync());
    }

    [Theory]
    [MemberData(nameof(RowCases.Cleaned), MemberType = typeof(RowCases))]
    [Trait("Case", "clearance:R02")]
    [Trait("Case", "clearance:R04")]
    [Trait("Case", "clearance:R05")]
    [Trait("Case", "clearance:R09")]
    public async Task Cleaning_mends_what_can_be_mended_and_lists_the_row(object? key, string name, string result, string studentNo, int status)
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, Files.Of([key, name, result, null]), clean: true);
        Assert.Equal((1, 1, 0), (preview.Importable, preview.Cleaned, preview.Rejected));
        await client.FollowAsync("a[href*='list=Cleaned']");
        Assert.Contains("已清洗", Assert.Single(client.Page.Rows())[5], StringComparison.Ordinal);
        Assert.Equal(1, (await portal.ApplyAsync(client)).Imported);
        Assert.Equal((status, ""), await portal.DecisionAsync(studentNo, "E4"));
    }

    [Theory]
    [MemberData(nameof(RowCases.StillRejected), MemberType = typeof(RowCases))]
    [Trait("Case", "clearance:R01")]
    [Trait("Case", "clearance:R03")]
    public async Task Cleaning_does_not_invent_a_number(object? key, string reason)
    {
        using var client = await portal.OpenAsync("op1");
        Assert.Equal(reason, (await portal.CheckAsync(client, Files.Of([key, "张思", "通过", null]), clean: true)).Reason);
    }

    [Fact]
    [Trait("Case", "clearance:R06")]
    public async Task Every_row_of_a_repeated_key_is_rejected_and_names_the_others()
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(
            client,
            Files.Of(Files.Student(101), Files.Student(102), Files.Student(103), Files.Student(106), Files.Student(104), Files.Student(105), Files.Student(107), Files.Student(106)));
        Assert.Equal([(5, "学号", "与第9行重复"), (9, "学号", "与第5行重复")], preview.Errors);
        Assert.Equal(6, preview.Importable);
    }

    [Fact]
    [Trait("Case", "clearance:R06")]
    public async Task Text_and_number_of_one_student_are_the_same_key()
    {
        using var client = await portal.OpenAsync("op1");
        object?[][] rows = [Files.Student(106), ["2020010106", "周思", "未通过", null], ["　2020010106", "吴思", "通过", null]];
        Assert.Equal(
            ["与第3、4行重复", "学号应为数字值，不能为文本型", "第4行 学号含空格/回车等特殊字符"],
            (await portal.CheckAsync(client, Files.Of(rows))).Errors.Select(error => error.Reason));
        Assert.Equal(
            ["与第3、4行重复", "与第2、4行重复", "与第2、3行重复"],
            (await portal.CheckAsync(client, Files.Of(rows), clean: true)).Errors.Select(error => error.Reason));
    }

    [Fact]
    [Trait("Case", "clearance:R06")]
    public async Task A_repeated_id_card_number_is_rejected_in_every_row_whomever_it_names()
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(
            client,
            Files.Of(["110101199701010002", "李思", "通过", null], ["110101199701010003", "王思", "通过", null], ["110101199701010002", "赵思", "通过", null]),
            match: "IdCard");
        Assert.Equal([(2, "身份证号", "与第4行重复"), (4, "身份证号", "与第2行重复")], preview.Errors);
    }

    [Fact]
    [Trait("Case", "clearance:R08")]
    public async Task A_student_of_another_unit_stays_unnamed()
    {
        using var client = await portal.OpenAsync("op1");
        var name = await portal.Database.ScalarAsync<string>("select name from graduationclearance_student where student_no = '2020020201'");
        var preview = await portal.CheckAsync(client, Files.Of([2020020201d, "某某", "通过", null], [2020010101d, "某某", "通过", null]));
        Assert.Equal(["不在您的办理范围", "姓名不符"], preview.Errors.Select(error => error.Reason));
        Assert.DoesNotContain(name, client.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("张思", client.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "clearance:R10")]
    public async Task The_later_step_is_imported_only_after_the_earlier_one()
    {
        using var client = await portal.OpenAsync("op1");
        var file = Files.Of(Files.Student(101), Files.Student(102, "未通过"));
        var early = await portal.CheckAsync(client, file, step: "E5");
        Assert.Equal([(2, "办理结果", "前置环节未通过，请按环节顺序导入（培养单位学工审核）")], early.Errors);
        Assert.Equal(1, early.Importable);
        Assert.Equal(2, (await portal.ImportAsync(client, Files.Of(Files.Student(101), Files.Student(102)))).Imported);
        Assert.Equal(2, (await portal.ImportAsync(client, file, step: "E5")).Imported);
        Assert.Equal("99/1/97/1", await portal.CountersAsync("E5"));
    }

    [Fact]
    [Trait("Case", "clearance:R10")]
    public async Task A_step_that_does_not_apply_is_refused()
    {
        using var client = await portal.OpenAsync("hukou1");
        var preview = await portal.CheckAsync(client, Files.Of(Files.Student(101), Files.Student(105)), step: "E7");
        Assert.Equal([(2, "学号", "该生无需办理")], preview.Errors);
        Assert.Equal(1, preview.Importable);
    }

    [Fact]
    [Trait("Case", "clearance:R11")]
    [Trait("Case", "clearance:A12")]
    public async Task A_passed_student_must_be_revoked_first_and_a_failed_one_may_pass()
    {
        using var client = await portal.OpenAsync("op1");
        await portal.ImportAsync(client, Files.Of(Files.Student(101), Files.Student(102, "未通过", "欠书"), Files.Student(103)));
        var second = await portal.ImportAsync(client, Files.Of(Files.Student(101, "未通过"), Files.Student(102), Files.Student(103)));
        Assert.Equal((1, 1, 1), (second.Imported, second.Unchanged, second.Rejected));
        Assert.Equal([(2, "办理结果", "已通过，需先撤销")], second.Errors);
        Assert.Equal((1, ""), await portal.DecisionAsync("2020010102", "E4"));
        Assert.Equal(4, await portal.LogRowsAsync());
    }

    [Fact]
    [Trait("Case", "clearance:R12")]
    public async Task A_removed_student_is_rejected_with_the_reason()
    {
        await portal.Database.ExecuteAsync("update graduationclearance_student set status = 1, removed_reason = '延毕' where student_no = '2020010103'");
        using var client = await portal.OpenAsync("op1");
        Assert.Equal("该生已移出本方案（延毕）", (await portal.CheckAsync(client, Files.Of(Files.Student(103)))).Reason);
    }

    [Fact]
    [Trait("Case", "clearance:R07")]
    public async Task Id_card_numbers_match_by_text_with_a_small_x_too_and_never_by_number()
    {
        await portal.Database.ExecuteAsync("update graduationclearance_student set id_card_hash = null where student_no = '2020010104'");
        await SetIdCardAsync("2020010104", "11010119970101004X");
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(
            client,
            SheetFile.Write(["身份证号", "姓名", "办理结果"], ["110101199601010001", "张思", "通过"], ["11010119970101004x", "赵思", "通过"], [110101199701010003d, "王思", "通过"], ["110101199701019999", "王思", "通过"]),
            match: "IdCard");
        Assert.Equal(
            [(4, "身份证号", "身份证号为数值型，末位已失真，请改为文本"), (5, "身份证号", "身份证号不存在或不在本方案")], preview.Errors);
        Assert.Contains("110101********9999", client.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("110101199701019999", client.Page.Html, StringComparison.Ordinal);
        Assert.Equal(2, (await portal.ApplyAsync(client)).Imported);
        Assert.Equal(1, (await portal.DecisionAsync("2020010104", "E4")).Status);
    }

    private async Task SetIdCardAsync(string studentNo, string number)
    {
        var secrets = (Portal.Data.ISecretText)portal.Services.GetService(typeof(Portal.Data.ISecretText))!;
        await portal.Database.ExecuteAsync("update graduationclearance_student set id_card_hash = @hash where student_no = @studentNo", new { studentNo, hash = secrets.Hash(number) });
    }
}

public sealed class ImportRowsOnSqlite(ImportFixture<Sqlite> portal) : ImportRowTests<Sqlite>(portal);

public sealed class ImportRowsOnMariaDb(ImportFixture<MariaDb> portal) : ImportRowTests<MariaDb>(portal);
