namespace Portal.Toolkit.Spreadsheets;

/// <summary>One of a few words, each with its value; the template offers them as a list.</summary>
public sealed class ChoiceColumn<TValue>(string header) : ImportColumn<TValue>(header)
    where TValue : notnull
{
    /// <summary>The words, in the order in which messages and template name them.</summary>
    public required OrderedDictionary<string, TValue> Choices { get; init; }

    /// <summary>Words that are accepted with cleaning; in strict mode the message names the right one.</summary>
    public IReadOnlyDictionary<string, string> Synonyms { get; init; } = new Dictionary<string, string>();

    public override SheetFormat Format => SheetFormat.Text;

    public override IReadOnlyList<string> Words => [.. Choices.Keys];

    protected override CellResult<TValue> Parse(Cell cell, CellContext context)
    {
        var text = cell.Text;
        var rule = Choices.Keys.Any(choice => choice.Contains(' ')) ? TextRule.Line : TextRule.Key;
        if (!context.Clean && CellText.HasSpecialCharacters(text, rule))
            return context.Fail(ImportCodes.SpecialCharacters, $"{Label}含空格/回车等特殊字符");

        var word = context.Clean ? CellText.Clean(text, rule) : text;
        if (Synonyms.TryGetValue(word, out var right))
        {
            if (!context.Clean)
                return context.Fail(ImportCodes.NotAChoice, $"{OnlyThese()}（“{word}”请改为“{right}”）");
            word = right;
        }

        return Choices.TryGetValue(word, out var value)
            ? CellResult.Of(value, word != text)
            : context.Fail(ImportCodes.NotAChoice, OnlyThese());
    }

    protected override ImportError MissingValue(CellContext context) => context.Fail(ImportCodes.NotAChoice, OnlyThese());

    private string OnlyThese() => Choices.Count switch
    {
        <= 3 => $"{Label}只能为 {string.Join(" 或 ", Choices.Keys)}",
        _ => $"{Label}只能为 {string.Join("、", Choices.Keys)}",
    };
}
