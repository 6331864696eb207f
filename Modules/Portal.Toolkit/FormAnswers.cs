using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Toolkit;

/// <summary>Shows a form again, as it was typed, with the status that says why nothing was saved.</summary>
public static class FormAnswers
{
    /// <summary>422: a field or the whole form is refused.</summary>
    public static PageResult Refused(this PageModel page) => page.Answer(StatusCodes.Status422UnprocessableEntity);

    /// <summary>409: somebody else saved in between.</summary>
    public static PageResult Stale(this PageModel page) => page.Answer(StatusCodes.Status409Conflict);

    private static PageResult Answer(this PageModel page, int status)
    {
        page.Response.StatusCode = status;
        return page.Page();
    }
}
