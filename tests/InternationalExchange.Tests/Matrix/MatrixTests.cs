using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Matrix;

/// <summary>Each unit, record and action of domain §2.5 over HTTP, against the table beside this file.</summary>
public abstract class MatrixTests<TDialect>(MatrixFixture<TDialect> portal) : IClassFixture<MatrixFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly IReadOnlyList<MatrixRow> _rows = MatrixTable.Read();

    [Fact]
    public void The_table_names_every_type_and_condition_of_the_module()
    {
        var book = portal.Services.GetRequiredService<RecordCatalog>().FindBook("InternationalExchange")!;
        var declared = book.Types.SelectMany(type => type.Facets.Count == 0 ? [(type.Key, "")] : type.Facets.Select(facet => (type.Key, facet.Key)));

        // Beside the document: an owner that 国际交流处 designates (§1b.5) the list of rooms (LOG keeps it, §2.2 item 23) and consultations by function (D11, D82).
        (string, string)[] ours = [("exchange.outbound-programme", "IEO"), ("exchange.outbound-student", "IEO"), ("exchange.room", ""), ("exchange.consultation", "")];
        Assert.Equal(_rows.Select(row => (row.Type, row.Facet)).Concat(ours).Order(), declared.Order());
    }

    [Fact]
    public Task Who_opens_lists_and_new_records() => EachUnitAsync(async (unit, client, row) =>
    {
        var list = (await client.GetAsync($"/workbench/records/{row.Type}")).Status;
        var create = (await client.GetAsync($"/workbench/records/{row.Type}/new")).Status;
        var mayOpen = OfType(row).Any(any => any.MayOpen(unit));
        var mayCreate = OfType(row).Any(any => any.MayCreate(unit));
        var isListRight = list == (mayOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        var isNewRight = mayCreate ? create == HttpStatusCode.OK : create is HttpStatusCode.NotFound or HttpStatusCode.Forbidden;
        return isListRight && isNewRight ? null : $"{unit}, {row}: list {list}, expected {(mayOpen ? "200" : "404")}; new {create}, expected {(mayCreate ? "200" : "403 or 404")}";
    });

    [Fact]
    public async Task Who_reads_a_record_of_a_college()
    {
        var ids = new Dictionary<MatrixRow, long>();
        var catalog = portal.Services.GetRequiredService<RecordCatalog>();
        bool HasRoute(MatrixRow row) => catalog.Get(row.Type).Route.Count > 0;
        foreach (var row in _rows)
            ids[row] = await portal.PutAsync(row.Type, row.Facet);
        await EachUnitAsync(async (unit, client, row) =>
        {
            var page = (await client.GetAsync($"/workbench/records/{row.Type}/{ids[row]}")).Status;
            var expected = row.Reads(unit, HasRoute(row)) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            return page == expected ? null : $"{unit} reads {row}: {page}, expected {expected}";
        });
    }

    [Fact]
    public async Task Every_step_of_every_route_belongs_to_a_unit_that_may_and_only_it_is_asked()
    {
        var faults = new List<string>();
        var catalog = portal.Services.GetRequiredService<RecordCatalog>();
        var clients = await SignInAsync();
        foreach (var row in _rows.Where(row => catalog.Get(row.Type).Route.Count > 0))
        {
            var type = catalog.Get(row.Type);
            foreach (var step in type.Route.Where(step => step.UnitRole is not (UnitRole.OwnUnitHead or "LEG" or "FIN" or "LAW")))
            {
                if (!OfType(row).Any(any => any.Letters[step.UnitRole].AsSpan().ContainsAny("VAF")))
                    faults.Add($"{row}: step {step.Key} asks {step.UnitRole}, whom the table gives no V, A or F");
                if (!row.Letters[step.UnitRole].AsSpan().ContainsAny("VAF"))
                    continue;
                var id = await portal.PutAsync(row.Type, row.Facet);
                var role = catalog.BookOf(type).FindRole(step.UnitRole)!;
                var unitId = await portal.Database.ScalarAsync<long>("select unit_id from toolkit_record_office where role_key = @Key", new { role.Key });
                await portal.WaitAsync(id, row.Type, [.. type.Route.Select(found => found.Key)], step.Key, unitId, role.Permission);
                foreach (var (unit, client) in clients)
                {
                    var page = await client.GetAsync($"/workbench/records/{row.Type}/{id}");
                    var isAsked = page.Status == HttpStatusCode.OK && page.Html.Contains("handler=Decide", StringComparison.Ordinal);
                    if (isAsked != (unit == step.UnitRole))
                        faults.Add($"{row}, step {step.Key} of {step.UnitRole}: {unit} {(isAsked ? "is asked" : "is not asked")} ({page.Status})");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<MatrixRow> OfType(MatrixRow row) => _rows.Where(found => found.Type == row.Type);

    private async Task<IReadOnlyList<(string Unit, PortalClient Client)>> SignInAsync()
    {
        var clients = new List<(string, PortalClient)>();
        foreach (var (unit, account) in MatrixTable.Accounts)
            clients.Add((unit, await portal.SignInAsync(account)));
        return clients;
    }

    private async Task EachUnitAsync(Func<string, PortalClient, MatrixRow, Task<string?>> check)
    {
        var faults = new List<string>();
        foreach (var (unit, client) in await SignInAsync())
        {
            foreach (var row in _rows)
            {
                if (await check(unit, client, row) is { } fault)
                    faults.Add(fault);
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}

public sealed class SqliteMatrixTests(MatrixFixture<Sqlite> portal) : MatrixTests<Sqlite>(portal);

public sealed class MariaDbMatrixTests(MatrixFixture<MariaDb> portal) : MatrixTests<MariaDb>(portal);
