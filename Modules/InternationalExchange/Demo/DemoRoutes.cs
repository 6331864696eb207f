using Autofac;
using Portal.Toolkit.Demo;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Demo;

/// <summary>Plays the papers of the last days through the real commands.</summary>
internal sealed class DemoRoutes(DemoPlayService plays, LocalTime time)
{
    private const int DaysAgo = 3;
    private const int FirstHour = 9;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await using var play = plays.Begin(builder => builder.RegisterType<DemoClerk>());
        var clerk = play.Resolve<DemoClerk>();
        foreach (var paper in DemoPapers.All(time.Today))
        {
            await EnterAsync(paper.By, 0);
            if ((await clerk.SubmitAsync(paper, cancellationToken)).Row.ReviewId is not { } review)
                continue;
            foreach (var (account, index) in paper.PassedBy.Select((account, index) => (account, index + 1)))
            {
                await EnterAsync(account, index);
                await clerk.DecideAsync(review, ReviewDecision.Pass, "同意。", cancellationToken);
            }

            if (paper.ReturnedBy is not { } returning)
                continue;
            await EnterAsync(returning, paper.PassedBy.Count + 1);
            await clerk.DecideAsync(review, ReviewDecision.Return, "请补充每项工作的责任人和期限。", cancellationToken);
        }

        Task EnterAsync(string account, int step) => play.EnterAsync(account, time.Today.AddDays(-DaysAgo).ToDateTime(new TimeOnly(FirstHour + step, 20)), cancellationToken);
    }
}
