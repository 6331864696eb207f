using Microsoft.AspNetCore.Http;
using Portal.Toolkit.Records;
using Portal.Toolkit.Reviews;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>What the pages of students abroad share: one answer for each kind of refusal.</summary>
internal abstract class OutboundPageModel : PageModel
{
    /// <summary>The version the person saw.</summary>
    [FromForm(Name = "_version")]
    public long Version { get; set; }

    /// <summary>Why nothing was saved, when it belongs to no field.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Runs a command; a refusal becomes messages beside the fields or above them.</summary>
    /// <returns>The status of the refusal; null when nothing stood against it.</returns>
    protected async Task<int?> TryAsync(Func<Task> command)
    {
        try
        {
            await command();
            return null;
        }
        catch (RecordInvalidException refusal)
        {
            foreach (var (field, text) in refusal.Errors)
                ModelState.AddModelError(field, text);
            return StatusCodes.Status422UnprocessableEntity;
        }
        catch (RefusedException refusal)
        {
            Problem = refusal.Message;
            return StatusCodes.Status422UnprocessableEntity;
        }
        catch (StaleException refusal)
        {
            Problem = refusal.Message;
            return StatusCodes.Status409Conflict;
        }
        catch (RecordException refusal)
        {
            Problem = refusal.Message;
            return refusal.StatusCode;
        }
        catch (ReviewException refusal)
        {
            Problem = refusal.Message;
            return refusal.StatusCode;
        }
    }

    protected PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
