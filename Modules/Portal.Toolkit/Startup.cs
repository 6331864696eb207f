using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Modules;
using Portal.Security;
using Portal.Toolkit.Attachments;

namespace Portal.Toolkit;

/// <summary>Maps the toolkit's endpoints and logs refusals; the kernel finds it in the container, because the toolkit is no module.</summary>
internal sealed class Startup : StartupBase
{
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
        app.Use(next => context => services.GetRequiredService<RefusalLog>().InvokeAsync(context, next));
        routes.MapMethods("/attachments/{id:long}", [HttpMethods.Get, HttpMethods.Head], AttachmentDownload.SendAsync).WithMetadata(new RequireSignedInAttribute());
    }
}
