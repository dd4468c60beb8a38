using System.Net.Sockets;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Funnel.Server;

/// <summary>What keeps the server from starting and is no bug: a person is told in words, without a trace of calls.</summary>
internal static class StartFailure
{
    /// <summary>Whether the failure's message says all that there is to say.</summary>
    public static bool Explains(Exception failure) =>
        failure
            is BrokenFunnelsException
                or OptionsValidationException
                or StoreUnavailableException
                or SocketException
                or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" }
                or IOException { InnerException: AddressInUseException };

    /// <summary>Reads all settings before anything is begun: the host would log what is wrong with them as a crash.</summary>
    /// <exception cref="OptionsValidationException">A setting is not what it must be.</exception>
    public static void CheckSettings(this IHost app) => app.Services.GetRequiredService<IStartupValidator>().Validate();
}
