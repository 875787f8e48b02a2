import { CircleAlert, Clock } from "lucide-react";
import type { ReactNode } from "react";

type MessageProps = {
  tone?: "quiet" | "warn" | "danger";
  /** What happened. */
  title: ReactNode;
  /** What is safe, and what to try. */
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` interrupts a screen reader: for what has just happened, not for what a page opens with. */
  role?: "alert" | "status";
};

export function Message({ tone = "quiet", title, children, action, role }: MessageProps) {
  const Glyph = tone === "quiet" ? Clock : CircleAlert;
  return (
    <div className={tone === "quiet" ? "message" : `message ${tone}`} role={role}>
      <Glyph strokeWidth={1.75} aria-hidden="true" />
      <div>
        <p>
          <b>{title}</b>
        </p>
        {children ? <p>{children}</p> : null}
      </div>
      {action ? <div className="message-action">{action}</div> : null}
    </div>
  );
}
