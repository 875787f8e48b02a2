import { request } from "node:http";
import autocannon from "autocannon";
import { medianOf, type Row } from "./row.ts";

const page = "/scenarios/customer-support-chatbot";
const bare = "/bare";
const rounds = 3;
const secondsPerRound = 4;
const firstByteSamples = 150;

async function pagesPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 8, duration: secondsPerRound });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} did not answer every request.`);
  return result.requests.average;
}

function firstByteMs(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const sent = request(url, (response) => {
      response.once("readable", () => resolve(performance.now() - startedAt));
      response.resume();
    });
    sent.once("error", reject);
    sent.end();
  });
}

async function firstBytes(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let sample = 0; sample < firstByteSamples; sample += 1) times.push(await firstByteMs(url));
  return times;
}

/** A scenario's page against a bare route of the same application, in turns, so that a drift of the machine hits both. */
export async function measurePages(url: string): Promise<Row[]> {
  const rates = { page: [] as number[], bare: [] as number[] };
  const bytes = { page: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    rates.bare.push(await pagesPerSecond(url + bare));
    rates.page.push(await pagesPerSecond(url + page));
    bytes.bare.push(...(await firstBytes(url + bare)));
    bytes.page.push(...(await firstBytes(url + page)));
  }
  const what = "a bare Remix route, same server";
  return [
    {
      what: "pages a second, /scenarios/:slug",
      figure: medianOf(rates.page),
      unit: "pages/s",
      baseline: { what, figure: medianOf(rates.bare) },
    },
    {
      what: "time to first byte",
      figure: medianOf(bytes.page),
      unit: "ms",
      baseline: { what, figure: medianOf(bytes.bare) },
    },
  ];
}
