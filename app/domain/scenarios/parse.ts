/**
 * From the files of a scenario folder to a scenario, or to every problem of them at once.
 */
import { AddressSchema } from "./address.ts";
import { checkDepth } from "./depth.ts";
import type { Problem } from "./problem.ts";
import { BriefSchema, frontMatterSchemaFor, RubricSchema, type Rubric, type Scenario } from "./schema.ts";
import { holdAgainst, readFrontMatter, readYaml, type WrittenFile } from "./written-file.ts";
import { parseHints } from "./written-hints.ts";

export type ParsedScenario = { scenario: Scenario | null; problems: Problem[] };

function problem(file: string, field: string, message: string): Problem {
  return { file, field, message, severity: "error" };
}

function parseDescription(file: WrittenFile) {
  const { value, body, problems } = readFrontMatter(file);
  if (problems.length > 0) return { value: null, body, problems };
  const held = holdAgainst(frontMatterSchemaFor(value), file.file, value);
  const brief =
    body === ""
      ? [problem(file.file, "body", "the brief is missing below the front matter")]
      : holdAgainst(BriefSchema, file.file, body).problems.map((each) => ({ ...each, field: "body" }));
  return { value: held.value, body, problems: [...held.problems, ...brief] };
}

function parseRubric({ file, text }: WrittenFile): { value: Rubric | null; problems: Problem[] } {
  const yaml = readYaml(file, text);
  if (yaml.problems.length > 0) return { value: null, problems: yaml.problems };
  const held = holdAgainst(RubricSchema, file, yaml.value);
  return { value: held.value, problems: [...held.problems, ...(held.value ? repeatedIds(file, held.value) : [])] };
}

function repeatedIds(file: string, rubric: Rubric): Problem[] {
  const seen = { criteria: new Set<string>(), checks: new Set<string>() };
  const problems: Problem[] = [];
  const see = (ids: Set<string>, id: string, field: string) => {
    if (ids.has(id)) problems.push(problem(file, field, `is used twice: ${id}`));
    ids.add(id);
  };
  // A criterion may share its name with one of its checks; checks and red flags share one set of names.
  for (const [index, criterion] of rubric.criteria.entries()) {
    see(seen.criteria, criterion.id, `criteria[${index}].id`);
    const named = [
      ...criterion.checks.map((check, at) => ({ id: check.id, field: `criteria[${index}].checks[${at}].id` })),
      ...criterion.redFlags.map((flag, at) => ({ id: flag.id, field: `criteria[${index}].redFlags[${at}].id` })),
    ];
    for (const { id, field } of named) see(seen.checks, id, field);
  }
  return problems;
}

/**
 * `files` are scenario.md, rubric.yaml and, where there is one, hints.yaml of one folder; other files are not looked at.
 * What is wrong with a hint does not keep the scenario out: that hint is.
 */
export function parseScenario(slug: string, files: readonly WrittenFile[]): ParsedScenario {
  const missing = (name: string) => ({ value: null, problems: [problem(name, "the whole file", "is missing")] });
  const descriptionFile = files.find(({ file }) => /(^|\/)scenario\.md$/.test(file));
  const rubricFile = files.find(({ file }) => /(^|\/)rubric\.yaml$/.test(file));
  const description = descriptionFile ? parseDescription(descriptionFile) : { ...missing("scenario.md"), body: "" };
  const rubric = rubricFile ? parseRubric(rubricFile) : missing("rubric.yaml");
  const problems = [...description.problems, ...rubric.problems];
  if (!AddressSchema.safeParse(slug).success) problems.push(problem(slug, "folder name", "must be lower-case words joined by hyphens"));
  if (problems.length > 0 || !description.value || !rubric.value) return { scenario: null, problems };
  const { hints, problems: misled } = parseHints(
    files.find(({ file }) => /(^|\/)hints\.yaml$/.test(file)),
    rubric.value,
  );
  const scenario: Scenario = { ...description.value, slug, brief: description.body, rubric: rubric.value, hints };
  const named = { description: descriptionFile?.file ?? "", rubric: rubricFile?.file ?? "" };
  return { scenario, problems: [...misled, ...checkDepth(scenario, named)] };
}
