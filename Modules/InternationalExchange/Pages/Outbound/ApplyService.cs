using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>A student's application: programme and person are given, the rest is typed. A draft that could not be submitted is taken up again.</summary>
internal sealed class ApplyService(RecordCommands records, RecordInputService inputs, RecordFormService forms, MyOutboundQueries mine, RecordCatalog catalog, IUnitContext context)
{
    private static readonly string[] _needed = ["studentNo", "phone", "emergencyContact", "insurance", "consent"];
    private static readonly string[] _lasting = ["studentNo", "phone", "emergencyContact", "language", "passport"];
    private static readonly string[] _more = ["language", "grades", "passport"];

    private RecordType Type => catalog.Get(OutboundStudentType.TypeKey);

    /// <summary>The two parts of the form: what must be filled in, and what helps the selection.</summary>
    /// <param name="stored">A draft; null for a new application.</param>
    /// <param name="posted">What was posted and refused; null on a fresh page.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<(RecordForm Needed, RecordForm More)> FormsAsync(RecordView? stored, RecordFormTexts? posted, CancellationToken cancellationToken)
    {
        var record = stored ?? await PrefilledAsync(cancellationToken);
        var needed = await forms.BuildAsync(Type, record, posted, field => _needed.Contains(field.Id), withCommon: false, null, cancellationToken);
        return (
            needed with { Fields = [.. needed.Fields.OrderBy(field => Array.IndexOf(_needed, field.Field.Id))] },
            await forms.BuildAsync(Type, record, posted, field => _more.Contains(field.Id), withCommon: false, null, cancellationToken));
    }

    /// <summary>Saves and submits.</summary>
    public async Task<RecordSaved> ApplyAsync(OpenProgramme programme, RecordView? stored, IEnumerable<KeyValuePair<string, StringValues>> form, CancellationToken cancellationToken)
    {
        var me = context.Person ?? throw new RecordForbiddenException("请先登录。");
        var typed = await inputs.ReadAsync(Type, form, field => _needed.Contains(field.Id) || _more.Contains(field.Id), withCommon: false, cancellationToken);
        var values = (JsonObject)typed.Values.DeepClone();
        values["programme"] = programme.Record.Reference.ToJson();
        values["student"] = new RecordPerson(me.Id, me.Account, me.Name).ToJson();
        var input = typed with { Values = values, Asked = [.. typed.Asked, "programme", "student"] };
        var saved = stored is null
            ? await records.CreateAsync(OutboundStudentType.TypeKey, input, cancellationToken)
            : await records.SaveAsync(stored.Id, stored.Row.Version, input, cancellationToken);
        return await records.SubmitAsync(saved.Record.Id, saved.Record.Row.Version, cancellationToken);
    }

    // Number and name are known; phone, contact and insurance stand in the application before.
    private async Task<RecordView> PrefilledAsync(CancellationToken cancellationToken)
    {
        var values = new JsonObject { ["studentNo"] = context.Person?.Account };
        if (await mine.ListOwnAsync(cancellationToken) is [var before, ..])
        {
            var old = before.Copy();
            foreach (var field in _lasting.Where(field => old[field] is not null))
                values[field] = old[field]!.DeepClone();
        }

        return new(forms.Blank(Type).Row, values, []);
    }
}
