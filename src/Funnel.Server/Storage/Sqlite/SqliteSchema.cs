using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The tables, and how a file of any earlier version gets them.</summary>
internal static class SqliteSchema
{
    // Entry n lifts a file from version n to n + 1, which the file itself remembers in user_version. Entries are only
    // ever added: a file written by any release opens in every later one.
    public static readonly IReadOnlyList<string> Lifts =
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

            -- Events were kept as their step and total alone; now as they are told.
            UPDATE events SET body = CAST(
                json_object(
                    'order', events.order_id,
                    'revision', events.revision,
                    'funnel', o.funnel_id,
                    'funnelVersion', o.funnel_version,
                    'status', CASE events.type
                        WHEN 'order.completed' THEN 'completed' WHEN 'order.cancelled' THEN 'cancelled' ELSE 'open' END,
                    'step', json_extract(CAST(events.body AS TEXT), '$.step'),
                    'currency', json_extract(ltrim(CAST(v.content AS TEXT), char(65279)), '$.currency'),
                    'total', json_extract(CAST(events.body AS TEXT), '$.total')
                ) AS BLOB)
            FROM orders AS o JOIN funnel_versions AS v ON v.funnel_id = o.funnel_id AND v.version = o.funnel_version
            WHERE o.id = events.order_id;
            """,
        """
            -- Who published a version is kept with it: a merchant's key or a file, by its name. Until now only files were. The
            -- content comes last, so that whoever reads the rest does not pass through it.
            CREATE TABLE versions (
                funnel_id TEXT NOT NULL,
                version INTEGER NOT NULL,
                content_hash TEXT NOT NULL,
                published_at INTEGER NOT NULL,
                key_name TEXT,
                file_name TEXT,
                restored INTEGER, -- the version that the key published anew
                content BLOB NOT NULL,
                PRIMARY KEY (funnel_id, version)
            ) STRICT;
            INSERT INTO versions (funnel_id, version, content_hash, published_at, content)
            SELECT funnel_id, version, content_hash, published_at, content FROM funnel_versions;
            DROP TABLE funnel_versions;
            ALTER TABLE versions RENAME TO funnel_versions;

            CREATE TABLE drafts (
                funnel_id TEXT NOT NULL PRIMARY KEY,
                content_hash TEXT NOT NULL,
                saved_at INTEGER NOT NULL,
                key_name TEXT NOT NULL,
                content BLOB NOT NULL
            ) STRICT;
            """,
    ];

    public static void Ensure(SqliteConnection connection)
    {
        if (VersionOf(connection) == Lifts.Count)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);

        // Asked again: another process may have lifted the file while this one waited for it.
        var version = VersionOf(connection);
        if (version > Lifts.Count)
        {
            throw new StoreUnavailableException(
                $"The database is of version {version}; this release knows versions up to {Lifts.Count}."
            );
        }

        foreach (var lift in Lifts.Skip(version))
        {
            connection.Execute(lift);
        }

        connection.Execute($"PRAGMA user_version = {Lifts.Count}");
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection) =>
        Convert.ToInt32(connection.Ask("PRAGMA user_version"), CultureInfo.InvariantCulture);
}
