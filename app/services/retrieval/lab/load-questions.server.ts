import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { embeddingText } from "#app/domain/retrieval/embedding-text.ts";
import { parseQuestions, type Question } from "#app/domain/retrieval/question-set.ts";
import type { QueryVector } from "#app/domain/retrieval/dense.ts";
import type { RetrievalIndex } from "#app/domain/retrieval/index-material.ts";
import type { MeaningState } from "#app/domain/retrieval/lab/lab-view.ts";
import { readQuery } from "#app/domain/retrieval/query.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { loadIndex } from "../load-index.server.ts";
import { loadTextVectors } from "./embed-texts.server.ts";

export const questionSet = "questions";

let read: { contentDir: string; questions: Promise<Question[]> } | null = null;

/** The test questions that the content ships with; none where the file is missing, and no entry that is wrong. */
export function loadQuestions(): Promise<Question[]> {
  const { contentDir } = env();
  if (read?.contentDir !== contentDir) read = { contentDir, questions: readQuestions(contentDir) };
  return read.questions;
}

async function readQuestions(contentDir: string): Promise<Question[]> {
  const file = "questions.yaml";
  const text = await readFile(join(contentDir, file), "utf8").catch(() => null);
  if (text === null) return [];
  const { questions, problems } = parseQuestions({ file, text });
  if (problems.length > 0) log().warn({ problems }, "test questions of the retrieval lab are left out");
  return questions;
}

export type QuestionVectors = {
  meaning: MeaningState;
  isReady: boolean;
  vectorOf: (question: Question) => QueryVector | null;
};

/** What is embedded of a question: its words as search over the whole material reads them. */
export function questionText({ asks }: Question, index: RetrievalIndex): string {
  const read = readQuery(asks, { suggest: index.suggest });
  return embeddingText(read.ok ? read.query.text : asks);
}

type Kept = { questions: readonly Question[]; index: RetrievalIndex; vectors: QuestionVectors };
let kept: Kept | null = null;

/** The vectors of the test questions, made by the build or, once, in the background. */
export async function loadQuestionVectors(questions: readonly Question[]): Promise<QuestionVectors> {
  const loaded = await loadIndex(null);
  const { index } = loaded;
  if (kept?.questions === questions && kept.index === index) return kept.vectors;
  const texts = new Map(questions.map((each) => [each.id, questionText(each, index)]));
  const set = { name: questionSet, kind: "query" as const, texts: [...texts.values()] };
  const { meaning, embedded } = await loadTextVectors(set, loaded);
  const vectors: QuestionVectors = {
    meaning,
    isReady: embedded !== null,
    vectorOf: ({ id }) => {
      const values = embedded?.vectorOf(texts.get(id) ?? "");
      return embedded && values ? { model: embedded.model, values } : null;
    },
  };
  if (meaning.state === "ready") kept = { questions, index, vectors };
  return vectors;
}
