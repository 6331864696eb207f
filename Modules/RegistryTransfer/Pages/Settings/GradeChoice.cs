namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>Grades to tick; partial <c>_Grades</c>.</summary>
/// <param name="Chosen">Codes, or for windows the words for graduating and other grades.</param>
/// <param name="WithGroups">Offers those two words: a window knows them, a rule has a key of its own for graduating grades.</param>
internal sealed record GradeChoice(string[] Chosen, bool WithGroups);
