using Portal.RegistryTransfer.Sheets;
using Portal.Toolkit.Reviews;
using Portal.Toolkit.Sheets;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>A sheet of one application with its check code.</summary>
internal abstract class SheetPageModel(ApplicationDetailsQueries applications, ReviewQueries reviews, SheetCodeService codes) : FlowPageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    public ApplicationDetails Application { get; private set; } = new();

    /// <summary>The decisions in force, in order.</summary>
    public IReadOnlyList<ReviewStepRecord> Steps { get; private set; } = [];

    public ReviewTimeline Timeline { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string VerifyUrl { get; private set; } = "";

    /// <summary>QR code of <see cref="VerifyUrl"/> as a data address.</summary>
    public string QrImage { get; private set; } = "";

    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(Kind, Id, cancellationToken) is not { } application)
            return false;
        Application = application;
        Timeline = await reviews.TimelineAsync(application.ReviewId, cancellationToken) ?? throw new InvalidOperationException($"Application {Id} has no review.");
        Steps = [.. Timeline.Steps.Where(step => step is { Superseded: false, Decision: not null and not ReviewDecision.Skip })];
        Code = codes.CodeOf(SheetCheckQueries.Kind, Id);
        VerifyUrl = codes.UrlOf(Code, this);
        QrImage = SheetCodeService.QrImage(VerifyUrl);
        return true;
    }
}
