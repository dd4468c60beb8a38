using System.Net.Sockets;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Funnel.Server;

/// <summary>What keeps the server from starting and is no bug: a person is told in words, without a trace of calls.</summary>
internal static class StartFailure
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    private static volatile bool _hasStarted;

    /// <summary>Whether the failure's message says all that there is to say.</summary>
    public static bool Explains(Exception failure) =>
        failure
            is BrokenFunnelsException
                or OptionsValidationException
                or StoreUnavailableException
                or SocketException
                or InvalidOperationException
                {
                    Source: "Microsoft.Extensions.Configuration.Binder" or "Microsoft.AspNetCore.Server.Kestrel.Core"
                }
                // No address, an address without a port that there can be, one that is taken.
                or FormatException { Source: "Microsoft.AspNetCore.Http" }
                or ArgumentOutOfRangeException { Source: "System.Net.Primitives" }
                or IOException { InnerException: AddressInUseException };

    /// <summary>Keeps the host from logging a failure to start as a crash: the program ends with it, and tells it once.</summary>
    public static void TellStartFailuresOnce(this ILoggingBuilder logging) =>
        logging.AddFilter(Host, static level => _hasStarted && level >= LogLevel.Error);

    /// <summary>Reads all settings before anything is begun: the host would log what is wrong with them as a crash.</summary>
    /// <exception cref="OptionsValidationException">A setting is not what it must be.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.Lifetime.ApplicationStarted.Register(static () => _hasStarted = true);
    }
}
