using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>Conditions of the school list, kept in the address.</summary>
internal sealed record SchoolFilter
{
    /// <summary>Part of the name, or of the code.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    [FromQuery(Name = "level")]
    public UnitLevel? RunLevel { get; init; }

    [FromQuery(Name = "stage")]
    public Stages? Stage { get; init; }

    [FromQuery(Name = "status")]
    public SchoolStatus? Status { get; init; }

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["q"] = Text,
        ["region"] = Region,
        ["level"] = RunLevel?.ToString(),
        ["stage"] = Stage?.ToString(),
        ["status"] = Status?.ToString(),
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    public string Where()
    {
        List<string> conditions = ["unit.path >= @From and unit.path < @To"];
        if (!string.IsNullOrWhiteSpace(Text))
            conditions.Add("(instr(unit.name, @text) > 0 or instr(school.code, @text) > 0)");
        if (!string.IsNullOrWhiteSpace(Region))
            conditions.Add("instr(school.region_code, @region) = 1");
        if (RunLevel is not null)
            conditions.Add("school.run_level = @RunLevel");
        if (Stage is not null)
            conditions.Add("(school.stages & @Stage) <> 0");
        if (Status is not null)
            conditions.Add("school.status = @Status");
        return string.Join("\n  and ", conditions);
    }

    public DynamicParameters Parameters(ScopeService scope) =>
        new(new { scope.From, scope.To, text = Text?.Trim(), region = Region?.Trim(), RunLevel, Stage, Status });
}
