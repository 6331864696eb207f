namespace Portal.Organisation.Structure;

/// <summary>A subtree as a range of <c>organisation_unit.path</c>: <c>path &gt;= @From and path &lt; @To</c>.</summary>
internal sealed record SubtreeRange(string From, string To)
{
    public static SubtreeRange Of(Unit unit) => new(unit.Path, unit.PathEnd);
}
