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
import { refusalMessage, type Refusal } from "#app/domain/interview/session.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { parseRoomForm, readTyped, type RoomForm } from "#app/http/room-form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer, requireViewer } from "#app/http/viewer.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";
import { submitAnswer } from "#app/services/interview/submit-answer.server.ts";
import "#app/components/room/room.css";

export const handle = { shell: "bare" } satisfies ShellHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  if (!loaded) return [{ title: "No such interview · Tradeoff" }];
  const { phase, questionNumber, questionsInAll, title } = loaded.room;
  const place = phase === "finished" ? "Finished" : `Question ${questionNumber} of ${questionsInAll}`;
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

function take(viewer: Viewer, sessionId: string, sent: RoomForm) {
  switch (sent.intent) {
    case "answer":
      return submitAnswer(viewer, { sessionId, text: sent.text, diagram: sent.diagram, seenSeq: sent.seenSeq });
    case "ask":
      return askQuestion(viewer, { sessionId, text: sent.text, seenSeq: sent.seenSeq });
    case "finish":
      return finish(viewer, sessionId, sent);
  }
}

const messages: Record<Refusal | "newer_elsewhere", string> = {
  ...refusalMessage,
  newer_elsewhere:
    "Another tab has saved newer text. Finish once more to go with the text you see here, or reload to see the other.",
};

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
    const { reason } = result;
    return data({ reason, message: messages[reason], ...readTyped(form) }, { status: 409 });
  }
  return redirect(result.phase === "finished" ? `/sessions/${sessionId}/scorecard` : `/sessions/${sessionId}#question`);
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
