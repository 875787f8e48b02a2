import { CircleAlert } from "lucide-react";
import { CopyText } from "#app/components/studio/saving/copy-text.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import type { LostPlace } from "../review-view.ts";

type PlaceLostProps = {
  lost: LostPlace;
  asText: string;
  queue: string;
  onTakeAgain: () => void;
  onClose: () => void;
};

function whatHappened({ heldBy, isOver }: LostPlace): string {
  if (heldBy) return `${heldBy} has this transcript now.`;
  return isOver ? "This transcript needs no more reviews." : "This transcript is not held for you any more.";
}

/** The hold ended while somebody was writing: what is safe, who has the transcript, and what there is to do. */
export function PlaceLost({ lost, asText, queue, onTakeAgain, onClose }: PlaceLostProps) {
  return (
    <div className="message warn blind-notice" role="alert">
      <CircleAlert strokeWidth={1.75} aria-hidden="true" />
      <div>
        <p>
          <b>{whatHappened(lost)}</b> Your hold on it ended after half an hour without a change. Nothing is lost: what
          you wrote is saved as yours.{" "}
          {lost.isOver
            ? "It cannot become part of the result any more; copy what you want to keep."
            : "When a place is free again, you can go on from here."}
        </p>
        <div className="row">
          {lost.isOver ? null : (
            <Button type="button" onClick={onTakeAgain}>
              Try to take it again
            </Button>
          )}
          <CopyText text={asText} label="Copy what I wrote" />
          <ButtonLink look="bare" to={queue}>
            To the queue
          </ButtonLink>
          {lost.isOver ? null : (
            <Button look="bare" type="button" onClick={onClose}>
              Go on writing
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
