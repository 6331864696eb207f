using Portal.Modules;
using Portal.Units;

namespace Portal.Toolkit.Records;

/// <summary>All books and record types of the loaded modules.</summary>
public sealed class RecordCatalog(IEnumerable<RecordBook> books)
{
    private readonly Dictionary<string, (RecordBook Book, RecordType Type)> _byKey =
        books.SelectMany(book => book.Types.Select(type => (book, type))).DistinctBy(pair => pair.type.Key).ToDictionary(pair => pair.type.Key, pair => (pair.book, pair.type), StringComparer.Ordinal);

    public IReadOnlyList<RecordBook> Books { get; } = [.. books];

    /// <summary>The type; null when no loaded module has it.</summary>
    public RecordType? Find(string key) => _byKey.TryGetValue(key, out var found) ? found.Type : null;

    /// <exception cref="InvalidOperationException">No loaded module has the type.</exception>
    public RecordType Get(string key) => Find(key) ?? throw new InvalidOperationException($"No module that is loaded has the record type {key}.");

    /// <summary>The book of a type.</summary>
    public RecordBook BookOf(RecordType type) => _byKey[type.Key].Book;

    /// <summary>The book of a module; null when it has none.</summary>
    public RecordBook? FindBook(string moduleId) => Books.FirstOrDefault(book => string.Equals(book.ModuleId, moduleId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the type's module is on for the unit of the current post.</summary>
    internal bool IsOn(RecordType type, IModuleSwitch modules, IUnitContext context) => modules.IsEnabled(BookOf(type).ModuleId, context.UnitId);
}
