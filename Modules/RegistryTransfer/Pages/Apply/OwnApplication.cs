using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>An application of the current person, with its review and the grades its student may be taken into.</summary>
internal sealed record OwnApplication(StartedApplication Application, Review Review, IReadOnlyList<Grade> Grades);
