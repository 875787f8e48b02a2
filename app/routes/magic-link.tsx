import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { LinkEnded } from "#app/components/account/link-ended.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { readText } from "#app/http/form.server.ts";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { findMagicLink } from "#app/services/accounts/links/find-magic-link.server.ts";
import { useMagicLink as enterByMagicLink } from "#app/services/accounts/links/use-magic-link.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign in by link · Tradeoff" }];

// For whoever has the link. Looking uses nothing up: programs that read mail follow links, but press no buttons.
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("token") ?? "";
  const viewer = await findViewer(request);
  return {
    token,
    next: parseNextPath(searchParams.get("next")),
    link: await findMagicLink(token),
    isGuest: viewer?.isGuest === true,
  };
}

// For whoever has the link, once.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const next = parseNextPath(form.get("next"));
  const outcome = await enterByMagicLink(request.headers, readText(form, "token"));
  if (outcome.ok) {
    const { headers, needsCode } = outcome;
    return redirect(needsCode ? `/sign-in/code?${new URLSearchParams({ next })}` : next, { headers });
  }
  return data({ reason: outcome.reason }, { status: outcome.reason === "link-ended" ? 410 : 429 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function MagicLink() {
  const { token, next, link, isGuest } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  const isBusy = useNavigation().state === "submitting";
  if (link === null || refused?.reason === "link-ended") {
    return (
      <AccountPage title="Sign in by link">
        <LinkEnded to={`/sign-in?${new URLSearchParams({ next })}`} action="Ask for a new link">
          Each link works once, and not for long. Nothing was changed.
        </LinkEnded>
      </AccountPage>
    );
  }
  return (
    <AccountPage title="Sign in by link">
      {refused ? (
        <Message
          tone="danger"
          role="alert"
          title="Too many attempts from your network. Wait a minute, then try again."
        />
      ) : null}
      <p>
        The link is for <strong>{link.email}</strong>.
      </p>
      {isGuest ? <p>What you did so far on this device is added to your account.</p> : null}
      {link.emailVerified ? null : (
        <p>
          It also verifies the address. A password from before ends with that, as nobody had shown yet that it was the
          owner’s: choose a new one on the page of your account.
        </p>
      )}
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <Button look="go" disabled={isBusy}>
          Sign in
        </Button>
      </Form>
    </AccountPage>
  );
}
