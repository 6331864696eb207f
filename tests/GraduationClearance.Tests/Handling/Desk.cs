using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Handling;

/// <summary>The desk as an operator uses it: search, tick, 确定.</summary>
internal static class Desk
{
    public const string Url = "/graduationclearance/desk";

    public static Task<PortalPage> SearchAsync(this PortalClient client, string text) => client.OpenAsync($"{Url}?q={Uri.EscapeDataString(text)}");

    /// <summary>Searches a student who is alone to have this number and decides the step.</summary>
    /// <param name="client">Signed in as an operator.</param>
    /// <param name="studentNo">学号.</param>
    /// <param name="step">Name of the step.</param>
    /// <param name="result"><c>pass</c>, <c>fail</c> or null for neither.</param>
    /// <param name="remark">备注.</param>
    public static async Task<PortalPage> DecideAsync(this PortalClient client, string studentNo, string step, string? result, string remark = "")
    {
        var page = await client.SearchAsync(studentNo);
        return await client.SubmitAsync(FormOf(page, step, "Decide"), new { Result = result, Remark = remark });
    }

    public static async Task<PortalPage> RevokeAsync(this PortalClient client, string studentNo, string step, string reason)
    {
        var page = await client.SearchAsync(studentNo);
        return await client.SubmitAsync(FormOf(page, step, "Revoke"), new { reason });
    }

    /// <summary>应办理, 已通过, 未办理, 未通过 of a step's card.</summary>
    public static string Counters(this PortalPage page, string step) => string.Join('/', page
        .FindAll($"#step-counters section[aria-label='{step}'] strong")
        .Select(number => number.TextContent));

    private static string FormOf(PortalPage page, string step, string handler)
    {
        var section = page.FindAll("section section").First(found => found.QuerySelector("h3")?.TextContent.Trim() == step);
        return $"section[aria-labelledby='{section.GetAttribute("aria-labelledby")}'] form[action*='handler={handler}']";
    }
}
