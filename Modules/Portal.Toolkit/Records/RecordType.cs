namespace Portal.Toolkit.Records;

/// <summary>
/// A kind of record, declared in code: fields, route, moves, grants, guards, due dates. List, form, page, import, export and reminders come from the toolkit.
/// Found in the assembly of its <see cref="RecordBook"/>; stateless, one instance for the process; checked at start-up.
/// </summary>
public abstract class RecordType
{
    /// <summary>Unique in the portal, kept in the database and part of addresses: <c>exchange.event</c>.</summary>
    public abstract string Key { get; }

    /// <summary>国际会议.</summary>
    public abstract string Label { get; }

    /// <summary>Beginning of each number, for instance HY in <c>HY-2026-0001</c>.</summary>
    public abstract string Prefix { get; }

    /// <summary>In the order of the form.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>Empty: what is submitted is in force at once.</summary>
    public virtual IReadOnlyList<RecordStep> Route => [];

    /// <summary>Ways from state to state beside the route.</summary>
    public virtual IReadOnlyList<RecordMove> Moves => RecordMove.Standard;

    /// <summary>Empty: nobody, never everybody.</summary>
    public virtual IReadOnlyList<Grant> Grants => [];

    /// <summary>Rules of this type, asked before those of the book.</summary>
    public virtual IReadOnlyList<RecordGuard> Guards => [];

    /// <summary>Dates by which something about a record must be done.</summary>
    public virtual IReadOnlyList<RecordDue> Dues => [];

    /// <summary>Beside the common ones; a state of a common key replaces its label.</summary>
    public virtual IReadOnlyList<RecordState> States => [];

    /// <summary>Values that only one living record may have.</summary>
    public virtual IReadOnlyList<RecordKey> Keys => [];

    /// <summary>Empty for a type with one row in the matrix.</summary>
    public virtual IReadOnlyList<RecordFacet> Facets => [];

    /// <summary>Caption of the menu group.</summary>
    public virtual string Group => "";

    /// <summary>State after the route, or after the submit of a type without route.</summary>
    public virtual string ApprovedState => Route.Count == 0 ? RecordState.Active.Key : RecordState.Approved.Key;

    /// <summary>Readers without work on the record see only <see cref="Field.Open"/> fields; nobody reads all without a grant of this type.</summary>
    public virtual bool IsSensitive => false;

    /// <summary>Whether title, head, level and region are asked for; a register that names itself by <see cref="TitleOf"/> asks for less.</summary>
    public virtual bool HasCommonFields => true;

    /// <summary>Id of the choice by which lists filter, kept in a column.</summary>
    public virtual string? KindField => Fields.Any(known => known is { Id: "kind", Kind: FieldKind.Choice }) ? "kind" : null;

    /// <summary>Ids of the dates a list may be cut by.</summary>
    public virtual (string? Start, string? End) Period => (null, null);

    /// <summary>Address below the portal's root of a page of the module's own, with <c>{id}</c>; null for the generic one.</summary>
    public virtual string? CustomPage => null;

    /// <summary>
    /// Address below the portal's root of the page on which the person whose dossier it is reads it; null for the generic pages. A post that reaches the type as
    /// that person alone then has no list and no generic page of it, where opinions and notes of the staff stand.
    /// </summary>
    public virtual string? PersonalPage => null;

    /// <summary>
    /// States in which whoever works with the book's records finds them by title in a field that refers to them, though he may not open them: a register that
    /// all units draw upon. Empty: those in reach only.
    /// </summary>
    public virtual IReadOnlyList<string> KnownStates => [];

    /// <summary>Whether rows may be imported from a workbook.</summary>
    public virtual bool MayImport => false;

    /// <summary>State of imported rows: a draft, or one beyond the submit, for registers that take over what is in force already.</summary>
    public virtual string ImportedState => RecordState.Draft.Key;

    /// <summary>Keys of the unit roles that alone keep up fields after approval; null for whoever carries the record out, keeps it, decides on it or made it.</summary>
    public virtual IReadOnlyList<string>? KeptBy => null;

    /// <summary>Whether a copy says what it was copied from; false where the record before another is its earlier version, which only the module's own command makes.</summary>
    public virtual bool LinksCopies => true;

    /// <summary>After approval the body is changed by a request that takes the same route.</summary>
    public virtual bool MayChange => Route.Count > 0;

    /// <summary>Ids that <see cref="ChangedAsync"/> takes at most; <see cref="RecordWriter.IdsPerRecord"/> for each record it writes.</summary>
    public virtual int IdsPerChange => 0;

    /// <summary>Key of the facet; empty for a type without facets.</summary>
    public virtual string FacetOf(RecordView record) => "";

    /// <summary>The title where the type names its records itself; null when people enter it.</summary>
    public virtual string? TitleOf(RecordView record) => null;

    /// <summary>Id of the person whose dossier this is; that person may read it by a personal unit role.</summary>
    public virtual long? PersonOf(RecordView record) => null;

    /// <summary>Units beside the own one that take part: assigned ones. They read the record by <see cref="Act.ReadOwn"/> and act on it as on their own.</summary>
    public virtual IReadOnlyList<long> PartnersOf(RecordView record) => [];

    /// <summary>The module's own effect of a change, in the same transaction.</summary>
    public virtual Task ChangedAsync(RecordChange change, RecordWriter writer) => Task.CompletedTask;

    /// <summary>The field; null when there is none.</summary>
    public Field? Find(string id) => Fields.FirstOrDefault(field => field.Id == id);

    /// <summary>The move; null when there is none.</summary>
    public RecordMove? FindMove(string key) => Moves.FirstOrDefault(move => move.Key == key);

    /// <summary>The state; a key nobody declares any more is shown as it is.</summary>
    public RecordState StateOf(string key) =>
        States.Concat(RecordState.Common).FirstOrDefault(state => state.Key == key) ?? new(key, key, Components.StateKind.Pending);
}
