using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Data;

namespace Portal.Toolkit.Records.Storage;

/// <summary>Values as the database keeps them: JSON, the sensitive ones encrypted.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RecordType type, JsonObject data, ISecretText secrets) => Convert(type.Fields, data, secrets.Encrypt).ToJsonString(_options);

    public static JsonObject Read(RecordType type, string text, ISecretText secrets) =>
        Convert(type.Fields, JsonNode.Parse(text)!.AsObject(), secrets.Decrypt);

    /// <summary>For the audit: what is not sensitive.</summary>
    public static JsonObject Plain(RecordType type, JsonObject data) => Convert(type.Fields, data, _ => "***");

    private static JsonObject Convert(IReadOnlyList<Field> fields, JsonObject data, Func<string, string> convert)
    {
        if (!fields.Any(field => field.Sensitive || field.Columns?.Any(column => column.Sensitive) == true))
            return data;
        var converted = (JsonObject)data.DeepClone();
        foreach (var field in fields)
        {
            if (field.Sensitive && converted[field.Id] is JsonValue value)
                converted[field.Id] = convert(value.ToString());
            if (field.Columns?.Any(column => column.Sensitive) == true && converted[field.Id] is JsonArray rows)
                converted[field.Id] = new JsonArray([.. rows.OfType<JsonObject>().Select(row => Convert(field.Columns, row, convert).DeepClone())]);
        }

        return converted;
    }
}
