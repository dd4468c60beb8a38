import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Texts, textsIn } from "./texts";

/** What every part of the page needs: its words, and the shopper's logo as something that can be shown. */
export interface Around {
  texts: Texts;
  logo: string | null;
}

export const Around = createContext<Around>({ texts: textsIn("en"), logo: null });

export const useAround = () => useContext(Around);
export const useTexts = () => useContext(Around).texts;
