import pg from "pg";

// What a process of several over one PostgreSQL holds is an advisory lock on a connection of its own: the server takes it
// back the moment the process is gone, however it ended. Others can then ask whether a name is held by anybody living.

/** SQL of the lock's key, for a name that is itself SQL. Held is what an exclusive lock on it cannot be had of. */
const keyOf = (name: string) => `hashtextextended('tradeoff:' || ${name}, 0)`;
export const isUnheld = (name: string) => `pg_try_advisory_xact_lock(${keyOf(name)})`;

export type Holds = {
  hold: (name: string) => Promise<void>;
  release: (name: string) => Promise<void>;
  close: () => Promise<void>;
};

const reconnectMs = 1_000;

/** The server notices within seconds that a machine no longer answers, and takes back what was held from there. */
const noticeQuickly = "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3";

/** Names stay held when the connection has to be made again; in between they are not, which whoever asks allows for. */
export async function openHolds(url: string, { onReconnect }: { onReconnect?: () => void } = {}): Promise<Holds> {
  const names = new Set<string>();
  let client: pg.Client | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One statement after the other; one that a lost connection swallows is made up for when it is made again. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    const done = last.then(work).catch(() => undefined);
    last = done;
    return done.then(() => undefined);
  }

  const lock = (on: pg.Client, name: string) =>
    on.query(`SELECT pg_advisory_lock_shared(${keyOf("$1::text")})`, [name]);

  async function connect(): Promise<void> {
    const made = new pg.Client({ connectionString: url, keepAlive: true });
    made.on("error", () => lose(made));
    made.on("end", () => lose(made));
    await made.connect();
    await made.query(noticeQuickly);
    for (const name of names) await lock(made, name);
    client = made;
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return;
    client = null;
    reconnectSoon();
  }

  function reconnectSoon(): void {
    if (isClosed) return;
    timer = setTimeout(() => void connect().then(onReconnect, reconnectSoon), reconnectMs);
    timer.unref();
  }

  await connect();
  return {
    hold: async (name) => {
      names.add(name);
      await inTurn(async () => client && (await lock(client, name)));
    },
    release: async (name) => {
      names.delete(name);
      const sql = `SELECT pg_advisory_unlock_shared(${keyOf("$1::text")})`;
      await inTurn(async () => client?.query(sql, [name]));
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const open = client;
      client = null;
      await open?.end().catch(() => undefined);
    },
  };
}
