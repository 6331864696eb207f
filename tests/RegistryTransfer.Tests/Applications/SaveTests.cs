using Portal.RegistryTransfer.Model;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class SqliteSaveTests(TransferFixture<Sqlite> portal) : SaveTests<Sqlite>(portal);

public sealed class MariaDbSaveTests(TransferFixture<MariaDb> portal) : SaveTests<MariaDb>(portal);

public abstract class SaveTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Zhang = "G449901201503120132";

    public Task InitializeAsync() => portal.EndApplicationsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "transfer:4")]
    public async Task Saving_starts_the_application_with_its_material_and_ten_working_days()
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        await client.SaveAsync(new() { ["Form.ReasonText"] = "父母工作调动" });
        var row = await LastAsync();
        Assert.Equal(((int)ApplicationStatus.PendingInSchool, "转入学校核办", "P5", "P5"), (row.Status, row.StepLabel, row.InGrade, row.OutGrade));
        Assert.Equal(await portal.SchoolIdAsync("2111990101"), row.WaitingUnitId);
        Assert.Equal(new DateTime(2026, 3, 24, 16, 0, 0), row.DueAt);
        Assert.Equal(row.StudentId, row.OpenStudentId);
        Assert.NotNull(row.ReviewId);
        Assert.EndsWith($"/registrytransfer/query/transfer/{row.Id}", client.Page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync($"toolkit_attachment where owner_id = {row.Id}"));
        Assert.Equal(1, await CountAsync($"portal_audit where subject = 'application:{row.Id}'"));

        // SA, its bureau and province; SB, the city and the province above it.
        Assert.Equal(6, await CountAsync($"registrytransfer_application_unit where application_id = {row.Id} and is_open = 1"));
    }

    [Theory]
    [Trait("Case", "transfer:8")]
    [InlineData("P6")]
    [InlineData("P4")]
    public async Task Another_grade_is_refused_beside_its_field_and_nothing_typed_is_lost(string grade)
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        var page = await client.SaveAsync(new() { ["Form.InGrade"] = grade, ["Form.InClass"] = "3班" });
        page.Expect(422);
        Assert.Contains("转学不得变更就读年级", page.TextOf(".invalid-feedback:not(:empty)"), StringComparison.Ordinal);
        Assert.Equal("3班", page.Find("[name='Form.InClass']").GetAttribute("value"));
        Assert.Contains("说明.pdf", page.TextOf(".attachment-list"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("registrytransfer_application where open_student_id is not null"));
    }

    [Theory]
    [InlineData("se", "张示例", Zhang, "SAME_PROVINCE")]
    [InlineData("sa", "赵示例", "G449901201409200179", "CHECK_2003")]
    [InlineData("sa", "周示例", "G11990120151020002X", "SAME_PROVINCE")]
    [InlineData("sc", "周示例", "G11990120151020002X", "STATUS_NOT_ALLOWED")]
    [InlineData("sa", "孙示例", "G519901201108170066", "GRADE_MISMATCH")]
    [Trait("Case", "transfer:9")]
    [Trait("Case", "transfer:10")]
    public async Task What_cannot_be_saved_is_told_in_plain_words_before_anything_is_typed(string account, string name, string number, string code)
    {
        using var client = await portal.SignInAsync(account);
        var page = await client.SearchAsync(name, number);
        Assert.Equal(code, page.Find(".alert-warning[data-code]").GetAttribute("data-code"));
        Assert.Null(page.TryFind(ApplyingClient.SaveForm));
    }

    [Fact]
    [Trait("Case", "transfer:10")]
    public async Task What_changed_since_the_form_was_shown_is_refused_at_the_save()
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        await portal.Database.ExecuteAsync("update registrytransfer_student set problem = 1 where number = @Zhang", new { Zhang });
        try
        {
            var page = await client.SaveAsync();
            page.Expect(422);
            Assert.Contains("2003", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            await portal.Database.ExecuteAsync("update registrytransfer_student set problem = 0 where number = @Zhang", new { Zhang });
        }
    }

    [Fact]
    [Trait("Case", "transfer:11")]
    public async Task While_one_application_is_open_no_second_starts_and_no_school_is_named()
    {
        using var sa = await portal.SignInAsync("sa");
        using var sc = await portal.SignInAsync("sc");
        await sc.SearchAsync("张示例", Zhang);
        await sa.ApplyAsync("张示例", Zhang);
        (await sc.SaveAsync()).Expect(409);
        Assert.Contains("2002", sc.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("北京市示例区小学", sc.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("示例市实验学校", sc.Page.Html, StringComparison.Ordinal);
        Assert.Equal("CHECK_2002", (await sa.SearchAsync("张示例", Zhang)).Find("[data-code]").GetAttribute("data-code"));
        Assert.Equal(1, await CountAsync("registrytransfer_application where open_student_id is not null"));
    }

    [Fact]
    [Trait("Case", "transfer:13")]
    public async Task The_same_save_replayed_leads_to_the_same_application()
    {
        using var client = await portal.SignInAsync("sa");
        var form = await client.SearchAsync("张示例", Zhang);
        var key = form.Find("[name=RequestKey]").GetAttribute("value");
        await client.SaveAsync();
        var first = client.Page.Url;
        await client.SearchAsync("王示例", "L449901201608200421");
        await client.SaveAsync(new() { ["RequestKey"] = key, ["Name"] = "张示例", ["Number"] = Zhang });
        Assert.Equal(first, client.Page.Url);
        Assert.Equal(1, await CountAsync("registrytransfer_application where open_student_id is not null"));
    }

    [Fact]
    public async Task A_request_key_that_is_too_long_is_told_and_replaced()
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        (await client.SaveAsync(new() { ["RequestKey"] = new string('k', 65) })).Expect(422);
        Assert.Contains("提交标识超过 64 个字符", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(32, client.Page.Find("[name=RequestKey]").GetAttribute("value")!.Length);
        Assert.Equal(0, await CountAsync("registrytransfer_application where open_student_id is not null"));
        (await client.SaveAsync()).Expect(200);
        Assert.Equal(1, await CountAsync("registrytransfer_application where open_student_id is not null"));
    }

    [Fact]
    [Trait("Case", "transfer:33")]
    public async Task A_school_without_a_bureau_is_told_at_the_save()
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 0 where region_code = '119901'");
        try
        {
            (await client.SaveAsync()).Expect(422);
            Assert.Contains("学校未配置学籍主管部门", client.Page.Text, StringComparison.Ordinal);
            Assert.Equal("随父母工作调动", client.Page.TextOf("textarea"));
            Assert.Contains("说明.pdf", client.Page.TextOf(".attachment-list"), StringComparison.Ordinal);
            Assert.Equal(0, await CountAsync("registrytransfer_application where open_student_id is not null"));
        }
        finally
        {
            await portal.Database.ExecuteAsync("update registrytransfer_bureau set is_active = 1");
        }
    }

    [Fact]
    [Trait("Case", "transfer:36")]
    public async Task Markup_and_formulas_in_the_reason_stay_text()
    {
        const string reason = "<script>alert(1)</script>=HYPERLINK(\"x\")";
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        var page = await client.SaveAsync(new() { ["Form.InGrade"] = "P4", ["Form.ReasonText"] = reason });
        Assert.Equal(reason, page.Find("textarea").TextContent.Trim());
        Assert.DoesNotContain("<script>alert(1)", page.Html, StringComparison.Ordinal);
        await client.SaveAsync(new() { ["Form.InGrade"] = "P5", ["Form.ReasonText"] = reason });
        Assert.Equal(reason, (await LastAsync()).Reason);
    }

    private async Task<Row> LastAsync() => (await portal.Database.QueryAsync<Row>(
        """
        select id, status, step_label, in_grade, out_grade, waiting_unit_id, due_at, student_id, open_student_id, review_id, reason
        from registrytransfer_application
        order by id desc
        limit 1
        """))[0];

    private Task<long> CountAsync(string from) => portal.Database.ScalarAsync<long>($"select count(*) from {from}");

    private sealed record Row
    {
        public long Id { get; init; }

        public int Status { get; init; }

        public string StepLabel { get; init; } = "";

        public string InGrade { get; init; } = "";

        public string OutGrade { get; init; } = "";

        public long? WaitingUnitId { get; init; }

        public DateTime? DueAt { get; init; }

        public long StudentId { get; init; }

        public long? OpenStudentId { get; init; }

        public long? ReviewId { get; init; }

        public string Reason { get; init; } = "";
    }
}
