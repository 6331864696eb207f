namespace Portal.Toolkit.Spreadsheets;

/// <summary>What a page needs to know of an <see cref="ImportPlan{T}"/> to explain it and to offer its template.</summary>
public interface IImportPlan
{
    /// <inheritdoc cref="ImportPlan{T}.Name"/>
    string Name { get; }

    /// <inheritdoc cref="ImportPlan{T}.Columns"/>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <inheritdoc cref="ImportPlan{T}.Instructions"/>
    IReadOnlyList<string> Instructions { get; }
}
