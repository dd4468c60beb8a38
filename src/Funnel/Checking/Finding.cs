namespace Funnel.Checking;

/// <summary>Something that a rule found, before the file is asked where it is written.</summary>
/// <param name="Pointer">Where it would be written in full; where it is not written, its nearest parent is reported.</param>
internal sealed record Finding(string Code, string Pointer, string Message);
