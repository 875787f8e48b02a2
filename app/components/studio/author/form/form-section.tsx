import type { ReactNode } from "react";

type FormSectionProps = { id: string; title: string; lead: string; children: ReactNode };

export function FormSection({ id, title, lead, children }: FormSectionProps) {
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <p className="ink-2 form-section-lead">{lead}</p>
      {children}
    </section>
  );
}
