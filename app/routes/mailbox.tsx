import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailText } from "#app/components/account/mail-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { env } from "#app/env.server.ts";
import { requireOperator } from "#app/http/operator.server.ts";
import { listMail } from "#app/services/accounts/mail/list-mail.server.ts";
import "#app/components/account/mailbox.css";

export const meta: MetaFunction = () => [{ title: "Mailbox · Tradeoff" }];

export const headers = () => ({ "cache-control": "no-store" });

// For whoever runs an embedded instance, who holds its key. Nobody else learns that there is such a page.
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { appUrl, smtp } = env();
  return { mails: await listMail(), appUrl, hasServer: smtp !== null };
}

export default function Mailbox() {
  const { mails, appUrl, hasServer } = useLoaderData<typeof loader>();
  return (
    <div className="wrap mailbox">
      <h1>Mailbox</h1>
      <p className="ink-2">
        {hasServer
          ? "What was handed to the mail server, newest first. The words of a mail are forgotten once it is on its way."
          : "No mail server is set, so what would be sent stays here, newest first, for whoever runs this instance."}
      </p>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet.">
          Signing up, asking for a link and inviting somebody each write one.
        </EmptyState>
      ) : (
        mails.map((mail) => (
          <article key={mail.id} aria-labelledby={mail.id}>
            <h2 id={mail.id}>{mail.subject}</h2>
            <p className="small muted">
              to {mail.to}, <Time iso={mail.createdAt.toISOString()} form="date-time" />
              {mail.sentAt ? ", delivered" : null}
            </p>
            {mail.fault ? <p className="field-error">Not delivered yet: {mail.fault}</p> : null}
            <MailText text={mail.text} origin={appUrl} />
          </article>
        ))
      )}
    </div>
  );
}
