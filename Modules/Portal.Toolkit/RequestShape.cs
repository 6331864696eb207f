using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Toolkit;

/// <summary>
/// Pages are read by GET and HEAD and changed by forms. Any other method would find no handler and show the page without what its handler reads; a post that
/// is no form has nothing that a page could read.
/// </summary>
internal sealed class RequestShape : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isForm = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType;
        if (isForm || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || IsErrorPage(http))
            return next();

        // No browser sends it, so nobody reads a page about it.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (!HttpMethods.IsPost(http.Request.Method))
            http.Response.Headers.Allow = "GET, HEAD, POST";
        context.Result = new StatusCodeResult(HttpMethods.IsPost(http.Request.Method) ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status405MethodNotAllowed);
        return Task.CompletedTask;
    }

    // It answers with the method of the request that failed.
    private static bool IsErrorPage(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
}
