using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Data;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>Some hundred rows of a file in one record: compressed, and encrypted because they may hold identity numbers.</summary>
internal sealed record ImportPart
{
    private const int MostRows = 1000;

    // Cells can hold 32,767 characters each; a server takes no record of any length.
    private const int MostCharacters = 1_000_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Position of its first row among the rows of the file, from 0.</summary>
    public int Part { get; init; }

    public string Content { get; init; } = "";

    /// <summary>How many of the rows make a part.</summary>
    public static int LengthOf(IEnumerable<IReadOnlyList<Cell>> rows)
    {
        var (length, characters) = (0, 0);
        foreach (var row in rows.Take(MostRows))
        {
            foreach (var cell in row)
                characters += cell.Value is string text ? text.Length : 8;
            if (length > 0 && characters > MostCharacters)
                break;
            length++;
        }

        return length;
    }

    /// <param name="rows">An array of <see cref="StoredRow{TAction}"/>; what it holds beyond <see cref="StoredRow"/> is kept.</param>
    /// <param name="secrets">Encrypts it.</param>
    public static string Encode(StoredRow[] rows, ISecretText secrets)
    {
        using var packed = new MemoryStream();
        using (var zip = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(zip, rows, rows.GetType(), Json);
        return secrets.Encrypt(Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length));
    }

    /// <param name="type">The type that <see cref="Encode"/> was given, or an array of <see cref="StoredRow"/> to leave the actions out.</param>
    /// <param name="secrets">Decrypts it.</param>
    public StoredRow[] Decode(Type type, ISecretText secrets)
    {
        using var zip = new DeflateStream(new MemoryStream(Convert.FromBase64String(secrets.Decrypt(Content))), CompressionMode.Decompress);
        return (StoredRow[])JsonSerializer.Deserialize(zip, type, Json)!;
    }
}
