import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import "./organisation.css";

type OtherAddressProps = { maskedAddress: string | null; ownAddress: string | null; path: string };

/** For somebody who is signed in, with another address than the one the invitation is for. */
export function OtherAddress({ maskedAddress, ownAddress, path }: OtherAddressProps) {
  return (
    <div className="invitation-way">
      <p>
        It is for <b>{maskedAddress}</b>, and you are signed in as <b>{ownAddress}</b>. Sign out, then sign in with that
        address, or make an account with it. If it was passed on to you, ask for an invitation of your own.
      </p>
      <Form method="post" action="/sign-out">
        <input type="hidden" name="next" value={path} />
        <Button>Sign out, and come back to this page</Button>
      </Form>
    </div>
  );
}
