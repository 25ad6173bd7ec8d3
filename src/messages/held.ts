/**
 * From the worker to a sidebar frame that may not read `storage.session` itself: what is kept under a key now, or that
 * the frame belongs to no tab of ours.
 */
export type HeldMessage = { key: string; value: unknown } | { refused: true };
