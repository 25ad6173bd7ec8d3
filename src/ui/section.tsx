import type { ComponentChildren } from "preact";
import { Fold } from "./fold";

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

/** A part of the page that stays folded to its title until it is wanted. */
export function FoldedSection({
  title,
  id,
  count,
  open = false,
  children,
}: Omit<SectionProps, "count"> & { count?: number | string; open?: boolean }) {
  return (
    <section class={`section folded ${id}`} aria-labelledby={id}>
      <Fold
        open={open}
        summary={
          <h2 id={id}>
            {title} {count !== undefined && <span class="from">{count}</span>}
          </h2>
        }
      >
        {children}
      </Fold>
    </section>
  );
}
