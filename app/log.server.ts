import pino, { type Logger } from "pino";
import { env } from "#app/env.server.ts";

let logger: Logger | undefined;

/** The log of this process: JSON lines on standard error, so that standard output stays for what was asked for. */
export function log(): Logger {
  return (logger ??= pino({ level: env().logLevel }, pino.destination(2)));
}
