using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>Codes of the row checks, in the order in which they are asked; the first that hits is the row's reason.</summary>
internal static class RowCode
{
    public const string Blank = "R01";
    public const string SpecialCharacters = "R02";
    public const string NotANumber = "R03";
    public const string NumberAsText = "R04";
    public const string NotAResult = "R05";
    public const string Duplicate = "R06";
    public const string Unknown = "R07";
    public const string OutOfReach = "R08";
    public const string OtherName = "R09";
    public const string NotInTurn = "R10";
    public const string AlreadyPassed = "R11";
    public const string Removed = "R12";
    public const string RemarkMissing = "A4";
    public const string TooLong = "C5";

    /// <summary>The first reason among the errors of a row's cells.</summary>
    public static (string Code, ImportError Error) First(IEnumerable<ImportError> errors) =>
        errors.Select(error => (Code: Of(error), Error: error)).MinBy(reason => Rank(reason.Code));

    private static string Of(ImportError error) => error.Code switch
    {
        ImportCodes.Blank => error.Column == DecisionPlan.ResultHeader ? NotAResult : Blank,
        ImportCodes.SpecialCharacters => SpecialCharacters,
        ImportCodes.NotANumber => NotANumber,
        ImportCodes.NumberAsText or ImportCodes.TextAsNumber => NumberAsText,
        ImportCodes.NotAChoice => NotAResult,
        ImportCodes.Duplicate => Duplicate,
        _ => TooLong,
    };

    private static string Rank(string code) => code == TooLong ? "R05+" : code;
}
