using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>An application of the current person, with the grades its student may be taken into.</summary>
internal sealed record OwnApplication(StartedApplication Application, IReadOnlyList<Grade> Grades);
