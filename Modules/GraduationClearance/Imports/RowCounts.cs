namespace Portal.GraduationClearance.Imports;

/// <summary>How many rows of an import stand at each outcome.</summary>
internal sealed record RowCounts
{
    public int Importable { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int Imported { get; init; }

    public int Cleaned { get; init; }

    public static async Task<RowCounts> ReadAsync(WriteTransaction transaction, long importId)
    {
        var totals = await transaction.QueryAsync<OutcomeTotal>(
            """
            select outcome, count(*) as total, sum(cleaned) as cleaned
            from graduationclearance_import_row
            where import_id = @importId
            group by outcome
            """,
            new { importId });
        int Of(RowOutcome outcome) => totals.FirstOrDefault(row => row.Outcome == outcome)?.Total ?? 0;
        return new RowCounts
        {
            Importable = Of(RowOutcome.Importable),
            Unchanged = Of(RowOutcome.Unchanged),
            Rejected = Of(RowOutcome.Rejected),
            Imported = Of(RowOutcome.Imported),
            Cleaned = totals.Sum(row => row.Cleaned),
        };
    }

    private sealed record OutcomeTotal
    {
        public RowOutcome Outcome { get; init; }

        public int Total { get; init; }

        public int Cleaned { get; init; }
    }
}
