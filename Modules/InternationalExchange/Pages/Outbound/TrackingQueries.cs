using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Lists;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Records.Settings;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>国外跟踪 (Art. 9(5)1): who is abroad now, in reach of the post; those in trouble or silent first.</summary>
internal sealed class TrackingQueries(
    RecordListQueries records, RecordSettingQueries settings, RecordCatalog catalog, RecordAccess access, RecordTextService texts, LocalTime local)
{
    private static readonly string[] _contacts = ["phone", "addressAbroad", "emergencyContact"];
    private static readonly string[] _trackers = [Offices.StudentAffairs, Offices.AcademicAffairs, Offices.Exchange, Offices.School, Offices.College];

    private RecordType Type => catalog.Get(OutboundStudentType.TypeKey);

    /// <summary>Whether the post is one of those that look after students abroad.</summary>
    public bool MayTrack => access.RolesIn(catalog.BookOf(Type)).Any(role => _trackers.Contains(role.Key)) && access.MayOpen(Type);

    /// <param name="withContacts">Whether addresses and telephones are read in full, as far as the post may; the caller notes it.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IReadOnlyList<TrackedStudent>> ListAsync(bool withContacts, CancellationToken cancellationToken)
    {
        var days = (await settings.ReadAsync(catalog.BookOf(Type), cancellationToken)).Number(ExchangeSettings.CheckInDays);
        var found = new List<TrackedStudent>();
        await foreach (var row in records.StreamAsync(Type, new() { State = "abroad" }, cancellationToken))
            found.Add(Show(new(row.Row, row.Values.Copy(), []), days, withContacts));
        return [.. found.OrderByDescending(student => student.IsUnsafe).ThenByDescending(student => student.IsLate).ThenBy(student => student.NextOn).ThenBy(student => student.Record.Id)];
    }

    private TrackedStudent Show(RecordView student, int days, bool withContacts)
    {
        var rights = access.RightsOn(Type, student, [new RecordUnit(student.UnitId, IsOwn: true)]);
        var isMasked = !withContacts || !rights.SeesSecrets;
        return new()
        {
            Record = student,
            UnitName = texts.UnitName(student.UnitId),
            Contacts = [.. _contacts.Select(field => Type.Find(field)!).Where(field => student.Has(field.Id)).Select(field => $"{field.Label} {texts.Of(field, student, isMasked)}")],
            MaySeeContacts = rights.SeesSecrets,
            NextOn = (CheckIns.LastDay(student) ?? student.Date("actualDepart"))?.AddDays(days),
            Today = local.Today,
        };
    }
}
