using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteGrantTests(CaseFixture<Sqlite> portal) : GrantTests<Sqlite>(portal);

public sealed class MariaDbGrantTests(CaseFixture<MariaDb> portal) : GrantTests<MariaDb>(portal);

[Trait("Case", "exchange:24")]
public abstract class GrantTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_student_gets_one_grant_for_a_programme()
    {
        var student = await GrantedAsync("s1", "AAO");
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = 'exchange.grant' and state = 'active' and data like @like", new { like = $"%{student}%" }));
        var second = await Assert.ThrowsAsync<RefusedException>(() => GrantAsync("stu1", student, "STU", "3000"));
        Assert.Contains("只能资助一次（第九条三4", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_applies_anew_after_a_paid_grant_gets_no_second_one()
    {
        var programme = await portal.ProgrammeAsync();
        var first = await portal.AppliedAsync("s2", programme);
        var grant = await GrantAsync("stu1", first, "STU", "2000");
        await portal.As("stu1").SubmitAsync(grant.Id);
        await portal.As("stu1").MoveAsync(grant.Id, "pay", ("paidOn", "2026-03-02"));
        await portal.As("s2").MoveForAsync(first, "cancel", "改期");
        var again = await portal.AppliedAsync("s2", programme);
        await Assert.ThrowsAsync<RefusedException>(() => GrantAsync("stu1", again, "STU", "2000"));
    }

    [Fact]
    public async Task Only_the_office_that_owns_the_programme_grants()
    {
        var student = await portal.AppliedAsync("s3", await portal.ProgrammeAsync("AAO"));
        var wrong = await Assert.ThrowsAsync<RefusedException>(() => GrantAsync("stu1", student, "STU", "3000"));
        Assert.Contains("由教务处资助", wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RecordForbiddenException>(() => GrantAsync("stu1", student, "AAO", "3000"));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => GrantAsync("ieo1", student, "AAO", "3000"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("10.005")]
    public async Task An_amount_that_is_none_is_refused_beside_its_field(string amount)
    {
        var student = await portal.AppliedAsync("s4", await portal.ProgrammeAsync());
        var refused = await Assert.ThrowsAsync<RecordInvalidException>(() => GrantAsync("stu1", student, "STU", amount));
        Assert.Equal(["amount"], refused.Errors.Keys);
    }

    [Fact]
    public async Task The_office_that_owns_the_programme_begins_the_grant_on_the_page_of_the_student()
    {
        var student = await portal.AppliedAsync("s5", await portal.ProgrammeAsync("AAO"));
        var address = $"/workbench/records/{OutboundCases.Student}/{student}";
        using var students = await portal.SignInAsync("stu1");
        Assert.Null((await students.OpenAsync(address)).TryFind("a[href*='exchange.grant/new?outbound'][href*='source']"));
        using var academic = await portal.SignInAsync("aao1");
        await academic.OpenAsync((await academic.OpenAsync(address)).Find("a[href*='exchange.grant/new?outbound'][href*='source']").GetAttribute("href")!);
        Assert.StartsWith($"{await portal.NoAsync(student)} ", academic.Page.Find("#outbound").GetAttribute("value"), StringComparison.Ordinal);
        foreach (var (amount, told) in new[] { ("-1", "金额（元）不能为负"), ("abc", "金额（元）须为金额") })
        {
            var refused = await academic.SubmitAsync("#record-form", new Dictionary<string, string> { ["amount"] = amount });
            Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(told, refused.TextOf("#amount-hint"), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = 'exchange.grant' and data like @like", new { like = $"%{student}%" }));
        (await academic.SubmitAsync("#record-form", new Dictionary<string, string> { ["amount"] = "5000" })).Expect(200);
    }

    private async Task<long> GrantedAsync(string account, string owner)
    {
        var student = await portal.AppliedAsync(account, await portal.ProgrammeAsync(owner));
        await portal.As("aao1").SubmitAsync((await GrantAsync("aao1", student, owner, "5000")).Id);
        return student;
    }

    private async Task<RecordView> GrantAsync(string account, long student, string source, string amount) =>
        await portal.As(account).CreateAsync(OutboundCases.Grant, ("outbound", await portal.NoAsync(student)), ("source", source), ("amount", amount));
}
