/**
 * hints.yaml of a scenario's folder: by check, three steps towards it for whoever asks in practice. A hint that cannot be
 * read is left out and named; the check then has one that is made for it.
 */
import type { Problem } from "./problem.ts";
import { HintStepsSchema, type HintSteps, type Rubric } from "./schema.ts";
import { holdAgainst, readYaml, type WrittenFile } from "./written-file.ts";

type ParsedHints = { hints: Record<string, HintSteps>; problems: Problem[] };

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One check's steps; `field` goes before the way to what is wrong in them. */
function parseSteps(file: string, field: string, value: unknown): { steps: HintSteps | null; problems: Problem[] } {
  if (!Array.isArray(value) || value.length !== 3) {
    const message = "must be a list of three: a nudge, a direction, an example from another domain";
    return { steps: null, problems: [{ file, field, message, severity: "error" }] };
  }
  const held = holdAgainst(HintStepsSchema, file, value);
  return { steps: held.value, problems: held.problems.map((each) => ({ ...each, field: `${field}${each.field}` })) };
}

/** Without the file there are no hints, and nothing is wrong. */
export function parseHints(written: WrittenFile | undefined, rubric: Rubric): ParsedHints {
  if (!written) return { hints: {}, problems: [] };
  const { file, text } = written;
  const yaml = readYaml(file, text);
  if (yaml.problems.length > 0) return { hints: {}, problems: yaml.problems };
  if (!isMapping(yaml.value)) {
    const message = "must name each check with its three hints";
    return { hints: {}, problems: [{ file, field: "the whole file", message, severity: "error" }] };
  }
  const checkIds = rubric.criteria.flatMap(({ checks }) => checks.map(({ id }) => id));
  const hints: ParsedHints["hints"] = {};
  const problems: Problem[] = [];
  for (const [id, value] of Object.entries(yaml.value)) {
    if (!checkIds.includes(id)) {
      problems.push({ file, field: id, message: `is no check of the rubric: ${id}`, severity: "error" });
      continue;
    }
    const { steps, problems: wrong } = parseSteps(file, id, value);
    if (steps) hints[id] = steps;
    problems.push(...wrong);
  }
  for (const id of checkIds.filter((each) => !(each in (yaml.value as object)))) {
    problems.push({ file, field: id, message: "has no hints of its own", severity: "warning" });
  }
  return { hints, problems };
}
