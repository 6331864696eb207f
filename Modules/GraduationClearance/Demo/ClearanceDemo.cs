namespace Portal.GraduationClearance.Demo;

public sealed class ClearanceDemo : IDemoData
{
    public Task SeedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
