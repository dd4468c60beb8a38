using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>The tables, and how a database of any earlier version gets them.</summary>
internal static class PostgresSchema
{
    // xid8, which the events need, came with 13.
    private const int OldestServer = 13;

    // Held by the one instance that lifts a database, while the others wait for it ("Funl").
    private const long LiftLock = 0x46756E6C;

    // A lift may rewrite a large table.
    private const int SecondsForALift = 600;

    // Entry n lifts a database from version n to n + 1. Entries are only ever added: a database written by any release opens
    // in every later one.
    public static readonly IReadOnlyList<string> Lifts =
    [
        """
            -- A next revision is written beside the last one: with room on its page, no index changes.
            CREATE TABLE orders (
                id text COLLATE "C" PRIMARY KEY,
                revision bigint NOT NULL,
                funnel_id text COLLATE "C" NOT NULL,
                funnel_version integer NOT NULL,
                status text COLLATE "C" NOT NULL,
                started_at timestamptz NOT NULL,
                touched_at timestamptz NOT NULL,
                expires_at timestamptz NOT NULL,
                body bytea NOT NULL -- JSON, kept byte for byte as json and jsonb do not
            ) WITH (fillfactor = 60);

            -- Sequence numbers are given out before a transaction commits, so a lower one may appear after a higher one has been
            -- read. The transaction's own number tells when that is over: of transactions below
            -- pg_snapshot_xmin(pg_current_snapshot()) nothing new appears. Whoever reads events below that mark in the order of
            -- (transaction, sequence), and goes on after the last such pair, misses none.
            CREATE TABLE events (
                transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
                sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
                id text COLLATE "C" NOT NULL,
                order_id text COLLATE "C" NOT NULL,
                revision bigint NOT NULL,
                type text COLLATE "C" NOT NULL,
                at timestamptz NOT NULL,
                body bytea NOT NULL,
                PRIMARY KEY (transaction, sequence)
            );

            CREATE INDEX events_of_order ON events (order_id, revision);

            CREATE TABLE funnel_versions (
                funnel_id text COLLATE "C" NOT NULL,
                version integer NOT NULL,
                content_hash text COLLATE "C" NOT NULL,
                published_at timestamptz NOT NULL,
                content bytea NOT NULL,
                PRIMARY KEY (funnel_id, version)
            );
            """,
        """
            -- Null once the order is closed, so that who looks for orders whose time has come sees open ones alone. Those of
            -- before are all looked at once. An answer changes no column that an index holds.
            ALTER TABLE orders ADD COLUMN lapses_at timestamptz;
            UPDATE orders SET lapses_at = touched_at WHERE status = 'open';
            CREATE INDEX orders_lapsing ON orders (lapses_at) WHERE lapses_at IS NOT NULL;

            CREATE INDEX orders_by_status ON orders (status, started_at, id);
            CREATE INDEX orders_of_funnel ON orders (funnel_id, status, started_at, id);

            CREATE TABLE leases (
                name text COLLATE "C" PRIMARY KEY,
                holder text COLLATE "C" NOT NULL,
                until timestamptz NOT NULL
            );

            -- Up to which event an endpoint's deliveries are made.
            CREATE TABLE webhook_positions (
                endpoint text COLLATE "C" PRIMARY KEY,
                transaction xid8 NOT NULL,
                sequence bigint NOT NULL
            );

            -- What an endpoint is yet to be told of an order: its events after revision sent, up to revision known.
            CREATE TABLE deliveries (
                endpoint text COLLATE "C" NOT NULL,
                order_id text COLLATE "C" NOT NULL,
                sent bigint NOT NULL,
                known bigint NOT NULL,
                attempts integer NOT NULL,
                failing_since timestamptz,
                reason text,
                due_at timestamptz, -- null: given up
                PRIMARY KEY (endpoint, order_id)
            ) WITH (fillfactor = 60);

            CREATE INDEX deliveries_due ON deliveries (endpoint, due_at, order_id);

            -- Events were kept as their step and total alone; now as they are told.
            UPDATE events SET body = convert_to(
                json_build_object(
                    'order', events.order_id,
                    'revision', events.revision,
                    'funnel', o.funnel_id,
                    'funnelVersion', o.funnel_version,
                    'status', CASE events.type
                        WHEN 'order.completed' THEN 'completed' WHEN 'order.cancelled' THEN 'cancelled' ELSE 'open' END,
                    'step', convert_from(events.body, 'UTF8')::json ->> 'step',
                    'currency', ltrim(convert_from(v.content, 'UTF8'), U&'\FEFF')::json ->> 'currency',
                    'total', convert_from(events.body, 'UTF8')::json ->> 'total'
                )::text, 'UTF8')
            FROM orders AS o JOIN funnel_versions AS v ON v.funnel_id = o.funnel_id AND v.version = o.funnel_version
            WHERE o.id = events.order_id;
            """,
        """
            -- Who published a version is kept with it: a merchant's key or a file, by its name. Until now only files were.
            ALTER TABLE funnel_versions
                ADD COLUMN key_name text,
                ADD COLUMN file_name text,
                ADD COLUMN restored integer; -- the version that the key published anew

            CREATE TABLE drafts (
                funnel_id text COLLATE "C" PRIMARY KEY,
                content_hash text COLLATE "C" NOT NULL,
                saved_at timestamptz NOT NULL,
                key_name text NOT NULL,
                content bytea NOT NULL
            );
            """,
    ];

