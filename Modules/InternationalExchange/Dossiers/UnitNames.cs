namespace Portal.InternationalExchange.Dossiers;

/// <summary>Units of the matrix as people from abroad read them.</summary>
internal static class UnitNames
{
    private static readonly ExchangeBook _book = new();

    private static readonly Dictionary<string, string> _english = new(StringComparer.Ordinal)
    {
        [Offices.School] = "university leadership",
        [Offices.Exchange] = "Office of International Exchange",
        [Offices.InternationalCollege] = "School of International Education",
        [Offices.College] = "college you belong to",
        [Offices.Personnel] = "Human Resources Office",
        [Offices.AcademicAffairs] = "Academic Affairs Office",
        [Offices.StudentAffairs] = "Student Affairs Office",
        [Offices.Security] = "Security Office",
        [Offices.Student] = "you",
        [Offices.Teacher] = "you",
    };

    public static string Of(string unit) => unit is Offices.Student or Offices.Teacher ? "本人" : _book.FindRole(unit)!.Label;

    public static string English(string unit) => _english[unit];
}
