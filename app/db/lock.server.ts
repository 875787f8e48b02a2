import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { createConnection, createServer, type Server } from "node:net";
import { join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

// One embedded database takes one process: a second one would corrupt it without a word. Each process that wants the
// directory listens on a Unix socket of its own inside it. The kernel stops answering for a process the moment it ends,
// also on SIGKILL, so a socket that refuses is a dead process's litter and a socket that answers is a claim.
//
// A claim appears by rename, already listening, and only then looks at the others; so of two claims at least one sees
// the other. A held directory is refused at once. Between two undecided claims the one whose name sorts later
// withdraws, and the earlier one waits until it has: neither both nor none can end up holding.

const claimSuffix = ".claim.sock";
const longestSocketPath = 103; // bytes that fit sun_path on every system, its closing zero included
const answerTimeoutMs = 10_000; // a holder that is creating its database is busy for seconds

const ClaimSchema = z.object({
  pid: z.number(),
  startedAt: z.string(),
  url: z.string().nullable(),
  held: z.boolean(),
});
type Claim = z.infer<typeof ClaimSchema>;

export type DirectoryHold = { release: () => Promise<void> };

export class DataDirectoryInUseError extends Error {
  override name = "DataDirectoryInUseError";

  constructor(directory: string, holder: string) {
    super(
      `The data directory ${directory} is in use by ${holder}. Stop that process, or set DATA_DIR to another directory, ` +
        "or set DATABASE_URL so that several processes share one PostgreSQL.",
    );
  }
}

/** Takes the directory for this process until it ends or releases it; creates it if it is missing. */
export async function holdDirectory(directory: string, url: string | null): Promise<DirectoryHold> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const claim: Claim = { pid: process.pid, startedAt: new Date().toISOString(), url, held: false };
  const name = `${process.pid}-${randomUUID().slice(0, 8)}${claimSuffix}`;
  const server = await publishClaim(directory, name, claim);
  const release = async () => {
    await rm(join(directory, name), { force: true });
    await new Promise((done) => server.close(done));
  };
  try {
    await prevail(directory, name);
  } catch (error) {
    await release();
    throw error;
  }
  claim.held = true;
  return { release };
}

async function publishClaim(directory: string, name: string, claim: Claim): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(JSON.stringify(claim));
  });
  const unpublished = join(directory, `${name}.new`);
  await new Promise<void>((done, fail) => {
    server.once("error", (error) =>
      fail(new Error(`Cannot lock the data directory ${directory}: ${error.message}. Set DATA_DIR to a local disk.`)),
    );
    server.listen(socketPath(unpublished), done);
  });
  server.unref();
  await rename(unpublished, join(directory, name));
  return server;
}

/** Returns when no other claim stands against ours. */
async function prevail(directory: string, name: string): Promise<void> {
  for (const entry of await readdir(directory)) {
    if (!entry.endsWith(claimSuffix) || entry === name) continue;
    for (;;) {
      const other = await ask(join(directory, entry));
      if (other === "gone") break;
      if (other === "silent")
        throw new DataDirectoryInUseError(directory, `process ${parseInt(entry)}, which is stuck`);
      if (other !== "leaving" && (other.held || entry < name)) {
        throw new DataDirectoryInUseError(directory, describeClaim(other));
      }
      await wait(20);
    }
  }
}

function describeClaim({ pid, startedAt, url }: Claim): string {
  return `process ${pid}, running since ${startedAt}${url === null ? "" : ` at ${url}`}`;
}

async function ask(path: string): Promise<Claim | "gone" | "leaving" | "silent"> {
  const reply = await new Promise<{ text: string } | "gone" | "leaving" | "silent">((done) => {
    const socket = createConnection(socketPath(path));
    let text = "";
    socket.setEncoding("utf8");
    socket.setTimeout(answerTimeoutMs, () => {
      socket.destroy();
      done("silent");
    });
    socket.on("data", (chunk) => (text += chunk));
    socket.on("end", () => done(text === "" ? "leaving" : { text }));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ECONNREFUSED" || code === "ENOENT") done("gone");
      else done(code === "ECONNRESET" || code === "EPIPE" ? "leaving" : "silent");
    });
  });
  if (reply === "gone") await rm(path, { force: true });
  if (typeof reply === "string") return reply;
  const claim = ClaimSchema.safeParse(parseJson(reply.text));
  return claim.success ? claim.data : "leaving";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function socketPath(path: string): string {
  const shortest = [resolve(path), relative(process.cwd(), path)].sort((a, b) => a.length - b.length)[0] ?? path;
  if (Buffer.byteLength(shortest) > longestSocketPath) {
    throw new Error(
      `The data directory's path is too long to lock (${shortest} has ${Buffer.byteLength(shortest)} bytes, ` +
        `at most ${longestSocketPath}): set DATA_DIR to a shorter path.`,
    );
  }
  return shortest;
}
