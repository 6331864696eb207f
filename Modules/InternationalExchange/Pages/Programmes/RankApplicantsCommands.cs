using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Pages.Programmes;

/// <summary>推荐和候补 in one action: exactly the ranking that was shown, or nothing.</summary>
internal sealed class RankApplicantsCommands(RecordModuleService records, RecordCatalog catalog, RecordAccess access)
{
    /// <exception cref="RecordForbiddenException">Another office owns the programme.</exception>
    /// <exception cref="StaleException">Scores, applications or the programme have changed since.</exception>
    public async Task<OutboundRanking> RankAsync(long programmeId, string fingerprint, CancellationToken cancellationToken)
    {
        OutboundRanking? done = null;
        await records.RunAsync(ExchangeBook.Id, OutboundRanking.Most + 2, async writer =>
        {
            await writer.LockAsync(programmeId);
            var programme = await writer.FindAsync(programmeId) ?? throw new RecordNotFoundException();
            if (!MayRank(programme))
                throw new RecordForbiddenException("本项目由其他部门归口，您当前的岗位不能排名推荐。");
            var ranking = OutboundRanking.Of(programme, await writer.ContextOf(programme).ReferringAsync(OutboundStudentType.TypeKey, "programme"));
            if (ranking.Fingerprint != fingerprint)
                throw new StaleException("选拔排名");
            await writer.MoveAsync(programme, OutboundPlaces.Rank);
            done = ranking;
        }, cancellationToken);
        return done!;
    }

    /// <summary>Whether the post belongs to the office that decides or runs the programme.</summary>
    public bool MayRank(RecordView programme)
    {
        var rights = access.RightsOn(catalog.Get(OutboundProgrammeType.TypeKey), programme, [new RecordUnit(programme.UnitId, IsOwn: true)]);
        return rights.MayRead && rights.Roles.Any(role => role is Offices.AcademicAffairs or Offices.StudentAffairs or Offices.Exchange) && rights.Acts.Overlaps([Act.Decide, Act.Execute]);
    }
}
