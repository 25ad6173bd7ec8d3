/** The sign of a typed value: a pencil, never colour alone. */
export function TypedMark() {
  return (
    <svg class="typed-mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="M1 11v-2.6L8 1.4l2.6 2.6-7 7Zm6-7.6 1.6 1.6" />
    </svg>
  );
}
