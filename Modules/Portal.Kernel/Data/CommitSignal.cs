namespace Portal.Data;

/// <summary>Wakes the job runner of this host after a commit, so that a queued job does not wait for the next look.</summary>
internal sealed class CommitSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        if (_raised.CurrentCount > 0)
            return;
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised twice at once: one waking is enough.
        }
    }

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _raised.WaitAsync(longest, cancellationToken);

    public void Dispose() => _raised.Dispose();
}
