using Microsoft.Extensions.DependencyInjection;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster;
using Portal.GraduationClearance.Schemes;
using Portal.GraduationClearance.Tests.Schemes;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Units;

namespace Portal.GraduationClearance.Tests.Roster;

/// <summary>Whatever is done in whatever order, the kept counters equal the computed ones (invariants I1, I12).</summary>
public abstract class CounterPropertyTests<TDialect>(OperatorFixture<TDialect> portal) : IClassFixture<OperatorFixture<TDialect>>
    where TDialect : ITestDialect
{
    private readonly string[] _colleges = ["马克思主义学院", "地球科学学院", "资源学院"];

    [Theory]
    [Trait("Case", "clearance:I12")]
    [InlineData(1)]
    [InlineData(20260615)]
    public async Task Counters_stay_right_through_random_operations(int seed)
    {
        var random = new Random(seed);
        var departments = await Task.WhenAll(_colleges.Select(portal.UnitAsync));
        var scheme = await portal.RunAsync<SchemeCommands, long>(schemes => schemes.CreateAsync(
            new() { Name = $"随机{seed}", StudentScope = StudentScope.Undergraduate, SeasonYear = 2026, SeasonMonth = 6 }, default));
        await portal.RunAsync<SchemeCommands>(schemes => schemes.ChangeStatusAsync(scheme, 1, SchemeStatus.Open, "", default));
        for (var round = 0; round < 120; round++)
        {
            try
            {
                await DoAsync(random, scheme, departments, round);
            }
            catch (RefusedException)
            {
                // A refusal must leave everything as it was; the check below sees to it.
            }

            await portal.CountersAsync();
        }

        var decided = await portal.Database.ScalarAsync<int>("select count(*) from graduationclearance_step_record r join graduationclearance_step s on s.id = r.step_id where s.scheme_id = @scheme and r.status in (1, 2)", new { scheme });
        Assert.True(decided > 0, "The random walk never decided anything.");
    }

    [Fact]
    [Trait("Case", "clearance:I12")]
    public async Task Counters_stay_right_when_several_work_at_once()
    {
        var departments = await Task.WhenAll(_colleges.Select(portal.UnitAsync));
        var scheme = await portal.RunAsync<SchemeCommands, long>(schemes => schemes.CreateAsync(
            new() { Name = "同时操作", StudentScope = StudentScope.Undergraduate, SeasonYear = 2026, SeasonMonth = 6 }, default));
        await portal.RunAsync<SchemeCommands>(schemes => schemes.ChangeStatusAsync(scheme, 1, SchemeStatus.Open, "", default));
        for (var step = 0; step < 3; step++)
            await AddStepAsync(new Random(step), scheme, departments[0], 1000 + step);
        await portal.RunAsync<RosterCommands>(roster => roster.AddAsync(scheme, [.. Enumerable.Range(0, 20).Select(number => Student(new Random(number), departments, $"{scheme}-{number}"))], default));
        await portal.RunAsync<InitialisationCommands>(commands => commands.InitialiseAsync(scheme, default));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            for (var round = 0; round < 20; round++)
            {
                try
                {
                    await DoAsync(random, scheme, departments, (worker * 100) + round);
                }
                catch (Exception refusal) when (refusal is RefusedException or StaleException)
                {
                    // The others were faster; that is what this test is about.
                }
            }
        })));
        await portal.CountersAsync();
    }

    private Task DoAsync(Random random, long scheme, long[] departments, int round) => random.Next(10) switch
    {
        0 or 1 => portal.RunAsync<RosterCommands>(roster => roster.AddAsync(scheme, [.. Enumerable.Range(0, 5).Select(number => Student(random, departments, $"{scheme}-{round}-{number}"))], default)),
        2 => AddStepAsync(random, scheme, departments[0], round),
        3 or 4 => portal.RunAsync<InitialisationCommands>(commands => commands.InitialiseAsync(scheme, default)),
        5 => ChangeStepAsync(random, scheme),
        6 => ChangeStudentAsync(random, scheme, departments),
        7 => RemoveOrRestoreAsync(random, scheme),
        _ => DecideAsync(random, scheme),
    };

    private async Task AddStepAsync(Random random, long scheme, long unit, int round)
    {
        var step = await portal.RunAsync<StepCommands, long>(steps => steps.CreateAsync(
            scheme, new() { Code = $"S{round}", Name = $"环节{round}", UnitId = unit, AppliesToDormitory = random.Next(2) == 0, AppliesToHukouTransfer = random.Next(3) == 0 }, default));
        await portal.RunAsync<GrantCommands>(grants => grants.AddAsync(scheme, step, new() { RoleId = portal.Post.RoleId, Scope = GrantScope.WholeSchool }, default));
    }

    private async Task ChangeStepAsync(Random random, long scheme)
    {
        if (Pick(random, await portal.RunAsync<StepQueries, IReadOnlyList<Step>>(queries => queries.ListAsync(scheme, default))) is not { } step)
            return;
        if (random.Next(4) == 0)
            await portal.RunAsync<StepCommands>(steps => steps.DeleteAsync(scheme, step.Id, step.Version, default));
        else
            await portal.RunAsync<StepCommands>(steps => steps.UpdateAsync(scheme, step.Id, step.Version, step with { AppliesToDormitory = random.Next(2) == 0, AppliesToHukouTransfer = random.Next(2) == 0 }, default));
    }

    private async Task ChangeStudentAsync(Random random, long scheme, long[] departments)
    {
        if (Pick(random, await RosterAsync(scheme)) is { } row)
            await portal.RunAsync<RosterCommands>(roster => roster.UpdateAsync(scheme, row.Id, row.Version, Student(random, departments, row.StudentNo), clearIdCard: false, default));
    }

    private async Task RemoveOrRestoreAsync(Random random, long scheme)
    {
        if (Pick(random, await RosterAsync(scheme)) is not { } row)
            return;
        if (row.Status == RosterStatus.Active)
            await portal.RunAsync<RemovalCommands>(removals => removals.RemoveAsync(scheme, row.Id, row.Version, "延毕", default));
        else
            await portal.RunAsync<RemovalCommands>(removals => removals.RestoreAsync(scheme, row.Id, row.Version, default));
    }

    private async Task DecideAsync(Random random, long scheme)
    {
        if (Pick(random, await portal.RunAsync<StepQueries, IReadOnlyList<Step>>(queries => queries.ListAsync(scheme, default))) is not { } step)
            return;
        var targets = (await RosterAsync(scheme)).Where(_ => random.Next(3) == 0).Select(row => new DecisionTarget(row.Id, null, random.Next(4) > 0, "随机")).ToArray();
        await portal.RunAsync<DecisionCommands>(decisions => decisions.DecideAsync(
            new() { SchemeId = scheme, StepId = step.Id, Source = DecisionSource.Single, Targets = targets }, default));
    }

    private Task<IReadOnlyList<RosterRow>> RosterAsync(long scheme) =>
        portal.RunAsync<RosterQueries, IReadOnlyList<RosterRow>>(queries => queries.ListAsync(scheme, new(), null, null, default));

    private static RosterStudent Student(Random random, long[] departments, string studentNo) => new()
    {
        StudentNo = studentNo,
        Name = "随机",
        DepartmentId = departments[random.Next(departments.Length)],
        HukouTransfer = random.Next(2) == 0,
        Dormitory = random.Next(2) == 0 ? "东区-1号楼---" : "",
    };

    private static T? Pick<T>(Random random, IReadOnlyList<T> list)
        where T : class => list.Count == 0 ? null : list[random.Next(list.Count)];
}

