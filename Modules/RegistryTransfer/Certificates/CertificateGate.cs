using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>Stands before the pages of the platform (统一平台): 使用前须安装数字证书.</summary>
internal sealed class CertificateGate(CertificateQueries certificates, ClientCertificateService connection, IModelMetadataProvider metadata) : IAsyncAuthorizationFilter, IOrderedFilter
{
    private const string RefusalView = "/Areas/RegistryTransfer/Pages/Certificate/Refused.cshtml";

    private static readonly object _checked = new();

    // Before uploads are read (900) and forgery is checked (1000).
    public int Order => 800;

    /// <summary>What the gate saw in this request; null where it did not look.</summary>
    public static ClientCertificateCheck? Seen(HttpContext http) => http.Items.TryGetValue(_checked, out var seen) ? (ClientCertificateCheck?)seen : null;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var mode = (await certificates.ModeAsync(http.RequestAborted)).Mode;
        if (mode == CertificateMode.Off)
            return;
        var check = await connection.CheckAsync(http);
        http.Items[_checked] = check;
        if (mode == CertificateMode.Enforce && !check.IsAccepted)
        {
            context.Result = new ViewResult
            {
                ViewName = RefusalView,
                StatusCode = StatusCodes.Status403Forbidden,
                ViewData = new ViewDataDictionary<ClientCertificateCheck>(metadata, context.ModelState) { Model = check },
            };
        }
    }
}
