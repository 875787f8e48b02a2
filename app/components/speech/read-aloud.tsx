import { Square, Volume2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { spokenLanguage } from "./speech-recognition.ts";
import "./speech.css";

/** The browser's voices, once there are any; null where it cannot speak. */
function useVoices(): SpeechSynthesis | null {
  const [voices, setVoices] = useState<SpeechSynthesis | null>(null);
  useEffect(() => {
    const synthesis = "speechSynthesis" in globalThis ? speechSynthesis : null;
    const look = () => setVoices(synthesis && synthesis.getVoices().length > 0 ? synthesis : null);
    look();
    // Some browsers find their voices only after the page has asked for them.
    synthesis?.addEventListener?.("voiceschanged", look);
    return () => synthesis?.removeEventListener?.("voiceschanged", look);
  }, []);
  return voices;
}

/**
 * Reads a text aloud by the browser's own voice, and stops. Nothing where it has none. To be given the text as its key:
 * another text is not read on with.
 */
export function ReadAloud({ text }: { text: string }) {
  const voices = useVoices();
  const [isReading, setReading] = useState(false);
  useEffect(() => () => voices?.cancel(), [voices]);
  if (voices === null) return null;
  const read = () => {
    voices.cancel();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = spokenLanguage();
    spoken.addEventListener("end", () => setReading(false));
    spoken.addEventListener("error", () => setReading(false));
    setReading(true);
    voices.speak(spoken);
  };
  const stop = () => {
    voices.cancel();
    setReading(false);
  };
  return (
    <Button type="button" look="bare" className="read-aloud" onClick={isReading ? stop : read}>
      {isReading ? <Square aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      {isReading ? "Stop reading" : "Read aloud"}
    </Button>
  );
}
