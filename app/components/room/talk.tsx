import { useCallback, useState, type ReactNode } from "react";
import { groupLabel, groupTurns, isQuestion } from "#app/components/transcript/turns.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import type { ComposerTab } from "./composer/composer-controls.tsx";
import { Composer, composerId } from "./composer/composer.tsx";
import { KeyDialog, KeyLine } from "./composer/key-list.tsx";
import type { NotTaken } from "./composer/not-taken.ts";
import { useRoomKeys } from "./composer/use-room-keys.ts";
import type { RoomTurn, RoomView } from "./room-view.ts";
import { StandingQuestion } from "./standing-question.tsx";
import { Transcript } from "./transcript.tsx";
import { UnsentText } from "./unsent-text.tsx";
import type { AutosaveControls } from "./use-autosave.ts";
import { useSubmission } from "./use-submission.ts";

type TalkProps = { room: RoomView; controls: AutosaveControls; notTaken: NotTaken | null };

/** What was said, the question that stands, and the place to answer it. */
export function Talk({ room, controls, notTaken }: TalkProps) {
  const [tab, setTab] = useState<ComposerTab>("write");
  const [isShowingKeys, setShowingKeys] = useState(false);
  const onAccepted = useCallback(() => setTab("write"), []);
  const { problem, isSending } = useSubmission({ room, notTaken, dispatch: controls.dispatch, onAccepted });
  useTalkKeys({ controls, tab, setTab, showKeys: () => setShowingKeys(true) });

  const { turns, pendingSeq } = room;
  const standing = turns.findLast(isQuestion);
  const isRepeated = turns.some((turn) => standing && turn.seq > standing.seq);
  return (
    <TalkPane>
      <Transcript turns={isRepeated ? turns : turns.filter((turn) => turn !== standing)} />
      <div className="desk">
        {standing ? (
          <StandingQuestion
            key={standing.seq}
            turn={standing}
            isRepeated={isRepeated}
            arrivingAt={pendingSeq === null ? null : `/sessions/${room.id}/question`}
          />
        ) : null}
        <Composer
          questionNumber={room.questionNumber}
          seenSeq={turns.at(-1)?.seq ?? 0}
          controls={controls}
          tab={tab}
          onTab={setTab}
          waitingFor={pendingSeq === null ? null : "The question is still being put"}
          isSending={isSending}
          notTaken={problem}
        />
        <KeyLine onShowAll={() => setShowingKeys(true)} />
        <KeyDialog isOpen={isShowingKeys} onClose={() => setShowingKeys(false)} />
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
        <p className="display">This interview is finished.</p>
        <p className="ink-2">Its transcript can no longer change. What was made of it stands on the scorecard.</p>
        <ButtonLink look="go" to={`/sessions/${room.id}/scorecard`}>
          See the scorecard
        </ButtonLink>
        <UnsentText room={room} />
      </div>
    </TalkPane>
  );
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
