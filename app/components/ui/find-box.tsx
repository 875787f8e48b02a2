import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

type FindBoxProps = {
  /** The words to find, as the filter has them. */
  find: string;
  /** Names the field. */
  label: string;
  placeholder: string;
  maxLength: number;
};

/** The field of a filter form that finds words in its list. */
export function FindBox({ find, label, placeholder, maxLength }: FindBoxProps) {
  // The box keeps what is being typed, spaces too; only when the words change elsewhere does it follow.
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current && box.current.value.trim() !== find) box.current.value = find;
  }, [find]);
  return (
    <label className="search-box">
      <span className="visually-hidden">{label}</span>
      <Search aria-hidden="true" />
      <input
        ref={box}
        className="input"
        type="search"
        name="find"
        maxLength={maxLength}
        placeholder={placeholder}
        defaultValue={find}
      />
    </label>
  );
}
