using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>A workbook as download: its Chinese file name arrives whole, and no browser guesses another type.</summary>
public sealed class SpreadsheetResult : FileStreamResult
{
    /// <summary>The content type of .xlsx.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal SpreadsheetResult(Stream content, string fileName)
        : base(content, Xlsx) => FileDownloadName = fileName;

    public override Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        return base.ExecuteResultAsync(context);
    }
}
