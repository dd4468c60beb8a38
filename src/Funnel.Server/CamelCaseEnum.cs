using System.Text.Json;
using System.Text.Json.Serialization;

namespace Funnel.Server;

/// <summary>Writes an enum as the API names its values: <c>crossSell</c>.</summary>
internal sealed class CamelCaseEnum<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
