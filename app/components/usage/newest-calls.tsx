import { Time } from "#app/components/ui/time.tsx";
import type { UsageCall } from "#app/domain/usage/usage.ts";
import { costWords, countWords, dollars, outcomeWords, purposeWords, secondsWords } from "./usage-words.ts";

/** The newest calls one by one, each with the id by which Anthropic finds it. */
export function NewestCalls({ calls }: { calls: readonly UsageCall[] }) {
  return (
    <table className="ledger folds usage-ledger">
      <caption className="visually-hidden">The newest calls, one by one</caption>
      <thead>
        <tr>
          <th scope="col">When, what for</th>
          <th scope="col">Outcome, request</th>
          {["Tokens in, out", "Cost", "Estimate", "Took"].map((head) => (
            <th key={head} scope="col" className="r">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={call.id} call={call} />
        ))}
      </tbody>
    </table>
  );
}

function tokensIn({ inputTokens, cacheReadTokens, cacheWriteTokens }: UsageCall): number {
  return (inputTokens ?? 0) + (cacheReadTokens ?? 0) + (cacheWriteTokens ?? 0);
}

function Row({ call }: { call: UsageCall }) {
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {purposeWords(call.purpose)}
        {call.person === null ? null : <>, {call.person}</>}
        <span className="usage-model">
          <Time iso={call.at} form="date-time" /> · {call.model}
          {call.promptVersion === null ? null : <> · {call.promptVersion}</>}
        </span>
      </th>
      <td data-label="Outcome">
        <span>
          {outcomeWords(call.outcome)}
          {call.requestId === null ? null : <code className="usage-request">{call.requestId}</code>}
        </span>
      </td>
      <td className="r" data-label="Tokens in, out">
        {call.inputTokens === null ? "–" : `${countWords(tokensIn(call))}, ${countWords(call.outputTokens ?? 0)}`}
      </td>
      <td className="r" data-label="Cost">
        {costWords(call.costUsd)}
      </td>
      <td className="r" data-label="Estimate">
        {call.estimatedUsd === null ? "–" : dollars(call.estimatedUsd)}
      </td>
      <td className="r" data-label="Took">
        {secondsWords(call.latencyMs)}
      </td>
    </tr>
  );
}
