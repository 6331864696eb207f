using Portal.RegistryTransfer.Schools.Import;
using Portal.Toolkit.Imports;

namespace Portal.RegistryTransfer.Pages.Schools.Import;

/// <summary>One import of 学校名录, for who uploaded it.</summary>
[RequirePermission(Permissions.ManageSchools)]
internal sealed class DetailsModel(ImportDeskService desk, SchoolImport import) : ImportDetailsModel(desk, import);
