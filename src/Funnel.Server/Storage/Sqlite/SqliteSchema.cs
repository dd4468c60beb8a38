using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The tables, and how a file of any earlier version gets them.</summary>
internal static class SqliteSchema
{
    // Entry n lifts a file from version n to n + 1, which the file itself remembers in user_version. Entries are only
    // ever added: a file written by any release opens in every later one.
    private static readonly string[] Lifts =
    [
        """
            CREATE TABLE orders (
                id TEXT NOT NULL PRIMARY KEY,
                revision INTEGER NOT NULL,
                funnel_id TEXT NOT NULL,
                funnel_version INTEGER NOT NULL,
                status TEXT NOT NULL,
                started_at INTEGER NOT NULL, -- moments are milliseconds since 1970, UTC
                touched_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                body BLOB NOT NULL
            ) STRICT;

            CREATE TABLE events (
                sequence INTEGER PRIMARY KEY, -- as committed, over all orders
                id TEXT NOT NULL,
                order_id TEXT NOT NULL,
                revision INTEGER NOT NULL,
                type TEXT NOT NULL,
                at INTEGER NOT NULL,
                body BLOB NOT NULL
            ) STRICT;

            CREATE INDEX events_of_order ON events (order_id);

            CREATE TABLE funnel_versions (
                funnel_id TEXT NOT NULL,
                version INTEGER NOT NULL,
                content_hash TEXT NOT NULL,
                published_at INTEGER NOT NULL,
                content BLOB NOT NULL,
                PRIMARY KEY (funnel_id, version)
            ) STRICT;
            """,
        """
            -- Null once the order is closed, so that who looks for orders whose time has come sees open ones alone. Those of
            -- before are all looked at once.
            ALTER TABLE orders ADD COLUMN lapses_at INTEGER;
            UPDATE orders SET lapses_at = touched_at WHERE status = 'open';
            CREATE INDEX orders_lapsing ON orders (lapses_at) WHERE lapses_at IS NOT NULL;

            CREATE INDEX orders_by_status ON orders (status, started_at, id);
            CREATE INDEX orders_of_funnel ON orders (funnel_id, status, started_at, id);

            CREATE TABLE leases (
                name TEXT NOT NULL PRIMARY KEY,
                holder TEXT NOT NULL,
                until INTEGER NOT NULL
            ) STRICT;

            -- Up to which event an endpoint's deliveries are made.
            CREATE TABLE webhook_positions (
                endpoint TEXT NOT NULL PRIMARY KEY,
                sequence INTEGER NOT NULL
            ) STRICT;

            -- What an endpoint is yet to be told of an order: its events after revision sent, up to revision known.
            CREATE TABLE deliveries (
                endpoint TEXT NOT NULL,
                order_id TEXT NOT NULL,
                sent INTEGER NOT NULL,
                known INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                failing_since INTEGER,
                reason TEXT,
                due_at INTEGER, -- null: given up
                PRIMARY KEY (endpoint, order_id)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX deliveries_due ON deliveries (endpoint, due_at, order_id);
            """,
    ];

    public static void Ensure(SqliteConnection connection)
    {
        if (VersionOf(connection) == Lifts.Length)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);

        // Asked again: another process may have lifted the file while this one waited for it.
        var version = VersionOf(connection);
        if (version > Lifts.Length)
        {
            throw new StoreUnavailableException(
                $"The database is of version {version}; this release knows versions up to {Lifts.Length}."
            );
        }

        foreach (var lift in Lifts.AsSpan(version))
        {
            connection.Execute(lift);
        }

        connection.Execute($"PRAGMA user_version = {Lifts.Length}");
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection) =>
        Convert.ToInt32(connection.Ask("PRAGMA user_version"), CultureInfo.InvariantCulture);
}
