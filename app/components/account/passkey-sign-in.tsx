import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { passkeyProblem } from "./passkey-problem.ts";
import { sendJson } from "./send-json.ts";
import { usePasskeys } from "./use-passkeys.ts";

/** Shown where the browser knows passkeys; the browser itself offers those that fit this site. */
export function PasskeySignIn({ next }: { next: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!usePasskeys()) return null;

  async function signIn() {
    setIsBusy(true);
    setProblem(null);
    try {
      const optionsJSON = (await sendJson("/sign-in/passkey/start")) as PublicKeyCredentialRequestOptionsJSON;
      await sendJson("/sign-in/passkey/finish", await startAuthentication({ optionsJSON }));
      window.location.assign(next); // a new page: everything on it is another viewer's
    } catch (error) {
      setProblem(passkeyProblem(error));
      setIsBusy(false);
    }
  }

  return (
    <div className="other-way">
      <Button type="button" disabled={isBusy} onClick={() => void signIn()}>
        Use a passkey
      </Button>
      <p className="field-error" role="alert">
        {problem}
      </p>
    </div>
  );
}
