/** Runs `action` only for what the user really did: a page that could dispatch events gets nothing from it. */
export function onTrusted<E extends Event>(action: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) action(event);
  };
}
