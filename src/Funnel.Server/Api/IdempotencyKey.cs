namespace Funnel.Server.Api;

/// <summary>What makes a start safe to repeat. Who has the key gets the order's token, so it must not be guessable.</summary>
internal static class IdempotencyKey
{
    public const int Least = 16;
    public const int Most = 255;

    public static bool IsValid(string key) =>
        key.Length is >= Least and <= Most && key.All(character => character is > ' ' and <= '~');
}
