import type { RequestHandler, Response } from "express";

const limitBytes = 1_048_576;

/** Refuses a body above 1 MB: at once when it is announced, else as soon as that much has come. */
export const limitBody: RequestHandler = (request, response, next) => {
  if (Number(request.headers["content-length"] ?? 0) > limitBytes) return refuse(response);
  if (request.headers["transfer-encoding"] !== undefined) {
    let received = 0;
    // Beside the handler's own listener: it is attached in this same turn, so neither misses a chunk.
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limitBytes && !response.headersSent) {
        refuse(response);
        response.once("finish", () => request.destroy());
      }
    });
  }
  next();
};

function refuse(response: Response): void {
  response
    .status(413)
    .set("connection", "close")
    .type("text/plain")
    .send("This is more than 1 MB, so it was not read and nothing was changed. Shorten it and send it again.\n");
}
