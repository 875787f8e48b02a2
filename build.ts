import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

// Makes what is missing or older than what it is made from: the Prisma client (`--client` stops there), the Remix build
// and the vectors of the material. What each was made from is remembered as one hash beside it, so a start with nothing
// to do spawns nothing.

type Product = {
  name: string;
  inputs: string[];
  stamp: string;
  command: string;
  args: string[];
  /** What is worse without it, where the application works all the same. */
  without?: string;
};

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

const vectors: Product = {
  name: "the vectors of the material",
  inputs: [
    "content",
    join("app", "domain", "content"),
    join("app", "domain", "text"),
    join("app", "domain", "retrieval"),
    join("app", "services", "retrieval"),
  ],
  stamp: join("build", "vectors", ".inputs"),
  command: "tsx",
  args: [join("app", "services", "retrieval", "write-vectors.ts")],
  without: "search goes by words alone until the server has computed them",
};

for (const product of process.argv.includes("--client") ? [client] : [client, application, vectors])
  await make(product);

async function make(product: Product): Promise<void> {
  const { name, inputs, stamp } = product;
  const hash = await hashOf(inputs);
  if ((await readFile(stamp, "utf8").catch(() => null)) === hash) return;
  const startedAt = performance.now();
  console.log(`Building ${name} …`);
  await rm(stamp, { force: true });
  if (!(await run(product))) return;
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  console.log(`Built ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** Whether it was made. Without what the application cannot do without, the build ends here. */
async function run({ name, command, args, without }: Product): Promise<boolean> {
  const binary = join("node_modules", ".bin", command);
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  try {
    await promisify(execFile)(binary, args, { env: environment, maxBuffer: 64 * 1024 * 1024 });
    return true;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    console.error(stdout + stderr);
    if (without !== undefined) {
      console.error(`Could not build ${name}: ${without}.`);
      return false;
    }
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
