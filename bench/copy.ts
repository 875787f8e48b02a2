import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A page with nothing in it but the application's own frame: what Remix and the shell cost by themselves. */
const bareRoute = 'export default function Bare() {\n  return <p className="wrap">Bare</p>;\n}\n';

/**
 * The project as a fresh clone has it, installed, without build and data, and with a bare route beside the others. The
 * bench builds and starts this copy, so that it measures a cold start and ships no route of its own.
 */
export async function makeCopy(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), "tradeoff-bench-"));
  const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  for (const file of stdout.split("\0").filter((name) => name !== "" && !/^(test|bench|docs)\//.test(name))) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(file, join(root, file));
  }
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "app/routes/bare.tsx"), bareRoute);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
