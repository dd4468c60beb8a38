using System.Text;
using Funnel.Checking;
using Funnel.Machine;

namespace Funnel.Tests;

/// <summary>A shop in a test: a funnel as its merchant writes it, checked and compiled.</summary>
internal sealed class Shop(FunnelMachine machine)
{
    public FunnelMachine Machine => machine;

    /// <summary>A whole file.</summary>
    public static Shop Of(string json)
    {
        var report = Check.Structure(Encoding.UTF8.GetBytes(json), out _);
        Assert.Empty(report.Problems);
        return new(FunnelMachine.Compile(report.Definition!));
    }

    /// <summary>A file of which only the products and the steps matter.</summary>
    /// <param name="products">The content of <c>products</c>.</param>
    /// <param name="steps">The content of <c>steps</c>.</param>
    /// <param name="more">Further properties of the file.</param>
    public static Shop Selling(string products, string steps, string more = "") =>
        Of(
            $$"""
            {
              "id": "shop", "name": "Shop", {{(
                more.Contains("\"currency\"", StringComparison.Ordinal) ? "" : "\"currency\": \"EUR\","
            )}}
              {{(more.Length > 0 ? $"{more}," : "")}}
              "products": { {{products}} },
              "steps": [ {{steps}} ]
            }
            """
        );

    /// <summary>One of the shops in <c>funnels/</c>.</summary>
    public static Shop File(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Funnel.sln")))
        {
            folder = folder.Parent!;
        }

        return Of(System.IO.File.ReadAllText(Path.Combine(folder.FullName, "funnels", $"{name}.json")));
    }

    /// <summary>A shopper comes in, on a Monday in June unless the moment matters.</summary>
    public Shopper Visit(string at = "2026-06-15T12:00:00Z", Func<Start, Start>? with = null)
    {
        var start = new Start { At = Moment.Of(at), Locale = machine.Definition.Locales[0] };
        return new(machine, with is null ? start : with(start));
    }
}

internal static class Moment
{
    /// <param name="text"><c>2026-12-01T14:30:00+01:00</c>.</param>
    public static DateTimeOffset Of(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
