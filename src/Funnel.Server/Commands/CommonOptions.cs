using System.CommandLine;

namespace Funnel.Server.Commands;

/// <summary>What several commands take.</summary>
internal static class CommonOptions
{
    public static Argument<string> File() => new("FILE") { Description = "The funnel's file." };

    public static Option<bool> Json() => new("--json") { Description = "Write one JSON document, and nothing else." };
}
