using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Funnel.Server.Tests.Running;

/// <summary>A line of a server's log: all that any way of writing the log down could show of it.</summary>
/// <param name="Message">The line as people read it.</param>
/// <param name="More">The values that it was made of, and the exception that came along.</param>
public sealed record LogLine(LogLevel Level, string Category, string Message, string More);

/// <summary>Keeps what a server logs.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
            lines.Enqueue(new(logLevel, category, formatter(state, exception), $"{values} {exception}"));
        }
    }
}
