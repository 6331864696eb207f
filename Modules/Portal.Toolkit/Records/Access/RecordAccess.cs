using Portal.Units;

namespace Portal.Toolkit.Records.Access;

/// <summary>What the current post may do with records, by the matrix of their book. Fails closed.</summary>
public sealed class RecordAccess(RecordCatalog catalog, IUnitContext context, IUnitTree units)
{
    // A menu asks for all types on each page and a list of links for each record; within a scope the answers stay the same for a post.
    private readonly Dictionary<(long PostId, RecordBook Book), IReadOnlyList<UnitRole>> _roles = [];
    private readonly Dictionary<(long PostId, RecordType Type), RecordReach> _reaches = [];

    private (long UnitId, long[] Ids)? _below;

    private long PostId => context.Post?.Id ?? 0;

    /// <summary>The unit roles the current post acts as in a book.</summary>
    public IReadOnlyList<UnitRole> RolesIn(RecordBook book) => _roles.TryGetValue((PostId, book), out var held)
        ? held
        : _roles[(PostId, book)] = [.. book.Roles.Where(role => context.Has(role.Permission))];

    /// <summary>Whether the current post has anything to do with the type; without it the type's pages do not exist for it.</summary>
    public bool MayOpen(RecordType type) => ReachOf(type).IsAny;

    /// <summary>Whether it reaches the type as the person of a dossier alone, and reads that on <see cref="RecordType.PersonalPage"/>.</summary>
    public bool IsPersonal(RecordType type) => type.PersonalPage is not null && ReachOf(type).IsOwnOnly;

    /// <summary>Whether it may create one of any facet.</summary>
    public bool MayCreate(RecordType type) => context.Post is not null && GrantsOf(type).Any(grant => grant.Grant.Act == Act.Create);

    /// <summary>Whether it may create one of this facet.</summary>
    public bool MayCreate(RecordType type, string facet) => context.Post is not null && GrantsOf(type).Any(grant => grant.Grant.Act == Act.Create && Fits(grant.Grant, facet));

    /// <summary>Which records of a type it may read.</summary>
    public RecordReach ReachOf(RecordType type) => _reaches.TryGetValue((PostId, type), out var known) ? known : _reaches[(PostId, type)] = FindReach(type);

    /// <summary>What it may do with one record; nothing when it may not even read it.</summary>
    /// <param name="type">The record's type.</param>
    /// <param name="record">The record.</param>
    /// <param name="sharedUnits">All units that have to do with it, reviewers and partners too.</param>
    public RecordRights RightsOn(RecordType type, RecordView record, IReadOnlyCollection<RecordUnit> sharedUnits)
    {
        var reach = ReachOf(type);
        var facet = record.Row.Facet;
        var isPersonal = reach.PersonId is { } me && (record.Row.OwnerId == me || record.Row.PersonId == me);
        var sees = reach.AllFacets is null || reach.AllFacets.Contains(facet) || isPersonal
            || ((reach.UnitFacets is null || reach.UnitFacets.Contains(facet)) && sharedUnits.Any(shared => reach.UnitIds.Contains(shared.UnitId)));
        if (!sees)
            return RecordRights.None;
        var isOwn = sharedUnits.Any(shared => shared.IsOwn && units.IsWithin(shared.UnitId, context.UnitId));
        HashSet<Act> acts = [.. GrantsOf(type).Where(pair => Fits(pair.Grant, facet) && Reaches(pair, isOwn, isPersonal)).Select(pair => pair.Grant.Act)];
        var works = acts.Overlaps([Act.Create, Act.Review, Act.Decide, Act.Execute, Act.Custody, Act.File]);
        return new()
        {
            MayRead = true,
            SeesEverything = !type.IsSensitive || works || acts.Contains(Act.ReadAll),
            SeesSecrets = works || isPersonal,
            Acts = acts,
            Roles = [.. RolesIn(catalog.BookOf(type)).Select(role => role.Key)],
            KeptBy = type.KeptBy,
        };
    }

    private RecordReach FindReach(RecordType type)
    {
        var book = catalog.BookOf(type);
        var grants = GrantsOf(type).ToArray();

        // A route leads its reviewers to the records whose turn it is; without one an office that reviews finds them itself.
        // Whoever reads everything reads of the sensitive what "read own" gives: the open fields, of all.
        var all = grants.Where(pair => pair.Grant.Act == Act.ReadAll || (pair.Role.ReadsAll && pair.Grant.Act == Act.ReadOwn) || (pair.Role.IsOffice
                && (pair.Grant.Act is Act.Execute or Act.Custody or Act.File or Act.Decide || (pair.Grant.Act == Act.Review && type.Route.Count == 0))))
            .Select(pair => pair.Grant.Facet).ToArray();
        var own = grants.Where(pair => !pair.Role.IsPersonal).Select(pair => pair.Grant.Facet).ToArray();
        var isHead = book.HeadPermission is { } head && context.Has(head) && type.Route.Any(step => step.UnitRole == UnitRole.OwnUnitHead);
        var readsAll = !type.IsSensitive && RolesIn(book).Any(role => role.ReadsAll);
        return new()
        {
            AllFacets = readsAll || all.Contains(null) ? null : [.. all.OfType<string>().Distinct()],
            UnitIds = own.Length == 0 && !isHead ? [] : UnitsBelow(),
            UnitFacets = isHead || own.Contains(null) ? null : [.. own.OfType<string>().Distinct()],
            PersonId = grants.Any(pair => pair.Role.IsPersonal) ? context.Person?.Id : null,
        };
    }

    private long[] UnitsBelow()
    {
        if (_below is not { } known || known.UnitId != context.UnitId)
            _below = known = (context.UnitId, [.. units.Subtree(context.UnitId).Select(unit => unit.Id)]);
        return known.Ids;
    }

    // An office creates for its own unit like everybody else, but carries out, keeps and files for the whole school.
    private static bool Reaches((UnitRole Role, Grant Grant) pair, bool isOwn, bool isPersonal) => pair switch
    {
        { Role.IsPersonal: true } => isPersonal,
        { Role.IsOffice: true, Grant.Act: not (Act.Create or Act.ReadOwn) } => true,
        { Grant.Act: Act.ReadAll } => true,
        _ => isOwn,
    };

    private static bool Fits(Grant grant, string facet) => grant.Facet is null || grant.Facet == facet;

    private IEnumerable<(UnitRole Role, Grant Grant)> GrantsOf(RecordType type) =>
        from role in RolesIn(catalog.BookOf(type))
        from grant in type.Grants
        where grant.UnitRole == role.Key
        select (role, grant);
}
