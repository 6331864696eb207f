namespace Portal.InternationalExchange;

/// <summary>Units as the matrix abbreviates them (domain, unit codes).</summary>
internal static class Offices
{
    public const string School = "SCH";
    public const string Signatory = "LEG";
    public const string Exchange = "IEO";
    public const string InternationalCollege = "SIE";
    public const string College = "COL";
    public const string Institute = "INS";
    public const string Organisation = "ORG";
    public const string Personnel = "HR";
    public const string AcademicAffairs = "AAO";
    public const string Research = "RES";
    public const string StudentAffairs = "STU";
    public const string Logistics = "LOG";
    public const string Security = "SEC";

    // Art. 5 sends agreements through the school's rules for contracts; the two offices of the group "other departments" that those rules name.
    public const string Finance = "FIN";
    public const string Contracts = "LAW";

    public const string Department = "DEP";
    public const string Student = "STUDENT";
    public const string Teacher = "TEACHER";
}
