using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Data;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>
/// Declares an import: what the file looks like, what a row would do, how rows are applied. Upload, jobs, preview, error workbook, resumption
/// after an interruption and purge come from the toolkit. Register it by <see cref="ImportServices.AddImport{T}"/>; each job has an instance of its own.
/// </summary>
/// <typeparam name="TArgument">What is chosen beside the file, as JSON: a scheme, a bureau. It is checked each time by <see cref="OpenAsync"/>.</typeparam>
/// <typeparam name="TLine">What the plan reads from a row.</typeparam>
/// <typeparam name="TAction">What the check leaves for the import of a row; serialised as JSON.</typeparam>
/// <example>
/// <code>
/// internal sealed class SchoolImport(IAuditLog audit) : Import&lt;BureauChoice, SchoolLine, School&gt;
/// {
///     public override string Id => "RegistryTransfer.Schools";
///     public override string Title => "学校名录";
///     public override string Permission => Permissions.ManageSchools;
///     public override string Counted => "所";
///     protected override ImportPlan&lt;SchoolLine&gt; PlanFor(BureauChoice choice) => new SchoolPlan();
///     protected override Task&lt;ImportTarget&gt; OpenAsync(BureauChoice choice, CancellationToken cancellationToken) => …; // or RefusedException
///     protected override Task&lt;IReadOnlyList&lt;CheckedRow&lt;School&gt;&gt;&gt; CheckAsync(…) => …;  // one per row, in their order
///     protected override Task&lt;IReadOnlyList&lt;DeviantRow&gt;&gt; ApplyAsync(…) => …;       // only the rows that did not go as planned
/// }
/// </code>
/// </example>
public abstract class Import<TArgument, TLine, TAction> : ImportDefinition
    where TArgument : notnull
    where TLine : class
    where TAction : class
{
    private const int MostShown = 200;

    // Never written into a page: Chinese stays as it is instead of six times as long.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The plan that the file is read with.</summary>
    protected abstract ImportPlan<TLine> PlanFor(TArgument argument);

    /// <summary>Whether the current post may import into this now: asked at the upload and before each of the two jobs.</summary>
    /// <exception cref="RefusedException">It may not; the message says why.</exception>
    protected abstract Task<ImportTarget> OpenAsync(TArgument argument, CancellationToken cancellationToken);

    /// <summary>Compares some hundred rows without cell errors with what is stored. Reads only.</summary>
    /// <returns>One result for each row, in their order.</returns>
    protected abstract Task<IReadOnlyList<CheckedRow<TAction>>> CheckAsync(
        WriteTransaction transaction, TArgument argument, ImportResult<TLine> file, IReadOnlyList<ImportRow<TLine>> rows);

    /// <summary>
    /// Applies some hundred rows, all or none, and writes their audit row (or says why not). Somebody may have changed the data since the check:
    /// compare versions and leave such rows out. The transaction leases <see cref="ImportTarget.IdsPerRow"/> ids a row and two more.
    /// </summary>
    /// <returns>The rows that did not go as planned.</returns>
    /// <exception cref="RefusedException">Nothing may be imported any more; what was imported before stays.</exception>
    protected abstract Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, TArgument argument, ImportBatch batch, IReadOnlyList<PlannedRow<TAction>> rows);

    /// <summary>How a row with cell errors is told: by default the first column, and all messages, those of other columns with their name.</summary>
    protected virtual CheckedRow<TAction> Reject(ImportRow<TLine> row) => new()
    {
        Outcome = ImportOutcome.Rejected,
        Code = row.Errors[0].Code,
        Field = row.Errors[0].Column,
        Message = string.Join('；', row.Errors.Select(error =>
            error.Column == row.Errors[0].Column || error.Message.Contains(error.Column, StringComparison.Ordinal) ? error.Message : $"{error.Column}：{error.Message}")),
    };

    /// <summary>What was chosen beside the file of a batch.</summary>
    public TArgument ArgumentOf(ImportBatch batch) => Parse(batch.Argument);

    internal IImportPlan PlanOf(TArgument argument) => PlanFor(argument);

    internal static string Serialize(TArgument argument) => JsonSerializer.Serialize(argument, Json);

    internal override Type RowsType => typeof(StoredRow<TAction>[]);

    internal override ImportShown Show(ImportBatch batch)
    {
        var headers = JsonSerializer.Deserialize<string[]>(batch.Headers)!;
        var columns = PlanFor(ArgumentOf(batch)).Shown.Select(column => (Column: column, Place: Array.FindIndex(headers, column.IsHeader))).ToArray();
        return new ImportShown(
            [.. columns.Select(shown => shown.Column.Label)],
            row => [.. columns.Select(shown => shown.Place < 0 ? "" : Show(shown.Column, Cell.Decode(row.Raw[shown.Place])))]);
    }

    internal override Task<ImportTarget> OpenBatchAsync(string argument, CancellationToken cancellationToken) => OpenAsync(Parse(argument), cancellationToken);

    internal override ImportReading Read(ImportBatch batch, Stream content, CancellationToken cancellationToken)
    {
        var argument = ArgumentOf(batch);
        var plan = PlanFor(argument);
        var file = plan.Read(content, batch.FileName, new ImportOptions { Clean = batch.Clean }, cancellationToken);
        return new ImportReading
        {
            SheetName = file.SheetName,
            Headers = file.Headers,
            Note = string.Join('；', file.IgnoredHeaders.Count == 0 ? file.Notes : file.Notes.Append($"未导入的列：{string.Join('、', file.IgnoredHeaders)}")),
            Rows = file.Rows.Count,
            Hidden = file.HiddenRows,
            Blank = file.BlankRows,
            PartLength = from => ImportPart.LengthOf(file.Rows.Skip(from).Select(row => row.Cells)),
            CheckAsync = async (transaction, from, count) =>
            {
                var rows = file.Rows.Skip(from).Take(count).ToArray();
                var valid = rows.Where(row => row.IsValid).ToArray();
                var results = valid.Length == 0 ? [] : await CheckAsync(transaction, argument, file, valid);
                var next = 0;
                return (StoredRow<TAction>[])[.. rows.Select(row => Store(row, row.IsValid ? results[next++] : Reject(row)))];
            },
        };
    }

    internal override Task<IReadOnlyList<DeviantRow>> ApplyRowsAsync(WriteTransaction transaction, ImportBatch batch, StoredRow[] rows) =>
        ApplyAsync(transaction, ArgumentOf(batch), batch, [.. ((StoredRow<TAction>[])rows).Where(row => row.IsGood).Select(row =>
            new PlannedRow<TAction>(row.RowNumber, row.Outcome == ImportOutcome.Addition, row.Action!))]);

    private static TArgument Parse(string argument) => JsonSerializer.Deserialize<TArgument>(argument, Json)!;

    private static StoredRow<TAction> Store(ImportRow<TLine> row, CheckedRow<TAction> result) => new()
    {
        RowNumber = row.RowNumber,
        Outcome = result.Outcome,
        Raw = [.. row.Cells.Select(cell => cell.Encode())],
        Action = result.Action,
        Code = NullIfEmpty(result.Code),
        Field = NullIfEmpty(result.Field),
        Message = NullIfEmpty(result.Message),
        Warning = NullIfEmpty(result.Warning),
        IsCleaned = row.IsCleaned,
    };

    private static string Show(ImportColumn column, Cell cell)
    {
        var text = column.Mask is null ? cell.Text : column.Mask(cell.Text);
        return text.Length > MostShown ? $"{text[..MostShown]}…" : text;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
