using System.Data.Common;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Forms;
using Portal.Units;

namespace Portal.Toolkit.Records.Input;

/// <summary>
/// People that forms may name. By account anybody: whoever types one knows it. By name those who hold a post in reach: of an office the whole institution, of
/// others the own unit and below. Whoever acts for himself alone finds by name only whom his form suggests.
/// </summary>
public sealed class RecordPeopleQueries(
    DbDataSource source, RecordCatalog catalog, RecordAccess access, RecordHeadQueries heads, PermissionHolderQueries holders, IPostDirectory directory, IUnitContext context, IUnitTree units)
{
    private const int MostRecords = 300;
    private const int MostSuggested = 300;
    private const int MostNamed = 5;

    private readonly Dictionary<(long PostId, RecordType Type), IReadOnlyList<RecordPersonChoice>> _suggested = [];

    /// <summary>Whom a form suggests: those in reach who work with the book's records, those whom the unit named before, and oneself; the own unit's first.</summary>
    public async Task<IReadOnlyList<RecordPersonChoice>> SuggestAsync(RecordType type, CancellationToken cancellationToken)
    {
        var key = (context.Post?.Id ?? 0, type);
        return _suggested.TryGetValue(key, out var known) ? known : _suggested[key] = await ListAsync(type, cancellationToken);
    }

    /// <summary>The person who is meant by an account, or by a name that only one in reach has.</summary>
    /// <exception cref="FormatException">Nobody is, or several are; the message tells them apart.</exception>
    internal async Task<RecordPerson> ReadAsync(RecordType type, string account, string name, CancellationToken cancellationToken)
    {
        if (await directory.FindPersonAsync(account, cancellationToken) is { } person)
            return new(person.Id, person.Account, person.Name);
        return await FindAsync(type, name, cancellationToken) switch
        {
            [var only] => new(only.Person.Id, only.Person.Account, only.Person.Name),
            [] => throw new FormatException($"没有账号“{account}”的人员{(ReachOf(type) is null ? "" : $"，{(IsOffice(type) ? "全校" : "本单位")}也没有叫这个名字的人")}，请填写工号或账号"),
            var several => throw new FormatException(
                $"叫“{name}”的有 {several.Count} 人：{string.Join("、", several.Take(MostNamed).Select(Text))}{(several.Count > MostNamed ? "等" : "")}，请填写其中一人的账号"),
        };
    }

    private static string Text(RecordPersonChoice choice) =>
        choice.Place.Length == 0 ? RecordInputTextService.Person(choice.Person.Name, choice.Person.Account) : $"{choice.Person.Name}（{choice.Person.Account}，{choice.Place}）";

    private async Task<IReadOnlyList<RecordPersonChoice>> FindAsync(RecordType type, string name, CancellationToken cancellationToken)
    {
        var suggested = (await SuggestAsync(type, cancellationToken)).Where(choice => choice.Person.Name == name);
        if (ReachOf(type) is not { } reach)
            return [.. suggested];
        var posts = await directory.FindPostsAsync(name, reach, cancellationToken);
        return [.. suggested.Concat(await ChoicesAsync([.. posts.Select(post => post.PersonId)], posts, cancellationToken)).DistinctBy(choice => choice.Person.Id)];
    }

    private async Task<IReadOnlyList<RecordPersonChoice>> ListAsync(RecordType type, CancellationToken cancellationToken)
    {
        var me = context.Person?.Id ?? 0;
        if (ReachOf(type) is not { } reach)
            return await ChoicesAsync([me, (await heads.FindAsync(type, cancellationToken))?.Id ?? 0], [], cancellationToken);
        var book = catalog.BookOf(type);
        string[] wanted = [.. book.Roles.Where(role => !role.IsPersonal).Select(role => role.Permission), .. book.HeadPermission is { } head ? [head] : Array.Empty<string>()];
        var posts = (await holders.ListAsync(wanted, cancellationToken)).Where(post => units.IsWithin(post.UnitId, reach))
            .OrderBy(post => post.UnitId == context.UnitId ? 0 : 1).ToArray();
        return await ChoicesAsync([me, .. await NamedAsync(type, cancellationToken), .. posts.Select(post => post.PersonId)], posts, cancellationToken);
    }

    private async Task<IReadOnlyList<RecordPersonChoice>> ChoicesAsync(IEnumerable<long> personIds, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var ids = personIds.Where(id => id > 0).Distinct().Take(MostSuggested).ToArray();
        var held = posts.ToLookup(post => post.PersonId);
        var order = ids.Select((id, index) => (id, index: held[id].Any(post => post.UnitId == context.UnitId) ? index - ids.Length : index)).ToDictionary(pair => pair.id, pair => pair.index);
        return
        [
            .. (await directory.ListPeopleAsync(ids, cancellationToken)).OrderBy(person => order[person.Id])
                .Select(person => new RecordPersonChoice(person, string.Join('；', held[person.Id].Select(post => $"{post.UnitName} {post.RoleName}").Distinct().Take(2)))),
        ];
    }

    private async Task<IEnumerable<long>> NamedAsync(RecordType type, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await ReadSession.Of(connection, cancellationToken).QueryAsync<PeopleRow>(
            """
            select head_id, owner_id
            from toolkit_record
            where type = @Key
              and unit_id = @UnitId
            order by id desc
            limit @MostRecords
            """,
            new { type.Key, context.UnitId, MostRecords });
        return rows.SelectMany(row => new[] { row.HeadId ?? 0, row.OwnerId });
    }

    private long? ReachOf(RecordType type)
    {
        var book = catalog.BookOf(type);
        if (IsOffice(type))
            return context.Path is [_, var institution, ..] ? institution : context.UnitId;
        var works = access.RolesIn(book).Any(role => !role.IsPersonal) || (book.HeadPermission is { } head && context.Has(head));
        return works ? context.UnitId : null;
    }

    private bool IsOffice(RecordType type) => access.RolesIn(catalog.BookOf(type)).Any(role => role.IsOffice);

    private sealed record PeopleRow
    {
        public long? HeadId { get; init; }

        public long OwnerId { get; init; }
    }
}

/// <summary>A person who may be named.</summary>
/// <param name="Person">Who.</param>
/// <param name="Place">Where he works and as what; empty when that is not known here.</param>
public sealed record RecordPersonChoice(Person Person, string Place);
