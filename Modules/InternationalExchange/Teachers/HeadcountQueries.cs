using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Teachers;

/// <summary>Reads how plans are used. It asks for no rights: the caller names plans that the post may read.</summary>
internal sealed class HeadcountQueries(RecordSightQueries sights)
{
    public Task<IReadOnlyList<Headcount>> ListAsync(IReadOnlyCollection<long> planIds, CancellationToken cancellationToken) => sights.ReadAsync(ExchangeBook.Id, async sight =>
    {
        var found = new List<Headcount>();
        foreach (var plan in await sight.ListAsync(planIds))
            found.AddRange(Headcount.Of(plan, await sight.ReferringAsync(plan.Id, ForeignTeacherType.TypeKey, "plan")));
        return (IReadOnlyList<Headcount>)found;
    }, cancellationToken);
}
