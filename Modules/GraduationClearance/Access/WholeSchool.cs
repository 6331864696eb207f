namespace Portal.GraduationClearance.Access;

/// <summary>The one rule of what stands for the whole school: a post at the top unit of the tree, or right below the hidden root.</summary>
public static class WholeSchool
{
    public static bool IsAt(IUnitTree tree, long unitId) =>
        tree.Find(unitId) is { } unit && (unit.ParentId is not { } parent || parent == tree.Root?.Id);
}
