namespace Portal.Samples.Faulty;

/// <summary>What is wrong with this copy of the module: the word in <c>fault.txt</c> beside it.</summary>
internal static class Fault
{
    public static string Name { get; } = File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(Fault).Assembly.Location)!, "fault.txt"));

    public static void ThrowIf(string name)
    {
        if (Name == name)
            throw new InvalidOperationException($"fault: {name}");
    }
}
