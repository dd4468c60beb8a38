using System.Net.Sockets;

namespace Funnel.Server.Events.Webhooks;

/// <summary>Why there was no reply, in words of our own: those of an exception can name what is inside.</summary>
internal static class WebhookFailure
{
    /// <returns>Null where it is a bug.</returns>
    public static string? ReasonOf(Exception failure) =>
        failure switch
        {
            HttpRequestException { InnerException: PrivateTargetException } => "the address is in a private network",
            HttpRequestException
            {
                InnerException: SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound
                        or SocketError.NoData
                        or SocketError.TryAgain
                        or SocketError.NoRecovery
                }
            } => "the name could not be looked up",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "no secure connection could be made",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
            or OperationCanceledException { InnerException: TimeoutException } => "could not connect",
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            } => "the reply was not understood",
            HttpRequestException or IOException => "the connection was lost",
            _ => null,
        };
}
