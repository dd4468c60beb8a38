namespace Funnel.Server.Events.Webhooks;

/// <summary>What became of one attempt.</summary>
internal abstract record WebhookResult
{
    private WebhookResult() { }

    /// <summary>The receiver replied with a status of 200 to 299.</summary>
    public sealed record Delivered : WebhookResult;

    /// <param name="Reason">A few words that may be stored and shown: nothing in them is the receiver's own.</param>
    /// <param name="Gone">The receiver replied with 410: there is no use in trying this again.</param>
    /// <param name="RetryAfter">How long the receiver asks to be left alone, an hour at most.</param>
    public sealed record Failed(string Reason, bool Gone = false, TimeSpan? RetryAfter = null) : WebhookResult;
}
