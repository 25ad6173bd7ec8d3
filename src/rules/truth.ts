/** Three-valued logic: what is not known is neither true nor false, and stays so until a known value settles it. */
export type Truth = true | false | "unknown";

export function not(a: Truth): Truth {
  return a === "unknown" ? a : !a;
}

/** False as soon as one is false, else unknown as soon as one is unknown. */
export function and(...all: Truth[]): Truth {
  return all.includes(false) ? false : all.includes("unknown") ? "unknown" : true;
}

/** True as soon as one is true, else unknown as soon as one is unknown. */
export function or(...all: Truth[]): Truth {
  return all.includes(true) ? true : all.includes("unknown") ? "unknown" : false;
}
