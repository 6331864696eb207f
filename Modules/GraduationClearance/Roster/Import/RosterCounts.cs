namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Writes into the import how many of its rows stand at each outcome.</summary>
internal static class RosterCounts
{
    public static Task SaveAsync(WriteTransaction transaction, long importId) => transaction.ExecuteAsync(
        """
        update graduationclearance_roster_import
        set additions = (select count(*) from graduationclearance_roster_import_row r where r.import_id = @importId and r.outcome in (@addition, @added)),
            changes = (select count(*) from graduationclearance_roster_import_row r where r.import_id = @importId and r.outcome in (@change, @changed)),
            unchanged = (select count(*) from graduationclearance_roster_import_row r where r.import_id = @importId and r.outcome = @unchanged),
            rejected = (select count(*) from graduationclearance_roster_import_row r where r.import_id = @importId and r.outcome = @rejected),
            warned = (select count(*) from graduationclearance_roster_import_row r where r.import_id = @importId and r.warning <> '')
        where id = @importId
        """,
        new
        {
            importId,
            addition = (int)RosterOutcome.Addition,
            added = (int)RosterOutcome.Added,
            change = (int)RosterOutcome.Change,
            changed = (int)RosterOutcome.Changed,
            unchanged = (int)RosterOutcome.Unchanged,
            rejected = (int)RosterOutcome.Rejected,
        });
}
