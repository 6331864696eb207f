using Autofac;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Demo;

namespace Portal.RegistryTransfer.Demo;

/// <summary>Plays the cases through the real commands, each act by its person at its time.</summary>
internal sealed class DemoFlow(DemoPlayService plays, IWorkCalendar calendar, LocalTime time)
{
    public async Task PlayAsync(IReadOnlyList<DemoCase> cases, Dictionary<string, long> schools, CancellationToken cancellationToken)
    {
        var days = await calendar.GetAsync(cancellationToken);
        await using var play = plays.Begin(builder => builder.RegisterType<DemoStage>());
        var stage = play.Resolve<DemoStage>();
        foreach (var demo in cases)
        {
            await EnterAsync(demo.School, demo.StartedBefore, 0);
            var review = await stage.StartAsync(demo, schools[demo.School], cancellationToken);
            foreach (var (act, index) in demo.Acts.Select((act, index) => (act, index + 1)))
            {
                await EnterAsync(act.Account, act.Before, index);
                review = await stage.ActAsync(review, act, cancellationToken);
            }
        }

        Task EnterAsync(string account, int before, int index) =>
            play.EnterAsync(account, DayBefore(days, before).ToDateTime(new TimeOnly(9, 20 + (7 * index))), cancellationToken);
    }

    private DateOnly DayBefore(WorkDays days, int count)
    {
        var day = time.Today;
        for (; count > 0; count -= days.IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(-1);
        return day;
    }
}
