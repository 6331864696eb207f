using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Portal.Data;

namespace Portal.Toolkit.Imports;

/// <summary>An uploaded file until its rows are read: encrypted, because it may hold ID-card numbers, in small parts.</summary>
internal sealed record ImportFile(string Name, int Bytes, string Sha256, IReadOnlyList<byte[]> Parts)
{
    // A part and its encrypted forms stay below the size from which objects are collected late only.
    private const int PartBytes = 16 * 1024;

    public static async Task<ImportFile> ReadAsync(Stream content, string name, ISecretText secrets, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var parts = new List<byte[]>();
        var bytes = 0;
        var buffer = new byte[PartBytes];
        for (int read; (read = await content.ReadAtLeastAsync(buffer, PartBytes, throwOnEndOfStream: false, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            parts.Add(Encoding.ASCII.GetBytes(secrets.Encrypt(Convert.ToBase64String(buffer, 0, read))));
            bytes += read;
        }

        return new ImportFile(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), parts);
    }

    // One statement each: together they would pass the longest packet that a server takes.
    public async Task SaveAsync(WriteTransaction transaction, long importId)
    {
        for (var part = 0; part < Parts.Count; part++)
        {
            await transaction.ExecuteAsync(
                "insert into toolkit_import_file (import_id, part, content) values (@importId, @part, @content)", new { importId, part, content = Parts[part] });
        }
    }

    public static async Task<MemoryStream> LoadAsync(DbDataSource source, long importId, ISecretText secrets, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var parts = connection.QueryUnbufferedAsync<byte[]>(
            """
            select content
            from toolkit_import_file
            where import_id = @importId
            order by part
            """,
            new { importId });
        var content = new MemoryStream();
        await foreach (var part in parts.WithCancellation(cancellationToken))
            content.Write(Convert.FromBase64String(secrets.Decrypt(Encoding.ASCII.GetString(part))));
        content.Position = 0;
        return content;
    }

    public static Task DeleteAsync(WriteTransaction transaction, long importId) =>
        transaction.ExecuteAsync("delete from toolkit_import_file where import_id = @importId", new { importId });
}
