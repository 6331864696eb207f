using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Students;

/// <summary>A student of the list.</summary>
internal sealed record StudentRow
{
    public required PersonFile File { get; init; }

    public required Checklist Checklist { get; init; }

    public required string CollegeName { get; init; }

    public RecordView Student => File.Person;

    public long CollegeId => ImmigrationHolder.UnitOf(Student);

    public string Link => RecordAddress.Of(Student);

    public IEnumerable<string> Names => [Student.No, Student.Title, Student["studentNo"] ?? ""];

    /// <summary>Case 38: whoever is registered has a counsellor (Art. 9(5)4).</summary>
    public bool LacksCounsellor => Student.IsIn("registered") && !Student.Has("counsellor");

    /// <summary>Of the residence permit, or of the visa until there is one; null without either.</summary>
    public PermitLight? Permit => File.Residence is { } permit ? File.LightOf(permit) : null;

    public DateOnly? PermitEnds => File.Residence?.Date("expiresOn");

    public StateBadge State { get; init; } = StateBadge.Of(StateKind.Pending);
}
