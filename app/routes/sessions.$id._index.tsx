import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from "@remix-run/react";
import { explainNotSent, type NotTaken } from "#app/components/room/composer/not-taken.ts";
import { RoomError } from "#app/components/room/room-error.tsx";
import { Room } from "#app/components/room/room.tsx";
import type { ShellHandle } from "#app/components/shell/shell-handle.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { unsentAnswer, type Draft } from "#app/domain/interview/draft.ts";
import { refusalMessage, type Refusal } from "#app/domain/interview/session.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { parseRoomForm, readTyped, type RoomForm } from "#app/http/room-form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer, requireViewer } from "#app/http/viewer.server.ts";
import { findAssessmentOf } from "#app/services/hiring/candidacy/find-assessment-of.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { keepLate } from "#app/services/interview/clock/keep-late.server.ts";
import { pauseSession, type PauseRefusal } from "#app/services/interview/clock/pause-session.server.ts";
import { resumeSession } from "#app/services/interview/clock/resume-session.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";
import { submitAnswer } from "#app/services/interview/submit-answer.server.ts";
import { takeHint } from "#app/services/interview/take-hint.server.ts";
import "#app/components/room/room.css";

export const handle = { shell: "bare" } satisfies ShellHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  if (!loaded) return [{ title: "No such interview · Tradeoff" }];
  const { phase, clock, questionNumber, questionsInAll, title } = loaded.room;
  const open = clock?.isPaused ? "Paused" : `Question ${questionNumber} of ${questionsInAll}`;
  const place = phase === "finished" ? "Finished" : open;
  return [{ title: `${place}, ${title} · Tradeoff` }];
};

// Only the candidate of the session may be in the room.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { room: requireFound(await getRoom(viewer, params.id ?? "")) };
}

/** Finishing takes what is typed along, unless another tab has newer text that nobody here has seen. */
async function finish(viewer: Viewer, sessionId: string, sent: Extract<RoomForm, { intent: "finish" }>) {
  const { holds, text, diagram, revision } = sent;
  if (holds === "answer") {
    const draft = { kind: "answer" as const, text, diagram };
    const saved = requireFound(await saveDraft(viewer, { sessionId, draft, revision }));
    const isOther = !saved.ok && (saved.draft.text !== text || saved.draft.diagram !== diagram);
    if (isOther && saved.reason === "newer_elsewhere") return { ok: false as const, reason: saved.reason };
  }
  return finishSession(viewer, sessionId);
}

/** What stands in the box beside a hint or a pause, where the page cannot save it by itself. */
async function keepTyped(viewer: Viewer, sessionId: string, sent: Extract<RoomForm, { intent: "hint" | "pause" }>) {
  const { holds, text, diagram, revision } = sent;
  if (text === "" && diagram === "") return;
  const kind = holds === "ask" ? "clarification" : "answer";
  await saveDraft(viewer, { sessionId, draft: { kind, text, diagram }, revision });
}

function answer(viewer: Viewer, sessionId: string, sent: Extract<RoomForm, { intent: "answer" }>) {
  const { text, diagram, seenSeq, pasted } = sent;
  return submitAnswer(viewer, { sessionId, text, diagram, seenSeq, pasted });
}

async function take(viewer: Viewer, sessionId: string, sent: RoomForm) {
  switch (sent.intent) {
    case "answer":
      return answer(viewer, sessionId, sent);
    case "ask":
      return askQuestion(viewer, { sessionId, text: sent.text, seenSeq: sent.seenSeq });
    case "hint":
      await keepTyped(viewer, sessionId, sent);
      return takeHint(viewer, { sessionId, seenSeq: sent.seenSeq });
    case "pause":
      await keepTyped(viewer, sessionId, sent);
      return pauseSession(viewer, sessionId);
    case "resume":
      return resumeSession(viewer, sessionId);
    case "finish":
      return finish(viewer, sessionId, sent);
  }
}

type NotDone = Draft & { reason: keyof typeof messages };

/** What comes too late is kept apart, so that nothing written is lost, and the clock is the reason that is given. */
async function reasonOf(viewer: Viewer, sessionId: string, { reason, ...typed }: NotDone): Promise<NotDone["reason"]> {
  if (reason !== "finished" && reason !== "time_is_up") return reason;
  return (await keepLate(viewer, { sessionId, ...unsentAnswer(typed) })) ? "time_is_up" : reason;
}

const messages: Record<Refusal | PauseRefusal | "newer_elsewhere", string> = {
  ...refusalMessage,
  no_clock: "There is no clock to pause here. Leave whenever you want, and come back to the word you typed.",
  no_pause: "The clock of an assessment cannot be paused. It runs on while you are away, and what you typed is kept.",
  no_pause_left: "The one pause of this interview has been taken. The clock goes on.",
  newer_elsewhere:
    "Another tab has saved newer text. Finish once more to go with the text you see here, or reload to see the other.",
};

/** Where an interview leads once it is over. */
async function afterwards(viewer: Viewer, sessionId: string): Promise<string> {
  const assessment = await findAssessmentOf(viewer, sessionId);
  return assessment ? `/assessments/${assessment.candidacyId}` : `/sessions/${sessionId}/scorecard`;
}

// Only the candidate of the session may speak in it. Whatever is not taken comes back with its reason.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const viewer = await findViewer(request);
  if (viewer === null) throw data(readTyped(form), { status: 401 });
  const parsed = parseRoomForm(form);
  if (!parsed.ok) return data({ reason: "invalid", message: parsed.problem, ...readTyped(form) }, { status: 400 });
  const sessionId = params.id ?? "";
  const result = requireFound(await take(viewer, sessionId, parsed.sent));
  if (!result.ok) {
    const reason = await reasonOf(viewer, sessionId, { ...readTyped(form), reason: result.reason });
    return data({ reason, message: messages[reason], ...readTyped(form) }, { status: 409 });
  }
  const isOver = "phase" in result && result.phase === "finished";
  return redirect(isOver ? await afterwards(viewer, sessionId) : `/sessions/${sessionId}#question`);
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return serverAction<typeof action>().catch(explainNotSent);
}

/** Refused by a rule, the interview may have moved on elsewhere, and the room catches up. Otherwise it stays as it is. */
export function shouldRevalidate({ actionStatus = 200, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus < 400 ? defaultShouldRevalidate : actionStatus === 409;
}

export default function RoomPage() {
  const { room } = useLoaderData<typeof loader>();
  const notTaken = useActionData<NotTaken>();
  return <Room room={room} notTaken={notTaken ?? null} key={room.id} />;
}

export function ErrorBoundary() {
  return <RoomError error={useRouteError()} />;
}
