using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>Whom a ranking puts where: all scored applicants by score, earlier applications first among equals; as many as there are free places are nominated, the others wait.</summary>
internal sealed record OutboundRanking
{
    /// <summary>Most applicants that one ranking moves.</summary>
    public const int Most = 500;

    private static readonly string[] _ranked = ["applied", "nominated", "waitlist"];
    private static readonly string[] _placed = ["live", "abroad", "back", "recognised", "closed"];

    /// <summary>Best first.</summary>
    public required IReadOnlyList<Placement> Placements { get; init; }

    /// <summary>Places of the programme.</summary>
    public required int Places { get; init; }

    /// <summary>Places of students whom the partner has admitted already.</summary>
    public required int Taken { get; init; }

    /// <summary>Applicants whom nobody has scored yet: they are not ranked.</summary>
    public required int Unscored { get; init; }

    public IEnumerable<Placement> Nominated => Placements.Where(placement => placement.IsNominated);

    public IEnumerable<Placement> Waiting => Placements.Where(placement => !placement.IsNominated);

    /// <summary>Stands for exactly this ranking, so that what is done is what was shown.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        ',', Placements.Select(placement => string.Create(CultureInfo.InvariantCulture, $"{placement.Student.Id}:{placement.Student.Int("score")}:{placement.IsNominated}"))))))[..16];

    public static OutboundRanking Of(RecordView programme, IReadOnlyCollection<RecordView> students)
    {
        var places = programme.Int("places") ?? 0;
        var taken = students.Count(student => student.IsIn(_placed));
        var free = Math.Max(0, places - taken);
        return new()
        {
            Places = places,
            Taken = taken,
            Unscored = students.Count(student => student.IsIn(_ranked) && !student.Has("score")),
            Placements =
            [
                .. students.Where(student => student.IsIn(_ranked) && student.Has("score"))
                    .OrderByDescending(student => student.Int("score")).ThenBy(student => student.Id)
                    .Select((student, index) => new Placement(student, index + 1, index < free)),
            ],
        };
    }
}

/// <summary>One student's place in a ranking.</summary>
internal sealed record Placement(RecordView Student, int Rank, bool IsNominated);
