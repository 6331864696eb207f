using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraduationClearance.Roster;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>The whole portal on a real port, its open scheme filled up to the number of students asked for.</summary>
internal sealed class LoadedPortal(TestDatabase database, PortalFactory factory, long schemeId) : IAsyncDisposable
{
    private const int FixtureStudents = 100;

    public TestDatabase Database { get; } = database;

    public IServiceProvider Services => factory.Services;

    public long SchemeId { get; } = schemeId;

    public Uri Address => factory.ClientOptions.BaseAddress;

    public static async Task<LoadedPortal> StartAsync(BenchmarkOptions options, Action<IServiceCollection>? add = null)
    {
        var database = options.Database == "MariaDb" ? TestDatabase.Create<MariaDb>() : TestDatabase.Create<Sqlite>();
        var factory = new PortalFactory(database);
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Environment = "Production";
        factory.Replace = services =>
        {
            AllowPlainHttp(services);
            add?.Invoke(services);
        };
        factory.UseKestrel(0);
        factory.StartServer();
        var schemeId = await database.ScalarAsync<long>("select id from graduationclearance_scheme where status = 1");
        await FillAsync(factory, database, schemeId, options.Students - FixtureStudents);
        return new LoadedPortal(database, factory, schemeId);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await Database.DisposeAsync();
    }

    // In Production cookies go over https only; the load generator should not measure TLS.
    private static void AllowPlainHttp(IServiceCollection services) => services
        .PostConfigureAll<CookieAuthenticationOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None)
        .PostConfigureAll<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None)
        .PostConfigureAll<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None);

    private static async Task FillAsync(PortalFactory factory, TestDatabase database, long schemeId, int count)
    {
        var colleges = await database.QueryAsync<long>("select id from organisation_unit where kind = '学院' and name <> '马克思主义学院' order by id");
        await using var scope = factory.Services.CreateAsyncScope();
        foreach (var chunk in Enumerable.Range(1, Math.Max(0, count)).Chunk(10_000))
        {
            await scope.ServiceProvider.GetRequiredService<RosterCommands>().AddAsync(
                schemeId,
                [.. chunk.Select(number => new RosterStudent
                {
                    StudentNo = $"2021{number:000000}",
                    Name = $"学生{number}",
                    Gender = number % 2 == 0 ? "女" : "男",
                    DepartmentId = colleges[number % colleges.Count],
                    Major = "地质学--硕士",
                    ClassName = $"地质学{number % 40}班",
                    Grade = "2021",
                    StudentCategory = "学历硕士",
                    EducationLevel = "硕士",
                    HukouTransfer = number % 7 == 0,
                    Dormitory = number % 4 == 0 ? "" : "东区-研1号楼-2层-206-01床",
                })],
                CancellationToken.None);
        }

        await scope.ServiceProvider.GetRequiredService<InitialisationCommands>().InitialiseAsync(schemeId, CancellationToken.None);
    }
}
