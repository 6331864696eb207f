using Portal.Data;

namespace Portal.Toolkit.Imports;

/// <summary>A kind of import as pages and jobs know it. Derive from <see cref="Import{TArgument,TLine,TAction}"/>.</summary>
public abstract class ImportDefinition
{
    private protected ImportDefinition()
    {
    }

    /// <summary>Module and name, for instance <c>RegistryTransfer.Schools</c>; stored with each batch and never changed.</summary>
    public abstract string Id { get; }

    /// <summary>What it imports: 离校名单.</summary>
    public abstract string Title { get; }

    /// <summary>Needed to upload, to import and while the jobs run.</summary>
    public abstract string Permission { get; }

    /// <summary>Measure word of what a row is: 人, 所.</summary>
    public virtual string Counted => "行";

    /// <summary>False where rows only change what is there: the pages say 导入 instead of 新增 and 更新 then.</summary>
    public virtual bool Adds => true;

    /// <summary>True where nothing is imported while any row of the file is rejected. Such a file is applied in one transaction, so it may hold 1,000 rows.</summary>
    public virtual bool IsAllOrNothing => false;

    /// <summary>The first part of <see cref="Id"/>.</summary>
    public string Module => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The array that stored rows are read back into with their actions.</summary>
    internal abstract Type RowsType { get; }

    internal abstract ImportShown Show(ImportBatch batch);

    internal abstract Task<ImportTarget> OpenBatchAsync(string argument, CancellationToken cancellationToken);

    internal abstract ImportReading Read(ImportBatch batch, Stream content, CancellationToken cancellationToken);

    internal abstract Task<IReadOnlyList<DeviantRow>> ApplyRowsAsync(WriteTransaction transaction, ImportBatch batch, StoredRow[] rows);
}
