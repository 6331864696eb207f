namespace Portal.GraduationClearance.Imports;

/// <summary>Stores checked rows of an import.</summary>
internal static class ImportRowWriter
{
    private static readonly string[] Columns =
    [
        "import_id", "row_no", "student_id", "record_version", "raw_secret", "name", "result", "remark", "outcome", "code", "field", "message", "cleaned",
    ];

    public static Task InsertAsync(WriteTransaction transaction, long importId, IEnumerable<CheckedRow> rows, ISecretText secrets) => transaction.InsertAsync(
        "graduationclearance_import_row",
        Columns,
        rows.Select(row => new object?[]
        {
            importId, row.RowNo, row.StudentId, row.RecordVersion, secrets.Encrypt(row.Raw.Encode()), row.Name, row.IsPass, row.Remark,
            row.Outcome, row.Code, row.Field, row.Message, row.IsCleaned,
        }));
}
