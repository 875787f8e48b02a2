import type { Request, RequestHandler, Response } from "express";

const megabyte = 1_048_576;

/** Where a zip of scenarios is sent; every other address takes what people write. */
const takesArchive = /^\/studio\/[^/]+\/import(?:\.data)?$/;

function limitMegabytesOf({ method, path }: Request): number {
  return method === "POST" && takesArchive.test(path) ? 10 : 1;
}

/** Refuses a body above 1 MB, or 10 MB for an import: at once when it is announced, else as soon as that much has come. */
export const limitBody: RequestHandler = (request, response, next) => {
  const megabytes = limitMegabytesOf(request);
  // The fields around a file take a little themselves.
  const limitBytes = megabytes * megabyte + (megabytes > 1 ? 4_096 : 0);
  if (Number(request.headers["content-length"] ?? 0) > limitBytes) return refuse(response, megabytes);
  if (request.headers["transfer-encoding"] !== undefined) {
    let received = 0;
    // Beside the handler's own listener: it is attached in this same turn, so neither misses a chunk.
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limitBytes && !response.headersSent) {
        refuse(response, megabytes);
        response.once("finish", () => request.destroy());
      }
    });
  }
  next();
};

function refuse(response: Response, megabytes: number): void {
  response
    .status(413)
    .set("connection", "close")
    .type("text/plain")
    .send(
      `This is more than ${megabytes} MB, so it was not read and nothing was changed. Shorten it and send it again.\n`,
    );
}
