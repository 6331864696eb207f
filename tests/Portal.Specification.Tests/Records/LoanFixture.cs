using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.Specification.Tests.Records;

/// <summary>The demo with the sample module of one record type; <c>admin</c> is its office, <c>ma-admin</c> a college.</summary>
public sealed class LoanFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public const string List = "/workbench/records/samples.loan";

    private readonly DropInFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A draft of the account's unit.</summary>
    public async Task<long> LendAsync(string account, string title, string serial, string kind = "camera", string? idNo = null)
    {
        await using var scope = await EnterAsync(account);
        var values = new JsonObject { ["kind"] = kind, ["serial"] = serial, ["lentOn"] = "2026-03-01", ["dueOn"] = "2026-03-20" };
        if (idNo is not null)
            values["idNo"] = idNo;
        var saved = await scope.ServiceProvider.GetRequiredService<RecordCommands>().CreateAsync(
            "samples.loan", new() { Values = values, Asked = [.. values.Select(pair => pair.Key)], HasCommon = true, Common = new() { Title = title, Year = 2026 } }, CancellationToken.None);
        return saved.Record.Id;
    }

    protected override void Configure(PortalFactory factory)
    {
        _folder.Add("Samples.Records");
        factory.ModulesPath = _folder.Path;
        factory.Clock = new MovableClock(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Settings["Portal:Modules:Samples.Records:Enabled"] = "true";
    }
}
