import type { WrittenDiagram } from "#app/domain/content/schema.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { checkDiagram } from "./read-diagram.server.ts";

/** They are read one after the other, and whoever else has one to check waits for them. */
const mostDiagrams = 12;

/**
 * The drawings of a file that Mermaid cannot read, each with the line of the file it is on. The rest of a file is not
 * looked at once one drawing has used up its time, nor what goes beyond the most that a file may have.
 */
export async function checkDiagrams(file: string, diagrams: readonly WrittenDiagram[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const say = (line: number, message: string) =>
    problems.push({ file, field: `line ${line}`, message, severity: "error" });
  for (const { source, line } of diagrams.slice(0, mostDiagrams)) {
    const checked = await checkDiagram(source);
    if (checked.ok) continue;
    say(line + (checked.line ?? 1) - 1, `the Mermaid does not parse: ${checked.message}`);
    if (checked.isEndless) break;
  }
  const over = diagrams[mostDiagrams];
  if (over) say(over.line, `a file may have at most ${mostDiagrams} drawings; this has ${diagrams.length}`);
  return problems;
}
