import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataPage, type DataReply } from "#app/components/account/own/data-page.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { isConfirmed, recentMinutes } from "#app/domain/accounts/own-data.ts";
import { readText } from "#app/http/form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { deleteAccount, type DeletedAccount } from "#app/services/accounts/data/delete-account.server.ts";
import { hasPassword } from "#app/services/accounts/data/prove-presence.server.ts";
import "#app/components/account/account.css";

export const meta: MetaFunction = () => [{ title: "Your data · Tradeoff" }];

// For whoever has done anything here, guests too, about themselves.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { isGuest, email } = viewer;
  return { isGuest, email, hasPassword: await hasPassword(viewer) };
}

type Refused = Extract<DeletedAccount, { ok: false }>;

function replyTo(refused: Refused): { reply: DataReply; status: number } {
  switch (refused.reason) {
    case "wrong-password":
      return { status: 400, reply: { words: null, fields: { password: "This is not your password." } } };
    case "too-many-attempts":
      return {
        status: 429,
        reply: { words: "Too many passwords were tried. Wait a quarter of an hour, then try again.", fields: {} },
      };
    case "sign-in-again":
      return {
        status: 403,
        reply: {
          words: `You signed in more than ${recentMinutes} minutes ago. Sign out, sign in again and come back here: that shows that it is you.`,
          fields: {},
        },
      };
    case "last-admin":
      return { status: 409, reply: { words: null, fields: {}, leaderless: refused.organisations } };
  }
}

// For whoever has done anything here, guests too, about themselves; the service asks for the password or a recent sign-in.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const form = await request.formData();
  if (!isConfirmed(readText(form, "confirm"), viewer.isGuest)) {
    const fields = { confirm: "Type these words as they stand, so that it is no slip." };
    return data<DataReply>({ words: null, fields }, { status: 400 });
  }
  const done = await deleteAccount(viewer, { visitor: request.headers, password: readText(form, "password") });
  if (done.ok) return redirect("/account-deleted", { headers: done.headers });
  const { reply, status } = replyTo(done);
  return data<DataReply>(reply, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function DataRoute() {
  return <DataPage {...useLoaderData<typeof loader>()} reply={useAnswer<typeof action>() ?? null} />;
}
