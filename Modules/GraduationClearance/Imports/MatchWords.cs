namespace Portal.GraduationClearance.Imports;

/// <summary>Words of 匹配方式 as the seed writes them.</summary>
public static class MatchWords
{
    public static string Of(MatchBy matchBy) => matchBy == MatchBy.IdCard ? "身份证号匹配" : "学号匹配";
}
