import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { AccountPage } from "#app/components/account/account-page.tsx";

export const meta: MetaFunction = () => [{ title: "Deleted · Tradeoff" }];

// Anybody may read it; it says what has just been done.
export default function AccountDeletedPage() {
  return (
    <AccountPage title="Everything of yours is deleted.">
      <p>
        Your sign-ins have ended on every device. What you gave as a reviewer and what you published for an organisation
        stays there without your name.
      </p>
      <p>
        <Link to="/">To the start</Link>
      </p>
    </AccountPage>
  );
}
