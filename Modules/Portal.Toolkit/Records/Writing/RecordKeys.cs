using System.Data.Common;
using Portal.Data;

namespace Portal.Toolkit.Records.Writing;

/// <summary>The values a record claims for itself alone.</summary>
internal static class RecordKeys
{
    private const string FormName = "_form";

    public static async Task WriteAsync(WriteTransaction transaction, RecordType type, RecordView record, ISecretText secrets)
    {
        if (type.Keys.Count == 0)
            return;
        var wanted = type.Keys.Where(key => Claims(type, key, record)).Select(key => (Key: key, Value: key.Value(record)))
            .Where(claim => claim.Value is not null)
            .Select(claim => (claim.Key, Value: Stored(type, claim.Key.Name, claim.Value!, secrets)))
            .ToArray();
        var held = (await transaction.QueryAsync<HeldKey>("select name, value from toolkit_record_key where record_id = @Id and name <> @FormName", new { record.Id, FormName })).ToHashSet();
        foreach (var old in held.Where(old => !wanted.Any(claim => claim.Key.Name == old.Name && claim.Value == old.Value)))
            await transaction.ExecuteAsync("delete from toolkit_record_key where type = @Key and name = @Name and value = @Value", new { type.Key, old.Name, old.Value });
        foreach (var (key, value) in wanted.Where(claim => !held.Contains(new() { Name = claim.Key.Name, Value = claim.Value })))
        {
            try
            {
                await transaction.ExecuteAsync(
                    "insert into toolkit_record_key (type, name, value, record_id) values (@Key, @Name, @value, @Id)", new { type.Key, key.Name, value, record.Id });
            }
            catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
            {
                throw new RefusedException(key.Message);
            }
        }
    }

    /// <summary>The record that a form made when it was posted before; null when it was not.</summary>
    public static Task<long?> FindFormAsync(WriteTransaction transaction, RecordType type, string form) => transaction.ScalarAsync<long?>(
        "select record_id from toolkit_record_key where type = @Key and name = @FormName and value = @form", new { type.Key, FormName, form });

    /// <summary>Notes which form made the record.</summary>
    /// <exception cref="FormRepeatedException">Another post of the same form was faster.</exception>
    public static async Task ClaimFormAsync(WriteTransaction transaction, RecordView record, string form)
    {
        try
        {
            await transaction.ExecuteAsync(
                "insert into toolkit_record_key (type, name, value, record_id) values (@Type, @FormName, @form, @Id)", new { record.Row.Type, FormName, form, record.Id });
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new FormRepeatedException();
        }
    }

    private static bool Claims(RecordType type, RecordKey key, RecordView record) =>
        (key.FromDraft || !record.IsIn(RecordState.Draft.Key)) && (key.ForEver || !type.StateOf(record.State).IsFinal);

    // A key is hashed as soon as one sensitive field exists: the type need not say of which field each key is made.
    public static string Stored(RecordType type, string key, string value, ISecretText secrets) =>
        type.Fields.Any(field => field.Sensitive) ? secrets.Hash($"{type.Key}/{key}/{value}") : value;

    private sealed record HeldKey
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";
    }
}

/// <summary>Two posts of one form at the same time; whoever lost asks again and finds the record of the other.</summary>
internal sealed class FormRepeatedException : Exception;
