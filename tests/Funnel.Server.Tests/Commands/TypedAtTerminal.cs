using Funnel.Server.Commands;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Funnel.Server.Tests.Commands;

/// <summary>Somebody at a terminal, whose keys are known beforehand.</summary>
internal sealed class TypedAtTerminal : IAnsiConsole, IAnsiConsoleInput, IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly IAnsiConsole _console;
    private readonly Queue<ConsoleKeyInfo> _keys = new();

    public TypedAtTerminal()
    {
        _console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(_output),
            }
        );
        _console.Profile.Width = 200;
    }

    public string Output => _output.ToString();

    public Profile Profile => _console.Profile;

    public IAnsiConsoleCursor Cursor => _console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => _console.ExclusivityMode;

    public RenderPipeline Pipeline => _console.Pipeline;

    public void Press(ConsoleKey key, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _keys.Enqueue(new('\0', key, shift: false, alt: false, control: false));
        }
    }

    public Task<int> Run(params IReadOnlyList<string> arguments) =>
        CommandLine.Run(arguments, Terminal.Of(this, TextWriter.Null));

    public void Clear(bool home) => _console.Clear(home);

    public void Write(IRenderable renderable) => _console.Write(renderable);

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) =>
        _keys.TryDequeue(out var key)
            ? key
            : throw new InvalidOperationException($"More is asked than was typed. So far:\n{Output}");

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) =>
        Task.FromResult(ReadKey(intercept));

    public void Dispose() => _output.Dispose();
}
