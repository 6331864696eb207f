using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>续签 by the unit of the agreement.</summary>
internal sealed class RenewAgreementCommands(RecordCommands records, RecordCatalog catalog)
{
    /// <exception cref="RefusedException">It was never signed, it was renewed before, or the term ends before it begins.</exception>
    public Task<RecordSaved> RenewAsync(RecordView agreement, RenewalTerm term, CancellationToken cancellationToken)
    {
        if (!AgreementRenewal.IsPossible(agreement))
            throw new RefusedException("协议还没有签署，不能续签。需要改动时请直接修改或提出变更。");
        if (term.To <= term.From)
            throw new RefusedException("到期日须晚于生效日", "to");
        var type = catalog.Get(AgreementType.TypeKey);
        return records.CreateAsync(type.Key, AgreementRenewal.Draft(type, agreement, term), cancellationToken);
    }
}
