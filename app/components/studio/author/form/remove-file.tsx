import { useState } from "react";
import { useEdit } from "./draft-edit.ts";

/** Takes a file out of the draft; asks once. */
export function RemoveFile({ path, name }: { path: string; name: string }) {
  const [isAsking, setAsking] = useState(false);
  const { change } = useEdit();
  const remove = () => change(({ [path]: _removed, ...rest }) => rest);
  if (!isAsking) {
    return (
      <button type="button" className="btn bare" aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
        Remove
      </button>
    );
  }
  return (
    <span className="draft-item-ask" role="group" aria-label={`Remove ${name}?`}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the answer to what was just pressed */}
      <button type="button" className="btn" autoFocus onClick={remove}>
        Remove this answer
      </button>
      <button type="button" className="btn bare" onClick={() => setAsking(false)}>
        Keep it
      </button>
    </span>
  );
}
