namespace Portal.Toolkit.Spreadsheets;

/// <summary>Why a row is not imported.</summary>
public sealed record ImportError
{
    /// <summary>The label of the column, or an empty string when the row as a whole is wrong.</summary>
    public required string Column { get; init; }

    /// <summary>One of <see cref="ImportCodes"/> or a code of the module.</summary>
    public required string Code { get; init; }

    /// <summary>Text for the user, without the row number.</summary>
    public required string Message { get; init; }
}
