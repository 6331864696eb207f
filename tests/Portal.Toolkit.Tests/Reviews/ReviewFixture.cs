using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Data;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Reviews;
using Portal.Units;

namespace Portal.Toolkit.Tests.Reviews;

/// <summary>A host with the sample route; everybody works by name, without an organisation behind.</summary>
public sealed class ReviewFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    /// <summary>Tuesday, 09:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 1, 0, 0, TimeSpan.Zero);

    private long _papers;

    public MovableClock Clock { get; } = new(Start);

    public async Task<T> AsAsync<T>(Who? who, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Worker>().Who = who;
        return await work(scope.ServiceProvider);
    }

    /// <summary>Saves a paper and starts its review, as the maker unless somebody else is named.</summary>
    internal async Task<Review> StartAsync(Paper? paper = null, Who? who = null)
    {
        var id = Interlocked.Increment(ref _papers);
        await AddAsync((paper ?? new()) with { Id = id });
        return await AsAsync(who ?? Worker.Maker, services =>
        {
            var reviews = services.GetRequiredService<IReviews>();
            return services.GetRequiredService<IWriteTransactions>().RunAsync(
                reviews.IdsFor(SampleHandler.Key),
                transaction => reviews.StartAsync(transaction, new() { RouteKey = SampleHandler.Key, SubjectId = id, Title = $"文件{id}" }),
                CancellationToken.None);
        });
    }

    internal Task AddAsync(Paper paper) => Database.ExecuteAsync(
        "insert into test_paper (id, extra, hold_code, four_eyes, missing, breaks) values (@Id, @Extra, @HoldCode, @FourEyes, @Missing, @Breaks)", paper);

    internal Task ChangeAsync(Review review, string column, object value) =>
        Database.ExecuteAsync($"update test_paper set {column} = @value where id = @SubjectId", new { value, review.SubjectId });

    public Task<ReviewChange> CommandAsync(Who? who, Func<ReviewCommands, Task<ReviewChange>> command) =>
        AsAsync(who, services => command(services.GetRequiredService<ReviewCommands>()));

    public Task<ReviewChange> DecideAsync(Who? who, Review review, ReviewDecision decision = ReviewDecision.Pass, string? opinion = "同意", string? returnTo = null) =>
        CommandAsync(who, commands => commands.DecideAsync(review.Id, review.Version, decision, opinion, returnTo, CancellationToken.None));

    /// <summary>Passes the steps up to this one by their units.</summary>
    public async Task<Review> PassUntilAsync(Review review, string stepKey)
    {
        while (review.StepKey != stepKey)
            review = (await DecideAsync(SampleHandler.DeciderOf(review.StepKey), review)).After;
        return review;
    }

    public Task<ReviewTimeline> TimelineAsync(Review review) =>
        AsAsync(Worker.Maker, async services => (await services.GetRequiredService<ReviewQueries>().TimelineAsync(review.Id, CancellationToken.None))!);

    public async Task<Review> ReadAsync(Review review) => (await TimelineAsync(review)).Review;

    public Task<IReadOnlyList<string>> AuditAsync(Review review) =>
        Database.QueryAsync<string>("select action from portal_audit where subject = @subject order by id", new { subject = $"paper:{review.SubjectId}" });

    public Task<IReadOnlyList<string>> EffectsAsync(Review review) =>
        Database.QueryAsync<string>("select kind from test_effect where subject_id = @SubjectId order by version", new { review.SubjectId });

    public Task<IReadOnlyList<NoticeRow>> NoticesAsync(Who who) =>
        AsAsync(who, services => services.GetRequiredService<NoticeQueries>().ListAsync(unreadOnly: false, before: null, 1000, CancellationToken.None));

    public Task<bool> RunOverdueAsync() => AsAsync(null, async services =>
    {
        await services.GetServices<IBackgroundTask>().OfType<OverdueTask>().First().DoWorkAsync(services, CancellationToken.None);
        return true;
    });

    protected override void Configure(PortalFactory factory)
    {
        factory.Demo = false;
        factory.Clock = Clock;
        factory.Replace = services => services
            .AddScoped<Worker>()
            .AddScoped<IUnitContext>(provider => provider.GetRequiredService<Worker>())
            .AddSingleton<IUnitTree, SampleUnits>()
            .AddScoped<IPermissionProvider, SamplePermissions>()
            .AddScoped<ReviewHandler, SampleHandler>();
    }

    protected override async Task StartedAsync()
    {
        await Database.ExecuteAsync(
            """
            create table test_paper (id bigint not null primary key, extra int not null, hold_code varchar(20) not null, four_eyes int not null, missing varchar(20) not null,
                breaks varchar(20) not null)
            """);
        await Database.ExecuteAsync(
            "create table test_effect (id bigint not null primary key, subject_id bigint not null, kind varchar(20) not null, state varchar(20) not null, step varchar(20) not null, version bigint not null)");
    }
}
