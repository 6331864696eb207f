using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Toolkit.Attachments;

/// <summary>
/// On a page whose form carries attachments. Of a multipart post it reads only the fields in front of the first file; they are bound and validated as ever, the
/// antiforgery token among them, before a byte of a file is looked at. The files wait in the connection for <see cref="IAttachmentUploads.ReadAsync"/>:
/// no form is buffered, no temporary file is written, and the size of the body is limited by what each file may have instead of by the server.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AttachmentFormAttribute : Attribute, IAsyncAuthorizationFilter, IAsyncResourceFilter, IOrderedFilter
{
    /// <summary>Before the check of the antiforgery token, which has 1000.</summary>
    public int Order => 900;

    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (MultipartForm.Boundary(request) is not { } boundary)
            return;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var form = new MultipartForm(request, boundary);
        request.Form = await form.ReadFieldsAsync(context.HttpContext.RequestAborted);
        context.HttpContext.Features.Set(form);
    }

    /// <summary>Sends the answer to an upload that was cut off at once, then reads on to nothing for a while: a browser shows an answer only if the connection survives its upload.</summary>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        await next();
        if (context.HttpContext.Features.Get<MultipartForm>() is not { IsCut: true } form)
            return;
        await context.HttpContext.Response.CompleteAsync();
        await form.DrainAsync(context.HttpContext.RequestAborted);
    }
}
