using System.Text.Json.Nodes;

namespace Portal.Toolkit.Records;

/// <summary>A record with its values, as rules and pages read it; it never changes, a changed one is another.</summary>
public sealed class RecordView(RecordRow row, JsonObject data, IReadOnlyList<RecordFile> files) : RecordValues(data)
{
    public RecordRow Row { get; } = row;

    public long Id => Row.Id;

    public string No => Row.No;

    public string Title => Row.Title;

    public long UnitId => Row.UnitId;

    public string State => Row.State;

    public int Year => Row.Year;

    /// <summary>All files, oldest first.</summary>
    public IReadOnlyList<RecordFile> Files { get; } = files;

    /// <summary>Whether it is in one of these states.</summary>
    public bool IsIn(params ReadOnlySpan<string> states) => states.Contains(State);

    public bool HasFile(string field) => Files.Any(file => file.Field == field);

    /// <summary>How others name it.</summary>
    public RecordRef Reference => new(Id, No, Title);

    internal RecordView With(RecordRow row) => new(row, Data, Files);

    internal RecordView With(JsonObject data) => new(Row, data, Files);
}

/// <summary>A file of a record.</summary>
/// <param name="Field">Id of the field it belongs to.</param>
/// <param name="AttachmentId">Address of the download: <c>/attachments/{id}</c>.</param>
/// <param name="Name">As it was called when it was uploaded.</param>
/// <param name="Size">In bytes.</param>
public sealed record RecordFile(string Field, long AttachmentId, string Name, long Size);
