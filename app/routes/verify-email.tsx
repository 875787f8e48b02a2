import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { LinkEnded } from "#app/components/account/link-ended.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { readText } from "#app/http/form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { readClaimedAddress, verifyEmail } from "#app/services/accounts/links/verify-email.server.ts";

export const meta: MetaFunction = () => [{ title: "Verify your address · Tradeoff" }];

// For whoever has the link. Looking verifies nothing: programs that read mail follow links, but press no buttons.
export function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return { token, email: readClaimedAddress(token) };
}

// For whoever has the link.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const outcome = await verifyEmail(request.headers, readText(await request.formData(), "token"));
  if (outcome.ok) return data({ result: "verified" as const });
  return data({ result: outcome.reason }, { status: outcome.reason === "link-ended" ? 410 : 429 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function VerifyEmail() {
  const { token, email } = useLoaderData<typeof loader>();
  const result = useAnswer<typeof action>()?.result;
  const isBusy = useNavigation().state === "submitting";
  if (email === null || result === "link-ended") {
    return (
      <AccountPage title="Verify your address">
        <LinkEnded to="/account" action="To your account">
          A new one can be had on the page of your account. Until then everything works as before.
        </LinkEnded>
      </AccountPage>
    );
  }
  if (result === "verified") {
    return (
      <AccountPage title="Verify your address">
        <Message role="status" title={`${email} is verified.`}>
          You can close this page, or go on here.
        </Message>
        <p>
          <ButtonLink to="/account">To your account</ButtonLink>
        </p>
      </AccountPage>
    );
  }
  return (
    <AccountPage title="Verify your address">
      {result === "too-many-attempts" ? (
        <Message
          tone="danger"
          role="alert"
          title="Too many attempts from your network. Wait a minute, then try again."
        />
      ) : null}
      <p>
        Is <strong>{email}</strong> your address, and did you make the account at Tradeoff? If somebody else made it,
        close this page.
      </p>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <Button look="go" disabled={isBusy}>
          Yes, this is my account
        </Button>
      </Form>
    </AccountPage>
  );
}
