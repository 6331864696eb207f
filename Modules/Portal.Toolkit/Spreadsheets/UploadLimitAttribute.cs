using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// Stands on the page that takes a workbook or another small file. Cuts an upload off at <see cref="Bytes"/> while it streams in, before the antiforgery
/// check reads the form, and leads back to the page with <c>?problem=size</c> beside its own query. What follows is read to nothing, so that the
/// browser gets the page with the reason and not a closed connection.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Value of <c>problem</c> after an upload that was cut off; nothing of its form is known then.</summary>
    public const string TooLarge = "size";

    private const long MostDrained = 512L * 1024 * 1024;

    /// <summary>Most bytes of the form, by default <see cref="SpreadsheetLimits.Bytes"/>.</summary>
    public long Bytes { get; set; } = SpreadsheetLimits.Default.Bytes;

    // Antiforgery runs at 1000.
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostDrained;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = Bytes }));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            var query = new RouteValueDictionary(http.Request.Query.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value.ToString()))) { ["problem"] = TooLarge };
            query.Remove("handler");
            context.Result = new RedirectToPageResult((string)context.RouteData.Values["page"]!, query);
        }
    }
}
