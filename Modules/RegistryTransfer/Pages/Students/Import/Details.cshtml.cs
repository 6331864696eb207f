using Portal.RegistryTransfer.Students.Import;
using Portal.Toolkit.Imports;

namespace Portal.RegistryTransfer.Pages.Students.Import;

/// <summary>One import of 学生学籍, for who uploaded it.</summary>
[RequirePermission(Permissions.ManageStudents)]
internal sealed class DetailsModel(ImportDeskService desk, StudentImport import) : ImportDetailsModel(desk, import);
