using System.CommandLine;
using Funnel.Server.Funnels;

namespace Funnel.Server.Commands;

/// <summary><c>publish FILE --to URL</c>: publishes a funnel at a running server, as its newest version.</summary>
internal static class PublishCommand
{
    private const string KeyVariable = "FUNNEL_KEY";

    public static Command Make(Terminal terminal)
    {
        var file = CommonOptions.File();
        var to = new Option<string>("--to")
        {
            Description = "Where the server is, as in https://shop.example.com.",
            Required = true,
        };
        // A key that is an argument stays in the shell's history, and is seen by all who list processes.
        var keyFile = new Option<string?>("--key-file")
        {
            Description = $"A file with the merchant's key. Default: what {KeyVariable} holds.",
        };
        var replaceDraft = new Option<bool>("--replace-draft")
        {
            Description = "Replace a draft that somebody else has saved there and not published.",
        };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "publish",
            "Checks a funnel's file, has its tests run, and publishes it at a server: new orders get it at once. Ends with 1 where it is refused.",
            $"{KeyVariable}=… publish funnels/print-shop.json --to https://shop.example.com",
            "publish funnels/print-shop.json --to http://localhost:5080 --key-file /run/secrets/funnel-key"
        )
        {
            file,
            to,
            keyFile,
            replaceDraft,
            json,
        };
        command.SetAction(async parsed =>
        {
            if (!TryReadServer(parsed.GetValue(to)!, out var server))
            {
                await terminal.Errors.WriteLineAsync(
                    "--to takes the server's address, https:// or http:// and a host, without user and password."
                );
                return ExitCodes.WrongUse;
            }

            var key = parsed.GetValue(keyFile) is { } path
                ? (await File.ReadAllTextAsync(path)).Trim()
                : Environment.GetEnvironmentVariable(KeyVariable);
            if (string.IsNullOrEmpty(key) || key.Any(character => character is < '!' or > '~'))
            {
                await terminal.Errors.WriteLineAsync(
                    $"Give a merchant's key, in {KeyVariable} or in the file of --key-file."
                );
                return ExitCodes.WrongUse;
            }

            return await CheckedFile.ReadRunning(parsed.GetValue(file)!, terminal) is { } funnel
                ? await Publish(funnel, server, key, parsed.GetValue(replaceDraft), parsed.GetValue(json), terminal)
                : ExitCodes.Found;
        });
        return command;
    }

    private static bool TryReadServer(string text, out Uri server) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out server!)
        && (server.Scheme == Uri.UriSchemeHttps || server.Scheme == Uri.UriSchemeHttp)
        && server.UserInfo.Length == 0;

    private static async Task<int> Publish(
        CheckedFile file,
        Uri server,
        string key,
        bool replaceDraft,
        bool json,
        Terminal terminal
    )
    {
        if (server is { Scheme: "http", IsLoopback: false })
        {
            await terminal.Errors.WriteLineAsync(
                $"The key goes to {server.Host} unencrypted. Where others share that network, use https."
            );
        }

        var beside = TestsFile.Beside(file.Path);
        using var remote = new RemoteFunnel(server, key, file.Report.Definition!.Id);
        try
        {
            var tests = File.Exists(beside) ? await File.ReadAllBytesAsync(beside) : null;
            var published = await remote.Publish(file.Content, tests, replaceDraft);
            if (json)
            {
                terminal.WriteJson(published);
            }
            else
            {
                terminal.Line(
                    published.IsNew
                        ? $"[green]{published.Funnel} is published as version {published.Version}.[/]"
                        : $"{published.Funnel} was version {published.Version} already; nothing has changed."
                );
            }

            return ExitCodes.Fine;
        }
        catch (RemoteRefusal refusal)
        {
            foreach (var problem in refusal.Problems)
            {
                await terminal.Errors.WriteLineAsync(FunnelFile.Line(refusal.AreOfTests ? beside : file.Path, problem));
            }

            await terminal.Errors.WriteLineAsync(refusal.Message);
            return ExitCodes.Found;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            await terminal.Errors.WriteLineAsync($"{server} does not answer: {problem.Message}");
            return ExitCodes.Found;
        }
    }
}
