import { Diagram } from "#app/components/diagram/diagram.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns, paragraphsOf } from "#app/components/transcript/turns.ts";
import type { RoomTurn } from "./room-view.ts";

/** Everything said so far but the question that stands. */
export function Transcript({ turns }: { turns: readonly RoomTurn[] }) {
  return (
    <div className="transcript">
      {groupTurns(turns).map((group) => (
        <TurnGroup key={group[0].seq} group={group}>
          {(turn) =>
            turn.kind === "diagram" ? (
              <Diagram source={turn.text} label="Your diagram" />
            ) : (
              paragraphsOf(turn.text).map((paragraph, at) => <p key={at}>{paragraph}</p>)
            )
          }
        </TurnGroup>
      ))}
    </div>
  );
}
