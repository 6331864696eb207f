using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Portal.Testing;

/// <summary>What a host under test logged: warnings and worse, and beside them what people were refused.</summary>
public sealed class HostLog : ILoggerProvider
{
    private const string RefusalCategory = "Portal.Toolkit.RefusalLog";

    private readonly ConcurrentQueue<string> _entries = new();
    private readonly ConcurrentQueue<string> _refusals = new();

    public IReadOnlyCollection<string> Entries => _entries;

    /// <summary>One line each: <c>GET /workbench/records/exchange.event/7 of person 3 at unit 2 was refused with 404</c>.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(HostLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= (category == RefusalCategory ? LogLevel.Information : LogLevel.Warning);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (category == RefusalCategory)
                log._refusals.Enqueue(formatter(state, exception));
            else if (IsEnabled(logLevel))
                log._entries.Enqueue($"{logLevel} {category}: {formatter(state, exception)}\n{exception}".TrimEnd());
        }
    }
}