/// <summary>The same portal with an operator at work in every scope.</summary>
public sealed class OperatorFixture<TDialect> : ConfigurationFixture<TDialect>, IUnitContext
    where TDialect : ITestDialect
{
    public Person Person { get; } = new() { Id = 1, Account = "random", Name = "随机" };

    public Post Post { get; private set; } = new() { Id = 1, PersonId = 1, RoleId = 0, RoleName = "离校点审核", UnitId = 1, UnitName = "示范大学" };

    public IReadOnlyList<Post> Posts => [Post];

    public long UnitId => Post.UnitId;

    public IReadOnlyList<long> Path => [UnitId];

    public string Address => "";

    public bool Has(string permission) => true;

    protected override void Configure(PortalFactory factory)
    {
        base.Configure(factory);
        factory.Replace = services => services.AddScoped<IUnitContext>(_ => this);
    }

    protected override async Task StartedAsync()
    {
        await base.StartedAsync();
        Post = Post with { RoleId = await RoleAsync("离校点审核") };
    }
}

public sealed class CounterPropertyOnSqlite(OperatorFixture<Sqlite> portal) : CounterPropertyTests<Sqlite>(portal);

public sealed class CounterPropertyOnMariaDb(OperatorFixture<MariaDb> portal) : CounterPropertyTests<MariaDb>(portal);
