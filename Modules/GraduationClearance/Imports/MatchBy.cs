namespace Portal.GraduationClearance.Imports;

/// <summary>匹配方式: by which number a row of the file names its student (seed item 36).</summary>
public enum MatchBy
{
    StudentNo = 1,
    IdCard = 2,
}
