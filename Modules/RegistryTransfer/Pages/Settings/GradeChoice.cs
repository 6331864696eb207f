using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>Grades to tick; partial <c>_Grades</c>.</summary>
/// <param name="Chosen">Codes, or for windows the words for graduating and other grades.</param>
/// <param name="WithGroups">Offers those two words: a window knows them, a rule has a key of its own for graduating grades.</param>
internal sealed record GradeChoice(string[] Chosen, bool WithGroups)
{
    public IEnumerable<string> Known => [.. WithGroups ? [BusinessWindow.Graduating, BusinessWindow.Others] : Array.Empty<string>(), .. Grade.All.Select(grade => grade.Code)];

    public bool IsKnown => Chosen.All(Known.Contains);

    /// <summary>As stored, in one order, so that the same grades are the same text.</summary>
    public string Text => string.Join(',', Known.Where(Chosen.Contains));
}
