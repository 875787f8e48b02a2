/**
 * Reading the files that people write: Markdown with YAML front matter, and plain YAML. Nothing throws; what is wrong is
 * named with its file and field.
 */
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.ts";
import { findRepeatedNames, findYamlFault, type YamlFault } from "./yaml-bounds.ts";

export type WrittenFile = { file: string; text: string };

/**
 * Where the front matter of a Markdown file stands, and where the text below it begins; null without front matter. Some
 * editors begin a file with a byte order mark.
 */
export function findFrontMatter(text: string): { start: number; end: number; bodyStart: number } | null {
  const match = /^\ufeff?(---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (!match || match.index !== 0) return null;
  const start = match[0].indexOf("---") + (match[1] ?? "").length;
  return { start, end: start + (match[2] ?? "").length, bodyStart: match[0].length };
}

/** The front matter of a Markdown file as a value, and the body below it. */
export function readFrontMatter({ file, text }: WrittenFile): { value: unknown; body: string; problems: Problem[] } {
  const found = findFrontMatter(text);
  if (!found) {
    const message = "must begin with a line --- and end with a line ---";
    return { value: null, body: "", problems: [{ file, field: "front matter", message, severity: "error" }] };
  }
  const { start, end, bodyStart } = found;
  return { ...readYaml(file, text.slice(start, end), 1), body: text.slice(bodyStart).trim() };
}

/** Reads YAML; every syntax error becomes a problem with its line. `lineOffset` is the number of lines above the YAML. */
export function readYaml(file: string, source: string, lineOffset = 0): { value: unknown; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const problemAt = ({ offset, message }: YamlFault): Problem => {
    const field = `line ${lineCounter.linePos(offset).line + lineOffset}`;
    return { file, field, message, severity: "error" };
  };
  const fault = findYamlFault(source, lineCounter.addNewLine);
  if (fault) return { value: null, problems: [problemAt(fault)] };
  const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false });
  // A tag that is not known would be passed over, and its value read as something its author did not mean.
  const strange = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  const faults = [...document.errors, ...strange].map(({ pos, message }) => {
    return { offset: pos[0], message: `is not valid YAML: ${message}` };
  });
  const problems = boundProblems([...faults, ...findRepeatedNames(document)].map(problemAt), file);
  if (problems.length > 0) return { value: null, problems };
  try {
    // Aliases can be nested to blow up memory; nobody writes a scenario with more than a few.
    return { value: document.toJS({ maxAliasCount: 50 }), problems };
  } catch (error) {
    const message = `is not valid YAML: ${error instanceof Error ? error.message : String(error)}`;
    return { value: null, problems: [{ file, field: "the whole file", message, severity: "error" }] };
  }
}

/** Nobody mends more at once, and a file can be wrong in every line. */
const mostProblems = 100;

function boundProblems(problems: Problem[], file: string): Problem[] {
  const left = problems.length - mostProblems;
  if (left <= 0) return problems;
  const rest: Problem = { file, field: "the whole file", message: `has ${left} more problems`, severity: "error" };
  return [...problems.slice(0, mostProblems), rest];
}

/** `criteria[0].checks[2].points`, as a person would write the way to a field. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `has a field that is not known: ${firstNames(issue.keys)}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type") {
    const missing = issue.input === undefined;
    return missing ? "is missing" : `must be ${article(issue.expected)}`;
  }
  if (issue.code === "too_small" && issue.origin === "array") return `needs at least ${issue.minimum}`;
  // An author's own words for a bound are kept; zod's speak of types.
  if (issue.code === "too_big" && issue.message.startsWith("Too big")) return `must be at most ${issue.maximum}`;
  if (issue.code === "too_small" && issue.message.startsWith("Too small")) {
    return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  }
  return issue.message;
}

const mostNames = 10;

function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(", ");
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

function article(word: string): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** Holds a value against a schema; each mismatch becomes a problem that names file and field. */
export function holdAgainst<S extends z.ZodType>(
  schema: S,
  file: string,
  value: unknown,
): { value: z.infer<S> | null; problems: Problem[] } {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(
    (issue): Problem => ({
      file,
      field: fieldPath(issue.path) || "the whole file",
      message: describe(issue),
      severity: "error",
    }),
  );
  return { value: null, problems: boundProblems(problems, file) };
}
