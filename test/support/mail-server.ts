import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export type MailServer = { url: string; received: { to: string[]; from: string; source: string }[] };

/** A mail server on a real socket. `refuse` answers a recipient with a status of SMTP instead of taking the mail. */
export async function startMailServer(refuse: (recipient: string) => number | null = () => null): Promise<MailServer> {
  const received: MailServer["received"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) => {
      const status = refuse(address);
      callback(status === null ? null : Object.assign(new Error("Not this one"), { responseCode: status }));
    },
    onData: (stream, { envelope }, callback) => {
      let source = "";
      stream.setEncoding("utf8").on("data", (part: string) => (source += part));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        received.push({ to: envelope.rcptTo.map(({ address }) => address), from, source });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received };
}
