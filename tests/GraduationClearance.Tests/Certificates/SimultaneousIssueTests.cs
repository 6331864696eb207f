using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Certificates;

/// <summary>Two desks at the same moment.</summary>
public abstract class SimultaneousIssueTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Desks = 6;

    [Fact]
    [Trait("Case", "clearance:D9")]
    public async Task Of_several_clerks_issuing_the_same_certificate_one_succeeds()
    {
        await portal.ClearAsync("2020010150");
        var pages = await AtOnceAsync(desk => ("2020010150", $"TS-150-{desk}"));
        Assert.Single(pages, page => page.Contains("已向 ", StringComparison.Ordinal));
        Assert.Equal(Desks - 1, pages.Count(page => page.Contains("该生的毕业证已由 苏雅 于", StringComparison.Ordinal)));
        Assert.Single(await portal.CertificatesAsync("2020010150"));
        Assert.Equal(1, await portal.CountLogsAsync("2020010150", "E8"));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    [Fact]
    public async Task Of_several_students_with_the_same_number_one_gets_it()
    {
        foreach (var desk in Enumerable.Range(0, Desks))
            await portal.ClearAsync($"{2020010160 + desk}");
        var pages = await AtOnceAsync(desk => ($"{2020010160 + desk}", "TS-160"));
        Assert.Single(pages, page => page.Contains("已向 ", StringComparison.Ordinal));
        Assert.Equal(Desks - 1, pages.Count(page => page.Contains("已发放给其他学生", StringComparison.Ordinal) || page.Contains("刚刚已被使用", StringComparison.Ordinal)));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from graduationclearance_certificate where serial_no = 'TS-160'"));
        Assert.Equal(0, await portal.CountTallyFaultsAsync());
    }

    private async Task<string[]> AtOnceAsync(Func<int, (string StudentNo, string Serial)> what)
    {
        var clerks = new List<PortalClient>();
        foreach (var desk in Enumerable.Range(0, Desks))
        {
            var clerk = await portal.SignInAsync("cert1");
            await clerk.OpenStudentAsync(what(desk).StudentNo);
            clerks.Add(clerk);
        }

        var pages = await Task.WhenAll(clerks.Select((clerk, desk) => Task.Run(() =>
            clerk.SubmitAsync("#issue-form", new Dictionary<string, object?> { ["kinds"] = "Diploma", ["serial-Diploma"] = what(desk).Serial }))));
        clerks.ForEach(clerk => clerk.Dispose());
        return [.. pages.Select(page => page.Expect(200).Text)];
    }
}

public sealed class SimultaneousIssueOnSqlite(ClearanceFixture<Sqlite> portal) : SimultaneousIssueTests<Sqlite>(portal);

public sealed class SimultaneousIssueOnMariaDb(ClearanceFixture<MariaDb> portal) : SimultaneousIssueTests<MariaDb>(portal);
