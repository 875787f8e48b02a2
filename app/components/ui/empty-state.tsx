import type { ReactNode } from "react";

type EmptyStateProps = {
  /** What is so, in one sentence. */
  title: ReactNode;
  /** Why, in one sentence. */
  children?: ReactNode;
  /** What to do next. */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="display">{title}</p>
      {children ? <p className="ink-2">{children}</p> : null}
      {action ? <div className="row">{action}</div> : null}
    </div>
  );
}
