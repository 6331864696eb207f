using System.Text.Json.Nodes;

namespace Portal.Toolkit.Records.Input;

/// <summary>What a form or a row of a file brought for a record, parsed; see <see cref="RecordInputService"/>.</summary>
public sealed record RecordInput
{
    /// <summary>Values of the fields that were asked for; empty ones are absent.</summary>
    public required JsonObject Values { get; init; }

    /// <summary>Fields that were asked for; the others stay as they are.</summary>
    public required IReadOnlyCollection<string> Asked { get; init; }

    /// <summary>The common fields.</summary>
    public RecordRow Common { get; init; } = new();

    /// <summary>Of the form for a new record, once for each time it is shown; null without one.</summary>
    public string? FormId { get; init; }

    /// <summary>Whether the common fields were asked for.</summary>
    public bool HasCommon { get; init; }

    /// <summary>What could not be read, by field; rows as <c>members[1].post</c>.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What was typed, as it was typed.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();
}

/// <summary>A record was not saved because fields are missing or wrong; the page shows each message beside its field (422).</summary>
public sealed class RecordInvalidException(IReadOnlyDictionary<string, string> errors) : Exception(string.Join('；', errors.Values))
{
    /// <summary>By field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; } = errors;
}
