import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, type Dispatch } from "react";
import type { AutosaveEvent, Typed } from "./autosave.ts";
import type { NotTaken } from "./composer/not-taken.ts";
import type { RoomView } from "./room-view.ts";

type Submission = {
  room: RoomView;
  notTaken: NotTaken | null;
  dispatch: Dispatch<AutosaveEvent>;
  onAccepted: () => void;
};

/** Follows what is sent from the click to its end: taken, and the box is emptied; or not, and the text stays. */
export function useSubmission({ room, notTaken, dispatch, onAccepted }: Submission): { isSending: boolean } {
  const navigation = useNavigation();
  const sentKind = useRef<Typed["kind"] | null>(null);
  const { state, formData } = navigation;
  useEffect(() => {
    if (state === "submitting" && sentKind.current === null) {
      sentKind.current = formData?.getAll("intent").includes("ask") ? "clarification" : "answer";
      dispatch({ type: "submitting" });
    }
    if (state !== "idle" || sentKind.current === null) return;
    const kind = sentKind.current;
    sentKind.current = null;
    if (notTaken) return dispatch({ type: "refused" });
    const server = { draft: room.draft, revision: room.draftRevision, savedAt: room.draftSavedAt };
    dispatch({ type: "accepted", kind, server, nowMs: Date.now() });
    onAccepted();
  }, [state, formData, notTaken, room, dispatch, onAccepted]);
  return { isSending: state !== "idle" && navigation.formMethod === "POST" };
}
