type DiagramPictureProps = {
  svg: string;
  label: string;
  /** The id of the element that says the same in words. */
  details: string;
  leastWidthPx: number;
  overflows: boolean;
};

/** A drawing as one image to assistive technology; one that would become too small scrolls in its frame instead. */
export function DiagramPicture({ svg, label, details, leastWidthPx, overflows }: DiagramPictureProps) {
  // What scrolls has to be reachable by keyboard, and what does not scroll should not be in the way.
  const scrolling = overflows ? { tabIndex: 0, role: "group", "aria-label": "Wide drawing, scrolls sideways" } : {};
  return (
    <div className="diagram-scroll" {...scrolling}>
      <div
        className="diagram-picture"
        role="img"
        aria-label={label}
        aria-details={details}
        style={{ minWidth: leastWidthPx }}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </div>
  );
}
