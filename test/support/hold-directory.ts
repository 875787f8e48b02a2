import { holdDirectory } from "#app/db/lock.server.ts";

// A process that wants a data directory: says whether it got it, and keeps it until it is killed.

const [directory = "", url = null] = process.argv.slice(2);
try {
  await holdDirectory(directory, url);
  console.log("held");
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
}
setInterval(() => undefined, 60_000);
