namespace Portal.Jobs;

/// <summary>The job cannot be done as things stand; the message, in Chinese, is shown to whoever queued it.</summary>
public sealed class JobRefusedException(string message) : Exception(message);
