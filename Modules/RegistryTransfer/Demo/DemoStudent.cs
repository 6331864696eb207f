using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Demo;

/// <summary>A student of the fixture (domain §4.11): made up, the region code 9901 belongs to nobody.</summary>
internal sealed record DemoStudent(string Name, string Number, string School, string Grade, string? IdNumber = null)
{
    public EnrolmentStatus Status { get; init; }

    public ProblemFlag Problem { get; init; }
}
