import type { ComponentChildren } from "preact";

interface SectionProps {
  title: string;
  id: string;
  count?: number;
  children: ComponentChildren;
}

/** A titled part of the page. */
export function Section({ title, id, count, children }: SectionProps) {
  return (
    <section class={`section ${id}`} aria-labelledby={id}>
      <h2 id={id}>
        {title} {count !== undefined && count > 0 && <span class="count">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
