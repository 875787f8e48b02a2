import { Message } from "#app/components/ui/message.tsx";
import type { AccountReply } from "../account-reply.ts";

export function ReplyMessage({ reply }: { reply: AccountReply | null }) {
  if (reply?.words == null) return null;
  return <Message tone={reply.tone} role={reply.tone === "danger" ? "alert" : "status"} title={reply.words} />;
}
