import { useEffect, useMemo, useState } from "react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { SlimHeader } from "#app/components/shell/slim-header.tsx";
import { Brief } from "./brief.tsx";
import { FinishEarly } from "./composer/finish-early.tsx";
import type { NotTaken } from "./composer/not-taken.ts";
import { PaneTabs, type Pane } from "./pane-tabs.tsx";
import { RoomStatus } from "./room-status.tsx";
import type { RoomView } from "./room-view.ts";
import { Talk, TalkOver } from "./talk.tsx";
import { ToldSoFar } from "./told.tsx";
import { useAutosave, type AutosaveControls } from "./use-autosave.ts";

const modeName: Record<RoomView["mode"], string> = { practice: "Practice", mock: "Mock", assessment: "Assessment" };

/** The room: the brief, the conversation, what was told. Quiet, so that the candidate's sentences are the loud thing. */
export function Room({ room, notTaken }: { room: RoomView; notTaken: NotTaken | null }) {
  const [pane, setPane] = useState<Pane>("talk");
  const controls = useRoomAutosave(room, notTaken);
  const isOver = room.phase === "finished";
  const finish = isOver ? null : <Finish room={room} controls={controls} />;
  return (
    <div className="room-page">
      <SlimHeader
        title={room.title}
        note={modeName[room.mode]}
        action={isOver ? <ButtonLink to={`/sessions/${room.id}/scorecard`}>Scorecard</ButtonLink> : finish}
      >
        <RoomStatus room={room} />
      </SlimHeader>
      <PaneTabs pane={pane} onPane={setPane} toldCount={room.told.length} />
      <main id="main" className="room" data-pane={pane} tabIndex={-1}>
        <Brief room={room} />
        {isOver ? <TalkOver room={room} /> : <Talk room={room} controls={controls} notTaken={notTaken} />}
        <ToldSoFar room={room}>{finish}</ToldSoFar>
      </main>
    </div>
  );
}

/** Autosave tied to what the server shows: a newer draft from elsewhere comes in with the room. */
function useRoomAutosave(room: RoomView, notTaken: NotTaken | null): AutosaveControls {
  const { id, draft, draftRevision: revision, draftSavedAt: savedAt } = room;
  const server = useMemo(() => ({ draft, revision, savedAt }), [draft, revision, savedAt]);
  const controls = useAutosave({ sessionId: id, server, returned: notTaken });
  const { dispatch } = controls;
  useEffect(() => dispatch({ type: "loaded", server }), [dispatch, server]);
  return controls;
}

function Finish({ room, controls }: { room: RoomView; controls: AutosaveControls }) {
  const { answer, diagram } = controls.state.typed;
  return (
    <FinishEarly
      answered={room.questionNumber - 1}
      questionsInAll={room.questionsInAll}
      hasText={answer.trim() !== "" || diagram.trim() !== ""}
      beforeFinish={controls.flush}
    />
  );
}
