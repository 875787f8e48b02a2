import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState, type Dispatch } from "react";
import type { AutosaveEvent } from "./autosave.ts";
import type { NotTaken } from "./composer/not-taken.ts";
import type { RoomView } from "./room-view.ts";

type Submission = {
  room: RoomView;
  notTaken: NotTaken | null;
  dispatch: Dispatch<AutosaveEvent>;
  onAccepted: () => void;
};

type Sent = { kind: "answer" | "clarification"; texts: string[]; seenSeq: number };

function readSent(form: FormData): Sent {
  const texts = [form.get("text"), form.get("diagram")].map((field) => (typeof field === "string" ? field.trim() : ""));
  return {
    kind: form.getAll("intent").includes("ask") ? "clarification" : "answer",
    texts: texts.filter((text) => text !== ""),
    seenSeq: Number(form.get("seenSeq")),
  };
}

/** Only what stands in the transcript was taken; anything less sure must not empty the box. */
export function wasTaken({ turns }: Pick<RoomView, "turns">, { texts, seenSeq }: Sent): boolean {
  const said = turns.filter(({ seq, speaker }) => seq > seenSeq && speaker === "candidate");
  return said.some(({ text }) => texts.includes(text));
}

/** A hint is asked for, or a pause taken, beside the box: nothing of what is typed goes along. */
function isBesides(form: FormData): boolean {
  return ["hint", "pause", "resume"].some((intent) => form.getAll("intent").includes(intent));
}

/** Follows what is sent from the click to its end: taken, and the box is emptied; or not, and the text stays. */
export function useSubmission({ room, notTaken, dispatch, onAccepted }: Submission) {
  const { state, formData, formMethod } = useNavigation();
  // Loading the room anew forgets why something was refused; the candidate still has to read it.
  const [problem, setProblem] = useState(notTaken);
  const sent = useRef<Sent | "besides" | null>(null);
  const besides = formData !== undefined && isBesides(formData);
  useEffect(() => {
    if (besides) {
      sent.current ??= "besides";
    } else if (state === "submitting" && (sent.current === null || sent.current === "besides") && formData) {
      sent.current = readSent(formData);
      setProblem(null);
      dispatch({ type: "submitting" });
    }
    if (state !== "idle" || sent.current === null) return;
    const done = sent.current;
    sent.current = null;
    setProblem(notTaken);
    if (done === "besides") return;
    const isTaken = notTaken === null && wasTaken(room, done);
    if (!isTaken) return dispatch({ type: "refused" });
    const server = { draft: room.draft, revision: room.draftRevision, savedAt: room.draftSavedAt };
    dispatch({ type: "accepted", kind: done.kind, server, nowMs: Date.now() });
    onAccepted();
  }, [state, formData, besides, notTaken, room, dispatch, onAccepted]);
  return { problem, isSending: state !== "idle" && formMethod === "POST" && !besides };
}
