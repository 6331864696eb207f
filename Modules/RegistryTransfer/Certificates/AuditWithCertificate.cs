using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>Audit rows of the platform name the certificate under which the change was made (I9).</summary>
internal sealed class AuditWithCertificate(IAuditLog inner, IHttpContextAccessor http) : IAuditLog
{
    private const string Name = "证书指纹";

    public Task WriteAsync(WriteTransaction transaction, AuditEntry entry) =>
        http.HttpContext is { } current && CertificateGate.Seen(current) is { IsAccepted: true } seen
            ? inner.WriteAsync(transaction, entry with { After = With(entry.After, seen.Fingerprint) })
            : inner.WriteAsync(transaction, entry);

    private static JsonObject With(object? after, string fingerprint) => JsonSerializer.SerializeToNode(after) switch
    {
        null => new JsonObject { [Name] = fingerprint },
        JsonObject named => new JsonObject(named.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))) { [Name] = fingerprint },
        var other => new JsonObject { ["内容"] = other, [Name] = fingerprint },
    };
}
