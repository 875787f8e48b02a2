import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { SlimHeader } from "#app/components/shell/slim-header.tsx";
import { countAnswered } from "#app/components/transcript/turns.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Brief } from "./brief.tsx";
import { ClockPart } from "./clock/clock-part.tsx";
import { useWantedClock } from "./clock/use-wanted-clock.ts";
import { FinishEarly } from "./composer/finish-early.tsx";
import type { NotTaken } from "./composer/not-taken.ts";
import { PaneTabs, type Pane } from "./pane-tabs.tsx";
import { PausedRoom } from "./clock/paused-room.tsx";
import { RoomStatus } from "./room-status.tsx";
import type { RoomView } from "./room-view.ts";
import { Talk, TalkOver } from "./talk.tsx";
import { ToldSoFar } from "./told.tsx";
import { useAutosave, type AutosaveControls } from "./use-autosave.ts";

type RoomProps = { room: RoomView; notTaken: NotTaken | null };

/** The room: the brief, the conversation, what was told. Quiet, so that the candidate's sentences are the loud thing. */
export function Room({ room, notTaken }: RoomProps) {
  useFocusAfterPause(room.clock?.isPaused ?? false);
  if (room.phase === "finished") return <FinishedRoom room={room} />;
  return room.clock?.isPaused ? <StillRoom room={room} /> : <OpenRoom room={room} notTaken={notTaken} />;
}

/** The button that ended the pause is gone with it; whoever works by keyboard goes on in the room. */
function useFocusAfterPause(isPaused: boolean) {
  const wasPaused = useRef(isPaused);
  useEffect(() => {
    if (wasPaused.current && !isPaused) document.getElementById("main")?.focus();
    wasPaused.current = isPaused;
  }, [isPaused]);
}

function OpenRoom({ room, notTaken }: RoomProps) {
  const controls = useRoomAutosave(room, notTaken);
  const { isWanted, setWanted } = useWantedClock();
  const { isUp, onUp } = useTimeUp(controls);
  const { answer, diagram } = controls.state.typed;
  const finish = (
    <FinishEarly
      answered={countAnswered(room.turns)}
      questionsInAll={room.questionsInAll}
      hasText={answer.trim() !== "" || diagram.trim() !== ""}
      assessment={room.assessment}
      beforeFinish={controls.flush}
    />
  );
  const clock = <ClockPart room={room} controls={{ isWanted, setWanted, beforePause: controls.flush }} />;
  return (
    <RoomFrame
      room={room}
      status={<RoomStatus room={room} wantsClock={isWanted} onTimeUp={onUp} />}
      action={finish}
      told={
        <ToldSoFar room={room}>
          {clock}
          {finish}
        </ToldSoFar>
      }
    >
      <Talk room={room} controls={controls} notTaken={notTaken} isTimeUp={isUp} />
    </RoomFrame>
  );
}

function FinishedRoom({ room }: Pick<RoomProps, "room">) {
  const onwards = room.assessment ? (
    <ButtonLink to={`/assessments/${room.assessment.candidacyId}`}>To the assessment</ButtonLink>
  ) : (
    <ButtonLink to={`/sessions/${room.id}/scorecard`}>Scorecard</ButtonLink>
  );
  return (
    <RoomFrame room={room} status={<RoomStatus room={room} />} action={onwards} told={<ToldSoFar room={room} />}>
      <TalkOver room={room} />
    </RoomFrame>
  );
}

function StillRoom({ room }: Pick<RoomProps, "room">) {
  if (room.clock === null) return null;
  return (
    <div className="room-page">
      <SlimHeader title={room.title} note={noteOf(room)}>
        <RoomStatus room={room} />
      </SlimHeader>
      <PausedRoom clock={room.clock} />
    </div>
  );
}

const modeName: Record<RoomView["mode"], string> = { practice: "Practice", mock: "Mock", assessment: "Assessment" };

function noteOf({ mode, assessment }: RoomView): string {
  if (assessment === null) return modeName[mode];
  if (assessment.part === null) return "Warm-up, not scored";
  return assessment.parts === 1 ? "Assessment" : `Assessment, part ${assessment.part} of ${assessment.parts}`;
}

type RoomFrameProps = Pick<RoomProps, "room"> & {
  status: ReactNode;
  action: ReactNode;
  told: ReactNode;
  children: ReactNode;
};

function RoomFrame({ room, status, action, told, children }: RoomFrameProps) {
  const [pane, setPane] = useState<Pane>("talk");
  return (
    <div className="room-page">
      <SlimHeader title={room.title} note={noteOf(room)} action={action}>
        {status}
      </SlimHeader>
      <PaneTabs pane={pane} onPane={setPane} toldCount={room.told.length} />
      <main id="main" className="room" data-pane={pane} data-kind={room.kind} tabIndex={-1}>
        <Brief room={room} />
        {children}
        {told}
      </main>
    </div>
  );
}

/** When the time runs out, what is typed reaches the server while it still takes it. */
function useTimeUp({ flush }: AutosaveControls): { isUp: boolean; onUp: (isUp: boolean) => void } {
  const [isUp, setUp] = useState(false);
  const onUp = useCallback(
    (up: boolean) => {
      setUp(up);
      if (up) void flush();
    },
    [flush],
  );
  return { isUp, onUp };
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
