using System.Net;
using Portal.RegistryTransfer.Tests.Imports;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Students;

public sealed class SqliteStudentPagesTests(TransferFixture<Sqlite> portal) : StudentPagesTests<Sqlite>(portal);

public sealed class MariaDbStudentPagesTests(TransferFixture<MariaDb> portal) : StudentPagesTests<MariaDb>(portal);

public abstract class StudentPagesTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Root = "/registrytransfer/students";

    [Fact]
    public async Task A_school_lists_its_own_students_with_masked_numbers_and_finds_one_by_number()
    {
        using var school = await portal.SignInAsync("sb");
        var list = await school.OpenAsync(Root);
        Assert.Contains("张示例", list.Text, StringComparison.Ordinal);
        Assert.Contains("4499************32", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王示例", list.Text, StringComparison.Ordinal);
        Assert.Equal(["李示例"], (await school.OpenAsync($"{Root}?grade=J3")).TextsOf("tbody th"));
        Assert.Equal(["赵示例"], (await BlockedAsync(school, "赵")).TextsOf("tbody th"));
        Assert.Empty((await BlockedAsync(school, "张")).TextsOf("tbody th"));
        Assert.DoesNotContain("sought", school.Page.Url.Query, StringComparison.Ordinal);
        var found = await school.SubmitAsync("#find", new { sought = "ｇ449901201503120132" });
        Assert.EndsWith($"/details/{await portal.StudentIdAsync("G449901201503120132")}", found.Url.AbsolutePath, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("没有在办业务", found.Text, StringComparison.Ordinal);
        (await school.GetAsync($"{Root}/details/{await portal.StudentIdAsync("L449901201608200421")}")).Expect(HttpStatusCode.NotFound);
        await school.OpenAsync(Root);
        Assert.Contains("本单位没有这个学籍号", (await school.SubmitAsync("#find", new { sought = "L449901201608200421" })).Text, StringComparison.Ordinal);

        await school.OpenAsync(Root);
        var file = await school.SubmitAsync("#export");
        var cells = SheetText.Read(file.Content);
        Assert.Contains("4499************32", cells);
        Assert.DoesNotContain("449901201503120132", cells);
    }

    [Fact]
    public async Task A_student_is_registered_corrected_and_kept_from_doubles()
    {
        using var school = await portal.SignInAsync("sa");
        await school.OpenAsync($"{Root}/edit");
        var form = New("G119901201601010010", "钱示例", "119901201601010010", "2016-01-01");
        var wrong = await school.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?>(form) { ["Form.Number"] = "G119901201601010011" });
        Assert.Contains("校验位", wrong.Text, StringComparison.Ordinal);
        var other = await school.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?>(form) { ["Form.BirthDate"] = "2016-01-02" });
        Assert.Contains("出生日期与身份证号不一致", other.Text, StringComparison.Ordinal);
        foreach (var name in new[] { "<script>", "=1+1", "钱@示例", "钱，示例" })
            Assert.Contains("姓名中不能有空格、符号等特殊字符", (await school.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?>(form) { ["Form.Name"] = name })).Text, StringComparison.Ordinal);
        var made = await school.SubmitAsync("form:has(#Form_Name)", form);
        Assert.Contains("1199************10", made.Text, StringComparison.Ordinal);

        await school.OpenAsync($"{Root}/edit");
        Assert.Contains("已有学生使用", (await school.SubmitAsync("form:has(#Form_Name)", form)).Text, StringComparison.Ordinal);
        var twin = await school.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?>(form) { ["Form.Number"] = "L119901201601011234" });
        Assert.Contains("已登记在另一名学生名下", twin.Text, StringComparison.Ordinal);

        var id = await portal.StudentIdAsync("G119901201601010010");
        await school.OpenAsync($"{Root}/edit?id={id}");
        using var second = await portal.SignInAsync("sa");
        await second.OpenAsync($"{Root}/edit?id={id}");
        await school.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.ClassNo"] = "3", ["Form.Boarding"] = "2" });
        Assert.Contains("住校", school.Page.Text, StringComparison.Ordinal);
        var stale = await second.SubmitAsync("form:has(#Form_Name)", new Dictionary<string, object?> { ["Form.ClassNo"] = "4" });
        Assert.Contains("班级", stale.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.DoesNotContain("119901201601010010", await portal.Database.ScalarAsync<string>(
            "select group_concat(coalesce(after_json, '')) from portal_audit where subject = @subject", new { subject = $"student:{id}" }) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspension_and_return_are_dated_told_and_kept_in_the_history()
    {
        using var school = await portal.SignInAsync("sc");
        var id = await portal.StudentIdAsync("G519901201309080315");
        await school.OpenAsync($"{Root}/change?id={id}");
        var future = await school.SubmitAsync("form:has(#Change)", new { Change = "suspend", On = "2026-03-11", Reason = "因病" });
        Assert.Contains("不晚于今天", future.Text, StringComparison.Ordinal);
        using var second = await portal.SignInAsync("sc");
        await second.OpenAsync($"{Root}/change?id={id}");
        var changed = await school.SubmitAsync("form:has(#Change)", new { Change = "suspend", On = "2026-03-10", Reason = "因病" });
        Assert.Contains("学籍状态是休学（转出校验 2002）", changed.Text, StringComparison.Ordinal);
        Assert.Contains("正常在校 → 休学", changed.Text, StringComparison.Ordinal);
        var stale = await second.SubmitAsync("form:has(#Change)", new { Change = "leave", On = "2026-03-10", Reason = "搬家" });
        Assert.Contains("已被其他人修改", stale.Text, StringComparison.Ordinal);
        Assert.Null(stale.TryFind("option[value=graduate]"));
        await school.OpenAsync($"{Root}/change?id={id}");
        await school.SubmitAsync("form:has(#Change)", new { Change = "resume", On = "2026-03-10", Reason = "病愈" });
        Assert.Contains("没有在办业务", school.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grade_is_skipped_and_repeated_with_a_reason_and_only_within_the_stage()
    {
        using var school = await portal.SignInAsync("sc");
        var id = await portal.StudentIdAsync("G519901201309080315");
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set grade = 'J2' where student_id = @id", new { id });
        await school.OpenAsync($"{Root}/change?id={id}");
        await school.SubmitAsync("form:has(#Change)", new { Change = "skip", On = "2026-03-10", Reason = "学业优异" });
        Assert.Contains("初中二年级 → 初中三年级", school.Page.Text, StringComparison.Ordinal);
        Assert.Equal("J3", await portal.Database.ScalarAsync<string>("select grade from registrytransfer_enrolment where student_id = @id", new { id }));
        Assert.Null((await school.OpenAsync($"{Root}/change?id={id}")).TryFind("option[value=skip]"));
        foreach (var _ in new[] { 2, 1 })
        {
            await school.OpenAsync($"{Root}/change?id={id}");
            await school.SubmitAsync("form:has(#Change)", new { Change = "repeat", On = "2026-03-10", Reason = "因病缺课" });
        }

        Assert.Null((await school.OpenAsync($"{Root}/change?id={id}")).TryFind("option[value=repeat]"));
        await portal.Database.ExecuteAsync("update registrytransfer_enrolment set grade = 'J1' where student_id = @id", new { id });
    }

    [Fact]
    public async Task A_list_begins_with_primary_school_and_turns_its_pages_in_that_order()
    {
        using var school = await portal.SignInAsync("sb");
        var list = await school.OpenAsync(Root);
        Assert.Equal("李示例", list.TextsOf("tbody th")[^1]);
        var last = await portal.Database.ScalarAsync<long>("select id from registrytransfer_enrolment where student_id = @id", new { id = await portal.StudentIdAsync("G449901201503120132") });
        Assert.Contains("李示例", (await school.OpenAsync($"{Root}?after=P5-{last}")).TextsOf("tbody th"));
        Assert.DoesNotContain("李示例", (await school.OpenAsync($"{Root}?before=J1-0")).TextsOf("tbody th"));
    }

    [Fact]
    public async Task A_graduate_leaves_with_an_ended_enrolment()
    {
        using var school = await portal.SignInAsync("sc");
        var id = await portal.StudentIdAsync("G519901201108170066");
        await school.OpenAsync($"{Root}/change?id={id}");
        await school.SubmitAsync("form:has(#Change)", new { Change = "graduate", On = "2026-03-10", Reason = "按期毕业" });
        Assert.Equal(5, await portal.Database.ScalarAsync<int>("select status from registrytransfer_enrolment where student_id = @id", new { id }));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_enrolment where active_student_id = @id", new { id }));
        Assert.Contains("毕业", (await school.OpenAsync($"{Root}?status=Graduated")).Text, StringComparison.Ordinal);
        (await school.GetAsync($"{Root}/edit?id={id}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Case", "transfer:30")]
    public async Task A_temporary_number_becomes_a_formal_one_and_both_lead_to_the_student()
    {
        using var school = await portal.SignInAsync("se");
        var id = await portal.StudentIdAsync("L449901201608200421");
        await school.OpenAsync($"{Root}/number?id={id}");
        var wrong = await school.SubmitAsync("form:has(#IdNumber)", new { IdNumber = "449901201608200421" });
        Assert.Contains("校验位", wrong.Text, StringComparison.Ordinal);
        var issued = await school.SubmitAsync("form:has(#IdNumber)", new { IdNumber = "44990120160820042x" });
        Assert.Contains("G44990120160820042X", issued.TextOf("dl.facts"), StringComparison.Ordinal);
        Assert.Contains("L449901201608200421", issued.Text, StringComparison.Ordinal);
        Assert.Equal(id, await portal.StudentIdAsync("G44990120160820042X"));
        foreach (var number in new[] { "L449901201608200421", "G44990120160820042X" })
        {
            await school.OpenAsync(Root);
            Assert.Contains("王示例", (await school.SubmitAsync("#find", new { sought = number })).TextOf("h1"), StringComparison.Ordinal);
        }

        await school.OpenAsync($"{Root}/number?id={id}");
        Assert.Contains("已有正式学籍号", (await school.SubmitAsync("form:has(#IdNumber)", new { IdNumber = "44990120160820042X" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bureau_clears_a_problem_record_by_proof_and_flags_another()
    {
        using var bureau = await portal.SignInAsync("u4499");
        var list = await bureau.OpenAsync(Root);
        Assert.Equal(["赵示例"], list.TextsOf("tbody th"));
        var id = await portal.StudentIdAsync("G449901201409200179");
        await bureau.OpenAsync($"{Root}/problem?id={id}");
        Assert.Contains("请选择处理方式", (await bureau.SubmitAsync("form:has(#Note)", new { Note = "出生医学证明" })).Text, StringComparison.Ordinal);
        await bureau.SubmitAsync("form:has(#Note)", new { Method = "佐证", Note = "出生医学证明" });
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select problem from registrytransfer_student where id = @id", new { id }));
        Assert.Contains("问题学籍处理（佐证）", bureau.Page.Text, StringComparison.Ordinal);
        await bureau.OpenAsync($"{Root}/problem?id={id}");
        await bureau.SubmitAsync("form:has(#Note)", new { Flag = "NameMismatch", Note = "姓名待核实" });
        Assert.Contains("转出校验 2003", bureau.Page.Text, StringComparison.Ordinal);
        using var foreign = await portal.SignInAsync("u119901");
        (await foreign.GetAsync($"{Root}/problem?id={id}")).Expect(HttpStatusCode.NotFound);
        using var school = await portal.SignInAsync("sb");
        (await school.GetAsync($"{Root}/problem?id={id}")).Expect(HttpStatusCode.Forbidden);
        await bureau.OpenAsync($"{Root}/problem?id={id}");
        await bureau.SubmitAsync("form:has(#Note)", new { Method = "变更", Name = "赵示例", Note = "恢复" });
        await bureau.OpenAsync($"{Root}/problem?id={id}");
        await bureau.SubmitAsync("form:has(#Note)", new { Flag = "DuplicateIdNumber", Note = "恢复原状" });
    }

    private static Dictionary<string, object?> New(string number, string name, string id, string birthDate) => new()
    {
        ["Form.Number"] = number, ["Form.Name"] = name, ["Form.Gender"] = "1", ["Form.BirthDate"] = birthDate, ["Form.IdNumber"] = id,
        ["Form.Grade"] = "P4", ["Form.ClassNo"] = "1", ["Form.EntryOn"] = "2022-09-01",
    };

    private static async Task<PortalPage> BlockedAsync(PortalClient client, string name)
    {
        await client.OpenAsync($"{Root}?blocked=true");
        return await client.SubmitAsync("#find", new { sought = name });
    }
}
