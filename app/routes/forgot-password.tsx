import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { LinkSent } from "#app/components/account/link-sent.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { cannotSendWords } from "#app/domain/accounts/mail-reach.ts";
import { parseForm, readText } from "#app/http/form.server.ts";
import { mailRefusals } from "#app/http/mail-refusals.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { linkMinutes } from "#app/services/accounts/links/link-minutes.ts";
import { requestPasswordReset } from "#app/services/accounts/links/request-password-reset.server.ts";
import { mailReach } from "#app/services/accounts/operator.server.ts";

const ForgotSchema = z.object({
  email: z.string().trim().max(254).min(1, "Enter the e-mail address of your account."),
});

export const meta: MetaFunction = () => [{ title: "Choose a new password · Tradeoff" }];

// Anyone may come.
export function loader() {
  return { linkMinutes: linkMinutes.reset, reach: mailReach() };
}

// Anyone may ask; how often is limited by the address it comes from and the one it is for.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const typed = readText(form, "email");
  const parsed = parseForm(ForgotSchema, form);
  if (!parsed.ok) return data({ sent: false, email: typed, ...parsed.problems }, { status: 400 });
  const outcome = await requestPasswordReset(request.headers, parsed.values.email);
  if (outcome.ok) return data({ sent: true, email: parsed.values.email, fields: {}, form: null });
  const { status, ...problems } = mailRefusals[outcome.reason];
  return data({ sent: false, email: typed, ...problems }, { status });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ForgotPassword() {
  const { linkMinutes: minutes, reach } = useLoaderData<typeof loader>();
  const answered = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  if (answered?.sent) {
    return (
      <AccountPage title="Choose a new password">
        <LinkSent email={answered.email} minutes={minutes} what="a link to choose a new password by" reach={reach} />
      </AccountPage>
    );
  }
  const fields: { email?: string } = answered?.fields ?? {};
  return (
    <AccountPage title="Choose a new password">
      <p>
        {reach === "nowhere"
          ? cannotSendWords
          : "We send a link to the address of your account; the new password is chosen there."}
      </p>
      <Form method="post" className="stack">
        {answered?.form ? <Message tone="danger" role="alert" title={answered.form} /> : null}
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={answered?.email}
          error={fields.email}
        />
        <Button look="go" disabled={isBusy}>
          Send the link
        </Button>
      </Form>
      <p>
        <Link to="/sign-in">Sign in another way</Link>
      </p>
    </AccountPage>
  );
}
