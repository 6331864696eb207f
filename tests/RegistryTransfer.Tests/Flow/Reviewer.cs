using System.Globalization;
using System.Net;
using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

/// <summary>A reviewer at the page 核办, a school at 撤销.</summary>
internal static class Reviewer
{
    public static readonly string[] Transfer = ["sa-lead", "u119901", "sb-lead", "u4499"];

    public const string Opinion = "情况属实，同意";

    /// <summary>The application whose page was shown after saving.</summary>
    public static long IdOf(PortalPage page)
    {
        Assert.True(page.Url.AbsolutePath.Contains("/query/", StringComparison.OrdinalIgnoreCase), $"The application was not saved: {page}");
        return long.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
    }

    public static async Task<PortalPage> OpenReviewAsync(this PortalClient client, long id, string kind = "transfer") =>
        await client.GetAsync($"/registrytransfer/review/{kind}/{id}");

    /// <summary>Opens and decides; insists that the decision is taken.</summary>
    public static async Task DecideAsync(this PortalClient client, long id, bool pass = true, string opinion = Opinion, string kind = "transfer")
    {
        (await client.OpenReviewAsync(id, kind)).Expect(HttpStatusCode.OK);
        (await client.SubmitDecisionAsync(pass, opinion)).Expect(HttpStatusCode.OK);
        Assert.StartsWith("/registrytransfer/review", client.Page.Url.AbsolutePath.ToLowerInvariant(), StringComparison.Ordinal);
    }

    /// <summary>Fills in the form that is open.</summary>
    public static Task<PortalPage> SubmitDecisionAsync(this PortalClient client, bool pass = true, string opinion = Opinion) =>
        client.SubmitAsync("#review-form", new { decision = pass ? "pass" : "fail", opinion });

    public static async Task<PortalPage> RevokeAsync(this PortalClient client, long id, string reason = "年级填写有误", string kind = "transfer")
    {
        (await client.GetAsync($"/registrytransfer/revoke/{kind}/{id}")).Expect(HttpStatusCode.OK);
        return await client.SubmitAsync("#revoke-form", new { reason });
    }
}
