using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Attachments;

namespace Portal.Specification.Tests.Attachments;

/// <summary>A host with the sample module, whose page 校历 takes files, and one term to attach them to.</summary>
public sealed class AttachmentFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    private readonly DropInFolder _folder = new();

    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero));

    public long Term { get; private set; }

    public string Page => $"/samples.dropin/calendars?term={Term}";

    /// <summary>A browser on the page with the form.</summary>
    public async Task<PortalClient> OpenAsync(string account = "admin")
    {
        var client = await SignInAsync(account);
        await client.OpenAsync(Page);
        return client;
    }

    public Task<long> CountAsync(string table = "toolkit_attachment") => Database.ScalarAsync<long>($"select count(*) from {table}");

    public async Task ClearAsync()
    {
        await Database.ExecuteAsync("delete from toolkit_attachment_chunk");
        await Database.ExecuteAsync("delete from toolkit_attachment");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override void Configure(PortalFactory factory)
    {
        _folder.Add("Samples.DropIn");
        factory.ModulesPath = _folder.Path;
        factory.Clock = Clock;
        factory.Replace = services => services.AddScoped<IAttachmentAccess, FaultyAccess>();
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Settings["Portal:Modules:Samples.DropIn:Enabled"] = "true";
    }

    protected override async Task StartedAsync()
    {
        using var client = await SignInAsync("admin");
        await client.OpenAsync("/samples.dropin/weeks");
        await client.SubmitAsync("form[method=post]:has([name=FirstDay])", new { Name = "第二学期", FirstDay = "2026-03-02" });
        Term = await Database.ScalarAsync<long>("select max(id) from samplesdropin_term");
    }
}
