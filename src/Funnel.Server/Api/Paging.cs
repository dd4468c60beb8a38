using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Funnel.Server.Storage;

namespace Funnel.Server.Api;

/// <summary>Reads how much of a list is asked for, and from where on.</summary>
internal static class Paging
{
    public const int Default = 100;
    public const int Most = 500;

    public static bool TryRead(int? limit, out int most, [NotNullWhen(false)] out ProblemResult? problem)
    {
        most = limit ?? Default;
        problem = most is >= 1 and <= Most
            ? null
            : Problems.MalformedRequest($"The parameter limit takes a number from 1 to {Most}.");
        return problem is null;
    }

    /// <summary>A place in the list of orders, which callers give back as it is.</summary>
    public static string Text(OrderCursor cursor) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{cursor.StartedAt.ToUnixTimeMilliseconds()} {cursor.Id}")
            )
        );

    public static bool TryRead(string text, out OrderCursor cursor)
    {
        cursor = default;
        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 2);
        if (
            parts is not [var moment, var id]
            || !long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        )
        {
            return false;
        }

        cursor = new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id);
        return true;
    }
}
