/**
 * Labels that an author gives to a sample answer: a band, and a verdict for every check and red flag. They are kept all at
 * once, since an answer that is labelled by half says nothing of a grader.
 */
import { z } from "zod";
import { BandSchema, VerdictSchema, type Band, type Verdict } from "../../scenarios/schema.ts";
import { readFrontMatter } from "../../scenarios/written-file.ts";
import { answerPath, type DraftFiles } from "../draft.ts";
import type { FormValue } from "../form/form-value.ts";
import { setField } from "../form/set-field.ts";

/** What was chosen; whatever is no label counts as not chosen. */
export type GivenLabels = { band: string; verdicts: Readonly<Record<string, string>> };

/** `field` is the id of a check or red flag, or "band". */
export type LabelProblem = { field: string; message: string };

export type SampleLabels = { band: Band; verdicts: Readonly<Record<string, Verdict>> };

/** `ids` are those of the rubric's checks and red flags, in reading order. */
export function readLabels(
  ids: readonly string[],
  given: GivenLabels,
): { ok: true; labels: SampleLabels } | { ok: false; problems: LabelProblem[] } {
  const band = BandSchema.safeParse(given.band).data;
  const verdicts: Record<string, Verdict> = {};
  const problems: LabelProblem[] = band ? [] : [{ field: "band", message: "Choose a band." }];
  for (const id of ids) {
    const verdict = VerdictSchema.safeParse(Object.hasOwn(given.verdicts, id) ? given.verdicts[id] : null).data;
    if (verdict) verdicts[id] = verdict;
    else problems.push({ field: id, message: "Choose a verdict." });
  }
  return band && problems.length === 0 ? { ok: true, labels: { band, verdicts } } : { ok: false, problems };
}

/** Labels of checks that the rubric no longer has. */
function strayLabels(files: DraftFiles, file: string, { verdicts }: SampleLabels): string[] {
  const { value } = readFrontMatter({ file, text: files[file] ?? "" });
  const written = z.object({ verdicts: z.record(z.string(), z.unknown()) }).safeParse(value).data?.verdicts ?? {};
  return Object.keys(written).filter((id) => !Object.hasOwn(verdicts, id));
}

/** The draft with a person's labels on one of its sample answers; from now on they count. */
export function labelSample(
  files: DraftFiles,
  name: string,
  { author, ...labels }: SampleLabels & { author: string },
): DraftFiles {
  const file = answerPath(name);
  const edits: [string, FormValue][] = [
    ["author", author],
    ["band", labels.band],
    ["drafted", null],
    ...Object.entries(labels.verdicts).map(([id, verdict]): [string, FormValue] => [`verdicts.${id}`, verdict]),
    ...strayLabels(files, file, labels).map((id): [string, FormValue] => [`verdicts.${id}`, null]),
  ];
  return edits.reduce((edited, [path, value]) => setField(edited, { file, path, value }), files);
}
