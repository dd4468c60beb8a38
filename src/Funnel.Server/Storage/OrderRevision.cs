namespace Funnel.Server.Storage;

/// <summary>An order as it was at one revision.</summary>
internal readonly record struct OrderRevision(string Id, long Revision);
