using Microsoft.Extensions.Primitives;

namespace Portal.Toolkit.Records.Forms;

/// <summary>What stands in the inputs of a form, by name.</summary>
public sealed class RecordFormTexts
{
    private readonly Dictionary<string, IReadOnlyList<string>> _texts = new(StringComparer.Ordinal);

    /// <summary>What was posted; names of the page's own begin with an underscore and are left out.</summary>
    public static RecordFormTexts Of(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var texts = new RecordFormTexts();
        foreach (var (name, values) in form.Where(pair => !pair.Key.StartsWith('_')))
            texts._texts[name] = [.. values.OfType<string>()];
        return texts;
    }

    public IReadOnlyList<string> this[string name]
    {
        get => _texts.GetValueOrDefault(name, []);
        set => _texts[name] = value;
    }

    /// <summary>Numbers of the rows of a field, in order.</summary>
    public IReadOnlyList<int> RowsOf(string field) =>
    [
        .. _texts.Keys.Where(name => name.StartsWith($"{field}[", StringComparison.Ordinal) && name.Contains("].", StringComparison.Ordinal))
            .Select(name => int.TryParse(name[(field.Length + 1)..name.IndexOf("].", StringComparison.Ordinal)], out var index) ? index : -1)
            .Where(index => index is >= 0 and < 10_000).Distinct().Order(),
    ];

    /// <summary>Takes a row away, named <c>members[3]</c>.</summary>
    public void RemoveRow(string row)
    {
        foreach (var name in _texts.Keys.Where(name => name.StartsWith($"{row}.", StringComparison.Ordinal)).ToArray())
            _texts.Remove(name);
    }
}
