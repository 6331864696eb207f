using System.Globalization;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Agreements;

/// <summary>The versions before and after an agreement, as far as the post may read them, and why it was terminated.</summary>
internal sealed class AgreementVersionQueries(RecordSightQueries sights, RecordLinkQueries links)
{
    public async Task<AgreementFamily> FindAsync(RecordView agreement, CancellationToken cancellationToken)
    {
        var (previous, next, reason) = await sights.ReadAsync(ExchangeBook.Id, async sight => (
            agreement.Row.PreviousId is { } id ? await sight.FindAsync(id) : null,
            await sight.OfKeyAsync(AgreementType.TypeKey, AgreementType.RenewalKey, agreement.Id.ToString(CultureInfo.InvariantCulture)),
            agreement.Has("terminatedOn") ? await ReasonAsync(sight, agreement) : null), cancellationToken);
        var open = await links.OpenAsync([.. new[] { previous, next }.OfType<RecordView>().Select(version => version.Id)], cancellationToken);
        return new(Readable(previous), Readable(next), next is not null, reason ?? "");

        RecordView? Readable(RecordView? version) => version is not null && open.Contains(version.Id) ? version : null;
    }

    private static Task<string?> ReasonAsync(RecordSight sight, RecordView agreement) => sight.Data.FirstOrDefaultAsync<string>(
        """
        select text
        from toolkit_record_event
        where record_id = @Id
          and state = 'terminated'
          and text <> ''
        order by id
        limit 1
        """,
        new { agreement.Id });
}

/// <summary>What belongs to an agreement's life.</summary>
/// <param name="Previous">The version it renews; null without one and where the post may not read it.</param>
/// <param name="Next">The version that renews it; null as before.</param>
/// <param name="IsRenewed">Whether there is a next version, readable or not.</param>
/// <param name="TerminationReason">Empty while it has not been terminated.</param>
internal sealed record AgreementFamily(RecordView? Previous, RecordView? Next, bool IsRenewed, string TerminationReason);
