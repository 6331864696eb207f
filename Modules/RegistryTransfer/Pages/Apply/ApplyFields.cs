using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages.Apply;

/// <summary>The inputs of an application, for partial <c>_ApplyFields</c>; the new and the edited one share them.</summary>
internal sealed record ApplyFields(ApplyForm Form, IReadOnlyList<Grade> Grades, ApplicationKind Kind);
