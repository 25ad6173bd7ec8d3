/** Stands for the extension interfaces on a page that is in no extension. */
const never = () => new Promise<never>(() => {});
const silent = { addListener() {}, removeListener() {} };
export default {
  runtime: { sendMessage: never, getManifest: () => ({ version: "0.1.0" }) },
  storage: { onChanged: silent, local: { get: async () => ({}) }, session: { get: async () => ({}) } },
  tabs: { query: never },
};
