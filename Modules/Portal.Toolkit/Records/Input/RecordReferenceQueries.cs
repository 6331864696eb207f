using System.Data.Common;
using System.Text.RegularExpressions;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Lists;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Records.Input;

/// <summary>Records that a field may refer to: any by its number, those that the post may read also by their title or a part of it.</summary>
public sealed partial class RecordReferenceQueries(
    DbDataSource source, RecordCatalog catalog, RecordTypeService types, RecordListQueries records, RecordLinkQueries links, RecordTextService texts)
{
    private const int MostNamed = 5;
    private const int MostKnown = 200;

    // Whoever means one of these types its number.
    private static readonly string[] _dead =
        [RecordState.Rejected.Key, RecordState.Withdrawn.Key, RecordState.Cancelled.Key, RecordState.Terminated.Key, RecordState.Archived.Key];

    /// <summary>A reference as inputs hold it: number and title.</summary>
    public static string TextOf(string no, string title) => $"{no} {title}".TrimEnd();

    /// <summary>The newest living records in reach, with state and unit beside them.</summary>
    internal async Task<IReadOnlyList<FieldChoice>> SuggestAsync(string refType, CancellationToken cancellationToken)
    {
        var type = catalog.Get(refType);
        var found = await ListAsync(type, "", cancellationToken);
        return [.. found.Where(row => !_dead.Contains(row.State)).Select(row => new FieldChoice(TextOf(row.No, row.Title), $"{type.StateOf(row.State).Label}，{texts.UnitName(row.UnitId)}"))];
    }

    /// <summary>The record that a text means.</summary>
    /// <exception cref="FormatException">None is meant, or several are; the message has their numbers.</exception>
    internal async Task<RecordRef> ReadAsync(Field field, string text, CancellationToken cancellationToken)
    {
        var type = catalog.Get(field.RefType!);
        if (NumberIn(text) is { } no)
        {
            if (await FindNumberAsync(type, no, cancellationToken) is { } numbered)
                return numbered;
            if (no.StartsWith($"{type.Prefix}-", StringComparison.Ordinal))
                throw new FormatException($"{field.Label}：没有编号“{no}”的{type.Label}");
        }

        return await FindTitleAsync(type, text, cancellationToken) switch
        {
            [var only] => only,
            [] => throw new FormatException($"{field.Label}：没有找到编号是“{text}”或标题含“{text}”的{type.Label}"),
            var several => throw new FormatException(
                $"{field.Label}：标题含“{text}”的{type.Label}不止一条：{string.Join("、", several.Take(MostNamed).Select(found => TextOf(found.No, found.Title)))}{(several.Count > MostNamed ? "等" : "")}，请填写编号"),
        };
    }

    /// <summary>The records that a text with several numbers or titles means; a title may hold the sign that divides them.</summary>
    /// <exception cref="FormatException">One of them is not found, or not clear.</exception>
    internal async Task<IReadOnlyList<RecordRef>> ReadAllAsync(Field field, string text, string[] parts, CancellationToken cancellationToken)
    {
        var type = catalog.Get(field.RefType!);
        if (parts.Length > 1 && NumberIn(text) is null && await FindTitleAsync(type, text, cancellationToken) is [var whole])
            return [whole];
        var found = new List<RecordRef>();
        foreach (var part in parts)
        {
            if (found.Count == 0 || NumberIn(part) is not null || !found[^1].Title.Contains(part, StringComparison.Ordinal))
                found.Add(await ReadAsync(field, part, cancellationToken));
        }

        return found;
    }

    private static string? NumberIn(string text) => Number().Match(CellText.Narrow(text).ToUpperInvariant()) is { Success: true } match ? match.Value : null;

    private async Task<RecordRef?> FindNumberAsync(RecordType type, string no, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var row = await ReadSession.Of(connection, cancellationToken).FirstOrDefaultAsync<RecordRow>(
            "select id, no, title, state from toolkit_record where type = @Key and no = @no", new { type.Key, no });

        // Numbers can be guessed: a title is told to those only who may open the record, and that of a harmless one to offices concerned with its type.
        return row is null ? null : new(row.Id, row.No, await links.MayNameAsync(type, row.Id, row.State, cancellationToken) ? row.Title : type.Label);
    }

    private async Task<IReadOnlyList<RecordRef>> FindTitleAsync(RecordType type, string title, CancellationToken cancellationToken)
    {
        var rows = await ListAsync(type, title, cancellationToken);
        foreach (var better in new[] { rows.Where(row => row.Title == title && !_dead.Contains(row.State)), rows.Where(row => !_dead.Contains(row.State)) })
        {
            if (better.Any())
                return [.. better.Select(row => new RecordRef(row.Id, row.No, row.Title))];
        }

        return [.. rows.Select(row => new RecordRef(row.Id, row.No, row.Title))];
    }

    private async Task<IReadOnlyList<RecordRow>> ListAsync(RecordType type, string title, CancellationToken cancellationToken)
    {
        var readable = types.Find(type.Key) is null ? [] : (await records.ListAsync(type, new() { Text = title }, null, null, cancellationToken)).Rows.Select(found => found.Row);
        return [.. readable.Concat(links.KnowsRegister(type) ? await KnownAsync(type, title, cancellationToken) : []).DistinctBy(row => row.Id).OrderByDescending(row => row.Id)];
    }

    private async Task<IReadOnlyList<RecordRow>> KnownAsync(RecordType type, string title, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadSession.Of(connection, cancellationToken).QueryAsync<RecordRow>(
            $"""
            select id, no, title, state, unit_id
            from toolkit_record
            where type = @Key
              and state in @KnownStates
              {(title.Length == 0 ? "" : "and instr(title, @title) > 0")}
            order by id desc
            limit @MostKnown
            """,
            new { type.Key, type.KnownStates, title, MostKnown });
    }

    [GeneratedRegex(@"^[A-Z]+-[0-9-]*[0-9](?=\s|$)")]
    private static partial Regex Number();
}
