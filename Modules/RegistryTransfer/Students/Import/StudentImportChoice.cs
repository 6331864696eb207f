using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Students.Import;

/// <summary>The school whose students a file holds, and its stages, which decide the grades of the plan.</summary>
internal sealed record StudentImportChoice(long SchoolId, Stages Stages);
