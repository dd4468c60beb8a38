namespace Funnel.Definitions.Json;

/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters (Unicode code points).</param>
internal readonly record struct Position(int Line, int Column);
