/** A command cannot do its work here; the message is for the user and says what to do. bootstrap.mjs prints it. */
export class CannotRun extends Error {
  override name = "CannotRun";
}
