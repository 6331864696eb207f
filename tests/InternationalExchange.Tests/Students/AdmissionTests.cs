using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteAdmissionTests(CaseFixture<Sqlite> portal) : AdmissionTests<Sqlite>(portal);

public sealed class MariaDbAdmissionTests(CaseFixture<MariaDb> portal) : AdmissionTests<MariaDb>(portal);

public abstract class AdmissionTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:31")]
    public async Task A_college_admits_nobody_but_may_say_a_word()
    {
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").CreateAsync(StudentCases.Student, StudentCases.Typed("Nobody", "X1")));
        var student = await portal.As("sie1").SubmitNewAsync(StudentCases.Student, StudentCases.Typed("Nguyen An", "C1234567"));
        await portal.As("colA1").CommentAsync(student.Id, "汉语基础较好，建议录取");
        Assert.Equal("汉语基础较好，建议录取", await portal.Database.ScalarAsync<string>("select text from toolkit_record_event where record_id = @Id and kind = 'Comment'", new { student.Id }));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").CommentAsync(student.Id, "别的学院"));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveAsync(student.Id, "admit", ("admissionNo", "L1")));
    }

    [Fact]
    public async Task A_passport_is_kept_in_one_form_and_belongs_to_one_student()
    {
        var first = await portal.As("sie1").CreateAsync(StudentCases.Student, StudentCases.Typed("Le Binh", " ｅ7654321 "));
        Assert.Equal("E7654321", first["passportNo"]);
        foreach (var typed in new[] { "E7654321", "e7654321", "Ｅ７６５４３２１", "　E7654321　" })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("sie1").CreateAsync(StudentCases.Student, StudentCases.Typed("Le Chi", typed)));
            Assert.StartsWith("这个护照号已登记", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_stored_passport_is_no_plain_text()
    {
        var student = await portal.As("sie1").CreateAsync(StudentCases.Student, StudentCases.Typed("Tran Dung", "G9988776"));
        Assert.DoesNotContain("G9988776", await portal.Database.ScalarAsync<string>("select data from toolkit_record where id = @Id", new { student.Id }), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_key where record_id = @Id and value like '%G9988776%'", new { student.Id }));
    }

    [Fact]
    public async Task A_renewed_passport_is_entered_without_a_change_request()
    {
        var student = await portal.RegisteredAsync();
        var saved = await portal.As("sie1").SaveAsync(student, ("passportNo", "N5550001"), ("passportExpires", "2035-01-01"));
        Assert.Equal("N5550001", saved["passportNo"]);
        Assert.Equal(new DateTime(2035, 1, 1), (await portal.DueAsync(student, "passport"))!.Value.AddMinutes(-1).Date);
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("sie1").SaveAsync(student, ("name", "Somebody Else")));
    }

    [Fact]
    public async Task A_birth_that_lies_ahead_and_an_unknown_country_are_refused_beside_their_fields()
    {
        (string, string)[] typed = [("kind", "degree"), ("name", "A B"), ("nationality", "亚特兰蒂斯"), ("passportNo", "Q1"), ("passportExpires", "2030-01-01"), ("birthOn", "2030-01-01"), ("emergency", "x")];
        var refused = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("sie1").CreateAsync(StudentCases.Student, typed));
        Assert.Equal(["birthOn", "nationality"], refused.Errors.Keys.Order());
        Assert.Equal("出生日期不能晚于今天", refused.Errors["birthOn"]);
    }
}
