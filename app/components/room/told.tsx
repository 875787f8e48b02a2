import type { ReactNode } from "react";
import { HintForm, hintFormId } from "./practice/hint-form.tsx";
import type { RoomView, Told } from "./room-view.ts";

type Answered = { asked: string; answers: string[]; known: boolean };

/** One question may be answered with more than one fact. */
export function groupTold(told: readonly Told[]): Answered[] {
  const groups: Answered[] = [];
  for (const { asked, answer, known } of told) {
    const last = groups.at(-1);
    if (last && last.asked === asked && last.known && known) last.answers.push(answer);
    else groups.push({ asked, answers: [answer], known });
  }
  return groups;
}

type ToldSoFarProps = {
  room: Pick<RoomView, "kind" | "told" | "assumed" | "hints" | "phase" | "turns" | "pendingSeq">;
  children?: ReactNode;
};

/** What asking has brought, to be looked up while answering. `children` stand last. */
export function ToldSoFar({ room, children }: ToldSoFarProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls is reached by keyboard
    <section className="room-told" id="told" aria-labelledby="told-title" tabIndex={0}>
      <div>
        <h2 className="label" id="told-title">
          Told when you asked
        </h2>
        {room.told.length === 0 ? (
          <p className="small ink-2">
            {room.kind === "code-reading"
              ? "Nothing yet. Ask if a line is unclear; what the code does not say is yours to assume."
              : "Nothing yet. Ask for what the brief leaves open; asking well is part of answering well."}
          </p>
        ) : (
          <ul className="told-list">
            {groupTold(room.told).map(({ asked, answers, known }, at) => (
              <li key={at} className={known ? undefined : "muted"}>
                <b>{asked}</b>
                {answers.map((answer) => (
                  <p key={answer}>{answer}</p>
                ))}
              </li>
            ))}
          </ul>
        )}
      </div>
      {room.assumed.length === 0 ? null : (
        <div>
          <h2 className="label">You assume</h2>
          <ul className="told-list assumed">
            {room.assumed.map((quote) => (
              <li key={quote}>{quote}</li>
            ))}
          </ul>
        </div>
      )}
      {room.hints === null || room.phase === "finished" ? null : (
        <div className="hint-part">
          <h2 className="label">Hint</h2>
          <p className="small ink-2">
            Three for each question: a nudge, a direction, an example from elsewhere. A hint costs no points and is no
            evidence; the scorecard says how many you took.
          </p>
          <HintForm
            id={hintFormId}
            hints={room.hints}
            seenSeq={room.turns.at(-1)?.seq ?? 0}
            isWaiting={room.pendingSeq !== null}
          />
        </div>
      )}
      {children}
    </section>
  );
}
