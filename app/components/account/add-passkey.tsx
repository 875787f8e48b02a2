import { useRevalidator } from "@remix-run/react";
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { passkeyProblem } from "./passkey-problem.ts";
import { sendJson } from "./send-json.ts";
import { usePasskeys } from "./use-passkeys.ts";

/** Asks the browser for a passkey and gives it to the account; it is named after this device until it is renamed. */
export function AddPasskey() {
  const [isBusy, setIsBusy] = useState(false);
  const [told, setTold] = useState<{ isProblem: boolean; words: string } | null>(null);
  const revalidator = useRevalidator();
  if (!usePasskeys()) return <p className="ink-2">This browser cannot make passkeys, or runs without scripts.</p>;

  async function add() {
    setIsBusy(true);
    setTold(null);
    try {
      const optionsJSON = (await sendJson("/account/passkeys/start")) as PublicKeyCredentialCreationOptionsJSON;
      await sendJson("/account/passkeys/finish", await startRegistration({ optionsJSON }));
      setTold({ isProblem: false, words: "The passkey is added." });
      revalidator.revalidate();
    } catch (error) {
      const words = passkeyProblem(error);
      setTold(words === null ? null : { isProblem: true, words });
    }
    setIsBusy(false);
  }

  return (
    <div className="other-way">
      <Button type="button" disabled={isBusy} onClick={() => void add()}>
        Add a passkey
      </Button>
      <p className={told?.isProblem ? "field-error" : "small ink-2"} role="status">
        {told?.words}
      </p>
    </div>
  );
}
