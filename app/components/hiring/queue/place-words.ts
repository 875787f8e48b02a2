/** Why there is no place at a session, said to whoever asked for one. */
import { mostHeld } from "#app/domain/hiring/queue.ts";

export type NoPlace = {
  reason: "full" | "over" | "given" | "most_held" | "nothing_waits";
  heldBy?: string | null | undefined;
};

export function noPlaceWords({ reason, heldBy }: NoPlace): { title: string; text: string } {
  switch (reason) {
    case "full": {
      const many = heldBy?.includes(" and ") ?? false;
      return {
        title: `${heldBy ?? "Somebody else"} ${many ? "have" : "has"} this interview now.`,
        text: "A place becomes free when they give it back, leave it, or write nothing for half an hour.",
      };
    }
    case "over":
      return {
        title: "This interview needs nobody more.",
        text: "As many people as were asked for have given their levels, or its reviewing was ended.",
      };
    case "given":
      return {
        title: "You have given levels to this interview.",
        text: "They are given once, and somebody else decides where reviewers are far apart.",
      };
    case "most_held":
      return {
        title: `You hold ${mostHeld} interviews already.`,
        text: "Finish one or give one back first: what you hold is kept from others.",
      };
    case "nothing_waits":
      return {
        title: "Nothing is left that you could take.",
        text: "Somebody else may have taken the last one a moment ago.",
      };
  }
}
