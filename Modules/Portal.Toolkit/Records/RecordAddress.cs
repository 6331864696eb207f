namespace Portal.Toolkit.Records;

/// <summary>Addresses of records below the portal's root.</summary>
public static class RecordAddress
{
    /// <summary>The generic page, which leads on to the module's own where the type has one.</summary>
    public static string Of(RecordView record) => Of(record.Row.Type, record.Id);

    /// <inheritdoc cref="Of(RecordView)"/>
    public static string Of(string type, long id) => $"/workbench/records/{type}/{id}";

    /// <summary>The list of a type.</summary>
    public static string ListOf(string type) => $"/workbench/records/{type}";

    /// <summary>The form of a new record.</summary>
    public static string NewOf(string type) => $"/workbench/records/{type}/new";

    /// <summary>Leads from the subject of a review to its record.</summary>
    public static string OfReview(long subjectId) => $"/workbench/records/review/{subjectId}";
}
