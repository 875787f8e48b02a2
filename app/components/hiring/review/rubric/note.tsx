import { maxCommentChars } from "#app/domain/review/review.ts";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { ReusableComment } from "../review-view.ts";
import { ReusableComments } from "./reusable-comments.tsx";

type NoteProps = {
  id: string;
  criterion: RubricCriterion;
  comment: string;
  /** What is kept to be said again; null while nobody can see it. */
  comments: readonly ReusableComment[] | null;
  onComment: (comment: string) => void;
  onInsert: (text: string) => void;
};

/** What the reviewer says of one criterion, and what they keep to say again. */
export function Note({ id, criterion, comment, comments, onComment, onInsert }: NoteProps) {
  const insert = (text: string) => {
    onInsert(text);
    document.getElementById(id)?.focus();
  };
  return (
    <div className="blind-note field">
      <label htmlFor={id}>
        Note for {criterion.key}
        <span className="visually-hidden">, {criterion.title}</span>
      </label>
      <textarea
        id={id}
        name={`comment:${criterion.id}`}
        rows={3}
        maxLength={maxCommentChars}
        value={comment}
        onChange={({ target }) => onComment(target.value)}
        placeholder="What the level rests on, for the others to read afterwards"
      />
      {comments ? <ReusableComments note={comment} comments={comments} onInsert={insert} /> : null}
    </div>
  );
}
