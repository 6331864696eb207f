using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Certificates;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Certificate;

/// <summary>跨省业务统一办理平台数字证书安装; never behind the gate, or nobody could get in.</summary>
[RequirePermission(Permissions.Install)]
[UploadLimit(Bytes = 1 << 20)]
internal sealed class IndexModel(CertificateQueries certificates, ClientCertificateService connection, CertificateCommands commands, IUnitContext context, TimeProvider clock) : PageModel
{
    private static readonly string _tooLarge = $"文件超过 {AuthorityCertificate.Largest >> 10} KB，没有保存。证书文件通常只有几 KB，请确认选对了文件";

    private CertificateMode? _chosen;

    [FromQuery(Name = "problem")]
    public string? Problem { get; set; }

    public CertificateRow? Current { get; private set; }

    public IReadOnlyList<CertificateRow> Earlier { get; private set; } = [];

    public ModeRow Mode { get; private set; } = new();

    /// <summary>What the form shows: the mode in force, or what was chosen and not saved.</summary>
    public CertificateMode Chosen => _chosen ?? Mode.Mode;

    public ClientCertificateCheck Shown { get; private set; } = ClientCertificateCheck.Missing;

    public bool MayManage => context.Has(Permissions.ManageCertificate);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Problem == UploadLimitAttribute.TooLarge && MayManage)
            return await RefuseAsync("file", _tooLarge, StatusCodes.Status413PayloadTooLarge, cancellationToken);
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Current is null || await certificates.FindContentAsync(cancellationToken) is not { } content)
            return NotFound();
        return File(CertificatePackage.Build(content, Current.UploadedAt), "application/zip", CertificatePackage.FileName);
    }

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, long currentId, CancellationToken cancellationToken)
    {
        if (!MayManage)
            return Forbid();
        if (file is null or { Length: 0 })
            return await RefuseAsync("file", "请选择证书文件 kspt.crt", StatusCodes.Status422UnprocessableEntity, cancellationToken);
        if (file.Length > AuthorityCertificate.Largest)
            return await RefuseAsync("file", _tooLarge, StatusCodes.Status413PayloadTooLarge, cancellationToken);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return await TryAsync("file", "平台证书已更新，用户下载到的是新证书。", () => commands.UploadAsync(content.ToArray(), currentId, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostModeAsync(CertificateMode mode, int version, bool confirmed, CancellationToken cancellationToken)
    {
        if (!MayManage)
            return Forbid();
        _chosen = mode;
        if (mode == CertificateMode.Enforce && !confirmed && !(await connection.CheckAsync(HttpContext)).IsAccepted)
        {
            return await RefuseAsync(
                "mode",
                "当前连接没有有效的个人证书：强制检查后，您自己和没有证书的用户都打不开统一平台的页面。请先安装个人证书，或勾选确认后再保存",
                StatusCodes.Status422UnprocessableEntity,
                cancellationToken);
        }

        return await TryAsync("mode", $"检查方式已设为“{mode.Word()}”。", () => commands.SetModeAsync(mode, version, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> TryAsync(string field, string done, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            TempData["Success"] = done;
            return RedirectToPage();
        }
        catch (RefusedException refusal)
        {
            return await RefuseAsync(field, refusal.Message, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }
        catch (StaleException stale)
        {
            return await RefuseAsync("", stale.Message, StatusCodes.Status409Conflict, cancellationToken);
        }
    }

    private async Task<IActionResult> RefuseAsync(string field, string message, int status, CancellationToken cancellationToken)
    {
        ModelState.AddModelError(field, message);
        Response.StatusCode = status;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var all = await certificates.ListAsync(cancellationToken);
        Current = all.FirstOrDefault(row => row.IsCurrent);
        Earlier = [.. all.Where(row => !row.IsCurrent)];
        Mode = await certificates.ModeAsync(cancellationToken);
        Shown = await connection.CheckAsync(HttpContext);
    }
}
