namespace Portal.Toolkit.Spreadsheets;

/// <summary>The codes of the checks that come with the columns; a module maps them to its own or adds more.</summary>
public static class ImportCodes
{
    /// <summary>A required cell is blank.</summary>
    public const string Blank = "blank";

    /// <summary>Blanks, line breaks or invisible characters, in strict mode.</summary>
    public const string SpecialCharacters = "special";

    /// <summary>Not a number, or not a valid one.</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>A number that is held as text, in strict mode.</summary>
    public const string NumberAsText = "number-as-text";

    /// <summary>A code that must be text but is held as a number and has lost digits.</summary>
    public const string TextAsNumber = "text-as-number";

    /// <summary>Not a date.</summary>
    public const string NotADate = "not-a-date";

    /// <summary>None of the allowed words.</summary>
    public const string NotAChoice = "not-a-choice";

    /// <summary>More characters than the column takes.</summary>
    public const string TooLong = "too-long";

    /// <summary>Out of the allowed range.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>The key stands in several rows of the file.</summary>
    public const string Duplicate = "duplicate";
}
