using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Toolkit;

/// <summary>
/// Filters of lists stand in the address, where bookmarks, logs and export notes keep them: a request that carries a whole 身份证号 there is led to the
/// same page without it, and nothing is searched.
/// </summary>
internal sealed class IdCardInAddress(ITempDataDictionaryFactory tempData) : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var kept = request.Query.Where(pair => !pair.Value.Any(IsNumber)).ToArray();
        if (kept.Length == request.Query.Count)
            return next();
        tempData.GetTempData(context.HttpContext)["Warning"] = "身份证号不能作为查询条件留在地址里，没有查询。请改用学号或姓名；窗口办理可在“现场办理”刷身份证。";
        context.Result = new LocalRedirectResult($"{request.PathBase}{request.Path}{QueryString.Create(kept)}");
        return Task.CompletedTask;
    }

    private static bool IsNumber(string? value) =>
        value is { Length: >= 18 } && IdCardNumber.Normalize(value) is { Length: 18 } number && IdCardNumber.BirthDate(number) is not null;
}
