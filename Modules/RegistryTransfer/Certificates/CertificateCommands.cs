using System.Security.Cryptography.X509Certificates;

namespace Portal.RegistryTransfer.Certificates;

/// <summary>Uploads the authority and chooses how strictly certificates are asked for.</summary>
internal sealed class CertificateCommands(IWriteTransactions transactions, IAuditLog audit, IUnitContext context, TimeProvider clock)
{
    private const int LongestSubject = 300;

    /// <param name="content">PEM or DER.</param>
    /// <param name="currentId">The certificate in force as the page saw it; 0 for none.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="RefusedException">It cannot serve as an authority, or it is the one in force.</exception>
    /// <exception cref="StaleException">Somebody else uploaded one in between.</exception>
    public async Task UploadAsync(byte[] content, long currentId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        using var certificate = AuthorityCertificate.Read(content, now);
        var fingerprint = AuthorityCertificate.FingerprintOf(certificate);
        await RunAsync("平台证书", 2, async transaction =>
        {
            var before = await FindCurrentAsync(transaction);
            if ((before?.Id ?? 0) != currentId)
                throw new StaleException("平台证书");
            if (before?.Fingerprint == fingerprint)
                throw new RefusedException("这就是现在使用的证书，不必再上传。");
            if (before is not null && await transaction.ExecuteAsync("update registrytransfer_certificate set is_current = null where id = @Id and is_current = 1", before) != 1)
                throw new StaleException("平台证书");
            var id = transaction.NextId();
            await transaction.InsertAsync("registrytransfer_certificate",
                ["id", "content", "fingerprint", "subject", "not_before", "not_after", "is_current", "uploaded_by", "uploaded_by_name", "uploaded_at"],
                [[id, certificate.RawData, fingerprint, Subject(certificate), certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime(), 1, context.Person?.Id ?? 0, context.Person?.Name ?? "", now.UtcDateTime]]);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "RegistryTransfer",
                Action = "上传平台证书",
                Subject = $"certificate:{id}",
                Before = before is null ? null : new { before.Fingerprint, before.Subject },
                After = new { fingerprint, subject = Subject(certificate), notAfter = certificate.NotAfter.ToUniversalTime() },
            });
        }, cancellationToken);
    }

    /// <param name="mode">The mode from now on.</param>
    /// <param name="version">As the page saw it; 0 where nobody has chosen yet.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="RefusedException">To be enforced without an authority in force.</exception>
    /// <exception cref="StaleException">Somebody else changed it in between.</exception>
    public Task SetModeAsync(CertificateMode mode, int version, CancellationToken cancellationToken) => RunAsync("检查方式", 1, async transaction =>
    {
        if (mode == CertificateMode.Enforce && (await FindCurrentAsync(transaction) is not { } current || current.NotAfter <= clock.GetUtcNow().UtcDateTime))
            throw new RefusedException("还没有有效的平台证书，不能强制检查。请先上传证书。");
        var before = await transaction.FirstOrDefaultAsync<ModeRow>("select value, version from registrytransfer_setting where name = @Setting", new { CertificateModes.Setting }) ?? new();
        if (before.Version != version)
            throw new StaleException("检查方式");
        var written = version == 0
            ? await transaction.ExecuteAsync("insert into registrytransfer_setting (name, value, note, version) values (@Setting, @value, '', 1)", new { CertificateModes.Setting, value = mode.Value() })
            : await transaction.ExecuteAsync(
                "update registrytransfer_setting set value = @value, version = version + 1 where name = @Setting and version = @version",
                new { CertificateModes.Setting, value = mode.Value(), version });
        if (written != 1)
            throw new StaleException("检查方式");
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "设置证书检查方式",
            Subject = $"setting:{CertificateModes.Setting}",
            Before = new { mode = before.Mode.Word() },
            After = new { mode = mode.Word() },
        });
    }, cancellationToken);

    // Two who were first at the same time: the unique index lets one of them through.
    private async Task RunAsync(string subject, int ids, Func<WriteTransaction, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(ids, work, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new StaleException(subject);
        }
    }

    private static string Subject(X509Certificate2 certificate) =>
        certificate.Subject.Length <= LongestSubject ? certificate.Subject : certificate.Subject[..LongestSubject];

    private static Task<CertificateRow?> FindCurrentAsync(WriteTransaction transaction) =>
        transaction.FirstOrDefaultAsync<CertificateRow>($"select {CertificateQueries.Columns} from registrytransfer_certificate where is_current = 1");
}
