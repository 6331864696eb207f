namespace Portal.RegistryTransfer.Certificates;

/// <summary>The authority in force, those before it, and how strictly certificates are asked for.</summary>
internal sealed class CertificateQueries(DbDataSource source)
{
    public const string Columns = "id, fingerprint, subject, not_before, not_after, coalesce(is_current, 0) as is_current, uploaded_by_name, uploaded_at";

    public async Task<IReadOnlyList<CertificateRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<CertificateRow>(new CommandDefinition(
            $"select {Columns} from registrytransfer_certificate order by coalesce(is_current, 0) desc, uploaded_at desc, id desc", cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>DER form of the authority in force.</summary>
    public async Task<byte[]?> FindContentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<byte[]?>(new CommandDefinition(
            "select content from registrytransfer_certificate where is_current = 1", cancellationToken: cancellationToken));
    }

    public async Task<ModeRow> ModeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<ModeRow>(new CommandDefinition(
            "select value, version from registrytransfer_setting where name = @Setting", new { CertificateModes.Setting }, cancellationToken: cancellationToken)) ?? new();
    }
}
