import type { ReactNode } from "react";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import type { Drawings, ReviewQuote } from "#app/domain/review/quotes.ts";

type QuotedProps = {
  text: string;
  /** The source of the drawing that it is from; nothing where it is from words. */
  drawing: string | null | undefined;
  /** The words, as they are quoted here. */
  children: ReactNode;
  isForPaper?: boolean;
};

/** What a level rests on: words as they are quoted, and of a drawing the drawing. */
export function Quoted({ drawing, children, ...quoted }: QuotedProps) {
  return drawing === null || drawing === undefined ? children : <QuotedDrawing drawing={drawing} {...quoted} />;
}

type QuotedDrawingProps = { text: string; drawing: string; isForPaper?: boolean };

/** A drawing that was quoted; where it was not all of it, with the lines. */
export function QuotedDrawing({ text, drawing, isForPaper = false }: QuotedDrawingProps) {
  const isWhole = text.trim() === drawing.trim();
  const caption = isWhole ? null : <DrawnLines text={text} />;
  return <Diagram source={drawing} label="The candidate’s diagram" caption={caption} isForPaper={isForPaper} />;
}

/** Some lines of a drawing’s source, said to be that. */
export function DrawnLines({ text }: { text: string }) {
  return (
    <>
      <b className="medium">Read from the drawing.</b> <span className="code">{text}</span>
    </>
  );
}

type QuoteListProps = { quotes: readonly ReviewQuote[]; drawings: Drawings };

/** What one reader rests one level on. */
export function QuoteList({ quotes, drawings }: QuoteListProps) {
  return quotes.map(({ seq, start, text }) => (
    <Quoted key={`${seq}:${start}`} text={text} drawing={drawings.get(seq)}>
      <blockquote>
        <p>{text}</p>
      </blockquote>
    </Quoted>
  ));
}
