/**
 * Sample answers of a draft: its calibration answers while they are being made. One may have no labels yet, or be drafted
 * by a model and not yet looked at by a person; both can be read by a grader, and only a labelled one says anything of it.
 */
import { stringify } from "yaml";
import { z } from "zod";
import { parseAnswer, type CalibrationAnswer } from "../../grading/calibration/calibration.ts";
import { formatTranscript, parseTranscript, type Turn } from "../../interview/transcript.ts";
import {
  BandSchema,
  CalibrationLabelsSchema,
  VerdictSchema,
  type Band,
  type Rubric,
  type Verdict,
} from "../../scenarios/schema.ts";
import { readFrontMatter } from "../../scenarios/written-file.ts";
import { answerName, answerPath, writtenFiles, type DraftFiles } from "../draft.ts";
import { slugFrom } from "../scenario-slug.ts";

export type SampleState = "labelled" | "unlabelled" | "drafted";

export type SampleAnswer = {
  name: string;
  state: SampleState;
  author: string | null;
  /** The model that wrote it; null once a person has labelled it. */
  drafted: string | null;
  band: Band | null;
  /** Those of the rubric's that are set, by the id of a check or red flag. */
  verdicts: Partial<Record<string, Verdict>>;
  /** Null where it cannot be read; `problem` says why. */
  transcript: Turn[] | null;
  problem: string | null;
};

/** Whatever of the labels can be read; what is wrong counts as not there. */
const LooseLabelsSchema = z.object({
  author: z.string().trim().min(1).nullable().catch(null),
  drafted: z.string().trim().min(1).nullable().catch(null),
  band: BandSchema.nullable().catch(null),
  verdicts: z.record(z.string(), VerdictSchema.nullable().catch(null)).catch({}),
});

const noLabels: z.infer<typeof LooseLabelsSchema> = { author: null, drafted: null, band: null, verdicts: {} };

/** Stands where a model's name would, in an answer that a person wrote and nobody has labelled. */
const byHand = "by hand";

/** The checks and red flags of a rubric in reading order. */
export function itemsOf(rubric: Rubric) {
  return rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
}

function readSampleAnswer(name: string, text: string, ids: readonly string[]): SampleAnswer {
  const { value, body, problems } = readFrontMatter({ file: answerPath(name), text });
  const labels = LooseLabelsSchema.safeParse(value).data ?? noLabels;
  const verdicts: SampleAnswer["verdicts"] = {};
  for (const id of ids) verdicts[id] = labels.verdicts[id] ?? undefined;
  const isWhole = labels.author !== null && labels.band !== null && ids.every((id) => verdicts[id]);
  const read = parseAnswer(body);
  const [first] = problems;
  const problem = first ? `${first.field} ${first.message}` : (read.problems[0] ?? null);
  const { author, band } = labels;
  const drafted = labels.drafted === byHand ? null : labels.drafted;
  return {
    name,
    state: drafted !== null ? "drafted" : isWhole && labels.drafted === null ? "labelled" : "unlabelled",
    author,
    drafted,
    band,
    verdicts,
    transcript: problem === null ? read.transcript : null,
    problem,
  };
}

/** In the order of their names. Without a rubric none of them is labelled. */
export function readSampleAnswers(files: DraftFiles, rubric: Rubric | null): SampleAnswer[] {
  const ids = rubric ? itemsOf(rubric).map(({ id }) => id) : [];
  return writtenFiles(files).flatMap(({ file, text }) => {
    const name = answerName(file);
    if (name === null) return [];
    const answer = readSampleAnswer(name, text, ids);
    return rubric ? answer : { ...answer, state: answer.state === "labelled" ? "unlabelled" : answer.state };
  });
}

/** As calibration takes it; null for what is not labelled. */
export function asLabelled({
  name,
  state,
  author,
  band,
  verdicts,
  transcript,
}: SampleAnswer): CalibrationAnswer | null {
  if (state !== "labelled" || transcript === null) return null;
  const labels = CalibrationLabelsSchema.safeParse({ author, band, verdicts }).data;
  return labels ? { name, labels, transcript } : null;
}

export const longestSample = 60_000;

export type WrittenSample = { ok: true; text: string } | { ok: false; message: string };

type ToWrite = {
  /** A transcript with its headings, or the words of one answer to the opening question. */
  text: string;
  opening: string;
  author: string;
  drafted?: { model: string; band: Band };
};

const hasHeadings = (text: string) => /^##\s+(interviewer|candidate)\s*$/im.test(text);

/** The file of a new sample answer, without labels. The parser of transcripts decides what is one. */
export function writeSample({ text, opening, author, drafted }: ToWrite): WrittenSample {
  const said = text.replace(/\r\n?/g, "\n").trim();
  if (said === "") return { ok: false, message: "Paste an answer, or a transcript." };
  if (said.length > longestSample) {
    const most = longestSample.toLocaleString("en");
    return { ok: false, message: `This has ${said.length.toLocaleString("en")} characters; ${most} are the most.` };
  }
  const asked = formatTranscript([
    { seq: 1, speaker: "interviewer", kind: "question", text: opening, checkId: null, factId: null },
  ]);
  const body = hasHeadings(said) ? said : `${asked}\n## Candidate\n\n${said}`;
  const { problems } = parseTranscript(body);
  const [problem] = problems;
  if (problem) return { ok: false, message: `This cannot be read as a transcript: ${problem}.` };
  // Until somebody labels it the band is a guess that counts for nothing.
  const { model, band } = drafted ?? { model: byHand, band: "developing" };
  const labels = { author, drafted: model, band, verdicts: {} };
  return { ok: true, text: `---\n${stringify(labels)}---\n\n${body.trim()}\n` };
}

const longestName = 40;

/** A name for a new sample answer that no other has. */
export function freeAnswerName(files: DraftFiles, wanted: string): string {
  const name = (slugFrom(wanted) ?? "answer").slice(0, longestName).replace(/-+$/, "");
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!(answerPath(candidate) in files)) return candidate;
  }
}
