import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { LateText } from "#app/components/transcript/late-text.tsx";
import { countAnswered, groupLabel, groupTurns, isQuestion } from "#app/components/transcript/turns.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import type { ComposerTab } from "./composer/composer-controls.tsx";
import { Composer, composerId } from "./composer/composer.tsx";
import { KeyLine, RoomKeyDialog } from "./composer/key-list.tsx";
import type { NotTaken } from "./composer/not-taken.ts";
import { useRoomKeys } from "./composer/use-room-keys.ts";
import { HintForm, hintFormId } from "./practice/hint-form.tsx";
import type { RoomAssessment, RoomTurn, RoomView } from "./room-view.ts";
import { StandingQuestion } from "./standing-question.tsx";
import { Transcript } from "./transcript.tsx";
import { UnsentText } from "./unsent-text.tsx";
import type { AutosaveControls } from "./use-autosave.ts";
import { useSubmission } from "./use-submission.ts";

type TalkProps = {
  room: RoomView;
  controls: AutosaveControls;
  notTaken: NotTaken | null;
  /** By the clock: nothing more is written, and what there is goes along. */
  isTimeUp: boolean;
};

function waitingFor({ pendingSeq }: RoomView, isTimeUp: boolean): string | null {
  if (isTimeUp) return "Time is up";
  return pendingSeq === null ? null : "The question is still being put";
}

/** What was said, the question that stands, and the place to answer it. */
export function Talk({ room, controls, notTaken, isTimeUp }: TalkProps) {
  const [tab, setTab] = useState<ComposerTab>("write");
  const [isShowingKeys, setShowingKeys] = useState(false);
  const onAccepted = useCallback(() => setTab("write"), []);
  const { problem, isSending } = useSubmission({ room, notTaken, dispatch: controls.dispatch, onAccepted });
  useTalkKeys({ controls, tab, setTab, showKeys: () => setShowingKeys(true) });
  useLateText(controls);

  const { turns, pendingSeq, hints } = room;
  const standing = turns.findLast(isQuestion);
  const isRepeated = turns.some((turn) => standing && turn.seq > standing.seq);
  return (
    <TalkPane>
      <Transcript turns={isRepeated ? turns : turns.filter((turn) => turn !== standing)} feedback={room.feedback} />
      <div className="desk">
        {standing ? (
          <StandingQuestion
            key={standing.seq}
            turn={standing}
            isRepeated={isRepeated}
            arrivingAt={pendingSeq === null ? null : `/sessions/${room.id}/question`}
          />
        ) : null}
        {hints ? (
          <div className="desk-hint">
            <HintForm hints={hints} seenSeq={turns.at(-1)?.seq ?? 0} isWaiting={pendingSeq !== null} />
          </div>
        ) : null}
        {isTimeUp ? <TimeUp /> : null}
        <Composer
          questionNumber={room.questionNumber}
          seenSeq={turns.at(-1)?.seq ?? 0}
          controls={controls}
          tab={tab}
          onTab={setTab}
          waitingFor={waitingFor(room, isTimeUp)}
          isSending={isSending}
          isTimeUp={isTimeUp}
          notTaken={problem}
          diagramRules={room.diagramRules}
          countsPasted={room.assessment !== null}
        />
        <KeyLine hasHints={hints !== null} onShowAll={() => setShowingKeys(true)} />
        <RoomKeyDialog hasHints={hints !== null} isOpen={isShowingKeys} onClose={() => setShowingKeys(false)} />
      </div>
      <NewestSpoken turns={turns} isComplete={pendingSeq === null} />
    </TalkPane>
  );
}

/** A finished interview can be read, not changed. */
export function TalkOver({ room }: { room: RoomView }) {
  return (
    <TalkPane>
      <Transcript turns={room.turns} />
      <div className="desk talk-over">
        <Ending room={room} />
        {room.late ? <LateText late={room.late} /> : null}
        <UnsentText room={room} />
      </div>
    </TalkPane>
  );
}

