/**
 * What the weights of checks are fitted on: the labelled answers of the development half, each check with the features of
 * every window of the answer, and each phrasing of the rubrics said alone, which is to be met, or not for a near miss.
 */
import { bookOf } from "#app/domain/grading/offline/rubric-book.ts";
import { checkFeaturesOf, sightOf } from "#app/domain/grading/offline/check-features.ts";
import { canSpeakFor } from "#app/domain/grading/offline/check-model.ts";
import { repeatedIn } from "#app/domain/grading/evidence/pretence/recital.ts";
import { windowsOf } from "#app/domain/grading/offline/window.ts";
import { placeOf } from "#app/domain/grading/calibration/agreement/verdict-scale.ts";
import { candidateTurns, type Transcript } from "#app/domain/interview/transcript.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";

/** One check of one answer. `place` is its label on the scale of verdicts. */
export type Labelled = {
  scenario: string;
  answer: string;
  check: string;
  isFlag: boolean;
  place: number;
  isAlone: boolean;
  windows: Float64Array[];
};

type Item = { id: string; met: string[]; notMet: string[] };

function itemsOf({ scenario }: LibraryScenario): Item[] {
  return scenario.rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
}

function read(
  { scenario }: LibraryScenario,
  { answer, transcript, label }: { answer: string; transcript: Transcript; label: (id: string) => number | null },
): Labelled[] {
  const book = bookOf(scenario.rubric);
  const repeated = repeatedIn(scenario, transcript);
  const sights = candidateTurns(transcript).flatMap((turn) =>
    windowsOf(turn, book, repeated.get(turn.seq)).map((window) => sightOf(window, book)),
  );
  return book.targets.flatMap((target, at) => {
    const { id, kind } = target;
    const place = label(id);
    if (place === null) return [];
    const windows = sights
      .filter(({ window }) => canSpeakFor(window, target))
      .map((sight) => checkFeaturesOf(sight, at, book));
    const isAlone = answer === "";
    return [{ scenario: scenario.slug, answer, check: id, isFlag: kind === "red flag", place, isAlone, windows }];
  });
}

function readAlone(entry: LibraryScenario): Labelled[] {
  return itemsOf(entry).flatMap(({ id, met, notMet }) => {
    const said = (text: string, place: number) =>
      read(entry, {
        answer: "",
        transcript: [{ seq: 1, speaker: "candidate", kind: "answer", text, checkId: null, factId: null }],
        label: (other) => (other === id ? place : null),
      });
    return [
      ...met.flatMap((text) => said(text, placeOf.met)),
      ...notMet.flatMap((text) => said(text, placeOf.not_met)),
    ];
  });
}

export function readExamples(entry: LibraryScenario): Labelled[] {
  const answers = entry.calibration.flatMap(({ name, labels, transcript }) =>
    read(entry, { answer: name, transcript, label: (id) => placeOf[labels.verdicts[id] ?? "not_met"] }),
  );
  return [...answers, ...readAlone(entry)];
}
