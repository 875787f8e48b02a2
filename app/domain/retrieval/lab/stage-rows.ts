/**
 * The candidates of each stage as rows to read: where each stood before, what it scored, and where the passage is that
 * answers.
 */
import type { RetrievalIndex } from "../index-material.ts";
import type { Candidate } from "../lexical.ts";
import type { LabStages } from "./pipeline.ts";

/** What a reader should look for: the passage that answers, or one that only looks as if it did. */
export type Mark = "answers" | "misleads" | null;

export type StageRow = {
  at: number;
  rank: number;
  score: number;
  /** Its ranks in the stages before, by their names; null where it was not among them. */
  before: { words?: number | null; meaning?: number | null; fused?: number | null };
  mark: Mark;
};

export type StageName = "words" | "meaning" | "fused" | "ranked";

export type StageView = {
  name: StageName;
  count: number;
  /** The first, and the answering passage however far down it is. */
  rows: StageRow[];
  answerRank: number | null;
};

const shown = 8;

type Marking = { stages: LabStages; markOf: (at: number) => Mark };

export function viewStages({ stages, markOf }: Marking): StageView[] {
  const { lexical, dense, fused, ranked } = stages;
  const [inWords, inMeaning, inFused] = [ranksOf(lexical), ranksOf(dense), ranksOf(fused)];
  const view = (name: StageName, list: readonly Candidate[], before: (at: number) => StageRow["before"]) =>
    viewStage({ name, list, before, markOf });
  return [
    view("words", lexical, () => ({})),
    view("meaning", dense, () => ({})),
    view("fused", fused, (at) => ({ words: inWords.get(at) ?? null, meaning: inMeaning.get(at) ?? null })),
    view("ranked", ranked, (at) => ({ fused: inFused.get(at) ?? null })),
  ];
}

function ranksOf(list: readonly Candidate[]): Map<number, number> {
  return new Map(list.map(({ at }, nth) => [at, nth + 1]));
}

type Viewing = {
  name: StageName;
  list: readonly Candidate[];
  before: (at: number) => StageRow["before"];
  markOf: (at: number) => Mark;
};

function viewStage({ name, list, before, markOf }: Viewing): StageView {
  const answer = list.findIndex(({ at }) => markOf(at) === "answers");
  const rows = list.flatMap(({ at, score }, nth): StageRow[] =>
    nth < shown || nth === answer ? [{ at, score, rank: nth + 1, before: before(at), mark: markOf(at) }] : [],
  );
  return { name, count: list.length, rows, answerRank: answer === -1 ? null : answer + 1 };
}

/** What a page shows of a passage. */
export type PassageView = { title: string; heading: string; beginning: string; address: string | null };

const beginningLength = 150;

export function beginningOf(index: RetrievalIndex, at: number): string {
  const text = (index.passages[at]?.text ?? "").replace(/\s+/g, " ");
  if (text.length <= beginningLength) return text;
  const end = text.lastIndexOf(" ", beginningLength);
  return `${text.slice(0, end > 0 ? end : beginningLength)} …`;
}
