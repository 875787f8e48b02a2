import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLibrary } from "#app/services/library/load-library.server.ts";
import { makeCopy } from "./copy.ts";
import { measureJavaScript } from "./javascript.ts";
import { measureModelGrade } from "./model-grade.ts";
import { measureOfflineGrade } from "./offline-grade.ts";
import { measurePages } from "./pages.ts";
import { formatTable, medianOf, type Row } from "./row.ts";
import { serve } from "./served.ts";

// Every figure is the median of several runs beside its baseline from the same run. Whole numbers of one machine mean
// little on another; the ratios carry over.

const warmStarts = 3;

async function measureServer(): Promise<Row[]> {
  const copy = await makeCopy();
  const dataDir = await mkdtemp(join(tmpdir(), "tradeoff-bench-data-"));
  try {
    const cold = await serve(copy.root, dataDir);
    await cold.stop();
    const warmMs: number[] = [];
    for (let start = 1; start < warmStarts; start += 1) {
      const warm = await serve(copy.root, dataDir);
      warmMs.push(warm.startMs);
      await warm.stop();
    }
    const served = await serve(copy.root, dataDir);
    warmMs.push(served.startMs);
    const pages = await measurePages(served.url);
    const javaScript = await measureJavaScript(served.url);
    await served.stop();
    if (!javaScript)
      console.error("No Chromium was found: JavaScript is not measured. Install it: apt-get install chromium");
    const coldStart = { what: "a cold start: no build, no data", figure: cold.startMs / 1000 };
    const warmStart = { what: "npm start, warm", figure: medianOf(warmMs) / 1000, unit: "s", baseline: coldStart };
    return [...pages, ...(javaScript ?? []), warmStart];
  } finally {
    await copy.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const library = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
const scenario = library.scenarios.find((each) => each.scenario.slug === "customer-support-chatbot");
if (!scenario) throw new Error("The benchmark needs the scenario customer-support-chatbot.");

const rows = [
  ...(await measureOfflineGrade(scenario)),
  ...(await measureModelGrade(scenario)),
  ...(await measureServer()),
];
process.stdout.write(process.argv.includes("--json") ? `${JSON.stringify(rows, null, 2)}\n` : formatTable(rows));
