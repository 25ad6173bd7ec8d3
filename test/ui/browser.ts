import { vi } from "vitest";
import { storedView, type TabView } from "../../src/messages/view";

type Listener = (...values: never[]) => void;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    fire: (...values: unknown[]) => {
      for (const listener of listeners) (listener as (...all: unknown[]) => void)(...values);
    },
    get count() {
      return listeners.size;
    },
  };
}

/** The few extension interfaces that the pages use, held by the test. */
export function fakeBrowser() {
  const stored: Record<string, unknown> = {};
  const onChanged = event();
  return {
    runtime: {
      sendMessage: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
      getManifest: () => ({ version: "0.1.0" }),
    },
    tabs: { query: vi.fn(async () => [{ id: 7, windowId: 3 }]), onActivated: event(), onUpdated: event() },
    windows: { getCurrent: vi.fn(async () => ({ id: 3 })), WINDOW_ID_NONE: -1 },
    permissions: {
      request: vi.fn(async (_permissions: unknown) => true),
      remove: vi.fn(async (_permissions: unknown) => true),
      getAll: vi.fn(async () => ({ origins: [] as string[] })),
      onAdded: event(),
      onRemoved: event(),
    },
    storage: {
      onChanged,
      local: { get: vi.fn(async () => ({})), set: vi.fn(async (_values: unknown) => {}) },
      session: { get: vi.fn(async (key: string) => (key in stored ? { [key]: stored[key] } : {})) },
    },
    /** What the worker does: stores, and the browser tells. */
    store(key: string, value: unknown) {
      const newValue = key.startsWith("view:") && value ? storedView(value as TabView) : value;
      stored[key] = newValue;
      onChanged.fire({ [key]: { newValue } }, "session");
    },
  };
}
