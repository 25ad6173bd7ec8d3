import { createContext } from "preact";

/** True where the values were typed: there is no chart, so nothing was looked for in one. */
export const TypedContext = createContext(false);
