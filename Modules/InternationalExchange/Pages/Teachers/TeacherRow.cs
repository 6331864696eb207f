using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Teachers;

/// <summary>A teacher of the pipeline.</summary>
internal sealed record TeacherRow
{
    public required PersonFile File { get; init; }

    public required Checklist Checklist { get; init; }

    public required TeacherStage Stage { get; init; }

    public required string UnitName { get; init; }

    public required StateBadge State { get; init; }

    public RecordView Teacher => File.Person;

    public string Turn => TeacherStages.TurnOf(Teacher);

    public PermitLight? Permit => File.Residence is { } permit ? File.LightOf(permit) : null;

    public string Link => RecordAddress.Of(Teacher);
}
