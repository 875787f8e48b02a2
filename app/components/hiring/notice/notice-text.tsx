import type { Notice } from "#app/domain/hiring/notice.ts";
import "./notice-text.css";

/** The words of a notice, as they are acknowledged. Its title is the page's. */
export function NoticeText({ notice }: { notice: Notice }) {
  return (
    <div className="notice-text">
      {notice.sections.map(({ id, title, paragraphs }) => (
        <section key={id} aria-labelledby={`notice-${id}`}>
          <h3 className="serif" id={`notice-${id}`}>
            {title}
          </h3>
          {paragraphs.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
