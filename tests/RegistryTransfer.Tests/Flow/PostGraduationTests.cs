using Portal.RegistryTransfer.Model;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqlitePostGraduationTests(FlowFixture<Sqlite> portal) : PostGraduationTests<Sqlite>(portal);

public sealed class MariaDbPostGraduationTests(FlowFixture<MariaDb> portal) : PostGraduationTests<MariaDb>(portal);

/// <summary>毕业后跨省就学: three reviews, the graduating school looks on.</summary>
public abstract class PostGraduationTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Kind = "post-graduation";

    [Fact]
    [Trait("Case", "transfer:24")]
    public async Task A_graduate_enters_a_senior_high_school_after_three_reviews()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 8, 20, 10, 0, 0, TimeSpan.FromHours(8)));
        var (name, number, student) = await portal.AddStudentAsync("J3", EnrolmentStatus.Graduated);
        var sd = await portal.AsAsync("sd");
        (await sd.ApplyAsync(name, number, Kind)).Expect(200);
        var id = Reviewer.IdOf(sd.Page);
        foreach (var account in new[] { "sd-lead", "u119901", "u4499" })
        {
            var sb = await portal.AsAsync("sb-lead");
            Assert.Null((await sb.OpenAsync($"/registrytransfer/review/{Kind}")).TryFind($"input[value='{id}']"));
            await (await portal.AsAsync(account)).DecideAsync(id, kind: Kind);
        }

        await portal.WaitForAsync(id, ApplicationStatus.Completed, TimeSpan.FromSeconds(5));
        Assert.Equal(3, await portal.CountAsync("toolkit_review_step s join registrytransfer_application a on a.review_id = s.review_id where a.id = @id and s.decision = 'Pass'", new { id }));
        Assert.Equal("S1", await portal.Database.ScalarAsync<string>("select grade from registrytransfer_enrolment where active_student_id = @student", new { student }));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_enrolment where student_id = @student and status = @status", new { student, status = (int)EnrolmentStatus.Graduated }));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_archive_package where application_id = @id and school_id = (select out_school_id from registrytransfer_application where id = @id)", new { id }));
        Assert.Contains("调档完毕", (await (await portal.AsAsync("sb")).OpenAsync($"/registrytransfer/query/{Kind}/{id}")).Text, StringComparison.Ordinal);
        await Invariants.CheckAsync(portal);
    }
}
