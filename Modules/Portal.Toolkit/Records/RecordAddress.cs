namespace Portal.Toolkit.Records;

/// <summary>Addresses of records below the portal's root.</summary>
public static class RecordAddress
{
    /// <summary>The generic page, which links to the module's own where the type has one.</summary>
    public static string Of(RecordView record) => Of(record.Row.Type, record.Id);

    /// <inheritdoc cref="Of(RecordView)"/>
    public static string Of(string type, long id) => $"/workbench/records/{type}/{id}";

    /// <summary>The list of a type.</summary>
    public static string ListOf(string type) => $"/workbench/records/{type}";

    /// <summary>The form of a new record of a type; the values of its fields may follow as query.</summary>
    public static string NewOf(string type) => $"{ListOf(type)}/new";

    /// <summary>The form of a draft.</summary>
    public static string EditOf(string type, long id) => $"{Of(type, id)}/edit";

    /// <summary>The form of a change request.</summary>
    public static string AmendOf(string type, long id) => $"{Of(type, id)}/change";

    /// <summary>The module's own page where the type has one, else the generic one.</summary>
    public static string PageOf(RecordType type, long id) =>
        type.CustomPage?.Replace("{id}", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) ?? Of(type.Key, id);

    /// <summary>Leads from the subject of a review to its record.</summary>
    public static string OfReview(long subjectId) => $"/workbench/records/review/{subjectId}";
}
