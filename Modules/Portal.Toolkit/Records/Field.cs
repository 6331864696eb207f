namespace Portal.Toolkit.Records;

/// <summary>A field of a record type.</summary>
/// <param name="Id">Unique within the type, letters and digits; the key in the stored data.</param>
/// <param name="Label">As forms show it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Whether it must be filled at submit, or at the move that asks for it. A draft may leave it empty.</param>
/// <param name="Options">Of a choice: <c>conference=国际会议;talk=报告</c>.</param>
/// <param name="RefType">Of a reference: key of the record type it points to.</param>
/// <param name="Columns">Of rows: the fields of one row; neither rows nor files.</param>
/// <param name="Max">Most characters of a text, largest value of a number, most entries of rows and of several values.</param>
/// <param name="Multiple">Several values; choice, country, unit, person and reference only.</param>
/// <param name="Sensitive">Encrypted at rest, masked for whoever does not work on the record, never exported in full.</param>
/// <param name="ShowIf">Asked and required only then; null always.</param>
/// <param name="Check">A Chinese message when the value does not do, null when it does; asked when the field is filled.</param>
public sealed record Field(
    string Id,
    string Label,
    FieldKind Kind,
    bool Required = true,
    string? Options = null,
    string? RefType = null,
    IReadOnlyList<Field>? Columns = null,
    int? Max = null,
    bool Multiple = false,
    bool Sensitive = false,
    Func<RecordView, bool>? ShowIf = null,
    Func<RecordView, string?>? Check = null)
{
    private IReadOnlyList<FieldChoice>? _choices;

    /// <summary>Key of the move that asks for it; the body's form does not show it then.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Kept up after approval by whoever executes the record, without a change request: outcomes, actions, receipts.</summary>
    public bool Kept { get; init; }

    /// <summary>A kept field that the draft asks for too: a passport that will be renewed.</summary>
    public bool FromDraft { get; init; }

    /// <summary>Of a text: the one form in which it is stored and compared; null as it is entered.</summary>
    public Func<string, string>? Normalise { get; init; }

    /// <summary>Of a day: it cannot lie ahead.</summary>
    public bool IsPast { get; init; }

    /// <summary>In a sensitive type: shown to readers who do not work on the record.</summary>
    public bool Open { get; init; }

    /// <summary>A column of the type's list.</summary>
    public bool InList { get; init; }

    /// <summary>Smallest value of a number; least entries of rows; least characters of a text.</summary>
    public int? Min { get; init; }

    /// <summary>One sentence below the field.</summary>
    public string Hint { get; init; } = "";

    /// <summary>English label, for the pages of people from abroad; empty shows the Chinese one alone.</summary>
    public string English { get; init; } = "";

    /// <summary>Of a choice: what may be chosen.</summary>
    public IReadOnlyList<FieldChoice> Choices => _choices ??= FieldChoice.Parse(Options);

    /// <summary>Whether it stands in the form of a draft.</summary>
    public bool InBody => AskedBy is null && (!Kept || FromDraft) && Kind != FieldKind.File;
}

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>One line, 200 characters unless said otherwise.</summary>
    Text,

    /// <summary>Several lines, 4,000 characters unless said otherwise.</summary>
    LongText,

    /// <summary>A whole number, not below 0 unless <see cref="Field.Min"/> says so.</summary>
    Int,

    /// <summary>Yuan, two decimals, not below 0.</summary>
    Money,

    /// <summary>A day of the portal's zone.</summary>
    Date,

    /// <summary>A moment, to the minute; kept in UTC.</summary>
    DateTime,

    /// <summary>True, false or not answered.</summary>
    YesNo,

    /// <summary>One of <see cref="Field.Options"/>, or several.</summary>
    Choice,

    /// <summary>A person with an account; entered by account or name.</summary>
    Person,

    /// <summary>A unit of the organisation tree.</summary>
    Unit,

    /// <summary>A country by ISO 3166-1 code.</summary>
    Country,

    /// <summary>Files, uploaded on the record's page.</summary>
    File,

    /// <summary>Rows inside the record.</summary>
    Rows,

    /// <summary>Another record, entered by its number or title.</summary>
    Ref,
}

/// <summary>One value of a choice.</summary>
/// <param name="Key">As stored.</param>
/// <param name="Label">As shown.</param>
public sealed record FieldChoice(string Key, string Label)
{
    internal static IReadOnlyList<FieldChoice> Parse(string? options) => options is null
        ? []
        : [.. options.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=', 2)).Select(parts => new FieldChoice(parts[0], parts[^1]))];
}
