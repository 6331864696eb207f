namespace Portal.InternationalExchange.Dossiers;

/// <summary>What a file holds of what it must, and who still owes what.</summary>
internal sealed record Checklist(IReadOnlyList<ChecklistLine> Lines)
{
    public static Checklist Of(PersonFile file) => new(
    [
        .. (file.IsStudent ? StudentRequirements.All : TeacherRequirements.All)
            .Where(item => item.When(file))
            .Select(item => new ChecklistLine(item, item.Done(file), item.By(file), file.Today)),
    ]);

    public int Done => Lines.Count(line => line.IsDone);

    public bool IsComplete => Done == Lines.Count;

    /// <summary>0 to 100; rounded down, so that 100 means everything.</summary>
    public int Percent => Lines.Count == 0 ? 100 : 100 * Done / Lines.Count;

    /// <summary>What is missing, the earliest first.</summary>
    public IReadOnlyList<ChecklistLine> Open => [.. Lines.Where(line => !line.IsDone).OrderBy(line => line.By ?? DateOnly.MaxValue)];

    /// <summary>What is missing by the unit that owes it, in the order of the list.</summary>
    public IReadOnlyList<IGrouping<string, ChecklistLine>> Owed => [.. Lines.Where(line => !line.IsDone).GroupBy(line => line.Item.Unit)];

    /// <summary>In one line: 国际教育学院：经济证明、语言证明；保卫处：临时居留证明.</summary>
    public string OwedText => string.Join('；', Owed.Select(owed => $"{UnitNames.Of(owed.Key)}：{string.Join('、', owed.Select(line => line.Item.Label))}"));
}

/// <summary>One line for one person.</summary>
internal sealed record ChecklistLine(RequiredItem Item, bool IsDone, DateOnly? By, DateOnly Today)
{
    public bool IsLate => !IsDone && By < Today;
}
