import { feedbackOn, type Feedback } from "#app/domain/grading/feedback.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { GradeResult } from "#app/domain/grading/grade.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { isAnswer } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { listSituationsOf } from "#app/services/library/find-scenario.server.ts";
import type { FoundSession } from "./find-session.server.ts";

/** `afterSeq` is the last turn of the answer; `isAskedAbout` while the interviewer asks what its wrong numbers come to. */
export type AnswerFeedback = Feedback & { afterSeq: number; isAskedAbout: boolean };

/** What was said never changes, so neither does what an answer showed; only the newest one is worked out. */
const given = new Map<string, Feedback>();
const mostKept = 500;

async function gradeOffline(
  { session, scenario }: FoundSession,
  transcript: readonly Turn[],
): Promise<GradeResult | null> {
  if (!transcript.some(isAnswer)) return null;
  const known = await listSituationsOf(session.organisationId);
  const graded = await gradeTranscript(offlineGrader, { scenario, transcript, known });
  return graded.status === "graded" ? graded.result : null;
}

/** The turns of each answer: words, and what was drawn with them. */
function answersIn(turns: readonly Turn[]): Turn[][] {
  const answers: Turn[][] = [];
  for (const [at, turn] of turns.entries()) {
    if (!isAnswer(turn)) continue;
    const before = turns[at - 1];
    const open = answers.at(-1);
    if (open && before && isAnswer(before)) open.push(turn);
    else answers.push([turn]);
  }
  return answers;
}

async function readAnswer(found: FoundSession, answer: readonly Turn[]): Promise<Feedback | null> {
  const [first, last] = [answer[0], answer.at(-1)];
  if (!first || !last) return null;
  const { session, scenario } = found;
  const [before, after] = await Promise.all([
    gradeOffline(found, session.turns.slice(0, first.seq - 1)),
    gradeOffline(found, session.turns.slice(0, last.seq)),
  ]);
  return after && feedbackOn(scenario.rubric, { before, after, seqs: answer.map(({ seq }) => seq) });
}

/**
 * What each answer of a practice interview showed, by the offline grader, which is quick and costs nothing. Not stored: the
 * grade is made at the end, by whichever grader is set. In the other modes there is none.
 */
export async function getFeedback(found: FoundSession): Promise<AnswerFeedback[]> {
  const { id, mode, phase, turns } = found.session;
  if (mode !== "practice" || phase === "finished") return [];
  const all: AnswerFeedback[] = [];
  for (const answer of answersIn(turns)) {
    const afterSeq = answer.at(-1)?.seq ?? 0;
    const key = `${id} ${afterSeq}`;
    const feedback = given.get(key) ?? (await readAnswer(found, answer));
    if (!feedback) continue;
    if (given.size >= mostKept) given.clear();
    given.set(key, feedback);
    const next = turns.find(({ seq }) => seq === afterSeq + 1);
    const isNewest = !turns.some((turn) => turn.seq > afterSeq && isAnswer(turn));
    all.push({ ...feedback, afterSeq, isAskedAbout: isNewest && next?.move === "wrong_number" });
  }
  return all;
}
