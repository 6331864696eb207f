namespace Portal.Data;

/// <summary>The one place that repeats what the database refused as deadlock or busy.</summary>
internal static class Transient
{
    private const int Attempts = 8;

    public static async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (attempt < Attempts && DatabaseErrors.IsTransient(exception))
            {
                await Task.Delay(Random.Shared.Next(10, 20 << attempt), cancellationToken);
            }
        }
    }
}
