using System.Text;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>What a command writes to and reads from: a terminal, or a file or pipe in its place.</summary>
internal sealed class Terminal
{
    // What no window bounds is not folded, so that a search finds whole lines.
    private const int Unbounded = 10_000;

    private Terminal(IAnsiConsole console, TextWriter output, TextWriter errors, TextReader input, bool isInteractive)
    {
        Console = console;
        Out = output;
        Errors = errors;
        In = input;
        IsInteractive = isInteractive;
    }

    /// <summary>For what has colours, tables or questions.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>For documents and lines, as they are.</summary>
    public TextWriter Out { get; }

    public TextWriter Errors { get; }

    public TextReader In { get; }

    /// <summary>Whether somebody is there to be asked, and to watch progress.</summary>
    public bool IsInteractive { get; }

    private bool IsPlain => !Console.Profile.Capabilities.Ansi;

    /// <summary>That of this process. Redirected, or where <c>NO_COLOR</c> is set, it is plain.</summary>
    public static Terminal Own()
    {
        System.Console.OutputEncoding = Encoding.UTF8;
        if (System.Console.IsOutputRedirected)
        {
            return Plain(System.Console.In, System.Console.Out, System.Console.Error);
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(System.Console.Out) });
        return new(
            console,
            System.Console.Out,
            System.Console.Error,
            System.Console.In,
            isInteractive: !System.Console.IsInputRedirected
        );
    }

    /// <summary>A plain one, as where all is redirected.</summary>
    public static Terminal Plain(TextReader input, TextWriter output, TextWriter errors)
    {
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = Unbounded;
        return new(console, output, errors, input, isInteractive: false);
    }

    /// <summary>One that somebody sits at.</summary>
    public static Terminal Of(IAnsiConsole console, TextWriter errors) =>
        new(console, console.Profile.Out.Writer, errors, TextReader.Null, isInteractive: true);

    /// <summary>A line of Spectre's markup; what comes from a file is to be escaped in it.</summary>
    public void Line(string markup = "")
    {
        if (IsPlain)
        {
            Out.WriteLine(Markup.Remove(markup));
        }
        else
        {
            Console.MarkupLine(markup);
        }
    }

    /// <summary>A table to fill: as Markdown has them where it is plain, so that it can be pasted into a review.</summary>
    public Table Table(params IEnumerable<string> headings)
    {
        var table = new Table { Border = IsPlain ? TableBorder.Markdown : TableBorder.Rounded };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn($"[bold]{heading.EscapeMarkup()}[/]"));
        }

        return table;
    }

    public void Write(Table table)
    {
        if (!IsPlain)
        {
            Console.Write(table);
            return;
        }

        // Markdown has no line above and below a table, where others have their border.
        using var text = new StringWriter();
        Plain(TextReader.Null, text, TextWriter.Null).Console.Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            Out.WriteLine(line);
        }
    }
}
