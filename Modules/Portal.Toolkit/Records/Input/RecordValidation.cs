namespace Portal.Toolkit.Records.Input;

/// <summary>What is missing or wrong in a record, by field; the same words for page, import and direct posts.</summary>
internal static class RecordValidation
{
    public static IReadOnlyDictionary<string, string> Find(RecordType type, RecordView record, Func<Field, bool> asked, bool requires)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in type.Fields.Where(field => asked(field) && field.ShowIf?.Invoke(record) != false))
        {
            if (Problem(field, record, requires) is { } problem)
                errors[field.Id] = problem;
        }

        return errors;
    }

    private static string? Problem(Field field, RecordView record, bool requires)
    {
        var isFilled = field.Kind == FieldKind.File ? record.HasFile(field.Id) : record.Has(field.Id);
        if (!isFilled)
            return requires && field.Required ? field.Kind == FieldKind.File ? $"请上传{field.Label}" : $"请填写{field.Label}" : null;
        if (requires && field.Min is { } min && field.Kind is FieldKind.Text or FieldKind.LongText && record[field.Id]!.Length < min)
            return $"{field.Label}至少 {min} 字，现在 {record[field.Id]!.Length} 字";
        if (field.Kind == FieldKind.Rows && RowProblem(field, record, requires) is { } problem)
            return problem;
        return field.Check?.Invoke(record);
    }

    private static string? RowProblem(Field field, RecordView record, bool requires)
    {
        var rows = record.Rows(field.Id);
        if (requires && field.Min is { } min && rows.Count < min)
            return $"{field.Label}至少 {min} 行";
        if (!requires)
            return null;
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            if (field.Columns!.FirstOrDefault(column => column.Required && !row.Has(column.Id)) is { } missing)
                return $"{field.Label}第 {number} 行：请填写{missing.Label}";
        }

        return null;
    }
}
