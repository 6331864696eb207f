using Portal.GraduationClearance.Access;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance.Imports;

/// <summary>Imports of decisions. Who imported sees them, and who configures the leaving system for the whole school; for anybody else they do not exist.</summary>
public sealed class DecisionImportQueries(ImportQueries imports, DecisionImport import, IUnitContext context, IUnitTree tree)
{
    /// <summary>The visitor sees everybody's.</summary>
    public bool SeesAll => context.Has(Permissions.Configure) && WholeSchool.IsAt(tree, context.UnitId);

    /// <summary>导入记录, the newest first: one's own, for administrators all.</summary>
    public Task<IReadOnlyList<ImportBatch>> ListAsync(long? schemeId, long? beforeId, int take, CancellationToken cancellationToken) => imports.ListAsync(
        import, schemeId is { } id ? DecisionImport.TopicOf(id) : null, SeesAll ? null : context.Person!.Id, beforeId, take, cancellationToken);
}