/** How it ended, and what comes next. */
function Ending({ room }: { room: RoomView }) {
  const { id, slug, endedByClock, turns, assessment } = room;
  if (assessment) return <AssessedEnding assessment={assessment} endedByClock={endedByClock} />;
  if (endedByClock && countAnswered(turns) === 0) {
    return (
      <>
        <p className="display">Time was up before anything was answered.</p>
        <p className="ink-2">So there is nothing to grade. This is not a zero, and you can start anew.</p>
        <ButtonLink look="go" to={`/scenarios/${slug}`}>
          To the scenario
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <p className="display">{endedByClock ? "Time is up." : "This interview is finished."}</p>
      <p className="ink-2">
        {endedByClock
          ? "What had been saved by then went along. What is made of it stands on the scorecard."
          : "Its transcript can no longer change. What was made of it stands on the scorecard."}
      </p>
      <ButtonLink look="go" to={`/sessions/${id}/scorecard`}>
        See the scorecard
      </ButtonLink>
    </>
  );
}

type AssessedEndingProps = { assessment: RoomAssessment; endedByClock: boolean };

function AssessedEnding({ assessment: { candidacyId, name, part }, endedByClock }: AssessedEndingProps) {
  return (
    <>
      <p className="display">{endedByClock ? "Time is up." : "This interview is finished."}</p>
      <p className="ink-2">
        {endedByClock ? "What had been saved by then went along. " : "Its transcript can no longer change. "}
        {part === null ? "It was a warm-up: nobody reads it." : `What comes next stands on the page of ${name}.`}
      </p>
      <ButtonLink look="go" to={`/assessments/${candidacyId}`}>
        To the assessment
      </ButtonLink>
    </>
  );
}

function TimeUp() {
  return (
    <p className="desk-time-up">
      <b>Time is up.</b> What stands in the box goes along; then the interview ends.
    </p>
  );
}

/** What came too late has been kept by the server; the room then shows how it ended. */
function useLateText({ state }: AutosaveControls) {
  const { revalidate } = useRevalidator();
  const isLate = state.trouble?.kind === "time_is_up";
  useEffect(() => {
    if (isLate) revalidate();
  }, [isLate, revalidate]);
}

/** It opens at its end and stays there as it grows, by the direction it is laid out in. */
function TalkPane({ children }: { children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls is reached by keyboard
    <section className="room-talk" id="talk" aria-labelledby="talk-title" tabIndex={0}>
      <div className="talk-inside">
        <h2 className="visually-hidden" id="talk-title">
          Interview
        </h2>
        {children}
      </div>
    </section>
  );
}

/** Says what the interviewer has just said, once it is complete; what the page opened with is there to be read. */
function NewestSpoken({ turns, isComplete }: { turns: readonly RoomTurn[]; isComplete: boolean }) {
  const group = groupTurns(turns).at(-1);
  const [seen] = useState(turns.length);
  const isNew = group?.[0].speaker === "interviewer" && turns.length > seen;
  return (
    <p className="visually-hidden" aria-live="polite">
      {isNew && isComplete ? `${groupLabel(group)}: ${group.map(({ text }) => text).join(" ")}` : ""}
    </p>
  );
}

type TalkKeys = {
  controls: AutosaveControls;
  tab: ComposerTab;
  setTab: (tab: ComposerTab) => void;
  showKeys: () => void;
};

function useTalkKeys({ controls, tab, setTab, showKeys }: TalkKeys) {
  const { typed } = controls.state;
  const choose = (kind: typeof typed.kind) =>
    controls.dispatch({ type: "typed", typed: { ...typed, kind }, nowMs: Date.now() });
  useRoomKeys({
    showKeys,
    takeHint: () => document.forms.namedItem(hintFormId)?.requestSubmit(),
    toggleKind: () => {
      choose(typed.kind === "answer" ? "clarification" : "answer");
      setTab("write");
      focusField("text");
    },
    toggleDiagram: () => {
      const isDrawing = tab === "draw" && typed.kind === "answer";
      choose("answer");
      setTab(isDrawing ? "write" : "draw");
      focusField(isDrawing ? "text" : "diagram");
    },
  });
}

/** A field that has just been shown can take the focus with the next frame. */
function focusField(name: "text" | "diagram") {
  requestAnimationFrame(() => {
    const field = document.forms.namedItem(composerId)?.elements.namedItem(name);
    if (field instanceof HTMLElement) field.focus();
  });
}
