using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Units;

namespace Portal.Host.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel(IUnitContext context) : PageModel
{
    public IUnitContext Context { get; } = context;

    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Leads an administrator to the log; only for faults of ours.</summary>
    public string? Trace { get; private set; }

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain()
    {
        (Heading, Advice) = Status switch
        {
            400 => ("这个请求没有被接受", "页面可能打开得太久，登录已过期。请返回上一页，刷新后重新提交；填写的内容可先复制保存。"),
            401 => ("请先登录", "登录后会回到您要打开的页面。"),
            403 => ("您当前的岗位没有这项权限", "如果您有其他岗位，请先切换岗位；需要开通请联系本单位管理员。"),
            404 => ("没有找到这个页面", "地址可能不对，内容可能已删除，或不在您当前岗位的范围内。"),
            413 => ("提交的内容太大", "请减小文件后重新上传。"),
            429 => ("操作太频繁", "请等一分钟再试。"),
            >= 500 => ("处理时出了问题", "这次操作没有完成，已有的数据没有改变。请稍后再试；如果仍然出现，请把下面的编号告诉管理员。"),
            _ => ("这个请求没有完成", "请返回上一页再试。"),
        };
        Trace = Status >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }
}
