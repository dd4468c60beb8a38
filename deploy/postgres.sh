#!/usr/bin/env bash
# postgres.sh SERVER [OPTION...]
#
# Runs one of the two PostgreSQL servers as what $PRIMARY makes of it: the one that is written to, or the one that follows it.
# With another $PRIMARY it changes places at its next start.
set -euo pipefail
server=$1
shift

create() {
  initdb --pgdata "$PGDATA.new" --username postgres --auth trust --encoding UTF8 --no-locale --data-checksums
  cat >"$PGDATA.new/pg_hba.conf" <<'HBA'
# Everything to whoever is in this container; to others on its network what they need.
local all                  postgres    trust
host  funnel               funnel      samenet scram-sha-256
host  replication,postgres replication samenet scram-sha-256
HBA
  start_alone "$PGDATA.new"
  psql --host "$PGDATA.new" --username postgres --no-psqlrc --quiet --set ON_ERROR_STOP=1 <<'SQL'
\getenv funnel_password FUNNEL_PASSWORD
\getenv replication_password REPLICATION_PASSWORD
CREATE ROLE funnel LOGIN PASSWORD :'funnel_password';
CREATE ROLE replication LOGIN REPLICATION PASSWORD :'replication_password';
CREATE DATABASE funnel OWNER funnel;
SQL
  stop "$PGDATA.new"
}

# The slot has the primary keep what this server is yet to read. While it is being copied it must not pass for a standby that
# has the orders: it calls itself pg_basebackup then, which $SYNCHRONOUS_STANDBYS does not list.
copy() {
  export PGPASSWORD=$REPLICATION_PASSWORD
  local primary="host=$PRIMARY user=replication dbname=postgres"
  rm -rf "$PGDATA.new"
  pg_isready --quiet --dbname "$primary" &&
    psql --dbname "$primary" --no-psqlrc --quiet --output /dev/null --command \
      "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '$server'" &&
    pg_basebackup --dbname "$primary" --pgdata "$PGDATA.new" --checkpoint fast \
      --create-slot --slot "$server" --write-recovery-conf
}

promote() {
  start_alone "$PGDATA"
  pg_ctl --pgdata "$PGDATA" --wait --silent promote
  stop "$PGDATA"
}

start_alone() {
  pg_ctl --pgdata "$1" --options "-c listen_addresses= -c unix_socket_directories='$1'" --wait --silent start
}

stop() { pg_ctl --pgdata "$1" --wait --silent stop; }

# The folder is made beside its place, so that in its place it is whole.
mkdir -p "$(dirname "$PGDATA")"
if [ "$server" = "$PRIMARY" ]; then
  if [ ! -e "$PGDATA" ]; then
    rm -rf "$PGDATA.new"
    create
    mv "$PGDATA.new" "$PGDATA"
  elif [ -e "$PGDATA/standby.signal" ]; then
    promote
  fi
elif [ ! -e "$PGDATA/standby.signal" ]; then
  until copy; do sleep 1; done
  # What it held as a primary is kept, for whoever finds that something is missing.
  if [ -e "$PGDATA" ]; then
    rm -rf "$PGDATA.old"
    mv "$PGDATA" "$PGDATA.old"
  fi
  mv "$PGDATA.new" "$PGDATA"
fi

# The cluster's name is what a standby is known by to the primary. What a slot keeps is limited, lest it fill the disk; and a
# forgotten session, lest events wait for it.
exec postgres -D "$PGDATA" \
  -c cluster_name="$server" \
  -c synchronous_standby_names="$SYNCHRONOUS_STANDBYS" \
  -c max_slot_wal_keep_size=4GB \
  -c idle_in_transaction_session_timeout=1min \
  -c listen_addresses='*' \
  "$@"
