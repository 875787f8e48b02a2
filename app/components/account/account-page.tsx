import type { ReactNode } from "react";
import "./account.css";

/** Signing in, making an account, following a link: one narrow column under one heading. */
export function AccountPage({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="wrap account-page">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
