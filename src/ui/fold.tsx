import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";

/** Whether what is folded away is drawn too, or for now only what shows. */
const FoldsContext = createContext(true);

/** Latest after something new has shown, ms: then the folds are drawn though the browser is busy. */
const LATEST_MS = 300;

interface ShownFirstProps {
  /** What is drawn: something new shows before its folds are drawn. */
  of: object;
  children: ComponentChildren;
}

/** Draws what shows; the folds a moment later, so that they can be searched and are there when they are opened. */
export function ShownFirst({ of, children }: ShownFirstProps) {
  const [drawn, setDrawn] = useState<object | null>(null);
  // An effect runs after the browser has painted.
  useEffect(() => {
    const soon = requestIdleCallback(() => setDrawn(of), { timeout: LATEST_MS });
    return () => cancelIdleCallback(soon);
  }, [of]);
  return <FoldsContext.Provider value={drawn === of}>{children}</FoldsContext.Provider>;
}

interface FoldProps {
  /** The line that opens it. */
  summary: ComponentChildren;
  class?: string;
  /** Whether it stands open until the user closes it. */
  open?: boolean;
  children: ComponentChildren;
}

/** A line that opens to more. What is open is never older than the rest of the page. */
export function Fold({ summary, class: name, open = false, children }: FoldProps) {
  const all = useContext(FoldsContext);
  const [opened, setOpened] = useState(open);
  const body = useRef<ComponentChildren>(null);
  if (all || open || opened) body.current = children;
  return (
    <details class={name} open={open} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{summary}</summary>
      {body.current}
    </details>
  );
}
