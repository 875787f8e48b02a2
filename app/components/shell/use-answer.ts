import { useActionData } from "@remix-run/react";
import { useState } from "react";

/** What the page's action answered; where a later sending was not taken (`stayAsTyped`), still what it answered before. */
export function useAnswer<Action>(): ReturnType<typeof useActionData<Action>> {
  const answer = useActionData<Action>();
  const [last, setLast] = useState(answer);
  if (answer !== null && answer !== last) setLast(answer);
  return answer === null ? last : answer;
}
