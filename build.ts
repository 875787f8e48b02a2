import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

// Makes what is missing or older than what it is made from: the Prisma client (`--client` stops there) and the Remix
// build. What each was made from is remembered as one hash beside it, so a start with nothing to do spawns nothing.

type Product = { name: string; inputs: string[]; stamp: string; command: string; args: string[] };

const generated = join("app", "db", "generated");

const client: Product = {
  name: "the database client",
  inputs: [join("prisma", "schema.prisma"), "prisma.config.ts", "package-lock.json"],
  stamp: join(generated, ".inputs"),
  command: "prisma",
  args: ["generate"],
};

const application: Product = {
  name: "the application",
  inputs: ["app", "public", join("prisma", "schema.prisma"), "remix.config.js", "vite.config.ts", "package-lock.json"],
  stamp: join("build", ".inputs"),
  command: "remix",
  args: ["vite:build"],
};

for (const product of process.argv.includes("--client") ? [client] : [client, application]) await make(product);

async function make({ name, inputs, stamp, command, args }: Product): Promise<void> {
  const hash = await hashOf(inputs);
  if ((await readFile(stamp, "utf8").catch(() => null)) === hash) return;
  const startedAt = performance.now();
  console.log(`Building ${name} …`);
  await rm(stamp, { force: true });
  await run(command, args);
  await writeFile(stamp, hash);
  console.log(`Built ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

async function run(command: string, args: string[]): Promise<void> {
  const binary = join("node_modules", ".bin", command);
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  try {
    await promisify(execFile)(binary, args, { env: environment, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    console.error(stdout + stderr);
    console.error(`${command} ${args.join(" ")} failed; its own words are above.`);
    process.exit(1);
  }
}

async function hashOf(inputs: string[]): Promise<string> {
  const files = (await Promise.all(inputs.map(listFiles))).flat().sort();
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(await readFile(file))
      .update("\0");
  return hash.digest("hex");
}

/** The files at or below a path, without what is generated; none if there is no such path. */
async function listFiles(path: string): Promise<string[]> {
  if (path === generated) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => error.code);
  if (entries === "ENOTDIR") return [path];
  if (typeof entries === "string" || entries === undefined) return [];
  const below = await Promise.all(
    entries.map(async (entry) => {
      const file = join(path, entry.name);
      return entry.isDirectory() ? listFiles(file) : [file];
    }),
  );
  return below.flat();
}
