/**
 * The one reading of a scenario's files, whether they are a folder of the library, a draft or a published version: the
 * scenario, its labelled answers, its drawings, and every problem of them at once.
 */
import { readMarkdown, walk } from "../content/markdown.ts";
import type { WrittenDiagram } from "../content/schema.ts";
import {
  isLabelled,
  missingKinds,
  mixedHalves,
  parseCalibrationAnswer,
  type CalibrationAnswer,
} from "../grading/calibration/calibration.ts";
import { parseScenario } from "../scenarios/parse.ts";
import type { Problem } from "../scenarios/problem.ts";
import type { Scenario } from "../scenarios/schema.ts";
import type { WrittenFile } from "../scenarios/written-file.ts";
import { findDanglingReferences } from "./dangling-references.ts";
import { descriptionPath, writtenFiles, type DraftFiles } from "./draft.ts";

/** `scenario` is null where it cannot be served; `diagrams` are the brief's, with the line of scenario.md they begin at. */
export type ReadFiles = {
  scenario: Scenario | null;
  calibration: CalibrationAnswer[];
  diagrams: WrittenDiagram[];
  problems: Problem[];
};

/** Every Mermaid block of a Markdown file with the line its source begins at. */
function findDiagrams(markdown: string): WrittenDiagram[] {
  return [...walk(readMarkdown(markdown))].flatMap((node) =>
    node.type === "code" && node.lang === "mermaid"
      ? [{ source: node.value, line: (node.position?.start.line ?? 0) + 1 }]
      : [],
  );
}

/** Reads the files of one scenario, which are named without their folder; in problems they are named the same way. */
export function readScenarioFiles(address: string, files: readonly WrittenFile[]): ReadFiles {
  const { scenario, problems } = parseScenario(address, files);
  const answers = files.filter(({ file }) => file.startsWith("calibration/") && file.endsWith(".md"));
  const read = answers.map((file) => parseCalibrationAnswer(file, scenario?.rubric ?? null));
  const calibration = read.flatMap(({ answer }) => answer ?? []);
  const found = [...problems, ...read.flatMap((each) => each.problems), ...mixedHalves(calibration)];
  if (!scenario) return { scenario, calibration, diagrams: [], problems: found };
  const diagrams = findDiagrams(files.find(({ file }) => file === descriptionPath)?.text ?? "");
  const drafted = new Set(calibration.filter((answer) => !isLabelled(answer)).map(({ name }) => name));
  const kinds = answers.map(({ file }) => file.replace(/^.*\/|\.md$/g, "")).filter((name) => !drafted.has(name));
  return { scenario, calibration, diagrams, problems: [...found, ...missingKinds(kinds)] };
}

/** The same of a draft, with the study references that lead nowhere; `sections` are all there are for its organisation. */
export function readDraft(
  address: string,
  files: DraftFiles,
  { sections }: { sections: ReadonlySet<string> },
): ReadFiles {
  const read = readScenarioFiles(address, writtenFiles(files));
  const dangling = read.scenario ? findDanglingReferences(read.scenario, sections) : [];
  return { ...read, problems: [...read.problems, ...dangling] };
}
