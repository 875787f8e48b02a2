import { Form, useLocation } from "@remix-run/react";
import type { MouseEvent } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { composerId } from "../composer/composer.tsx";
import type { RoomView } from "../room-view.ts";
import "./clock.css";

export type ClockControls = {
  isWanted: boolean;
  setWanted: (isWanted: boolean) => void;
  /** Lets what was typed last reach the server before the clock stops. */
  beforePause: () => Promise<void>;
};

type ClockPartProps = { room: Pick<RoomView, "clock" | "minutes" | "assessment">; controls: ClockControls };

/** How time is kept in this mode, and what can be done about it. */
export function ClockPart({ room: { clock, minutes, assessment }, controls }: ClockPartProps) {
  return (
    <div className="clock-part">
      <h2 className="label">The clock</h2>
      {clock === null ? <Unlimited minutes={minutes} controls={controls} /> : null}
      {clock !== null && assessment === null ? (
        <Limited pauseUsed={clock.pauseUsed} beforePause={controls.beforePause} />
      ) : null}
      {clock !== null && assessment !== null ? <Unpausable /> : null}
    </div>
  );
}

function Unlimited({ minutes, controls: { isWanted, setWanted } }: { minutes: number; controls: ClockControls }) {
  return (
    <>
      <p className="small ink-2">
        Made for about {minutes} minutes; nothing ends when they are over. The time you spend is kept by the server and
        stands still while you are away. Close the tab and come back: nothing you typed more than five seconds ago is
        lost.
      </p>
      <Button type="button" className="needs-script" aria-pressed={isWanted} onClick={() => setWanted(!isWanted)}>
        {isWanted ? "Hide the time I spend" : "Show the time I spend"}
      </Button>
    </>
  );
}

/** In an assessment. */
function Unpausable() {
  return (
    <p className="small ink-2">
      It is the server’s, runs on while you are away and cannot be paused. If you are cut off, come back and go on where
      you were. When it is up, what stands in the box goes along and the interview ends.
      <noscript> Here it shows what was left when the page was loaded.</noscript>
    </p>
  );
}

function Limited({ pauseUsed, beforePause }: { pauseUsed: boolean; beforePause: ClockControls["beforePause"] }) {
  const { pathname } = useLocation();
  const pause = async (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    event.preventDefault();
    await beforePause();
    form?.requestSubmit();
  };
  return (
    <>
      <p className="small ink-2">
        It is the server’s, and runs on while you are away. When it is up, what stands in the box goes along and grading
        begins.
        <noscript> Here it shows what was left when the page was loaded.</noscript>
      </p>
      {pauseUsed ? (
        <p className="small muted">The one pause has been taken.</p>
      ) : (
        <>
          <p className="small ink-2">
            You can pause once, for as long as you need. Brief, question and answers are covered meanwhile: it is for
            rest, not for thinking on.
          </p>
          <Form className="needs-script" method="post" action={pathname} replace preventScrollReset>
            <input type="hidden" name="intent" value="pause" />
            <Button onClick={(event) => void pause(event)}>Pause, once</Button>
          </Form>
          <noscript>
            <Button form={composerId} name="intent" value="pause">
              Pause, once
            </Button>
          </noscript>
        </>
      )}
    </>
  );
}
