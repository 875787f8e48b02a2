import { useCallback, useEffect, useRef, useState } from "react";
import { faultIn } from "./dictated.ts";
import { findRecognition, spokenLanguage, type RecognisedEvent, type Recognition } from "./speech-recognition.ts";

export type Dictation = {
  isOffered: boolean;
  isListening: boolean;
  /** Words that may still change. */
  interim: string;
  fault: string | null;
  start: () => void;
  stop: () => void;
  /** Drops what has not settled. */
  drop: () => void;
};

type Heard = { settled: string; interim: string };

function heardIn({ resultIndex, results }: RecognisedEvent): Heard {
  const heard: Heard = { settled: "", interim: "" };
  for (let at = resultIndex; at < results.length; at += 1) {
    const result = results[at];
    const words = result?.[0]?.transcript ?? "";
    if (result?.isFinal) heard.settled += words;
    else heard.interim += words;
  }
  return heard;
}

/** Listens until it is stopped, the page is left or the browser gives up; `onWords` gets what is settled. */
export function useDictation(onWords: (words: string) => void): Dictation {
  const [isOffered, setOffered] = useState(false);
  const [isListening, setListening] = useState(false);
  const [interim, setInterim] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const running = useRef<Recognition | null>(null);
  const words = useRef(onWords);
  useEffect(() => {
    words.current = onWords;
  });
  // The server does not know what a browser offers.
  useEffect(() => setOffered(findRecognition() !== null), []);

  const end = useCallback(() => {
    running.current = null;
    setListening(false);
    setInterim("");
  }, []);

  const start = useCallback(() => {
    const Offered = findRecognition();
    if (Offered === null || running.current) return;
    const recognition = new Offered();
    Object.assign(recognition, { lang: spokenLanguage(), continuous: true, interimResults: true });
    recognition.onresult = (event) => {
      const heard = heardIn(event);
      setInterim(heard.interim.trim());
      if (heard.settled.trim() !== "") words.current(heard.settled);
    };
    recognition.onerror = ({ error }) => setFault(faultIn(error));
    recognition.onend = end;
    running.current = recognition;
    setFault(null);
    setListening(true);
    try {
      recognition.start();
    } catch {
      setFault(faultIn("unknown"));
      end();
    }
  }, [end]);

  /** What is being said still arrives as settled words before it ends. */
  const stop = useCallback(() => running.current?.stop(), []);

  const drop = useCallback(() => running.current?.abort(), []);

  useEffect(() => drop, [drop]);
  return { isOffered, isListening, interim, fault, start, stop, drop };
}
