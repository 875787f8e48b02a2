import type { Mark } from "#app/domain/retrieval/lab/stage-rows.ts";

/** What a passage is to the question, where that is known. */
export function StageMark({ mark }: { mark: Mark }) {
  if (mark === null) return null;
  return (
    <b className={`stage-mark ${mark}`}>
      <span aria-hidden="true">{mark === "answers" ? "✓" : "≠"}</span>
      {mark === "answers" ? " answers " : " misleads "}
    </b>
  );
}
