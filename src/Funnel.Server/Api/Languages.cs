using Funnel.Definitions;
using Funnel.Server.Orders;

namespace Funnel.Server.Api;

/// <summary>Which of a funnel's languages to speak.</summary>
internal static class Languages
{
    /// <summary>The language that was asked for or, where the funnel does not speak it, the nearest of what the caller accepts, else its first.</summary>
    public static string Choose(FunnelDefinition funnel, string? asked, HttpRequest request) =>
        Nearest(funnel, asked) ?? Accepted(funnel, request) ?? funnel.Locales[0];

    /// <summary>An order whose shopper asked for a language keeps to it; others are spoken to as the caller accepts.</summary>
    public static string Of(KeptOrder kept, HttpRequest request)
    {
        var start = kept.Order.Walk.Start;
        return kept.LocaleAsked ? start.Locale : Accepted(kept.Funnel.Machine.Definition, request) ?? start.Locale;
    }

    private static string? Accepted(FunnelDefinition funnel, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return accepted.Count == 0
            ? null
            : accepted
                .Where(language => language.Quality is not 0)
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => Nearest(funnel, language.Value.Value))
                .FirstOrDefault(locale => locale is not null);
    }

    private static string? Nearest(FunnelDefinition funnel, string? tag) =>
        tag is null
            ? null
            : funnel.Locales.FirstOrDefault(locale => locale.Equals(tag, StringComparison.OrdinalIgnoreCase))
                ?? funnel.Locales.FirstOrDefault(locale =>
                    Language(locale).Equals(Language(tag), StringComparison.OrdinalIgnoreCase)
                );

    private static string Language(string tag) => tag.Split('-')[0];
}