    // Transactions are numbered by each server for itself. Events that another server's have written become those of one before
    // all that this server has had, in the order of their sequence; what endpoints were not told in the old order, they are in
    // the new one.
    private const string Rebase = """
        UPDATE webhook_positions AS told SET transaction = '1', sequence = coalesce(
            (
                SELECT min(sequence) - 1 FROM events
                WHERE (events.transaction, events.sequence) > (told.transaction, told.sequence)
            ),
            (SELECT max(sequence) FROM events)
        );
        UPDATE events SET transaction = '1';
        """;

    public static async Task Ensure(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
        {
            throw new StoreUnavailableException(
                $"The server is PostgreSQL {connection.PostgreSqlVersion}; the store needs {OldestServer} or later."
            );
        }

        if (await VersionOf(connection) == Lifts.Count && !await IsOfAnotherServer(connection))
        {
            return;
        }

        // Taken before the transaction begins: what others have made is certain to be seen only by one that began after. A
        // connection that fails here is closed, which releases the lock as well.
        await Execute(connection, $"SELECT pg_advisory_lock({LiftLock})");
        try
        {
            await Lift(connection);
        }
        catch (PostgresException e) when (!PostgresOutage.Is(e))
        {
            throw new StoreUnavailableException($"The tables cannot be made: {e.Message}", e);
        }

        await Execute(connection, $"SELECT pg_advisory_unlock({LiftLock})");
    }

    private static async Task Lift(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();

        // Asked again: another instance may have lifted the database while this one waited for it.
        var version = await VersionOf(connection);
        if (version > Lifts.Count)
        {
            throw new StoreUnavailableException(
                $"The database is of version {version}; this release knows versions up to {Lifts.Count}."
            );
        }

        if (version == 0)
        {
            await Execute(
                connection,
                "CREATE TABLE schema_version (version integer NOT NULL); INSERT INTO schema_version VALUES (0)"
            );
        }

        foreach (var lift in Lifts.Skip(version))
        {
            await Execute(connection, lift);
        }

        if (await IsOfAnotherServer(connection))
        {
            await Execute(connection, Rebase);
        }

        await Execute(connection, $"UPDATE schema_version SET version = {Lifts.Count}");
        await transaction.CommitAsync();
    }

    /// <summary>Whether events were written by transactions that this server has not had yet: a dump was restored here.</summary>
    private static async Task<bool> IsOfAnotherServer(NpgsqlConnection connection)
    {
        // Asked of the newest event alone: a dump comes without statistics, and any such event would be looked for in all.
        await using var command = new NpgsqlCommand(
            """
            SELECT (SELECT transaction FROM events ORDER BY transaction DESC LIMIT 1)
                >= pg_snapshot_xmax(pg_current_snapshot())
            """,
            connection
        );
        return await command.ExecuteScalarAsync() is true;
    }

    private static async Task<int> VersionOf(NpgsqlConnection connection)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('schema_version') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync() is not true)
        {
            return 0;
        }

        await using var version = new NpgsqlCommand("SELECT version FROM schema_version", connection);
        return await version.ExecuteScalarAsync() is int known
            ? known
            : throw new StoreUnavailableException("The database does not know its version: schema_version is empty.");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = SecondsForALift };
        await command.ExecuteNonQueryAsync();
    }
}
