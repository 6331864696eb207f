using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Dossiers;

/// <summary>One line of the checklist: what must be there, who sees to it, and on which article that rests.</summary>
/// <param name="Label">护照复印件.</param>
/// <param name="English">Copy of passport.</param>
/// <param name="Unit">Unit of the matrix that owes it; <see cref="Offices.Student"/> or <see cref="Offices.Teacher"/> for the person.</param>
/// <param name="Article">第七条1.</param>
internal sealed record RequiredItem(string Label, string English, string Unit, string Article)
{
    /// <summary>Whether it is required of this person now.</summary>
    public required Func<PersonFile, bool> When { get; init; }

    public required Func<PersonFile, bool> Done { get; init; }

    /// <summary>Last day; null without one.</summary>
    public Func<PersonFile, DateOnly?> By { get; init; } = _ => null;

    /// <summary>What the person himself does about it; empty when only the unit acts.</summary>
    public string Advice { get; init; } = "";

    public string AdviceEnglish { get; init; } = "";

    /// <summary>A file of the dossier, named as its field.</summary>
    public static RequiredItem OfStudent(string field, string unit, string article, Func<PersonFile, bool> when) => Of(_student, field, unit, article, when);

    /// <inheritdoc cref="OfStudent"/>
    public static RequiredItem OfTeacher(string field, string unit, string article, Func<PersonFile, bool> when) => Of(_teacher, field, unit, article, when);

    private static readonly IntlStudentType _student = new();
    private static readonly ForeignTeacherType _teacher = new();

    private static RequiredItem Of(RecordType type, string id, string unit, string article, Func<PersonFile, bool> when)
    {
        var field = type.Find(id)!;
        var isFile = field.Kind == FieldKind.File;
        return new(field.Label, field.English, unit, article)
        {
            When = when,
            Done = file => isFile ? file.Person.HasFile(id) : file.Person.Has(id),
            Advice = isFile ? $"请把{field.Label}交给{UnitNames.Of(unit)}" : "",
            AdviceEnglish = isFile ? $"Hand it in at the {UnitNames.English(unit)}" : "",
        };
    }
}
