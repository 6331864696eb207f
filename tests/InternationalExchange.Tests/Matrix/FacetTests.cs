using Portal.InternationalExchange.Tests.Students;
using Portal.InternationalExchange.Tests.Trips;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Matrix;

public sealed class SqliteFacetTests(CaseFixture<Sqlite> portal) : FacetTests<Sqlite>(portal);

public sealed class MariaDbFacetTests(CaseFixture<MariaDb> portal) : FacetTests<MariaDb>(portal);

/// <summary>A row of the matrix with a condition, and a record of another unit, are not reached by way of what one may write.</summary>
public abstract class FacetTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Theory]
    [Trait("Case", "exchange:18")]
    [InlineData("ieo1", "official-passport", "private-passport")]
    [InlineData("org1", "private-passport", "official-passport")]
    public async Task A_document_does_not_change_hands_by_another_kind_in_its_draft(string account, string kind, string other)
    {
        var draft = await portal.As(account).CreateAsync(TripCases.Document, ("kind", kind), ("holder", "colA1"), ("rank", "middle"));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As(account).SaveAsync(draft.Id, ("kind", other)));
        Assert.Equal(kind, (await portal.FindAsync(draft.Id))["kind"]);
        await portal.As(account).SaveAsync(draft.Id, ("kind", kind == "official-passport" ? "official-hmt" : "private-tw"));
    }

    [Fact]
    [Trait("Case", "exchange:34")]
    public async Task The_office_makes_no_temporary_residence_certificate_out_of_a_permit()
    {
        var student = await portal.NoAsync(await portal.RegisteredAsync());
        var draft = await portal.As("ieo1").CreateAsync("exchange.immigration-doc", ("holderType", "student"), ("student", student), ("kind", "residence"), ("enteredOn", "2026-03-01"));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("ieo1").SaveAsync(draft.Id, ("kind", "temporary")));
    }

    [Theory]
    [InlineData("exchange.student-care", "daily")]
    [InlineData("exchange.student-reward", "expulsion")]
    public async Task A_college_writes_about_its_own_students_only(string type, string kind)
    {
        var student = await portal.NoAsync(await portal.RegisteredAsync());
        (string, string)[] typed = [("student", student), ("kind", kind), ("on", "2026-03-02"), ("note", "迟到"), ("facts", "迟到"), ("basis", "办法"), ("hearing", "无")];
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colB1").CreateAsync(type, typed));
        Assert.StartsWith("只能办理本单位的留学生", refused.Message, StringComparison.Ordinal);
        await portal.As("colA1").SubmitNewAsync(type, typed);
        await portal.As("stu1").SubmitNewAsync(type, typed);
    }

    [Fact]
    public async Task Nobody_begins_the_summary_of_another_units_trip()
    {
        var trip = await portal.NoAsync(await portal.PutAsync(TripCases.Trip, CaseFixture<TDialect>.College, "returned-home", "{}"));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colB1").CreateAsync(TripCases.Summary, ("trip", trip)));
        Assert.StartsWith("只能为本单位的出访提交总结", refused.Message, StringComparison.Ordinal);
        await portal.As("colA1").CreateAsync(TripCases.Summary, ("trip", trip));
    }

    [Fact]
    public async Task Academic_affairs_confirms_a_status_and_does_not_rewrite_the_student()
    {
        var student = await portal.RegisteredAsync();
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("aao1").SaveAsync(student, ("passportNo", "X1234567")));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").SaveAsync(student, ("major", "护理")));
        await portal.As("sie1").SaveAsync(student, ("major", "护理"));
        Assert.Equal("护理", (await portal.FindAsync(student))["major"]);
        using var office = await portal.SignInAsync("aao1");
        Assert.Null((await office.OpenAsync($"/workbench/records/{StudentCases.Student}/{student}")).TryFind("[name=passportNo]"));
    }

    [Fact]
    public async Task A_passport_is_the_same_with_hyphens_blanks_and_what_nobody_sees()
    {
        await portal.As("sie1").CreateAsync(StudentCases.Student, StudentCases.Typed("First", "QX 700-1234"));
        foreach (var number in new[] { "qx7001234", "QX\u200B7001234", "ＱＸ７００１２３４" })
            await Assert.ThrowsAsync<RefusedException>(() => portal.As("sie1").CreateAsync(StudentCases.Student, StudentCases.Typed("Second", number)));
        var invalid = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("sie1").CreateAsync(StudentCases.Student, StudentCases.Typed("Third", "\u0420X7001234")));
        Assert.Equal("证件号只能有字母和数字", invalid.Errors["passportNo"]);
    }
}
