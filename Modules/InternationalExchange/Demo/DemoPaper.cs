namespace Portal.InternationalExchange.Demo;

/// <summary>A record on its way: who submitted it with what, who has decided, and in which direction the last one.</summary>
/// <param name="Type">Key of the record type.</param>
/// <param name="By">Account of whoever submits it.</param>
/// <param name="Fields">As typed into the form.</param>
internal sealed record DemoPaper(string Type, string By, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Field of a file that has to be there.</summary>
    public string? File { get; init; }

    /// <summary>Accounts that have passed it, in the order of the route; it waits for the next one.</summary>
    public IReadOnlyList<string> PassedBy { get; init; } = [];

    /// <summary>Who sent it back then; null for nobody.</summary>
    public string? ReturnedBy { get; init; }
}
