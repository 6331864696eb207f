using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Dossier;

/// <summary>我的档案: the dossier of whoever is at work, and nothing of anybody else. Notes and opinions of the staff have no English label and are left out.</summary>
internal sealed class MyFileQueries(PersonFileQueries files, RecordCatalog catalog, RecordTextService texts, IUnitContext context, IModuleSwitch modules)
{
    private const string Account = "account";

    /// <summary>Whether the post may have a dossier at all.</summary>
    public bool MayOpen => modules.IsEnabled(ExchangeBook.Id, context.UnitId) && (context.Has(Permissions.Student) || context.Has(Permissions.Teacher));

    /// <summary>Null when nobody keeps one of this person.</summary>
    public async Task<MyFile?> FindAsync(CancellationToken cancellationToken) =>
        MayOpen && context.Person is { } person && await files.FindOwnAsync(person.Id, cancellationToken) is { } file ? Show(file) : null;

    /// <summary>Whether <see cref="FindAsync"/> finds one.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        MayOpen && context.Person is { } person && await files.HasOwnAsync(person.Id, cancellationToken);

    private MyFile Show(PersonFile file)
    {
        var type = catalog.Get(file.Person.Row.Type);
        var state = type.StateOf(file.Person.State);
        var shown = type.Fields.Where(field => field.English.Length > 0 && field.Id != Account).ToArray();
        return new()
        {
            File = file,
            Checklist = Checklist.Of(file),
            State = Bilingual.Of(state.Label),
            StateKind = state.Kind,
            Steps = file.IsStudent ? StudentStages.LineOf(file.Person) : TeacherStages.LineOf(file.Person, isBilingual: true),
            Facts = [.. shown.Where(field => field.Kind != FieldKind.File && file.Person.Has(field.Id)).Select(field => Fact(field, file.Person))],
            Permits = [.. file.Permits.Where(permit => !permit.IsIn("cancelled", "draft")).Select(permit => Permit(file, permit))],
            Certificates = [.. file.Certificates.Where(certificate => certificate.IsIn("requested", "released", "issued")).Select(Certificate)],
            Files =
            [
                .. shown.Where(field => field.Kind == FieldKind.File && file.Person.HasFile(field.Id))
                    .Select(field => (new Bilingual(field.Label, field.English), (IReadOnlyList<RecordFile>)[.. file.Person.Files.Where(attached => attached.Field == field.Id)])),
            ],
        };
    }

    private MyFact Fact(Field field, RecordView person)
    {
        var text = texts.Of(field, person, masksSecrets: false);
        var english = field.Kind switch
        {
            FieldKind.Choice => EnglishWords.Of(text),
            FieldKind.Country => Countries.EnglishNameOf(person[field.Id] ?? ""),
            _ => "",
        };
        return new(new(field.Label, field.English), new(text, english));
    }

    private static MyPermit Permit(PersonFile file, RecordView permit) =>
        new(Bilingual.Of(FilePanelService.KindOf(permit)), permit["number"] ?? "", file.LightOf(permit), permit.Date("issuedOn"), permit.Date("expiresOn"));

    private MyCertificate Certificate(RecordView certificate)
    {
        var type = catalog.Get(CertificateType.TypeKey);
        var state = type.StateOf(certificate.State);
        var kind = type.Find("kind")!.Choices.LabelOf(certificate["kind"] ?? "");
        return new(Bilingual.Of(kind), Bilingual.Of(state.Label), state.Kind, certificate["certificateNo"] ?? "", certificate.Date("issuedOn"));
    }
}
