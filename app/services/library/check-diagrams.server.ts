import type { WrittenDiagram } from "#app/domain/content/schema.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { checkDiagram } from "./read-diagram.server.ts";

/** The drawings of a file that Mermaid cannot read, each with the line of the file it is on. */
export async function checkDiagrams(file: string, diagrams: readonly WrittenDiagram[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { source, line } of diagrams) {
    const checked = await checkDiagram(source);
    if (checked.ok) continue;
    const field = `line ${line + (checked.line ?? 1) - 1}`;
    problems.push({ file, field, message: `the Mermaid does not parse: ${checked.message}`, severity: "error" });
  }
  return problems;
}
