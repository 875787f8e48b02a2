import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { LinkEnded } from "#app/components/account/link-ended.tsx";
import { NewPasswordField } from "#app/components/account/new-password-field.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { parseForm } from "#app/http/form.server.ts";
import { newPassword, tooLong, tooShort } from "#app/http/new-password.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findResetLink } from "#app/services/accounts/links/find-reset-link.server.ts";
import { resetPassword, type ResetRefusal } from "#app/services/accounts/links/reset-password.server.ts";

const ResetSchema = z.object({ token: z.string(), password: newPassword });

const refusals: Record<ResetRefusal, { status: number; field: string | null; form: string | null; ended: boolean }> = {
  "link-ended": { status: 410, field: null, form: null, ended: true },
  "password-too-short": { status: 400, field: tooShort, form: null, ended: false },
  "password-too-long": { status: 400, field: tooLong, form: null, ended: false },
  "too-many-attempts": {
    status: 429,
    field: null,
    form: "Too many attempts from your network. Wait a minute, then try again.",
    ended: false,
  },
};

export const meta: MetaFunction = () => [{ title: "Choose a new password · Tradeoff" }];

// For whoever has the link. Looking uses nothing up.
export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return { token, link: await findResetLink(token) };
}

// For whoever has the link, once.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const parsed = parseForm(ResetSchema, await request.formData());
  if (!parsed.ok) {
    const { fields, form } = parsed.problems;
    return data({ field: fields.password ?? null, form, ended: false }, { status: 400 });
  }
  const outcome = await resetPassword(request.headers, parsed.values);
  if (outcome.ok) return redirect("/sign-in?reset=1");
  const { status, ...problem } = refusals[outcome.reason];
  return data(problem, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ResetPassword() {
  const { token, link } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  if (link === null || refused?.ended) {
    return (
      <AccountPage title="Choose a new password">
        <LinkEnded to="/forgot-password" action="Ask for a new link">
          Each link works once, and not for long. Your password is as it was.
        </LinkEnded>
      </AccountPage>
    );
  }
  return (
    <AccountPage title="Choose a new password">
      <p>
        For the account of <strong>{link.email}</strong>. All its devices are signed out with it.
      </p>
      <Form method="post" className="stack">
        {refused?.form ? <Message tone="danger" role="alert" title={refused.form} /> : null}
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
        <NewPasswordField label="New password" name="password" error={refused?.field} />
        <Button look="go" disabled={isBusy}>
          Keep this password
        </Button>
      </Form>
    </AccountPage>
  );
}
