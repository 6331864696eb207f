using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Import;

/// <summary>
/// Cuts an upload off at the size limit while it streams in, before the antiforgery check reads the form. What follows is read to nothing,
/// so that the browser gets the page with the reason and not a closed connection.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long MostDrained = 512L * 1024 * 1024;

    // Antiforgery runs at 1000.
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostDrained;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = SpreadsheetLimits.Default.Bytes }));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            context.Result = new RedirectToPageResult((string)context.RouteData.Values["page"]!, new { scheme = http.Request.Query["scheme"].ToString(), problem = IndexModel.TooLarge });
        }
    }
}
