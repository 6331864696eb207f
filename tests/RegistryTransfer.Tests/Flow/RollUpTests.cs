using Microsoft.Extensions.DependencyInjection;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.RollUp;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

public sealed class SqliteRollUpTests(FlowFixture<Sqlite> portal) : RollUpTests<Sqlite>(portal);

public sealed class MariaDbRollUpTests(FlowFixture<MariaDb> portal) : RollUpTests<MariaDb>(portal);

/// <summary>毕业 and 全国统一升级: once a year, whoever runs it and however often.</summary>
public abstract class RollUpTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task The_year_changes_once_and_open_applications_follow_their_students()
    {
        var id = await portal.StartAsync(passed: 2, grade: "P2");
        var moved = await portal.Database.ScalarAsync<long>("select student_id from registrytransfer_application where id = @id", new { id });
        var (_, _, third) = await portal.AddStudentAsync("P3");
        var (_, _, sixth) = await portal.AddStudentAsync("P6");
        var (_, _, away) = await portal.AddStudentAsync("P2", EnrolmentStatus.Suspended);
        var moe = await portal.AsAsync("moe");
        Assert.Null((await moe.OpenAsync("/registrytransfer/rollup")).TryFind("#start-Promotion"));

        portal.Clock.Set(new DateTimeOffset(2026, 8, 11, 0, 0, 1, TimeSpan.FromHours(8)));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await RunAsync(RollUpPhase.Graduation);
            await RunAsync(RollUpPhase.Promotion);
        })));
        await RunAsync(RollUpPhase.Promotion);

        Assert.Equal("P4", await GradeAsync(third));
        Assert.Equal("P2", await GradeAsync(away));
        Assert.Equal("P3", await GradeAsync(moved));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_enrolment where student_id = @sixth and status = 5 and active_student_id is null and grade = 'P6'", new { sixth }));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_application where id = @id and in_grade = 'P3' and out_grade = 'P3'", new { id }));
        Assert.Equal(2, await portal.CountAsync("registrytransfer_roll_up where school_year = 2026 and finished_at is not null"));
        Assert.Equal(1, await portal.CountAsync("registrytransfer_roll_up where phase = 1 and applications = 1"));

        await portal.PassAsync(id, 2, 4);
        await portal.WaitForAsync(id, ApplicationStatus.Completed, TimeSpan.FromSeconds(5));
        Assert.Equal("P3", await GradeAsync(moved));
        await RunAsync(RollUpPhase.Promotion);
        Assert.Equal("P3", await GradeAsync(moved));
        using var later = await portal.SignInAsync("moe");
        (await later.OpenAsync("/registrytransfer/rollup")).Find("#runs");
        await Invariants.CheckAsync(portal);
    }

    private async Task RunAsync(RollUpPhase phase)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RollUpCommands>().RunAsync(2026, phase, _ => Task.CompletedTask, CancellationToken.None);
    }

    private Task<string> GradeAsync(long student) => portal.Database.ScalarAsync<string>("select grade from registrytransfer_enrolment where active_student_id = @student", new { student });
}
