using Microsoft.Extensions.DependencyInjection;
using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Pages.Agreements;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Tests.Agreements;

public sealed class SqliteEffectTests(CaseFixture<Sqlite> portal) : EffectTests<Sqlite>(portal);

public sealed class MariaDbEffectTests(CaseFixture<MariaDb> portal) : EffectTests<MariaDb>(portal);

/// <summary>The rule and its form for lists say the same of every agreement.</summary>
public abstract class EffectTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Days = 180;
    private static readonly DateOnly _today = new(2026, 3, 2);

    [Fact]
    public async Task The_register_agrees_with_the_rule_on_every_combination_of_dates_and_states()
    {
        await portal.ClearAgreementsAsync();
        var ids = new List<long>();
        foreach (var data in Combinations())
            ids.Add(await portal.PutAgreementAsync(data));
        await portal.As("ieo1").RunAsync(async services =>
        {
            var agreements = await services.GetRequiredService<RecordSightQueries>().ReadAsync("InternationalExchange", sight => sight.ListAsync(ids), CancellationToken.None);
            Assert.Equal(ids.Count, agreements.Count);
            foreach (var effect in AgreementEffect.All)
            {
                var listed = new List<long>();
                await foreach (var row in services.GetRequiredService<AgreementQueries>().StreamAsync(new() { Effect = effect.Key }, CancellationToken.None))
                    listed.Add(row.Agreement.Id);
                var ruled = agreements.Where(agreement => Is(AgreementEffect.Of(agreement, _today, Days), effect)).Select(agreement => agreement.Id);
                Assert.Equal(ruled.Order(), listed.Order());
                Assert.NotEmpty(listed);
            }

            Assert.All(agreements, agreement => Assert.Equal(AgreementStatus.IsEffective(agreement, _today), Is(AgreementEffect.Of(agreement, _today, Days), AgreementEffect.Effective)));
            return ids;
        });
    }

    private static bool Is(AgreementEffect? effect, AgreementEffect wanted) => effect == wanted || (wanted == AgreementEffect.Effective && effect == AgreementEffect.Expiring);

    // Yesterday, today, tomorrow; the last day that is still far away and the first that is near.
    private static IEnumerable<AgreementData> Combinations()
    {
        string?[] ends = [null, "2026-03-01", "2026-03-02", "2026-08-28", "2026-08-29", "2026-08-30"];
        foreach (var end in ends)
        {
            foreach (var ours in new[] { null, "2026-03-02" })
            {
                foreach (var partner in new[] { null, "2026-02-20", "2026-03-03" })
                    yield return new() { Ours = ours, Partners = partner, From = "2026-03-02", To = end };
            }

            yield return new() { From = "2026-03-03", To = end };
            yield return new() { OpenEnded = true, To = end };
            yield return new() { State = "terminated", TerminatedOn = "2026-02-28", To = end };
            yield return new() { State = "archived", TerminatedOn = "2026-02-28", To = end };
            yield return new() { State = "archived", To = end };
        }

        foreach (var state in new[] { "draft", "in-review", "returned", "to-sign", "rejected", "withdrawn", "cancelled" })
            yield return new() { State = state, Ours = null, Partners = null };
        yield return new() { State = "archived", Ours = null, Partners = null };
    }
}
