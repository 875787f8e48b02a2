/** The mark: a T whose bar tips. A balance. */
export function Mark() {
  return (
    <svg
      className="mark"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.3"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2.5 9 21.5 4.5M12 7v13.2M8 20.5h8" />
    </svg>
  );
}
