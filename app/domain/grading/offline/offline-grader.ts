/**
 * The offline grader: a deterministic estimate, without a model, of whether a transcript says what each check asks for.
 * It holds clauses, sentences and their neighbours against the rubric's phrasings (`met`) and near misses (`notMet`), and
 * quotes the sentence that carried the decision. It reads words, not reasons, and is labelled an estimate wherever its
 * result is shown.
 */
import { candidateTurns, type Transcript } from "../../interview/transcript.ts";
import type { Rubric } from "../../scenarios/schema.ts";
import { sentencesIn } from "../../text/words.ts";
import { addressesTheGrader, isKeywordList } from "../evidence/admissible.ts";
import { withoutForeign } from "../evidence/foreign/foreign-runs.ts";
import { repeatedIn } from "../evidence/pretence/recital.ts";
import type { Claim, Flag } from "../grade.ts";
import type { Grader } from "../grader.ts";
import { sightOf, type Sight } from "./check-features.ts";
import { checkModel, findBest, flagModel, likelihood, type Finding } from "./check-model.ts";
import { quotedWords } from "./quoted-words.ts";
import { bookOf, type RubricBook } from "./rubric-book.ts";
import { windowsOf } from "./window.ts";

export const offlineModel = "phrasings-2";

const rounded = (share: number) => Math.round(100 * share) / 100;

/** Share of a near miss that has to be said before it speaks against the point. */
const nearMissFrom = 0.75;
/** A near miss that is said by so much more than the point leaves no doubt about it. */
const clearlyMissedBy = 0.3;

type Nearness = "point" | "doubtful" | "near miss";

/** Whether the words, or the sentence they are cut from, say a near miss, and rather it than the point itself. */
function nearnessOf({ sight }: Finding, at: number, sights: readonly Sight[]): Nearness {
  const [start] = sight.window.spans;
  const missed = sights
    .filter(({ window }) => window.turn === sight.window.turn && window.spans[0] === start)
    .map((other) => other.missed[at] ?? 0);
  const over = Math.max(...missed) - (sight.coverage[at] ?? 0);
  if (Math.max(...missed) < nearMissFrom || over <= 0) return "point";
  return over >= clearlyMissedBy ? "near miss" : "doubtful";
}

/** A phrasing that is said this fully is said, whatever the fit makes of it. */
const saidInFullFrom = 0.95;

/** Why a check is not met where something was said that its author took for a near miss. */
export const nearMissReason = "What you said is a near miss, and not the point itself.";

type Found = { quote: string; nearness: Nearness };

/** A flag accuses: it is raised where the model of flags is this sure, beyond its own edge. */
const sureEnoughToAccuse = 0.8;

function claimFlag(id: string, finding: Finding, { quote, nearness }: Found): Claim {
  const { from, likely } = flagModel.raised;
  const chance = likelihood(finding.sum, likely);
  const raised = finding.sum >= from && chance >= sureEnoughToAccuse && nearness === "point";
  return {
    id,
    verdict: raised ? "met" : "not_met",
    quotes: raised ? [quote] : [],
    reason: raised ? "This comes close to a known mistake." : "Nothing you said comes close to it.",
    confidence: rounded(raised ? chance : 1 - chance),
  };
}

/**
 * Two decisions make a verdict: whether the point is touched, and whether it is made in full. The confidence is the
 * probability that the less sure of those that the verdict rests on is right.
 */
function claimCheck(id: string, finding: Finding, { quote, nearness }: Found): Claim {
  const { sum } = finding;
  const { partial, met } = checkModel;
  const [touched, full] = [likelihood(sum, partial.likely), likelihood(sum, met.likely)];
  const claim = { id, quotes: [quote] };
  if (sum >= partial.from && nearness === "doubtful") {
    const reason = "What you said is closer to a near miss than to the point itself.";
    return { ...claim, verdict: "insufficient_evidence", reason, confidence: rounded(1 - full) };
  }
  if (nearness === "near miss") {
    return { ...claim, verdict: "not_met", quotes: [], reason: nearMissReason, confidence: rounded(1 - full) };
  }
  if (sum >= met.from) {
    const reason = "You say this in words close to what counts.";
    return { ...claim, verdict: "met", reason, confidence: rounded(full) };
  }
  if (sum >= partial.from) {
    const reason = "You touch on this without spelling it out.";
    return { ...claim, verdict: "partial", reason, confidence: rounded(Math.min(touched, 1 - full)) };
  }
  const reason = "Nothing you said comes close to this.";
  return { ...claim, verdict: "not_met", quotes: [], reason, confidence: rounded(1 - touched) };
}

function claimFor(at: number, sights: readonly Sight[], book: RubricBook): Claim {
  const { id = "", kind } = book.targets[at] ?? {};
  let finding = findBest(at, sights, book);
  if (!finding) {
    return { id, verdict: "not_met", quotes: [], reason: "There is no statement to judge.", confidence: 1 };
  }
  const inFull = sights.find(({ coverage }) => (coverage[at] ?? 0) >= saidInFullFrom);
  if (inFull && kind === "check") finding = { sight: inFull, sum: Math.max(finding.sum, checkModel.met.from) };
  const found = { quote: quotedWords(finding, at, { sights, book }), nearness: nearnessOf(finding, at, sights) };
  return kind === "red flag" ? claimFlag(id, finding, found) : claimCheck(id, finding, found);
}

/** Claims about every check and red flag of the rubric, in its order. */
export function claimOffline(rubric: Rubric, transcript: Transcript): Claim[] {
  const book = bookOf(rubric);
  const repeated = repeatedIn({ rubric }, transcript);
  const windows = candidateTurns(transcript).flatMap((turn) => windowsOf(turn, book, repeated.get(turn.seq)));
  const sights = windows.map((window) => sightOf(window, book));
  return book.targets.map((_, at) => claimFor(at, sights, book));
}

/** Notes about the answer as a whole that change no points. */
export function flagsOf(transcript: Transcript): Flag[] {
  const flags = new Set<Flag>();
  for (const turn of candidateTurns(transcript)) {
    for (const sentence of sentencesIn(turn.text)) {
      if (addressesTheGrader(turn.text.slice(sentence.start, sentence.end))) flags.add("instructs_the_grader");
      if (turn.kind !== "diagram" && isKeywordList(turn.text, sentence)) flags.add("keyword_list");
    }
  }
  return [...flags];
}

export const offlineGrader: Grader = {
  name: "offline",
  measuresBearing: true,
  async grade({ scenario, transcript, foreign }, { onProgress, signal } = {}) {
    signal?.throwIfAborted();
    const claims = claimOffline(scenario.rubric, foreign ? withoutForeign(transcript, foreign) : transcript);
    onProgress?.({ step: "verdicts", done: claims.length, total: claims.length });
    return { ok: true, claims, making: { model: offlineModel, promptVersion: null, usage: null, costUsd: 0 } };
  },
};
