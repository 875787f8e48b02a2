/** More strokes than this are a line. */
const mostStrokes = 8;

/** How many criteria have a level, in strokes and in words. */
export function RatedSoFar({ rated, of }: { rated: number; of: number }) {
  return (
    <div className="rated-so-far">
      {of > mostStrokes ? null : (
        <span className="question-strokes" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <i key={index} className={index < rated ? "done" : undefined} />
          ))}
        </span>
      )}
      <span className="small num">
        <b>
          {rated} of {of}
        </b>{" "}
        rated
      </span>
    </div>
  );
}
