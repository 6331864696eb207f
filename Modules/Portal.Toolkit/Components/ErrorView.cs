namespace Portal.Toolkit.Components;

/// <summary>What an error page says: what happened (the page's title), what it means, what to do; partial <c>_Error</c>.</summary>
public sealed record ErrorView
{
    public required int Status { get; init; }

    public required string Headline { get; init; }

    public required string Text { get; init; }

    public required string Advice { get; init; }

    /// <summary>Finds the event in the log; shown so that a person can read it out.</summary>
    public string? TraceId { get; init; }

    /// <summary>The words for a status code.</summary>
    public static ErrorView For(int status, string? traceId)
    {
        var (headline, text, advice) = status switch
        {
            400 => ("这次提交没有被接受", "页面停留太久，或提交的内容不完整。没有任何数据被改动。", "返回上一页，刷新后重新提交。"),
            401 => ("请先登录", "登录已过期，或尚未登录。", "登录后会回到刚才的页面。"),
            403 => ("当前岗位没有这项权限", "你已登录，但当前角色不能使用这个页面。", "如有多个岗位，请在页面顶部切换岗位；仍需使用时，请联系本单位管理员授权。"),
            404 => ("没有找到这个页面", "地址有误，内容已被移走，或本单位没有启用这个模块。", "核对地址，或从首页的菜单重新进入。"),
            413 => ("文件太大", "上传的文件超过了允许的大小，没有保存。", "压缩或拆分文件后重新上传。"),
            429 => ("操作太频繁", "短时间内请求过多，已暂停受理。", "稍等一分钟再试。"),
            503 => ("门户正在维护", "暂时不能办理，已保存的数据不受影响。", "几分钟后刷新本页。"),
            _ => ("这一步没有完成", "门户处理时出了差错，已记入日志。此前已保存的内容不受影响。", "返回上一页再试一次；仍不成功时，请把下面的编号告诉信息化部门。"),
        };
        return new() { Status = status, Headline = headline, Text = text, Advice = advice, TraceId = traceId };
    }
}
