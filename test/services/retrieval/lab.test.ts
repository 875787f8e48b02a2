import { afterAll, expect, test } from "vitest";
import { readLabState } from "#app/domain/retrieval/lab/lab-state.ts";
import { knobPositions } from "#app/domain/retrieval/lab/knob-positions.ts";
import { shippedKnobs } from "#app/domain/retrieval/lab/knobs.ts";
import { placesIn, prepareQuestion, runPipeline } from "#app/domain/retrieval/lab/pipeline.ts";
import { plantedFailures } from "#app/domain/retrieval/lab/planted-failures.ts";
import { makePaperPassages } from "#app/domain/retrieval/lab/planted-papers.ts";
import { placeOf } from "#app/domain/retrieval/passage.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { getRetrievalLab } from "#app/services/retrieval/lab/get-retrieval-lab.server.ts";
import { loadQuestions } from "#app/services/retrieval/lab/load-questions.server.ts";
import { loadIndex } from "#app/services/retrieval/load-index.server.ts";
import { findPassages } from "#app/services/retrieval/search-material.server.ts";

// The lab as the page gets it, with the real model over the shipped material.

afterAll(closeEmbedder);

const patienceMs = 180_000;

/** The lab once everything it needs the meaning of has been computed. */
async function labAt(search: string) {
  await loadIndex(null, { untilReady: true });
  for (;;) {
    const view = await getRetrievalLab(new URLSearchParams(search));
    if (view.meaning.state !== "working" && view.measured.meaning.state !== "working") return view;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test(
  "as shipped, the lab finds what search finds",
  async () => {
    const questions = (await loadQuestions()).slice(0, 12);
    for (const { asks } of questions) {
      const outcome = await findPassages(null, asks, { untilReady: true });
      if (!outcome.ok) throw new Error(`“${asks}” is refused: ${outcome.reason}.`);
      const { index, query, vector, searched } = outcome.found;
      const run = runPipeline(index, prepareQuestion(index, { query, vector }), shippedKnobs);
      const places = searched.places.flatMap(({ at }) => index.passages[at] ?? []).map(placeOf);
      expect(placesIn(index, run.stages.ranked).slice(0, 10)).toEqual(places.slice(0, 10));
      expect(run.isMatch).toBe(searched.isMatch);
      expect(run.probability).toBeCloseTo(searched.probability, 9);
    }
  },
  patienceMs,
);

test(
  "turning a knob moves the measures, and what ships stays beside them",
  async () => {
    const shipped = await labAt("");
    const turned = await labAt("meaning=off&rerank=0&fusion=none&size=360");
    expect(shipped.measured.now).toEqual(shipped.measured.shipped);
    expect(turned.measured.shipped).toEqual(shipped.measured.shipped);
    expect(turned.measured.now.mrr).toBeLessThan(shipped.measured.now.mrr);
    expect(shipped.measured.byWordsAlone).toBe(false);
    expect(turned.run?.stages.find(({ name }) => name === "meaning")?.count).toBe(0);
  },
  patienceMs,
);

const mending: Record<string, string> = {
  "wrong-documents": "words=on&rerank=20",
  "not-retrieved": "meaning=on&bar=0.1",
  "lost-in-context": "size=90&top=3",
};

for (const { id, answer, start } of plantedFailures) {
  test(
    `the planted failure ${id} stands, says nothing of its cause, and can be mended`,
    async () => {
      const broken = await labAt(`planted=${id}`);
      expect(broken.planted).toMatchObject({ isTurned: false, isMended: false, hint: null, why: null });
      expect(broken.texts).toEqual(start);
      const hinted = await labAt(`planted=${id}&hint=1`);
      expect(hinted.planted?.hint).toMatch(/\w/);
      const mended = await labAt(`planted=${id}&${mending[id]}`);
      expect(mended.planted?.goals).toEqual(mended.planted?.goals.map((goal) => ({ ...goal, isMet: true })));
      expect(mended.planted?.why).toMatch(/\w/);
      expect(mended.run?.prompt.parts.some(({ text }) => text.includes(answer))).toBe(true);
    },
    patienceMs,
  );
}

test("in every chunking exactly one section of the papers has the answer of a failure", () => {
  for (const size of knobPositions.size) {
    for (const overlap of knobPositions.overlap) {
      const passages = makePaperPassages({ sizeWords: Number(size), overlapWords: Number(overlap) });
      for (const { answer } of plantedFailures) {
        const holders = passages.filter(({ text }) => text.includes(answer)).map(placeOf);
        expect(new Set(holders).size, `${answer} at ${size}/${overlap}`).toBe(1);
      }
    }
  }
});

test(
  "a budget cuts passages from the end and the prompt keeps within it",
  async () => {
    const { run } = await labAt("budget=250&top=10&bar=0");
    expect(run?.prompt.tokens).toBeLessThanOrEqual(250);
    expect((run?.prompt.parts.length ?? 0) + (run?.prompt.cut.length ?? 0)).toBe(10);
  },
  patienceMs,
);

test(
  "whatever is typed as a question is answered or refused, never an error",
  async () => {
    for (const [typed, reason] of [
      ["x".repeat(10_000), "too-long"],
      ["the of and", "common-words"],
      ["что такое поиск", "other-script"],
      ["<script>alert(1)</script> retrieval", null],
    ] as const) {
      const view = await labAt(`q=${encodeURIComponent(typed)}`);
      expect(view.refused).toBe(reason);
      expect(view.run === null).toBe(reason !== null);
      expect(view.own.length).toBeLessThanOrEqual(1_000);
    }
  },
  patienceMs,
);

test("a question or failure that does not exist is named and replaced", async () => {
  const questions = await loadQuestions();
  const state = readLabState(new URLSearchParams("planted=nope&ask=neither"), questions);
  expect(state.unknown).toEqual([
    { what: "planted", name: "nope" },
    { what: "question", name: "neither" },
  ]);
  expect(state.chosen).toEqual(questions[0]);
});
