import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { BackupCodes } from "#app/components/account/two-factor/backup-codes.tsx";
import { BeginTwoFactor } from "#app/components/account/two-factor/begin-two-factor.tsx";
import { ConfirmTwoFactor } from "#app/components/account/two-factor/confirm-two-factor.tsx";
import { KeepTwoFactor } from "#app/components/account/two-factor/keep-two-factor.tsx";
import type { TwoFactorReply } from "#app/components/account/two-factor/two-factor-reply.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { readText } from "#app/http/form.server.ts";
import { requireAccount } from "#app/http/viewer.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { takeTwoFactorStep } from "#app/http/two-factor-steps.server.ts";
import { getAccount } from "#app/services/accounts/own/get-account.server.ts";
import { drawQrCode } from "#app/services/accounts/two-factor/draw-qr-code.server.ts";
import { getTwoFactor } from "#app/services/accounts/two-factor/get-two-factor.server.ts";
import "#app/components/account/account.css";

export const meta: MetaFunction = () => [{ title: "Authenticator app · Tradeoff" }];

/** The page shows a secret for a moment; no copy of it stays behind. */
export const headers = () => ({ "cache-control": "no-store" });

// For whoever has an account, about their own.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAccount(request);
  const twoFactor = await getTwoFactor(viewer);
  const { emailVerified, hasPassword } = await getAccount(viewer, request.headers);
  const begun = twoFactor.state === "begun" ? { secret: twoFactor.secret, picture: drawQrCode(twoFactor.uri) } : null;
  return { state: twoFactor.state, begun, emailVerified, hasPassword };
}

// For whoever has an account, about their own; what changes it asks for the password or a code.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireAccount(request);
  const form = await request.formData();
  const { reply, status, headers } = await takeTwoFactorStep({
    viewer,
    visitor: request.headers,
    intent: readText(form, "intent"),
    typed: readText(form, "code") || readText(form, "password"),
  });
  return data(reply satisfies TwoFactorReply, { status, headers });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function TwoFactorRoute() {
  const { state, begun, emailVerified, hasPassword } = useLoaderData<typeof loader>();
  const reply = useAnswer<typeof action>();
  return (
    <div className="wrap account-page">
      <h1>Authenticator app</h1>
      {reply?.backupCodes ? <BackupCodes codes={reply.backupCodes} words={reply.words} /> : null}
      {state === "on" && !reply?.backupCodes ? <KeepTwoFactor reply={reply} /> : null}
      {begun ? <ConfirmTwoFactor begun={begun} reply={reply} /> : null}
      {state === "off" ? <BeginTwoFactor isVerified={emailVerified} hasPassword={hasPassword} reply={reply} /> : null}
      <p>
        <Link to="/account">To your account</Link>
      </p>
    </div>
  );
}
