using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Students;
using Portal.RegistryTransfer.Students.Import;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Students.Import;

/// <summary>选择文件 for 学生学籍 of the post's school.</summary>
[RequirePermission(Permissions.ManageStudents)]
[UploadLimit]
internal sealed class IndexModel(SchoolQueries schools, StudentImport import, ImportDeskService desk, IUnitContext context)
    : ImportUploadModel<StudentImportChoice, StudentDraft, PlannedStudent>(desk, import)
{
    protected override async Task<ImportUpload<StudentImportChoice>?> FindAsync(CancellationToken cancellationToken) =>
        await schools.FindAsync(context.UnitId, cancellationToken) is { } school
            ? new(new StudentImportChoice(school.Id, school.Stages), school.Name, StudentImport.TopicOf(school.Id))
            : null;
}
