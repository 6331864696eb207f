using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>A row as it was uploaded, for the workbook of rejected rows; stored encrypted and purged after 30 days.</summary>
internal sealed record RawRow(Cell Key, IReadOnlyList<Cell> Cells)
{
    // Never written into a page: Chinese stays as it is instead of six times as long.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Encode() => JsonSerializer.Serialize(Cells.Prepend(Key).Select(cell => cell.Encode()), Json);

    public static RawRow Decode(string text)
    {
        var cells = JsonSerializer.Deserialize<string[]>(text)!.Select(Cell.Decode).ToArray();
        return new RawRow(cells[0], cells[1..]);
    }
}
