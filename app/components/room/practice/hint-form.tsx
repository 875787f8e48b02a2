import { Form, useLocation, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { composerId } from "../composer/composer.tsx";
import type { RoomView } from "../room-view.ts";

export const hintFormId = "hint-form";

type HintFormProps = {
  id?: string;
  hints: NonNullable<RoomView["hints"]>;
  /** The newest turn this page shows. */
  seenSeq: number;
  /** The question is still being put. */
  isWaiting: boolean;
};

/** Asks for one more step of help with the question that stands. */
export function HintForm({ id, hints: { given, inAll }, seenSeq, isWaiting }: HintFormProps) {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const left = inAll - given;
  const cannot = left === 0 || isWaiting || state !== "idle";
  const words = given === 0 ? "Show a hint" : "Show one more";
  const leftWords = <span className="muted num">{left === 0 ? "none left" : `${left} left`}</span>;
  return (
    <>
      <Form
        id={id}
        className="needs-script"
        method="post"
        action={pathname}
        replace
        preventScrollReset
        onSubmit={(event) => {
          if (cannot) event.preventDefault();
        }}
      >
        <input type="hidden" name="intent" value="hint" />
        <input type="hidden" name="seenSeq" value={seenSeq} />
        <Button aria-disabled={left === 0 || isWaiting}>
          {words}
          {leftWords}
        </Button>
      </Form>
      <noscript>
        <Button form={composerId} name="intent" value="hint">
          {words}
          {leftWords}
        </Button>
      </noscript>
    </>
  );
}
