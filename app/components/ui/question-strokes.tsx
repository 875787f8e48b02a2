/** A stroke for each question: ink for what is answered, the pen for the current question, grey for what is to come. */
export function QuestionStrokes({ question, of }: { question: number; of: number }) {
  const answered = Math.max(0, question - 1);
  return (
    <span className="question-strokes" role="img" aria-label={`${answered} of ${of} questions answered`}>
      {Array.from({ length: of }, (_, index) => (
        <i key={index} className={index < answered ? "done" : index === answered ? "current" : undefined} />
      ))}
    </span>
  );
}
