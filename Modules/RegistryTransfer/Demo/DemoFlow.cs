using Autofac;
using Microsoft.Extensions.Configuration;
using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Demo;

/// <summary>Plays the cases through the real commands, each act by its person at its time.</summary>
internal sealed class DemoFlow(ILifetimeScope scope, IPostDirectory directory, IWorkCalendar calendar, IUnitTree tree, IConfiguration configuration, LocalTime time)
{
    private static readonly string[] _roles =
        [Permissions.SchoolRegistrarRole, Permissions.SchoolReviewerRole, Permissions.BureauRole, Permissions.ProvinceRole];

    public async Task PlayAsync(IReadOnlyList<DemoCase> cases, Dictionary<string, long> schools, CancellationToken cancellationToken)
    {
        var (days, posts) = (await calendar.GetAsync(cancellationToken), await PostsAsync(cancellationToken));
        var (clock, context) = (new DemoClock(), new DemoContext(tree));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Portal:TimeZone"] ?? "Asia/Shanghai");
        await using var stage = scope.BeginLifetimeScope(builder =>
        {
            builder.RegisterInstance(clock).As<TimeProvider>();
            builder.RegisterInstance(context).As<IUnitContext>();
            builder.RegisterInstance(new LocalTime(zone, clock));
            builder.RegisterType<DemoStage>();
        });
        var play = stage.Resolve<DemoStage>();
        foreach (var demo in cases)
        {
            await EnterAsync(demo.School, demo.StartedBefore, 0);
            var review = await play.StartAsync(demo, schools[demo.School], cancellationToken);
            foreach (var (act, index) in demo.Acts.Select((act, index) => (act, index + 1)))
            {
                await EnterAsync(act.Account, act.Before, index);
                review = await play.ActAsync(review, act, cancellationToken);
            }
        }

        async Task EnterAsync(string account, int before, int index)
        {
            var person = await directory.FindPersonAsync(account, cancellationToken) ?? throw new InvalidOperationException($"The demo has no account {account}.");
            context.Enter(person, posts[person.Id]);
            clock.Now = time.ToUtc(DayBefore(days, before).ToDateTime(new TimeOnly(9, 20 + (7 * index))));
        }
    }

    private async Task<Dictionary<long, Post>> PostsAsync(CancellationToken cancellationToken)
    {
        var roles = await directory.ListRolesAsync(cancellationToken);
        var posts = await directory.ListPostsAsync([.. roles.Where(role => _roles.Contains(role.Name)).Select(role => role.Id)], cancellationToken);
        return posts.ToDictionary(post => post.PersonId);
    }

    private DateOnly DayBefore(WorkDays days, int count)
    {
        var day = time.Today;
        for (; count > 0; count -= days.IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(-1);
        return day;
    }
}
