using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.RollUp;

/// <summary>Open applications for a transfer get the promoted grade together with the student (domain §4.5).</summary>
internal sealed class PromotedApplications(IReviews reviews, IAuditLog audit)
{
    private static readonly string _route = ApplicationRoutes.KeyOf(ApplicationKind.Transfer);

    // Applications saved between counting and the batch.
    private const int Spare = 10;

    /// <summary>Ids of a batch: for each application its history and audit row, and one audit row of the batch.</summary>
    public int IdsFor(int applications) => ((applications + Spare) * (1 + reviews.IdsFor(_route))) + 1;

    /// <summary>How many were changed.</summary>
    public async Task<int> FollowAsync(WriteTransaction transaction, int schoolYear, IReadOnlyList<RollUpEnrolment> batch)
    {
        var open = await transaction.QueryAsync<OpenApplication>(
            """
            select a.id, a.review_id, a.in_grade, a.out_grade, r.version, r.state
            from registrytransfer_application a
            join registrytransfer_enrolment e on e.id = a.enrolment_id
            join toolkit_review r on r.id = a.review_id
            where a.open_student_id in @students
              and a.kind = @Transfer
              and e.rolled_year = @schoolYear
            """,
            new { students = batch.Select(row => row.StudentId), ApplicationKind.Transfer, schoolYear });
        foreach (var application in open)
        {
            var (inGrade, outGrade) = (RollUpRules.Next(application.InGrade), RollUpRules.Next(application.OutGrade));
            if (!application.State.IsFinal())
                await reviews.TouchAsync(transaction, application.ReviewId, application.Version, $"随全国统一升级，转入年级调整为{Grade.Find(inGrade)?.Label}");
            await transaction.ExecuteAsync(
                "update registrytransfer_application set in_grade = @inGrade, out_grade = @outGrade where id = @Id", new { application.Id, inGrade, outGrade });
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "RegistryTransfer",
                Action = "随全国统一升级调整年级",
                Subject = $"application:{application.Id}",
                Before = new { application.InGrade },
                After = new { InGrade = inGrade },
            });
        }

        return open.Count;
    }

    private sealed record OpenApplication
    {
        public long Id { get; init; }

        public long ReviewId { get; init; }

        public string InGrade { get; init; } = "";

        public string OutGrade { get; init; } = "";

        public long Version { get; init; }

        public ReviewState State { get; init; }
    }
}
