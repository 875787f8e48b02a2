import { Form, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { clockWords } from "#app/components/ui/duration-words.ts";
import type { RoomClock } from "../room-view.ts";
import "./clock.css";

/** The clock stands still and everything there is to think about is covered. */
export function PausedRoom({ clock }: { clock: RoomClock }) {
  const { pathname } = useLocation();
  // What had the focus is covered; the heading takes it, and with that says what has happened.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const leftMs = Math.ceil(clock.remainingMs / 1_000) * 1_000;
  return (
    <main id="main" className="room-paused" tabIndex={-1}>
      <h2 className="display" ref={heading} tabIndex={-1}>
        Paused, with {clockWords(leftMs)} left.
      </h2>
      <p>
        What you wrote is kept. The brief, the question and everything said so far are covered until you go on, so that
        a pause is rest and no time to think.
      </p>
      <p className="ink-2">Stay away as long as you need. There is no second pause.</p>
      <Form method="post" action={pathname} replace>
        <input type="hidden" name="intent" value="resume" />
        <Button look="go" big>
          Go on with the clock
        </Button>
      </Form>
    </main>
  );
}
