using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Commands;

/// <summary>A page that gives commands on records: the version the person saw, one answer for each kind of refusal.</summary>
public abstract class RecordCommandPageModel : PageModel
{
    private const string Stale = "记录已被更新，请刷新。";

    /// <summary>The version the person saw.</summary>
    [FromForm(Name = RecordActionKeys.Version)]
    public long Version { get; set; }

    /// <summary>Why nothing was saved, when it belongs to no field.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Inputs of the page's own by the names under which commands refuse them.</summary>
    protected virtual IReadOnlyDictionary<string, string> Inputs { get; } = new Dictionary<string, string>();

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
                ModelState.AddModelError(Inputs.GetValueOrDefault(field, field), text);
            return StatusCodes.Status422UnprocessableEntity;
        }
        catch (RefusedException refusal) when (refusal.Field.Length > 0)
        {
            ModelState.AddModelError(Inputs.GetValueOrDefault(refusal.Field, refusal.Field), refusal.Message);
            return StatusCodes.Status422UnprocessableEntity;
        }
        catch (RefusedException refusal)
        {
            Problem = refusal.Message;
            return StatusCodes.Status422UnprocessableEntity;
        }
        catch (ReviewRefusedException refusal) when (refusal.Field is { } field && Inputs.ContainsKey(field))
        {
            ModelState.AddModelError(Inputs[field], refusal.Message);
            return refusal.StatusCode;
        }
        catch (ReviewException refusal)
        {
            Problem = refusal is ReviewStaleException ? Stale + refusal.Message : refusal.Message;
            return refusal.StatusCode;
        }
        catch (RecordException refusal)
        {
            Problem = refusal.Message;
            return refusal.StatusCode;
        }
        catch (StaleException refusal)
        {
            Problem = Stale + refusal.Message;
            return StatusCodes.Status409Conflict;
        }
    }

    /// <summary>The page again, with this status.</summary>
    protected PageResult Answer(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>What guards warn of without refusing stands above the next page.</summary>
    protected void Tell(string success, RecordSaved? saved = null)
    {
        TempData["Success"] = success;
        if (saved is { Warnings.Count: > 0 })
            TempData["Warning"] = string.Join(' ', saved.Warnings);
    }
}
