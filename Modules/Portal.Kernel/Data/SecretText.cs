using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Data;

/// <summary>Data Protection encrypts; the key of the hash is made once, kept encrypted in <c>portal_setting</c> and the same on every host.</summary>
internal sealed class SecretText(IDataProtectionProvider protection, DbDataSource source) : ISecretText
{
    private const string HashKey = "secret-hash-key";

    private readonly IDataProtector _protector = protection.CreateProtector("Portal.SecretText");
    private readonly Lock _loading = new();
    private byte[]? _key;

    public string Encrypt(string text) => _protector.Protect(text);

    public string Decrypt(string secret) => _protector.Unprotect(secret);

    public string Hash(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes(text)));

    private byte[] Key()
    {
        lock (_loading)
            return _key ??= LoadKey();
    }

    private byte[] LoadKey()
    {
        using var connection = source.OpenConnection();
        var secret = Read(connection);
        if (secret is null)
        {
            var created = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            try
            {
                connection.Execute("insert into portal_setting (name, text) values (@HashKey, @created)", new { HashKey, created });
            }
            catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
            {
                // Another host made it first; its key counts.
            }

            secret = Read(connection)!;
        }

        return Convert.FromBase64String(_protector.Unprotect(secret));
    }

    private static string? Read(DbConnection connection) =>
        connection.QueryFirstOrDefault<string>("select text from portal_setting where name = @HashKey", new { HashKey });
}
