import { useFetcher } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useClosingDetails } from "#app/components/ui/use-closing-details.ts";
import type { RefusedReview, ReusableComment } from "../review-view.ts";

type Told = { refused: RefusedReview | null };

/** The transcript stays where it is while the menu changes. */
const posting = { method: "post", preventScrollReset: true } as const;

type ReusableCommentsProps = {
  note: string;
  comments: readonly ReusableComment[];
  onInsert: (text: string) => void;
};

/** Keeps a note to say it again in other reviews, and puts one that is kept into this one. */
export function ReusableComments({ note, comments, onInsert }: ReusableCommentsProps) {
  const fetcher = useFetcher<Told>();
  const text = note.trim();
  const isKept = comments.some((comment) => comment.text === text);
  const problem = fetcher.state === "idle" ? fetcher.data?.refused?.problems[0]?.message : undefined;
  return (
    <div className="blind-comments needs-script">
      {comments.length === 0 ? null : <CommentMenu comments={comments} onInsert={onInsert} />}
      {text === "" ? null : (
        <Button
          look="bare"
          type="button"
          disabled={isKept || fetcher.state !== "idle"}
          onClick={() => fetcher.submit({ intent: "keep-comment", text }, posting)}
        >
          {isKept ? "Kept to use again" : "Keep this one to use again"}
        </Button>
      )}
      <p className="field-error" role="status">
        {problem}
      </p>
    </div>
  );
}

function CommentMenu({ comments, onInsert }: Omit<ReusableCommentsProps, "note">) {
  const ref = useRef<HTMLDetailsElement>(null);
  useClosingDetails(ref);
  const insert = (text: string) => {
    if (ref.current) ref.current.open = false;
    onInsert(text);
  };
  return (
    <details className="comment-menu" ref={ref}>
      <summary className="btn bare">Insert a kept comment</summary>
      <ul>
        {comments.map((comment) => (
          <KeptComment key={comment.id} comment={comment} onInsert={insert} />
        ))}
      </ul>
    </details>
  );
}

function KeptComment({ comment, onInsert }: { comment: ReusableComment; onInsert: (text: string) => void }) {
  const fetcher = useFetcher<Told>();
  const { id, text } = comment;
  if (fetcher.state !== "idle") return null;
  const problem = fetcher.data?.refused?.problems[0]?.message;
  return (
    <li>
      <button type="button" className="comment-words" onClick={() => onInsert(text)}>
        {text}
      </button>
      <Button look="bare" type="button" onClick={() => fetcher.submit({ intent: "remove-comment", id }, posting)}>
        Remove<span className="visually-hidden"> the kept comment: {text}</span>
      </Button>
      {problem ? (
        <p className="field-error" role="status">
          {problem}
        </p>
      ) : null}
    </li>
  );
}
